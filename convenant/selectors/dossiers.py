"""Dossiers as people look for them, and when each phase of one began."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from convenant.enums import Fase, Niveau
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang


def dossiers(toegang: Toegang) -> QuerySet[Dossier]:
    """All dossiers of which this asker may know at least number and phase."""
    return Dossier.objects.voor(toegang, minstens=Niveau.PROCES)


@Lijst[tuple[str, datetime]]
def faseversies(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The phases that the dossier was in, with their beginning, from the kept versions."""
    return (
        Dossier.history.voor(toegang, minstens=Niveau.PROCES)
        .filter(id=dossier.pk)
        .order_by("history_id")
        .values_list("fase", "fase_sinds")
    )


def fasedata(toegang: Toegang, dossier: Dossier) -> dict[Fase, datetime]:
    """When each phase last began."""
    return {Fase(fase): sinds for fase, sinds in faseversies(toegang, dossier)}
