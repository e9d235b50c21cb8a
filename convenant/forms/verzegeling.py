from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Formulier, Keuze, LangeTekst, MeerKeuze
from convenant.enums import Verzegelgrond
from convenant.models import Hoedanigheid

from .keuzes import gekozen_hoedanigheid, hoedanigheidskeuzes

REDEN_BIJ_NAAM = "Wie is ingewijd en de verzegeling beheert, leest dit. De FG ook."


class DossierVerzegelenFormulier(Formulier):
    """Why it is sealed, and who may know of it from now on."""

    grond = Keuze(label="Over wie gaat dit dossier?", choices=Verzegelgrond.choices)
    reden = LangeTekst(
        label="Waarom moet dit dossier dicht?", max_length=500, help_text=REDEN_BIJ_NAAM
    )
    ingewijden = MeerKeuze(
        label="Wie mag hiervan weten?",
        required=False,
        help_text="U zelf staat er al op. Kies alleen wie het nodig heeft. Wie u niet kiest, ziet "
        "het dossier meteen niet meer. Anderen kunt u daarna een voor een toevoegen.",
    )

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kandidaten = list(kandidaten)
        self.fields["ingewijden"].choices = hoedanigheidskeuzes(self.kandidaten)[1:]  # type: ignore[attr-defined]

    def clean_grond(self) -> Verzegelgrond:
        return Verzegelgrond(self.cleaned_data["grond"])

    def clean_ingewijden(self) -> list[Hoedanigheid]:
        gekozen = self.cleaned_data["ingewijden"]
        return [gekozen_hoedanigheid(self.kandidaten, waarde) for waarde in gekozen]


class IngewijdeToevoegenFormulier(Formulier):
    """Whom to name, and why."""

    wie = Keuze(label="Wie?", lijst=True)
    reden = LangeTekst(
        label="Waarom moet deze persoon hiervan weten?", max_length=500, help_text=REDEN_BIJ_NAAM
    )

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kandidaten = list(kandidaten)
        self.fields["wie"].choices = hoedanigheidskeuzes(self.kandidaten)  # type: ignore[attr-defined]

    def clean_wie(self) -> Hoedanigheid:
        return gekozen_hoedanigheid(self.kandidaten, self.cleaned_data["wie"])


class IngewijdeSchrappenFormulier(Formulier):
    """Why this person may no longer know of it."""

    reden = LangeTekst(label="Waarom hoeft deze persoon het niet meer te weten?", max_length=500)


class OntzegelenVragenFormulier(Formulier):
    """Why the dossier can be opened again."""

    reden = LangeTekst(
        label="Waarom kan dit dossier weer open?",
        max_length=500,
        help_text="Een ander die de verzegeling beheert, leest dit en beslist.",
    )


class DossierOntzegelenFormulier(Formulier):
    """Nothing to fill in: the reason is that of who asked."""


class OntzegelenAfwijzenFormulier(Formulier):
    """Why it stays sealed."""

    reden = LangeTekst(label="Waarom blijft het dossier verzegeld?", max_length=500)
