"""Who asks a partner, who answers for it, and when a partner is reminded."""

from datetime import date, timedelta

from django.db.models import Q

from beoordeling.models import Bevraging
from beoordeling.models.bevraging import ANTWOORDERS
from convenant.enums import GEEINDIGD, Categorie, Organisatiesoort, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import BeschermdQuerySet, Dossier, Hoedanigheid, Organisatie
from convenant.rules.dicht import afscherming_van
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon

NOG_EENS = timedelta(days=7)
"""After the last day a partner is reminded, and once more so much later."""
ARTIKEL = "7.3"
"""A partner that is asked reads the question and about whom it is."""
TE_GEVEN = (Categorie.GEWOON, Categorie.BIJZONDER, Categorie.STRAFRECHTELIJK)


@regel(Rol.PROCESREGISSEUR)
def bevraging_sturen(toegang: Toegang, dossier: Dossier) -> None:
    """The procesregisseur asks, about a known person, while the dossier is open."""
    if dossier.fase in GEEINDIGD:
        raise Geweigerd("Dit dossier is gesloten; er wordt niets meer gevraagd.")
    if om_wie(dossier) == "":
        raise Geweigerd(
            "Het is nog niet bekend om wie het gaat. Zonder naam kan een partner niet antwoorden."
        )


@regel(*ANTWOORDERS)
def bevraging_beantwoorden(toegang: Toegang, bevraging: Bevraging) -> None:
    """Any partner or member of the weegploeg of the asked organisation, once."""
    if bevraging.organisatie_id != toegang.organisatie_id:
        raise Geweigerd("Deze vraag is aan een andere organisatie gesteld.")
    _is_open(bevraging)


@regel(Rol.PROCESREGISSEUR)
def bevraging_intrekken(toegang: Toegang, bevraging: Bevraging) -> None:
    """A question that waits can be taken back."""
    _is_open(bevraging)


@regel(Rol.PROCESREGISSEUR)
def bevraging_herinneren(toegang: Toegang, bevraging: Bevraging) -> None:
    """On the last day and a week later: no sooner, and no more than that."""
    _is_open(bevraging)
    if bevraging.herinneringen >= aan_de_beurt(bevraging.uiterlijk, toegang.vandaag):
        raise Geweigerd(
            "Er valt nu niets te herinneren: de termijn loopt nog, of het is al gedaan."
        )


def aan_de_beurt(uiterlijk: date, vandaag: date) -> int:
    """How many reminders there should have been by now."""
    return (vandaag >= uiterlijk) + (vandaag >= uiterlijk + NOG_EENS)


def te_herinneren(vandaag: date) -> BeschermdQuerySet:
    """The open questions of which a reminder is due."""
    eerste = Q(herinneringen=0, uiterlijk__lte=vandaag)
    tweede = Q(herinneringen=1, uiterlijk__lte=vandaag - NOG_EENS)
    return (
        Bevraging.objects.buiten_toegang("de toepassing herinnert namens wie het vroeg")
        .filter(eerste | tweede, beantwoord_op__isnull=True, ingetrokken_op__isnull=True)
        .order_by("uiterlijk", "pk")
    )


def om_wie(dossier: Dossier) -> str:
    """Name and year of birth of the hoofdbetrokkene: what a partner needs to look; else empty."""
    hoofd = (
        Persoon.objects.buiten_toegang("de vraag noemt de naam; dat is zelf een verstrekking")
        .filter(dossier=dossier, rol=Persoonsrol.HOOFD, onbekend=False)
        .first()
    )
    if hoofd is None or not hoofd.achternaam:
        return ""
    jaar = hoofd.geboortedatum.year if hoofd.geboortedatum else hoofd.geboortejaar
    return f"{hoofd.volledige_naam}, geboren in {jaar}" if jaar else hoofd.volledige_naam


def te_bevragen(toegang: Toegang, dossier: Dossier) -> list[Organisatie]:
    """The organisations, other than one's own, where somebody can answer today.

    About a sealed dossier only those with somebody who is named for it.
    """
    mensen = afscherming_van(dossier.pk).zonder_wie_dicht_is(
        Hoedanigheid.objects.filter(
            Hoedanigheid.geldig_op(toegang.vandaag), rol__in=ANTWOORDERS, medewerker__is_active=True
        )
    )
    return list(
        Organisatie.objects.filter(pk__in=mensen.order_by().values("organisatie_id"))
        .exclude(pk=toegang.organisatie_id)
        .order_by("naam")
    )


def te_geven(soort: Organisatiesoort) -> tuple[Categorie, ...]:
    """In which categories a partner answers. Medical information does not go this way.

    All that a care organisation knows is medical: it shares that in the dossier, with toestemming
    or after a conflict van plichten.
    """
    if soort == Organisatiesoort.ZORG:
        return ()
    politie = soort == Organisatiesoort.POLITIE
    return (*TE_GEVEN, Categorie.POLITIEGEGEVEN) if politie else TE_GEVEN


def _is_open(bevraging: Bevraging) -> None:
    if bevraging.ingetrokken_op is not None:
        raise Geweigerd("Deze vraag is ingetrokken.")
    if bevraging.beantwoord_op is not None:
        raise Geweigerd("Deze vraag is al beantwoord.")
