"""The reports that someone asked for."""

from django.db.models import QuerySet

from convenant.toegang import Toegang
from monitoring.enums import Rapportstatus
from monitoring.models import Rapport


def rapporten(toegang: Toegang) -> QuerySet[Rapport]:
    """One's own reports, newest first."""
    return Rapport.objects.voor(toegang).select_related("dossier").order_by("-gevraagd_op", "-pk")


def rapporten_gereed(toegang: Toegang) -> QuerySet[Rapport]:
    """One's own reports that can be downloaded."""
    return rapporten(toegang).filter(status=Rapportstatus.KLAAR)
