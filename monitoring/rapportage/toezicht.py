"""The toezichtrapport: which parts it has, in order."""

from collections.abc import Callable, Sequence

from convenant.toegang import Toegang
from monitoring.rapportage import casussen, meldingen, termijnen, wegingen
from monitoring.rapportage.blad import Blok
from monitoring.rapportage.periode import Periode

type Blokmaker = Callable[[Toegang, Periode], Blok]

DELEN: Sequence[tuple[str, Blokmaker]] = (
    ("Meldingen tellen", meldingen.blok),
    ("Duidingen tellen", meldingen.duidingblok),
    ("Doorlooptijden berekenen", wegingen.doorlooptijdenblok),
    ("Wegingen en besluiten tellen", wegingen.blok),
    ("Casussen tellen", casussen.blok),
    ("Termijnen nagaan", termijnen.blok),
)
