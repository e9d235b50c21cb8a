"""Writing one part of an assessment: the answers with what they rest on, and the judgement."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from beoordeling.enums import DEEL_IDEOLOGIE, Bewijssoort, Oordeelniveau, Waarde
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel, Indicator, Kaderdeel
from beoordeling.rules import beoordeling as rules
from beoordeling.rules.bewijs import te_bewaren_bewijs
from beoordeling.rules.volledigheid import bescherming_ingevuld
from convenant.handeling import Geweigerd, handeling
from convenant.services.dossier import dossier_bijwerken
from convenant.toegang import Toegang
from meldpunt.enums import Stroom

WAAROM = "de handeling schrijft het hele deel"


@dataclass(frozen=True)
class Bevinding:
    """The answer on one indicator: a Waarde, and what it rests on."""

    waarde: str
    onderbouwing: str = ""
    tegenbewijs: str = ""
    bewijssoort: str = ""
    bron_id: uuid.UUID | None = None
    bevestigd: bool = False
    gebeurd_op: date | None = None
    bewijs: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True)
class Oordeel:
    """The judgement of a person on a part: level, words, and on what it rests."""

    niveau: str
    oordeel: str
    rust_op: str


@dataclass(frozen=True)
class Stroomkeuze:
    """Which kinds of extremism the worry is about, with the reason of the choice."""

    stromen: tuple[str, ...]
    reden: str


@handeling(rules.beoordeling_bewaren)
def beoordeling_bewaren(
    toegang: Toegang,
    beoordeling: Beoordeling,
    *,
    deel: Kaderdeel,
    antwoorden: Mapping[uuid.UUID, Bevinding],
    oordeel: Oordeel | None = None,
    stroomkeuze: Stroomkeuze | None = None,
) -> Beoordeling:
    """Save a part; ``antwoorden`` by indicator id, what is left out stays as it was.

    Raises ``Geweigerd`` for a level before every beschermende indicator has an answer, for a
    level without words, and for a stroom without a reason.
    """
    if deel.kader_id != beoordeling.kader_id:
        raise Geweigerd("Dit deel hoort niet bij het kader van deze beoordeling.")
    if beoordeling.zonder_ideologie and deel.code == DEEL_IDEOLOGIE:
        raise Geweigerd("Deze beoordeling heeft geen deel over ideologie.")
    if stroomkeuze is not None and deel.code == DEEL_IDEOLOGIE:
        _stroom_zetten(beoordeling, stroomkeuze)
    beoordeling.versie += 1
    beoordeling.save()
    _antwoorden_zetten(toegang, beoordeling, deel, antwoorden)
    if oordeel is not None:
        _oordeel_zetten(beoordeling, deel, oordeel)
    dossier_bijwerken(toegang, beoordeling.dossier_id)
    return beoordeling


def _stroom_zetten(beoordeling: Beoordeling, keuze: Stroomkeuze) -> None:
    stromen = [Stroom(s) for s in keuze.stromen]
    if len(stromen) > 1 and Stroom.GEEN in stromen:
        raise Geweigerd("Kies 'geen', of een of meer stromen, maar niet allebei.")
    if stromen and not keuze.reden.strip():
        raise Geweigerd("Schrijf op waarom u deze stroom kiest.")
    beoordeling.stromen = [str(s) for s in stromen]
    beoordeling.stroomreden = keuze.reden


def _antwoorden_zetten(
    toegang: Toegang,
    beoordeling: Beoordeling,
    deel: Kaderdeel,
    antwoorden: Mapping[uuid.UUID, Bevinding],
) -> None:
    vragen = set(Indicator.objects.filter(deel=deel).values_list("pk", flat=True))
    bestaand = {
        a.indicator_id: a
        for a in Antwoord.objects.buiten_toegang(WAAROM).filter(
            beoordeling=beoordeling, indicator__deel=deel
        )
    }
    for indicator_id, bevinding in antwoorden.items():
        if indicator_id in vragen:
            rij = bestaand.get(indicator_id)
            bewijs = te_bewaren_bewijs(
                toegang,
                beoordeling.dossier_id,
                bevinding.bewijs,
                eerst=() if rij is None else rij.bewijs,
            )
            heel = replace(bevinding, bewijs=tuple(bewijs))
            _antwoord_zetten(beoordeling, indicator_id, heel, rij)


def _antwoord_zetten(
    beoordeling: Beoordeling, indicator_id: uuid.UUID, nieuw: Bevinding, rij: Antwoord | None
) -> None:
    if rij is not None and bevinding_van(rij) == nieuw:
        return
    toegevoegd = rij is None
    rij = rij or Antwoord(beoordeling=beoordeling, indicator_id=indicator_id)
    rij.waarde = Waarde(nieuw.waarde)
    rij.onderbouwing, rij.tegenbewijs = nieuw.onderbouwing, nieuw.tegenbewijs
    rij.bewijssoort = Bewijssoort(nieuw.bewijssoort) if nieuw.bewijssoort else ""
    rij.bron_id, rij.bevestigd, rij.gebeurd_op = nieuw.bron_id, nieuw.bevestigd, nieuw.gebeurd_op
    rij.bewijs = list(nieuw.bewijs)
    rij.save(force_insert=toegevoegd)


def bevinding_van(rij: Antwoord) -> Bevinding:
    """What a saved answer says, in the shape in which it is given."""
    return Bevinding(
        rij.waarde,
        rij.onderbouwing,
        rij.tegenbewijs,
        rij.bewijssoort,
        rij.bron_id,
        rij.bevestigd,
        rij.gebeurd_op,
        tuple(sorted(rij.bewijs)),
    )


def _oordeel_zetten(beoordeling: Beoordeling, deel: Kaderdeel, nieuw: Oordeel) -> None:
    if not bescherming_ingevuld(beoordeling):
        raise Geweigerd(
            "Geef eerst bij alle beschermende factoren een antwoord; 'onbekend' en 'niet gevraagd' "
            "zijn ook een antwoord. Daarna kunt u een niveau geven."
        )
    if not nieuw.oordeel.strip() or not nieuw.rust_op.strip():
        raise Geweigerd("Geef bij het niveau uw oordeel in woorden, en waar het op rust.")
    rij = (
        Deeloordeel.objects.buiten_toegang(WAAROM)
        .filter(beoordeling=beoordeling, deel=deel)
        .first()
    )
    toegevoegd = rij is None
    rij = rij or Deeloordeel(beoordeling=beoordeling, deel=deel)
    if not toegevoegd and (rij.niveau, rij.oordeel, rij.rust_op) == (
        nieuw.niveau,
        nieuw.oordeel,
        nieuw.rust_op,
    ):
        return
    rij.niveau, rij.oordeel, rij.rust_op = (
        Oordeelniveau(nieuw.niveau),
        nieuw.oordeel,
        nieuw.rust_op,
    )
    rij.save(force_insert=toegevoegd)
