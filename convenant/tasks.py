"""Background work of the convenant: sealing the logboek."""

from celery import shared_task

from convenant import logboek


@shared_task(name="convenant.log_verzegelen")
def log_verzegelen() -> int:
    """Seal all lines that are ready, range by range; returns how many ranges were closed."""
    aantal = 0
    while logboek.log_verzegelen() is not None:
        aantal += 1
    return aantal
