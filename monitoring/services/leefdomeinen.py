"""Loading what the steps of each life domain look like from ``inhoud/``."""

import tomllib
from pathlib import Path

from casusregie.enums import Leefdomein
from monitoring.models import Leefdomeintrap

INHOUD = Path(__file__).parent.parent / "inhoud" / "leefdomeinen.toml"


def leefdomeinen_laden() -> int:
    """Bring every step up to date with the file; return how many there are."""
    rijen = tomllib.loads(INHOUD.read_text(encoding="utf-8"))["leefdomein"]
    aantal = 0
    for rij in rijen:
        for trap, omschrijving in enumerate(rij["trap"], 1):
            Leefdomeintrap.objects.update_or_create(
                leefdomein=Leefdomein(rij["code"]),
                trap=trap,
                defaults={"omschrijving": omschrijving},
            )
            aantal += 1
    return aantal
