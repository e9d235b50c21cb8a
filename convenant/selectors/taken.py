"""Tasks as people look for them: my own, and those of a dossier."""

import uuid
from collections.abc import Callable
from datetime import timedelta

from django.db.models import QuerySet

from convenant.models import Dossier, Taak
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

WEEK = timedelta(days=7)


def eigen_taken(toegang: Toegang) -> QuerySet[Taak]:
    """Open tasks of this hoedanigheid: own, or of this role in this organisation; oldest first."""
    return (
        Taak.objects.voor(toegang)
        .filter(Taak.van(toegang), gereed_op__isnull=True)
        .select_related("dossier", "voor_organisatie", "voor_hoedanigheid__medewerker")
        .order_by("uiterlijk", "pk")
    )


def eerste_taken(toegang: Toegang, hoogstens: int) -> QuerySet[Taak]:
    """The first few of those: chosen before it is looked up what they belong to."""
    eerste = eigen_taken(toegang).select_related(None).values("pk")[:hoogstens]
    return eigen_taken(toegang).filter(pk__in=eerste)


def taken_te_laat(toegang: Toegang) -> QuerySet[Taak]:
    """Own open tasks whose last day has passed."""
    return eigen_taken(toegang).filter(uiterlijk__lt=toegang.vandaag)


def taken_van_dossier(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Taak]:
    """Open tasks in a dossier that this asker may see."""
    return (
        Taak.objects.voor(toegang)
        .filter(dossier_id=dossier_id, gereed_op__isnull=True)
        .select_related("voor_hoedanigheid__medewerker", "voor_organisatie")
        .order_by("uiterlijk", "pk")
    )


@Lijst[Taak]
def taken_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Taak]:
    """The same, for the page of the dossier."""
    return taken_van_dossier(toegang, dossier.pk)


def taken_gedaan(toegang: Toegang) -> QuerySet[Taak]:
    """Own tasks that are finished."""
    return (
        Taak.objects.voor(toegang)
        .filter(Taak.van(toegang), gereed_op__isnull=False)
        .select_related("dossier", "voor_organisatie", "voor_hoedanigheid__medewerker")
        .order_by("-gereed_op", "-pk")
    )


STANDEN: dict[str, Callable[[Toegang], QuerySet[Taak]]] = {
    "open": eigen_taken,
    "te_laat": taken_te_laat,
    "deze_week": lambda toegang: eigen_taken(toegang).filter(
        uiterlijk__range=(toegang.vandaag, toegang.vandaag + WEEK)
    ),
    "nieuw": lambda toegang: eigen_taken(toegang).filter(gemaakt_op__gte=toegang.moment - WEEK),
    "gedaan": taken_gedaan,
}
"""The states in which people look for their tasks."""
