"""The form by which the work of a leaver goes to others."""

from collections.abc import Iterable
from typing import Any

from django.forms import BoundField

from casusregie.selectors.overdracht import Werk
from casusregie.ui.formulieren import Formulier, LangeTekst
from convenant.models import Hoedanigheid

from .kiesveld import Kiesveld


class WerkOverdragenFormulier(Formulier):
    """Who takes over, for all dossiers or for each, and why.

    The choice on top counts wherever none is made below: it needs no script.
    """

    voor_alles = Kiesveld(
        label="Wie neemt alles over?",
        required=False,
        help_text="Geldt voor elk dossier waar u hieronder niemand kiest.",
    )
    reden = LangeTekst(
        label="Reden",
        max_length=500,
        help_text="De reden staat in elk dossier en in het logboek.",
    )

    def __init__(
        self,
        *args: Any,
        werk: Iterable[Werk],
        kandidaten: Iterable[Hoedanigheid],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kandidaten = list(kandidaten)
        self.fields["voor_alles"].bied_aan(self.kandidaten, _opvolger)  # type: ignore[attr-defined]
        self.werk = {veldnaam(deel.dossier.pk): deel for deel in werk}
        for naam, deel in self.werk.items():
            self._keuze_toevoegen(naam, deel)

    def _keuze_toevoegen(self, naam: str, deel: Werk) -> None:
        veld = Kiesveld(label=f"Wie neemt {deel.dossier.nummer} over?", required=False)
        veld.bied_aan(self.kandidaten, _opvolger, leeg="zoals bovenaan")
        if deel.leidt and deel.waarnemer is not None and str(deel.waarnemer.pk) in veld.rijen:
            veld.initial = str(deel.waarnemer.pk)
        self.fields[naam] = veld
        self._veld_inrichten(naam, veld)

    def rijen(self) -> list[tuple[Werk, BoundField]]:
        """Each dossier with its choice, for the template."""
        return [(deel, self[naam]) for naam, deel in self.werk.items()]

    def clean(self) -> dict[str, Any]:
        """Every dossier gets somebody."""
        data = super().clean() or self.cleaned_data
        for naam in self.werk:
            if naam not in self.errors and not (data.get(naam) or data.get("voor_alles")):
                self.add_error(naam, "Kies wie dit dossier overneemt, of kies bovenaan iemand.")
        return data

    def antwoorden(self) -> dict[str, Any]:
        """By dossier who takes it over, and the reason."""
        data = self.cleaned_data
        return {
            "keuzes": {
                deel.dossier.pk: data[naam] or data["voor_alles"]
                for naam, deel in self.werk.items()
            },
            "reden": data["reden"],
        }


def _opvolger(wie: Hoedanigheid) -> str:
    """Without the role: everyone on offer has the same one."""
    return f"{wie.medewerker.naam} · {wie.organisatie.naam}"


def veldnaam(dossier_id: object) -> str:
    """The name of the field of one dossier."""
    return f"dossier_{dossier_id}"
