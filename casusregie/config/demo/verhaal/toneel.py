"""The stage: who acts, at what moment, and what happens next."""

import heapq
import random
from collections.abc import Generator, Iterable
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from convenant.models import Hoedanigheid
from convenant.selectors.toegang import toegang_laden
from convenant.toegang import Toegang

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
SEED = 20181

type Verloop = Generator[datetime]
"""The course of one case: yields the moment at which it wants to go on."""


class Toneel:
    """Plays courses side by side in the order of time, up to ``nu``."""

    def __init__(self, nu: datetime, spelers: dict[str, Hoedanigheid]) -> None:
        self.nu = nu
        self.moment = nu
        self.spelers = spelers
        self.toeval = random.Random(SEED)  # noqa: S311  the story must come out the same each time

    @property
    def vandaag(self) -> date:
        """The day on which the story ends."""
        return self.nu.astimezone(AMSTERDAM).date()

    def dag(self, dagen_geleden: float, uur: int = 10, minuut: int = 0) -> datetime:
        """A moment in office hours on the working day ``dagen_geleden`` days before today."""
        dag = self.vandaag - timedelta(days=int(dagen_geleden))
        while dag.weekday() > 4:
            dag -= timedelta(days=1)
        return datetime.combine(dag, time(uur, minuut), AMSTERDAM)

    def na(self, dagen: float, uur: int = 10) -> datetime:
        """A moment in office hours ``dagen`` days after the present one, on a working day."""
        dag = self.moment.astimezone(AMSTERDAM).date() + timedelta(days=int(dagen))
        while dag.weekday() > 4:
            dag += timedelta(days=1)
        later = datetime.combine(dag, time(uur, self.toeval.randrange(0, 60)), AMSTERDAM)
        return max(later, self.moment + timedelta(minutes=5))

    def als(self, wie: str) -> Toegang:
        """Who asks, with the involvement of the present moment."""
        return toegang_laden(self.spelers[wie], self.moment)

    def speel(self, verlopen: Iterable[Verloop]) -> None:
        """Let every course go on at its own moments until all have ended or lie after today."""
        volgorde = count()
        wachtrij: list[tuple[datetime, int, Verloop]] = []
        for verloop in verlopen:
            self._verder(verloop, wachtrij, volgorde)
        while wachtrij:
            self.moment, _, verloop = heapq.heappop(wachtrij)
            self._verder(verloop, wachtrij, volgorde)

    def _verder(
        self,
        verloop: Verloop,
        wachtrij: list[tuple[datetime, int, Verloop]],
        volgorde: "count[int]",
    ) -> None:
        moment = next(verloop, None)
        if moment is not None and moment <= self.nu:
            heapq.heappush(wachtrij, (moment, next(volgorde), verloop))
