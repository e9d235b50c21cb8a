"""Who may share what care knows, with whom and until when; and who may say that it ends."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from beoordeling.models import Informatie
from convenant.enums import IN_AANPAK, Fase, Organisatiesoort, Rol, Zorggrond
from convenant.handeling import Geweigerd, regel
from convenant.models import Betrokkenheid, Dossier, Organisatie, Terughaalpost, Zorgdeling
from convenant.rules.bronstuk import INTREKREDENEN
from convenant.rules.dicht import afscherming_van
from convenant.rules.embargo import gesloten_door, nu_in_functie, verborgen_stukken
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


@regel(Rol.PARTNER)
def zorgdeling_laten_verlopen(toegang: Toegang, deling: Zorgdeling) -> None:
    """By the clock, in the name of the source: what ran out by its day, once."""
    if deling.bron_id != toegang.organisatie_id:
        raise Geweigerd("Alleen de zorgverlener die deelde, rondt dit af.")
    if not afgelopen(toegang.vandaag).filter(pk=deling.pk).exists():
        raise Geweigerd("Dit delen loopt nu niet af.")


def afgelopen(dag: date) -> QuerySet[Zorgdeling]:
    """What ran out by its day before ``dag``, while its receiver was not asked about it yet.

    Not what the receiver goes on reading by another row, nor what its source has hidden since: a
    question would tell of it. The end of a dossier asks about everything itself.
    """
    rijen = Zorgdeling.objects.buiten_toegang("ook een ontvanger van wie het verliep, hoort het")
    gevraagd = Terughaalpost.objects.buiten_toegang(
        "wie al gevraagd is, wordt niet nog eens gevraagd"
    )
    verder = (
        rijen.filter(
            Q(stuk_id=OuterRef("stuk_id")) | Q(stuk_id__isnull=True),
            dossier_id=OuterRef("dossier_id"),
            bron_id=OuterRef("bron_id"),
            ontvanger_id=OuterRef("ontvanger_id"),
            tot__gt=OuterRef("tot"),
        )
        .exclude(ingetrokken_op__date__lte=OuterRef("tot"))
        .order_by()
    )
    zelf = Q(stuk_id=OuterRef("pk"))
    ingetrokken = Q(
        stuk_id=OuterRef("stuk_id"),
        organisatie_id=OuterRef("ontvanger_id"),
        aanleiding__in=tuple(INTREKREDENEN),
    )
    return rijen.filter(
        ~Exists(verder),
        ~Q(stuk_id__in=verborgen_stukken()),
        ~Exists(gevraagd.filter(zelf | ingetrokken).order_by()),
        ingetrokken_op__isnull=True,
        tot__lt=dag,
        dossier__fase__in=IN_AANPAK,
    ).select_related("dossier")


def wie_rondt_af(deling: Zorgdeling, dag: date) -> Iterator[uuid.UUID]:
    """In whose name it is done: who chose the day, or a colleague; first who works there."""
    mensen = afscherming_van(deling.dossier_id).zonder_wie_dicht_is(
        nu_in_functie(dag).filter(organisatie_id=deling.bron_id, rol=Rol.PARTNER)
    )
    collegas = set(mensen.values_list("pk", flat=True))
    if deling.vastgelegd_door_id in collegas:
        yield deling.vastgelegd_door_id
    werken_mee = Betrokkenheid.objects.buiten_toegang("een collega die er werkt, gaat voor").filter(
        Betrokkenheid.lopend_op(dag),
        content_object_id=deling.dossier_id,
        hoedanigheid__in=collegas,
    )
    yield from werken_mee.order_by("van", "pk").values_list("hoedanigheid_id", flat=True)
    yield from sorted(collegas)


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
