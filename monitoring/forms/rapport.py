"""Forms around reports."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from casusregie.ui.formulieren import Datum, Filterformulier, Formulier, Groep, Keuze, Tekst
from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.enums import Rapportsoort, Rapportstatus


class RapportAanvragenFormulier(Formulier):
    """Which report, for what; a period for the one, a number for the other."""

    groepen = (
        Groep(
            "Toezichtrapport",
            ("periode_van", "periode_tot"),
            "Alleen als u een toezichtrapport vraagt: over welke periode?",
        ),
        Groep(
            "Dossierrapport",
            ("nummer",),
            "Alleen als u een dossierrapport vraagt: over welk dossier?",
        ),
    )
    soort = Keuze(
        label="Welk rapport?",
        choices=[
            (Rapportsoort.TOEZICHT, "Toezichtrapport: aantallen over een periode, zonder personen"),
            (Rapportsoort.DOSSIER, "Dossierrapport: wat u van één dossier mag lezen"),
        ],
    )
    doel = Tekst(
        label="Waarvoor hebt u het nodig?",
        max_length=300,
        help_text="In één zin, zonder namen. Dit staat op het rapport.",
    )
    periode_van = Datum(label="Eerste dag", required=False)
    periode_tot = Datum(label="Laatste dag", required=False)
    nummer = Tekst(
        label="Nummer van het dossier", required=False, max_length=12, help_text="Zoals 2026-0142."
    )

    def __init__(self, *args: Any, toegang: Toegang, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.toegang = toegang

    def clean(self) -> dict[str, Any]:
        """Ask for what belongs to the chosen report, and find the dossier."""
        gegeven = super().clean() or self.cleaned_data
        if gegeven.get("soort") == Rapportsoort.DOSSIER:
            gegeven |= {"dossier": self._dossier(), "periode_van": None, "periode_tot": None}
        elif gegeven.get("soort") == Rapportsoort.TOEZICHT:
            self._periode(gegeven.get("periode_van"), gegeven.get("periode_tot"))
            gegeven["dossier"] = None
        return gegeven

    def antwoorden(self) -> dict[str, Any]:
        """The answers for the deed: the dossier instead of its number."""
        return {naam: w for naam, w in super().antwoorden().items() if naam != "nummer"}

    def _dossier(self) -> Dossier | None:
        nummer = self.cleaned_data.get("nummer")
        if nummer is None:
            return None
        dossier = Dossier.objects.voor(self.toegang).filter(nummer=nummer).first()
        if dossier is None:
            fout = "Vul het nummer van een dossier in dat u mag lezen, zoals 2026-0142."
            self.add_error("nummer", ValidationError(fout))
        return dossier

    def _periode(self, van: date | None, tot: date | None) -> None:
        for veld, dag in (("periode_van", van), ("periode_tot", tot)):
            if dag is None and veld not in self.errors:
                self.add_error(veld, ValidationError("Vul een datum in."))
        if van is not None and tot is not None and tot < van:
            self.add_error(
                "periode_tot", ValidationError("De laatste dag ligt voor de eerste dag.")
            )


class Rapportfilter(Filterformulier):
    """Which of one's own reports to show."""

    soort = Keuze(label="Soort", choices=Rapportsoort.choices, lijst=True)
    status = Keuze(label="Stand", choices=Rapportstatus.choices, lijst=True)
