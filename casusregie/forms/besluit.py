"""Forms of the besluitnota and the besluit."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from casusregie.enums import UITKOMSTEN, Besluituitkomst, Notasoort, Risicogroep
from casusregie.rules.termijnen import termijn, uiterste_herbeoordeling
from casusregie.selectors.besluit import STANDEN
from casusregie.ui import tijd
from casusregie.ui.formulieren import (
    Bestand,
    Datum,
    Filterformulier,
    Formulier,
    Groep,
    Keuze,
    LangeTekst,
)
from convenant.models import Hoedanigheid

from .mensen import Collega

VOORWAARDE_MAX = 500
VOORWAARDEN_MAX = 20
ALLEEN_INSTROOM = ("risicogroep", "voorwaarden", "herbeoordeling_op", "regisseur", "waarnemer")


class BesluitFilter(Filterformulier):
    """Where a besluit stands."""

    stand = Keuze(label="Stand", choices=[("", "alles"), *STANDEN.items()], lijst=True)


class BesluitnotaFormulier(Formulier):
    """What stands in a nota; what is still unknown can stay empty until it is offered."""

    groepen = (
        Groep("Voorstel", ("voorstel", "risicogroep")),
        Groep(
            "Onderbouwing",
            ("aanleiding", "doel", "proportionaliteit", "subsidiariteit", "afwijkende_adviezen"),
            "Schrijf zonder namen: de nota noemt de betrokkene met het nummer van het dossier.",
        ),
        Groep("Einde van de aanpak", ("voorwaarden", "herbeoordeling_op")),
        Groep("Wie de casus leidt", ("regisseur", "waarnemer")),
    )
    voorstel = Keuze(label="Voorstel aan de beslisser")
    risicogroep = Keuze(
        label="Risicogroep", choices=Risicogroep.choices, lijst=True, required=False
    )
    aanleiding = LangeTekst(
        label="Aanleiding", required=False, max_length=2500, help_text="Wat is er aan de hand?"
    )
    doel = LangeTekst(
        label="Doel", required=False, max_length=1500, help_text="Wat moet de aanpak bereiken?"
    )
    proportionaliteit = LangeTekst(
        label="Proportionaliteit",
        required=False,
        max_length=1500,
        help_text="Weegt het doel op tegen de inbreuk op het leven van de betrokkene?",
    )
    subsidiariteit = LangeTekst(
        label="Subsidiariteit",
        required=False,
        max_length=1500,
        help_text="Waarom is iets lichters niet genoeg?",
    )
    afwijkende_adviezen = LangeTekst(
        label="Afwijkende adviezen",
        required=False,
        max_length=1500,
        help_text="Hoe zijn de adviezen gewogen die anders zijn dan het voorstel?",
    )
    voorwaarden = LangeTekst(
        label="Uitstroomvoorwaarden",
        required=False,
        max_length=VOORWAARDEN_MAX * VOORWAARDE_MAX,
        help_text="Wanneer kan de betrokkene weer uit de aanpak? Eén voorwaarde per regel.",
    )
    herbeoordeling_op = Datum(label="Herbeoordeling", toekomst=True, verleden=False, required=False)
    regisseur = Collega(label="Casusregisseur", required=False)
    waarnemer = Collega(label="Waarnemer", required=False)

    def __init__(
        self, *args: Any, soort: str, regisseurs: Iterable[Hoedanigheid], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["voorstel"].choices = _uitkomsten(soort)  # type: ignore[attr-defined]
        self.fields["herbeoordeling_op"].help_text = self._uitleg_herbeoordeling()
        mensen = list(regisseurs)
        for naam in ("regisseur", "waarnemer"):
            self.fields[naam].zet_mensen(mensen)  # type: ignore[attr-defined]
        if soort == Notasoort.AFSCHALING:
            for naam in ALLEEN_INSTROOM:
                del self.fields[naam]

    def _uitleg_herbeoordeling(self) -> str:
        maanden = termijn("herbeoordeling_uiterst_maanden")
        zin = f"Nooit later dan over {maanden} maanden"
        return (
            f"{zin}: {tijd.datum(uiterste_herbeoordeling(self.vandaag))}."
            if self.vandaag
            else f"{zin}."
        )

    def clean_risicogroep(self) -> int | None:
        """The number of the group."""
        gekozen = self.cleaned_data["risicogroep"]
        return int(gekozen) if gekozen else None

    def clean_herbeoordeling_op(self) -> date | None:
        """Within the longest term."""
        dag = self.cleaned_data["herbeoordeling_op"]
        if dag and self.vandaag and not self.vandaag < dag <= uiterste_herbeoordeling(self.vandaag):
            raise ValidationError(self._uitleg_herbeoordeling())
        return dag

    def clean_voorwaarden(self) -> list[str]:
        """One condition a line, empty lines left out."""
        regels = [regel.strip("-• \t") for regel in self.cleaned_data["voorwaarden"].splitlines()]
        regels = [regel for regel in regels if regel]
        if any(len(regel) > VOORWAARDE_MAX for regel in regels):
            raise ValidationError(f"Gebruik per voorwaarde niet meer dan {VOORWAARDE_MAX} tekens.")
        if len(regels) > VOORWAARDEN_MAX:
            raise ValidationError(f"Noem niet meer dan {VOORWAARDEN_MAX} voorwaarden.")
        return regels


class BesluitnotaWijzigenFormulier(BesluitnotaFormulier):
    """The same, on what somebody else may have changed meanwhile."""

    met_versie = True


class BesluitNemenFormulier(Formulier):
    """The outcome, and why when it goes against what was advised or proposed."""

    uitkomst = Keuze(label="Besluit")
    motivering = LangeTekst(
        label="Motivering",
        required=False,
        max_length=5000,
        help_text="Nodig als u afwijkt van het voorstel of tegen een advies ingaat. "
        "Dan bevestigt ook een tweede persoon uw besluit.",
    )

    def __init__(self, *args: Any, soort: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uitkomst"].choices = _uitkomsten(soort)  # type: ignore[attr-defined]


class BesluitOpPapierFormulier(BesluitNemenFormulier):
    """What stands on the signed paper, with its scan."""

    groepen = (
        Groep("Wat er op het papier staat", ("uitkomst", "motivering")),
        Groep("Wie tekende en wanneer", ("genomen_door", "genomen_op", "scan")),
    )
    genomen_door = Collega(label="Getekend door")
    genomen_op = Datum(label="Getekend op")
    scan = Bestand(label="Scan van het getekende besluit", soorten=("pdf",), help_text="Een pdf.")

    def __init__(self, *args: Any, beslissers: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["genomen_door"].zet_mensen(beslissers)  # type: ignore[attr-defined]
        self.fields["motivering"].help_text = "Neem over wat op het papier staat."


class BesluitBevestigenFormulier(Formulier):
    """What the second person adds."""

    reden = LangeTekst(label="Toelichting", required=False, max_length=2000)


class BesluitAfwijzenFormulier(Formulier):
    """Why the second person does not confirm."""

    reden = LangeTekst(label="Waarom bevestigt u dit besluit niet?", max_length=2000)


def _uitkomsten(soort: str) -> list[tuple[str, str]]:
    return [(u.value, Besluituitkomst(u).label) for u in UITKOMSTEN[Notasoort(soort)]]
