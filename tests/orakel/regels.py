"""The oracle for rules that nobody has made yet: a plain table, read by a plain loop."""

from collections.abc import Sequence
from dataclasses import dataclass

from .artikelen import is_betrokken
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
    soorten: frozenset[str] = frozenset()

    def geldt(self, v: Vrager, g: Gegeven) -> bool:
        if v.rol != self.rol or g.categorie not in self.categorieen:
            return False
        if g.dossier.fase not in self.fasen or (self.soorten and v.soort not in self.soorten):
            return False
        if self.betrokken and not is_betrokken(v, g):
            return False
        return not self.eigen_bron or g.bron == v.organisatie


def kennis_volgens(afspraken: Sequence[Afspraak], v: Vrager, g: Gegeven) -> Kennis:
    """The most that any of these rules gives."""
    return max((a.niveau for a in afspraken if a.geldt(v, g)), default=None)
