"""Counting what other pages list: all of it in one query."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from casusregie.ui.blokken import NavItem, Telling
from convenant.models.beschermd import ToegangGeeist

GRENS = 1000


def geteld[T: (NavItem, Telling)](blokken: Sequence[T]) -> list[T]:
    """The same blocks with a number where a list stood; without a number the colour goes too."""
    aantallen = iter(tel([b.aantal for b in blokken if isinstance(b.aantal, QuerySet)]))
    return [
        _ingevuld(blok, next(aantallen)) if isinstance(blok.aantal, QuerySet) else blok
        for blok in blokken
    ]


def tel(lijsten: Sequence[QuerySet[Any]], *, grens: int = GRENS) -> list[str]:
    """How many rows each list has, "1000+" beyond ``grens``: an exact count of many is slow."""
    delen, waarden = [], []
    for lijst in lijsten:
        sql, parameters = _vraag(lijst, grens)
        delen.append(sql)
        waarden += parameters
    if not delen:
        return []
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(delen)}", waarden)
        rij: tuple[int, ...] = cursor.fetchone()
    return [begrensd(aantal, grens) for aantal in rij]


def begrensd(aantal: int, grens: int = GRENS) -> str:
    """A number as a page shows it: "1000+" beyond ``grens``."""
    return f"{grens}+" if aantal > grens else str(aantal)


def _vraag(lijst: QuerySet[Any], grens: int) -> tuple[str, list[Any]]:
    if isinstance(lijst, ToegangGeeist):
        lijst.eis_toegang()
    try:
        sql, waarden = lijst.order_by().values("pk")[: grens + 1].query.sql_with_params()
    except EmptyResultSet:
        return "0", []
    return f"(SELECT count(*) FROM ({sql}) AS lijst)", list(waarden)  # noqa: S608


def _ingevuld[T: (NavItem, Telling)](blok: T, aantal: str) -> T:
    if aantal != "0":
        return replace(blok, aantal=aantal)
    return replace(blok, aantal=aantal, toon=type(blok).toon)
