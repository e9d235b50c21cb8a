"""The texts of the story, read from ``verhaal_teksten.toml``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

BESTAND = Path(__file__).parent.parent / "verhaal_teksten.toml"


@cache
def teksten() -> dict[str, list[dict[str, Any]]]:
    """All material by kind: melding, persoon, contact, doel, incident, advies, nota, …"""
    return tomllib.loads(BESTAND.read_text(encoding="utf-8"))


def tekst(soort: str, nummer: int) -> dict[str, Any]:
    """The text with this number, counting on from the start after the last."""
    rijen = teksten()[soort]
    return rijen[nummer % len(rijen)]
