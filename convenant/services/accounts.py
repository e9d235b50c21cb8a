"""Accounts and hoedanigheden: given, confirmed every year and ended, never removed."""

from datetime import date

from django.db.models import Q, QuerySet

from convenant.enums import Rol, Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid, Medewerker, Organisatie
from convenant.rules import accounts as rules
from convenant.rules.termijnen import jaar_later
from convenant.services.taken import taken_sluiten
from convenant.toegang import Toegang


@handeling(rules.medewerker_toevoegen)
def medewerker_toevoegen(
    toegang: Toegang, *, email: str, naam: str, telefoon: str = ""
) -> Medewerker:
    """Make an account without rights and without a password; its owner chooses one by mail.

    Raises ``Geweigerd`` when the address is in use.
    """
    if Medewerker.objects.filter(email__iexact=email).exists():
        raise Geweigerd("Er is al een account met dit e-mailadres.")
    return Medewerker.objects.create_user(
        email, naam=naam, telefoon=telefoon, actief_sinds=toegang.moment
    )


@handeling(rules.medewerker_sluiten)
def medewerker_sluiten(toegang: Toegang, medewerker: Medewerker, *, reden: str) -> Medewerker:
    """Close an account and withdraw its capacities: the next request is refused."""
    for hoedanigheid in _niet_ingetrokken(medewerker):
        _intrekken(toegang, hoedanigheid)
    medewerker.is_active = False
    medewerker.gesloten_op = toegang.moment
    medewerker.save(update_fields=["is_active", "gesloten_op"])
    return medewerker


@handeling(rules.medewerker_heropenen)
def medewerker_heropenen(toegang: Toegang, medewerker: Medewerker, *, reden: str) -> Medewerker:
    """Open a closed account again: with the roles that nobody ended, and ninety days to use it."""
    medewerker.is_active = True
    medewerker.actief_sinds = toegang.moment
    medewerker.gesloten_op = None
    medewerker.save(update_fields=["is_active", "actief_sinds", "gesloten_op"])
    return medewerker


@handeling(rules.hoedanigheid_verlenen)
def hoedanigheid_verlenen(
    toegang: Toegang,
    medewerker: Medewerker,
    *,
    rol: Rol,
    organisatie: Organisatie,
    van: date,
    tot: date | None = None,
) -> Hoedanigheid:
    """Let someone act in ``rol`` for ``organisatie`` from ``van`` until ``tot`` (last day).

    Raises ``Geweigerd`` when that overlaps a capacity that is the same.
    """
    zelfde = _niet_ingetrokken(medewerker).filter(rol=rol, organisatie=organisatie)
    zelfde = zelfde.filter(Q(tot__isnull=True) | Q(tot__gte=van))
    if tot is not None:
        zelfde = zelfde.filter(van__lte=tot)
    if zelfde.exists():
        raise Geweigerd("Deze medewerker heeft die rol in die periode al.")
    return Hoedanigheid.objects.create(
        medewerker=medewerker,
        rol=rol,
        organisatie=organisatie,
        van=van,
        tot=tot,
        bevestigd_tot=jaar_later(van),
    )


@handeling(rules.hoedanigheid_bevestigen)
def hoedanigheid_bevestigen(toegang: Toegang, hoedanigheid: Hoedanigheid) -> Hoedanigheid:
    """Say that someone still needs this role: it holds for another year, from today."""
    hoedanigheid.bevestigd_op = toegang.moment
    hoedanigheid.bevestigd_door_id = toegang.hoedanigheid_id
    hoedanigheid.bevestigd_tot = jaar_later(max(hoedanigheid.van, toegang.vandaag))
    hoedanigheid.save(update_fields=["bevestigd_op", "bevestigd_door", "bevestigd_tot"])
    _taken_dicht(toegang, hoedanigheid, "De rol is bevestigd.")
    return hoedanigheid


@handeling(rules.hoedanigheid_beeindigen)
def hoedanigheid_beeindigen(
    toegang: Toegang, hoedanigheid: Hoedanigheid, *, reden: str
) -> Hoedanigheid:
    """Withdraw a capacity at once: access is loaded per request, so the next one is refused."""
    return _intrekken(toegang, hoedanigheid)


def _niet_ingetrokken(medewerker: Medewerker) -> QuerySet[Hoedanigheid]:
    return Hoedanigheid.objects.filter(medewerker=medewerker, ingetrokken_op__isnull=True)


def _intrekken(toegang: Toegang, hoedanigheid: Hoedanigheid) -> Hoedanigheid:
    hoedanigheid.ingetrokken_op = toegang.moment
    if hoedanigheid.tot is None or hoedanigheid.tot > toegang.vandaag:
        hoedanigheid.tot = max(hoedanigheid.van, toegang.vandaag)
    hoedanigheid.save(update_fields=["ingetrokken_op", "tot"])
    _taken_dicht(toegang, hoedanigheid, "De rol is beëindigd.")
    return hoedanigheid


def _taken_dicht(toegang: Toegang, hoedanigheid: Hoedanigheid, uitkomst: str) -> None:
    taken_sluiten(toegang, hoedanigheid, Taaksoort.HERCERTIFICERING, uitkomst=uitkomst)
