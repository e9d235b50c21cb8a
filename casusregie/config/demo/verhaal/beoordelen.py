"""An assessment: protective part first, answers with what they rest on, a second person."""

import uuid

from beoordeling.enums import (
    DEEL_BESCHERMING,
    DEEL_IDEOLOGIE,
    Aanleiding,
    Bewijssoort,
    Oordeelniveau,
    Waarde,
)
from beoordeling.models import Indicator, Kaderdeel
from beoordeling.services.beoordeling import (
    beoordeling_starten,
    beoordeling_vaststellen,
    beoordeling_voorleggen,
)
from beoordeling.services.beoordeling_invullen import (
    Bevinding,
    Oordeel,
    Stroomkeuze,
    beoordeling_bewaren,
)
from convenant.models import Dossier
from meldpunt.enums import Stroom

from .casusplan import Casusplan
from .teksten import tekst
from .toneel import Toneel, Verloop

REEKS = (Waarde.AFWEZIG, Waarde.ENIGSZINS, Waarde.DUIDELIJK)
ONDERBOUWING = {
    Waarde.AFWEZIG: "Niet gezien in de gesprekken en niet genoemd door partners.",
    Waarde.ENIGSZINS: "Eén keer gezien, en genoemd door één partner.",
    Waarde.DUIDELIJK: "Meer dan eens gezien, door twee bronnen.",
    Waarde.ONBEKEND: "",
    Waarde.NIET_GEVRAAGD: "",
}


def beoordelen(
    toneel: Toneel, plan: Casusplan, dossier: Dossier, aanleiding: Aanleiding, stand: int
) -> Verloop:
    """Make and establish an assessment; ``stand`` (0, 1, 2 …) is how far things have improved."""
    maker = toneel.als(plan.regisseur)
    beoordeling = beoordeling_starten(maker, dossier, aanleiding=aanleiding)
    delen = Kaderdeel.objects.filter(kader_id=beoordeling.kader_id).order_by("volgorde")
    for deel in delen:
        if beoordeling.zonder_ideologie and deel.code == DEEL_IDEOLOGIE:
            continue
        beoordeling = beoordeling_bewaren(
            toneel.als(plan.regisseur),
            beoordeling,
            deel=deel,
            antwoorden=_antwoorden(toneel, plan, deel, stand),
            oordeel=_oordeel(deel, stand),
            stroomkeuze=_stroomkeuze(plan) if deel.code == DEEL_IDEOLOGIE else None,
        )
    yield toneel.na(1)
    beoordeling = beoordeling_voorleggen(toneel.als(plan.regisseur), beoordeling)
    yield toneel.na(3)
    beoordeling_vaststellen(toneel.als("paula"), beoordeling)


def _antwoorden(
    toneel: Toneel, plan: Casusplan, deel: Kaderdeel, stand: int
) -> dict[uuid.UUID, Bevinding]:
    stroom = _stroom(plan)
    indicatoren = Indicator.objects.filter(deel=deel).order_by("volgorde")
    if stroom != Stroom.ONDUIDELIJK:
        indicatoren = indicatoren.filter(stroom__in=("", stroom))
    return {
        indicator.pk: _bevinding(toneel, _waarde(plan, deel, plek, stand))
        for plek, indicator in enumerate(indicatoren)
    }


def _waarde(plan: Casusplan, deel: Kaderdeel, plek: int, stand: int) -> Waarde:
    if (plan.nummer + plek) % 9 == 0:
        return Waarde.ONBEKEND
    if (plan.nummer + plek) % 11 == 0:
        return Waarde.NIET_GEVRAAGD
    begin = (plan.nummer + plek) % 3
    beter = stand if deel.code == DEEL_BESCHERMING else -stand
    return REEKS[min(2, max(0, begin + (beter if plek % 2 else 0)))]


def _bevinding(toneel: Toneel, waarde: Waarde) -> Bevinding:
    weet = waarde in REEKS
    return Bevinding(
        waarde,
        onderbouwing=ONDERBOUWING[waarde],
        bewijssoort=Bewijssoort.WAARNEMING if weet else "",
        bron_id=toneel.spelers["rik"].organisatie_id if weet else None,
        bevestigd=waarde == Waarde.DUIDELIJK,
        gebeurd_op=toneel.moment.date() if weet else None,
    )


def _oordeel(deel: Kaderdeel, stand: int) -> Oordeel:
    hoog_naar_laag = (Oordeelniveau.HOOG, Oordeelniveau.MATIG, Oordeelniveau.LAAG)
    laag_naar_hoog = (Oordeelniveau.MATIG, Oordeelniveau.MATIG, Oordeelniveau.HOOG)
    niveaus = laag_naar_hoog if deel.code == DEEL_BESCHERMING else hoog_naar_laag
    return Oordeel(
        niveaus[min(2, stand)],
        oordeel="Er is verandering te zien sinds de vorige keer."
        if stand
        else "Dit is het eerste beeld. Op een paar vragen weten we het antwoord nog niet.",
        rust_op="Gesprekken met de persoon en wat partners hebben verteld.",
    )


def _stroomkeuze(plan: Casusplan) -> Stroomkeuze:
    return Stroomkeuze(
        (_stroom(plan),), "Dit past bij wat de melder zag en bij wat de persoon zelf vertelt."
    )


def _stroom(plan: Casusplan) -> Stroom:
    return Stroom(tekst("melding", plan.nummer)["stroom"])
