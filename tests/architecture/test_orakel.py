"""The oracle, the filter of the application and the database say the same of every row."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction

from tests.cast import NU
from tests.orakel.vergelijken import Vergelijking, vergelijk
from tests.orakel.wereldbeeld import BESCHERMD, KOLOMMEN, gelezen
from tests.stappen.hele_wereld import hele_wereld
from tests.stappen.wereld import Wereld


@pytest.fixture(scope="module")
def wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Wereld]:
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=True), transaction.atomic():
        yield hele_wereld()
        transaction.set_rollback(True)


def test_het_orakel_kent_elke_soort() -> None:
    assert set(KOLOMMEN) == set(BESCHERMD), "Schrijf in tests/orakel wie deze soort mag kennen"


def test_orakel_filter_en_database_zijn_het_eens(
    wereld: Wereld, record_property: Callable[[str, object], None]
) -> None:
    uitslag = Vergelijking()
    beeld = gelezen()
    for speler in wereld.cast.iedereen():
        vergelijk(uitslag, beeld, speler.toegang, speler.sleutel)
    assert uitslag.bevindingen == []
    record_property("geteld", str(uitslag))
