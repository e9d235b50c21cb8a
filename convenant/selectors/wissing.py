"""What was asked to be erased, as those who may know of it search for it."""

from collections.abc import Callable
from datetime import timedelta

from django.apps import apps
from django.db.models import QuerySet

from convenant.enums import Wisstand
from convenant.models import Bronstuk, Wissing
from convenant.models.wissing import WACHTTIJD
from convenant.toegang import Toegang


def wissingen(toegang: Toegang) -> QuerySet[Wissing]:
    """What this asker may know of, the newest request on top."""
    return (
        Wissing.objects.voor(toegang)
        .select_related("bron", *(f"{wie}__medewerker" for wie in MENSEN))
        .order_by("-gevraagd_op", "-pk")
    )


def stuk_van(toegang: Toegang, wissing: Wissing) -> Bronstuk | None:
    """What it is about, of whichever room, where this asker still reads it."""
    soort: type[Bronstuk] = apps.get_model(wissing.stuk_soort)
    return soort.objects.voor(toegang).filter(pk=wissing.stuk_id).first()


MENSEN = ("gevraagd_door", "tweede", "besloten_door")


def _te_laat(toegang: Toegang) -> QuerySet[Wissing]:
    return wissingen(toegang).filter(
        stand=Wisstand.GEVRAAGD, gevraagd_op__lt=toegang.moment - WACHTTIJD
    )


def _gewist_in_maand(toegang: Toegang) -> QuerySet[Wissing]:
    sinds = toegang.moment - timedelta(days=30)
    return wissingen(toegang).filter(stand=Wisstand.GEWIST, besloten_op__gte=sinds)


STANDEN: dict[str, Callable[[Toegang], QuerySet[Wissing]]] = {
    "alle": wissingen,
    "gevraagd": lambda toegang: wissingen(toegang).filter(stand=Wisstand.GEVRAAGD),
    "te_laat": _te_laat,
    "gewist": lambda toegang: wissingen(toegang).filter(stand=Wisstand.GEWIST),
    "maand": _gewist_in_maand,
    "afgewezen": lambda toegang: wissingen(toegang).filter(stand=Wisstand.AFGEWEZEN),
}
"""The states in which people look for them."""
