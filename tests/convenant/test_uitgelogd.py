"""A session that ends while somebody types: nothing is lost that the browser can keep."""

import re
import uuid
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from convenant.models import Dossier, Taak
from tests.cast import WACHTWOORD, Cast, Speler
from tests.infra.browser import Visits
from tests.stappen.besluit import scan
from tests.stappen.casus import casus_geopend

ZIN = "U was uitgelogd; uw tekst is niet verstuurd"
GETYPT = "Bel de school over het verzuim"
VERBORGEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
TERUGKOMEN = "document.dispatchEvent(new Event('visibilitychange'))"

type Als = Callable[[Speler], Client]


def formulier(dossier: Dossier) -> str:
    return reverse("convenant:taak_toevoegen", args=[dossier.pk])


def ingevuld(cast: Cast) -> dict[str, str]:
    return {
        "titel": GETYPT,
        "toelichting": "Zeg <b>niets</b> over de aanpak",
        "voor": str(cast.rik.hoedanigheid.pk),
        "uiterlijk": "2026-12-01",
        "sleutel": str(uuid.uuid4()),
    }


def test_wie_uitgelogd_was_krijgt_zijn_tekst_terug(cast: Cast, als: Als) -> None:
    dossier = casus_geopend(cast).dossier
    url, gegevens = formulier(dossier), ingevuld(cast)
    antwoord = Client().post(url, gegevens)
    assert antwoord.status_code == 401
    assert ZIN in antwoord.text
    assert reverse("account_login") in antwoord.text
    assert "<dd>Zeg &lt;b&gt;niets&lt;/b&gt; over de aanpak</dd>" in antwoord.text
    verborgen = dict(VERBORGEN.findall(antwoord.text))
    assert {naam: unescape(verborgen[naam]) for naam in gegevens} == gegevens
    rik = als(cast.rik)
    for _ in range(2):
        assert rik.post(url, gegevens).status_code == 303
    assert Taak.objects.voor(cast.rik.toegang).filter(titel=GETYPT).count() == 1


@pytest.mark.parametrize("ingelogd", [False, True])
@pytest.mark.parametrize(
    ("herkomst", "terug"), [("same-origin", True), ("cross-site", False), ("same-site", False)]
)
def test_zonder_geldige_sleutel_komt_alleen_eigen_tekst_terug(
    cast: Cast, herkomst: str, terug: bool, ingelogd: bool
) -> None:
    """What another site makes somebody send is not offered to be sent again."""
    client = Client(enforce_csrf_checks=True)
    if ingelogd:
        client.force_login(cast.rik.medewerker, settings.AUTHENTICATION_BACKENDS[0])
    url = formulier(casus_geopend(cast).dossier)
    antwoord = client.post(url, ingevuld(cast), headers={"Sec-Fetch-Site": herkomst})
    assert antwoord.status_code == 403
    assert ("U was uitgelogd" in antwoord.text) is not ingelogd
    assert (GETYPT in antwoord.text) is terug
    assert ("Opnieuw versturen" in antwoord.text) is terug
    assert not Taak.objects.voor(cast.rik.toegang).filter(titel=GETYPT).exists()


def test_het_inlogscherm_zelf_geeft_nooit_iets_terug() -> None:
    gegevens = {"login": "rik@voorbeeld.test", "password": WACHTWOORD}
    client = Client(enforce_csrf_checks=True)
    url = reverse("account_login")
    antwoord = client.post(url, gegevens, headers={"Sec-Fetch-Site": "same-origin"})
    assert antwoord.status_code == 403
    assert WACHTWOORD not in antwoord.text


