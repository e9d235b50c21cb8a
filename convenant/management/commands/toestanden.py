"""Writes docs/toestanden.md from the tables of transitions in the enums of all rooms."""

import importlib
from argparse import ArgumentParser
from enum import Enum
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

PAD = Path(settings.BASE_DIR) / "docs" / "toestanden.md"
KOP = """# Toestanden

The states of things and the deeds that move them. This page is written by
`manage.py toestanden --schrijf` from the tables in the `enums.py` of each room; a test compares it.
A step that is not in a table cannot be made.
"""
KOPPEN = {"van": "van", "naar": "naar", "handeling": "handeling", "aan_zet": "daarna aan zet"}


class Command(BaseCommand):
    """Show or write the tables."""

    help = "Toon de tabellen van toestanden; met --schrijf in docs/toestanden.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--schrijf", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["schrijf"]:
            PAD.write_text(tekst(), encoding="utf-8")
        else:
            self.stdout.write(tekst())


def overgangstabellen() -> dict[str, tuple[Any, ...]]:
    """Every table of steps with ``van``, ``naar`` and ``handeling``, by room and name."""
    tabellen: dict[str, tuple[Any, ...]] = {}
    for room in settings.ROOMS:
        enums = importlib.import_module(f"{room}.enums")
        for naam, waarde in vars(enums).items():
            if _is_tabel(waarde):
                tabellen[f"{room}: {naam.lower()}"] = waarde
    return tabellen


def tekst() -> str:
    """The whole page."""
    return "\n".join([KOP, *(_tabel(naam, rijen) for naam, rijen in overgangstabellen().items())])


def _is_tabel(waarde: Any) -> bool:
    return (
        isinstance(waarde, tuple)
        and bool(waarde)
        and {"van", "naar", "handeling"} <= set(getattr(waarde[0], "_fields", ()))
    )


def _tabel(naam: str, rijen: tuple[Any, ...]) -> str:
    velden = [veld for veld in KOPPEN if veld in rijen[0]._fields]
    regels = [
        f"## {naam}",
        "",
        f"| {' | '.join(KOPPEN[veld] for veld in velden)} |",
        f"|{'---|' * len(velden)}",
    ]
    for rij in rijen:
        regels.append(f"| {' | '.join(_woord(getattr(rij, veld)) for veld in velden)} |")
    return "\n".join([*regels, ""])


def _woord(waarde: Any) -> str:
    return str(getattr(waarde, "label", waarde)) if isinstance(waarde, Enum) else str(waarde or "")
