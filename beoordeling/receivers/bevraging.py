"""Questions to partners on the pages of a dossier and in the tasks of who answers."""

from django.urls import reverse

from beoordeling.models import Bevraging
from casusregie.ui.blokken import Tab
from casusregie.ui.panelen import registreer
from convenant.enums import Rol
from convenant.models import Dossier, Taak
from convenant.toegang import Toegang


def dossier_tab(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The tab is for who asks alone: whom he asked shows to nobody else."""
    if toegang.rol != Rol.PROCESREGISSEUR:
        return None
    return "bevragingen", Tab("Vragen", reverse("beoordeling:bevragingen", args=[dossier.pk]))


def taak_url(taak: Taak) -> str | None:
    """Where the question is answered; afterwards, what was answered."""
    if taak.object_soort != Bevraging._meta.label_lower:
        return None
    naam = "bevraging_inzien" if taak.gereed_op else "bevraging_beantwoorden"
    return reverse(f"beoordeling:{naam}", args=[taak.object_id])


registreer("dossier_tab", 75, dossier_tab)
registreer("taak_url", 25, taak_url)
