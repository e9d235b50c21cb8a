"""Names of the benchmark: an invented population, and the spelling pairs of the repository."""

import itertools
import tomllib
from typing import NamedTuple

from casusregie.config.embedded import PROJECT_DIR

PAREN = PROJECT_DIR / "tests" / "meldpunt" / "naamparen.toml"
BEVOLKING = 5_000
BEGIN = [
    "Brand",
    "Dorn",
    "Falk",
    "Grim",
    "Hols",
    "Kroon",
    "Lind",
    "Molen",
    "Nijk",
    "Plant",
    "Ruit",
    "Snip",
    "Vlas",
    "Wind",
    "Zand",
]
EINDE = [
    "akker",
    "beek",
    "camp",
    "donk",
    "graaf",
    "huizen",
    "inga",
    "kamp",
    "loop",
    "mans",
    "poel",
    "rade",
    "stra",
    "veld",
    "wijk",
]
EERST = [
    "Bertil",
    "Corne",
    "Dagmar",
    "Evert",
    "Floor",
    "Gijs",
    "Hidde",
    "Ilse",
    "Jelte",
    "Klaas",
    "Lotte",
    "Marit",
    "Niels",
]
TWEEDE = [
    "Odilia",
    "Pim",
    "Roos",
    "Sjors",
    "Teun",
    "Ubbo",
    "Veerle",
    "Wout",
    "Xander",
    "Yme",
    "Zita",
    "Tjitske",
    "Gosse",
]


class Spelling(NamedTuple):
    """Two ways to write a name; ``een`` is how a person is known, ``ander`` what is typed."""

    een: str
    ander: str


def bevolking() -> list[tuple[str, str]]:
    """First and last names of an invented population, each shared by many persons."""
    achternamen = [
        f"{begin}{midden}{einde}"
        for begin, midden, einde in itertools.product(BEGIN, ("", "er", "en"), EINDE)
    ]
    voornamen = [*EERST, *TWEEDE]
    paren = itertools.product(voornamen, achternamen)
    return list(itertools.islice(paren, BEVOLKING))


def spellingen(soort: str) -> list[Spelling]:
    """The pairs ``zelfde`` (must find each other) or ``ander`` (another name)."""
    return [Spelling(*paar) for paar in tomllib.loads(PAREN.read_text("utf-8"))[soort]]
