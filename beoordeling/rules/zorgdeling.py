"""Who may share what care knows, with whom and until when; and who may say that it ends."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings

from beoordeling.models import Informatie
from convenant.enums import IN_AANPAK, Fase, Organisatiesoort, Rol, Zorggrond
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier, Organisatie, Zorgdeling
from convenant.rules.embargo import gesloten_door
from convenant.rules.ontvangers import ontvangers_van_zorg
from convenant.toegang import Toegang

HOORDERS = (Rol.PARTNER, Rol.CASUSREGISSEUR, Rol.PROCESREGISSEUR)
"""Who talks with the betrokkene, and may hear that he withdraws his consent."""


@regel(Rol.PARTNER)
def toestemming_vastleggen(toegang: Toegang, informatie: Informatie) -> None:
    """Only a care professional of the source, of what that source itself recorded."""
    _deelt_eigen_zorg(toegang, informatie)


@regel(Rol.PARTNER)
def conflict_van_plichten_vastleggen(toegang: Toegang, informatie: Informatie) -> None:
    """Only a care professional of the source decides on his own conflict; nobody else for him."""
    _deelt_eigen_zorg(toegang, informatie)


@regel(*HOORDERS)
def toestemming_intrekken(toegang: Toegang, dossier: Dossier) -> None:
    """Whoever works with the betrokkene and hears it; also without knowing of any consent."""
    if toegang.rol != Rol.PROCESREGISSEUR and dossier.pk not in toegang.betrokken:
        raise Geweigerd("Alleen wie bij dit dossier betrokken is, kan dit doorgeven.")


def is_van_eigen_zorg(toegang: Toegang, informatie: Informatie) -> bool:
    """Whether this item comes from the care organisation that the asker works for."""
    zorg = toegang.organisatiesoort == Organisatiesoort.ZORG
    return zorg and informatie.bron_id == toegang.organisatie_id


def mogelijke_ontvangers(toegang: Toegang, dossier: Dossier) -> list[Organisatie]:
    """With whom care can share here: the organisations of who is involved by name."""
    ids = ontvangers_van_zorg(toegang, dossier.pk, Fase(dossier.fase))
    return list(Organisatie.objects.filter(pk__in=ids).order_by("naam"))


def gewone_termijn(toegang: Toegang, grond: Zorggrond) -> date:
    """The last day that is filled in beforehand."""
    return toegang.vandaag + timedelta(days=settings.TERMIJNEN[f"{grond}_dagen"])


def uiterste_termijn(toegang: Toegang, grond: Zorggrond) -> date:
    """The latest last day; after that it is asked, or weighed, anew."""
    return toegang.vandaag + timedelta(days=settings.TERMIJNEN[f"{grond}_uiterst_dagen"])


def kan_zo_delen(
    toegang: Toegang,
    dossier: Dossier,
    grond: Zorggrond,
    *,
    ontvangers: Iterable[Organisatie],
    tot: date,
) -> None:
    """Raise ``Geweigerd`` for a receiver that cannot read it, or a period that is too long."""
    mogelijk = ontvangers_van_zorg(toegang, dossier.pk, Fase(dossier.fase))
    gekozen = [ontvanger.pk for ontvanger in ontvangers]
    if not gekozen or not set(gekozen) <= mogelijk:
        raise Geweigerd("Kies organisaties waarvan iemand bij dit dossier betrokken is.")
    if tot < toegang.vandaag:
        raise Geweigerd("De laatste dag is al voorbij.")
    if tot > uiterste_termijn(toegang, grond):
        dagen = settings.TERMIJNEN[f"{grond}_uiterst_dagen"]
        raise Geweigerd(f"Delen kan hoogstens {dagen} dagen. Daarna vraagt of weegt u opnieuw.")


def in_te_trekken(toegang: Toegang, dossier: Dossier) -> list[Zorgdeling]:
    """Every toestemming that runs here and that the asker can end.

    A care source ends its own. Whoever else hears that the betrokkene withdraws ends all of it,
    also what he may not know.
    """
    rijen = (
        Zorgdeling.objects.buiten_toegang("wie het hoort trekt in, ook wat hij niet mag weten")
        .filter(Zorgdeling.lopend_op(toegang.moment), dossier=dossier)
        .filter(grond=Zorggrond.TOESTEMMING)
        .select_related("dossier", "bron")
        .order_by("vastgelegd_op", "pk")
    )
    if trekt_eigen_zorg_in(toegang):
        rijen = rijen.filter(bron_id=toegang.organisatie_id)
    return list(rijen)


def trekt_eigen_zorg_in(toegang: Toegang) -> bool:
    """Whether this asker ends what the own care organisation shares, and nothing else."""
    return toegang.organisatiesoort == Organisatiesoort.ZORG and toegang.rol == Rol.PARTNER


def _deelt_eigen_zorg(toegang: Toegang, informatie: Informatie) -> None:
    if not is_van_eigen_zorg(toegang, informatie):
        raise Geweigerd("Alleen een zorgverlener van de bron zelf kan dit vastleggen.")
    if informatie.dossier_id not in toegang.betrokken:
        raise Geweigerd("U bent niet bij dit dossier betrokken.")
    if informatie.dossier.fase not in IN_AANPAK:
        raise Geweigerd("Delen kan zolang het dossier in uitvoering is.")
    if informatie.ingetrokken_op is not None:
        raise Geweigerd("Deze informatie is ingetrokken.")
    if gesloten_door(informatie.pk, toegang.vandaag) is not None:
        raise Geweigerd("Op deze informatie ligt een embargo.")
