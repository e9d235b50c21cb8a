"""A policy that was dropped or switched off is seen by the comparison with the oracle."""

from collections.abc import Iterator

import pytest
import time_machine

from convenant.models import Dossier
from tests.architecture.gaten import in_database
from tests.cast import NU, Cast
from tests.orakel.vergelijken import Vergelijking, vergelijk
from tests.orakel.wereldbeeld import gelezen
from tests.stappen.beoordeling import dossier_in_regie
from tests.stappen.verzegeling import verzegeld

GEEN_AFSCHERMING = (
    "CREATE OR REPLACE VIEW eigen_dicht AS SELECT dossier_id FROM convenant_verzegeling WHERE false"
)
GATEN = [
    ("ALTER TABLE meldpunt_persoon DISABLE ROW LEVEL SECURITY", "Persoon in SQL: ruben ziet"),
    ("DROP POLICY lezen ON meldpunt_persoon", "Persoon in SQL: rik mist"),
    ("ALTER POLICY lezen ON meldpunt_persoon USING (true)", "Persoon in SQL: ruben ziet"),
]


@pytest.fixture
def een_dossier(transactional_db: None, cast: Cast) -> Iterator[Cast]:
    with time_machine.travel(NU, tick=True):
        dossier_in_regie(cast)
        yield cast


def bevindingen(cast: Cast) -> list[str]:
    uitslag = Vergelijking()
    beeld = gelezen()
    for speler in (cast.rik, cast.ruben):
        vergelijk(uitslag, beeld, speler.toegang, speler.sleutel)
    return uitslag.bevindingen


def test_een_policy_die_weg_is_valt_op(een_dossier: Cast) -> None:
    assert bevindingen(een_dossier) == []
    for opdracht, gezegd in GATEN:
        herstel = "ALTER TABLE meldpunt_persoon ENABLE ROW LEVEL SECURITY"
        in_database(opdracht)
        assert any(regel.startswith(gezegd) for regel in bevindingen(een_dossier)), opdracht
        in_database(herstel, "DROP POLICY IF EXISTS lezen ON meldpunt_persoon")
        in_database("CREATE POLICY lezen ON meldpunt_persoon FOR SELECT USING (false)")


def test_een_verzegeling_die_de_database_vergeet_valt_op(een_dossier: Cast) -> None:
    """Rik works in it and is not named."""
    dossier = Dossier._base_manager.get()
    verzegeld(een_dossier.paula, dossier)
    assert bevindingen(een_dossier) == []
    in_database(GEEN_AFSCHERMING)
    assert any("Dossier in SQL: rik ziet" in zin for zin in bevindingen(een_dossier))
