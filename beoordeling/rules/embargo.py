"""Who puts an embargo on an item, who reviews it, and who gives the item free again."""

from dataclasses import dataclass
from datetime import date

from beoordeling.models import Informatie
from beoordeling.rules.informatie import VASTLEGGERS
from convenant.enums import Embargoeinde, Embargosoort
from convenant.handeling import Geweigerd, regel
from convenant.models import Embargo, Hoedanigheid
from convenant.models.embargo import HERZIENERS
from convenant.rules.embargo import gesloten_door
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Embargokeuze:
    """The embargo that an item gets in the same deed by which it is recorded."""

    soort: str
    tot: date
    bewaarder: Hoedanigheid
    reden: str


VOORBIJ = "Dit embargo is al voorbij."


@regel(*VASTLEGGERS)
def embargo_leggen(toegang: Toegang, informatie: Informatie) -> None:
    """Only the source closes its own item, one embargo at a time."""
    if informatie.bron_id != toegang.organisatie_id:
        raise Geweigerd(f"Alleen de bron ({informatie.bron.naam}) kan een embargo leggen.")
    if informatie.ingetrokken_op is not None:
        raise Geweigerd("Deze informatie is ingetrokken.")
    if gesloten_door(informatie.pk, toegang.vandaag) is not None:
        raise Geweigerd("Op deze informatie ligt al een embargo.")


@regel(*HERZIENERS)
def embargo_herzien(toegang: Toegang, embargo: Embargo) -> None:
    """A second person of the source, or the bewaarder, before the end: afterwards it is too late."""
    van_bron = embargo.bron_id == toegang.organisatie_id
    if not van_bron and embargo.bewaarder_id != toegang.hoedanigheid_id:
        raise Geweigerd("Alleen de bron of de bewaarder kan dit embargo herzien.")
    if embargo.gelegd_door.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("U legde dit embargo zelf. Een tweede persoon herziet het.")
    if embargo.einde:
        raise Geweigerd(VOORBIJ)
    if not embargo.loopt_op(toegang.vandaag):
        raise Geweigerd("De termijn is voorbij. Verlengen kan niet meer.")


@regel(*HERZIENERS)
def informatie_vrijgeven(toegang: Toegang, embargo: Embargo) -> None:
    """The source alone gives its item free, at any time; of a hidden one nothing else tells."""
    if embargo.bron_id != toegang.organisatie_id:
        raise Geweigerd("Alleen de bron kan deze informatie vrijgeven.")
    verborgen = embargo.soort == Embargosoort.VERBORGEN
    klaar = embargo.einde == Embargoeinde.VRIJGEGEVEN or (embargo.einde and not verborgen)
    if klaar or (not verborgen and not embargo.loopt_op(toegang.vandaag)):
        raise Geweigerd(VOORBIJ)


@regel(*HERZIENERS)
def embargo_laten_verlopen(toegang: Toegang, embargo: Embargo) -> None:
    """By the clock: a visible one of which the last day is past."""
    verborgen = embargo.soort == Embargosoort.VERBORGEN
    if verborgen or embargo.einde or embargo.loopt_op(toegang.vandaag):
        raise Geweigerd("Dit embargo verloopt nu niet.")
