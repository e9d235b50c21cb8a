from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from beoordeling.services.kader import kaders_laden
from casusregie.services.koffer import koffer_laden
from convenant.services.convenantinhoud import convenant_laden
from monitoring.services.leefdomeinen import leefdomeinen_laden


class Command(BaseCommand):
    """Load the content that ships with the application: convenant, kaders, koffer, leefdomeinen."""

    help = "Laadt het convenant, het beoordelingskader, de instrumentenkoffer en de leefdomeinen."

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Load what is new; what was loaded before stays as it is or is brought up to date."""
        self.stdout.write(f"regels van het convenant: {convenant_laden()} nieuw")
        self.stdout.write(f"kaders: {kaders_laden()} nieuw")
        self.stdout.write(f"instrumenten: {koffer_laden()}")
        self.stdout.write(f"treden van leefdomeinen: {leefdomeinen_laden()}")
