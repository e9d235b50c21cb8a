"""Loading the frameworks from ``inhoud/``: a version, once loaded, never changes."""

import tomllib
from pathlib import Path
from typing import Any

from beoordeling.enums import Kadersoort
from beoordeling.models import Indicator, Kader, Kaderdeel
from convenant.enums import Categorie

INHOUD = Path(__file__).parent.parent / "inhoud"


def kaders_laden() -> int:
    """Load every framework file that is not there yet; return how many were new."""
    nieuw = 0
    for pad in sorted(INHOUD.glob("kader_v*.toml")):
        nieuw += _laden(Kadersoort.BEOORDELING, pad, "deel", "indicator", _indicator)
    for pad in sorted(INHOUD.glob("weging_v*.toml")):
        nieuw += _laden(Kadersoort.WEGING, pad, "onderdeel", "vraag", _vraag)
    return nieuw


def _laden(soort: Kadersoort, pad: Path, delen: str, regels: str, velden: Any) -> bool:
    inhoud = tomllib.loads(pad.read_text(encoding="utf-8"))
    if Kader.objects.filter(soort=soort, versie=inhoud["versie"]).exists():
        return False
    kader = Kader.objects.create(
        soort=soort,
        versie=inhoud["versie"],
        naam=inhoud["naam"],
        toelichting=inhoud["toelichting"].strip(),
        geldig_van=inhoud["geldig_van"],
    )
    for volgorde, rij in enumerate(inhoud[delen], 1):
        deel = Kaderdeel.objects.create(
            kader=kader,
            code=rij["code"],
            naam=rij["naam"],
            uitleg=rij["uitleg"],
            categorie=rij.get("categorie", Categorie.GEWOON),
            volgorde=volgorde,
        )
        Indicator.objects.bulk_create(
            Indicator(deel=deel, code=regel["code"], volgorde=plek, **velden(regel))
            for plek, regel in enumerate(rij[regels], 1)
        )
    return True


def _indicator(regel: dict[str, Any]) -> dict[str, Any]:
    return {naam: regel[naam] for naam in ("naam", "stroom", "uitleg", "vragen", "nooit_alleen")}


def _vraag(regel: dict[str, Any]) -> dict[str, Any]:
    return {"naam": regel["tekst"], "uitleg": regel["hulp"]}
