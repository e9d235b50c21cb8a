"""Erasing an item: asked by its source, done by a second person, or refused.

What its source asks of something of a later room, is asked there; it is done and refused here.
"""

from beoordeling.models import Informatie
from beoordeling.rules import wissing as rules
from convenant.enums import Taaksoort, Wisgrond
from convenant.handeling import handeling
from convenant.models import Hoedanigheid, Wissing
from convenant.rules.embargo import is_verborgen
from convenant.rules.wissing import gewist_stuk, grond_klopt
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taken_sluiten
from convenant.services.terughalen import gewist_melden
from convenant.services.wissing import (
    Verzoek,
    wissing_afwijzen,
    wissing_uitvoeren,
    wissing_vragen,
)
from convenant.toegang import Toegang


@handeling(rules.wissen_vragen)
def wissen_vragen(
    toegang: Toegang, informatie: Informatie, *, grond: str, reden: str, tweede: Hoedanigheid
) -> Wissing:
    """Ask ``tweede`` to erase an item that was taken back, and everything it ever said.

    Raises ``Geweigerd`` when its day to be destroyed has not passed and that is the ground.
    """
    keuze = Wisgrond(grond)
    grond_klopt(keuze, informatie.vernietigen_op, toegang.vandaag)
    return wissing_vragen(toegang, informatie, Verzoek(keuze, reden, tweede))


@handeling(rules.informatie_wissen)
def informatie_wissen(toegang: Toegang, wissing: Wissing) -> Wissing:
    """Erase it: the text, all versions, the file, and what was released from it.

    A mark stays of what others built on. Who kept what he had received is asked once more, as the
    law demands (AVG 19); of what was hidden nobody hears.
    """
    wissing_uitvoeren(toegang, wissing)
    stuk = gewist_stuk(wissing)
    stuk.gewist_op = toegang.moment
    stuk.versie += 1
    stuk.save()
    taken_sluiten(toegang, stuk, Taaksoort.VERNIETIGEN, uitkomst="Gewist.")
    if not is_verborgen(stuk.pk, toegang.vandaag):
        gewist_melden(toegang, stuk, stuk.vastgelegd_op)
        dossier_bijwerken(toegang, stuk.dossier_id)
    return wissing


@handeling(rules.wissen_afwijzen)
def wissen_afwijzen(toegang: Toegang, wissing: Wissing, *, reden: str) -> Wissing:
    """It stays in the history, for the reason given; the source may ask again."""
    return wissing_afwijzen(toegang, wissing, reden)
