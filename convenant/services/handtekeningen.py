"""Warning in time that a signature under the convenant ends: who then loses whom."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from convenant.enums import Organisatiesoort, Rol, Taaksoort
from convenant.identiteit import wijd
from convenant.models import Betrokkenheid, Hoedanigheid, Ondertekening
from convenant.rules.convenantversie import STUREND
from convenant.services.klok import Ontvanger, taken_van_de_klok
from convenant.toegang import REGIEROLLEN

EERST, OPNIEUW = timedelta(days=90), timedelta(days=30)
TOELICHTING = (
    "Zonder nieuwe handtekening ziet deze organisatie daarna niets meer. "
    "Bekijk welke dossiers een regisseur of partner verliezen."
)


def handtekeningen_bewaken(moment: datetime) -> int:
    """Give everyone concerned a task, 90 and again 30 days before the end; return how many.

    A second run adds nothing; a signature that was renewed or withdrawn warns nobody.
    """
    vandaag = timezone.localdate(moment)
    gezet = 0
    with transaction.atomic(), wijd():
        for tekening in _loopt_af(vandaag):
            gezet += _waarschuwen(tekening, moment, vandaag)
    return gezet


def _loopt_af(vandaag: date) -> Iterator[Ondertekening]:
    rijen = (
        Ondertekening.objects.select_for_update(of=("self",))
        .select_related("organisatie")
        .filter(ingetrokken_op__isnull=True, tot__range=(vandaag, vandaag + EERST))
        .order_by("tot", "pk")
    )
    for tekening in rijen:
        volgende = Ondertekening.objects.filter(
            organisatie=tekening.organisatie_id,
            ingetrokken_op__isnull=True,
            van__gt=tekening.van,
            van__lte=_einde(tekening) + timedelta(days=1),
        )
        if not volgende.exists():
            yield tekening


def _waarschuwen(tekening: Ondertekening, moment: datetime, vandaag: date) -> int:
    einde = _einde(tekening)
    uiterlijk = einde if einde - vandaag <= OPNIEUW else einde - OPNIEUW
    return taken_van_de_klok(
        tekening,
        soort=Taaksoort.HANDTEKENING,
        titel=f"De handtekening van {tekening.organisatie.naam} eindigt op {einde:%d-%m-%Y}",
        toelichting=TOELICHTING,
        uiterlijk=uiterlijk,
        wie=_betrokkenen(tekening, vandaag),
        moment=moment,
    )


def _betrokkenen(tekening: Ondertekening, vandaag: date) -> set[Ontvanger]:
    """Who loses access, the regisseurs of those dossiers, and who steers."""
    lopend = Betrokkenheid.objects.buiten_toegang("wie iemand verliest, moet dat weten").filter(
        Betrokkenheid.lopend_op(vandaag)
    )
    verliest = lopend.filter(hoedanigheid__organisatie=tekening.organisatie_id)
    regie = lopend.filter(
        content_object__in=verliest.values("content_object"), permission__codename__in=REGIEROLLEN
    )
    mensen = {*verliest.values_list("hoedanigheid", flat=True)}
    mensen |= {*regie.values_list("hoedanigheid", flat=True)}
    return {Ontvanger(pk) for pk in mensen} | set(_sturenden(vandaag))


def _sturenden(vandaag: date) -> Iterator[Ontvanger]:
    rijen = Hoedanigheid.objects.filter(
        Hoedanigheid.geldig_op(vandaag),
        rol__in=STUREND,
        organisatie__soort=Organisatiesoort.GEMEENTE,
    )
    for rol, organisatie in rijen.order_by().values_list("rol", "organisatie_id").distinct():
        yield Ontvanger(None, Rol(rol), organisatie)


def _einde(tekening: Ondertekening) -> date:
    return tekening.tot or date.max
