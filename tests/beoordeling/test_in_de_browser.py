"""The pages of the room in a real browser: accessible, and nothing scrolls sideways at 375."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page

from beoordeling.enums import Advies
from convenant.enums import Fase
from tests.cast import NU, Cast, Speler
from tests.infra.browser import Visits
from tests.stappen import beoordeling as stap

pytestmark = pytest.mark.reis


@pytest.fixture
def op_woensdag() -> Iterator[datetime]:
    with time_machine.travel(NU, tick=True):
        yield NU


def paginas(cast: Cast) -> list[tuple[str, Speler, str]]:
    """Name, who looks, and the address."""
    dossier = stap.dossier_in_regie(cast, Fase.WEGING)
    stap.contact_vastgelegd(cast.piet, dossier)
    stap.contact_vastgelegd(cast.rik, dossier)
    gesloten = stap.weging_gesloten(cast, dossier)
    loopt = stap.weging_gestart(cast)
    stap.bijdrage_ingediend(cast.gemma, loopt, Advies.AANPAK)
    casus = stap.dossier_in_regie(cast)
    klaar = stap.beoordeling_vastgesteld(cast, casus)
    concept = stap.beoordeling_gestart(cast, casus)
    adressen: list[tuple[str, Speler, str, object]] = [
        ("wegingen", cast.paula, "wegingen", None),
        ("weging", cast.olga, "weging_inzien", gesloten.pk),
        ("vaststellen", cast.paula, "weging_vaststellen", gesloten.pk),
        ("bijdrage", cast.piet, "wegingsbijdrage_bewaren", stap.bijdrage_van(cast.piet, loopt).pk),
        ("informatie", cast.rik, "informatie", dossier.pk),
        ("contact", cast.rik, "contactmoment_vastleggen", casus.pk),
        ("beoordelingen", cast.rik, "beoordelingen", casus.pk),
        ("beoordeling", cast.zoe, "beoordeling_inzien", klaar.pk),
        ("kader", cast.leo, "kader_inzien", None),
    ]
    lijst = [
        (naam, wie, reverse(f"beoordeling:{url}", args=[id_] if id_ else []))
        for naam, wie, url, id_ in adressen
    ]
    deel = reverse("beoordeling:beoordeling_bewaren", args=[concept.pk, "bescherming"])
    overzicht = reverse("convenant:dossier_inzien", args=[casus.pk])
    return [*lijst, ("deel", cast.rik, deel), ("overzicht", cast.rik, overzicht)]


def test_elke_pagina_is_toegankelijk_en_past_op_een_telefoon(
    transactional_db: None,
    bezoek: Callable[..., Page],
    axe: Callable[[Page], None],
    schermafbeelding: Callable[[Page, str], None],
    op_woensdag: datetime,
) -> None:
    for naam, wie, url in paginas(Cast()):
        for breed in (1280, 375):
            page = bezoek(wie.medewerker, width=breed)
            antwoord = page.goto(url)
            assert antwoord is not None
            assert antwoord.status == 200, naam
            axe(page)
            past = "document.documentElement.scrollWidth <= window.innerWidth"
            assert page.evaluate(past), f"{naam} schuift opzij op {breed}"
            schermafbeelding(page, f"{naam}-{breed}")
            page.close()


ONBEWAARD = """() => {
    const weg = new Event('beforeunload', {cancelable: true});
    window.dispatchEvent(weg);
    return weg.defaultPrevented;
}"""


def test_een_geweigerd_contact_zegt_op_de_plek_zelf_wat_er_mist(
    transactional_db: None, bezoek: Visits, op_woensdag: datetime
) -> None:
    cast = Cast()
    casus = stap.dossier_in_regie(cast)
    page = bezoek(cast.rik.medewerker)
    page.goto(reverse("convenant:dossier_inzien", args=[casus.pk]))
    snel = page.locator("#contact-snel")
    snel.locator("[name=met_wie]").fill("de moeder")
    snel.locator("button[type=submit]").click()
    snel.locator("[data-foutenlijst]").wait_for()
    assert page.evaluate("document.activeElement.hasAttribute('data-foutenlijst')")
    assert "vul dit in" in snel.locator("#id_tekst_error").inner_text().lower()
    assert snel.locator("[name=met_wie]").input_value() == "de moeder"
    assert page.evaluate(ONBEWAARD)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    snel.locator("button[type=submit]").click()
    page.get_by_text("Opslaan is niet gelukt").wait_for()
    assert snel.locator("[name=met_wie]").input_value() == "de moeder"
    assert page.evaluate(ONBEWAARD)
    assert ["401" in klacht for klacht in bezoek.complaints] == [True]
    bezoek.complaints.clear()


def test_wat_vanzelf_is_bewaard_houdt_niemand_tegen(
    transactional_db: None, bezoek: Callable[..., Page], op_woensdag: datetime
) -> None:
    cast = Cast()
    bijdrage = stap.bijdrage_van(cast.piet, stap.weging_gestart(cast))
    page = bezoek(cast.piet.medewerker)
    page.clock.install()
    page.goto(reverse("beoordeling:wegingsbijdrage_bewaren", args=[bijdrage.pk]))
    page.locator("[name=reden]").fill("Wij kennen hem van de voetbalclub.")
    assert page.evaluate(ONBEWAARD)
    page.clock.fast_forward(31_000)
    page.locator("#stand").get_by_text("Bewaard:").wait_for()
    assert not page.evaluate(ONBEWAARD)
    page.locator("[name=t_W01]").fill("Zonder antwoord erbij.")
    page.clock.fast_forward(31_000)
    page.locator("#stand").get_by_text("Nog niet bewaard").wait_for()
    assert page.evaluate(ONBEWAARD)
