"""Writes docs/bevoegdheden.md from the rules themselves: the table role × deed."""

import importlib
import pkgutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from convenant.enums import Rol
from convenant.handeling import REGELS, Regel

PAD = Path(settings.BASE_DIR) / "docs" / "bevoegdheden.md"
KOP = """# Bevoegdheden

Which role may try which deed. This page is written by `manage.py bevoegdheden --schrijf` from the
rules in the code; a test compares it and tries every empty cell. ✓ means that the role may do the
deed when the conditions of the rule hold (own case, phase, second person …); the rule then says
why not. What a role may *read* are the deelregels of the convenant version in
force; the first one is `convenant/inhoud/convenant_v1.toml`.
"""


class Command(BaseCommand):
    """Show or write the table."""

    help = "Toon de tabel rol × handeling; met --schrijf in docs/bevoegdheden.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--schrijf", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["schrijf"]:
            PAD.write_text(tekst(), encoding="utf-8")
        else:
            self.stdout.write(tekst())


def laad_handelingen() -> None:
    """Import every rules and services module of every room, so that all rules are known."""
    for room in settings.ROOMS:
        for soort in ("rules", "services"):
            pakket = importlib.import_module(f"{room}.{soort}")
            for module in pkgutil.iter_modules(pakket.__path__, f"{pakket.__name__}."):
                importlib.import_module(module.name)


def tekst() -> str:
    """The whole page."""
    laad_handelingen()
    delen = [KOP]
    for room in settings.ROOMS:
        regels = sorted(
            (r for r in REGELS.values() if _room(r) == room), key=lambda regel: regel.naam
        )
        if regels:
            delen.append(_tabel(room, regels))
    return "\n".join(delen)


def _room(regel: Regel) -> str:
    return regel.voorwaarden.__module__.split(".")[0]


def _tabel(room: str, regels: list[Regel]) -> str:
    rollen = [rol for rol in Rol if any(rol in regel.rollen for regel in regels)]
    rijen = [
        f"## {room}",
        "",
        f"| handeling | {' | '.join(rol.label for rol in rollen)} |",
        f"|---|{'---|' * len(rollen)}",
    ]
    for regel in regels:
        cellen = ("✓" if rol in regel.rollen else " " for rol in rollen)
        rijen.append(f"| {regel.naam} | {' | '.join(cellen)} |")
    return "\n".join([*rijen, ""])
