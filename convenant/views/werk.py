"""Mijn werk: what waits, what is late and what is new for this hoedanigheid."""

from typing import Any

from casusregie.ui.panelen import panelen
from convenant.guard import Pagina, inzage
from convenant.selectors.taken import eigen_taken

from .dossier import taakregel


class MijnWerk(Pagina):
    """The first page after login."""

    deur = inzage("mijn_werk")
    template_name = "convenant/mijn_werk.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        return {
            "tellingen": [t for lijst in panelen("mijn_werk", toegang=toegang) for t in lijst],
            "panelen": panelen("mijn_werk_paneel", toegang=toegang),
            "taken_nu": [taakregel(toegang, taak) for taak in eigen_taken(toegang)[:10]],
        }
