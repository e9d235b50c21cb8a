"""Involvement in a dossier: given with period and reason, ended, never removed."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import Permission

from convenant.enums import Relatie
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid
from convenant.rules import betrokkenheid as rules
from convenant.rules.dicht import niet_voor_wie_het_dicht_is
from convenant.rules.vervanging import niet_voor_zichzelf
from convenant.selectors.betrokkenen import lopende_betrokkenheden, regisseur_van
from convenant.services.taken import taken_overdragen
from convenant.services.terughalen import terughalen_overdragen
from convenant.services.verstrekking import betrokkenheid_verstrekken
from convenant.toegang import Toegang


@bouwsteen
def betrokkenheid_zetten(
    toegang: Toegang,
    dossier: Dossier,
    *,
    wie: Hoedanigheid,
    relatie: Relatie,
    reden: str,
    van: date | None = None,
    tot: date | None = None,
) -> Betrokkenheid:
    """Write the guardian row as part of a deed; ``van`` defaults to today.

    What it opens to another organisation is recorded as a verstrekking.

    Raises ``Geweigerd`` when this person already has this involvement in that period, when the
    dossier is shut for him, and when a stand-in would give himself what he has for a time.
    """
    niet_voor_wie_het_dicht_is(dossier.pk, wie)
    niet_voor_zichzelf(toegang, dossier.pk, wie)
    _niet_nog_eens(dossier, wie, relatie, van or toegang.vandaag, tot)
    rij = Betrokkenheid(
        content_object=dossier,
        user_id=wie.medewerker_id,
        permission=Permission.objects.select_related("content_type").get(
            codename=relatie, content_type__app_label="convenant", content_type__model="dossier"
        ),
        hoedanigheid=wie,
        van=van or toegang.vandaag,
        tot=tot,
        reden=reden,
        verleend_door_id=toegang.hoedanigheid_id,
    )
    betrokkenheid_verstrekken(toegang, rij, dossier, wie)
    rij.save(force_insert=True)
    return rij


def _niet_nog_eens(
    dossier: Dossier, wie: Hoedanigheid, relatie: Relatie, van: date, tot: date | None
) -> None:
    rijen = (
        Betrokkenheid.objects.buiten_toegang("twee perioden mogen elkaar nooit overlappen")
        .filter(content_object=dossier, hoedanigheid=wie, permission__codename=relatie)
        .filter(beeindigd_op__isnull=True)
        .exclude(tot__lt=van)
    )
    if tot is not None:
        rijen = rijen.filter(van__lte=tot)
    if rijen.exists():
        raise Geweigerd("Deze persoon is in die periode al zo bij dit dossier betrokken.")


@bouwsteen
def betrokkenheden_sluiten(
    toegang: Toegang, dossier: Dossier, *relaties: Relatie, reden: str
) -> None:
    """End involvements of these kinds that run or were still to begin."""
    rijen = (
        Betrokkenheid.objects.buiten_toegang("de handeling beëindigt ieders betrokkenheid")
        .filter(content_object=dossier, permission__codename__in=relaties)
        .filter(beeindigd_op__isnull=True)
        .exclude(tot__lt=toegang.vandaag)
        .select_related("content_object", "permission")
    )
    for rij in rijen:
        _beeindigen(toegang, rij, reden)


@bouwsteen
def betrokkenheden_van_een_stoppen(
    toegang: Toegang, rijen: Iterable[Betrokkenheid], *, reden: str
) -> None:
    """End everything that one person has in a dossier; what his organisation received it answers."""
    for rij in rijen:
        _beeindigen(toegang, rij, reden)
        terughalen_overdragen(toegang, rij.content_object_id, rij.hoedanigheid)


@handeling(rules.betrokkenheid_verlenen)
def betrokkenheid_verlenen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    wie: Hoedanigheid,
    relatie: Relatie,
    reden: str,
    tot: date | None = None,
) -> Betrokkenheid:
    """Involve a named person in this dossier from today until ``tot``."""
    return betrokkenheid_zetten(toegang, dossier, wie=wie, relatie=relatie, reden=reden, tot=tot)


@handeling(rules.betrokkenheid_beeindigen)
def betrokkenheid_beeindigen(
    toegang: Toegang, betrokkenheid: Betrokkenheid, *, reden: str
) -> Betrokkenheid:
    """End an involvement at once: access is loaded per request, so the next one is refused.

    Whoever is not involved in another way either leaves his open work to the regisseur.
    """
    rij = _beeindigen(toegang, betrokkenheid, reden)
    dossier_id, wie = rij.content_object_id, rij.hoedanigheid_id
    lopend = lopende_betrokkenheden(toegang, dossier_id)
    if not lopend.filter(hoedanigheid_id=wie).exists():
        regisseur = regisseur_van(dossier_id, toegang)
        naar = regisseur.hoedanigheid_id if regisseur else toegang.hoedanigheid_id
        taken_overdragen(toegang, dossier_id, van=wie, naar=naar)
        terughalen_overdragen(toegang, dossier_id, rij.hoedanigheid)
    return rij


def _beeindigen(toegang: Toegang, rij: Betrokkenheid, reden: str) -> Betrokkenheid:
    rij.beeindigd_op = toegang.moment
    rij.eindreden = reden
    rij.save()
    return rij
