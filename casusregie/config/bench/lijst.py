"""The list of cases: against a page without permissions, between shapes, with size and depth."""

from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from django.db import transaction

from casusregie.config.bench.kaal import kale_lijst
from casusregie.config.bench.klok import (
    Reeks,
    afspelen,
    midden,
    om_en_om,
    op,
    opnemen,
    verhouding,
)
from casusregie.config.bench.tabel import Meting
from casusregie.config.bench.wereld import Gebruiker, Wereld
from casusregie.selectors.casus import casussen_gefilterd
from casusregie.ui.paging import bladeren
from convenant.identiteit import aanmelden, eigen_transactie

VOLGORDE = "herbeoordeling_volgorde"
DIEP = 200


def meten(wereld: Wereld) -> list[Meting]:
    """Whole pages first, then the SQL of the list alone."""
    paginas = _paginas(wereld)
    return [*_naast_elkaar(wereld, paginas), *_groei(wereld), *_diep(wereld), *_rls(wereld)]


def _paginas(wereld: Wereld) -> dict[str, Reeks]:
    kandidaten: dict[str, Callable[[], Any]] = {g.naam: g.lijst for g in wereld.gebruikers}
    kandidaten["kaal"] = kale_lijst(wereld.gebruikers[0], wereld.eigenaar)
    return om_en_om(kandidaten, wereld.schaal.rondes)


def _naast_elkaar(wereld: Wereld, reeksen: dict[str, Reeks]) -> list[Meting]:
    namen = [g.naam for g in wereld.gebruikers]
    midens = {naam: midden(reeksen[naam]) for naam in namen}
    traagst, snelst = max(midens, key=midens.__getitem__), min(midens, key=midens.__getitem__)
    return [
        *(
            Meting(
                f"lijst, {naam} / zelfde pagina zonder rechten",
                verhouding(reeksen[naam], reeksen["kaal"]),
                1.3,
            )
            for naam in namen
        ),
        Meting(
            "lijst, traagste vorm / snelste vorm",
            verhouding(reeksen[traagst], reeksen[snelst]),
            2.0,
        ),
        *(Meting(f"lijst, {naam}", midens[naam], None, "ms") for naam in namen),
        Meting("lijst zonder rechten", midden(reeksen["kaal"]), None, "ms"),
    ]


def _groei(wereld: Wereld) -> list[Meting]:
    metingen = []
    for nu, toen in zip(wereld.gebruikers, wereld.gebruikers_begin, strict=True):
        reeksen = om_en_om({"nu": nu.lijst, "toen": toen.lijst}, wereld.schaal.rondes)
        metingen.append(
            Meting(
                f"lijst, {nu.naam}: {wereld.schaal.casussen} / {wereld.schaal.begin} casussen",
                verhouding(reeksen["nu"], reeksen["toen"]),
                1.25,
            )
        )
    return metingen


def _diep(wereld: Wereld) -> list[Meting]:
    """Page 200, or the last one of whoever has fewer, against page 1."""
    metingen = []
    for gebruiker in wereld.gebruikers[:2]:
        bladzij, wijzer = _wijzer_naar(gebruiker)
        reeksen = om_en_om(
            {"een": gebruiker.lijst, "diep": lambda g=gebruiker, w=wijzer: g.lijst(w)},  # type: ignore[misc]
            wereld.schaal.rondes,
        )
        naam = f"lijst, {gebruiker.naam}: bladzijde {bladzij} / bladzijde 1"
        metingen.append(Meting(naam, verhouding(reeksen["diep"], reeksen["een"]), 1.5))
    return metingen


def _wijzer_naar(gebruiker: Gebruiker) -> tuple[int, str]:
    wijzer, bladzij = "", 1
    with op(gebruiker.verbinding), eigen_transactie():
        toegang = gebruiker.toegang
        aanmelden(toegang)
        while bladzij < DIEP:
            volgende = bladeren(casussen_gefilterd(toegang, {}), wijzer, op=VOLGORDE).volgende
            if not volgende:
                break
            wijzer, bladzij = volgende, bladzij + 1
    return bladzij, wijzer


def _rls(wereld: Wereld) -> list[Meting]:
    return [
        Meting(
            f"lijst, {gebruiker.naam}: SQL-tijd die RLS toevoegt",
            _met_en_zonder(wereld, gebruiker) - 1,
            0.5,
            "deel",
        )
        for gebruiker in wereld.gebruikers
    ]


def _met_en_zonder(wereld: Wereld, gebruiker: Gebruiker) -> float:
    vragen = vragen_van_lijst(gebruiker)
    with ExitStack() as samen:
        for verbinding in (wereld.eigenaar, wereld.app):
            samen.enter_context(op(verbinding))
            samen.enter_context(transaction.atomic())
            aanmelden(gebruiker.toegang)
        reeksen = om_en_om(
            {
                "met": lambda: afspelen(vragen),
                "zonder": lambda: _als(wereld.eigenaar, vragen),
            },
            wereld.schaal.rondes * 2,
        )
    return verhouding(reeksen["met"], reeksen["zonder"])


def vragen_van_lijst(gebruiker: Gebruiker) -> list[tuple[str, Any]]:
    """The SQL of the first page of the list, for this user."""
    with op(gebruiker.verbinding), eigen_transactie():
        toegang = gebruiker.toegang
        aanmelden(toegang)
        return opnemen(lambda: bladeren(casussen_gefilterd(toegang, {}), "", op=VOLGORDE))


def _als(verbinding: Any, vragen: list[tuple[str, Any]]) -> None:
    with op(verbinding):
        afspelen(vragen)
