"""Change over time: the words of successive assessments beside each other, protective first."""

import uuid

from django.db.models import QuerySet
from django.urls import reverse

from beoordeling.enums import (
    AANWEZIG,
    DEEL_BESCHERMING,
    Beoordelingstatus,
    Oordeelniveau,
    Waarde,
)
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel
from casusregie.ui import tijd
from casusregie.ui.blokken import Strook, StrookCel, StrookRij
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

MEEST = 4
"""The number of assessments beside each other."""

STERKTE = {
    Waarde.AFWEZIG: "afwezig",
    Waarde.ENIGSZINS: "enigszins",
    Waarde.DUIDELIJK: "duidelijk",
    Waarde.ONBEKEND: "onbekend",
    Waarde.NIET_GEVRAAGD: "onbekend",
}
WOORD = {
    Waarde.AFWEZIG: "afwezig",
    Waarde.ENIGSZINS: "enigszins",
    Waarde.DUIDELIJK: "duidelijk",
    Waarde.ONBEKEND: "onbekend",
    Waarde.NIET_GEVRAAGD: "niet gevraagd",
}
NIVEAUSTERKTE = {
    Oordeelniveau.LAAG: "enigszins",
    Oordeelniveau.MATIG: "duidelijk",
    Oordeelniveau.HOOG: "sterk",
}
ONBEKEND = StrookCel("niet gevraagd", "onbekend")


@Lijst[Beoordeling]
def vergelijkbaar_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Beoordeling]:
    """The last established assessments, newest first."""
    return (
        Beoordeling.objects.voor(toegang)
        .filter(dossier=dossier, status=Beoordelingstatus.VASTGESTELD)
        .order_by("-vastgesteld_op", "-pk")[:MEEST]
    )


@Lijst[Antwoord]
def antwoorden_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Antwoord]:
    """Their answers, without the texts."""
    reeks = vergelijkbaar_in.vraag(toegang, dossier).values("pk")
    return (
        Antwoord.objects.voor(toegang)
        .filter(beoordeling__in=reeks)
        .select_related("indicator__deel", "bron")
        .defer("onderbouwing", "tegenbewijs")
    )


def strook_van(toegang: Toegang, dossier: Dossier, meest: int | None = None) -> Strook | None:
    """What is present or changed, per indicator; unknown is hatched. None without an assessment.

    ``meest`` keeps the rows that changed first. An assessment on another version of the framework
    is compared by the code of the indicator; nothing is scored again.
    """
    reeks = vergelijkbaar_in(toegang, dossier)[::-1]
    per_code: dict[tuple[str, str], dict[uuid.UUID, Antwoord]] = {}
    for antwoord in antwoorden_in(toegang, dossier):
        sleutel = (antwoord.indicator.deel.code, antwoord.indicator.code)
        per_code.setdefault(sleutel, {})[antwoord.beoordeling_id] = antwoord
    rijen = [rij for rij in per_code.values() if _toonbaar(rij, reeks)]
    if not rijen:
        return None
    rijen.sort(key=lambda rij: _volgorde(rij, reeks, kort=meest is not None))
    return Strook(
        [tijd.maand_jaar(b.vastgesteld_op) for b in reeks],
        [_rij(rij, reeks) for rij in rijen[:meest]],
    )


def oordeelstrook(toegang: Toegang, dossier: Dossier) -> Strook | None:
    """The level that people gave to each part over time, with what the last one rests on."""
    reeks = vergelijkbaar_in(toegang, dossier)[::-1]
    per_deel: dict[str, dict[uuid.UUID, Deeloordeel]] = {}
    oordelen = (
        Deeloordeel.objects.voor(toegang)
        .filter(beoordeling__in=[b.pk for b in reeks])
        .select_related("deel")
        .order_by("deel__volgorde")
    )
    for oordeel in oordelen:
        per_deel.setdefault(oordeel.deel.naam, {})[oordeel.beoordeling_id] = oordeel
    if not per_deel:
        return None
    return Strook(
        [tijd.maand_jaar(b.vastgesteld_op) for b in reeks],
        [
            StrookRij(
                naam, [_oordeelcel(rij.get(b.pk)) for b in reeks], _laatste(rij, reeks).rust_op
            )
            for naam, rij in per_deel.items()
        ],
        bijschrift="Het oordeel per deel in woorden",
        kop_rij="Oordeel per deel",
    )


def _toonbaar(rij: dict[uuid.UUID, Antwoord], reeks: list[Beoordeling]) -> bool:
    return any(a.waarde in AANWEZIG for a in rij.values()) or _veranderd(rij, reeks)


def _veranderd(rij: dict[uuid.UUID, Antwoord], reeks: list[Beoordeling]) -> bool:
    return len({rij[b.pk].waarde if b.pk in rij else "" for b in reeks}) > 1


def _volgorde(
    rij: dict[uuid.UUID, Antwoord], reeks: list[Beoordeling], *, kort: bool
) -> tuple[bool, bool, int, int]:
    indicator = next(iter(rij.values())).indicator
    return (
        indicator.deel.code != DEEL_BESCHERMING,
        kort and not _veranderd(rij, reeks),
        indicator.deel.volgorde,
        indicator.volgorde,
    )


def _rij(rij: dict[uuid.UUID, Antwoord], reeks: list[Beoordeling]) -> StrookRij:
    laatste = _laatste(rij, reeks)
    return StrookRij(
        laatste.indicator.naam,
        [_cel(rij.get(b.pk)) for b in reeks],
        grondslag_van(laatste),
        reverse("beoordeling:beoordeling_inzien", args=[laatste.beoordeling_id]),
    )


def _laatste[T](rij: dict[uuid.UUID, T], reeks: list[Beoordeling]) -> T:
    return next(rij[b.pk] for b in reversed(reeks) if b.pk in rij)


def _cel(antwoord: Antwoord | None) -> StrookCel:
    if antwoord is None:
        return ONBEKEND
    waarde = Waarde(antwoord.waarde)
    return StrookCel(WOORD[waarde], STERKTE[waarde])  # type: ignore[arg-type]


def _oordeelcel(oordeel: Deeloordeel | None) -> StrookCel:
    if oordeel is None:
        return ONBEKEND
    niveau = Oordeelniveau(oordeel.niveau)
    return StrookCel(niveau.label, NIVEAUSTERKTE[niveau])  # type: ignore[arg-type]


def grondslag_van(antwoord: Antwoord) -> str:
    """What an answer rests on, in a few words: kind of evidence, source, confirmed or not."""
    delen = [
        antwoord.get_bewijssoort_display() if antwoord.bewijssoort else "",
        antwoord.bron.naam if antwoord.bron else "",
        "bevestigd" if antwoord.bevestigd else "",
    ]
    return " · ".join(filter(None, delen)) or "geen onderbouwing"
