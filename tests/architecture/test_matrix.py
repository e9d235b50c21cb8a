"""Every URL × method × person × stuk: who may know it gets an answer, nobody else learns anything."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction

from tests.architecture.buiten import buitenstaanders, niet_binnen
from tests.architecture.gaten import (
    afscherming_vergeten,
    deur_voor_iedereen,
    embargo_vergeten,
    query_zonder_voor,
    telling_zonder_filter,
    veld_zonder_vraag,
    zorg_als_ander,
)
from tests.architecture.matrix import Uitslag, cellen, proberen, zoeken, zoekvragen
from tests.architecture.matrixtabel import adressen, beleid
from tests.architecture.matrixwereld import Matrixwereld
from tests.architecture.stilte import (
    meer_dossiers,
    meer_stukken,
    meer_verborgen,
    meer_verzegeld,
    stilte,
)
from tests.cast import NU
from tests.orakel.vergelijken import Vergelijking, vergelijk

ADRESSEN = adressen()
MINSTENS_GELEZEN = {
    "convenant": 100,
    "meldpunt": 25,
    "beoordeling": 150,
    "casusregie": 50,
    "monitoring": 30,
}
"""Per room, so many words were shown to somebody who may: without them silence proves nothing."""
MINSTENS_STIL, MINSTENS_GEVONDEN = 50, 10


@pytest.fixture(scope="module")
def wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Matrixwereld]:
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=True), transaction.atomic():
        yield Matrixwereld()
        transaction.set_rollback(True)


def test_elke_url_heeft_beleid() -> None:
    assert set(beleid()) == set(ADRESSEN), "Zet het beleid in tests/architecture/matrixtabel.py"
    assert {naam.partition(":")[0] for naam in ADRESSEN} == set(MINSTENS_GELEZEN)


@pytest.mark.parametrize("ruimte", MINSTENS_GELEZEN)
def test_wie_het_niet_mag_weten_leert_niets(
    wereld: Matrixwereld, record_property: Callable[[str, object], None], ruimte: str
) -> None:
    uitslag = Uitslag()
    for adres in ADRESSEN.values():
        if adres.naam.startswith(f"{ruimte}:"):
            for cel in cellen(wereld, adres):
                proberen(uitslag, wereld, cel)
    record_property("geteld", f"{ruimte}: {uitslag} van {len(wereld.voliere)}")
    assert uitslag.bevindingen == []
    assert len(uitslag.gelezen) > MINSTENS_GELEZEN[ruimte]


def test_zoeken_en_lijken_op_vinden_niets_dat_men_niet_mag_weten(
    wereld: Matrixwereld, record_property: Callable[[str, object], None]
) -> None:
    """By name, by another spelling and by number; and the candidates beside a report."""
    uitslag = Uitslag()
    for naam, vragen in zoekvragen(wereld).items():
        for cel in cellen(wereld, ADRESSEN[naam]):
            for vraag in vragen if cel.mag else ():
                zoeken(uitslag, wereld, cel, vraag)
    record_property("geteld", f"{uitslag.geprobeerd} zoekvragen, {len(uitslag.gelezen)} gevonden")
    assert uitslag.bevindingen == []
    assert len(uitslag.gelezen) > MINSTENS_GEVONDEN


def test_wie_er_niet_in_mag_komt_nergens(wereld: Matrixwereld) -> None:
    """No login, an account that is closed, a role that was withdrawn or has ended."""
    uitslag = Uitslag()
    buiten = buitenstaanders(wereld)
    for adres in ADRESSEN.values():
        for cel in cellen(wereld, adres):
            if cel.mag:
                niet_binnen(uitslag, wereld, cel, buiten)
                break
    assert uitslag.bevindingen == []
    assert uitslag.geprobeerd > 3 * len(ADRESSEN)


@pytest.mark.parametrize("erbij", [meer_dossiers, meer_stukken, meer_verborgen, meer_verzegeld])
def test_wat_je_niet_mag_weten_verandert_geen_getal(
    wereld: Matrixwereld,
    erbij: Callable[[Matrixwereld], None],
    record_property: Callable[[str, object], None],
) -> None:
    uitslag = Uitslag()
    stilte(uitslag, wereld, erbij)
    record_property("geteld", f"{uitslag.geprobeerd} bladzijden voor en na {erbij.__name__}")
    assert uitslag.bevindingen == []
    assert uitslag.geprobeerd > MINSTENS_STIL


GATEN = [
    (query_zonder_voor, "convenant:dossier_inzien", "verraadt|: 200"),
    (deur_voor_iedereen, "meldpunt:meldingen", ": 200"),
    (veld_zonder_vraag, "beoordeling:beoordeling_inzien", "verraadt Beoordeling.terugstuurreden"),
]


@pytest.mark.parametrize(("gat", "sleutel", "gezegd"), GATEN)
def test_een_gat_valt_op(
    wereld: Matrixwereld,
    monkeypatch: pytest.MonkeyPatch,
    gat: Callable[[pytest.MonkeyPatch], None],
    sleutel: str,
    gezegd: str,
) -> None:
    uitslag = Uitslag()
    beloofd = list(cellen(wereld, ADRESSEN[sleutel]))
    gat(monkeypatch)
    for cel in beloofd:
        proberen(uitslag, wereld, cel)
    assert any(re.search(gezegd, bevinding) for bevinding in uitslag.bevindingen)


def test_een_telling_zonder_filter_valt_op(
    wereld: Matrixwereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    uitslag = Uitslag()
    telling_zonder_filter(monkeypatch)
    stilte(uitslag, wereld, meer_dossiers, alleen=("convenant:mijn_werk",))
    assert uitslag.bevindingen
    assert len(uitslag.bevindingen) == uitslag.geprobeerd


@pytest.mark.parametrize("gat", [query_zonder_voor, zorg_als_ander, embargo_vergeten])
def test_een_gat_in_het_filter_valt_op(
    wereld: Matrixwereld,
    monkeypatch: pytest.MonkeyPatch,
    gat: Callable[[pytest.MonkeyPatch], None],
) -> None:
    uitslag = Vergelijking()
    gat(monkeypatch)
    vergelijk(uitslag, wereld.beeld, wereld.cast.leo.toegang, "leo")
    assert any("ziet" in bevinding for bevinding in uitslag.bevindingen)


def test_een_vergeten_verzegeling_of_belangenconflict_valt_op(
    wereld: Matrixwereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pieter is not named for a case; Joost, who keeps the reports, knows the person of another."""
    afscherming_vergeten(monkeypatch)
    for speler in (wereld.cast.pieter, wereld.cast.joost):
        uitslag = Vergelijking()
        vergelijk(uitslag, wereld.beeld, speler.toegang, speler.sleutel)
        assert any(f"{speler.sleutel} ziet" in zin for zin in uitslag.bevindingen)
        assert not any("in SQL" in zin for zin in uitslag.bevindingen)
