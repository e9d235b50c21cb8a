"""Plain values that a report is made of: parts with sentences, facts, tables and charts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casusregie.ui.grafiek import Grafiek, liggend, staven
from monitoring.rapportage.onderdrukking import NIET_GETOOND, getoond, onderdrukt


@dataclass(frozen=True)
class Tabel:
    """A table on paper: the first cell of a row is its heading, a chart of it stands above it.

    ``breed`` is the heading of the column that needs the room.
    """

    bijschrift: str
    koppen: Sequence[str]
    rijen: Sequence[Sequence[str]]
    getallen: bool = True
    breed: str = ""
    grafieken: Sequence[Grafiek] = ()


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
    plaat: bool = True,
) -> Tabel:
    """Counts per kind as a table and a chart; what is not shown keeps its name in both.

    With ``tijd`` the kinds are parts of a period and the bars stand side by side. One bar alone
    says nothing: then there is no chart.
    """
    zichtbaar = onderdrukt(aantallen)
    rijen = [
        [label, NIET_GETOOND if aantal is None else str(aantal)]
        for label, aantal in zichtbaar.items()
    ]
    rijen.append(["Totaal", getoond(sum(aantallen.values()))])
    grafieken: list[Grafiek] = []
    if plaat and sum(1 for aantal in zichtbaar.values() if aantal) > 1:
        teken = staven if tijd else liggend
        grafieken = [teken(list(zichtbaar.items()), titel=titel, eenheid=eenheid, id=id)]
    return Tabel(titel, [soort, eenheid.capitalize()], rijen, grafieken=grafieken)
