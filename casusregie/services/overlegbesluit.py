"""What the meeting decides: per item, or for all hamerstukken at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from beoordeling.enums import Advies, Wegingstatus
from beoordeling.services.weging import weging_vaststellen
from casusregie.enums import Planbesluit, Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Overleg
from casusregie.rules import overleg as rules
from casusregie.rules.plan import voorgelegd_plan
from casusregie.services.plan import plan_terugsturen, plan_vaststellen
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid
from convenant.rules.dicht import verzegelde_dossiers, zonder_verzegelde
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten
from convenant.toegang import Toegang

CONFORM = "Akkoord zonder bespreking."


@dataclass(frozen=True)
class Actie:
    """What someone will do after the meeting, and before which day."""

    titel: str
    voor: Hoedanigheid
    uiterlijk: date


@handeling(rules.agendapunt_bespreken)
def agendapunt_bespreken(
    toegang: Toegang,
    punt: Agendapunt,
    *,
    besluittekst: str,
    uitkomst: str = "",
    acties: Sequence[Actie] = (),
) -> Agendapunt:
    """Record what was decided on an item; on a weging or a plan also its outcome, at once.

    Raises ``Geweigerd`` for a sealed dossier, for a weging without outcome, for an action in the past, and when the
    rule of the deed that the outcome asks for refuses.
    """
    if punt.dossier_id in verzegelde_dossiers():
        raise Geweigerd("Een verzegeld dossier wordt niet in het overleg besproken.")
    if not besluittekst.strip():
        raise Geweigerd("Schrijf op wat er is besloten.")
    weging = punt.weging
    if weging is not None and weging.status != Wegingstatus.VASTGESTELD:
        if uitkomst not in Advies.values:
            raise Geweigerd("Kies de uitkomst van de weging.")
        weging_vaststellen(toegang, weging, uitkomst=uitkomst, reden=besluittekst)
    if punt.soort == Puntsoort.PLAN:
        _over_plan(toegang, punt, uitkomst, besluittekst)
    for actie in acties:
        _actie_zetten(toegang, punt, actie)
    _besproken(toegang, punt, besluittekst)
    return punt


@handeling(rules.hamerstukken_afdoen)
def hamerstukken_afdoen(toegang: Toegang, overleg: Overleg) -> Overleg:
    """Decide the hamerstukken together; one that still waits for its second person stays open."""
    stukken = (
        Agendapunt.objects.voor(zonder_verzegelde(toegang))
        .filter(overleg=overleg, soort=Puntsoort.HAMERSTUK, status=Puntstatus.OPEN)
        .select_related("duiding")
        .order_by("volgorde")
    )
    klaar = [punt for punt in stukken if punt.duiding is None or punt.duiding.tweede_akkoord]
    if not klaar:
        raise Geweigerd("Deze hamerstukken wachten nog op een tweede persoon.")
    for punt in klaar:
        _besproken(toegang, punt, CONFORM)
    return overleg


def _over_plan(toegang: Toegang, punt: Agendapunt, uitkomst: str, tekst: str) -> None:
    plan = voorgelegd_plan(punt.dossier_id)
    if plan is None:
        return
    if uitkomst == Planbesluit.VASTSTELLEN:
        plan_vaststellen(toegang, plan)
    elif uitkomst == Planbesluit.TERUGSTUREN:
        plan_terugsturen(toegang, plan, reden=tekst)


def _besproken(toegang: Toegang, punt: Agendapunt, tekst: str) -> None:
    punt.besluittekst = tekst
    punt.status = Puntstatus.BESPROKEN
    punt.besproken_op = toegang.moment
    punt.versie += 1
    punt.save()
    if punt.dossier_id is not None:
        dossier_bijwerken(toegang, punt.dossier_id)


def _actie_zetten(toegang: Toegang, punt: Agendapunt, actie: Actie) -> None:
    if actie.uiterlijk < toegang.vandaag:
        raise Geweigerd("De laatste dag van een actie is al voorbij.")
    taak_zetten(
        toegang,
        soort=Taaksoort.ACTIE,
        titel=actie.titel,
        uiterlijk=actie.uiterlijk,
        voor=actie.voor,
        dossier=punt.dossier,
        over=punt,
    )
