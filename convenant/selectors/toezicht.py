"""What the FG looks at: who reads unusually much, or on his way out, and what was left behind.

From the logboek and from process data alone: neutral numbers, nothing of what a dossier holds.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import Count, QuerySet
from django.db.models.functions import TruncHour

from convenant.enums import Logsoort, Niveau
from convenant.logboek import NOOD
from convenant.models import Betrokkenheid, Hoedanigheid, Logregel, Medewerker, Noodtoegang
from convenant.rules.werklast import betrokkenheden_met_werk
from convenant.selectors.noodtoegang import te_beoordelen
from convenant.toegang import Toegang

TERUG = timedelta(days=7)
"""So far back the page looks."""
VERTREK = timedelta(days=14)
"""Who has a role that ends within so many days is leaving."""
GESLOTEN_TERUG = timedelta(days=30)
"""So far back the page names the accounts that were closed."""
MEESTE = 25


@dataclass(frozen=True)
class Veelgelezen:
    """An account that opened many dossiers within one hour."""

    hoedanigheid: Hoedanigheid
    uur: datetime
    dossiers: int


@dataclass(frozen=True)
class Vertrekker:
    """Someone whose role ends soon, and how many dossiers he opened lately."""

    hoedanigheid: Hoedanigheid
    tot: date
    dossiers: int


def noodtoegang_te_beoordelen(toegang: Toegang) -> list[Noodtoegang]:
    """What nobody judged yet; what is late stands first."""
    return list(te_beoordelen(toegang)[:MEESTE])


def inzagen(toegang: Toegang) -> QuerySet[Logregel]:
    """The readings of the last days, of one dossier at a time."""
    return Logregel.objects.filter(
        soort=Logsoort.INZAGE,
        dossier_id__isnull=False,
        gebeurd_op__gt=toegang.moment - TERUG,
        gebeurd_op__lte=toegang.moment,
    )


def inzagen_van(toegang: Toegang, hoedanigheid_id: uuid.UUID) -> QuerySet[Logregel]:
    """What one person read lately in one role."""
    return inzagen(toegang).filter(hoedanigheid_id=hoedanigheid_id)


def inzagen_in_nood(toegang: Toegang) -> QuerySet[Logregel]:
    """What was read under noodtoegang lately."""
    return inzagen(toegang).filter(resultaat=NOOD)


def veel_gelezen(toegang: Toegang) -> list[Veelgelezen]:
    """Who opened more dossiers in an hour than the municipality finds usual, most first."""
    uren = (
        inzagen(toegang)
        .filter(hoedanigheid_id__isnull=False)
        .order_by()
        .annotate(uur=TruncHour("gebeurd_op"))
        .values("hoedanigheid_id", "uur")
        .annotate(dossiers=Count("dossier_id", distinct=True))
        .filter(dossiers__gt=settings.ONGEWOON_DOSSIERS_PER_UUR)
        .order_by("-dossiers", "-uur", "hoedanigheid_id")[:MEESTE]
    )
    wie = hoedanigheden({rij["hoedanigheid_id"] for rij in uren})
    return [
        Veelgelezen(wie[rij["hoedanigheid_id"]], rij["uur"], rij["dossiers"])
        for rij in uren
        if rij["hoedanigheid_id"] in wie
    ]


def vertrekkers(toegang: Toegang) -> list[Vertrekker]:
    """Who reads dossiers while his role ends within two weeks, the first to go on top."""
    weg = (
        Hoedanigheid.objects.filter(
            Hoedanigheid.geldig_op(toegang.vandaag), tot__lte=toegang.vandaag + VERTREK
        )
        .select_related("medewerker", "organisatie")
        .order_by("tot", "pk")
    )
    gelezen = dict(
        inzagen(toegang)
        .filter(hoedanigheid_id__in=[h.pk for h in weg])
        .order_by()
        .values("hoedanigheid_id")
        .annotate(dossiers=Count("dossier_id", distinct=True))
        .values_list("hoedanigheid_id", "dossiers")
        .order_by("hoedanigheid_id")
    )
    rijen = [Vertrekker(h, h.tot, gelezen[h.pk]) for h in weg if h.tot and h.pk in gelezen]
    return sorted(rijen, key=lambda rij: (rij.tot, -rij.dossiers))[:MEESTE]


def afgelopen_met_werk(toegang: Toegang) -> list[Betrokkenheid]:
    """Ended involvements of which a task is still open, as far as the process may be known."""
    rijen = Betrokkenheid.objects.voor(toegang, minstens=Niveau.PROCES)
    return list(
        rijen.filter(pk__in=betrokkenheden_met_werk(toegang.vandaag))
        .select_related(
            "content_object", "permission", "hoedanigheid__medewerker", "hoedanigheid__organisatie"
        )
        .order_by("van", "pk")[:MEESTE]
    )


def niet_bevestigd(toegang: Toegang) -> list[Hoedanigheid]:
    """The roles that give nothing because nobody confirmed them in time, the latest first."""
    rijen = Hoedanigheid.objects.filter(
        Hoedanigheid.loopt_op(toegang.vandaag),
        medewerker__is_active=True,
        bevestigd_tot__lt=toegang.vandaag,
    )
    return list(
        rijen.select_related("medewerker", "organisatie").order_by("-bevestigd_tot", "pk")[:MEESTE]
    )


def gesloten_accounts(toegang: Toegang) -> list[Medewerker]:
    """The accounts that were closed lately, by hand or because nobody used them."""
    rijen = Medewerker.objects.filter(
        is_active=False, gesloten_op__gt=toegang.moment - GESLOTEN_TERUG
    )
    return list(rijen.order_by("-gesloten_op", "pk")[:MEESTE])


def hoedanigheden(ids: set[uuid.UUID]) -> dict[uuid.UUID, Hoedanigheid]:
    """These people in their roles, by id."""
    rijen = Hoedanigheid.objects.filter(pk__in=ids).select_related("medewerker", "organisatie")
    return {h.pk: h for h in rijen}
