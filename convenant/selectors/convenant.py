"""The convenant as people read it: versions, rules, parties. It holds nothing of a dossier."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Prefetch, Q, QuerySet

from convenant.enums import Organisatiesoort
from convenant.models import Convenantversie, Deelregel, Grondslag, Ondertekening, Organisatie
from convenant.toegang import Toegang


class Partij(NamedTuple):
    """An organisation and the signature that says most about it: the one that holds, or the last."""

    organisatie: Organisatie
    handtekening: Ondertekening | None
    geldt: bool


def partijen(moment: datetime) -> list[Partij]:
    """Every organisation that has to sign, by name."""
    rijen = (
        Organisatie.objects.exclude(soort=Organisatiesoort.TOEZICHT)
        .prefetch_related(
            Prefetch("ondertekeningen", queryset=Ondertekening.objects.order_by("-van", "-pk"))
        )
        .order_by("naam")
    )
    return [_partij(organisatie, moment) for organisatie in rijen]


def _partij(organisatie: Organisatie, moment: datetime) -> Partij:
    alle = list(organisatie.ondertekeningen.all())
    geldend = next((h for h in alle if h.geldt_op(moment)), None)
    return Partij(organisatie, geldend or next(iter(alle), None), geldend is not None)


def deelregels(versie: Convenantversie) -> QuerySet[Deelregel]:
    """The rules of a version, as they stand in it."""
    return versie.deelregels.select_related("grondslag", "bron_organisatie").order_by(
        "volgorde", "pk"
    )


def verruimingen(toegang: Toegang) -> QuerySet[Deelregel]:
    """The rules in force that opened something: what sources are asked to confirm."""
    return (
        Deelregel.objects.filter(versie_id=toegang.regels.versie_id, verruimt_vanaf__isnull=False)
        .select_related("versie", "grondslag", "bron_organisatie")
        .order_by("volgorde", "pk")
    )


def grondslagen(toegang: Toegang) -> QuerySet[Grondslag]:
    """Every ground by name, with how many rules of the version in force rest on it (``regels``)."""
    nu = Q(deelregels__versie_id=toegang.regels.versie_id)
    return Grondslag.objects.annotate(regels=Count("deelregels", filter=nu)).order_by("naam")


def versies() -> QuerySet[Convenantversie]:
    """All versions, newest first."""
    return Convenantversie.objects.select_related(
        "opgesteld_door__medewerker",
        "vastgesteld_door__medewerker",
        "bevestigd_door__medewerker",
    ).order_by("-nummer")
