"""Parts of deeds by which care shares what it knows, and by which that ends."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from convenant.enums import Categorie, Verstrekkingsoort, Zorggrond
from convenant.handeling import Geweigerd, bouwsteen
from convenant.models import Bronstuk, Dossier, Organisatie, Zorgdeling
from convenant.services.terughalen import deling_hervatten, deling_terughalen
from convenant.services.verstrekking import verstrekking_vastleggen
from convenant.toegang import Toegang

ARTIKEL = "7.4"
GESLOTEN = "Het dossier is gesloten"
SOORT = {
    Zorggrond.TOESTEMMING: Verstrekkingsoort.TOESTEMMING,
    Zorggrond.CONFLICT: Verstrekkingsoort.CONFLICT,
}


@bouwsteen
def zorgdelingen_zetten(
    toegang: Toegang,
    stuk: Bronstuk,
    *,
    ontvangers: Iterable[Organisatie],
    grond: Zorggrond,
    doel: str,
    tot: date,
    alles: bool = False,
    **gegevens: Any,
) -> list[Zorgdeling]:
    """Share this item, or ``alles`` of its source in this dossier: a row for each receiver.

    Each is a line of the verstrekkingenregister.
    """
    rijen: list[Zorgdeling] = []
    for ontvanger in ontvangers:
        rij = Zorgdeling(
            dossier=stuk.dossier,
            bron_id=stuk.bron_id,
            ontvanger=ontvanger,
            stuk_id=None if alles else stuk.pk,
            grond=grond,
            doel=doel,
            tot=tot,
            vastgelegd_op=toegang.moment,
            vastgelegd_door_id=toegang.hoedanigheid_id,
            **gegevens,
        )
        _loopt_nog_niet(toegang, rij)
        if rijen and rijen[0].scan:
            rij.scan = rijen[0].scan.name
        rij.save(force_insert=True)
        deling_hervatten(toegang, rij)
        verstrekking_vastleggen(
            toegang,
            soort=SOORT[grond],
            stuk=stuk.dossier if alles else stuk,
            naar=ontvanger.pk,
            categorieen=(Categorie.MEDISCH,),
            artikelen=(ARTIKEL,),
        )
        rijen.append(rij)
    return rijen


@bouwsteen
def zorgdelingen_intrekken(toegang: Toegang, rijen: Iterable[Zorgdeling], *, wijze: str) -> None:
    """From this moment on nobody reads it any more; each receiver is asked what it does now."""
    for rij in rijen:
        _beeindigen(toegang, rij, wijze)
        deling_terughalen(toegang, rij)


@bouwsteen
def zorgdelingen_beeindigen(toegang: Toegang, dossier: Dossier) -> None:
    """What care shared ends with the aanpak, and does not come back when the case is reopened.

    The end of a dossier asks every receiver what it did with all that it got.
    """
    lopend = Zorgdeling.objects.buiten_toegang("het einde geldt voor alles, van welke bron ook")
    for rij in lopend.filter(Zorgdeling.lopend_op(toegang.moment), dossier=dossier):
        _beeindigen(toegang, rij, GESLOTEN)


def _beeindigen(toegang: Toegang, rij: Zorgdeling, wijze: str) -> None:
    rij.ingetrokken_op = toegang.moment
    rij.ingetrokken_door_id = toegang.hoedanigheid_id
    rij.intrekwijze = wijze
    rij.save()


def _loopt_nog_niet(toegang: Toegang, rij: Zorgdeling) -> None:
    eerder = Zorgdeling.objects.buiten_toegang("twee keer hetzelfde delen trekt niemand goed in")
    if eerder.filter(
        Zorgdeling.lopend_op(toegang.moment),
        dossier_id=rij.dossier_id,
        bron_id=rij.bron_id,
        ontvanger_id=rij.ontvanger_id,
        stuk_id=rij.stuk_id,
        grond=rij.grond,
    ).exists():
        raise Geweigerd(f"U deelt dit al met {rij.ontvanger.naam}. Trek dat eerst in.")
