"""What is late, silent or on hold: a breach is shown, also when the number is small."""

from collections.abc import Iterable
from datetime import timedelta

from casusregie.enums import Informeerstatus, Planstatus
from casusregie.models import Casus, Herbeoordeling, Informering, Pauze, Plandoel
from convenant.enums import Niveau
from convenant.toegang import Toegang
from monitoring.models import Meting
from monitoring.rapportage.blad import Blok, Tabel, verdeling
from monitoring.rapportage.casussen import LOPEND
from monitoring.rapportage.onderdrukking import getoond
from monitoring.rapportage.periode import Periode

METING_VERS = timedelta(days=183)
"""A measurement is fresh for half a year: the default term of a review."""


def blok(toegang: Toegang, periode: Periode) -> Blok:
    """Reviews on time and late, silence, holds, and the duty to inform."""
    casussen = list(
        Casus.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier__fase__in=LOPEND)
        .values_list("dossier_id", "herbeoordeling_op", "afgeschaald_op")
    )
    te_beoordelen = [uiterlijk for _, uiterlijk, afgeschaald in casussen if afgeschaald is None]
    te_laat = sum(1 for uiterlijk in te_beoordelen if uiterlijk < toegang.vandaag)
    dossiers = [dossier_id for dossier_id, *_ in casussen]
    tabel = verdeling(
        "Herbeoordeling, op de dag van dit rapport",
        {"nog binnen de termijn": len(te_beoordelen) - te_laat, "te laat": te_laat},
        soort="Herbeoordeling",
        eenheid="casussen",
        id="herbeoordeling",
        plaat=False,
    )
    gedaan = (
        Herbeoordeling.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(periode.op("gedaan_op"))
        .count()
    )
    stil = {
        "zonder lopend doel in een vastgesteld plan": _zonder_doel(toegang, dossiers),
        "zonder meting in het laatste half jaar": _zonder_meting(toegang, dossiers),
        **_pauzes(toegang),
        **_informeren(toegang),
    }
    return Blok(
        "Termijnen en stilte",
        zinnen=[
            f"In deze periode zijn {getoond(gedaan)} herbeoordelingen gedaan.",
            *_waarschuwing(te_laat, "Er zijn herbeoordelingen te laat."),
            *_aandacht([wat for wat, aantal in stil.items() if aantal]),
        ],
        tabellen=[
            tabel,
            Tabel(
                "Wat aandacht vraagt, op de dag van dit rapport",
                ["Casussen", "Aantal"],
                [[wat, getoond(aantal)] for wat, aantal in stil.items()],
            ),
        ],
    )


def _zonder_doel(toegang: Toegang, dossiers: list[object]) -> int:
    met = (
        Plandoel.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier__in=dossiers, plan__status=Planstatus.VASTGESTELD, uitkomst="")
        .values_list("dossier_id", flat=True)
    )
    return len(set(dossiers) - set(met))


def _zonder_meting(toegang: Toegang, dossiers: list[object]) -> int:
    met = (
        Meting.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier__in=dossiers, gemeten_op__gte=toegang.vandaag - METING_VERS)
        .values_list("dossier_id", flat=True)
    )
    return len(set(dossiers) - set(met))


def _pauzes(toegang: Toegang) -> dict[str, int]:
    einden = list(
        Pauze.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(opgeheven_op=None)
        .values_list("tot", flat=True)
    )
    return {
        "met een pauze": len(einden),
        "met een pauze die voorbij haar einddatum is": sum(
            1 for t in einden if t < toegang.vandaag
        ),
    }


def _informeren(toegang: Toegang) -> dict[str, int]:
    rijen = list(
        Informering.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier__fase__in=LOPEND)
        .values_list("status", "uitgesteld_tot")
    )
    uitgesteld = [tot for status, tot in rijen if status == Informeerstatus.UITGESTELD]
    return {
        "waarin de betrokkene nog niet is geïnformeerd, zonder uitstel": sum(
            1 for status, _ in rijen if status == Informeerstatus.OPEN
        ),
        "waarin het informeren is uitgesteld": len(uitgesteld),
        "waarin het uitstel voorbij zijn einddatum is": sum(
            1 for tot in uitgesteld if tot is not None and tot < toegang.vandaag
        ),
    }


def _aandacht(wat: list[str]) -> Iterable[str]:
    return [f"Er zijn casussen {'; '.join(wat)}."] if wat else []


def _waarschuwing(aantal: int, zin: str) -> Iterable[str]:
    return [zin] if aantal else []
