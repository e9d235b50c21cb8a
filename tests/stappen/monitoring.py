"""Steps of looking back that a test or a story can reuse: they call the real services."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from casusregie.enums import Leefdomein
from casusregie.models import Interventie
from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.enums import Incidentaard, Rapportsoort, Trap, Voortgangstand
from monitoring.models import Incident, Meting, Rapport, Voortgang, Vrijgave
from monitoring.services.incidenten import incident_vastleggen
from monitoring.services.metingen import (
    Domeinwaarde,
    meting_vastleggen,
    voortgang_vastleggen,
)
from monitoring.services.rapport import rapport_aanvragen
from monitoring.services.vrijgave import tekst_vrijgeven


def meting_gedaan(
    toegang: Toegang,
    dossier: Dossier,
    trappen: Mapping[Leefdomein, Trap | None] | None = None,
    *,
    gemeten_op: date | None = None,
    overige: Trap | None = Trap.BEPERKT,
    **gegevens: Any,
) -> Meting:
    """A measurement: the given domains, and ``overige`` for all the others."""
    trappen = trappen or {}
    return meting_vastleggen(
        toegang,
        dossier,
        gemeten_op=gemeten_op or toegang.vandaag,
        domeinen=[
            Domeinwaarde(domein, trappen.get(domein, overige), f"Verteld: {domein.label.lower()}.")
            for domein in Leefdomein
        ],
        **gegevens,
    )


def incident_gemeld(toegang: Toegang, dossier: Dossier, **gegevens: Any) -> Incident:
    """An incident of today, unless told otherwise."""
    return incident_vastleggen(
        toegang,
        dossier,
        **{
            "gebeurd_op": toegang.vandaag,
            "aard": Incidentaard.OVERTREDING,
            "tekst": "Kwam niet op de afspraak bij de reclassering.",
            **gegevens,
        },
    )


def voortgang_verteld(toegang: Toegang, interventie: Interventie, **gegevens: Any) -> Voortgang:
    """The intervention is on schedule, unless told otherwise."""
    return voortgang_vastleggen(
        toegang,
        interventie,
        **{
            "stand": Voortgangstand.OP_SCHEMA,
            "toelichting": "Twee gesprekken per week gaan door.",
            **gegevens,
        },
    )


def toezichtrapport_gevraagd(toegang: Toegang, van: date, tot: date) -> Rapport:
    """The oversight report over a period."""
    return rapport_aanvragen(
        toegang,
        soort=Rapportsoort.TOEZICHT,
        doel="Voor de Commissie van Toezicht",
        periode_van=van,
        periode_tot=tot,
    )


def dossierrapport_gevraagd(toegang: Toegang, dossier: Dossier) -> Rapport:
    """The report of one dossier."""
    return rapport_aanvragen(
        toegang, soort=Rapportsoort.DOSSIER, doel="Voorbereiding van het gesprek", dossier=dossier
    )


def tekst_vrijgegeven(toegang: Toegang, dossier: Dossier, **gegevens: Any) -> Vrijgave:
    """Pseudonymised text for the Commissie."""
    return tekst_vrijgeven(
        toegang,
        dossier,
        **{
            "onderwerp": "Afweging bij het eerste gesprek",
            "tekst": "De betrokkene wil aan het werk en is daarover in gesprek.",
            **gegevens,
        },
    )
