"""Forms of an intervention: choosing, preparing, using, ending."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from casusregie.enums import Doelgroep, Gezag, Instrumentsoort, Interventiestatus, Leefdomein
from casusregie.models import Instrument, Randvoorwaarde
from casusregie.rules.interventie import uiterste_dag
from casusregie.ui.formulieren import (
    Datum,
    Filterformulier,
    Formulier,
    Groep,
    Keuze,
    LangeTekst,
    Tekst,
    Vinkje,
)
from casusregie.ui.tijd import datum

from .kiesveld import Kiesveld

JA_NEE = [("", "maakt niet uit"), ("ja", "ja"), ("nee", "nee")]


class KofferFilter(Filterformulier):
    """Which instruments to show."""

    soort = Keuze(label="Soort", choices=[("", "alle"), *Instrumentsoort.choices], lijst=True)
    leefdomein = Keuze(label="Leefdomein", choices=[("", "alle"), *Leefdomein.choices], lijst=True)
    bevoegd_gezag = Keuze(label="Gezag", choices=[("", "alle"), *Gezag.choices], lijst=True)
    vrijwillig = Keuze(label="Vrijwillig", choices=JA_NEE, lijst=True)
    minderjarigen = Keuze(label="Mag bij minderjarigen", choices=JA_NEE, lijst=True)


class InterventieVoorstellenFormulier(Formulier):
    """An instrument that holds today, and who carries it out."""

    instrument = Kiesveld(
        label="Instrument",
        help_text="U kiest uit wat vandaag geldt. In de instrumentenkoffer staat de uitleg.",
    )
    aanbieder = Tekst(
        label="Wie voert het uit?",
        required=False,
        help_text="Leeg: de aanbieder die in de instrumentenkoffer staat.",
    )

    def __init__(self, *args: Any, instrumenten: Iterable[Instrument], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["instrument"].bied_aan(instrumenten, _instrument_in_woorden)  # type: ignore[attr-defined]


class RandvoorwaardenFormulier(Formulier):
    """Each precondition: ticked or not, with words."""

    met_versie = True

    def __init__(self, *args: Any, rijen: Sequence[Randvoorwaarde], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rijen = rijen
        self.groepen = tuple(self._vraag(rij) for rij in rijen)

    def antwoorden(self) -> dict[str, Any]:
        """One mapping: what was answered for each precondition."""
        gegevens = self.cleaned_data
        per_rij: dict[uuid.UUID, tuple[bool, str]] = {
            rij.pk: (gegevens[f"voldaan_{rij.volgorde}"], gegevens[f"toelichting_{rij.volgorde}"])
            for rij in self.rijen
        }
        return {"antwoorden": per_rij}

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        for rij in self.rijen:
            toelichting = f"toelichting_{rij.volgorde}"
            if gegevens.get(f"voldaan_{rij.volgorde}") and not gegevens.get(toelichting):
                self.add_error(toelichting, "Licht toe hoe hieraan is voldaan.")
        return gegevens

    def _vraag(self, rij: Randvoorwaarde) -> Groep:
        velden = {
            f"voldaan_{rij.volgorde}": Vinkje(
                label="Hieraan is voldaan", required=False, initial=rij.voldaan
            ),
            f"toelichting_{rij.volgorde}": LangeTekst(
                label="Hoe dan?", required=False, regels=2, initial=rij.toelichting
            ),
        }
        for naam, veld in velden.items():
            self.fields[naam] = veld
            self._veld_inrichten(naam, veld)
        return Groep(f"{rij.volgorde}. {rij.tekst}", tuple(velden))


class InstemmingVastleggenFormulier(Formulier):
    """When and how the person agreed."""

    met_versie = True
    instemming_op = Datum(label="Datum van instemming")
    instemming_toelichting = LangeTekst(
        label="Hoe gaf de persoon instemming?",
        help_text="Bij een minderjarige: noem ook de ouder of voogd.",
    )


class InterventieInzettenFormulier(Formulier):
    """From when until when, and for what is compulsory: by whose besluit."""

    met_versie = True
    van = Datum(label="Vanaf", toekomst=True)
    tot = Datum(label="Tot en met", toekomst=True, required=False)
    gezag = Keuze(label="Wie heeft het opgelegd?", choices=Gezag.choices, lijst=True)
    besluit_op = Datum(label="Datum van dat besluit")
    kenmerk = Tekst(label="Kenmerk van dat besluit", max_length=100)

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instrument = instrument
        if instrument.vrijwillig:
            for naam in ("gezag", "besluit_op", "kenmerk"):
                del self.fields[naam]
        else:
            gezag = instrument.get_bevoegd_gezag_display()
            self.fields["gezag"].help_text = f"Voor dit instrument is dat alleen: {gezag}."
        self._zeg_termijn()

    def _zeg_termijn(self) -> None:
        maanden = self.instrument.maximale_termijn_maanden
        zinnen = [f"Ten hoogste {maanden} maanden." if maanden else ""]
        if self.instrument.geldig_tot:
            zinnen.append(f"De grond vervalt na {datum(self.instrument.geldig_tot)}.")
        self.fields["tot"].help_text = " ".join(filter(None, zinnen)) or "Leeg: zonder einddatum."
        self.fields["tot"].required = bool(maanden)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van, tot = gegevens.get("van"), gegevens.get("tot")
        uiterst = uiterste_dag(self.instrument, van) if van else None
        if van and tot and tot < van:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        elif tot and uiterst and tot > uiterst:
            self.add_error("tot", f"Dit mag uiterlijk tot en met {datum(uiterst)} duren.")
        return gegevens


class InterventieBeeindigenFormulier(Formulier):
    """How it ended."""

    met_versie = True
    uitkomst = Keuze(
        label="Hoe eindigt het?",
        choices=[
            (status.value, status.label)
            for status in (Interventiestatus.AFGEROND, Interventiestatus.GESTOPT)
        ],
    )
    eindtoelichting = LangeTekst(label="Wat bracht het, of waarom stopt het?")


def _instrument_in_woorden(instrument: Instrument) -> str:
    vrij = "vrijwillig" if instrument.vrijwillig else "verplicht"
    voor = Doelgroep(instrument.doelgroep).label
    return f"{instrument.naam} · {instrument.get_bevoegd_gezag_display()} · {vrij} · {voor}"
