"""What oversight finds on its desk: released texts, a report, what was sealed and erased."""

from datetime import timedelta

from beoordeling.models import Informatie
from beoordeling.services.informatie import informatie_intrekken
from beoordeling.services.wissing import informatie_wissen, wissen_vragen
from casusregie.models import Casus
from convenant.enums import Conflictsoort, Fase, Verzegelgrond, Wisgrond
from convenant.models import Dossier
from convenant.services.belangenconflict import belangenconflict_melden
from convenant.services.verzegeling import dossier_verzegelen
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
    _afschermen(toneel)
    _wissen(toneel)


def _afschermen(toneel: Toneel) -> None:
    """A dossier about somebody's relative is sealed, and a procesregisseur knows somebody."""
    paula, pieter = toneel.als("paula"), toneel.als("pieter")
    afgedaan = Dossier.objects.voor(paula).filter(fase=Fase.AFGEDAAN)
    dossier_verzegelen(
        paula,
        afgedaan.latest("geopend_op"),
        grond=Verzegelgrond.FAMILIE,
        reden="Een neef van een medewerker van het meldpunt.",
        ingewijden=[toneel.spelers["leo"]],
    )
    belangenconflict_melden(
        pieter,
        Casus.objects.voor(pieter).select_related("dossier").latest("geopend_op").dossier,
        soort=Conflictsoort.KENT,
        reden="Onze kinderen zitten bij elkaar in de klas.",
    )


def _wissen(toneel: Toneel) -> None:
    """The reclassering took two items back: one is erased, one waits for a second person."""
    ron, paula = toneel.als("ron"), toneel.als("paula")
    eigen = Informatie.objects.voor(ron).filter(
        bron_id=ron.organisatie_id, ingetrokken_op__isnull=True
    )
    for item, wist in zip(eigen.order_by("gebeurd_op", "pk")[:2], (True, False), strict=True):
        informatie_intrekken(ron, item, reden="Dit ging over een ander.")
        wissing = wissen_vragen(
            ron,
            item,
            grond=Wisgrond.ONRECHTMATIG,
            reden="Het ging niet over deze betrokkene en had hier niet mogen staan.",
            tweede=toneel.spelers["paula"],
        )
        if wist:
            informatie_wissen(paula, wissing)
