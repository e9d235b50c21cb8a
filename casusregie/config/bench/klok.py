"""Measuring: alternating runs with the garbage collector quiet, and SQL kept to play it again."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

type Reeks = list[float]
"""The times of one candidate in milliseconds, a value for each round."""

WARM = 3


@contextmanager
def stil() -> Iterator[None]:
    """No garbage collection in the middle of a measurement."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def om_en_om(kandidaten: Mapping[str, Callable[[], object]], rondes: int) -> dict[str, Reeks]:
    """Run the candidates in turn, round after round, so that a busy machine hits all of them."""
    reeksen: dict[str, Reeks] = {naam: [] for naam in kandidaten}
    for _ in range(min(WARM, rondes)):
        for doe in kandidaten.values():
            doe()
    with stil():
        for _ in range(rondes):
            for naam, doe in kandidaten.items():
                reeksen[naam].append(_tijd(doe))
    return reeksen


def _tijd(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def midden(reeks: Reeks) -> float:
    """The median of a series."""
    return statistics.median(reeks)


def verhouding(teller: Reeks, noemer: Reeks) -> float:
    """The median of the ratio round by round: what slowed one also slowed its neighbour."""
    return statistics.median(t / n for t, n in zip(teller, noemer, strict=True))


@dataclass
class Opname:
    """The statements that a piece of work sent, in order."""

    vragen: list[tuple[str, Any]] = field(default_factory=list)

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.vragen.append((sql, params))
        return execute(sql, params, many, context)


def opnemen(doe: Callable[[], object]) -> list[tuple[str, Any]]:
    """Do the work and return the statements that it sent."""
    opname = Opname()
    with connection.execute_wrapper(opname):
        doe()
    return opname.vragen


def afspelen(vragen: list[tuple[str, Any]]) -> None:
    """Send the statements again and fetch what they give, without the ORM."""
    with connection.cursor() as cursor:
        for sql, params in vragen:
            cursor.execute(sql, params)
            if cursor.description:
                cursor.fetchall()


@contextmanager
def op(verbinding: BaseDatabaseWrapper) -> Iterator[None]:
    """Let everything in the block use this connection."""
    vorige = connections["default"]
    connections["default"] = verbinding
    try:
        yield
    finally:
        connections["default"] = vorige
