"""Erasing: the parts of the deeds of later rooms. The text itself the database removes."""

from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db import connection

from convenant.enums import Taaksoort, Wisgrond, Wisstand
from convenant.handeling import Geweigerd, bouwsteen
from convenant.models import Bronstuk, Hoedanigheid, Wissing
from convenant.rules import wissing as rules
from convenant.rules.termijnen import BEOORDELEN_WERKDAGEN, werkdagen_later
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Verzoek:
    """Why an item has to be erased, and who is asked to do it."""

    grond: Wisgrond
    reden: str
    tweede: Hoedanigheid


@bouwsteen
def wissing_vragen(toegang: Toegang, stuk: Bronstuk, verzoek: Verzoek) -> Wissing:
    """Ask a second person, who gets a task; what was refused before may be asked again.

    That nothing was asked yet, the rule of the deed says (``eis_te_wissen``).
    """
    if not rules.tweede_personen(toegang, stuk).filter(pk=verzoek.tweede.pk).exists():
        raise Geweigerd("Deze persoon kan dit niet wissen. Kies iemand anders.")
    eerder = rules.wissing_van(stuk.pk)
    wissing = eerder or Wissing(
        pk=stuk.pk,
        dossier_id=stuk.dossier_id,
        stuk_soort=stuk._meta.label_lower,
        kenmerk=stuk.dossier.nummer,
        bron_id=stuk.bron_id,
    )
    wissing.grond, wissing.reden, wissing.tweede = verzoek.grond, verzoek.reden, verzoek.tweede
    wissing.gevraagd_op, wissing.gevraagd_door_id = toegang.moment, toegang.hoedanigheid_id
    wissing.stand, wissing.antwoord = Wisstand.GEVRAAGD, ""
    wissing.besloten_op = wissing.besloten_door = None
    _bewaren(wissing, nieuw=eerder is None)
    taak_zetten(
        toegang,
        soort=Taaksoort.WISSEN,
        titel="Beslissen over het wissen van informatie",
        uiterlijk=werkdagen_later(toegang.vandaag, BEOORDELEN_WERKDAGEN),
        voor=verzoek.tweede,
        over=wissing,
    )
    return wissing


@bouwsteen
def wissing_uitvoeren(toegang: Toegang, wissing: Wissing) -> Wissing:
    """Write down who said so, and let the database remove the text and every version of it.

    The files go before the transaction ends: where one cannot be removed nothing is erased, and
    the deed can be done again.
    """
    _beslist(toegang, wissing, Wisstand.GEWIST)
    with connection.cursor() as cursor:
        cursor.execute("SELECT versies, bestanden FROM wissen(%s)", [wissing.pk])
        versies, bestanden = cursor.fetchone()
    for naam in bestanden:
        default_storage.delete(naam)
    wissing.versies, wissing.bestanden = versies, len(bestanden)
    wissing.save()
    taken_sluiten(toegang, wissing, Taaksoort.WISSEN, uitkomst="Gewist")
    return wissing


@bouwsteen
def wissing_afwijzen(toegang: Toegang, wissing: Wissing, antwoord: str) -> Wissing:
    """It is not erased; the history keeps who asked and why not."""
    wissing.antwoord = antwoord
    _beslist(toegang, wissing, Wisstand.AFGEWEZEN)
    taken_sluiten(toegang, wissing, Taaksoort.WISSEN, uitkomst="Niet gewist")
    return wissing


def _beslist(toegang: Toegang, wissing: Wissing, stand: Wisstand) -> None:
    wissing.stand = stand
    wissing.besloten_op, wissing.besloten_door_id = toegang.moment, toegang.hoedanigheid_id
    _bewaren(wissing)


def _bewaren(wissing: Wissing, *, nieuw: bool = False) -> None:
    wissing.versie += 0 if nieuw else 1
    wissing.save(force_insert=nieuw)
