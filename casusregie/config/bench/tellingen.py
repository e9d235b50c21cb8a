"""How many questions a page asks, whether that depends on its rows, and how it counts."""

import re
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.urls import reverse

from casusregie.config.bench.klok import om_en_om, op, opnemen, verhouding
from casusregie.config.bench.tabel import Meting
from casusregie.config.bench.wereld import Gebruiker, Wereld
from casusregie.selectors.casus import casussen_gefilterd
from convenant.enums import Fase
from convenant.identiteit import aanmelden

HOOGSTENS = {"lijst": 8, "casus": 20, "mijn werk": 12}
TELT = re.compile(r"\bCOUNT\(", re.IGNORECASE)
BEGRENSD = re.compile(r"\bLIMIT\b|\bGROUP BY\b", re.IGNORECASE)


def meten(wereld: Wereld) -> list[Meting]:
    """The number of queries of each page, and the page Mijn werk against the list."""
    gebruikers = wereld.gebruikers
    aantallen = {
        (pagina, gebruiker.naam): opnemen_van(gebruiker, haal)
        for gebruiker in gebruikers
        for pagina, haal in _paginas(gebruiker).items()
    }
    return [
        *(
            Meting(f"vragen aan de database, {pagina}, {naam}", len(vragen), HOOGSTENS[pagina], "")
            for (pagina, naam), vragen in aantallen.items()
        ),
        _meer_bij_meer_rijen(gebruikers[-1]),
        Meting(
            "tellingen zonder grens op deze bladzijden",
            sum(_onbegrensd(sql) for vragen in aantallen.values() for sql, _ in vragen),
            0,
            "",
        ),
        *(_mijn_werk(wereld, gebruiker) for gebruiker in gebruikers),
    ]


def _paginas(gebruiker: Gebruiker) -> dict[str, Callable[[], Any]]:
    casus = reverse("convenant:dossier_inzien", args=[eerste_casus(gebruiker).dossier_id])
    return {
        "lijst": gebruiker.lijst,
        "casus": lambda: gebruiker.haal(casus),
        "mijn werk": lambda: gebruiker.haal(reverse("convenant:mijn_werk")),
    }


def eerste_casus(gebruiker: Gebruiker) -> Any:
    """A running case that this user may know, with its dossier."""
    with op(gebruiker.verbinding), transaction.atomic():
        toegang = gebruiker.toegang
        aanmelden(toegang)
        lijst = casussen_gefilterd(toegang, {"fase": Fase.UITVOERING})
        return lijst.order_by("herbeoordeling_op", "pk")[0]


def opnemen_van(gebruiker: Gebruiker, haal: Callable[[], Any]) -> list[tuple[str, Any]]:
    """The questions of a page that was asked for before."""
    haal()
    with op(gebruiker.verbinding):
        return opnemen(haal)


def _meer_bij_meer_rijen(gebruiker: Gebruiker) -> Meting:
    """The list with the cases of one risk group, and with a full page."""
    url = reverse("casusregie:casussen")
    groep = eerste_casus(gebruiker).risicogroep
    vol = opnemen_van(gebruiker, lambda: gebruiker.haal(url))
    weinig = opnemen_van(gebruiker, lambda: gebruiker.haal(f"{url}?risicogroep={groep}"))
    verschil = len(vol) - len(weinig)
    return Meting("vragen die een volle lijst meer stelt dan een korte", verschil, 0, "")


def _onbegrensd(sql: str) -> bool:
    return bool(TELT.search(sql)) and not BEGRENSD.search(sql)


def _mijn_werk(wereld: Wereld, gebruiker: Gebruiker) -> Meting:
    url = reverse("convenant:mijn_werk")
    reeksen = om_en_om(
        {"werk": lambda: gebruiker.haal(url), "lijst": gebruiker.lijst}, wereld.schaal.rondes
    )
    naam = f"Mijn werk, {gebruiker.naam} / lijst"
    return Meting(naam, verhouding(reeksen["werk"], reeksen["lijst"]), 2.0)
