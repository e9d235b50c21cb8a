"""Background work of the beoordeling: questions that wait, and information that grew too old."""

from celery import shared_task
from django.utils import timezone

from beoordeling.models import Bevraging
from beoordeling.rules.bevraging import te_herinneren
from beoordeling.services import informatie_bewaken
from beoordeling.services.bevraging import bevraging_herinneren
from convenant.enums import Rol
from convenant.handeling import Geweigerd
from convenant.models import Hoedanigheid
from convenant.selectors.toegang import toegang_van
from convenant.toegang import Toegang


@shared_task(name="beoordeling.bevragingen_herinneren")
def bevragingen_herinneren() -> int:
    """Remind on the last day and a week later; returns how many. Twice is harmless."""
    nu = timezone.now()
    gedaan = 0
    for bevraging in te_herinneren(timezone.localdate(nu)):
        toegang = _namens_wie(bevraging)
        if toegang is None:
            continue
        try:
            bevraging_herinneren(toegang, bevraging)
        except Geweigerd:
            continue
        gedaan += 1
    return gedaan


@shared_task(name="beoordeling.informatie_nalopen")
def informatie_nalopen() -> int:
    """Ask sources to look again, or to destroy; returns how many tasks were made."""
    return informatie_bewaken.informatie_bewaken(timezone.now())


def _namens_wie(bevraging: Bevraging) -> Toegang | None:
    """Who asked, or a colleague who now has the role."""
    nu = timezone.now()
    collega = Hoedanigheid.objects.filter(
        Hoedanigheid.geldig_op(timezone.localdate(nu)),
        organisatie_id=bevraging.gesteld_door.organisatie_id,
        rol=Rol.PROCESREGISSEUR,
        medewerker__is_active=True,
    ).first()
    vrager = toegang_van(bevraging.gesteld_door_id, nu)
    if vrager is not None or collega is None:
        return vrager
    return toegang_van(collega.pk, nu)
