"""What oversight finds on its desk: released texts, and a report that is being made."""

from datetime import timedelta

from beoordeling.models import Informatie
from casusregie.models import Casus
from monitoring.enums import Rapportsoort
from monitoring.services.rapport import rapport_aanvragen
from monitoring.services.vrijgave import tekst_vrijgeven

from .toneel import Toneel

VRIJGEGEVEN = 3


def toezicht_voorbereiden(toneel: Toneel) -> None:
    """Release a text in some cases, and ask the report over the last year."""
    paula = toneel.als("paula")
    casussen = Casus.objects.voor(paula).select_related("dossier").order_by("geopend_op")
    for casus in casussen[:VRIJGEGEVEN]:
        gesprek = (
            Informatie.objects.voor(paula).filter(dossier=casus.dossier).earliest("gebeurd_op")
        )
        tekst_vrijgeven(
            paula,
            casus.dossier,
            onderwerp="Eerste gesprek met de betrokkene",
            tekst="De regisseur legde uit wat de aanpak is en hoe de betrokkene bezwaar kan maken. "
            "De betrokkene was het er niet mee eens, maar wilde een tweede gesprek.",
            informatie=gesprek,
        )
    rapport_aanvragen(
        toneel.als("leo"),
        soort=Rapportsoort.TOEZICHT,
        doel="Jaarlijks gesprek met de Commissie van Toezicht",
        periode_van=toneel.vandaag - timedelta(days=365),
        periode_tot=toneel.vandaag,
    )
