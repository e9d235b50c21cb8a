"""The filled databases with a browser for each shape of user: what every measurement works on."""

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casusregie.config import embedded
from casusregie.config.bench.databases import naam_van
from casusregie.config.bench.klok import op
from casusregie.config.bench.mensen import Vorm, vormen
from casusregie.config.bench.schaal import Schaal
from convenant.models import Hoedanigheid
from convenant.selectors.toegang import toegang_laden
from convenant.toegang import Toegang


class OnverwachtError(Exception):
    """A page did not answer as it should, so that its time says nothing."""


@dataclass(frozen=True)
class Gebruiker:
    """One shape of user, logged in on one database."""

    vorm: Vorm
    verbinding: BaseDatabaseWrapper
    client: Client
    hoedanigheid: Hoedanigheid

    @property
    def naam(self) -> str:
        return self.vorm.naam

    @property
    def toegang(self) -> Toegang:
        """Who asks, loaded now; in a block of ``op(verbinding)``."""
        return toegang_laden(self.hoedanigheid, timezone.now())

    def haal(self, url: str) -> HttpResponse:
        """Ask for a page through the whole application."""
        with op(self.verbinding):
            return _goed(self.client.get(url))

    def stuur(self, url: str, gegevens: dict[str, str]) -> HttpResponse:
        """Send a form through the whole application."""
        with op(self.verbinding):
            return _goed(self.client.post(url, gegevens))

    def lijst(self, vanaf: str = "") -> HttpResponse:
        """The list of cases."""
        return self.haal(reverse("casusregie:casussen") + (f"?vanaf={vanaf}" if vanaf else ""))


@dataclass(frozen=True)
class Wereld:
    """The world that is measured, and the small one from which growth is measured."""

    schaal: Schaal

    @cached_property
    def app(self) -> BaseDatabaseWrapper:
        """The role of the application: row-level security holds."""
        return _verbinding(self.schaal, embedded.APP)

    @cached_property
    def eigenaar(self) -> BaseDatabaseWrapper:
        """The owner of the tables, who sees every row: SQL without any permission."""
        return _verbinding(self.schaal, embedded.OWNER)

    @cached_property
    def gebruikers(self) -> tuple[Gebruiker, ...]:
        """One user of each shape in this world."""
        return _gebruikers(self.schaal, self.schaal, self.app)

    @cached_property
    def gebruikers_begin(self) -> tuple[Gebruiker, ...]:
        """The same users in the small world."""
        begin = self.schaal.kleiner()
        return _gebruikers(self.schaal, begin, _verbinding(begin, embedded.APP))


def openen(schaal: Schaal) -> Wereld:
    """The world of this size; its databases are filled already."""
    return Wereld(schaal)


def _verbinding(schaal: Schaal, rol: str) -> BaseDatabaseWrapper:
    staat = embedded.load(settings.DATA_DIR)
    wachtwoord = {embedded.APP: staat.app_password, embedded.OWNER: staat.owner_password}[rol]
    instellingen = deepcopy(connections["default"].settings_dict) | {
        "NAME": naam_van(schaal),
        "USER": rol,
        "PASSWORD": wachtwoord,
    }
    return type(connections["default"])(instellingen, "default")  # type: ignore[call-arg]


def _gebruikers(
    schaal: Schaal, wereld: Schaal, verbinding: BaseDatabaseWrapper
) -> tuple[Gebruiker, ...]:
    with op(verbinding):
        return tuple(_gebruiker(vorm, verbinding) for vorm in vormen(schaal))


def _gebruiker(vorm: Vorm, verbinding: BaseDatabaseWrapper) -> Gebruiker:
    hoedanigheid = Hoedanigheid.objects.select_related("medewerker", "organisatie").get(
        medewerker__email=vorm.email
    )
    client = Client(SERVER_NAME="localhost")
    client.force_login(hoedanigheid.medewerker, settings.AUTHENTICATION_BACKENDS[0])
    return Gebruiker(vorm, verbinding, client, hoedanigheid)


def _goed(response: Any) -> HttpResponse:
    if response.status_code != 200:
        raise OnverwachtError(f"{response.status_code} in plaats van 200")
    return response
