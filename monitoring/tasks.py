"""Background work of looking back: ids only as arguments, safe to run twice."""

import uuid

from celery import shared_task


@shared_task(name="monitoring.rapport_maken", acks_late=True, soft_time_limit=540)
def rapport_maken(rapport_id: str) -> None:
    """Make the PDF of a report with the present rights of who asked for it.

    The maker is loaded here: a web process never needs what draws a PDF.
    """
    from monitoring.services.rapportmaker import rapport_afmaken

    rapport_afmaken(uuid.UUID(rapport_id))
