"""Erasing an item and all it ever said: who can be the second person, and who may answer."""

import uuid
from datetime import date

from django.apps import apps
from django.db.models import QuerySet

from convenant.enums import Wisgrond, Wisstand
from convenant.handeling import Geweigerd
from convenant.models import Bronstuk, Hoedanigheid, Wissing
from convenant.rules.bronstuk import eis_namens_de_bron
from convenant.rules.dicht import afscherming_van
from convenant.rules.embargo import bewaarders
from convenant.rules.ontvangers import getekend
from convenant.toegang import Toegang

AL_BESLIST = "Hierover is al beslist."


def tweede_personen(toegang: Toegang, stuk: Bronstuk) -> QuerySet[Hoedanigheid]:
    """Who can be asked: as for an embargo someone else of the source, or a procesregisseur.

    Who asks for another organisation, because he recorded it for that source, asks someone of the
    source, where anyone can: nothing of it is erased without it. Of a sealed dossier only who is
    named.
    """
    mensen = bewaarders(toegang, stuk.bron_id).filter(organisatie__in=getekend(toegang))
    mensen = afscherming_van(stuk.dossier_id).zonder_wie_dicht_is(mensen)
    van_bron = mensen.filter(organisatie_id=stuk.bron_id)
    return van_bron if stuk.bron_id != toegang.organisatie_id and van_bron.exists() else mensen


def wissing_van(stuk_id: uuid.UUID) -> Wissing | None:
    """What was asked about this item, if anything."""
    rijen = Wissing.objects.buiten_toegang("één verzoek per stuk, van wie het ook kwam")
    return rijen.filter(pk=stuk_id).first()


def gewist_stuk(wissing: Wissing) -> Bronstuk:
    """What it is about, of whichever room."""
    soort: type[Bronstuk] = apps.get_model(wissing.stuk_soort)
    stukken = soort.objects.buiten_toegang("de tweede persoon wist ook wat hij niet leest")
    return stukken.select_related("dossier", "bron").get(pk=wissing.stuk_id)


def eis_te_wissen(toegang: Toegang, stuk: Bronstuk) -> None:
    """Raise ``Geweigerd`` for anyone but the source, of what it took back.

    So everyone who received it has heard.
    """
    eis_namens_de_bron(toegang, stuk, "laten wissen")
    if stuk.gewist_op is not None:
        raise Geweigerd("Dit is al gewist.")
    if stuk.ingetrokken_op is None:
        raise Geweigerd("Trek de informatie eerst in. Dan hoort ieder die haar kreeg, het ook.")
    nog_niet_gevraagd(stuk.pk)


def nog_niet_gevraagd(stuk_id: uuid.UUID) -> None:
    """Raise ``Geweigerd`` while a second person has to answer already."""
    wissing = wissing_van(stuk_id)
    if wissing is not None and wissing.stand == Wisstand.GEVRAAGD:
        raise Geweigerd("Er is al gevraagd om dit te wissen.")


def grond_klopt(grond: Wisgrond, vernietigen_op: date | None, vandaag: date) -> None:
    """Raise ``Geweigerd`` for a term that is not over: the day is the ground (AVG 17 lid 1a)."""
    voorbij = vernietigen_op is not None and vernietigen_op < vandaag
    if grond == Wisgrond.TERMIJN and not voorbij:
        raise Geweigerd("De dag van vernietigen is nog niet voorbij.")


def is_de_tweede(toegang: Toegang, wissing: Wissing) -> None:
    """Raise ``Geweigerd`` for anyone but the second person, who is somebody else."""
    if not wissing.wacht:
        raise Geweigerd(AL_BESLIST)
    if wissing.gevraagd_door.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("U vroeg dit zelf. Een tweede persoon moet het wissen.")
    if wissing.tweede_id != toegang.hoedanigheid_id:
        raise Geweigerd(f"{wissing.tweede.medewerker.naam} is gevraagd om dit te doen.")


def mag_afwijzen(toegang: Toegang, wissing: Wissing) -> None:
    """Raise ``Geweigerd`` for who neither was asked nor works for the source or asked it himself."""
    if not wissing.wacht:
        raise Geweigerd(AL_BESLIST)
    hier = {wissing.tweede_id, wissing.gevraagd_door_id}
    if toegang.hoedanigheid_id not in hier and wissing.bron_id != toegang.organisatie_id:
        raise Geweigerd("Alleen de bron, of wie is gevraagd, kan dit afwijzen.")
