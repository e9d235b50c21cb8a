"""The accounts of the story."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from convenant.enums import Organisatiesoort
from convenant.models import Convenantversie, Hoedanigheid, Medewerker, Ondertekening, Organisatie

from .mensen import ORGANISATIES, SPELERS, TWEEDE_HOEDANIGHEDEN, WACHTWOORD
from .toneel import Toneel

VERTREKT = {"iris": 9}
"""Who leaves, in so many days."""
NIET_BEVESTIGD = {"loes": -5}
"""Whose role gives nothing any more because nobody confirmed it, since so many days."""


def personeel_aanmaken(toneel: Toneel) -> dict[str, Hoedanigheid]:
    """Everyone with the hoedanigheid in which he plays."""
    van = toneel.moment.date()
    organisaties = {
        sleutel: Organisatie.objects.create(naam=naam, soort=soort, contactpunt=contactpunt)
        for sleutel, (naam, soort, contactpunt) in ORGANISATIES.items()
    }
    _ondertekenen(toneel, organisaties.values())
    spelers = {}
    wachtwoord = make_password(WACHTWOORD)
    for nummer, speler in enumerate(SPELERS):
        medewerker = Medewerker(
            email=speler.email, naam=speler.naam, password=wachtwoord, actief_sinds=toneel.nu
        )
        medewerker.save(force_insert=True)
        spelers[speler.sleutel] = Hoedanigheid.objects.create(
            medewerker=medewerker,
            rol=speler.rol,
            organisatie=organisaties[speler.organisatie],
            van=van,
            tot=_dag(toneel, VERTREKT.get(speler.sleutel)),
            bevestigd_tot=_dag(toneel, NIET_BEVESTIGD.get(speler.sleutel))
            or _bevestigd_tot(toneel, nummer),
        )
    for sleutel, rol, organisatie in TWEEDE_HOEDANIGHEDEN:
        Hoedanigheid.objects.create(
            medewerker=spelers[sleutel].medewerker,
            rol=rol,
            organisatie=organisaties[organisatie],
            van=van,
            bevestigd_tot=_bevestigd_tot(toneel, 1),
        )
    return spelers


def _dag(toneel: Toneel, dagen: int | None) -> date | None:
    return None if dagen is None else toneel.vandaag + timedelta(days=dagen)


def _bevestigd_tot(toneel: Toneel, nummer: int) -> date:
    """Everyone was confirmed in the last year; of some the next time is near."""
    return toneel.vandaag + timedelta(days=20 + 45 * (nummer % 8))


def _ondertekenen(toneel: Toneel, organisaties: Iterable[Organisatie]) -> None:
    """Every party signs the first version; oversight is no party. One signature nears its end."""
    versie = Convenantversie.objects.get(nummer=1)
    for organisatie in organisaties:
        if organisatie.soort == Organisatiesoort.TOEZICHT:
            continue
        bijna = organisatie.soort == Organisatiesoort.WELZIJN
        Ondertekening.objects.create(
            organisatie=organisatie,
            versie=versie,
            ondertekenaar="Bestuurder",
            van=toneel.moment.date(),
            tot=toneel.vandaag + timedelta(days=80) if bijna else None,
            geregistreerd_op=toneel.moment,
        )
