"""Lock 1: every URL has a door, and shows nothing to whoever is not logged in."""

import re
import uuid

import pytest
from django.test import Client
from django.urls import reverse

from convenant.guard import deur_van
from convenant.guard.deur import OPENBARE_URLNAMEN
from convenant.models import Hoedanigheid
from tests.architecture.bron import url_patterns
from tests.cast import Cast

PATRONEN = url_patterns()
VALUES = {"uuid": str(uuid.UUID(int=1)), "int": "1", "str": "x", "slug": "x", "path": "x"}
OPEN_OF_OUR_OWN = {"healthz"}


def address(route: str) -> str | None:
    """A path that this route matches; ``None`` for a regular expression."""
    if "(?P" in route or "^" in route:
        return None
    filled = re.sub(
        r"<(?:(\w+):)?\w+>", lambda found: VALUES.get(found.group(1) or "str", "x"), route
    )
    return f"/{filled}"


OURS = [(naam, pad) for naam, route, _ in PATRONEN if (pad := address(route)) is not None]


def test_elke_url_heeft_een_deur() -> None:
    zonder = [naam for naam, _, patroon in PATRONEN if deur_van(patroon.callback, naam) is None]
    assert not zonder


def test_alleen_inloggen_en_gezondheid_zijn_openbaar() -> None:
    openbaar = {
        naam
        for naam, _, patroon in PATRONEN
        if (deur := deur_van(patroon.callback, naam)) and deur.soort == "openbaar"
    }
    eigen = {naam for naam in openbaar if not naam.startswith(("account_", "mfa_"))}
    assert eigen <= OPEN_OF_OUR_OWN
    assert openbaar <= OPENBARE_URLNAMEN | OPEN_OF_OUR_OWN


@pytest.mark.django_db
def test_wie_niet_is_ingelogd_ziet_niets() -> None:
    client = Client()
    for naam, pad in OURS:
        if naam in OPENBARE_URLNAMEN | OPEN_OF_OUR_OWN:
            continue
        antwoord = client.get(pad)
        if antwoord.status_code == 302:
            assert antwoord.url.startswith(reverse("account_login")), naam
            assert antwoord.content == b"", naam
        else:
            assert antwoord.status_code == 404, naam
        antwoord = client.post(pad)
        assert antwoord.status_code in (401, 404), naam
        assert "navigatie" not in antwoord.text, naam


@pytest.mark.django_db
def test_een_deel_van_een_pagina_wordt_geen_inlogscherm() -> None:
    antwoord = Client().post(reverse("convenant:mijn_werk"), headers={"HX-Request": "true"})
    assert (antwoord.status_code, antwoord.content) == (401, b"")


def test_wie_geen_rol_heeft_ziet_niets(cast: Cast, als) -> None:
    client = als(cast.rik)
    Hoedanigheid.objects.filter(pk=cast.rik.hoedanigheid.pk).delete()
    kiezen = reverse("convenant:hoedanigheid_kiezen")
    for naam, pad in OURS:
        if ":" not in naam or naam == "convenant:formuliersleutel" or pad == kiezen:
            continue
        antwoord = client.get(pad)
        assert (antwoord.status_code, antwoord.url) == (302, kiezen), naam
