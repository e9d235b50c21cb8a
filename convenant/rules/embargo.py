"""What embargo lies on a stuk, for how long at most, and who looks after it."""

import uuid
from collections.abc import Iterator
from datetime import date

from django.db.models import Q, QuerySet

from convenant.enums import Embargoeinde, Embargosoort, Rol
from convenant.models import Embargo, Hoedanigheid, Terughaalpost, Verstrekking
from convenant.models.embargo import HERZIENERS, MAANDEN
from convenant.rules.termijnen import maanden_later
from convenant.toegang import Toegang


def uiterste_dag(vandaag: date) -> date:
    """The last day that an embargo or a prolongation of today may have."""
    return maanden_later(vandaag, MAANDEN)


def bewaarders(
    toegang: Toegang, bron_id: uuid.UUID, embargo: Embargo | None = None
) -> QuerySet[Hoedanigheid]:
    """Who can be named: someone else of the source, or a procesregisseur; never who set it."""
    eigen = {toegang.medewerker_id}
    if embargo is not None:
        eigen.add(embargo.gelegd_door.medewerker_id)
    collega = Q(organisatie_id=bron_id, rol__in=HERZIENERS)
    return (
        nu_in_functie(toegang.vandaag)
        .filter(collega | Q(rol=Rol.PROCESREGISSEUR))
        .exclude(medewerker_id__in=eigen)
        .select_related("medewerker", "organisatie")
        .order_by("organisatie__naam", "medewerker__naam", "pk")
    )


def nu_in_functie(dag: date) -> QuerySet[Hoedanigheid]:
    """Everyone who can act on this day."""
    return Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(dag))


def gesloten_door(stuk_id: uuid.UUID, dag: date) -> Embargo | None:
    """The embargo that closes this stuk for others now, if any."""
    loopt = Q(soort=Embargosoort.ZICHTBAAR, einde="", tot__gte=dag)
    verborgen = Q(soort=Embargosoort.VERBORGEN) & ~Q(einde=Embargoeinde.VRIJGEGEVEN)
    return _embargos().filter(loopt | verborgen, stuk_id=stuk_id).first()


def is_verborgen(stuk_id: uuid.UUID, dag: date) -> bool:
    """Whether others may not even know that this stuk is there."""
    embargo = gesloten_door(stuk_id, dag)
    return embargo is not None and embargo.soort == Embargosoort.VERBORGEN


def verborgen_stukken() -> QuerySet[Embargo, uuid.UUID]:
    """The ids of what lies under a hidden embargo: of these nobody may be asked anything."""
    verborgen = _embargos().filter(soort=Embargosoort.VERBORGEN)
    return verborgen.exclude(einde=Embargoeinde.VRIJGEGEVEN).order_by().values_list("stuk_id")  # type: ignore[return-value]


def voorbij(dag: date) -> QuerySet[Embargo]:
    """The visible embargoes that were over before ``dag``, while nobody has said so yet."""
    return _embargos().filter(soort=Embargosoort.ZICHTBAAR, einde="", tot__lt=dag)


def wie_sluit(embargo: Embargo, dag: date) -> Iterator[uuid.UUID]:
    """In whose name one that is over is closed: who chose the day, or whoever looks after it."""
    yield embargo.gelegd_door_id
    yield embargo.bewaarder_id
    mensen = nu_in_functie(dag).filter(organisatie_id=embargo.bron_id, rol__in=HERZIENERS)
    yield from mensen.order_by("rol", "pk").values_list("pk", flat=True)


def wordt_teruggehaald(stuk_id: uuid.UUID) -> bool:
    """Whether others still have to answer what they did with this stuk."""
    posten = Terughaalpost.objects.buiten_toegang("wie nog moet antwoorden, weet van het stuk")
    return posten.filter(stuk_id=stuk_id, bevestigd_op__isnull=True).exists()


def is_verstrekt(stuk_id: uuid.UUID) -> bool:
    """Whether this stuk ever went to another organisation."""
    lijst = Verstrekking.objects.buiten_toegang("wat al gegeven is, wordt niet nog eens gegeven")
    return lijst.filter(stuk_id=stuk_id).exists()


def _embargos() -> QuerySet[Embargo]:
    return Embargo.objects.buiten_toegang("of iets onder embargo ligt, beslist over alles erna")
