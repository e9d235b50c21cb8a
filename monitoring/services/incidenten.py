"""Incidents: told by a source, put right and taken back by it."""

from datetime import date

from convenant.enums import Categorie, Terughaalaanleiding, Wisgrond
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier, Hoedanigheid, Wissing
from convenant.rules.wissing import grond_klopt
from convenant.selectors.bron import eigen_bron
from convenant.services.bronstuk import stuk_corrigeren, stuk_intrekken
from convenant.services.verstrekking import informatie_verstrekken
from convenant.services.wissing import Verzoek, wissing_vragen
from convenant.toegang import Toegang
from monitoring.enums import Incidentaard, incidentcategorieen
from monitoring.models import Incident
from monitoring.rules import incidenten as rules
from monitoring.rules.metingen import eis_niet_in_de_toekomst

NA_INTREKKEN = {"aard": Incidentaard.ANDERS, "tekst": "", "gevolg": ""}


@handeling(rules.incident_vastleggen, raakt_dossier=True)
def incident_vastleggen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    gebeurd_op: date,
    aard: Incidentaard | str,
    tekst: str,
    gevolg: str = "",
    categorie: Categorie | str = Categorie.STRAFRECHTELIJK,
) -> Incident:
    """Record what went wrong; the source is the organisation of who tells it.

    Only police records politiegegevens and only care records medical information.
    """
    eis_niet_in_de_toekomst(toegang, gebeurd_op)
    if categorie not in incidentcategorieen(toegang.organisatiesoort, toegang.rol):
        raise Geweigerd("Uw organisatie kan deze soort informatie niet vastleggen.")
    incident = Incident(
        dossier=dossier,
        categorie=categorie,
        bron_id=eigen_bron(toegang),
        gebeurd_op=gebeurd_op,
        aard=aard,
        tekst=tekst,
        gevolg=gevolg,
        vastgelegd_op=toegang.moment,
        vastgelegd_door_id=toegang.hoedanigheid_id,
    )
    incident.save(force_insert=True)
    informatie_verstrekken(toegang, incident)
    return incident


@handeling(rules.incident_corrigeren)
def incident_corrigeren(
    toegang: Toegang,
    incident: Incident,
    *,
    reden: str,
    gebeurd_op: date,
    aard: Incidentaard | str,
    tekst: str,
    gevolg: str = "",
) -> Incident:
    """Correct an incident, with the reason; who reads it sees what stood there first.

    Every organisation that received it is asked what it does with what it took over.
    """
    eis_niet_in_de_toekomst(toegang, gebeurd_op)
    zo = {"gebeurd_op": gebeurd_op, "aard": aard, "tekst": tekst, "gevolg": gevolg}
    stuk_corrigeren(toegang, incident, reden=reden, zo=zo)
    return incident


@handeling(rules.incident_intrekken)
def incident_intrekken(
    toegang: Toegang,
    incident: Incident,
    *,
    reden: str,
    aanleiding: str = Terughaalaanleiding.INTREKKING,
) -> Incident:
    """Take an incident back: what happened stays in the history only. See ``stuk_intrekken``."""
    stuk_intrekken(toegang, incident, reden=reden, aanleiding=aanleiding, zo=NA_INTREKKEN)
    return incident


@handeling(rules.incident_wissen_vragen)
def incident_wissen_vragen(
    toegang: Toegang, incident: Incident, *, grond: str, reden: str, tweede: Hoedanigheid
) -> Wissing:
    """Ask ``tweede`` to erase an incident that was taken back, and everything it ever said.

    It has no day to be destroyed, so a term that is over cannot be the ground.
    """
    keuze = Wisgrond(grond)
    grond_klopt(keuze, None, toegang.vandaag)
    return wissing_vragen(toegang, incident, Verzoek(keuze, reden, tweede))
