"""Tasks as people look for them: my own, and those of a dossier."""

import uuid

from django.db.models import QuerySet

from convenant.models import Taak
from convenant.toegang import Toegang


def eigen_taken(toegang: Toegang) -> QuerySet[Taak]:
    """Open tasks of this hoedanigheid: own, or of this role in this organisation; oldest first."""
    return (
        Taak.objects.voor(toegang)
        .filter(Taak.van(toegang), gereed_op__isnull=True)
        .select_related("dossier", "voor_organisatie")
        .order_by("uiterlijk", "pk")
    )


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
