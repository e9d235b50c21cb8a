"""The clock over accounts: roles that have to be confirmed, and accounts that nobody uses."""

import logging
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from smtplib import SMTPException

from django.core.mail import send_mail
from django.db import transaction
from django.db.models import DateTimeField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest
from django.template.loader import render_to_string
from django.utils import timezone

from convenant.enums import Organisatiesoort, Rol, Taaksoort
from convenant.identiteit import wijd
from convenant.logboek import systeem_loggen
from convenant.models import Betrokkenheid, Hoedanigheid, Logregel, Medewerker
from convenant.rules.accounts import BEHEERDERS
from convenant.rules.termijnen import (
    BEVESTIGEN_DAGEN,
    ONGEBRUIKT_DAGEN,
    ONGEBRUIKT_WAARSCHUWEN_DAGEN,
)
from convenant.services.klok import Ontvanger, taken_van_de_klok

logger = logging.getLogger(__name__)
TOELICHTING = (
    "Elke rol wordt één keer per jaar bevestigd door de beheerder van de eigen organisatie. "
    "Gebeurt dat niet, dan geeft de rol na deze dag geen toegang meer, tot iemand haar bevestigt."
)


def hercertificering_bewaken(moment: datetime) -> int:
    """Thirty days before a role stops, tell whom it concerns; return how many tasks were made.

    A second run adds nothing; who was confirmed, or has a role that ends anyhow, warns nobody.
    """
    vandaag = timezone.localdate(moment)
    gezet = 0
    with transaction.atomic(), wijd():
        for hoedanigheid in _te_bevestigen(vandaag):
            gezet += taken_van_de_klok(
                hoedanigheid,
                soort=Taaksoort.HERCERTIFICERING,
                titel=_titel(hoedanigheid),
                toelichting=TOELICHTING,
                uiterlijk=hoedanigheid.bevestigd_tot,
                wie=_betrokkenen(hoedanigheid, vandaag),
                moment=moment,
            )
    return gezet


def ongebruikte_accounts_waarschuwen(moment: datetime) -> int:
    """Mail whoever loses his account in two weeks because he does not use it; once each time.

    What could not be sent is tried again by the next run.
    """
    grens = moment - timedelta(days=ONGEBRUIKT_DAGEN - ONGEBRUIKT_WAARSCHUWEN_DAGEN)
    nieuw = Q(gewaarschuwd_op__isnull=True) | Q(gewaarschuwd_op__lt=F("laatst_gebruikt"))
    gestuurd = 0
    velden = ("pk", "email", "laatst_gebruikt")
    with wijd():
        te_sturen = list(_ongebruikt_sinds(grens).filter(nieuw).values_list(*velden))
    for pk, email, laatst in te_sturen:
        sluit = timezone.localdate(laatst + timedelta(days=ONGEBRUIKT_DAGEN))
        if _mailen(email, max(sluit, timezone.localdate(moment))):
            Medewerker.objects.filter(pk=pk).update(gewaarschuwd_op=moment)
            gestuurd += 1
    return gestuurd


def ongebruikte_accounts_sluiten(moment: datetime) -> int:
    """Close what nobody used for ninety days; the roles stay, for when it is opened again."""
    gesloten = 0
    with wijd():
        ongebruikt = list(_ongebruikt_sinds(moment - timedelta(days=ONGEBRUIKT_DAGEN)))
    for medewerker in ongebruikt:
        with transaction.atomic():
            Medewerker.objects.filter(pk=medewerker.pk).update(is_active=False, gesloten_op=moment)
            systeem_loggen("account_ongebruikt", moment, medewerker)
        gesloten += 1
    return gesloten


def _te_bevestigen(vandaag: date) -> QuerySet[Hoedanigheid]:
    return (
        Hoedanigheid.objects.select_for_update(of=("self",))
        .select_related("medewerker", "organisatie")
        .filter(
            Hoedanigheid.loopt_op(vandaag),
            Q(tot__isnull=True) | Q(tot__gt=F("bevestigd_tot")),
            medewerker__is_active=True,
            bevestigd_tot__lte=vandaag + timedelta(days=BEVESTIGEN_DAGEN),
        )
        .order_by("bevestigd_tot", "pk")
    )


def _titel(hoedanigheid: Hoedanigheid) -> str:
    rol = Rol(hoedanigheid.rol).label
    return f"Rol {rol} bij {hoedanigheid.organisatie.naam} bevestigen"


def _betrokkenen(hoedanigheid: Hoedanigheid, vandaag: date) -> set[Ontvanger]:
    """The person himself, who confirms it, and who would lose someone in a case."""
    wie = {Ontvanger(hoedanigheid.pk), *_bevestigers(hoedanigheid, vandaag)}
    werkt = Betrokkenheid.objects.buiten_toegang("wie iemand verliest, moet dat weten").filter(
        Betrokkenheid.lopend_op(vandaag), hoedanigheid=hoedanigheid
    )
    if werkt.exists():
        wie.update(_rollen(vandaag, Q(rol=Rol.PROCESREGISSEUR, organisatie__soort=GEMEENTE)))
    return wie


GEMEENTE = Organisatiesoort.GEMEENTE


def _bevestigers(hoedanigheid: Hoedanigheid, vandaag: date) -> set[Ontvanger]:
    """Who may confirm it; where an organisation has nobody, who can appoint someone there."""
    elders = Q(rol=Rol.FUNCTIONEEL_BEHEERDER)
    wie = Q(rol__in=BEHEERDERS, organisatie=hoedanigheid.organisatie_id)
    if hoedanigheid.rol == Rol.ACCOUNTBEHEERDER:
        wie |= elders
    anderen = ~Q(medewerker=hoedanigheid.medewerker_id)
    return set(_rollen(vandaag, wie & anderen)) or set(_rollen(vandaag, elders & anderen))


def _rollen(vandaag: date, wie: Q) -> Iterator[Ontvanger]:
    rijen = Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(vandaag), wie)
    for rol, organisatie in rijen.order_by().values_list("rol", "organisatie_id").distinct():
        yield Ontvanger(None, Rol(rol), organisatie)


def _ongebruikt_sinds(grens: datetime) -> QuerySet[Medewerker]:
    """Open accounts that nobody logged in with, read with or did anything with since then.

    Asked with the whole logboek open: without it an account in daily use would look unused.
    """
    laatste = Logregel.objects.filter(medewerker_id=OuterRef("pk")).order_by("-gebeurd_op")
    gebruik = Greatest(
        "actief_sinds",
        "last_login",
        Subquery(laatste.values("gebeurd_op")[:1]),
        output_field=DateTimeField(),
    )
    kandidaten = Q(last_login__isnull=True) | Q(last_login__lte=grens)
    return (
        Medewerker.objects.filter(kandidaten, is_active=True, actief_sinds__lte=grens)
        .annotate(laatst_gebruikt=gebruik)
        .filter(laatst_gebruikt__lte=grens)
        .order_by("pk")
    )


def _mailen(adres: str, sluit: date) -> bool:
    tekst = render_to_string("convenant/mail/account_sluit.txt", {"sluit": sluit})
    try:
        send_mail("Uw account in Casusregie sluit binnenkort", tekst, None, [adres])
    except (OSError, SMTPException) as fout:
        # Not the error itself: a mail server that refuses someone names him in it.
        logger.error("the mail about an account that closes was not sent: %s", type(fout).__name__)
        return False
    return True
