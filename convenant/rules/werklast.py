"""Work that was left behind, for who oversees: that it is there, never what it is."""

import uuid
from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from convenant.models import (
    Betrokkenheid,
    Hoedanigheid,
    Noodtoegang,
    Taak,
    Toegangsaanvraag,
    Vervanging,
)
from convenant.rules.dicht import dicht_voor, verzegelde_dossiers


class Omvang(NamedTuple):
    """How much somebody can read in one role, for who keeps his account: numbers alone."""

    dossiers: int
    in_nood: int
    aanvragen: int


def omvang_van(hoedanigheid: Hoedanigheid, moment: datetime) -> Omvang:
    """In how many dossiers he is involved or stands in, reads in need, or asked to be let in.

    At ``moment``, without those that are shut for him, and sealed ones: a number would tell that
    they are there.
    """
    dicht = dicht_voor(hoedanigheid) | verzegelde_dossiers()
    betrokken = Betrokkenheid.objects.buiten_toegang("wie accounts beheert telt, en leest niet")
    nood = Noodtoegang.objects.buiten_toegang("wie accounts beheert telt, en leest niet")
    aanvragen = Toegangsaanvraag.objects.buiten_toegang("wie accounts beheert telt, en leest niet")
    vervangt = Vervanging.objects.buiten_toegang("wie accounts beheert telt, en leest niet")
    dag = timezone.localdate(moment)
    afwezigen = vervangt.filter(Vervanging.lopend_op(dag), vervanger=hoedanigheid)
    van_hem = Q(hoedanigheid=hoedanigheid) | Q(hoedanigheid__in=afwezigen.values("afwezige_id"))
    return Omvang(
        betrokken.filter(Betrokkenheid.lopend_op(dag), van_hem)
        .exclude(content_object_id__in=dicht)
        .values("content_object")
        .distinct()
        .count(),
        nood.filter(Noodtoegang.lopend_op(moment), hoedanigheid=hoedanigheid)
        .exclude(dossier_id__in=dicht)
        .count(),
        aanvragen.filter(hoedanigheid=hoedanigheid, besluit="")
        .exclude(dossier_id__in=dicht)
        .count(),
    )


def betrokkenheden_met_werk(vandaag: date) -> list[uuid.UUID]:
    """The ended involvements of people who still have an open task in that dossier."""
    werk = Taak.objects.buiten_toegang("wie toeziet telt werk van anderen, en leest het niet")
    nog_hier = Betrokkenheid.objects.buiten_toegang("wie nog betrokken is, werkt hier gewoon")
    rijen = Betrokkenheid.objects.buiten_toegang("wie toeziet ziet wie niet meer betrokken is")
    wie = {
        "dossier_id": OuterRef("content_object_id"),
        "voor_hoedanigheid_id": OuterRef("hoedanigheid_id"),
    }
    zelf = {
        "content_object_id": OuterRef("content_object_id"),
        "hoedanigheid_id": OuterRef("hoedanigheid_id"),
    }
    return list(
        rijen.exclude(Betrokkenheid.lopend_op(vandaag))
        .filter(van__lte=vandaag)
        .filter(
            Exists(werk.filter(gereed_op__isnull=True, **wie)),
            ~Exists(nog_hier.filter(Betrokkenheid.lopend_op(vandaag), **zelf)),
        )
        .values_list("pk", flat=True)
    )
