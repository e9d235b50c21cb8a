"""Life in the aanpak: contacts, partners, measurements, incidents, reviews, tasks done or late."""

from datetime import timedelta

from beoordeling.enums import Aanleiding, Bewijssoort, MagVerder
from beoordeling.rules.embargo import Embargokeuze
from beoordeling.services.informatie import contactmoment_vastleggen, waarneming_vastleggen
from casusregie.enums import Doeluitkomst, Interventiestatus, Leefdomein, Reviewconclusie
from casusregie.models import Casus, Informering, Interventie, Plandoel
from casusregie.services.casus import herbeoordeling_vastleggen
from casusregie.services.informeren import betrokkene_informeren, informeren_uitstellen
from casusregie.services.interventie import interventie_beeindigen
from casusregie.services.plandoel import plandoel_evalueren
from casusregie.services.waarschuwing import waarschuwing_plaatsen
from convenant.enums import Categorie, Embargosoort, Relatie
from convenant.models import Dossier, Taak
from convenant.rules.taken import EIGEN_STAP
from convenant.selectors.taken import taken_van_dossier
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.taken import taak_afronden
from monitoring.enums import Incidentaard, Trap, Voortgangstand
from monitoring.services.incidenten import incident_vastleggen
from monitoring.services.metingen import (
    Domeinwaarde,
    meting_vastleggen,
    voortgang_vastleggen,
)

from .beoordelen import beoordelen
from .casusplan import Casusplan
from .teksten import tekst
from .toneel import Toneel, Verloop

AARDEN = {
    "dreiging": Incidentaard.GEWELD,
    "vechtpartij": Incidentaard.GEWELD,
    "vernieling": Incidentaard.STRAFBAAR,
    "aanhouding": Incidentaard.STRAFBAAR,
    "bezit verboden voorwerp": Incidentaard.STRAFBAAR,
    "overtreding voorwaarde": Incidentaard.OVERTREDING,
    "wegblijven": Incidentaard.OVERTREDING,
    "ruzie thuis": Incidentaard.CRISIS,
    "bedreiging van betrokkene": Incidentaard.SLACHTOFFER,
}
PARTNERS = ("ron", "zoe", "iris", "sven")


