"""Background work of looking back: ids only as arguments, safe to run twice."""

import uuid

from celery import shared_task
from django.utils import timezone

from monitoring.rules.rapport import blijft_liggen
from monitoring.services import rapporten_opruimen as opruiming


@shared_task(name="monitoring.rapport_maken", acks_late=True, soft_time_limit=540)
def rapport_maken(rapport_id: str) -> None:
    """Make the PDF of a report with the present rights of who asked for it.

    The maker is loaded here: a web process never needs what draws a PDF.
    """
    from monitoring.services.rapportmaker import rapport_afmaken

    rapport_afmaken(uuid.UUID(rapport_id))


@shared_task(name="monitoring.rapporten_oppakken")
def rapporten_oppakken() -> int:
    """Queue again what was asked for while the broker was away; returns how many.

    Twice is harmless: a report that is ready is left alone.
    """
    rapporten = blijft_liggen(timezone.now())
    for rapport_id in rapporten:
        rapport_maken.delay(str(rapport_id))
    return len(rapporten)


@shared_task(name="monitoring.rapporten_opruimen", acks_late=True)
def rapporten_opruimen(dossier_id: str = "") -> int:
    """Destroy the files of reports that are vervallen, of one dossier or of all; returns how many."""
    waar = uuid.UUID(dossier_id) if dossier_id else None
    return opruiming.rapporten_opruimen(timezone.now(), waar)
