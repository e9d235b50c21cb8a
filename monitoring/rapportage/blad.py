"""Plain values that a report is made of: parts with sentences, facts, tables and charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casusregie.ui.grafiek import Grafiek, liggend, staven
from monitoring.rapportage.onderdrukking import NIET_GETOOND, getoond, onderdrukt


@dataclass(frozen=True)
class Tabel:
    """A table on paper: the first cell of a row is its heading."""

    bijschrift: str
    koppen: Sequence[str]
    rijen: Sequence[Sequence[str]]
    getallen: bool = True


@dataclass(frozen=True)
class Tekst:
    """Words of someone, under a heading, with where they come from."""

    kop: str
    tekst: str
    bronregel: str = ""


@dataclass(frozen=True)
class Blok:
    """One part of a report."""

    kop: str
    zinnen: Sequence[str] = ()
    feiten: Sequence[tuple[str, str]] = ()
    tabellen: Sequence[Tabel] = ()
    grafieken: Sequence[Grafiek] = ()
    teksten: Sequence[Tekst] = ()
    verborgen: Sequence[str] = ()


def verdeling(
    titel: str,
    aantallen: Mapping[str, int],
    *,
    soort: str,
    eenheid: str,
    id: str,
    tijd: bool = False,
) -> tuple[Tabel, list[Grafiek]]:
    """Counts per kind as a table and a chart, small numbers left out of both.

    With ``tijd`` the kinds are parts of a period and the bars stand side by side.
    """
    zichtbaar = onderdrukt(aantallen)
    rijen = [
        [label, NIET_GETOOND if aantal is None else str(aantal)]
        for label, aantal in zichtbaar.items()
    ]
    rijen.append(["Totaal", getoond(sum(aantallen.values()))])
    punten = [(label, aantal) for label, aantal in zichtbaar.items() if aantal is not None]
    grafieken = []
    if sum(aantal > 0 for _, aantal in punten) > 1:
        teken = staven if tijd else liggend
        grafieken = [teken(punten, titel=titel, eenheid=eenheid, id=id)]
    return Tabel(titel, [soort, eenheid.capitalize()], rijen), grafieken
