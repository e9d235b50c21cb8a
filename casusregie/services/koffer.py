"""Loading the instrumentenkoffer from ``inhoud/``."""

import tomllib
from pathlib import Path

from casusregie.models import Instrument

INHOUD = Path(__file__).parent.parent / "inhoud" / "instrumentenkoffer.toml"


def koffer_laden() -> int:
    """Bring every instrument up to date with the file; return how many there are."""
    rijen = tomllib.loads(INHOUD.read_text(encoding="utf-8"))["instrument"]
    for rij in rijen:
        velden = {**rij, "geldig_tot": rij["geldig_tot"] or None}
        Instrument.objects.update_or_create(code=velden.pop("code"), defaults=velden)
    return len(rijen)
