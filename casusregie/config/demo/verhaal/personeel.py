"""The accounts of the story."""

from django.contrib.auth.hashers import make_password

from convenant.models import Hoedanigheid, Medewerker, Organisatie

from .mensen import ORGANISATIES, SPELERS, TWEEDE_HOEDANIGHEDEN, WACHTWOORD
from .toneel import Toneel


def personeel_aanmaken(toneel: Toneel) -> dict[str, Hoedanigheid]:
    """Everyone with the hoedanigheid in which he plays."""
    van = toneel.moment.date()
    organisaties = {
        sleutel: Organisatie.objects.create(naam=naam, soort=soort, contactpunt=contactpunt)
        for sleutel, (naam, soort, contactpunt) in ORGANISATIES.items()
    }
    spelers = {}
    wachtwoord = make_password(WACHTWOORD)
    for speler in SPELERS:
        medewerker = Medewerker(email=speler.email, naam=speler.naam, password=wachtwoord)
        medewerker.save(force_insert=True)
        spelers[speler.sleutel] = Hoedanigheid.objects.create(
            medewerker=medewerker,
            rol=speler.rol,
            organisatie=organisaties[speler.organisatie],
            van=van,
        )
    for sleutel, rol, organisatie in TWEEDE_HOEDANIGHEDEN:
        Hoedanigheid.objects.create(
            medewerker=spelers[sleutel].medewerker,
            rol=rol,
            organisatie=organisaties[organisatie],
            van=van,
        )
    return spelers
