"""Embargoes as those who look after them search for them; for anyone else there are none."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from beoordeling.models import Informatie
from convenant.enums import Niveau
from convenant.models import Dossier, Embargo, Embargoherziening
from convenant.models.embargo import IEDER_ANDER, EmbargoTot, EmbargoVoor
from convenant.toegang import Toegang


def embargos(toegang: Toegang) -> QuerySet[Embargo]:
    """What this asker may know of, the first to end on top."""
    return (
        Embargo.objects.voor(toegang, minstens=Niveau.PROCES)
        .select_related("bron", "gelegd_door__medewerker", "bewaarder__medewerker")
        .order_by("tot", "pk")
    )


STANDEN: dict[str, Callable[[Toegang], QuerySet[Embargo]]] = {
    "lopend": lambda toegang: embargos(toegang).filter(einde="", tot__gte=toegang.vandaag),
    "te_laat": lambda toegang: embargos(toegang).filter(Embargo.te_laat_op(toegang.vandaag)),
    "beeindigd": lambda toegang: embargos(toegang).filter(
        ~Q(einde="") & ~Embargo.te_laat_op(toegang.vandaag)
    ),
    "alle": embargos,
}
"""The states in which people look for embargoes."""


def met_inhoud(toegang: Toegang, embargo: Embargo) -> bool:
    """Whether the reason may be read too: the FG sees ends and reviews only."""
    return Embargo.objects.voor(toegang).filter(pk=embargo.pk).exists()


def herzieningen_van(toegang: Toegang, embargo: Embargo) -> QuerySet[Embargoherziening]:
    """What was said of it, oldest first."""
    rijen = Embargoherziening.objects.voor(toegang, minstens=Niveau.PROCES)
    return rijen.filter(embargo=embargo).select_related("gedaan_door__medewerker")


def stuk_van(toegang: Toegang, embargo: Embargo) -> Informatie | None:
    """The item, where this asker still reads it."""
    return Informatie.objects.voor(toegang).filter(pk=embargo.stuk_id).first()


def dossier_van_embargo(toegang: Toegang, embargo: Embargo) -> Dossier | None:
    """The dossier, where this asker knows it."""
    bekend: Any = Dossier.objects.voor(toegang, minstens=Niveau.PROCES)
    return bekend.filter(pk=embargo.dossier_id).first()


def embargo_op(toegang: Toegang, informatie: Informatie) -> Embargo | None:
    """The embargo that closes this item for others now, for who may know of it."""
    gelegd = embargos(toegang).filter(stuk_id=informatie.pk)
    return next((e for e in gelegd if e.is_gesloten_op(toegang.vandaag)), None)


def embargo_voor_anderen(toegang: Toegang, informatie: Informatie) -> tuple[str, date | None]:
    """Which embargo closes this item for others, and until when if that day is known to all.

    Also for who reads on as a colleague of the source, and may not know the embargo itself.
    """
    gevonden: tuple[str, date | None] = (
        Informatie.objects.voor(toegang)
        .values_list(
            EmbargoVoor("pk", IEDER_ANDER, toegang.vandaag), EmbargoTot("pk", toegang.vandaag)
        )
        .get(pk=informatie.pk)
    )
    return gevonden
