"""The terughaallijst as the procesregisseur watches it."""

from django.db.models import Q, QuerySet

from convenant.enums import Niveau
from convenant.models import Terughaalpost
from convenant.toegang import Toegang


def terughaalposten(toegang: Toegang, stand: str = "open") -> QuerySet[Terughaalpost]:
    """The posts in this state: open, te_laat, bevestigd or ingetrokken."""
    standen = {
        "open": Q(bevestigd_op__isnull=True),
        "te_laat": Q(bevestigd_op__isnull=True, uiterlijk__lt=toegang.vandaag),
        "bevestigd": Q(bevestigd_op__isnull=False) & ~Q(uitkomst=""),
        "ingetrokken": Q(bevestigd_op__isnull=False, uitkomst=""),
    }
    return (
        Terughaalpost.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(standen[stand])
        .select_related("dossier", "organisatie")
    )
