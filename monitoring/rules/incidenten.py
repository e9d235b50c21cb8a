"""Who tells of an incident, and who puts it right or takes it back."""

from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.rules.bronstuk import eis_in_te_trekken, eis_te_corrigeren
from convenant.rules.wissing import eis_te_wissen
from convenant.toegang import Toegang
from monitoring.models import Incident
from monitoring.rules.metingen import eis_dat_het_loopt

VERTELLERS = (Rol.CASUSREGISSEUR, Rol.PARTNER, Rol.PROCESREGISSEUR)


@regel(*VERTELLERS)
def incident_vastleggen(toegang: Toegang, dossier: Dossier) -> None:
    """Whoever works in the case tells of an incident; the procesregisseur in every case."""
    if toegang.rol != Rol.PROCESREGISSEUR and dossier.pk not in toegang.betrokken:
        raise Geweigerd("Alleen wie bij dit dossier betrokken is, kan een incident vastleggen.")
    eis_dat_het_loopt(dossier, "Een incident hoort bij een aanpak die loopt.")


@regel(*VERTELLERS)
def incident_corrigeren(toegang: Toegang, incident: Incident) -> None:
    """Only who recorded an incident corrects it; the first text stays in its history."""
    eis_te_corrigeren(toegang, incident)


@regel(*VERTELLERS)
def incident_intrekken(toegang: Toegang, incident: Incident) -> None:
    """The source takes its own incident back, or who wrote it down for the source; at any time."""
    eis_in_te_trekken(toegang, incident)


@regel(*VERTELLERS)
def incident_wissen_vragen(toegang: Toegang, incident: Incident) -> None:
    """The source, of an incident that it took back."""
    eis_te_wissen(toegang, incident)
