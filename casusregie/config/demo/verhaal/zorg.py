"""Care shares: the betrokkene agrees, and takes part of it back two weeks later."""

from datetime import timedelta

from beoordeling.models import Informatie
from beoordeling.services.zorgdeling import toestemming_intrekken, toestemming_vastleggen
from convenant.enums import Toestemmingswijze
from convenant.models import Dossier
from convenant.selectors.zorgdeling import lopende_toestemmingen

from .casusplan import Casusplan
from .toneel import Toneel, Verloop

DEELT = {21: 5}
"""The case, and the month in it, in which the GGZ shares something."""
TERMIJN = timedelta(days=360)


def delen(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> Verloop:
    """Zoë shares one item with the regisseur and the school; the school soon no longer reads it."""
    zoe, school = toneel.als("zoe"), toneel.spelers["sven"].organisatie
    eigen = Informatie.objects.voor(zoe).filter(dossier=dossier, bron_id=zoe.organisatie_id)
    item = eigen.earliest("vastgelegd_op")
    toestemming_vastleggen(
        zoe,
        item,
        ontvangers=[toneel.spelers[plan.regisseur].organisatie, school],
        doel="Afspraken thuis en op school op elkaar afstemmen",
        wijze=Toestemmingswijze.MONDELING,
        gegeven_op=toneel.moment.date(),
        aanwezig="zijn moeder",
        tot=(toneel.moment + TERMIJN).date(),
    )
    yield toneel.na(14)
    zoe = toneel.als("zoe")
    aan_school = lopende_toestemmingen(zoe, dossier.pk).get(ontvanger=school)
    toestemming_intrekken(
        zoe,
        dossier,
        intrekwijze="Hij belde: de school hoeft dit niet meer te weten.",
        toestemming=aan_school,
    )
