"""Small numbers: hidden, and never to be computed from the others."""

from hypothesis import given
from hypothesis import strategies as st

from monitoring.rapportage.onderdrukking import GRENS, getoond, onderdrukt


def test_een_klein_aantal_neemt_het_op_een_na_kleinste_mee() -> None:
    assert onderdrukt({"a": 3, "b": 20, "c": 9, "d": 0}) == {"a": None, "b": 20, "c": None, "d": 0}
    assert onderdrukt({"a": 5, "b": 20}) == {"a": 5, "b": 20}
    assert [getoond(n) for n in (0, 1, 4, 5)] == ["0", "niet getoond", "niet getoond", "5"]


@given(st.dictionaries(st.text(), st.integers(0, 30), max_size=8))
def test_wat_weg_is_blijft_weg(aantallen: dict[str, int]) -> None:
    uit = onderdrukt(aantallen)
    assert uit.keys() == aantallen.keys()
    dicht = [aantallen[label] for label, aantal in uit.items() if aantal is None]
    assert all(aantal is None or aantal == 0 or aantal >= GRENS for aantal in uit.values())
    if dicht and sum(aantallen.values()) >= GRENS:
        assert len(dicht) >= 2
        assert sum(dicht) >= GRENS
