"""The people of the benchmark: 400 users in three shapes, by what they see."""

from dataclasses import dataclass

from casusregie.config.bench.schaal import MEDEWERKERS, ZIET_ALLES, Schaal
from convenant.enums import Relatie, Rol


@dataclass(frozen=True)
class Vorm:
    """A shape of user: how much of the cases someone sees."""

    naam: str
    rol: Rol
    relatie: Relatie | None
    eerste: int

    @property
    def email(self) -> str:
        """The account that stands for this shape."""
        return f"bench-{self.eerste}@voorbeeld.test"


def vormen(schaal: Schaal) -> tuple[Vorm, Vorm, Vorm]:
    """Sees all, sees some thousands, sees fifty: with the number of the first account of each."""
    regisseur = ZIET_ALLES + 1
    return (
        Vorm("ziet alles", Rol.PROCESREGISSEUR, None, 1),
        Vorm("ziet duizenden", Rol.CASUSREGISSEUR, Relatie.REGISSEUR, regisseur),
        Vorm("ziet vijftig", Rol.PARTNER, Relatie.PARTNER, regisseur + schaal.regisseurs),
    )


def partners(schaal: Schaal) -> int:
    """How many users see fifty cases: everyone who is left."""
    return MEDEWERKERS - ZIET_ALLES - schaal.regisseurs