def casus_van(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> Casus:
    """The case as its regisseur sees it now."""
    return (
        Casus.objects.voor(toneel.als(plan.regisseur))
        .select_related("dossier")
        .get(dossier=dossier)
    )


def informeren(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> None:
    """Tell the person, or postpone with a ground."""
    regisseur = toneel.als(plan.regisseur)
    informering = Informering.objects.voor(regisseur).get(dossier=dossier)
    if plan.informeren_uitgesteld:
        informeren_uitstellen(
            regisseur,
            informering,
            uitstelgrond="De politie vraagt te wachten tot het verhoor is geweest.",
            uitgesteld_tot=toneel.na(60).date(),
        )
        return
    betrokkene_informeren(
        regisseur,
        informering,
        geinformeerd_op=toneel.moment.date(),
        wijze="In een gesprek op kantoor, met de brief erbij.",
    )


def partners_betrekken(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> tuple[str, ...]:
    """Two partners join; each tells something from its own work."""
    wie = (PARTNERS[plan.nummer % 2], PARTNERS[2 + plan.nummer % 2])
    for sleutel in wie:
        betrokkenheid_verlenen(
            toneel.als(plan.regisseur),
            dossier,
            wie=toneel.spelers[sleutel],
            relatie=Relatie.PARTNER,
            reden="Voert een deel van het plan uit.",
        )
    if plan.nummer % 4 == 0:
        waarschuwing_plaatsen(
            toneel.als(plan.regisseur),
            dossier,
            tekst="Nooit alleen op huisbezoek.",
            tot=toneel.na(170).date(),
        )
    return wie


def partner_vertelt(toneel: Toneel, partner: str, dossier: Dossier) -> None:
    """A partner records something; care keeps it medical, so that others see nothing of it."""
    zorg = partner == "zoe"
    waarneming_vastleggen(
        toneel.als(partner),
        dossier,
        gebeurd_op=toneel.moment.date(),
        titel="Verloop van de gesprekken" if zorg else "Komt afspraken na",
        tekst="Slaapt beter en komt op de afspraken."
        if zorg
        else "De afgelopen maand op alle afspraken verschenen, op één na afgemeld.",
        bewijssoort=Bewijssoort.WAARNEMING,
    )


def embargo(toneel: Toneel, partner: str, dossier: Dossier) -> None:
    """A partner records something and asks for time; the others see that there is something."""
    waarneming_vastleggen(
        toneel.als(partner),
        dossier,
        gebeurd_op=toneel.moment.date(),
        titel="Bericht van de officier over een voorwaarde",
        tekst="De officier onderzoekt of een voorwaarde is overtreden. Er volgt een gesprek.",
        bewijssoort=Bewijssoort.HOREN_ZEGGEN,
        categorie=Categorie.STRAFRECHTELIJK,
        embargo=Embargokeuze(
            Embargosoort.ZICHTBAAR,
            tot=(toneel.moment + timedelta(days=85)).date(),
            bewaarder=toneel.spelers["paula"],
            reden="Het onderzoek van de officier mag niet worden verstoord.",
        ),
    )


def contact(toneel: Toneel, plan: Casusplan, dossier: Dossier, nummer: int) -> None:
    """A talk of the regisseur, from the texts."""
    bron = tekst("contact", plan.nummer * 5 + nummer)
    contactmoment_vastleggen(
        toneel.als(plan.regisseur),
        dossier,
        gebeurd_op=toneel.moment.date(),
        met_wie=bron["met_wie"],
        contactdoel=bron["doel"],
        tekst=bron["tekst"],
        categorie=Categorie(bron["categorie"]),
        doel_verteld=True,
        mag_verder=MagVerder.JA if bron["categorie"] == Categorie.GEWOON else MagVerder.OVERLEG,
    )


def incident(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> None:
    """Something goes wrong."""
    bron = tekst("incident", plan.nummer)
    incident_vastleggen(
        toneel.als(plan.regisseur),
        dossier,
        gebeurd_op=toneel.moment.date(),
        aard=AARDEN.get(bron["aard"], Incidentaard.ANDERS),
        tekst=bron["tekst"],
        gevolg="Besproken met de partners; het plan blijft zoals het is.",
        categorie=Categorie.STRAFRECHTELIJK,
    )


def meten(toneel: Toneel, plan: Casusplan, dossier: Dossier, keer: int) -> None:
    """Twelve life domains, mostly a step better each time; some stay unknown."""
    domeinen = [
        Domeinwaarde(domein, _trap(plan.nummer + plek, keer))
        for plek, domein in enumerate(Leefdomein)
    ]
    meting_vastleggen(
        toneel.als(plan.regisseur),
        dossier,
        gemeten_op=toneel.moment.date(),
        domeinen=domeinen,
        toelichting="Samen ingevuld aan tafel.",
    )


def voortgang(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> None:
    """How every running intervention goes."""
    regisseur = toneel.als(plan.regisseur)
    lopend = Interventie.objects.voor(regisseur).filter(
        dossier=dossier, status=Interventiestatus.INGEZET
    )
    for plek, interventie in enumerate(lopend.order_by("voorgesteld_op", "pk")):
        goed = (plan.nummer + plek) % 4
        voortgang_vastleggen(
            regisseur,
            interventie,
            stand=Voortgangstand.OP_SCHEMA if goed else Voortgangstand.VERTRAAGD,
            toelichting="Loopt zoals afgesproken."
            if goed
            else "De aanbieder heeft een wachtlijst.",
        )


def afronden_wat_om_is(toneel: Toneel, plan: Casusplan, dossier: Dossier) -> None:
    """Evaluate the goals whose day has come and end the instruments whose term is over."""
    regisseur, vandaag = toneel.als(plan.regisseur), toneel.moment.date()
    doelen = Plandoel.objects.voor(regisseur).filter(
        dossier=dossier, uitkomst="", uiterlijk__lte=vandaag
    )
    for plek, doel in enumerate(doelen.order_by("leefdomein", "pk")):
        bereikt = (plan.nummer + plek) % 3
        plandoel_evalueren(
            regisseur,
            doel,
            uitkomst=Doeluitkomst.BEREIKT if bereikt else Doeluitkomst.DEELS,
            uitkomst_toelichting="Gezien in de gesprekken en bevestigd door de aanbieder.",
        )
    voorbij = Interventie.objects.voor(regisseur).filter(
        dossier=dossier, status=Interventiestatus.INGEZET, tot__lt=vandaag
    )
    for interventie in voorbij:
        interventie_beeindigen(
            regisseur,
            interventie,
            uitkomst=Interventiestatus.AFGEROND,
            eindtoelichting="De termijn is om; de aanbieder is tevreden.",
        )


def herbeoordelen(
    toneel: Toneel, plan: Casusplan, dossier: Dossier, stand: int, conclusie: Reviewconclusie
) -> Verloop:
    """A fresh assessment and the review that rests on it."""
    yield from beoordelen(toneel, plan, dossier, Aanleiding.PERIODIEK, stand)
    yield toneel.na(1)
    herbeoordeling_vastleggen(
        toneel.als(plan.regisseur),
        casus_van(toneel, plan, dossier),
        conclusie=conclusie,
        onderbouwing="De beschermende kant is sterker geworden; twee doelen zijn nog niet bereikt.",
        volgende_op=(toneel.moment + timedelta(days=170)).date(),
    )


def taken_bijwerken(
    toneel: Toneel, plan: Casusplan, dossier: Dossier, *, alles: bool = False
) -> None:
    """Finish what was due a while ago (or everything); the newest may still be late."""
    regisseur = toneel.als(plan.regisseur)
    grens = toneel.moment.date() - timedelta(days=5)
    for taak in taken_van_dossier(regisseur, dossier.pk).exclude(soort__in=EIGEN_STAP):
        if alles or (taak.uiterlijk < grens and _van_regisseur(toneel, plan, taak)):
            taak_afronden(regisseur, taak, uitkomst="Gedaan.")


def _van_regisseur(toneel: Toneel, plan: Casusplan, taak: Taak) -> bool:
    return taak.soort == "actie" and taak.voor_hoedanigheid_id == toneel.spelers[plan.regisseur].pk


def _trap(zaad: int, keer: int) -> Trap | None:
    if (zaad + keer) % 13 == 0:
        return None
    return Trap(min(5, max(1, 1 + zaad % 4 + (keer if zaad % 3 else 0))))
