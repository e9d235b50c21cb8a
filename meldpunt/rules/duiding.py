"""Who may interpret a report, and who may be the second person."""

from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.toegang import Toegang
from meldpunt.enums import Meldingstatus
from meldpunt.models import Duiding, Melding


@regel(Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR)
def melding_duiden(toegang: Toegang, melding: Melding) -> None:
    """No duiding before the report is matched, and one at a time."""
    if melding.status == Meldingstatus.NIEUW:
        raise Geweigerd("Koppel de melding eerst aan een persoon.")
    if melding.status == Meldingstatus.TWEEDE_PERSOON:
        raise Geweigerd("De duiding wacht op een tweede persoon.")
    if melding.status == Meldingstatus.AFGEHANDELD:
        raise Geweigerd("Deze melding is al afgehandeld.")


@regel(Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR)
def duiding_bevestigen(toegang: Toegang, duiding: Duiding) -> None:
    """A second person, in whatever hoedanigheid the first one acted."""
    _tweede_persoon(toegang, duiding)


@regel(Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR)
def duiding_terugsturen(toegang: Toegang, duiding: Duiding) -> None:
    """The second person disagrees, with a reason."""
    _tweede_persoon(toegang, duiding)


def _tweede_persoon(toegang: Toegang, duiding: Duiding) -> None:
    melding = Melding._base_manager.get(pk=duiding.melding_id)
    if duiding.tweede_op is not None or melding.status != Meldingstatus.TWEEDE_PERSOON:
        raise Geweigerd("Deze duiding wacht niet op een tweede persoon.")
    if duiding.gedaan_door.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("U hebt deze duiding zelf gemaakt. Iemand anders moet ernaar kijken.")
