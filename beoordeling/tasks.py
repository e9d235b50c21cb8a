"""Background work of the beoordeling: questions that wait, old information, embargoes, care."""

from celery import shared_task
from django.utils import timezone

from beoordeling.models import Bevraging
from beoordeling.rules.bevraging import te_herinneren
from beoordeling.rules.zorgdeling import afgelopen, wie_rondt_af
from beoordeling.services import informatie_bewaken
from beoordeling.services.bevraging import bevraging_herinneren
from beoordeling.services.embargo import embargo_laten_verlopen
from beoordeling.services.zorgdeling import zorgdeling_laten_verlopen
from convenant.enums import Rol
from convenant.handeling import Geweigerd
from convenant.models import Hoedanigheid
from convenant.rules.embargo import voorbij, wie_sluit
from convenant.selectors.toegang import toegang_van
from convenant.services.embargo import embargotaken_zetten
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


@shared_task(name="beoordeling.embargos_bewaken")
def embargos_bewaken() -> int:
    """Warn before an embargo ends and close what is over; returns how many tasks. Twice is harmless."""
    nu = timezone.now()
    vandaag = timezone.localdate(nu)
    for embargo in voorbij(vandaag):
        vragers = (toegang_van(pk, nu) for pk in wie_sluit(embargo, vandaag))
        for toegang in filter(None, vragers):
            try:
                embargo_laten_verlopen(toegang, embargo)
            except Geweigerd:
                continue
            break
    return embargotaken_zetten(nu)


@shared_task(name="beoordeling.zorgdelingen_bewaken")
def zorgdelingen_bewaken() -> int:
    """Ask who received what care no longer shares; returns how many. Twice is harmless."""
    nu = timezone.now()
    vandaag = timezone.localdate(nu)
    gedaan = 0
    for deling in afgelopen(vandaag):
        vragers = (toegang_van(pk, nu) for pk in wie_rondt_af(deling, vandaag))
        for toegang in filter(None, vragers):
            try:
                zorgdeling_laten_verlopen(toegang, deling)
            except Geweigerd:
                continue
            gedaan += 1
            break
    return gedaan


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
