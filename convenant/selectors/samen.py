"""Several lists in one question to the database: the page of a dossier reads thirty tables.

Each list keeps its own filter of who asks; PostgreSQL answers with one JSON array per list, from
which the rows are made as the list itself would have made them.
"""

import json
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from convenant.identiteit import wijd_gevraagd
from convenant.models.beschermd import ToegangGeeist

PER_VRAAG = 8
"""How many lists go into one question. PostgreSQL plans the policies of many tables at once slower
than those of a few: thirty lists in one question took 52 ms to plan, in four or five 40 ms."""

type Lezer = Callable[[Any], Any]

LEZERS: dict[str, Lezer] = {
    "UUIDField": uuid.UUID,
    "DateField": date.fromisoformat,
    "DateTimeField": datetime.fromisoformat,
}
ZOALS_IN_JSON = frozenset(
    {
        "ArrayField",
        "AutoField",
        "BigAutoField",
        "BooleanField",
        "CharField",
        "FileField",
        "IntegerField",
        "PositiveIntegerField",
        "PositiveSmallIntegerField",
        "TextField",
    }
)
"""Kinds of field of which JSON carries the value; another kind is refused, not guessed."""


@dataclass(frozen=True)
class _Gelezen:
    """A compiler of which the question was asked already: it hands out the rows."""

    compiler: Any
    rijen: list[tuple[Any, ...]]

    def execute_sql(self, *args: Any, **kwargs: Any) -> list[list[tuple[Any, ...]]]:
        return [self.rijen]

    def results_iter(self, results: Any = None, *, tuple_expected: bool = False, **_: Any) -> Any:
        return self.compiler.results_iter([self.rijen], tuple_expected=tuple_expected)

    def __getattr__(self, naam: str) -> Any:
        return getattr(self.compiler, naam)


@dataclass(frozen=True)
class _Deel:
    """One list as part of the question."""

    lijst: QuerySet[Any]
    compiler: Any
    sql: str
    waarden: tuple[Any, ...]

    @property
    def als_json(self) -> str:
        namen = ", ".join(f"k{nummer}" for nummer in range(len(self.compiler.select)))
        return f"(SELECT json_agg(rij)::text FROM ({self.sql}) AS rij({namen}))"  # noqa: S608

    def rijen(self, tekst: str | None) -> list[Any]:
        lezers = [_lezer(kolom.output_field) for kolom, *_ in self.compiler.select]
        rijen = [
            tuple(
                waarde if lezer is None or waarde is None else lezer(waarde)
                for lezer, waarde in zip(lezers, rij.values(), strict=True)
            )
            for rij in json.loads(tekst or "[]")
        ]
        gelezen = _Gelezen(self.compiler, rijen)
        query: Any = self.lijst.query
        query.get_compiler = lambda *_, **__: gelezen
        rijen_van: Any = self.lijst._iterable_class  # type: ignore[attr-defined]
        return list(rijen_van(self.lijst))


def samen(lijsten: Sequence[QuerySet[Any]]) -> list[list[Any]]:
    """The rows of each list, eight lists a question; those that see everything apart."""
    antwoorden: list[list[Any]] = [[] for _ in lijsten]
    for wijd in (False, True):
        plekken = [n for n, lijst in enumerate(lijsten) if getattr(lijst, "_wijd", False) is wijd]
        delen = [(n, deel) for n in plekken if (deel := _deel(lijsten[n])) is not None]
        for groep in batched(delen, PER_VRAAG, strict=False):
            for plek, rijen in _gevraagd(dict(groep), wijd=wijd).items():
                antwoorden[plek] = rijen
    return antwoorden


def _deel(lijst: QuerySet[Any]) -> _Deel | None:
    """The SQL of a list; ``None`` when its filter leaves nothing to ask."""
    if isinstance(lijst, ToegangGeeist):
        lijst.eis_toegang()
    if lijst._prefetch_related_lookups:  # type: ignore[attr-defined]
        raise ValueError(f"{lijst.model.__name__}: prefetch is een vraag apart")
    compiler = lijst.query.get_compiler(using=lijst.db)
    try:
        sql, waarden = compiler.as_sql()
    except EmptyResultSet:
        return None
    return _Deel(lijst, compiler, sql, tuple(waarden))


def _gevraagd(delen: dict[int, _Deel], *, wijd: bool) -> dict[int, list[Any]]:
    sql = f"SELECT {', '.join(deel.als_json for deel in delen.values())}"
    waarden = [waarde for deel in delen.values() for waarde in deel.waarden]
    rij = wijd_gevraagd(sql, waarden) if wijd else _een_rij(sql, waarden)
    return {plek: deel.rijen(tekst) for (plek, deel), tekst in zip(delen.items(), rij, strict=True)}


def _een_rij(sql: str, waarden: list[Any]) -> tuple[Any, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql, waarden)
        rij: tuple[Any, ...] = cursor.fetchone()
    return rij


def _lezer(veld: Any) -> Lezer | None:
    """How a value of this field is read from JSON; ``None``: as it stands there."""
    while veld.remote_field is not None:
        veld = veld.target_field  # type: ignore[attr-defined]
    soort = veld.get_internal_type()
    if soort in ZOALS_IN_JSON:
        return None
    return LEZERS[soort]
