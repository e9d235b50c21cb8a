"""The figures as a table for people and as JSON for machines; a missed limit shows itself."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Meting:
    """One figure, written so that smaller is better; without a limit it is only shown."""

    name: str
    value: float
    limit: float | None
    unit: str = "×"

    @property
    def gemist(self) -> bool:
        """Whether the limit is missed."""
        return self.limit is not None and self.value > self.limit


def tonen(metingen: Iterable[Meting]) -> str:
    """The table as text, one figure a line."""
    kop = f"{'meting':<74}{'waarde':>10}  {'grens':>8}  {'eenheid':<12}"
    return "\n".join([kop, "-" * len(kop), *(_regel(meting) for meting in metingen)])


def _regel(meting: Meting) -> str:
    grens = "" if meting.limit is None else _getal(meting.limit)
    oordeel = "GEMIST" if meting.gemist else ("" if meting.limit is None else "ok")
    return (
        f"{meting.name:<74}{_getal(meting.value):>10}  {grens:>8}  {meting.unit:<12}{oordeel}"
    ).rstrip()


def _getal(waarde: float) -> str:
    return f"{waarde:.0f}" if waarde == int(waarde) and abs(waarde) >= 2 else f"{waarde:.3g}"


def bewaren(metingen: Iterable[Meting], bestand: Path) -> None:
    """Write the figures as a list of objects."""
    regels = [asdict(meting) | {"value": round(meting.value, 4)} for meting in metingen]
    bestand.parent.mkdir(parents=True, exist_ok=True)
    bestand.write_text(json.dumps(regels, indent=2, ensure_ascii=False) + "\n", "utf-8")


def machine() -> str:
    """On what these figures were measured."""
    cpu = next(
        (
            regel.split(":", 1)[1].strip()
            for regel in _regels(Path("/proc/cpuinfo"))
            if regel.startswith("model name")
        ),
        platform.processor() or platform.machine(),
    )
    return (
        f"{cpu}, {os.cpu_count()} kernen, {platform.system()}, Python {platform.python_version()}"
    )


def _regels(bestand: Path) -> list[str]:
    return bestand.read_text().splitlines() if bestand.exists() else []
