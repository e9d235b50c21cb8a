"""A page about one stuk with a source, in the frame of its dossier, and why one reads it."""

from abc import ABC, abstractmethod
from functools import cached_property
from typing import Any, ClassVar

from django.http import Http404
from django.urls import reverse

from casusregie.ui.blokken import Feit, Kruimel
from convenant.enums import Niveau, Organisatiesoort
from convenant.models import Bronstuk, Dossier
from convenant.selectors.waarom import Reden, reden_van
from convenant.selectors.waarom_in_woorden import bronzin, regelfeiten, voorwaardezin

from .dossierpagina import DossierPagina


class StukPagina[S: Bronstuk](DossierPagina, ABC):
    """A page of one stuk, under an address that names the stuk and not its dossier."""

    @abstractmethod
    def vind_stuk(self) -> S:
        """Find it with ``een_of_404``."""

    @cached_property
    def _gevonden(self) -> tuple[S, Dossier | None]:
        """The stuk, with its dossier on it where this asker may know that."""
        stuk = self.vind_stuk()
        dossiers = Dossier.objects.voor(self.toegang, minstens=Niveau.PROCES)
        dossier: Dossier | None = dossiers.filter(pk=stuk.dossier_id).first()
        if dossier is not None:
            stuk.dossier = dossier
        return stuk, dossier

    @property
    def stuk(self) -> S:
        """What the page is about."""
        return self._gevonden[0]

    @property
    def bekend_dossier(self) -> Dossier | None:
        """The dossier that it hangs on, where this asker may know it."""
        return self._gevonden[1]

    @cached_property
    def dossierstuk(self) -> Dossier:
        """The same, or 404: a page in its frame is of who may know it."""
        if self.bekend_dossier is None:
            raise Http404
        return self.bekend_dossier

    def begin(self) -> list[Kruimel]:
        """The way to it."""
        dossier = self.dossierstuk
        return [
            Kruimel("Dossiers", reverse("convenant:dossiers")),
            Kruimel(dossier.nummer, reverse("convenant:dossier_inzien", args=[dossier.pk])),
        ]


class StukWaarom[S: Bronstuk](StukPagina[S]):
    """Waarom mag ik dit stuk zien?: the rule that gives it, on what it rests, what would end it.

    Subclasses say what it is called (``soortnaam``, and ``kop`` on the stuk) and where it stands.
    """

    template_name = "convenant/stuk_waarom.html"
    soortnaam: ClassVar[str]
    onder_embargo: ClassVar[bool] = False
    """Whether its source can put an embargo on it."""

    @abstractmethod
    def stuk_url(self) -> str:
        """The page of the stuk itself."""

    def gegevens(self) -> dict[str, Any]:
        """The reason in words; 404 when no rule gives the content."""
        self.gelezen = self.stuk
        reden = self.reden
        if reden is None:
            raise Http404
        return self.waarover() | {
            "onder_embargo": self.onder_embargo,
            "reden": reden,
            "hier": reden.hier,
            "gedeeld": reden.gedeeld,
            "van_zorg": self.stuk.bron.soort == Organisatiesoort.ZORG,
            "voorwaarde": voorwaardezin(reden),
            "bronzin": bronzin(reden),
            "regelfeiten": regelfeiten(self.toegang, reden),
            "eerste": reden.einden[0],
            "einden": [Feit(e.wat, e.wanneer, toelichting=e.toelichting) for e in reden.einden],
        }

    @cached_property
    def reden(self) -> Reden | None:
        """Why this asker reads it, where it is a rule about the dossier that says so."""
        return reden_van(self.toegang, self.stuk) if self.bekend_dossier is not None else None

    def waarover(self) -> dict[str, Any]:
        """Which stuk it is about, and the way back to it."""
        terug = [Kruimel(self.soortnaam, self.stuk_url()), Kruimel(self.deur.titel)]
        return {
            "stuk": self.stuk,
            "stuk_url": self.stuk_url(),
            "kruimelpad": [*self.begin(), *terug],
        }
