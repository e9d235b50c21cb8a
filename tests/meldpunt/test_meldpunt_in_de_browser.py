"""A report on a phone, from the first call to its duiding."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.infra.browser import Visits
from tests.stappen.meldpunt import melding_gekoppeld

pytestmark = pytest.mark.reis


def test_een_melding_van_telefoon_tot_duiding(bezoek: Visits, cast: Cast) -> None:
    melding_gekoppeld(cast, voornaam="Joesoef")
    page = bezoek(cast.samira.medewerker, width=375)
    page.goto("/meldpunt/melding/registreren/")
    expect(page.get_by_text("Acuut: doe dit nu")).to_be_hidden()
    page.get_by_label("acuut: nu gevaar").check()
    expect(page.get_by_text("Acuut: doe dit nu")).to_be_visible()
    page.get_by_label("Situatieschets").fill("Een leerling zegt dat hij morgen iets gaat doen.")
    page.get_by_label("Voornaam").fill("Yusuf")
    page.get_by_label("Achternaam").fill("Voorbeeld")
    page.get_by_label("Wat voor melder is het").select_option("school")
    page.get_by_role("button", name="Melding opslaan").click()
    expect(page.get_by_role("heading", name="Acuut: doe dit nu")).to_be_visible()
    page.get_by_role("link", name="Koppelen aan een persoon").click()
    page.get_by_label("Joesoef Voorbeeld").check()
    page.get_by_role("button", name="Koppelen").click()
    page.get_by_role("link", name="Duiden").click()
    page.get_by_label("naar weging").check()
    page.get_by_label("Reden").fill("Concreet en snel.")
    page.get_by_role("button", name="Duiding opslaan").click()
    expect(page.get_by_text("De duiding is opgeslagen.")).to_be_visible()


def test_wat_gezocht_wordt_staat_niet_in_het_adres(
    bezoek: Visits, cast: Cast, axe: Callable[[Page], None]
) -> None:
    melding_gekoppeld(cast, voornaam="Youssef")
    page = bezoek(cast.paula.medewerker)
    page.goto("/meldpunt/zoeken/")
    page.get_by_label("Naam of nummer").fill("joesoef")
    page.locator("main").get_by_role("button", name="Zoek").click()
    expect(page.get_by_text("Youssef Voorbeeld")).to_be_visible()
    assert "joesoef" not in page.url
    axe(page)
