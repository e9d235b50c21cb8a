"""The questions of a dossier as who asked them reads them."""

import uuid

from django.db.models import QuerySet

from beoordeling.models import Bevraging, Informatie
from convenant.toegang import Toegang


def bevragingen_van(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Bevraging]:
    """Every question in this dossier, newest first."""
    return (
        Bevraging.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("organisatie", "gesteld_door__medewerker")
        .order_by("-gesteld_op", "-pk")
    )


def antwoorden_op(toegang: Toegang, bevraging: Bevraging) -> QuerySet[Informatie]:
    """What was given as an answer to it, as far as this asker reads it."""
    items = Informatie.objects.voor(toegang).filter(antwoord_op=bevraging)
    return items.select_related("bron").order_by("-gebeurd_op", "pk")
