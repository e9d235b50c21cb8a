"""A page about one dossier, with the head and tabs that all of them share."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpResponse

from casusregie.ui.panelen import panelen
from convenant.enums import Niveau
from convenant.models import Dossier
from convenant.selectors.eenmaal import samen_vragen

from .dossierkader import dossierkader, kent_inhoud
from .pagina import Pagina


class DossierPagina(Pagina):
    """A tab of a dossier: URL keyword ``dossier_id``, template on ``convenant/dossier_basis.html``.

    404 when the dossier may not be known at ``minstens``; the reading is logged.
    """

    tab: ClassVar[str] = ""
    vooraf: ClassVar[tuple[str, ...]] = ("dossier_kader_vooraf",)
    """Where rooms name the lists that the parts of this page are going to ask for."""
    minstens: ClassVar[Niveau] = Niveau.PROCES

    @cached_property
    def dossierstuk(self) -> Dossier:
        """The dossier of the URL."""
        dossier = self.dossier(minstens=self.minstens)
        self._vraag_samen(dossier)
        return dossier

    @property
    def kent_inhoud(self) -> bool:
        """Whether this asker may know more here than number, phase and dates."""
        return kent_inhoud(self.toegang, self.dossierstuk)

    def _vraag_samen(self, dossier: Dossier) -> None:
        """Ask what the rooms know they need in one question; what they forgot is asked later."""
        inhoud = kent_inhoud(self.toegang, dossier)
        nodig = [
            lijst
            for plek in self.vooraf
            for lijsten in panelen(plek, toegang=self.toegang, dossier=dossier, inhoud=inhoud)
            for lijst in lijsten
        ]
        samen_vragen(self.toegang, dossier, nodig)

    def toon(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        """Render within the frame of the dossier, and count it as read."""
        self.gelezen = self.gelezen or self.dossierstuk
        kader = dossierkader(self.toegang, self.dossierstuk, self.tab)
        return super().toon(kader | context, status=status)
