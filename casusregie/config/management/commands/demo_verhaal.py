from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from casusregie.config.demo.verhaal.spelen import verhaal_spelen
from convenant.identiteit import wijd
from convenant.models import Medewerker


class Command(BaseCommand):
    """Play the demo story into an empty database."""

    help = "Speelt het demonstratieverhaal met verzonnen mensen."

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where real people may be."""
        if settings.PRODUCTION:
            raise CommandError("Het demonstratieverhaal hoort niet in productie.")
        if Medewerker.objects.exists():
            raise CommandError("Er zijn al medewerkers; het verhaal begint in een lege database.")
        with transaction.atomic(), wijd():
            verhaal_spelen(timezone.now())
