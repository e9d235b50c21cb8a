"""Searching a name in any spelling: what it costs, and whom it finds."""

from typing import Any

from django.urls import reverse

from casusregie.config.bench.klok import om_en_om, op, verhouding
from casusregie.config.bench.namen import Spelling, bevolking, spellingen
from casusregie.config.bench.tabel import Meting
from casusregie.config.bench.wereld import Gebruiker, Wereld
from convenant.guard.context import ZOEKROLLEN
from convenant.identiteit import aanmelden, eigen_transactie
from convenant.toegang import Toegang
from meldpunt.selectors.zoeken import kandidaten

VRAGEN = 8
EERSTE = 10


def meten(wereld: Wereld) -> list[Meting]:
    """The page of a search against the list; recall and noise over the pairs of the repository."""
    zoekers = [g for g in wereld.gebruikers if g.vorm.rol in ZOEKROLLEN]
    return [*(_pagina(wereld, zoeker) for zoeker in zoekers), *_trefkans(wereld, zoekers[0])]


def _pagina(wereld: Wereld, zoeker: Gebruiker) -> Meting:
    vragen = [naam for paar in zip(_bevolking(), _gespeld(), strict=True) for naam in paar]
    beurt = iter(vragen * wereld.schaal.rondes)

    def zoek() -> Any:
        return zoeker.stuur(reverse("meldpunt:zoeken"), {"vraag": next(beurt)})

    reeksen = om_en_om({"zoek": zoek, "lijst": zoeker.lijst}, wereld.schaal.rondes)
    naam = f"zoeken op naam, {zoeker.naam} / lijst"
    return Meting(naam, verhouding(reeksen["zoek"], reeksen["lijst"]), 2.5)


def _bevolking() -> list[str]:
    mensen = bevolking()
    return [" ".join(naam) for naam in mensen[:: len(mensen) // VRAGEN][:VRAGEN]]


def _gespeld() -> list[str]:
    paren = spellingen("zelfde")
    return [paar.ander for paar in paren[:: len(paren) // VRAGEN][:VRAGEN]]


def _trefkans(wereld: Wereld, zoeker: Gebruiker) -> list[Meting]:
    """Whoever is known under one spelling, is searched under the other, among everyone."""
    stap = wereld.schaal.paren
    zelfde, ander = spellingen("zelfde")[::stap], spellingen("ander")[::stap]
    with op(zoeker.verbinding), eigen_transactie():
        toegang = zoeker.toegang
        aanmelden(toegang)
        plekken = [_plek(toegang, paar) for paar in zelfde]
        ruis = [_plek(toegang, paar) for paar in ander]
    gevonden = [plek for plek in plekken if plek is not None]
    bovenaan = [plek for plek in gevonden if plek < EERSTE]
    return [
        Meting(
            f"zoeken: niet gevonden van {len(zelfde)} spellingparen",
            1 - len(gevonden) / len(zelfde),
            0.05,
            "deel",
        ),
        Meting(
            f"zoeken: gevonden, maar niet bij de eerste {EERSTE}",
            1 - len(bovenaan) / max(1, len(gevonden)),
            None,
            "deel",
        ),
        Meting(
            f"zoeken: ten onrechte gevonden van {len(ander)} andere namen",
            sum(plek is not None for plek in ruis) / len(ander),
            None,
            "deel",
        ),
    ]


def _plek(toegang: Toegang, paar: Spelling) -> int | None:
    """Where the person stands among the hits, or ``None``."""
    namen = [k.persoon.volledige_naam for k in kandidaten(toegang, paar.ander)]
    return namen.index(paar.een) if paar.een in namen else None
