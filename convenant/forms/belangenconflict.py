from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Formulier, Keuze, LangeTekst
from convenant.enums import Conflictsoort
from convenant.models import Medewerker

GENOEG = "Kort is genoeg. Alleen de procesregisseur en de FG lezen dit."


class BelangenconflictMeldenFormulier(Formulier):
    """How one is bound to this person."""

    soort = Keuze(label="Wat is uw band met deze persoon?", choices=Conflictsoort.choices)
    reden = LangeTekst(label="Toelichting", max_length=500, help_text=GENOEG)

    def clean_soort(self) -> Conflictsoort:
        return Conflictsoort(self.cleaned_data["soort"])


class BelangenconflictRegistrerenFormulier(Formulier):
    """Who told it, and how he is bound to this person."""

    wie = Keuze(label="Wie kent deze persoon?", lijst=True)
    soort = Keuze(label="Wat is de band?", choices=Conflictsoort.choices)
    reden = LangeTekst(label="Toelichting", max_length=500, help_text=GENOEG)

    def __init__(self, *args: Any, mensen: Iterable[Medewerker], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mensen = {str(m.pk): m for m in mensen}
        keuzes = [("", "Maak een keuze"), *((pk, m.naam) for pk, m in self.mensen.items())]
        self.fields["wie"].choices = keuzes  # type: ignore[attr-defined]

    def clean_wie(self) -> Medewerker:
        return self.mensen[self.cleaned_data["wie"]]

    def clean_soort(self) -> Conflictsoort:
        return Conflictsoort(self.cleaned_data["soort"])


class BelangenconflictOpheffenFormulier(Formulier):
    """Why the dossier can be opened to this person again."""

    reden = LangeTekst(label="Waarom kan dit belangenconflict weg?", max_length=500)
