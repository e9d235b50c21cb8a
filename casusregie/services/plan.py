"""The plan van aanpak: versions, the person's view, establishing by a second person."""

from datetime import timedelta

from casusregie.enums import Planstatus, Visie
from casusregie.models import Casus, Plan
from casusregie.rules import plan as rules
from casusregie.rules.betrokken import hoedanigheid_met_rol, regisseur_nu
from casusregie.rules.termijnen import termijn
from casusregie.services.plandoel import doelen_overnemen
from convenant.enums import Categorie, Rol, Taaksoort, Verstrekkingsoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.services.verstrekking import stuk_verstrekken
from convenant.toegang import Toegang


@handeling(rules.plan_opstellen)
def plan_opstellen(toegang: Toegang, casus: Casus) -> Plan:
    """Start the first version, or a next one that begins with what the last one says."""
    vorig = (
        Plan.objects.buiten_toegang("een nieuwe versie begint met de vorige")
        .filter(dossier_id=casus.dossier_id)
        .order_by("-nummer")
        .first()
    )
    plan = Plan(
        dossier=casus.dossier,
        nummer=vorig.nummer + 1 if vorig else 1,
        opgesteld_door_id=toegang.hoedanigheid_id,
        opgesteld_op=toegang.moment,
        visie=vorig.visie if vorig else Visie.NOG_NIET,
        visie_toelichting=vorig.visie_toelichting if vorig else "",
        samenvatting=vorig.samenvatting if vorig else "",
    )
    plan.save(force_insert=True)
    if vorig is not None:
        doelen_overnemen(toegang, vorig, plan)
    dossier_bijwerken(toegang, casus.dossier_id)
    return plan


@handeling(rules.plan_wijzigen)
def plan_wijzigen(
    toegang: Toegang, plan: Plan, *, samenvatting: str, visie: str, visie_toelichting: str
) -> Plan:
    """Write the summary, and what the person thinks of the plan."""
    if visie != Visie.EENS and not visie_toelichting.strip():
        raise Geweigerd("Licht toe waarom de persoon het niet eens is, of nog niet is gesproken.")
    plan.samenvatting = samenvatting
    plan.visie = Visie(visie)
    plan.visie_toelichting = visie_toelichting
    plan.versie += 1
    plan.save()
    dossier_bijwerken(toegang, plan.dossier_id)
    return plan


@handeling(rules.plan_voorleggen)
def plan_voorleggen(toegang: Toegang, plan: Plan) -> Plan:
    """Put the draft before the procesregisseur; it also comes on the agenda of the overleg."""
    plan.status = Planstatus.VOORGELEGD
    plan.voorgelegd_op = toegang.moment
    plan.save()
    _plantaken_sluiten(toegang, plan.dossier)
    procesregisseur = hoedanigheid_met_rol(toegang, Rol.PROCESREGISSEUR)
    if procesregisseur is not None:
        taak_zetten(
            toegang,
            soort=Taaksoort.TWEEDE_PERSOON,
            titel=f"Plan van aanpak versie {plan.nummer} vaststellen",
            uiterlijk=toegang.vandaag + timedelta(days=termijn("vaststellen_dagen")),
            dossier=plan.dossier,
            rol=Rol.PROCESREGISSEUR,
            organisatie=procesregisseur.organisatie,
            over=plan,
        )
    dossier_bijwerken(toegang, plan.dossier_id)
    return plan


@handeling(rules.plan_vaststellen)
def plan_vaststellen(toegang: Toegang, plan: Plan) -> Plan:
    """Let this version hold, for all who carry it out; the one before it stays readable."""
    vorige = Plan.objects.buiten_toegang("er geldt één versie tegelijk").filter(
        dossier_id=plan.dossier_id, status=Planstatus.VASTGESTELD
    )
    for oud in vorige:
        oud.status = Planstatus.VERVANGEN
        oud.save()
    plan.status = Planstatus.VASTGESTELD
    plan.vastgesteld_op = toegang.moment
    plan.vastgesteld_door_id = toegang.hoedanigheid_id
    plan.save()
    taken_sluiten(toegang, plan, Taaksoort.TWEEDE_PERSOON, uitkomst="Vastgesteld")
    stuk_verstrekken(toegang, plan, Categorie.GEWOON, soort=Verstrekkingsoort.PLAN)
    dossier_bijwerken(toegang, plan.dossier_id)
    return plan


@handeling(rules.plan_terugsturen)
def plan_terugsturen(toegang: Toegang, plan: Plan, *, reden: str) -> Plan:
    """Make it a draft again; the regisseur reads the reason in his task."""
    plan.status = Planstatus.CONCEPT
    plan.voorgelegd_op = None
    plan.save()
    taken_sluiten(toegang, plan, Taaksoort.TWEEDE_PERSOON, uitkomst="Teruggestuurd")
    taak_zetten(
        toegang,
        soort=Taaksoort.PLAN,
        titel=f"Plan van aanpak versie {plan.nummer} aanpassen",
        toelichting=reden,
        uiterlijk=toegang.vandaag + timedelta(days=termijn("vaststellen_dagen")),
        dossier=plan.dossier,
        voor=regisseur_nu(toegang, plan.dossier_id) or plan.opgesteld_door,
        over=plan,
    )
    dossier_bijwerken(toegang, plan.dossier_id)
    return plan


def _plantaken_sluiten(toegang: Toegang, dossier: Dossier) -> None:
    casus = Casus.objects.buiten_toegang("de taak hangt aan de casus").get(dossier=dossier)
    taken_sluiten(toegang, casus, Taaksoort.PLAN, uitkomst="Plan voorgelegd")
    for plan in Plan.objects.buiten_toegang("of aan een versie").filter(dossier=dossier):
        taken_sluiten(toegang, plan, Taaksoort.PLAN, uitkomst="Plan voorgelegd")
