"""The reports that someone asked for."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.enums import Rapportstatus
from monitoring.models import Rapport


def rapporten(toegang: Toegang) -> QuerySet[Rapport]:
    """One's own reports, newest first; not of a dossier that one does not know any more."""
    bekend = Exists(Dossier.objects.voor(toegang).filter(pk=OuterRef("dossier_id")))
    return (
        Rapport.objects.voor(toegang)
        .filter(Q(dossier=None) | Q(bekend))
        .select_related("dossier")
        .order_by("-gevraagd_op", "-pk")
    )


def rapporten_gereed(toegang: Toegang) -> QuerySet[Rapport]:
    """One's own reports that can be downloaded."""
    return rapporten(toegang).filter(status=Rapportstatus.KLAAR)
