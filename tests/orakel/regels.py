"""The oracle for rules that nobody has made yet: a plain table, read by a plain loop."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from .artikelen import is_betrokken, is_gedeeld, leest_mee
from .gegevens import Gegeven, Kennis, Vrager


@dataclass(frozen=True)
class Afspraak:
    """These people may know these categories in these phases up to this level, if …"""

    rol: str
    categorieen: frozenset[str]
    fasen: frozenset[str]
    niveau: int
    betrokken: bool = False
    eigen_bron: bool = False
    gedeeld: bool = False
    soorten: frozenset[str] = frozenset()
    bron: UUID | None = None
    bronsoort: str = ""
    vanaf: datetime | None = None
    """Opened by a later version: for what was recorded from then on …"""
    bevestigd: frozenset[UUID] = frozenset()
    """… and for older pieces of the sources that confirmed."""
    gemeente_bevestigd: bool = False
    """The municipality confirms for what has no source of its own."""

    def geldt(self, v: Vrager, g: Gegeven) -> bool:
        if v.rol != self.rol or g.categorie not in self.categorieen:
            return False
        if g.dossier.fase not in self.fasen or (self.soorten and v.soort not in self.soorten):
            return False
        mee = is_betrokken if self.eigen_bron else leest_mee
        if self.betrokken and not mee(v, g):
            return False
        if self.eigen_bron and g.bron != v.organisatie:
            return False
        if self.gedeeld and not is_gedeeld(v, g):
            return False
        return self._van_die_bron(g) and self._in_de_tijd(g)

    def _van_die_bron(self, g: Gegeven) -> bool:
        if self.bron is not None and g.bron != self.bron:
            return False
        return not self.bronsoort or g.bronsoort == self.bronsoort

    def _in_de_tijd(self, g: Gegeven) -> bool:
        if self.vanaf is None:
            return True
        if g.bron in self.bevestigd if g.bron else self.gemeente_bevestigd:
            return True
        return g.moment is not None and g.moment >= self.vanaf


def kennis_volgens(afspraken: Sequence[Afspraak], v: Vrager, g: Gegeven) -> Kennis:
    """The most that any of these rules gives.

    What was opened later of a dossier is for whoever knows that there is such a dossier.
    """
    geldend = [a for a in afspraken if a.geldt(v, g)]
    if g.categorie != "procesgegeven":
        dossier = Gegeven("procesgegeven", g.dossier, moment=g.dossier.geopend)
        if kennis_volgens(afspraken, v, dossier) is None:
            geldend = [a for a in geldend if a.vanaf is None]
    return max((a.niveau for a in geldend), default=None)