@pytest.mark.parametrize("streng", [False, True])
@pytest.mark.parametrize("ingelogd", [False, True])
def test_een_wachtwoord_komt_nooit_terug(cast: Cast, streng: bool, ingelogd: bool) -> None:
    client = Client(enforce_csrf_checks=streng)
    if ingelogd:
        client.force_login(cast.rik.medewerker, settings.AUTHENTICATION_BACKENDS[0])
    antwoord = client.post(
        reverse("account_change_password"),
        {"oldpassword": WACHTWOORD, "password1": "een nieuw geheim", "password2": "anders"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert WACHTWOORD not in antwoord.text
    assert "een nieuw geheim" not in antwoord.text


def test_een_bestand_kiest_men_opnieuw(cast: Cast) -> None:
    url = reverse("beoordeling:document_toevoegen", args=[casus_geopend(cast).dossier_id])
    antwoord = Client().post(url, {"titel": "Brief van school", "bestand": scan()})
    assert "Uw bestand kiest u daarna opnieuw" in antwoord.text


def test_de_sleutel_krijgt_alleen_wie_is_ingelogd(cast: Cast) -> None:
    url, client = reverse("convenant:formuliersleutel"), Client()
    assert client.get(url).status_code == 302
    client.force_login(cast.rik.medewerker, settings.AUTHENTICATION_BACKENDS[0])
    antwoord = client.get(url)
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "text/plain")
    assert len(antwoord.text) == 64


def begonnen(cast: Cast, bezoek: Visits, breedte: int, *, script: bool = True) -> tuple[Page, str]:
    """Rik has typed, and his session is gone."""
    dossier = casus_geopend(cast).dossier
    pagina = bezoek(cast.rik.medewerker, width=breedte, script=script)
    pagina.goto(formulier(dossier))
    pagina.locator("[name=titel]").fill(GETYPT)
    pagina.locator("[name=voor]").select_option(str(cast.rik.hoedanigheid.pk))
    pagina.locator("[name=uiterlijk]").fill("2030-12-01")
    pagina.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    return pagina, f"**{reverse('convenant:dossier_inzien', args=[dossier.pk])}"


def in_een_nieuw_tabblad(pagina: Page, cast: Cast) -> None:
    with pagina.context.expect_page() as nieuw:
        pagina.get_by_role("link", name="in een nieuw tabblad").click()
    tabblad = nieuw.value
    tabblad.get_by_label("E-mailadres").fill(cast.rik.medewerker.email)
    tabblad.get_by_label("Wachtwoord").fill(WACHTWOORD)
    tabblad.get_by_role("button", name="Inloggen", exact=True).click()
    tabblad.wait_for_url("**/werk/")
    tabblad.close()


@pytest.mark.parametrize(("breedte", "script"), [(1280, True), (375, False)])
def test_opnieuw_inloggen_en_versturen(
    cast: Cast, bezoek: Visits, schermafbeelding: Any, axe: Any, breedte: int, script: bool
) -> None:
    """With scripts at once; without them the new log-in asks once more."""
    pagina, klaar = begonnen(cast, bezoek, breedte, script=script)
    pagina.get_by_role("button", name="Toevoegen").click()
    pagina.get_by_role("heading", name=ZIN).wait_for()
    schermafbeelding(pagina, f"uitgelogd-{breedte}")
    if script:
        axe(pagina)
    in_een_nieuw_tabblad(pagina, cast)
    if script:
        with pagina.expect_response("**/formuliersleutel/"):
            pagina.evaluate(TERUGKOMEN)
    pagina.get_by_role("button", name="Opnieuw versturen").click()
    if not script:
        pagina.get_by_role("heading", name="Uw tekst is nog niet verstuurd").wait_for()
        schermafbeelding(pagina, f"nog-niet-verstuurd-{breedte}")
        pagina.get_by_role("button", name="Opnieuw versturen").click()
    pagina.wait_for_url(klaar)
    assert Taak.objects.voor(cast.rik.toegang).filter(titel=GETYPT).exists()
    bezoek.complaints.clear()


def test_wie_terugkomt_in_het_tabblad_leest_het_voordat_hij_verstuurt(
    cast: Cast, bezoek: Visits, schermafbeelding: Any, axe: Any
) -> None:
    pagina, klaar = begonnen(cast, bezoek, 375)
    pagina.evaluate(TERUGKOMEN)
    melding = pagina.get_by_role("alert").filter(has_text="U bent uitgelogd")
    melding.wait_for()
    axe(pagina)
    schermafbeelding(pagina, "uitgelogd-melding-375")
    in_een_nieuw_tabblad(pagina, cast)
    pagina.evaluate(TERUGKOMEN)
    melding.wait_for(state="detached")
    pagina.get_by_role("button", name="Toevoegen").click()
    pagina.wait_for_url(klaar)
    assert Taak.objects.voor(cast.rik.toegang).filter(titel=GETYPT).exists()
    bezoek.complaints.clear()
