from datetime import date

from casusregie.enums import Interventiestatus
from casusregie.models import Interventie
from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.toegang import Toegang

IN_AANPAK = (Fase.UITVOERING, Fase.AFSCHALING, Fase.NAZORG)
"""The phases in which the aanpak runs, so that there is something to look back on."""


@regel(Rol.CASUSREGISSEUR)
def meting_vastleggen(toegang: Toegang, dossier: Dossier) -> None:
    """The regisseur measures in his own case while the aanpak runs."""
    if dossier.pk not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van dit dossier kan een meting doen.")
    eis_dat_het_loopt(dossier, "Een meting hoort bij een aanpak die loopt.")


@regel(Rol.CASUSREGISSEUR, Rol.PARTNER)
def voortgang_vastleggen(toegang: Toegang, interventie: Interventie) -> None:
    """The regisseur, or a partner in the case, tells how a running intervention goes."""
    if toegang.rol == Rol.CASUSREGISSEUR and interventie.dossier_id not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van dit dossier kan dit.")
    if interventie.dossier_id not in toegang.betrokken:
        raise Geweigerd("Alleen wie bij dit dossier betrokken is, kan voortgang vastleggen.")
    if interventie.status != Interventiestatus.INGEZET:
        raise Geweigerd("Voortgang hoort bij een interventie die is ingezet.")


def eis_dat_het_loopt(dossier: Dossier, reden: str) -> None:
    """Raise ``Geweigerd`` with ``reden`` where no aanpak runs."""
    if dossier.fase not in IN_AANPAK:
        raise Geweigerd(f"{reden} Dit dossier is nu in de fase {dossier.get_fase_display()}.")


def eis_niet_in_de_toekomst(toegang: Toegang, dag: date) -> None:
    """Raise ``Geweigerd`` for a day that has yet to come."""
    if dag > toegang.vandaag:
        raise Geweigerd("De datum mag niet in de toekomst liggen.")
