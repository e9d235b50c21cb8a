"""The form by which a source asks that something is erased."""

from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Formulier, Keuze, LangeTekst
from convenant.enums import Wisgrond
from convenant.forms.keuzes import hoedanigheidskeuzes
from convenant.models import Hoedanigheid


class WissenVragenFormulier(Formulier):
    """On what ground (of those that can be), why, and who does it."""

    field_order = ("grond", "reden", "tweede")

    grond = Keuze(label="Waarom moet het weg?")
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

    def __init__(
        self, *args: Any, gronden: Iterable[Wisgrond], mensen: Iterable[Hoedanigheid], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grond"].choices = [(g.value, g.label) for g in gronden]  # type: ignore[attr-defined]
        self.mensen = {str(h.pk): h for h in mensen}
        self.fields["tweede"].choices = hoedanigheidskeuzes(self.mensen.values())  # type: ignore[attr-defined]

    def clean_tweede(self) -> Hoedanigheid | None:
        return self.mensen.get(self.cleaned_data["tweede"])
