"""Background work of the convenant: sealing the logboek, watching signatures and accounts."""

from celery import shared_task
from django.utils import timezone

from convenant import logboek
from convenant.services import accounts_bewaken, handtekeningen


@shared_task(name="convenant.log_verzegelen")
def log_verzegelen() -> int:
    """Seal all lines that are ready, range by range; returns how many ranges were closed."""
    aantal = 0
    while logboek.log_verzegelen() is not None:
        aantal += 1
    return aantal


@shared_task(name="convenant.handtekeningen_bewaken")
def handtekeningen_bewaken() -> int:
    """Warn whom a signature that ends concerns; returns how many tasks were made."""
    return handtekeningen.handtekeningen_bewaken(timezone.now())


@shared_task(name="convenant.accounts_nalopen")
def accounts_nalopen() -> int:
    """Ask for confirmation, warn and close; returns how many tasks, mails and accounts it were."""
    moment = timezone.now()
    return (
        accounts_bewaken.hercertificering_bewaken(moment)
        + accounts_bewaken.ongebruikte_accounts_sluiten(moment)
        + accounts_bewaken.ongebruikte_accounts_waarschuwen(moment)
    )
