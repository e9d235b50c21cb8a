"""Meetings, their items, who was there and what was agreed."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from casusregie.enums import Overlegstatus, Puntsoort, Puntstatus
from casusregie.models import Aanwezigheid, Agendapunt, Overleg
from casusregie.ui.blokken import Aanwezige
from convenant.enums import Rol
from convenant.models import Dossier, Hoedanigheid, Taak
from convenant.selectors.betrokkenen import hoedanigheden_met_rol
from convenant.toegang import Toegang

WOENSDAG = 2
BEGINTIJD = time(9, 30)
ACTIEROLLEN = (
    Rol.PROCESREGISSEUR,
    Rol.LID_WEEGPLOEG,
    Rol.CASUSREGISSEUR,
    Rol.MAP_MEDEWERKER,
    Rol.PARTNER,
)
"""Who can be given an action in the meeting."""


def overleggen() -> QuerySet[Overleg]:
    """All meetings; they hold no content of any dossier."""
    return Overleg.objects.select_related("voorzitter__medewerker").order_by("-begint_op")


def met_aantal_punten(toegang: Toegang) -> QuerySet[Overleg]:
    """All meetings, each with the number of items on its agenda as ``punten``."""
    eigen = Agendapunt.objects.voor(toegang).filter(overleg_id=OuterRef("pk")).order_by()
    aantal = eigen.values("overleg_id").annotate(aantal=Count("pk")).values("aantal")
    return overleggen().annotate(punten=Coalesce(Subquery(aantal), 0))


def eerstvolgend() -> Overleg | None:
    """The meeting that goes on now, or else the next one that was planned."""
    niet_gesloten = Overleg.objects.exclude(status=Overlegstatus.GESLOTEN)
    return niet_gesloten.order_by("begint_op").first()


def volgende_woensdag(dag: date) -> datetime:
    """The usual moment of the series: the first Wednesday after ``dag``, half past nine."""
    verder = (WOENSDAG - dag.weekday()) % 7 or 7
    return timezone.make_aware(datetime.combine(dag + timedelta(days=verder), BEGINTIJD))


def vrije_woensdag(dag: date) -> datetime:
    """The usual moment of the first week after ``dag`` for which no meeting was planned yet."""
    eerste = volgende_woensdag(dag)
    gepland = set(
        Overleg.objects.filter(begint_op__gte=eerste).values_list("begint_op", flat=True).order_by()
    )
    week = eerste
    while week in gepland:
        week = volgende_woensdag(timezone.localdate(week))
    return week


def vaste_plaats() -> str:
    """Where the last planned meeting was; the next one is usually there too."""
    laatste = Overleg.objects.order_by("-begint_op").first()
    return laatste.plaats if laatste else ""


def punten_van(toegang: Toegang, overleg: Overleg) -> list[Agendapunt]:
    """The agenda in order."""
    return list(
        Agendapunt.objects.voor(toegang)
        .filter(overleg=overleg)
        .select_related("overleg", "dossier", "weging__melding", "duiding")
        .order_by("volgorde", "pk")
    )


def open_hamerstukken(punten: Iterable[Agendapunt]) -> list[Agendapunt]:
    """What is decided together."""
    return [p for p in punten if p.soort == Puntsoort.HAMERSTUK and p.status == Puntstatus.OPEN]


def vorige_bespreking(toegang: Toegang, punt: Agendapunt) -> Agendapunt | None:
    """What an earlier meeting decided last on the same dossier, on an item of the same kind."""
    return (
        Agendapunt.objects.voor(toegang)
        .filter(
            dossier_id=punt.dossier_id,
            soort=punt.soort,
            status=Puntstatus.BESPROKEN,
            overleg__begint_op__lt=punt.overleg.begint_op,
        )
        .select_related("overleg")
        .order_by("-overleg__begint_op", "-volgorde")
        .first()
    )


def acties_bij(toegang: Toegang, punten: Iterable[Agendapunt]) -> dict[uuid.UUID, list[Taak]]:
    """The actions agreed on each of these items, as far as the reader may know them."""
    taken = (
        Taak.objects.voor(toegang)
        .filter(object_soort="casusregie.agendapunt", object_id__in=[p.pk for p in punten])
        .select_related("voor_hoedanigheid__medewerker", "voor_hoedanigheid__organisatie")
        .order_by("uiterlijk", "gemaakt_op", "pk")
    )
    per_punt: dict[uuid.UUID, list[Taak]] = {}
    for taak in taken:
        if taak.object_id is not None:
            per_punt.setdefault(taak.object_id, []).append(taak)
    return per_punt


def aanwezigheden(overleg: Overleg) -> QuerySet[Aanwezigheid]:
    """Who was noted as present or absent, by organisation."""
    return (
        Aanwezigheid.objects.filter(overleg=overleg)
        .select_related("organisatie", "hoedanigheid__medewerker")
        .order_by("organisatie__naam")
    )


def aan_tafel(overleg: Overleg) -> list[Aanwezige]:
    """Presence by organisation, for the shared screen: no names of people."""
    return [Aanwezige(a.organisatie.naam, a.aanwezig) for a in aanwezigheden(overleg)]


def genodigden(toegang: Toegang) -> list[Hoedanigheid]:
    """Who can sit at the table now: the members of the weegploeg and the procesregisseur."""
    return list(hoedanigheden_met_rol(Rol.LID_WEEGPLOEG, Rol.PROCESREGISSEUR, toegang=toegang))


def actiehouders(toegang: Toegang) -> list[Hoedanigheid]:
    """Who can be given an action."""
    return list(hoedanigheden_met_rol(*ACTIEROLLEN, toegang=toegang))


def dossier_met_nummer(toegang: Toegang, nummer: str) -> Dossier | None:
    """The dossier with this neutral number, when the asker may know it."""
    return Dossier.objects.voor(toegang).filter(nummer=nummer).first()
