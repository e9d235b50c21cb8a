from datetime import UTC, date, datetime

import pytest

from casusregie.ui import tijd

VANDAAG = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("dag", "woorden", "toon"),
    [
        (date(2026, 11, 21), "vandaag", "straks"),
        (date(2026, 11, 22), "morgen", "straks"),
        (date(2026, 11, 30), "over 9 dagen", "straks"),
        (date(2027, 3, 1), "over 3 maanden", "neutraal"),
        (date(2026, 11, 20), "1 dag te laat", "laat"),
        (date(2026, 11, 18), "3 dagen te laat", "laat"),
        (date(2024, 11, 1), "2 jaar te laat", "laat"),
        (None, "", "neutraal"),
    ],
)
def test_termijn_in_words(dag, woorden, toon):
    assert tijd.termijn(dag, VANDAAG) == woorden
    assert tijd.termijn_toon(dag, VANDAAG) == toon


def test_dates_are_dutch():
    assert tijd.datum(date(2026, 11, 17)) == "17 november 2026"
    assert tijd.datum_kort(date(2026, 11, 17)) == "di 17 nov 2026"
    assert tijd.dag_maand(date(2026, 3, 2)) == "2 mrt"
    assert tijd.datum(None) == ""


def test_moment_is_told_in_amsterdam_time():
    laat = datetime(2026, 11, 17, 23, 30, tzinfo=UTC)
    assert tijd.moment(laat) == "wo 18 nov 2026, 0.30 uur"
    assert tijd.datum(laat) == "18 november 2026"
