"""One case from report to where the story leaves it."""

from datetime import timedelta

from beoordeling.enums import Aanleiding
from casusregie.enums import Reviewconclusie
from casusregie.services.pauze import casus_pauzeren
from convenant.models import Dossier
from meldpunt.enums import Duidinguitkomst
from meldpunt.services.duiden import melding_duiden

from . import uitvoering, zorg
from .beoordelen import beoordelen
from .casusplan import Casusplan, Einde
from .instroom import instroom
from .melding import binnenkomen, koppelen_aan, map_medewerker
from .overleg import Overlegreeks
from .planmaken import plan_maken
from .toneel import Toneel, Verloop
from .uitstroom import uitstromen

LOOPT = (Einde.UITVOERING, Einde.PAUZE)
UITSTROOM = (Einde.AFSCHALING, Einde.NAZORG, Einde.GESLOTEN, Einde.HEROPEND)
MAAND = 30
NIEUWE_MELDING = {12: 60, 18: 61}
"""Cases about which a second report comes in, and the text of that report."""
ONDER_EMBARGO = 12
"""The case in which the reclassering keeps something to itself for a while."""


def verloop(toneel: Toneel, plan: Casusplan, reeks: Overlegreeks) -> Verloop:
    """The whole course of one case."""
    dossiers: list[Dossier] = []
    yield from instroom(toneel, plan, reeks, dossiers)
    if plan.einde not in (*LOOPT, *UITSTROOM):
        return
    dossier = dossiers[0]
    yield toneel.na(6)
    uitvoering.informeren(toneel, plan, dossier)
    uitvoering.contact(toneel, plan, dossier, 0)
    partners = uitvoering.partners_betrekken(toneel, plan, dossier)
    yield toneel.na(8)
    yield from beoordelen(toneel, plan, dossier, Aanleiding.INSTROOM, 0)
    uitvoering.meten(toneel, plan, dossier, 0)
    yield toneel.na(4)
    yield from plan_maken(toneel, plan, uitvoering.casus_van(toneel, plan, dossier))
    yield from _maanden(toneel, plan, dossier, partners)
    if plan.einde == Einde.PAUZE:
        casus_pauzeren(
            toneel.als(plan.regisseur),
            uitvoering.casus_van(toneel, plan, dossier),
            reden="De persoon is voor drie maanden opgenomen; contact loopt via de kliniek.",
            eigenaar=toneel.spelers[plan.regisseur],
            tot=(toneel.moment + timedelta(days=75)).date(),
        )
    elif plan.einde in UITSTROOM:
        yield from uitstromen(toneel, plan, dossier, partners)


def _maanden(
    toneel: Toneel, plan: Casusplan, dossier: Dossier, partners: tuple[str, ...]
) -> Verloop:
    """Month after month; cases that go on stop shortly before today, the others after a year."""
    for maand in range(1, _aantal_maanden(toneel, plan) + 1):
        for week in range(1 if plan.minder_contact else 3):
            yield toneel.na(MAAND // 3)
            uitvoering.contact(toneel, plan, dossier, 3 * maand + week)
        if maand % 3 == 1:
            uitvoering.partner_vertelt(toneel, partners[maand % len(partners)], dossier)
        if maand % 3 == 0:
            uitvoering.meten(toneel, plan, dossier, maand // 3)
            uitvoering.voortgang(toneel, plan, dossier)
        if maand == 2 and plan.nummer % 2:
            uitvoering.incident(toneel, plan, dossier)
        if maand == 5 and plan.nummer == ONDER_EMBARGO:
            uitvoering.embargo(toneel, "ron", dossier)
        if maand == 4 and plan.nummer in NIEUWE_MELDING:
            yield from _nieuwe_melding(toneel, NIEUWE_MELDING[plan.nummer], dossier)
        if zorg.DEELT.get(plan.nummer) == maand:
            yield from zorg.delen(toneel, plan, dossier)
        uitvoering.afronden_wat_om_is(toneel, plan, dossier)
        uitvoering.taken_bijwerken(toneel, plan, dossier)
        if maand % 5 == 0 and not plan.herbeoordeling_te_laat:
            yield from uitvoering.herbeoordelen(
                toneel, plan, dossier, maand // 5, Reviewconclusie.VOORTZETTEN
            )


def _nieuwe_melding(toneel: Toneel, nummer: int, dossier: Dossier) -> Verloop:
    """Someone else reports the same person, whom the MAP finds back by name."""
    melding = binnenkomen(toneel, nummer, None)
    yield toneel.na(1)
    koppelen_aan(toneel, melding, nummer, dossier)
    yield toneel.na(1)
    melding_duiden(
        toneel.als(map_medewerker(nummer)),
        melding,
        uitkomst=Duidinguitkomst.NAAR_WEGING,
        reden="Gaat over iemand die al in de aanpak is; de regisseur moet dit weten.",
    )


def _aantal_maanden(toneel: Toneel, plan: Casusplan) -> int:
    dagen_over = (toneel.nu - toneel.moment).days
    if plan.einde == Einde.PAUZE:
        return max(0, (dagen_over - 20) // MAAND)
    if plan.einde in UITSTROOM:
        na_afloop = {
            Einde.AFSCHALING: 35,
            Einde.NAZORG: 90,
            Einde.GESLOTEN: 200,
            Einde.HEROPEND: 290,
        }
        return max(1, (dagen_over - na_afloop[plan.einde]) // (MAAND + 4))
    return dagen_over // MAAND + 1
