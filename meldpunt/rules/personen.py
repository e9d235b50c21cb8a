"""Who may change what is known of a person, and add someone beside the hoofdbetrokkene."""

from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.toegang import Toegang
from meldpunt.models import Persoon

NIET_UW_DOSSIER = "Alleen de regisseur of waarnemer van dit dossier kan dit."


@regel(Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR)
def persoon_wijzigen(toegang: Toegang, persoon: Persoon) -> None:
    """The MAP and the procesregisseur; the casusregisseur in his own case."""
    if toegang.rol == Rol.CASUSREGISSEUR and persoon.dossier_id not in toegang.regie:
        raise Geweigerd(NIET_UW_DOSSIER)


@regel(Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR)
def nevenbetrokkene_toevoegen(toegang: Toegang, dossier: Dossier) -> None:
    """Only in a dossier that runs, and for a casusregisseur only in his own case."""
    if toegang.rol == Rol.CASUSREGISSEUR and dossier.pk not in toegang.regie:
        raise Geweigerd(NIET_UW_DOSSIER)
    if dossier.fase in (Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("Dit dossier is gesloten; er komen geen personen meer bij.")
