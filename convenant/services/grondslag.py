"""Grondslagen: added and ended, never removed, for rules of old versions rest on them."""

from datetime import date

from django.utils.text import slugify

from convenant.handeling import Geweigerd, handeling
from convenant.models import Grondslag
from convenant.rules import grondslag as rules
from convenant.toegang import Toegang

CODE_LANGST = 40


@handeling(rules.grondslag_toevoegen)
def grondslag_toevoegen(
    toegang: Toegang, *, naam: str, wet: str, geldig_van: date, geldig_tot: date | None = None
) -> Grondslag:
    """Write down which law gives a ground, and from when until when.

    Raises ``Geweigerd`` when there is one with this name already.
    """
    rules.periode_kan(geldig_van, geldig_tot)
    code = slugify(naam)[:CODE_LANGST]
    bekend = Grondslag.objects.filter(naam__iexact=naam) | Grondslag.objects.filter(code=code)
    if not code or bekend.exists():
        raise Geweigerd(
            "Er is al een grondslag met deze naam. Kies een naam die duidelijk anders is."
        )
    return Grondslag.objects.create(
        code=code, naam=naam, wet=wet, geldig_van=geldig_van, geldig_tot=geldig_tot
    )


@handeling(rules.grondslag_beeindigen)
def grondslag_beeindigen(
    toegang: Toegang, grondslag: Grondslag, *, geldig_tot: date, reden: str
) -> Grondslag:
    """Give it a last day: no version can be established with it after that.

    What holds already goes on until a next version: the law is no switch for access.
    """
    if geldig_tot < toegang.vandaag:
        raise Geweigerd("De laatste dag is op zijn vroegst vandaag.")
    rules.periode_kan(grondslag.geldig_van, geldig_tot)
    grondslag.geldig_tot = geldig_tot
    grondslag.eindreden = reden
    grondslag.save(update_fields=["geldig_tot", "eindreden"])
    return grondslag
