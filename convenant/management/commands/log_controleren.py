from typing import Any

from django.core.management.base import BaseCommand, CommandError

from convenant import logboek
from convenant.models import Zegel


class Command(BaseCommand):
    """Someone independent can run this: it needs to read the logboek and nothing else."""

    help = "Reken elke regel en elk zegel van het logboek na."

    def handle(self, *args: Any, **options: Any) -> None:
        bevindingen = logboek.log_controleren()
        if bevindingen:
            raise CommandError("\n".join(bevindingen))
        laatste = Zegel.objects.order_by("-volgnummer").first()
        staart = f" Laatste wortel: {laatste.wortel}" if laatste else " Er is nog geen zegel."
        self.stdout.write(f"Het logboek klopt.{staart}")
