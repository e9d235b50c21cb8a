"""Forms of looking at how it goes."""

from collections.abc import Mapping, Sequence
from typing import Any

from casusregie.enums import Leefdomein
from casusregie.ui.formulieren import Datum, Formulier, Groep, JaNee, Keuze, LangeTekst
from monitoring.enums import Trap, Voortgangstand
from monitoring.services.metingen import Domeinwaarde

ONBEKEND = "onbekend"
UITLEG_TOELICHTING = "Wat zag of hoorde u?"


class MetingVastleggenFormulier(Formulier):
    """All life domains on one page; each step is chosen by its description."""

    gemeten_op = Datum(label="Datum van de meting")
    met_betrokkene = JaNee(label="Is de meting samen met de betrokkene gedaan?")
    toelichting = LangeTekst(
        label="Wat valt op sinds de vorige keer?", required=False, help_text="In een paar zinnen."
    )

    def __init__(
        self,
        *args: Any,
        trapteksten: Mapping[Leefdomein, Sequence[tuple[Trap, str]]],
        vorige: Mapping[Leefdomein, str],
        **kwargs: Any,
    ) -> None:
        self.base_fields = dict(self.base_fields)
        for domein in Leefdomein:
            keuzes = [(str(int(trap)), tekst) for trap, tekst in trapteksten[domein]]
            self.base_fields[f"trap_{domein}"] = Keuze(
                label="Welke stap past het beste?",
                choices=[*keuzes, (ONBEKEND, "Onbekend: hierover is nu niets te zeggen.")],
                help_text=vorige.get(domein, "Nog niet eerder gemeten."),
            )
            self.base_fields[f"toelichting_{domein}"] = LangeTekst(
                label="Toelichting", required=False, regels=2, help_text=UITLEG_TOELICHTING
            )
        self.groepen = [
            Groep(domein.label, (f"trap_{domein}", f"toelichting_{domein}"))
            for domein in Leefdomein
        ]
        super().__init__(*args, **kwargs)

    def foutenlijst(self) -> list[tuple[str, str]]:
        """Name the life domain in the summary: twelve fields carry the same label."""
        regels = []
        for doel, fout in super().foutenlijst():
            domein = next((d for d in Leefdomein if doel.startswith(_ids(d))), None)
            regels.append((doel, f"{domein.label}: {fout.split(': ', 1)[-1]}" if domein else fout))
        return regels

    def domeinen(self) -> list[Domeinwaarde]:
        """What was found in each life domain."""
        gegeven = self.cleaned_data
        return [
            Domeinwaarde(
                domein,
                None
                if gegeven[f"trap_{domein}"] == ONBEKEND
                else Trap(int(gegeven[f"trap_{domein}"])),
                gegeven[f"toelichting_{domein}"],
            )
            for domein in Leefdomein
        ]


class VoortgangVastleggenFormulier(Formulier):
    """How an intervention goes."""

    stand = Keuze(label="Hoe gaat het?", choices=Voortgangstand.choices)
    toelichting = LangeTekst(
        label="Wat ziet u?", help_text="Wat gaat goed, wat niet, en wat is de volgende stap?"
    )


def _ids(domein: Leefdomein) -> tuple[str, str]:
    return (f"id_trap_{domein}", f"id_toelichting_{domein}")
