"""Quick entry and a contribution in a real browser: nothing that was typed gets lost."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
import time_machine
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.cast import NU, Cast
from tests.infra.browser import Visits
from tests.stappen import beoordeling as stap

pytestmark = pytest.mark.reis


@pytest.fixture
def op_woensdag() -> Iterator[datetime]:
    with time_machine.travel(NU, tick=True):
        yield NU


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
    expect(snel.locator("[data-foutenlijst]")).to_be_focused()
    assert "vul dit in" in snel.locator("#id_tekst_error").inner_text().lower()
    assert snel.locator("[name=met_wie]").input_value() == "de moeder"
    assert page.evaluate(ONBEWAARD)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    snel.locator("button[type=submit]").click()
    page.get_by_text("U bent uitgelogd").wait_for()
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
