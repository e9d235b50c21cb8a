"""Questions that the MAP answered, to list and to count."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from convenant.toegang import Toegang
from meldpunt.models import Adviesvraag
from meldpunt.selectors.meldingen import PERIODEN


def adviesvragen(toegang: Toegang, **filters: Any) -> QuerySet[Adviesvraag]:
    """Answered questions, newest first; ``filters``: kanaal, meldersoort, periode."""
    lijst = Adviesvraag.objects.voor(toegang).select_related("beantwoord_door__medewerker")
    periode = filters.pop("periode", None)
    if periode:
        lijst = lijst.filter(gesteld_op__gte=toegang.moment - timedelta(days=PERIODEN[periode]))
    return lijst.filter(**filters)
