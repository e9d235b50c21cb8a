"""Noodtoegang as people look for it: my own now, what has to be judged, what was read."""

from collections.abc import Callable

from django.db.models import QuerySet

from convenant.enums import Niveau
from convenant.logboek import NOOD
from convenant.models import Dossier, Logregel, Noodtoegang
from convenant.toegang import Toegang


def noodtoegangen(toegang: Toegang) -> QuerySet[Noodtoegang]:
    """One's own, and for who judges or oversees those of everybody."""
    return Noodtoegang.objects.voor(toegang, minstens=Niveau.PROCES).select_related(
        "hoedanigheid__medewerker", "hoedanigheid__organisatie", "beoordeeld_door__medewerker"
    )


def lopende_noodtoegang(toegang: Toegang) -> list[Noodtoegang]:
    """What this asker reads under noodtoegang now: what the strip on every page tells."""
    lopend = Noodtoegang.objects.voor(toegang).filter(
        Noodtoegang.lopend_op(toegang.moment), hoedanigheid_id=toegang.hoedanigheid_id
    )
    return list(lopend.select_related("dossier").order_by("tot", "pk"))


def noodtoegang_nu_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Noodtoegang]:
    """Who reads this dossier under noodtoegang now, for who judges or oversees that."""
    return noodtoegangen(toegang).filter(Noodtoegang.lopend_op(toegang.moment), dossier=dossier)


def te_beoordelen(toegang: Toegang) -> QuerySet[Noodtoegang]:
    """Without a judgement, the earliest last day first: what is late stands on top."""
    return noodtoegangen(toegang).filter(oordeel="").order_by("beoordelen_voor", "pk")


STANDEN: dict[str, Callable[[Toegang], QuerySet[Noodtoegang]]] = {
    "open": te_beoordelen,
    "te_laat": lambda toegang: te_beoordelen(toegang).filter(beoordelen_voor__lt=toegang.vandaag),
    "beoordeeld": lambda toegang: noodtoegangen(toegang).exclude(oordeel=""),
    "alle": noodtoegangen,
}
"""The states in which people look for noodtoegang."""


def gelezen_onder(noodtoegang: Noodtoegang) -> QuerySet[Logregel]:
    """What was read with it, from the logboek, oldest first."""
    return Logregel.objects.filter(
        resultaat=NOOD,
        hoedanigheid_id=noodtoegang.hoedanigheid_id,
        dossier_id=noodtoegang.dossier_id,
        gebeurd_op__range=(noodtoegang.genomen_op, noodtoegang.tot),
    ).order_by("gebeurd_op", "pk")
