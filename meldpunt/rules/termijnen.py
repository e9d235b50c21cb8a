"""The terms of the Meldpunt, in days; the municipality sets them in ``settings.TERMIJNEN``."""

from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class Termijnen:
    """Calendar days until a task of this kind is late."""

    terugkoppeling: int
    tweede_persoon: int
    weging_starten: int


def termijnen() -> Termijnen:
    """The terms that hold now."""
    dagen = settings.TERMIJNEN
    return Termijnen(
        terugkoppeling=dagen["terugkoppeling_dagen"],
        tweede_persoon=dagen["tweede_persoon_dagen"],
        weging_starten=dagen["weging_starten_dagen"],
    )
