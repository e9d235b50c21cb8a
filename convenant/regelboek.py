"""The rules of one version of the convenant, as the access rule reads them.

A version that is established never changes (a trigger of the database sees to it), so its
``Regelboek`` is made once per process; which version is in force is read anew at each request.
"""

import uuid
from datetime import datetime
from functools import cache
from typing import NamedTuple

from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Rol, Voorwaarde

RUIMER_DAN = {
    Voorwaarde.ALTIJD: frozenset(Voorwaarde),
    Voorwaarde.BETROKKEN: frozenset(
        {Voorwaarde.BETROKKEN, Voorwaarde.EIGEN_BRON, Voorwaarde.TOESTEMMING}
    ),
    Voorwaarde.BRON_IN_FASE: frozenset({Voorwaarde.BRON_IN_FASE, Voorwaarde.EIGEN_BRON}),
    Voorwaarde.EIGEN_BRON: frozenset({Voorwaarde.EIGEN_BRON}),
    Voorwaarde.TOESTEMMING: frozenset({Voorwaarde.TOESTEMMING}),
}
"""Whoever meets a condition on the right meets the one on the left."""


type Bevestigd = frozenset[tuple[uuid.UUID, uuid.UUID | None]]
"""Which source confirmed which widening. What has no source of its own (``None``) is the
municipality's."""
type Bronnen = frozenset[tuple[str, uuid.UUID]]
"""The organisations of each kind that some rule names as a source."""


class Regel(NamedTuple):
    """One deelregel: this role may know these categories in these phases up to this level."""

    rol: Rol
    categorieen: tuple[Categorie, ...]
    fasen: tuple[Fase, ...]
    niveau: Niveau
    artikel: str
    voorwaarde: Voorwaarde = Voorwaarde.ALTIJD
    soorten: tuple[Organisatiesoort, ...] = ()
    doel: str = ""
    grondslag: str = ""
    bron_id: uuid.UUID | None = None
    bron_soort: Organisatiesoort | None = None
    vanaf: datetime | None = None
    """Opened by a later version: for what is recorded from then on, or whose source confirmed."""
    sleutel: uuid.UUID | None = None
    """What a source confirms: the deelregel that opened it first."""

    @property
    def is_begrensd(self) -> bool:
        """Whether source or moment of an item decide beside category and phase."""
        return self.vanaf is not None or not self.van_elke_bron

    @property
    def van_elke_bron(self) -> bool:
        """Whether it does not matter where an item comes from."""
        return self.bron_id is None and self.bron_soort is None

    def bronnen(self, per_soort: Bronnen) -> frozenset[uuid.UUID]:
        """The organisations whose items are meant, when not every source is."""
        if self.bron_id is not None:
            return frozenset({self.bron_id})
        return frozenset(bron for soort, bron in per_soort if soort == self.bron_soort)

    def bevestigd_door(self, bevestigd: Bevestigd) -> frozenset[uuid.UUID | None]:
        """The sources that let their older items go; ``None`` is what has no source of its own."""
        return frozenset(bron for sleutel, bron in bevestigd if sleutel == self.sleutel)

    def is_voor(self, rol: Rol, soort: Organisatiesoort) -> bool:
        """Whether someone in this role, of an organisation of this kind, is meant."""
        return self.rol == rol and (not self.soorten or soort in self.soorten)

    def is_minstens_zo_ruim(self, voorwaarde: Voorwaarde) -> bool:
        """Whether this rule also holds for whoever meets ``voorwaarde``."""
        return voorwaarde in RUIMER_DAN[self.voorwaarde]


class Regelboek:
    """All rules of one version; what one receiver gets of it is found once and kept."""

    def __init__(
        self, regels: tuple[Regel, ...], *, nummer: int = 0, versie_id: uuid.UUID | None = None
    ) -> None:
        self.regels = regels
        self.nummer = nummer
        self.versie_id = versie_id
        self.is_begrensd = any(regel.is_begrensd for regel in regels)
        self.voor = cache(self._voor)

    def _voor(
        self, rol: Rol, soort: Organisatiesoort, minstens: Niveau = Niveau.BESTAAN
    ) -> tuple[Regel, ...]:
        """The rules that give this receiver at least this level."""
        return tuple(r for r in self.regels if r.is_voor(rol, soort) and r.niveau >= minstens)


GEEN_REGELS = Regelboek(())
"""What holds for whoever was not told otherwise: nothing."""

NOOIT_LEZERS = frozenset({Rol.ACCOUNTHOUDER, Rol.FUNCTIONEEL_BEHEERDER, Rol.ACCOUNTBEHEERDER})
"""Roles that no version can let read dossiers (domein.md §5): they report, or keep the accounts."""

LEESROLLEN = tuple(rol for rol in Rol if rol not in NOOIT_LEZERS)
"""The roles that a version may give something: who finds the pages of a dossier at all."""
