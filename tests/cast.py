"""The people of the tests: one per role, each with a name, so that a test reads as a story."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from convenant.enums import Organisatiesoort, Rol
from convenant.models import Convenantversie, Hoedanigheid, Medewerker, Ondertekening, Organisatie
from convenant.selectors.regels import geldende_versies, regelboek
from convenant.selectors.toegang import SESSIESLEUTEL, toegang_laden
from convenant.toegang import Toegang

WACHTWOORD = "een lang wachtwoord 42"
NU = datetime(2026, 11, 18, 9, 30, tzinfo=UTC)
"""A Wednesday morning: the moment of every test that does not choose another."""

LANG = date(2099, 1, 1)
"""So long nobody has to confirm a hoedanigheid, unless a test is about that."""

SOORT, R = Organisatiesoort, Rol
ORGANISATIES = {
    "gemeente": ("Gemeente, OOV", SOORT.GEMEENTE),
    "politie": ("Politie-eenheid", SOORT.POLITIE),
    "om": ("Arrondissementsparket", SOORT.OM),
    "ggz": ("GGZ De Linde", SOORT.ZORG),
    "reclassering": ("Reclassering", SOORT.RECLASSERING),
    "school": ("Het Baken College", SOORT.SCHOOL),
    "andere_school": ("De Meander", SOORT.SCHOOL),
    "commissie": ("Commissie van Toezicht", SOORT.TOEZICHT),
}
MENSEN = {
    "samira": ("Samira Bos", R.MAP_MEDEWERKER, "gemeente"),
    "joost": ("Joost Vermaat", R.MAP_MEDEWERKER, "gemeente"),
    "paula": ("Paula Stroom", R.PROCESREGISSEUR, "gemeente"),
    "pieter": ("Pieter Zand", R.PROCESREGISSEUR, "gemeente"),
    "rik": ("Rik de Boer", R.CASUSREGISSEUR, "gemeente"),
    "wendy": ("Wendy Kaya", R.CASUSREGISSEUR, "gemeente"),
    "ruben": ("Ruben Post", R.CASUSREGISSEUR, "gemeente"),
    "gemma": ("Gemma Vos", R.LID_WEEGPLOEG, "gemeente"),
    "piet": ("Piet Haan", R.LID_WEEGPLOEG, "politie"),
    "olga": ("Olga Smit", R.LID_WEEGPLOEG, "om"),
    "zoe": ("Zoë Linden", R.PARTNER, "ggz"),
    "ron": ("Ron Achterberg", R.PARTNER, "reclassering"),
    "sanne": ("Sanne Prins", R.ACCOUNTHOUDER, "school"),
    "mark": ("Mark Ruiter", R.ACCOUNTHOUDER, "andere_school"),
    "bas": ("Bas Koning", R.BESTUURSADVISEUR, "gemeente"),
    "femke": ("Femke Burg", R.BESLISSER, "gemeente"),
    "loco": ("Loes Coenen", R.BESLISSER, "gemeente"),
    "leo": ("Leo Dijkman", R.LEIDINGGEVENDE, "gemeente"),
    "cora": ("Cora Wijs", R.LID_COMMISSIE, "commissie"),
    "frits": ("Frits Gal", R.FG, "gemeente"),
    "bram": ("Bram Bakker", R.FUNCTIONEEL_BEHEERDER, "gemeente"),
    "anja": ("Anja Mol", R.ACCOUNTBEHEERDER, "gemeente"),
}


@dataclass
class Speler:
    """One person of the cast, in one hoedanigheid."""

    sleutel: str
    hoedanigheid: Hoedanigheid

    @property
    def medewerker(self) -> Medewerker:
        return self.hoedanigheid.medewerker

    @property
    def organisatie(self) -> Organisatie:
        return self.hoedanigheid.organisatie

    def op(self, moment: datetime = NU) -> Toegang:
        """Who asks, loaded afresh at ``moment``: involvement given meanwhile counts."""
        return toegang_laden(self.hoedanigheid, moment)

    @property
    def toegang(self) -> Toegang:
        return self.op()


class Cast:
    """Everyone, made when first named: ``cast.samira.toegang``, ``cast.organisatie("ggz")``."""

    def __init__(self) -> None:
        self._spelers: dict[str, Speler] = {}
        self._organisaties: dict[str, Organisatie] = {}

    def __getattr__(self, sleutel: str) -> Speler:
        if sleutel not in MENSEN:
            raise AttributeError(sleutel)
        if sleutel not in self._spelers:
            self._spelers[sleutel] = self._maak(sleutel)
        return self._spelers[sleutel]

    def organisatie(self, sleutel: str) -> Organisatie:
        if sleutel not in self._organisaties:
            naam, soort = ORGANISATIES[sleutel]
            self._organisaties[sleutel] = Organisatie.objects.create(naam=naam, soort=soort)
            if soort != SOORT.TOEZICHT:
                ondertekend(self._organisaties[sleutel])
        return self._organisaties[sleutel]

    def iedereen(self) -> list[Speler]:
        return [getattr(self, sleutel) for sleutel in MENSEN]

    def per_rol(self) -> dict[Rol, Speler]:
        """One person for each role."""
        spelers: dict[Rol, Speler] = {}
        for speler in self.iedereen():
            spelers.setdefault(Rol(speler.hoedanigheid.rol), speler)
        return spelers

    def weegploeg(self) -> list[Speler]:
        return [self.gemma, self.piet, self.olga]

    def _maak(self, sleutel: str) -> Speler:
        naam, rol, organisatie = MENSEN[sleutel]
        medewerker = Medewerker.objects.create_user(
            f"{sleutel}@voorbeeld.test", WACHTWOORD, naam=naam
        )
        hoedanigheid = Hoedanigheid.objects.create(
            medewerker=medewerker,
            rol=rol,
            organisatie=self.organisatie(organisatie),
            van=date(2020, 1, 1),
            bevestigd_tot=LANG,
        )
        return Speler(sleutel, hoedanigheid)


def ondertekend(organisatie: Organisatie, **velden: Any) -> Ondertekening:
    """A signature under the first version, valid unless told otherwise."""
    return Ondertekening.objects.create(
        organisatie=organisatie,
        versie=Convenantversie.objects.get(nummer=1),
        ondertekenaar="Bestuurder",
        geregistreerd_op=NU,
        **{"van": date(2020, 1, 1)} | velden,
    )


def later(toegang: Toegang, **delta: float) -> Toegang:
    """The same asker some time later (``later(t, days=1)``); involvement is not loaded again."""
    return replace(toegang, moment=toegang.moment + timedelta(**delta))


@pytest.fixture
def cast(db: None) -> Cast:
    """Nobody yet; the rules in force are read beforehand, as in a process that runs for a while."""
    regelboek(geldende_versies(NU).values_list("pk", flat=True)[0])
    return Cast()


@pytest.fixture
def als(db: None) -> Iterator[Callable[[Speler], Client]]:
    """``als(cast.rik)`` is a browser in which Rik is logged in; its clock begins at ``NU``."""

    def inloggen(speler: Speler) -> Client:
        client = Client()
        client.force_login(speler.medewerker, settings.AUTHENTICATION_BACKENDS[0])
        sessie = client.session
        sessie[SESSIESLEUTEL] = str(speler.hoedanigheid.pk)
        sessie.save()
        return client

    with time_machine.travel(NU, tick=True):
        yield inloggen
