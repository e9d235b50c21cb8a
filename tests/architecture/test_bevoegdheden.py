"""docs/bevoegdheden.md says what the rules do; docs/toestanden.md what the tables say."""

import pytest

from convenant.enums import OVERGANGEN, Rol
from convenant.handeling import DEUR_REDEN, REGELS, Geweigerd
from convenant.management.commands import bevoegdheden, toestanden
from tests.cast import Cast

bevoegdheden.laad_handelingen()
LEGE_CELLEN = [
    (naam, rol) for naam, regel in REGELS.items() for rol in Rol if rol not in regel.rollen
]


def test_de_tabel_van_bevoegdheden_is_bij() -> None:
    assert bevoegdheden.PAD.read_text() == bevoegdheden.tekst()


def test_de_tabel_van_toestanden_is_bij() -> None:
    assert toestanden.PAD.read_text() == toestanden.tekst()


def test_een_lege_cel_is_een_weigering(cast: Cast) -> None:
    spelers = {rol: speler.toegang for rol, speler in cast.per_rol().items()}
    assert set(spelers) == set(Rol)
    for naam, rol in LEGE_CELLEN:
        with pytest.raises(Geweigerd, match=DEUR_REDEN):
            REGELS[naam](spelers[rol], None)


def test_elke_overgang_is_een_handeling() -> None:
    for naam, rijen in toestanden.overgangstabellen().items():
        for rij in rijen:
            assert rij.handeling in REGELS, f"{naam}: {rij.handeling}"
    assert OVERGANGEN
