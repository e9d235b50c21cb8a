"""Telling the person about the aanpak, or postponing that with ground and end date."""

from datetime import date

from casusregie.enums import Informeerstatus
from casusregie.models import Informering
from casusregie.rules import casus as rules
from casusregie.rules.betrokken import regisseur_nu
from casusregie.rules.termijnen import maanden_later, termijn
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang


@handeling(rules.betrokkene_informeren)
def betrokkene_informeren(
    toegang: Toegang, informering: Informering, *, geinformeerd_op: date, wijze: str
) -> Informering:
    """Record when and how the person was told."""
    if geinformeerd_op > toegang.vandaag:
        raise Geweigerd("De dag van informeren kan niet in de toekomst liggen.")
    informering.status = Informeerstatus.GEDAAN
    informering.geinformeerd_op = geinformeerd_op
    informering.wijze = wijze
    informering.beslist_door_id = toegang.hoedanigheid_id
    informering.save()
    taken_sluiten(toegang, informering, Taaksoort.INFORMEREN, uitkomst="Geïnformeerd")
    dossier_bijwerken(toegang, informering.dossier_id)
    return informering


@handeling(rules.informeren_uitstellen)
def informeren_uitstellen(
    toegang: Toegang, informering: Informering, *, uitstelgrond: str, uitgesteld_tot: date
) -> Informering:
    """Sign for a postponement with its ground; the task comes back on its last day."""
    maanden = termijn("uitstel_informeren_maanden")
    if not toegang.vandaag < uitgesteld_tot <= maanden_later(toegang.vandaag, maanden):
        raise Geweigerd(f"Uitstellen kan tot ten hoogste {maanden} maanden na vandaag.")
    informering.status = Informeerstatus.UITGESTELD
    informering.uitstelgrond = uitstelgrond
    informering.uitgesteld_tot = uitgesteld_tot
    informering.beslist_door_id = toegang.hoedanigheid_id
    informering.save()
    taken_sluiten(toegang, informering, Taaksoort.INFORMEREN, uitkomst="Uitgesteld")
    taak_zetten(
        toegang,
        soort=Taaksoort.INFORMEREN,
        titel="Betrokkene informeren: het uitstel loopt af",
        uiterlijk=uitgesteld_tot,
        dossier=informering.dossier,
        voor=regisseur_nu(toegang, informering.dossier_id),
        over=informering,
    )
    dossier_bijwerken(toegang, informering.dossier_id)
    return informering
