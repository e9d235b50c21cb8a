"""The rules of a version as the access rule reads them."""

import uuid
from datetime import datetime
from functools import lru_cache

from django.db.models import QuerySet

from convenant.enums import Convenantstatus
from convenant.models import Convenantversie
from convenant.regelboek import Regelboek


def geldende_versies(moment: datetime) -> QuerySet[Convenantversie]:
    """The established versions that have begun at ``moment``; the first is the one in force."""
    return Convenantversie.objects.filter(
        status=Convenantstatus.VASTGESTELD, ingangsmoment__lte=moment
    ).order_by("-ingangsmoment", "-nummer")


@lru_cache(maxsize=64)
def regelboek(versie_id: uuid.UUID) -> Regelboek:
    """The rules of an established version: read once in this process, for they never change."""
    versie = Convenantversie.objects.get(pk=versie_id, status=Convenantstatus.VASTGESTELD)
    return regelboek_nu(versie)


def regelboek_nu(versie: Convenantversie) -> Regelboek:
    """The rules of a version as they stand now: of a draft, which may change."""
    rijen = versie.deelregels.select_related("grondslag").order_by("volgorde", "pk")
    return Regelboek(
        tuple(rij.als_regel() for rij in rijen), nummer=versie.nummer, versie_id=versie.pk
    )
