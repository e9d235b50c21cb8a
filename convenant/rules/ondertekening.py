"""Signatures under the convenant: who records them, and when one can be withdrawn."""

from convenant.enums import Organisatiesoort, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Ondertekening
from convenant.toegang import Toegang


@regel(Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE, zonder_handtekening=True)
def ondertekening_registreren(toegang: Toegang, onderwerp: None) -> None:
    """The municipality keeps the signatures, also when its own is missing."""
    van_de_gemeente(toegang)


@regel(Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE, zonder_handtekening=True)
def ondertekening_intrekken(toegang: Toegang, ondertekening: Ondertekening) -> None:
    """A signature is withdrawn once, as long as it has not ended by itself."""
    van_de_gemeente(toegang)
    voorbij = ondertekening.tot is not None and ondertekening.tot < toegang.vandaag
    if ondertekening.ingetrokken_op is not None or voorbij:
        raise Geweigerd("Deze handtekening geldt al niet meer.")


def van_de_gemeente(toegang: Toegang) -> None:
    """Raise ``Geweigerd`` for a procesregisseur or leidinggevende of another organisation."""
    if toegang.organisatiesoort != Organisatiesoort.GEMEENTE:
        raise Geweigerd("Alleen de gemeente beheert het convenant.")
