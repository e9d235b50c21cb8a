"""The end of a case, and opening it again."""

from datetime import date, timedelta

from casusregie.enums import Sluituitkomst
from casusregie.models import Casus
from casusregie.rules import afschaling as rules
from casusregie.rules.termijnen import maanden_later, termijn
from casusregie.services.casus import herbeoordelingstaak_zetten, regie_overdragen
from convenant.enums import Fase, Relatie, Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid
from convenant.services.betrokkenheid import betrokkenheden_sluiten
from convenant.services.dossier import fase_zetten
from convenant.services.taken import taak_zetten
from convenant.toegang import Toegang


@handeling(rules.casus_sluiten)
def casus_sluiten(
    toegang: Toegang,
    casus: Casus,
    *,
    uitkomst: str,
    sluittoelichting: str,
    nazorg: str,
    bewaren_tot: date,
    nazorg_tot: date | None = None,
) -> Casus:
    """Close with outcome, aftercare and retention date; everyone's involvement ends."""
    uiterst = maanden_later(toegang.vandaag, 12 * termijn("bewaren_jaren"))
    if not toegang.vandaag < bewaren_tot <= uiterst:
        raise Geweigerd(f"Bewaren kan ten hoogste {termijn('bewaren_jaren')} jaar na sluiting.")
    casus.uitkomst = Sluituitkomst(uitkomst)
    casus.sluittoelichting = sluittoelichting
    casus.nazorg = nazorg
    casus.nazorg_tot = nazorg_tot
    casus.bewaren_tot = bewaren_tot
    casus.gesloten_op = toegang.moment
    casus.versie += 1
    casus.save()
    fase_zetten(toegang, casus.dossier, Fase.GESLOTEN)
    betrokkenheden_sluiten(toegang, casus.dossier, *Relatie, reden="De casus is gesloten")
    return casus


@handeling(rules.casus_heropenen)
def casus_heropenen(
    toegang: Toegang,
    casus: Casus,
    *,
    reden: str,
    regisseur: Hoedanigheid,
    herbeoordeling_op: date,
    waarnemer: Hoedanigheid | None = None,
) -> Casus:
    """Start the case again under a regisseur, with a reason and a new review date."""
    uiterst = maanden_later(toegang.vandaag, termijn("herbeoordeling_uiterst_maanden"))
    if not toegang.vandaag < herbeoordeling_op <= uiterst:
        maanden = termijn("herbeoordeling_uiterst_maanden")
        raise Geweigerd(f"De herbeoordeling is binnen {maanden} maanden, na vandaag.")
    casus.heropend_op = toegang.moment
    casus.heropenreden = reden
    casus.herbeoordeling_op = herbeoordeling_op
    casus.gesloten_op = casus.afgeschaald_op = casus.bewaren_tot = casus.nazorg_tot = None
    casus.uitkomst = ""
    casus.versie += 1
    casus.save()
    fase_zetten(toegang, casus.dossier, Fase.UITVOERING)
    regie_overdragen(toegang, casus.dossier, regisseur, waarnemer, reden)
    taak_zetten(
        toegang,
        soort=Taaksoort.PLAN,
        titel="Plan van aanpak bijwerken na heropening",
        uiterlijk=toegang.vandaag + timedelta(days=termijn("plan_dagen")),
        dossier=casus.dossier,
        voor=regisseur,
        over=casus,
    )
    herbeoordelingstaak_zetten(toegang, casus, regisseur)
    return casus
