"""Who says that the law gives a ground, and that it gives it no longer."""

from datetime import date

from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Grondslag
from convenant.toegang import Toegang

from .ondertekening import van_de_gemeente


@regel(Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE, zonder_handtekening=True)
def grondslag_toevoegen(toegang: Toegang, onderwerp: None) -> None:
    """The municipality keeps the list; a ground gives nothing until a rule rests on it."""
    van_de_gemeente(toegang)


@regel(Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE, zonder_handtekening=True)
def grondslag_beeindigen(toegang: Toegang, grondslag: Grondslag) -> None:
    """A ground ends once, as long as its end does not lie in the past."""
    van_de_gemeente(toegang)
    if grondslag.is_voorbij(toegang.vandaag):
        raise Geweigerd("Deze grondslag geldt al niet meer.")


def periode_kan(van: date, tot: date | None) -> None:
    """The last day does not come before the first."""
    if tot is not None and tot < van:
        raise Geweigerd("De laatste dag ligt voor de eerste dag.")
