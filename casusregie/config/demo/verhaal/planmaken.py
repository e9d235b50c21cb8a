"""The plan van aanpak: goals, steps, instruments with their preconditions, establishing."""

from datetime import timedelta
from typing import Any

from casusregie.enums import Gezag, Visie
from casusregie.models import Casus, Instrument, Interventie, Plan, Plandoel, Randvoorwaarde
from casusregie.services.interventie import (
    instemming_vastleggen,
    interventie_inzetten,
    interventie_voorstellen,
    randvoorwaarden_invullen,
)
from casusregie.services.plan import (
    plan_opstellen,
    plan_vaststellen,
    plan_voorleggen,
    plan_wijzigen,
)
from casusregie.services.plandoel import plandoel_toevoegen, planstap_toevoegen
from convenant.handeling import Geweigerd

from .casusplan import Casusplan
from .teksten import teksten
from .toneel import Toneel, Verloop

PER_DOMEIN = {
    "wonen": "WOONPLEK",
    "inkomen": "SCHULDHULP",
    "werk_opleiding": "WERK",
    "dagbesteding": "SPORT_DAGBESTEDING",
    "gezin": "OUDERBEGELEIDING",
    "sociaal_netwerk": "SLEUTELFIGUUR",
    "lichamelijke_gezondheid": "HUISARTS",
    "psychische_gezondheid": "GGZ",
    "verslaving": "VERSLAVINGSZORG",
    "justitie": "TOEZICHT_TER",
    "maatschappelijke_deelname": "HULP_BIJ_KLACHT",
    "zingeving_weerbaarheid": "MENTOR_ONEONONE",
}
AANTAL_DOELEN = 3


def plan_maken(toneel: Toneel, plan: Casusplan, casus: Casus) -> Verloop:
    """Draft, lay before, establish; then the instruments begin."""
    versie = plan_opstellen(toneel.als(plan.regisseur), casus)
    versie = plan_wijzigen(
        toneel.als(plan.regisseur),
        versie,
        samenvatting="Eerst rust en een vaste dag, daarna het gesprek over wat er is gebeurd.",
        visie=Visie.EENS if plan.nummer % 3 else Visie.ONEENS,
        visie_toelichting="" if plan.nummer % 3 else "Vindt de aanpak overdreven, maar werkt mee.",
    )
    for nummer in range(AANTAL_DOELEN):
        _doel(toneel, plan, versie, (plan.nummer * AANTAL_DOELEN + nummer) * 7)
    yield toneel.na(2)
    versie = plan_voorleggen(toneel.als(plan.regisseur), versie)
    yield toneel.na(8)
    versie = plan_vaststellen(toneel.als("pieter"), versie)
    yield toneel.na(3)
    doelen = Plandoel.objects.voor(toneel.als(plan.regisseur)).filter(plan=versie)
    for doel in doelen.order_by("leefdomein", "pk"):
        _instrument_inzetten(toneel, plan, doel)


def _doel(toneel: Toneel, plan: Casusplan, versie: Plan, nummer: int) -> None:
    bron = teksten()["doel"][nummer % len(teksten()["doel"])]
    doel = plandoel_toevoegen(
        toneel.als(plan.regisseur),
        versie,
        leefdomein=bron["leefdomein"],
        omschrijving=bron["omschrijving"],
        meetbaar=bron["meetbaar"],
        uiterlijk=toneel.na(120).date(),
    )
    for plek, stap in enumerate(bron["stappen"]):
        planstap_toevoegen(
            toneel.als(plan.regisseur),
            doel,
            omschrijving=stap,
            eigenaar=toneel.spelers[plan.regisseur],
            uiterlijk=toneel.na(20 + 25 * plek).date(),
        )


def _instrument_inzetten(toneel: Toneel, plan: Casusplan, doel: Plandoel) -> None:
    instrument = Instrument.objects.get(code=PER_DOMEIN[doel.leefdomein])
    try:
        interventie = interventie_voorstellen(
            toneel.als(plan.regisseur), doel, instrument=instrument
        )
    except Geweigerd:
        # The instrument does not suit this person (a minor, a relative): the goal stands without.
        return
    interventie = _voorbereiden(toneel, plan, interventie)
    vandaag = toneel.moment.date()
    dwang: dict[str, Any] = (
        {}
        if instrument.vrijwillig
        else {
            "gezag": Gezag(instrument.bevoegd_gezag),
            "besluit_op": vandaag,
            "kenmerk": f"B-{plan.nummer:03d}",
        }
    )
    maanden = min(instrument.maximale_termijn_maanden or 6, 6)
    interventie_inzetten(
        toneel.als(plan.regisseur),
        interventie,
        van=vandaag,
        tot=vandaag + timedelta(days=29 * maanden),
        **dwang,
    )


def _voorbereiden(toneel: Toneel, plan: Casusplan, interventie: Interventie) -> Interventie:
    regisseur = toneel.als(plan.regisseur)
    voorwaarden = Randvoorwaarde.objects.voor(regisseur).filter(interventie=interventie)
    interventie = randvoorwaarden_invullen(
        regisseur,
        interventie,
        antwoorden={v.pk: (True, "Besproken en nagekeken in het dossier.") for v in voorwaarden},
    )
    if interventie.instrument.vrijwillig:
        interventie = instemming_vastleggen(
            regisseur,
            interventie,
            instemming_op=toneel.moment.date(),
            instemming_toelichting="Mondeling, in het gesprek van vandaag. Kan altijd stoppen.",
        )
    return interventie
