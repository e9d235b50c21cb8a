"""Who may make, change and establish the plan van aanpak."""

import uuid

from casusregie.enums import Planstatus
from casusregie.models import Casus, Plan, Plandoel
from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.toegang import Toegang

from .casus import eis_fase, eis_regie

IN_DE_MAAK = (Planstatus.CONCEPT, Planstatus.VOORGELEGD)


@regel(Rol.CASUSREGISSEUR)
def plan_opstellen(toegang: Toegang, casus: Casus) -> None:
    """One version is in the making at a time."""
    eis_regie(toegang, casus.dossier_id)
    eis_fase(casus.dossier)
    if (
        Plan.objects.buiten_toegang("een plan in de maak is er maar één")
        .filter(dossier_id=casus.dossier_id, status__in=IN_DE_MAAK)
        .exists()
    ):
        raise Geweigerd("Er is al een versie van het plan in de maak.")


@regel(Rol.CASUSREGISSEUR)
def plan_wijzigen(toegang: Toegang, plan: Plan) -> None:
    """Only a draft changes; an established plan gets a new version."""
    _eis_concept(toegang, plan)


@regel(Rol.CASUSREGISSEUR)
def plandoel_toevoegen(toegang: Toegang, plan: Plan) -> None:
    """Goals are set in the draft."""
    _eis_concept(toegang, plan)


@regel(Rol.CASUSREGISSEUR)
def plandoel_wijzigen(toegang: Toegang, doel: Plandoel) -> None:
    """Goals change in the draft."""
    _eis_concept(toegang, doel.plan)


@regel(Rol.CASUSREGISSEUR)
def planstap_toevoegen(toegang: Toegang, doel: Plandoel) -> None:
    """Steps are added to a draft, and to the plan that holds."""
    eis_regie(toegang, doel.dossier_id)
    eis_fase(doel.dossier)
    if doel.plan.status not in (Planstatus.CONCEPT, Planstatus.VASTGESTELD):
        raise Geweigerd(_waarom_vast(doel.plan))


@regel(Rol.CASUSREGISSEUR)
def plandoel_evalueren(toegang: Toegang, doel: Plandoel) -> None:
    """A goal is evaluated in the plan that holds."""
    eis_regie(toegang, doel.dossier_id)
    if doel.plan.status != Planstatus.VASTGESTELD:
        raise Geweigerd("Een doel is te evalueren als het plan is vastgesteld.")


@regel(Rol.CASUSREGISSEUR)
def plan_voorleggen(toegang: Toegang, plan: Plan) -> None:
    """A draft with at least one goal goes to the procesregisseur and the overleg."""
    _eis_concept(toegang, plan)
    doelen = Plandoel.objects.buiten_toegang("een plan zonder doel is geen plan")
    if not doelen.filter(plan=plan).exists():
        raise Geweigerd("Het plan heeft nog geen doel. Voeg eerst een doel toe.")


@regel(Rol.PROCESREGISSEUR)
def plan_vaststellen(toegang: Toegang, plan: Plan) -> None:
    """The procesregisseur establishes what was put before him, never his own plan."""
    _eis_voorgelegd(plan)
    if plan.opgesteld_door.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("U maakte dit plan zelf. Een ander stelt het vast.")


@regel(Rol.PROCESREGISSEUR)
def plan_terugsturen(toegang: Toegang, plan: Plan) -> None:
    """What was put before him goes back with a reason."""
    _eis_voorgelegd(plan)


def voorgelegd_plan(dossier_id: uuid.UUID | None) -> Plan | None:
    """The version that waits for a decision, if there is one."""
    return (
        Plan.objects.buiten_toegang("er is één versie tegelijk in de maak")
        .filter(dossier_id=dossier_id, status=Planstatus.VOORGELEGD)
        .select_related("dossier", "opgesteld_door")
        .first()
    )


def _eis_voorgelegd(plan: Plan) -> None:
    if plan.status != Planstatus.VOORGELEGD:
        raise Geweigerd("Dit plan is niet voorgelegd.")


def _eis_concept(toegang: Toegang, plan: Plan) -> None:
    eis_regie(toegang, plan.dossier_id)
    eis_fase(plan.dossier)
    if plan.status != Planstatus.CONCEPT:
        raise Geweigerd(_waarom_vast(plan))


def _waarom_vast(plan: Plan) -> str:
    if plan.status == Planstatus.VOORGELEGD:
        return "Het plan is voorgelegd en verandert nu niet."
    if plan.status == Planstatus.VERVANGEN:
        return "Dit is een oude versie van het plan."
    return "Dit plan is vastgesteld. Maak een nieuwe versie om het te wijzigen."
