"""Forms of an incident."""

from collections.abc import Sequence
from typing import Any

from casusregie.ui.formulieren import Datum, Formulier, Keuze, LangeTekst, Tekst
from convenant.enums import Categorie, Terughaalaanleiding
from convenant.rules.bronstuk import INTREKREDENEN
from monitoring.enums import Incidentaard


class Gebeurtenis(Formulier):
    """What happened, when, and what was done about it."""

    gebeurd_op = Datum(label="Wanneer gebeurde het?")
    aard = Keuze(label="Wat voor incident is het?", choices=Incidentaard.choices, lijst=True)
    tekst = LangeTekst(
        label="Wat is er gebeurd?",
        help_text="Schrijf op wat u weet en van wie. Houd feiten en vermoedens uit elkaar.",
        regels=5,
    )
    gevolg = LangeTekst(label="Wat is er daarna gedaan?", required=False)


class IncidentVastleggenFormulier(Gebeurtenis):
    """What happened, and who may read it."""

    aanpasbaar = ("categorie",)
    categorie = Keuze(
        label="Soort informatie",
        help_text="Dit bepaalt wie het mag lezen.",
        choices=Categorie.choices,
        lijst=True,
    )

    def __init__(self, *args: Any, categorieen: Sequence[Categorie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["categorie"]
        veld.choices = [(c.value, c.label) for c in categorieen]  # type: ignore[attr-defined]


class IncidentCorrigerenFormulier(Gebeurtenis):
    """What happened as it should be told, and why; the first text stays in the history."""

    met_versie = True

    reden = Tekst(label="Waarom corrigeert u dit?")


class IncidentIntrekkenFormulier(Formulier):
    """Why an incident is taken back, whatever it says by now."""

    aanleiding = Keuze(
        label="Wat is er aan de hand?",
        choices=INTREKREDENEN,
        initial=Terughaalaanleiding.INTREKKING,
    )
    reden = Tekst(
        label="Waarom trekt u dit in?",
        help_text="De reden staat in de geschiedenis. Schrijf hier niet wat er in de tekst stond.",
    )
