"""The questions of a dossier as who asked them reads them."""

import uuid

from django.db.models import QuerySet

from beoordeling.models import Bevraging
from convenant.toegang import Toegang


def bevragingen_van(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Bevraging]:
    """Every question in this dossier, newest first."""
    return (
        Bevraging.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("organisatie", "gesteld_door__medewerker")
        .order_by("-gesteld_op", "-pk")
    )
