"""How large the world of a run is, and how often each thing is measured."""

from dataclasses import dataclass

from casusregie.config import env

ORGANISATIES = 30
MEDEWERKERS = 400
ZIET_ALLES = 10
PER_REGISSEUR = 5_000
VIJFTIG = 50


@dataclass(frozen=True)
class Schaal:
    """One size of run; ``begin`` is the small world from which growth is measured."""

    naam: str
    casussen: int
    begin: int
    logregels: int
    rondes: int
    paren: int = 1
    """One in how many pairs of spellings is searched."""
    guardian: bool = True
    server: str = "demo"

    @property
    def regisseurs(self) -> int:
        """How many people lead the cases, so that each leads some thousands."""
        return max(1, self.casussen // PER_REGISSEUR)

    def kleiner(self) -> "Schaal":
        """The small world beside this one: the same people, fewer cases."""
        return Schaal(
            self.naam, self.begin, self.begin, self.begin * 10, self.rondes, guardian=False
        )


SCHALEN = {
    "klein": Schaal("klein", 1_000, 100, 1_000, 1, paren=8, server="dev"),
    "gewoon": Schaal("gewoon", 100_000, 1_000, 1_000_000, 11),
    "national": Schaal("national", 1_000_000, 1_000, 10_000_000, 11, guardian=False),
}


def gekozen() -> Schaal:
    """The size that ``SCALE`` asks for."""
    return SCHALEN[env.choice("SCALE", tuple(SCHALEN), "gewoon")]
