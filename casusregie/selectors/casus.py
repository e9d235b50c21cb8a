"""Cases as people look for them, and what there is to know at a glance of one."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from beoordeling.selectors.informatie import bestaat_alleen_in
from casusregie.enums import Informeerstatus, Planstatus
from casusregie.models import Casus, Informering, Pauze, Plan, Veiligheidswaarschuwing
from casusregie.models.casus import HERBEOORDELING_VOLGORDE
from convenant.enums import Fase, Niveau, Relatie, Rol
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

LOPEND = (Fase.UITVOERING, Fase.AFSCHALING, Fase.NAZORG)
ONDER_HERBEOORDELING = (Fase.UITVOERING, Fase.AFSCHALING)
STRAKS_DAGEN = 14


def casussen(toegang: Toegang) -> QuerySet[Casus]:
    """Every case of which this asker may know the process, with its place in the order of review."""
    return (
        Casus.objects.voor(toegang, minstens=Niveau.PROCES)
        .select_related("dossier")
        .annotate(herbeoordeling_volgorde=HERBEOORDELING_VOLGORDE)
    )


def casussen_gefilterd(toegang: Toegang, filter_: Mapping[str, Any]) -> QuerySet[Casus]:
    """The cases that a filter of the list asks for; running ones when it names no phase."""
    lijst = casussen(toegang)
    fase = filter_.get("fase")
    if not fase:
        # Closed says the same of the row itself: the oldest reviews are those of ended cases.
        lijst = lijst.filter(dossier__fase__in=LOPEND, gesloten_op__isnull=True)
    elif fase != "alles":
        lijst = lijst.filter(dossier__fase=fase)
    if filter_.get("risicogroep"):
        lijst = lijst.filter(risicogroep=filter_["risicogroep"])
    if filter_.get("regisseur"):
        lijst = lijst.filter(dossier_id__in=_geleid_door(toegang, filter_["regisseur"]))
    if filter_.get("stand"):
        lijst = lijst.filter(_stand(toegang, filter_["stand"]))
    return lijst


def te_tellen(toegang: Toegang, stand: str) -> QuerySet[Any]:
    """As many rows as there are running cases in this state.

    A case has one plan that waits and one pause: those themselves are counted up to a thousand,
    where the cases that have one would first need a list of all of them.
    """
    match stand:
        case "plan_voorgelegd":
            lijst = _plannen(toegang, Planstatus.VOORGELEGD)
        case "pauze":
            lijst = _pauzes(toegang)
        case "pauze_loopt_af":
            lijst = _lopen_af(toegang)
        case _:
            return casussen_gefilterd(toegang, {"stand": stand})
    return lijst.filter(dossier__fase__in=LOPEND)


def lopende(toegang: Toegang) -> QuerySet[Casus]:
    """The running cases that this asker may know, to count them: those that were not closed.

    The phase says the same, and a page that counts a thousand would look up a thousand dossiers.
    """
    return Casus.objects.voor(toegang, minstens=Niveau.PROCES).filter(gesloten_op__isnull=True)


def aantal_per_stand(toegang: Toegang, standen: Iterable[str]) -> dict[str, int]:
    """How many running cases there are in each state, in one walk.

    For who knows no more cases than he leads. Whoever knows all of them counts each by itself,
    and stops at a thousand.
    """
    tellingen = {stand: Count("pk", filter=_stand(toegang, stand)) for stand in standen}
    return casussen_gefilterd(toegang, {}).aggregate(**tellingen)


@Lijst[Casus]
def casus_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Casus]:
    """The case of a dossier as a list: one or none."""
    return Casus.objects.voor(toegang, minstens=Niveau.PROCES).filter(dossier=dossier)


def casus_van(toegang: Toegang, dossier: Dossier) -> Casus | None:
    """The case of a dossier, if it has one that may be known."""
    return next(iter(casus_in(toegang, dossier)), None)


@Lijst[Pauze]
def lopende_pauzes_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Pauze]:
    """The pause that the case is in, without its reason: one or none."""
    return (
        Pauze.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier=dossier, opgeheven_op__isnull=True)
        .defer("reden", "opheffingsreden")
    )


def lopende_pauze(toegang: Toegang, dossier: Dossier) -> Pauze | None:
    """The pause that the case is in."""
    return next(iter(lopende_pauzes_in(toegang, dossier)), None)


@Lijst[Pauze]
def pauzes_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Pauze]:
    """Every pause of the case, oldest first."""
    return Pauze.objects.voor(toegang).filter(dossier=dossier).order_by("van", "pk")


@Lijst[Informering]
def informeringen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Informering]:
    """The duties to tell the person, newest first."""
    return (
        Informering.objects.voor(toegang).filter(dossier=dossier).order_by("-besluit__genomen_op")
    )


def laatste_informering(toegang: Toegang, dossier: Dossier) -> Informering | None:
    """The newest duty to tell the person."""
    return next(iter(informeringen_in(toegang, dossier)), None)


@Lijst[Veiligheidswaarschuwing]
def geldende_waarschuwingen(
    toegang: Toegang, dossier: Dossier
) -> QuerySet[Veiligheidswaarschuwing]:
    """The safety warnings of today; also for who only has a task here."""
    return waarschuwingen_bij(toegang, [dossier.pk])


def waarschuwingen_bij(
    toegang: Toegang, dossiers: Iterable[uuid.UUID]
) -> QuerySet[Veiligheidswaarschuwing]:
    """The safety warnings of today in these dossiers.

    Without the dossier itself: who only has a task there may not know it, and would lose the row.
    """
    return (
        Veiligheidswaarschuwing.objects.voor(toegang)
        .filter(dossier_id__in=list(dossiers), ingetrokken_op__isnull=True)
        .filter(van__lte=toegang.vandaag, tot__gte=toegang.vandaag)
        .select_related("bron")
        .order_by("tot", "pk")
    )


def betrokken_nu(
    toegang: Toegang, dossiers: Iterable[uuid.UUID], *relaties: Relatie
) -> list[Betrokkenheid]:
    """Who is in these dossiers today, in these relations."""
    return list(
        _vandaag(toegang)
        .filter(content_object_id__in=list(dossiers), permission__codename__in=relaties)
        .select_related("permission", "hoedanigheid__medewerker", "hoedanigheid__organisatie")
        .order_by("van", "pk")
    )


def regisseurs(toegang: Toegang) -> QuerySet[Hoedanigheid]:
    """Everyone who can lead a case today, for the filter of the list.

    Not only who leads one now: for that every involvement in every case would have to be read.
    """
    return (
        Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(toegang.vandaag), rol=Rol.CASUSREGISSEUR)
        .select_related("medewerker")
        .order_by("medewerker__naam")
    )


def met_regisseur_en_pauze(toegang: Toegang, lijst: QuerySet[Casus]) -> QuerySet[Casus]:
    """Cases with ``regisseur_naam`` and ``pauze_tot`` as they are today, in the same query."""
    regie = _vandaag(toegang).filter(
        content_object_id=OuterRef("dossier_id"), permission=_sleutel_van(Relatie.REGISSEUR)
    )
    pauzes = Pauze.objects.voor(toegang, minstens=Niveau.PROCES).filter(
        dossier_id=OuterRef("dossier_id"), opgeheven_op__isnull=True
    )
    naam = regie.order_by("-van", "-pk").values("hoedanigheid__medewerker__naam")
    return lijst.annotate(
        regisseur_naam=Subquery(naam[:1]),
        pauze_tot=Subquery(pauzes.order_by("-tot").values("tot")[:1]),
    )


def aantal_niet_gedeeld(toegang: Toegang, dossier: Dossier) -> int:
    """How many information items exist here of which the content is not shared with the asker."""
    return len(bestaat_alleen_in(toegang, dossier))


def _vandaag(toegang: Toegang) -> QuerySet[Betrokkenheid]:
    return Betrokkenheid.objects.voor(toegang, minstens=Niveau.PROCES).filter(
        Betrokkenheid.lopend_op(toegang.vandaag)
    )


@cache
def _sleutel_van(relatie: Relatie) -> Subquery:
    """The key of a relation, looked up once: joined, all permissions are read for each row."""
    rijen = Permission.objects.filter(
        codename=relatie, content_type__model=Dossier._meta.model_name
    )
    return Subquery(rijen.values("pk")[:1])


def _geleid_door(toegang: Toegang, hoedanigheid_id: str) -> QuerySet[Any]:
    return (
        _vandaag(toegang)
        .filter(permission__codename=Relatie.REGISSEUR, hoedanigheid_id=hoedanigheid_id)
        .values("content_object_id")
    )


def _stand(toegang: Toegang, stand: str) -> Q:
    vandaag, straks = toegang.vandaag, toegang.vandaag + timedelta(days=STRAKS_DAGEN)
    onder_herbeoordeling = Q(dossier__fase__in=ONDER_HERBEOORDELING)
    match stand:
        case "te_laat":
            return onder_herbeoordeling & Q(herbeoordeling_volgorde__lt=vandaag)
        case "straks":
            return onder_herbeoordeling & Q(herbeoordeling_volgorde__range=(vandaag, straks))
        case "pauze":
            return Q(dossier_id__in=_pauzes(toegang).values("dossier_id"))
        case "pauze_loopt_af":
            return Q(dossier_id__in=_lopen_af(toegang).values("dossier_id"))
        case "informeren":
            return Q(dossier_id__in=_te_informeren(toegang).values("dossier_id"))
        case "plan_voorgelegd":
            return Q(dossier_id__in=_plannen(toegang, Planstatus.VOORGELEGD))
        case _:
            # For each row, not against a list of every plan: almost every case has one.
            eigen = _plannen(toegang, Planstatus.VASTGESTELD).filter(
                dossier_id=OuterRef("dossier_id")
            )
            return ~Q(Exists(eigen))


def _pauzes(toegang: Toegang) -> QuerySet[Pauze]:
    return Pauze.objects.voor(toegang, minstens=Niveau.PROCES).filter(opgeheven_op__isnull=True)


def _lopen_af(toegang: Toegang) -> QuerySet[Pauze]:
    return _pauzes(toegang).filter(tot__lte=toegang.vandaag + timedelta(days=STRAKS_DAGEN))


def _te_informeren(toegang: Toegang) -> QuerySet[Informering]:
    return (
        Informering.objects.voor(toegang, minstens=Niveau.PROCES)
        .exclude(status=Informeerstatus.GEDAAN)
        .exclude(status=Informeerstatus.UITGESTELD, uitgesteld_tot__gte=toegang.vandaag)
    )


def _plannen(toegang: Toegang, status: Planstatus) -> QuerySet[Any]:
    return (
        Plan.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(status=status)
        .values("dossier_id")
    )
