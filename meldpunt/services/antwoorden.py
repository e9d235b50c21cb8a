"""Answers that the MAP gives: to the melder of a report, and to who asks advice."""

from datetime import datetime

from convenant.enums import Taaksoort
from convenant.handeling import handeling
from convenant.services.dossier import volgend_nummer
from convenant.services.taken import taken_sluiten
from convenant.toegang import Toegang
from meldpunt.models import Adviesvraag, Melder, Melding
from meldpunt.rules import meldingen as rules

REEKS = "A"


@handeling(rules.terugkoppeling_geven)
def terugkoppeling_geven(toegang: Toegang, melding: Melding, *, tekst: str) -> Melding:
    """Note what the melder was told; only the MAP reads it back."""
    melder = Melder._base_manager.select_for_update().get(melding=melding)
    melder.terugkoppeling = tekst
    melder.save()
    melding.terugkoppeling_op = toegang.moment
    melding.save()
    taken_sluiten(toegang, melding, Taaksoort.TERUGKOPPELING, uitkomst="Terugkoppeling is gegeven.")
    return melding


@handeling(rules.adviesvraag_beantwoorden)
def adviesvraag_beantwoorden(
    toegang: Toegang,
    *,
    kanaal: str,
    meldersoort: str,
    onderwerp: str,
    advies: str,
    gesteld_op: datetime | None = None,
) -> Adviesvraag:
    """Count a question and its answer; nobody is recorded."""
    vraag = Adviesvraag(
        nummer=volgend_nummer(toegang, REEKS),
        gesteld_op=gesteld_op or toegang.moment,
        kanaal=kanaal,
        meldersoort=meldersoort,
        onderwerp=onderwerp,
        advies=advies,
        beantwoord_door_id=toegang.hoedanigheid_id,
    )
    vraag.save(force_insert=True)
    return vraag
