"""What care shares, as people look for it: in a dossier, of one item, and with me."""

import uuid

from django.db.models import Q, QuerySet

from convenant.enums import Niveau, Zorggrond
from convenant.models import Zorgdeling
from convenant.models.dossier import Bronstuk
from convenant.toegang import Toegang


def delingen_in(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Zorgdeling]:
    """Everything that this asker may know that care shares here, what ended too for the source."""
    return (
        Zorgdeling.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier_id=dossier_id)
        .select_related(
            "bron", "ontvanger", "vastgelegd_door__medewerker", "ingetrokken_door__medewerker"
        )
        .order_by("-vastgelegd_op", "-pk")
    )


def delingen_van(toegang: Toegang, stuk: Bronstuk) -> QuerySet[Zorgdeling]:
    """With whom this item of care is shared now, and on what ground."""
    dit_of_alles = Q(stuk_id=stuk.pk) | Q(stuk_id__isnull=True)
    return delingen_in(toegang, stuk.dossier_id).filter(
        Zorgdeling.lopend_op(toegang.moment), dit_of_alles, bron_id=stuk.bron_id
    )


def met_mij_gedeeld(toegang: Toegang, dossier_id: uuid.UUID) -> list[Zorgdeling]:
    """On what ground this asker reads something of care here, and until when."""
    if not any(deling.dossier_id == dossier_id for deling in toegang.gedeeld):
        return []
    return list(delingen_in(toegang, dossier_id).filter(toegang.ontvangen_delingen()))


def stuk_met_mij_gedeeld(toegang: Toegang, stuk: Bronstuk) -> list[Zorgdeling]:
    """The same for one item: by itself, or with all that its source records here."""
    hier = met_mij_gedeeld(toegang, stuk.dossier_id)
    return [rij for rij in hier if rij.bron_id == stuk.bron_id and rij.stuk_id in (None, stuk.pk)]


def lopende_toestemmingen(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Zorgdeling]:
    """The toestemmingen that run and that this asker knows of: what he can end by name."""
    return delingen_in(toegang, dossier_id).filter(
        Zorgdeling.lopend_op(toegang.moment), grond=Zorggrond.TOESTEMMING
    )
