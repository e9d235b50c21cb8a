"""Which sources changed after something was built on them: an assessment, a plan, a report."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from beoordeling.models import Informatie
from casusregie.ui.tijd import datum
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Bronwijziging:
    """An item that was corrected, withdrawn or erased or grew old, and where to read what is left of it.

    ``genoemd``: it is named as what the text rests on, so that it is no guess.
    """

    item: Informatie
    genoemd: bool = False

    @property
    def zin(self) -> str:
        """What the page says: which source, what happened and when."""
        item = self.item
        wie = "Een bron die hier is genoemd," if self.genoemd else "Een bron"
        return (
            f"{wie} is {self._wat}: {item.get_soort_display()} van "
            f"{datum(item.gebeurd_op)}, bron {item.bron.naam}. Kijk of dit nog klopt."
        )

    @property
    def _wat(self) -> str:
        item = self.item
        if item.gewist_op:
            return f"gewist op {datum(item.gewist_op)}"
        if item.ingetrokken_op:
            return f"ingetrokken op {datum(item.ingetrokken_op)}"
        if item.gecorrigeerd_op:
            return f"gecorrigeerd op {datum(item.gecorrigeerd_op)}"
        return f"verouderd sinds {datum(item.houdbaar_tot)}"

    @property
    def url(self) -> str:
        """The item itself."""
        return reverse("beoordeling:informatie_inzien", args=[self.item.pk])


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
    asker may read; what is named stands first.
    """
    er_was = Q(vastgelegd_op__lte=klaar) if klaar else Q()
    sindsdien = (
        Q(gecorrigeerd_op__gt=begonnen) | Q(ingetrokken_op__gt=begonnen) | Q(gewist_op__gt=begonnen)
    )
    anders = (
        Q(ingetrokken_op__isnull=False)
        | Q(gecorrigeerd_op__gte=begonnen)
        | Q(houdbaar_tot__lt=toegang.vandaag)
    )
    items = (
        Informatie.objects.voor(toegang)
        .filter((sindsdien & er_was) | (anders & Q(pk__in=genoemd)), dossier_id=dossier_id)
        .select_related("bron")
        .order_by("-gebeurd_op", "-pk")
    )
    gevonden = [Bronwijziging(item, item.pk in genoemd) for item in items]
    return sorted(gevonden, key=lambda wijziging: not wijziging.genoemd)
