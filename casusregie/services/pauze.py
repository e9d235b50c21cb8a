"""A hold on a case: reason, owner and end, so that it comes back by itself."""

from datetime import date

from casusregie.models import Casus, Pauze
from casusregie.rules import casus as rules
from casusregie.rules.termijnen import maanden_later, termijn
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang


@handeling(rules.casus_pauzeren)
def casus_pauzeren(
    toegang: Toegang, casus: Casus, *, reden: str, eigenaar: Hoedanigheid, tot: date
) -> Pauze:
    """Let the case stand still until ``tot``; the owner has the end as a task."""
    maanden = termijn("pauze_uiterst_maanden")
    if not toegang.vandaag < tot <= maanden_later(toegang.vandaag, maanden):
        raise Geweigerd(f"Een pauze duurt ten hoogste {maanden} maanden.")
    pauze = Pauze(
        dossier=casus.dossier,
        reden=reden,
        eigenaar=eigenaar,
        vastgelegd_op=toegang.moment,
        van=toegang.vandaag,
        tot=tot,
    )
    pauze.save(force_insert=True)
    taak_zetten(
        toegang,
        soort=Taaksoort.ACTIE,
        titel="De pauze loopt af: besluit hoe het verder gaat",
        uiterlijk=tot,
        dossier=casus.dossier,
        voor=eigenaar,
        over=pauze,
    )
    dossier_bijwerken(toegang, casus.dossier_id)
    return pauze


@handeling(rules.pauze_opheffen)
def pauze_opheffen(toegang: Toegang, pauze: Pauze, *, reden: str) -> Pauze:
    """Let the case go on."""
    pauze.opgeheven_op = toegang.moment
    pauze.opheffingsreden = reden
    pauze.save()
    taken_sluiten(toegang, pauze, Taaksoort.ACTIE, uitkomst="Pauze opgeheven")
    dossier_bijwerken(toegang, pauze.dossier_id)
    return pauze
