from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Hoedanigheid, Medewerker
from convenant.toegang import Toegang


@regel(Rol.FUNCTIONEEL_BEHEERDER, zonder_handtekening=True)
def medewerker_toevoegen(toegang: Toegang, onderwerp: None) -> None:
    """Only the functioneel beheerder makes accounts; nobody signs up."""


@regel(Rol.FUNCTIONEEL_BEHEERDER, zonder_handtekening=True)
def medewerker_sluiten(toegang: Toegang, medewerker: Medewerker) -> None:
    """An account is closed once, never removed, and never one's own."""
    _niet_over_uzelf(toegang, medewerker.pk)
    if not medewerker.is_active:
        raise Geweigerd("Dit account is al gesloten.")


@regel(Rol.FUNCTIONEEL_BEHEERDER, zonder_handtekening=True)
def hoedanigheid_verlenen(toegang: Toegang, medewerker: Medewerker) -> None:
    """Nobody gives rights to himself, and a closed account gets none."""
    _niet_over_uzelf(toegang, medewerker.pk)
    if not medewerker.is_active:
        raise Geweigerd("Dit account is gesloten; het kan geen rol meer krijgen.")


@regel(Rol.FUNCTIONEEL_BEHEERDER, zonder_handtekening=True)
def hoedanigheid_beeindigen(toegang: Toegang, hoedanigheid: Hoedanigheid) -> None:
    """A capacity ends once; one's own is ended by a colleague, so that someone remains."""
    _niet_over_uzelf(toegang, hoedanigheid.medewerker_id)
    voorbij = hoedanigheid.tot is not None and hoedanigheid.tot < toegang.vandaag
    if hoedanigheid.ingetrokken_op is not None or voorbij:
        raise Geweigerd("Deze rol is al beëindigd.")


def _niet_over_uzelf(toegang: Toegang, medewerker_id: object) -> None:
    if medewerker_id == toegang.medewerker_id:
        raise Geweigerd("Over uw eigen account en rollen beslist een andere beheerder.")
