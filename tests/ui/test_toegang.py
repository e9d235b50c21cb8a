"""Login, account and error pages in the style of the house."""

import pytest
from django.template.loader import render_to_string

from convenant.models import Medewerker
from tests.infra.browser import BREED, SMAL

WACHTWOORD = "Een-lange-zin-is-sterk-26"
ACCOUNTPAGINAS = {
    "/account/logout/": "Uitloggen",
    "/account/password/change/": "Wachtwoord wijzigen",
    "/account/password/reset/": "wachtwoord",
    "/account/sessions/": "Waar u bent ingelogd",
    "/account/2fa/": "Inloggen in twee stappen",
}


@pytest.fixture
def medewerker(transactional_db):
    return Medewerker.objects.create_user("r.voorbeeld@gemeente.example", WACHTWOORD)


@pytest.mark.parametrize("naam", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_page_needs_no_context_and_says_what_to_do(naam):
    pagina = render_to_string(f"{naam}.html")
    assert "<h1" in pagina
    assert "Naar mijn werk" in pagina


@pytest.mark.reis
def test_logging_in_with_a_wrong_and_a_right_password(medewerker, bezoek, axe, schermafbeelding):
    page = bezoek(width=375)
    page.goto("/account/login/")
    page.get_by_label("E-mailadres").fill(medewerker.email)
    page.get_by_label("Wachtwoord").fill("fout")
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.get_by_role("alert").wait_for()
    assert page.get_by_label("E-mailadres").input_value() == medewerker.email
    axe(page)
    schermafbeelding(page, "inloggen-fout-375")
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen", exact=True).click()
    page.wait_for_url(lambda url: "/account/login/" not in url)


@pytest.mark.reis
def test_the_account_pages_are_accessible_at_both_widths(medewerker, bezoek, axe, schermafbeelding):
    page = bezoek(medewerker)
    for pad, kop in ACCOUNTPAGINAS.items():
        page.goto(pad)
        assert kop in page.get_by_role("heading", level=1).inner_text()
        axe(page)
        for maat in (SMAL, BREED):
            page.set_viewport_size(maat)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), pad
            schermafbeelding(page, f"{pad.strip('/').replace('/', '-')}-{maat['width']}")


@pytest.mark.reis
def test_an_app_with_codes_can_be_set_up(medewerker, bezoek, axe, schermafbeelding):
    page = bezoek(medewerker)
    page.goto("/account/2fa/totp/activate/")
    if "reauthenticate" in page.url:
        axe(page)
        schermafbeelding(page, "opnieuw-bevestigen")
        page.get_by_label("Wachtwoord").fill(WACHTWOORD)
        page.get_by_role("button").last.click()
    assert "App instellen" in page.get_by_role("heading", level=1).inner_text()
    axe(page)
    schermafbeelding(page, "app-instellen")
