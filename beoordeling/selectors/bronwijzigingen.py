"""Which sources changed after something was built on them: an assessment, a plan, a report."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from beoordeling.models import Informatie
from casusregie.ui.tijd import datum
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Bronwijziging:
    """An item that was corrected or withdrawn, and where to read what is left of it."""

    item: Informatie

    @property
    def zin(self) -> str:
        """What the page says: which source, what happened and when."""
        item = self.item
        op = item.ingetrokken_op or item.gecorrigeerd_op
        wat = "ingetrokken" if item.ingetrokken_op else "gecorrigeerd"
        return (
            f"Een bron is {wat} op {datum(op)}: {item.get_soort_display()} van "
            f"{datum(item.gebeurd_op)}, bron {item.bron.naam}. Kijk of dit nog klopt."
        )

    @property
    def url(self) -> str:
        """The item itself."""
        return reverse("beoordeling:informatie_inzien", args=[self.item.pk])


def bronwijzigingen(
    toegang: Toegang, dossier_id: uuid.UUID, *, begonnen: datetime, klaar: datetime | None = None
) -> list[Bronwijziging]:
    """The items that may be under something made from ``begonnen`` until ``klaar``, and changed since.

    What a text rests on is said in words, not by links; so every item counts that was there when
    it was made and was changed after it was begun. Only items that this asker may read.
    """
    er_was = Q(vastgelegd_op__lte=klaar) if klaar else Q()
    sindsdien = Q(gecorrigeerd_op__gt=begonnen) | Q(ingetrokken_op__gt=begonnen)
    items = (
        Informatie.objects.voor(toegang)
        .filter(er_was, sindsdien, dossier_id=dossier_id)
        .select_related("bron")
        .order_by("-gebeurd_op", "-pk")
    )
    return [Bronwijziging(item) for item in items]
