"""Who may record, change, match and answer reports, and when."""

from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.toegang import Toegang
from meldpunt.enums import Meldingstatus
from meldpunt.models import Melder, Melding


@regel(Rol.MAP_MEDEWERKER)
def melding_registreren(toegang: Toegang, onderwerp: None) -> None:
    """Every MAP-medewerker types a report that comes in."""


@regel(Rol.ACCOUNTHOUDER)
def melding_insturen(toegang: Toegang, onderwerp: None) -> None:
    """An accounthouder sends a report of his own organisation."""


@regel(Rol.MAP_MEDEWERKER)
def melding_aanvullen(toegang: Toegang, melding: Melding) -> None:
    """What was typed can be completed until the duiding; after that it is what was decided on."""
    if melding.status not in (Meldingstatus.NIEUW, Meldingstatus.DUIDING):
        raise Geweigerd("De duiding is al gemaakt; de melding kan niet meer worden aangevuld.")


@regel(Rol.MAP_MEDEWERKER)
def melding_koppelen(toegang: Toegang, melding: Melding) -> None:
    """A report is matched once."""
    if melding.status != Meldingstatus.NIEUW:
        raise Geweigerd("Deze melding is al gekoppeld.")


@regel(Rol.MAP_MEDEWERKER)
def melding_herkoppelen(toegang: Toegang, melding: Melding) -> None:
    """A wrong match is undone while nothing has been decided on it."""
    if melding.status == Meldingstatus.NIEUW:
        raise Geweigerd("Deze melding is nog niet gekoppeld.")
    if melding.status != Meldingstatus.DUIDING:
        raise Geweigerd("De duiding is al gemaakt; de melding blijft bij dit dossier.")


@regel(Rol.MAP_MEDEWERKER)
def terugkoppeling_geven(toegang: Toegang, melding: Melding) -> None:
    """Only a melder who asked for it is called back, and once."""
    melder = (
        Melder.objects.buiten_toegang("of de melder iets wil horen bepaalt de regel")
        .filter(melding=melding)
        .first()
    )
    if melder is None or not melder.wil_terugkoppeling:
        raise Geweigerd("De melder heeft niet om terugkoppeling gevraagd.")
    if melding.terugkoppeling_op is not None:
        raise Geweigerd("De terugkoppeling is al gegeven.")


@regel(Rol.MAP_MEDEWERKER)
def adviesvraag_beantwoorden(toegang: Toegang, onderwerp: None) -> None:
    """Every MAP-medewerker answers questions."""
