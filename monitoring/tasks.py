"""Background work of looking back: ids only as arguments, safe to run twice."""

import uuid

from celery import shared_task

from monitoring.services.rapportmaker import rapport_afmaken


@shared_task(name="monitoring.rapport_maken", acks_late=True, soft_time_limit=540)
def rapport_maken(rapport_id: str) -> None:
    """Make the PDF of a report with the present rights of who asked for it."""
    rapport_afmaken(uuid.UUID(rapport_id))
