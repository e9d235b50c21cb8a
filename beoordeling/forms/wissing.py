"""Forms for erasing an item: ask it, do it, refuse it."""

from collections.abc import Iterable
from typing import Any

from beoordeling.forms.embargo import keuzes
from casusregie.ui.formulieren import Filterformulier, Formulier, Keuze, LangeTekst
from convenant.enums import Wisgrond
from convenant.models import Hoedanigheid

STANDEN = (
    ("", "alle"),
    ("gevraagd", "wacht op een tweede persoon"),
    ("te_laat", "wacht langer dan een week"),
    ("gewist", "gewist"),
    ("maand", "gewist in de afgelopen 30 dagen"),
    ("afgewezen", "niet gewist"),
)


class WissenVragenFormulier(Formulier):
    """On what ground, why, and who does it."""

    field_order = ("grond", "reden", "tweede")

    grond = Keuze(label="Waarom moet het weg?", choices=Wisgrond.choices)
    reden = LangeTekst(
        label="Leg uit waarom",
        max_length=500,
        help_text="Herhaal niet wat er stond: deze reden blijft bewaard.",
    )
    tweede = Keuze(
        label="Wie moet het wissen?",
        lijst=True,
        help_text="Een collega van de bron, of een procesregisseur. Die leest het nummer en de "
        "bron, krijgt een taak en beslist.",
    )

    def __init__(self, *args: Any, mensen: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mensen = {str(h.pk): h for h in mensen}
        self.fields["tweede"].choices = keuzes(self.mensen.values())  # type: ignore[attr-defined]

    def clean_tweede(self) -> Hoedanigheid | None:
        return self.mensen.get(self.cleaned_data["tweede"])


class InformatieWissenFormulier(Formulier):
    """Nothing to fill in: what is erased and why was said before, and that it is still that."""

    met_versie = True


class WissenAfwijzenFormulier(Formulier):
    """Why it is not erased."""

    reden = LangeTekst(
        label="Waarom wordt dit niet gewist?",
        max_length=500,
        help_text="Herhaal niet wat er stond: deze reden blijft bewaard.",
    )


class WissingFilter(Filterformulier):
    """Which requests to show."""

    stand = Keuze(label="Stand", choices=STANDEN, lijst=True)
