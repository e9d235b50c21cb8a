"""Where a second step is demanded, a password alone opens nothing but the pages that set it up."""

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as project
from django.urls import reverse

from casusregie.config import env
from convenant.models import Logregel
from tests.cast import Cast
from tests.convenant.test_handeling import een_dossier, geef_regie

OPEN = ("mfa_index", "mfa_activate_totp", "mfa_add_webauthn", "account_logout")


@pytest.fixture
def verplicht(settings) -> None:
    settings.MFA_VERPLICHT = True


def geef_app(cast: Cast) -> None:
    Authenticator.objects.create(
        user=cast.rik.medewerker, type=Authenticator.Type.TOTP, data={"secret": "x"}
    )


@pytest.mark.usefixtures("verplicht")
def test_zonder_tweede_stap_gaat_alleen_de_pagina_ervoor_open(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    client, aantal = als(cast.rik), Logregel.objects.count()
    dicht = [
        reverse("start"),
        reverse("convenant:mijn_werk"),
        reverse("convenant:dossier_inzien", args=[dossier.pk]),
        reverse("usersessions_list"),
    ]
    for url in dicht:
        antwoord = client.get(url)
        assert (antwoord.status_code, antwoord["Location"]) == (302, reverse("mfa_index")), url
    taak = reverse("convenant:taak_toevoegen", args=[dossier.pk])
    assert client.post(taak, {"titel": "Stiekem"}).status_code == 302
    assert Logregel.objects.count() == aantal
    tekst = client.get(reverse("mfa_index")).content.decode()
    assert "Stel eerst een tweede stap in" in tekst
    assert "Mijn werk" not in tekst


@pytest.mark.usefixtures("verplicht")
def test_wat_nodig_is_om_hem_in_te_stellen_blijft_open(cast: Cast, als) -> None:
    client = als(cast.rik)
    for naam in (*OPEN, "account_change_password"):
        antwoord = client.get(reverse(naam), follow=True)
        paden = [url for url, _ in antwoord.redirect_chain]
        assert antwoord.status_code == 200, naam
        assert reverse("mfa_index") not in paden, naam


@pytest.mark.usefixtures("verplicht")
def test_met_een_tweede_stap_gaat_alles_open(cast: Cast, als) -> None:
    geef_app(cast)
    assert als(cast.rik).get(reverse("convenant:mijn_werk")).status_code == 200


def test_buiten_productie_is_hij_niet_verplicht(cast: Cast, als) -> None:
    assert project.MFA_VERPLICHT is False
    assert als(cast.rik).get(reverse("convenant:mijn_werk")).status_code == 200


def test_de_omgeving_kiest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MFA_VERPLICHT", raising=False)
    assert env.boolean("MFA_VERPLICHT", True)
    monkeypatch.setenv("MFA_VERPLICHT", "0")
    assert not env.boolean("MFA_VERPLICHT", True)
