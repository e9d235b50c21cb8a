"""The instrumentenkoffer as a reading page."""

from typing import Any

from django.urls import reverse

from casusregie.forms.interventie import KofferFilter
from casusregie.models import Instrument
from casusregie.rules.lezen import KOFFERROLLEN
from casusregie.selectors.koffer import instrumenten
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from convenant.guard import Pagina, een_of_404, inzage

KOLOMMEN = [
    Kolom("Instrument", "naam"),
    Kolom("Soort"),
    Kolom("Gezag"),
    Kolom("Vrijwillig"),
    Kolom("Minderjarigen"),
    Kolom("Geldigheid"),
]


class Koffer(Pagina):
    """Every instrument with its authority; nothing of any person."""

    deur = inzage("koffer", *KOFFERROLLEN, titel="Instrumentenkoffer")
    template_name = "casusregie/koffer.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = KofferFilter(self.request.GET)
        sorteer = "-naam" if self.request.GET.get("sorteer") == "-naam" else "naam"
        pagina = bladeren(
            instrumenten(filter_.gekozen()), self.request.GET.get("vanaf"), op=sorteer
        )
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "sorteer": sorteer,
            "rijen": [self._rij(instrument) for instrument in pagina],
        }

    def _rij(self, instrument: Instrument) -> list[Cel]:
        return [
            Cel(
                instrument.naam,
                url=reverse("casusregie:instrument_inzien", args=[instrument.pk]),
                sub=instrument.get_leefdomein_display(),
            ),
            Cel(instrument.get_soort_display()),
            Cel(instrument.get_bevoegd_gezag_display()),
            Cel("ja" if instrument.vrijwillig else "nee, verplicht"),
            Cel("mag" if instrument.minderjarigen else "mag niet"),
            Cel(chip=geldigheid(instrument, self.toegang.vandaag)),
        ]


class InstrumentInzien(Pagina):
    """One entry with all it says."""

    deur = inzage("instrument_inzien", *KOFFERROLLEN, titel="Instrument")
    template_name = "casusregie/instrument_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        instrument = een_of_404(Instrument.objects.all(), pk=self.kwargs["instrument_id"])
        return {
            "instrument": instrument,
            "chips": [geldigheid(instrument, self.toegang.vandaag)],
            "feiten": _feiten(instrument),
            "kruimelpad": [
                Kruimel("Instrumentenkoffer", reverse("casusregie:koffer")),
                Kruimel(instrument.naam),
            ],
        }


def geldigheid(instrument: Instrument, vandaag: Any) -> Chip:
    """Whether it may be chosen today; a temporary law tells its end."""
    if not instrument.geldt_op(vandaag):
        return Chip("geldt nu niet", "laat")
    if instrument.geldig_tot:
        return Chip(f"tot {tijd.dag_maand_jaar(instrument.geldig_tot)}", "straks")
    return Chip("geldt", "goed")


def _feiten(instrument: Instrument) -> list[Feit]:
    maanden = instrument.maximale_termijn_maanden
    return [
        Feit("Soort", instrument.get_soort_display()),
        Feit("Voor wie", instrument.get_doelgroep_display()),
        Feit("Leefdomein", instrument.get_leefdomein_display()),
        Feit("Bevoegd gezag", instrument.get_bevoegd_gezag_display()),
        Feit("Vrijwillig", "ja" if instrument.vrijwillig else "nee, verplicht"),
        Feit("Bij minderjarigen", "mag" if instrument.minderjarigen else "mag niet"),
        Feit("Rechtsgrond", instrument.rechtsgrond),
        Feit("Ten hoogste", f"{maanden} maanden" if maanden else "geen vaste termijn"),
        Feit("Opnieuw bekijken na", f"{instrument.herziening_na_maanden} maanden"),
        Feit("Rechtsmiddel", instrument.rechtsmiddel or "geen"),
        Feit("Aanbieder", instrument.aanbieder),
        Feit("Kost geld", "ja" if instrument.kosten else "nee"),
    ]
