"""The meeting itself: planned, opened, with who is at the table, and closed."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from casusregie.enums import Overlegstatus
from casusregie.models import Aanwezigheid, Overleg
from casusregie.rules import overleg as rules
from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid, Organisatie
from convenant.toegang import Toegang


@handeling(rules.overleg_plannen)
def overleg_plannen(toegang: Toegang, *, begint_op: datetime, plaats: str = "") -> Overleg:
    """Plan a meeting of the series; who plans it leads it.

    Raises ``Geweigerd`` for a day that has passed, or when there is one at that moment.
    """
    if timezone.localdate(begint_op) < toegang.vandaag:
        raise Geweigerd("Deze dag is al voorbij. Kies een dag vanaf vandaag.")
    overleg = Overleg(begint_op=begint_op, plaats=plaats, voorzitter_id=toegang.hoedanigheid_id)
    if Overleg.objects.filter(serie=overleg.serie, begint_op=begint_op).exists():
        raise Geweigerd("Op dit moment is er al een overleg.")
    overleg.save(force_insert=True)
    return overleg


@handeling(rules.overleg_openen)
def overleg_openen(toegang: Toegang, overleg: Overleg) -> Overleg:
    """Begin the meeting: from now on decisions are recorded on its items."""
    overleg.status = Overlegstatus.BEZIG
    overleg.save()
    return overleg


@handeling(rules.aanwezigheid_vastleggen)
def aanwezigheid_vastleggen(
    toegang: Toegang, overleg: Overleg, *, aanwezig: Mapping[Organisatie, Hoedanigheid | None]
) -> Overleg:
    """Record through whom each organisation is at the table; ``None``: sent word of absence."""
    for organisatie, wie in aanwezig.items():
        if wie is not None and wie.organisatie_id != organisatie.pk:
            raise Geweigerd("Kies bij elke organisatie iemand die daar werkt.")
        rij = Aanwezigheid.objects.filter(overleg=overleg, organisatie=organisatie).first()
        rij = rij or Aanwezigheid(overleg=overleg, organisatie=organisatie)
        rij.hoedanigheid, rij.aanwezig = wie, wie is not None
        rij.save()
    return overleg


@handeling(rules.overleg_sluiten)
def overleg_sluiten(toegang: Toegang, overleg: Overleg) -> Overleg:
    """End the meeting; its minutes are fixed from now on."""
    overleg.status = Overlegstatus.GESLOTEN
    overleg.gesloten_op = toegang.moment
    overleg.save()
    return overleg
