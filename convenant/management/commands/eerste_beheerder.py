import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from convenant.enums import Logsoort, Organisatiesoort, Rol
from convenant.logboek import log_schrijven
from convenant.models import Hoedanigheid, Medewerker, Organisatie
from convenant.rules.termijnen import jaar_later
from convenant.selectors.toegang import toegang_laden


class Command(BaseCommand):
    """The one account that no functioneel beheerder made: the first functioneel beheerder.

    Also the way back in when none is left whose role holds: closed, ended or not confirmed.
    """

    help = "Maak de eerste functioneel beheerder, als er geen is van wie de rol geldt."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--naam", default="Functioneel beheerder")
        parser.add_argument("--gemeente", default="Gemeente")

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        vandaag = timezone.localdate()
        geldig = Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(vandaag))
        if geldig.filter(rol=Rol.FUNCTIONEEL_BEHEERDER).exists():
            raise CommandError("Er is al een functioneel beheerder. Die voegt de anderen toe.")
        if Medewerker.objects.filter(email__iexact=options["email"]).exists():
            raise CommandError("Er is al een account met dit e-mailadres.")
        wachtwoord = secrets.token_urlsafe(18)
        gemeente, _ = Organisatie.objects.get_or_create(
            naam=options["gemeente"], defaults={"soort": Organisatiesoort.GEMEENTE}
        )
        moment = timezone.now()
        hoedanigheid = Hoedanigheid.objects.create(
            medewerker=Medewerker.objects.create_user(
                options["email"], wachtwoord, naam=options["naam"]
            ),
            rol=Rol.FUNCTIONEEL_BEHEERDER,
            organisatie=gemeente,
            van=vandaag,
            bevestigd_tot=jaar_later(vandaag),
        )
        log_schrijven(
            toegang_laden(hoedanigheid, moment),
            Logsoort.HANDELING,
            "eerste_beheerder",
            onderwerp=hoedanigheid,
        )
        self.stdout.write(f"Wachtwoord, wijzig het na de eerste keer inloggen: {wachtwoord}")
