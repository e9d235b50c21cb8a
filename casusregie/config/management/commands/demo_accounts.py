from typing import Any

from django.core.management.base import BaseCommand

from casusregie.config.demo.verhaal.mensen import ORGANISATIES, SPELERS, WACHTWOORD


class Command(BaseCommand):
    """Print the accounts of the demo, one per role."""

    help = "Toont de demonstratieaccounts, één per rol."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line each: role, address, organisation."""
        for speler in SPELERS:
            if speler.demo:
                organisatie = ORGANISATIES[speler.organisatie][0]
                self.stdout.write(f"  {speler.rol.label:36} {speler.email:26} {organisatie}")
        self.stdout.write(f"  Wachtwoord voor alle accounts: {WACHTWOORD}")
