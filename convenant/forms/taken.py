from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Datum, Filterformulier, Formulier, Keuze, LangeTekst, Tekst
from convenant.enums import Taaksoort
from convenant.models import Hoedanigheid

from .keuzes import gekozen_hoedanigheid, hoedanigheidskeuzes

STANDEN = (
    ("open", "open"),
    ("te_laat", "te laat"),
    ("deze_week", "deze week"),
    ("nieuw", "nieuw (laatste 7 dagen)"),
    ("gedaan", "afgerond"),
)


class TaakFilter(Filterformulier):
    """Which of one's own tasks to show."""

    stand = Keuze(label="Stand", choices=[("", "open"), *STANDEN[1:]], lijst=True)
    soort = Keuze(label="Soort", choices=[("", "alle soorten"), *Taaksoort.choices], lijst=True)


class TaakToevoegenFormulier(Formulier):
    """A task for someone in this dossier."""

    titel = Tekst(
        label="Wat moet er gebeuren?",
        max_length=200,
        help_text="Kort, zonder namen: deze regel staat in takenlijsten.",
    )
    toelichting = LangeTekst(label="Toelichting", required=False)
    voor = Keuze(label="Wie doet het?", lijst=True)
    uiterlijk = Datum(label="Uiterlijk klaar op", toekomst=True, verleden=False)

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kandidaten = list(kandidaten)
        self.fields["voor"].choices = hoedanigheidskeuzes(self.kandidaten)  # type: ignore[attr-defined]

    def clean_voor(self) -> Hoedanigheid:
        return gekozen_hoedanigheid(self.kandidaten, self.cleaned_data["voor"])


class TaakAfrondenFormulier(Formulier):
    """How it went."""

    uitkomst = LangeTekst(label="Wat is er gedaan en wat kwam eruit?")
