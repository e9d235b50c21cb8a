"""Signatures under the convenant: recorded and withdrawn, never removed."""

from datetime import date

from django.db.models import Q

from convenant.enums import Organisatiesoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Ondertekening, Organisatie
from convenant.rules import ondertekening as rules
from convenant.selectors.regels import geldende_versies
from convenant.toegang import Toegang


@handeling(rules.ondertekening_registreren)
def ondertekening_registreren(
    toegang: Toegang,
    *,
    organisatie: Organisatie,
    ondertekenaar: str,
    van: date,
    tot: date | None = None,
) -> Ondertekening:
    """Record that an organisation has signed: from ``van`` its people read what the rules give.

    Raises ``Geweigerd`` when it has a signature in that period, or has none to give.
    """
    if organisatie.soort == Organisatiesoort.TOEZICHT:
        raise Geweigerd("Een toezichthouder is geen partij. Die leest krachtens de wet.")
    versie = geldende_versies(toegang.moment).first()
    if versie is None:
        raise Geweigerd("Er is nog geen versie van het convenant om te ondertekenen.")
    eerder = Ondertekening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=van), organisatie=organisatie, ingetrokken_op__isnull=True
    )
    if tot is not None:
        eerder = eerder.filter(van__lte=tot)
    if eerder.exists():
        raise Geweigerd("Deze organisatie heeft in die periode al een handtekening.")
    return Ondertekening.objects.create(
        organisatie=organisatie,
        versie=versie,
        ondertekenaar=ondertekenaar,
        van=van,
        tot=tot,
        geregistreerd_op=toegang.moment,
        geregistreerd_door_id=toegang.hoedanigheid_id,
    )


@handeling(rules.ondertekening_intrekken)
def ondertekening_intrekken(
    toegang: Toegang, ondertekening: Ondertekening, *, reden: str
) -> Ondertekening:
    """End a signature at this second: the next click of its people finds nothing any more."""
    ondertekening.ingetrokken_op = toegang.moment
    ondertekening.intrekreden = reden
    ondertekening.save(update_fields=["ingetrokken_op", "intrekreden"])
    return ondertekening
