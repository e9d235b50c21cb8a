"""The instrumentenkoffer to read in, and what can be chosen today."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from casusregie.models import Instrument


def instrumenten(filter_: Mapping[str, Any]) -> QuerySet[Instrument]:
    """The entries of the koffer that a filter asks for."""
    gewoon = {naam: waarde for naam, waarde in filter_.items() if naam in GEWONE_FILTERS}
    lijst = Instrument.objects.filter(**gewoon)
    for naam in ("vrijwillig", "minderjarigen"):
        if filter_.get(naam):
            lijst = lijst.filter(**{naam: filter_[naam] == "ja"})
    return lijst


GEWONE_FILTERS = ("soort", "leefdomein", "bevoegd_gezag")


def te_kiezen_instrumenten(dag: date) -> QuerySet[Instrument]:
    """What holds on this day: a temporary law ends by itself."""
    return Instrument.objects.filter(
        Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag), geldig_van__lte=dag
    ).order_by("soort", "naam")
