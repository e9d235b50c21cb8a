"""Goals and steps of a plan."""

import uuid
from collections.abc import Collection
from datetime import date

from beoordeling.rules.bewijs import te_bewaren_bewijs
from casusregie.enums import Doeluitkomst, Leefdomein
from casusregie.models import Plan, Plandoel, Planstap
from casusregie.rules import plan as rules
from casusregie.rules.betrokken import is_betrokken
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Hoedanigheid
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten
from convenant.toegang import Toegang


@handeling(rules.plandoel_toevoegen)
def plandoel_toevoegen(
    toegang: Toegang,
    plan: Plan,
    *,
    leefdomein: str,
    omschrijving: str,
    meetbaar: str,
    uiterlijk: date,
    bewijs: Collection[uuid.UUID] = (),
) -> Plandoel:
    """Set a goal in one life domain, with how one sees that it is reached."""
    _eis_toekomst(toegang, uiterlijk)
    doel = Plandoel(
        dossier=plan.dossier,
        plan=plan,
        leefdomein=Leefdomein(leefdomein),
        omschrijving=omschrijving,
        meetbaar=meetbaar,
        uiterlijk=uiterlijk,
        bewijs=te_bewaren_bewijs(toegang, plan.dossier_id, bewijs),
    )
    doel.save(force_insert=True)
    dossier_bijwerken(toegang, plan.dossier_id)
    return doel


@handeling(rules.plandoel_wijzigen)
def plandoel_wijzigen(
    toegang: Toegang,
    doel: Plandoel,
    *,
    leefdomein: str,
    omschrijving: str,
    meetbaar: str,
    uiterlijk: date,
    bewijs: Collection[uuid.UUID] = (),
) -> Plandoel:
    """Word the goal otherwise, in a draft."""
    if uiterlijk != doel.uiterlijk:
        _eis_toekomst(toegang, uiterlijk)
    doel.leefdomein = Leefdomein(leefdomein)
    doel.omschrijving = omschrijving
    doel.meetbaar = meetbaar
    doel.uiterlijk = uiterlijk
    doel.bewijs = te_bewaren_bewijs(toegang, doel.dossier_id, bewijs, eerst=doel.bewijs)
    doel.versie += 1
    doel.save()
    dossier_bijwerken(toegang, doel.dossier_id)
    return doel


@handeling(rules.planstap_toevoegen)
def planstap_toevoegen(
    toegang: Toegang,
    doel: Plandoel,
    *,
    omschrijving: str,
    eigenaar: Hoedanigheid,
    uiterlijk: date,
) -> Planstap:
    """Agree on a step; its owner, who is involved in the case, gets it as a task."""
    _eis_toekomst(toegang, uiterlijk)
    if not is_betrokken(toegang, doel.dossier_id, eigenaar):
        raise Geweigerd("Deze persoon is niet bij de casus betrokken. Betrek die eerst.")
    taak = taak_zetten(
        toegang,
        soort=Taaksoort.ACTIE,
        titel=f"Stap uit het plan: {Leefdomein(doel.leefdomein).label.lower()}",
        toelichting=omschrijving,
        uiterlijk=uiterlijk,
        dossier=doel.dossier,
        voor=eigenaar,
        over=doel,
    )
    stap = Planstap(
        dossier=doel.dossier,
        doel=doel,
        omschrijving=omschrijving,
        eigenaar=eigenaar,
        uiterlijk=uiterlijk,
        taak=taak,
    )
    stap.save(force_insert=True)
    dossier_bijwerken(toegang, doel.dossier_id)
    return stap


@handeling(rules.plandoel_evalueren)
def plandoel_evalueren(
    toegang: Toegang, doel: Plandoel, *, uitkomst: str, uitkomst_toelichting: str
) -> Plandoel:
    """Say how far the goal was reached, and by what that is seen."""
    doel.uitkomst = Doeluitkomst(uitkomst)
    doel.uitkomst_toelichting = uitkomst_toelichting
    doel.geevalueerd_op = toegang.moment
    doel.versie += 1
    doel.save()
    dossier_bijwerken(toegang, doel.dossier_id)
    return doel


@bouwsteen
def doelen_overnemen(toegang: Toegang, van: Plan, naar: Plan) -> None:
    """Copy the goals that are not yet reached, with their steps; a step keeps its task."""
    doelen = (
        Plandoel.objects.buiten_toegang("een nieuwe versie neemt alle doelen over")
        .filter(plan=van)
        .exclude(uitkomst=Doeluitkomst.BEREIKT)
    )
    for oud in doelen:
        doel = Plandoel(
            dossier=naar.dossier,
            plan=naar,
            leefdomein=oud.leefdomein,
            omschrijving=oud.omschrijving,
            meetbaar=oud.meetbaar,
            uiterlijk=oud.uiterlijk,
            bewijs=oud.bewijs,
        )
        doel.save(force_insert=True)
        for stap in Planstap.objects.buiten_toegang("en de stappen").filter(doel=oud):
            Planstap(
                dossier=naar.dossier,
                doel=doel,
                omschrijving=stap.omschrijving,
                eigenaar_id=stap.eigenaar_id,
                uiterlijk=stap.uiterlijk,
                taak_id=stap.taak_id,
            ).save(force_insert=True)


def _eis_toekomst(toegang: Toegang, dag: date) -> None:
    if dag < toegang.vandaag:
        raise Geweigerd("De uiterste dag is al voorbij.")
