"""Dossiers as people look for them, and when each phase of one began."""

import uuid
from datetime import datetime

from django.db.models import QuerySet

from convenant.enums import Fase, Niveau
from convenant.models import Dossier
from convenant.toegang import Toegang


def dossiers(toegang: Toegang) -> QuerySet[Dossier]:
    """All dossiers of which this asker may know at least number and phase."""
    return Dossier.objects.voor(toegang, minstens=Niveau.PROCES)


def fasedata(toegang: Toegang, dossier_id: uuid.UUID) -> dict[Fase, datetime]:
    """When each phase last began, from the kept versions."""
    versies = (
        Dossier.history.voor(toegang, minstens=Niveau.PROCES)
        .filter(id=dossier_id)
        .order_by("history_id")
        .values_list("fase", "fase_sinds")
    )
    return {Fase(fase): sinds for fase, sinds in versies}
