"""The pages of the Meldpunt in a real browser: wide, narrow and accessible."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from meldpunt.enums import Duidinguitkomst, Kanaal, Meldersoort, Urgentie
from meldpunt.models import Melding
from meldpunt.services.antwoorden import adviesvraag_beantwoorden
from tests.cast import Cast
from tests.infra.browser import Visits
from tests.stappen.meldpunt import (
    melding_geduid,
    melding_gekoppeld,
    melding_geregistreerd,
    melding_ingestuurd,
)

type Axe = Callable[[Page], None]
type Beeld = Callable[[Page, str], None]
pytestmark = pytest.mark.reis


@pytest.mark.parametrize("breedte", [1280, 375])
def test_een_melding_van_telefoon_tot_duiding(
    bezoek: Visits, cast: Cast, axe: Axe, schermafbeelding: Beeld, breedte: int
) -> None:
    melding_gekoppeld(cast, voornaam="Joesoef")
    page = bezoek(cast.samira.medewerker, width=breedte)
    page.goto("/meldpunt/melding/registreren/")
    expect(page.get_by_text("Acuut: doe dit nu")).to_be_hidden()
    page.get_by_label("acuut: nu gevaar").check()
    expect(page.get_by_text("Acuut: doe dit nu")).to_be_visible()
    axe(page)
    schermafbeelding(page, f"melding-registreren-{breedte}")
    page.get_by_label("Situatieschets").fill("Een leerling zegt dat hij morgen iets gaat doen.")
    page.get_by_label("Voornaam").fill("Yusuf")
    page.get_by_label("Achternaam").fill("Voorbeeld")
    page.get_by_label("Wat voor melder is het").select_option("school")
    page.get_by_role("button", name="Melding opslaan").click()
    expect(page.get_by_role("heading", name="Acuut: doe dit nu")).to_be_visible()
    axe(page)
    schermafbeelding(page, f"melding-{breedte}")
    page.get_by_role("link", name="Koppelen aan een persoon").click()
    axe(page)
    schermafbeelding(page, f"melding-koppelen-{breedte}")
    page.get_by_label("Joesoef Voorbeeld").check()
    page.get_by_role("button", name="Koppelen").click()
    page.get_by_role("link", name="Duiden").click()
    axe(page)
    schermafbeelding(page, f"melding-duiden-{breedte}")
    page.get_by_label("naar weging").check()
    page.get_by_label("Reden").fill("Concreet en snel.")
    page.get_by_role("button", name="Duiding opslaan").click()
    expect(page.get_by_text("De duiding is opgeslagen.")).to_be_visible()


@pytest.mark.parametrize("breedte", [1280, 375])
def test_de_andere_paginas(
    bezoek: Visits, cast: Cast, axe: Axe, schermafbeelding: Beeld, breedte: int
) -> None:
    duiding = melding_geduid(cast, uitkomst=Duidinguitkomst.GEEN_ACTIE)
    melding_geregistreerd(cast, urgentie=Urgentie.ACUUT)
    melding_ingestuurd(cast)
    adviesvraag_beantwoorden(
        cast.samira.toegang,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        onderwerp="Hoe begin ik een gesprek over nieuws uit een oorlog?",
        advies="Stel open vragen en oordeel niet meteen.",
    )
    dossier = Melding._base_manager.get(pk=duiding.melding_id).dossier_id
    page = bezoek(cast.paula.medewerker, width=breedte)
    for naam, adres in {
        "meldingen": reverse("meldpunt:meldingen"),
        "adviesvragen": reverse("meldpunt:adviesvragen"),
        "duiding-bevestigen": reverse("meldpunt:duiding_bevestigen", args=[duiding.pk]),
        "dossier": reverse("convenant:dossier_inzien", args=[dossier]),
        "meldingen-van-dossier": reverse("meldpunt:meldingen_van_dossier", args=[dossier]),
        "nevenbetrokkene": reverse("meldpunt:nevenbetrokkene_toevoegen", args=[dossier]),
        "werk": reverse("convenant:mijn_werk"),
    }.items():
        page.goto(adres)
        axe(page)
        schermafbeelding(page, f"{naam}-{breedte}")
    page.goto(reverse("meldpunt:zoeken"))
    page.get_by_label("Naam of nummer").fill("joesoef")
    page.locator("main").get_by_role("button", name="Zoek").click()
    expect(page.get_by_text("Youssef Voorbeeld")).to_be_visible()
    assert "joesoef" not in page.url
    axe(page)
    schermafbeelding(page, f"zoeken-{breedte}")


@pytest.mark.parametrize("breedte", [1280, 375])
def test_de_paginas_van_de_accounthouder(
    bezoek: Visits, cast: Cast, axe: Axe, schermafbeelding: Beeld, breedte: int
) -> None:
    melding_ingestuurd(cast)
    page = bezoek(cast.sanne.medewerker, width=breedte)
    page.goto(reverse("meldpunt:eigen_meldingen"))
    axe(page)
    schermafbeelding(page, f"eigen-meldingen-{breedte}")
    page.goto(reverse("meldpunt:melding_insturen"))
    axe(page)
    schermafbeelding(page, f"melding-insturen-{breedte}")
