"""The verstrekkingenregister as people read it."""

import uuid

from django.db.models import QuerySet

from convenant.enums import Niveau
from convenant.models import Verstrekking
from convenant.toegang import Toegang


def verstrekkingen_van(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Verstrekking]:
    """What was given from this dossier to whom, as far as this asker may know it."""
    return (
        Verstrekking.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier_id=dossier_id)
        .select_related("van", "naar", "besloten_door__medewerker")
    )
