"""Tasks: the list of one's own, one task, and the deeds on it."""

from typing import Any

from convenant.guard import Pagina, een_of_404, inzage
from convenant.models import Taak


class TaakInzien(Pagina):
    """One task: what, for whom, before when, and in which dossier."""

    deur = inzage("taak_inzien")
    template_name = "convenant/taak_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        taak = een_of_404(Taak.objects.voor(self.toegang), pk=self.kwargs["taak_id"])
        self.gelezen = taak
        return {"taak": taak}
