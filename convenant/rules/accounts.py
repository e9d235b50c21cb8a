from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Hoedanigheid, Medewerker
from convenant.toegang import Toegang

BEHEERDERS = (Rol.FUNCTIONEEL_BEHEERDER, Rol.ACCOUNTBEHEERDER)
"""Who keeps accounts: the first makes them for everyone, the second watches over those of the own
organisation. Each confirms the roles of the own organisation once a year."""
EIGEN_ORGANISATIE = "U beheert alleen de accounts van uw eigen organisatie."


@regel(Rol.FUNCTIONEEL_BEHEERDER, zonder_handtekening=True)
def medewerker_toevoegen(toegang: Toegang, onderwerp: None) -> None:
    """Only the functioneel beheerder makes accounts; nobody signs up."""


@regel(Rol.FUNCTIONEEL_BEHEERDER, zonder_handtekening=True)
def medewerker_sluiten(toegang: Toegang, medewerker: Medewerker) -> None:
    """An account is closed once, never removed, and never one's own."""
    _niet_over_uzelf(toegang, medewerker.pk)
    if not medewerker.is_active:
        raise Geweigerd("Dit account is al gesloten.")


@regel(*BEHEERDERS, zonder_handtekening=True)
def medewerker_heropenen(toegang: Toegang, medewerker: Medewerker) -> None:
    """A closed account opens again with a reason; for the own organisation, and never one's own."""
    _niet_over_uzelf(toegang, medewerker.pk)
    if medewerker.is_active:
        raise Geweigerd("Dit account is niet gesloten.")
    if toegang.rol == Rol.FUNCTIONEEL_BEHEERDER:
        return
    if not medewerker.hoedanigheden.filter(organisatie_id=toegang.organisatie_id).exists():
        raise Geweigerd(EIGEN_ORGANISATIE)


@regel(Rol.FUNCTIONEEL_BEHEERDER, zonder_handtekening=True)
def hoedanigheid_verlenen(toegang: Toegang, medewerker: Medewerker) -> None:
    """Nobody gives rights to himself, and a closed account gets none."""
    _niet_over_uzelf(toegang, medewerker.pk)
    if not medewerker.is_active:
        raise Geweigerd("Dit account is gesloten; het kan geen rol meer krijgen.")


@regel(*BEHEERDERS, zonder_handtekening=True)
def hoedanigheid_beeindigen(toegang: Toegang, hoedanigheid: Hoedanigheid) -> None:
    """A capacity ends once; one's own is ended by a colleague, so that someone remains."""
    _niet_over_uzelf(toegang, hoedanigheid.medewerker_id)
    _nog_niet_voorbij(toegang, hoedanigheid)
    if toegang.rol == Rol.ACCOUNTBEHEERDER and not _van_eigen_organisatie(toegang, hoedanigheid):
        raise Geweigerd(EIGEN_ORGANISATIE)


@regel(*BEHEERDERS, zonder_handtekening=True)
def hoedanigheid_bevestigen(toegang: Toegang, hoedanigheid: Hoedanigheid) -> None:
    """Each organisation says of its own people that they still need their role (BIO2).

    Nobody confirms himself. Of an accountbeheerder the functioneel beheerder may say it too,
    because he gave that role and most organisations have one.
    """
    _niet_over_uzelf(toegang, hoedanigheid.medewerker_id)
    _nog_niet_voorbij(toegang, hoedanigheid)
    if _van_eigen_organisatie(toegang, hoedanigheid):
        return
    if toegang.rol == Rol.ACCOUNTBEHEERDER:
        raise Geweigerd(EIGEN_ORGANISATIE)
    if hoedanigheid.rol != Rol.ACCOUNTBEHEERDER:
        raise Geweigerd("Een rol bij een andere organisatie bevestigt de beheerder daar.")


def _van_eigen_organisatie(toegang: Toegang, hoedanigheid: Hoedanigheid) -> bool:
    return hoedanigheid.organisatie_id == toegang.organisatie_id


def _nog_niet_voorbij(toegang: Toegang, hoedanigheid: Hoedanigheid) -> None:
    if hoedanigheid.is_voorbij(toegang.vandaag):
        raise Geweigerd("Deze rol is al beëindigd.")


def _niet_over_uzelf(toegang: Toegang, medewerker_id: object) -> None:
    if medewerker_id == toegang.medewerker_id:
        raise Geweigerd("Over uw eigen account en rollen beslist een andere beheerder.")
