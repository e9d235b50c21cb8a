"""Vervanging: arranged for a period, ended by the calendar or by hand."""

from datetime import date

from django.db.models import Q

from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid, Vervanging
from convenant.rules import vervanging as rules
from convenant.selectors.vervangingen import mogelijke_vervangers
from convenant.toegang import Toegang


@handeling(rules.vervanging_regelen)
def vervanging_regelen(
    toegang: Toegang, afwezige: Hoedanigheid, *, vervanger: Hoedanigheid, van: date, tot: date
) -> Vervanging:
    """Let ``vervanger`` take the place of ``afwezige`` from ``van`` until ``tot`` (last day).

    Raises ``Geweigerd`` when he cannot: another role, away himself, or the place is taken already.
    """
    rules.periode_kan(toegang.vandaag, van, tot)
    if not mogelijke_vervangers(toegang, afwezige).filter(pk=vervanger.pk).exists():
        raise Geweigerd("Kies een collega met dezelfde rol bij dezelfde organisatie.")
    _nog_niet_geregeld(afwezige, vervanger, van, tot)
    vervanging = Vervanging(
        afwezige=afwezige,
        vervanger=vervanger,
        van=van,
        tot=tot,
        geregeld_op=toegang.moment,
        geregeld_door_id=toegang.hoedanigheid_id,
    )
    vervanging.save(force_insert=True)
    return vervanging


@handeling(rules.vervanging_beeindigen)
def vervanging_beeindigen(toegang: Toegang, vervanging: Vervanging) -> Vervanging:
    """End it now: the next request of the stand-in is refused."""
    vervanging.beeindigd_op = toegang.moment
    vervanging.beeindigd_door_id = toegang.hoedanigheid_id
    vervanging.save()
    return vervanging


def _nog_niet_geregeld(
    afwezige: Hoedanigheid, vervanger: Hoedanigheid, van: date, tot: date
) -> None:
    """One stand-in at a time; and who is away himself takes nobody's place."""
    tegelijk = Vervanging.objects.buiten_toegang("wie er niet is, vervangt niemand").filter(
        beeindigd_op__isnull=True, van__lte=tot, tot__gte=van
    )
    if tegelijk.filter(afwezige=afwezige).exists():
        raise Geweigerd("Voor die dagen is al een vervanger. Beëindig die vervanging eerst.")
    weg = Q(afwezige__medewerker_id=vervanger.medewerker_id)
    if tegelijk.filter(weg).exists():
        raise Geweigerd("Deze collega is in die dagen zelf afwezig. Kies iemand anders.")
