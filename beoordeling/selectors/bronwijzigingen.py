"""Which sources changed after something was built on them: an assessment, a plan, a report."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from beoordeling.models import Informatie
from casusregie.ui.panelen import panelen
from casusregie.ui.tijd import datum
from convenant.models import Bronstuk
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Bronwijziging:
    """An item that was corrected, withdrawn or erased or grew old, and where to read what is left of it.

    ``genoemd``: it is named as what the text rests on, so that it is no guess.
    """

    wat: str
    soort: str
    gebeurd_op: date
    bron: str
    url: str
    genoemd: bool = False

    @property
    def zin(self) -> str:
        """What the page says: which source, what happened and when."""
        wie = "Een bron die hier is genoemd," if self.genoemd else "Een bron"
        return (
            f"{wie} is {self.wat}: {self.soort} van {datum(self.gebeurd_op)}, "
            f"bron {self.bron}. Kijk of dit nog klopt."
        )


def bronwijzigingen(
    toegang: Toegang,
    dossier_id: uuid.UUID,
    *,
    begonnen: datetime,
    klaar: datetime | None = None,
    genoemd: Collection[uuid.UUID] = (),
) -> list[Bronwijziging]:
    """The items that may be under something made from ``begonnen`` until ``klaar``, and changed since.

    A text says in words what it rests on, and may name items (``genoemd``). What it does not name
    may still be under it; so every item counts that was there when it was made and was changed
    after it was begun. Of what it names it also counts that it grew old. Only items that this
    asker may read; what is named stands first. Later rooms add theirs at ``bronwijziging``.
    """
    anders = (
        Q(ingetrokken_op__isnull=False)
        | Q(gecorrigeerd_op__gte=begonnen)
        | Q(houdbaar_tot__lt=toegang.vandaag)
    )
    items = (
        Informatie.objects.voor(toegang)
        .filter(
            (sindsdien(begonnen) & er_was(klaar)) | (anders & Q(pk__in=genoemd)),
            dossier_id=dossier_id,
        )
        .select_related("bron")
        .order_by("-gebeurd_op", "-pk")
    )
    gevonden = [_bronwijziging(item, genoemd) for item in items]
    for later in panelen(
        "bronwijziging", toegang=toegang, dossier_id=dossier_id, begonnen=begonnen, klaar=klaar
    ):
        gevonden += later
    gevonden.sort(key=lambda wijziging: wijziging.gebeurd_op, reverse=True)
    return sorted(gevonden, key=lambda wijziging: not wijziging.genoemd)


def er_was(klaar: datetime | None) -> Q:
    """What was there when something was made that was finished then, if it is."""
    return Q(vastgelegd_op__lte=klaar) if klaar else Q()


def sindsdien(begonnen: datetime) -> Q:
    """What its source corrected, withdrew or let erase after something was begun."""
    velden = ("gecorrigeerd_op", "ingetrokken_op", "gewist_op")
    return Q(*((f"{veld}__gt", begonnen) for veld in velden), _connector=Q.OR)


def wat_gewijzigd(stuk: Bronstuk) -> str:
    """What its source did with it last, and when; empty when nothing."""
    if stuk.gewist_op:
        return f"gewist op {datum(stuk.gewist_op)}"
    if stuk.ingetrokken_op:
        return f"ingetrokken op {datum(stuk.ingetrokken_op)}"
    return f"gecorrigeerd op {datum(stuk.gecorrigeerd_op)}" if stuk.gecorrigeerd_op else ""


def _bronwijziging(item: Informatie, genoemd: Collection[uuid.UUID]) -> Bronwijziging:
    return Bronwijziging(
        wat=wat_gewijzigd(item) or f"verouderd sinds {datum(item.houdbaar_tot)}",
        soort=item.get_soort_display(),
        gebeurd_op=item.gebeurd_op,
        bron=item.bron.naam,
        url=reverse("beoordeling:informatie_inzien", args=[item.pk]),
        genoemd=item.pk in genoemd,
    )
