"""What the scripts of the pages do, in a real browser."""

import pytest
from django.template import engines
from playwright.sync_api import expect

from casusregie.ui.formulieren import Formulier, LangeTekst, Tekst

PAGINA = """{% extends "base.html" %}{% load ui %}{% block inhoud %}
{% formulier form knop="Vastleggen" actie="/proef/" %}
<input id="zoekveld" aria-label="Zoek">{% endblock %}"""
SCHERM = """{% extends "overleg_scherm.html" %}
{% block onderwerp %}<h1>Weging 2026-0156</h1>{% endblock %}
{% block besluit %}<div id="besluit"><textarea aria-label="Besluit"></textarea></div>{% endblock %}
{% block volgende %}<a class="toets" href="#punt-4" data-toets="volgende">volgende</a>{% endblock %}"""


class Proef(Formulier):
    aanpasbaar = ("met",)
    met = Tekst(label="Met wie")
    tekst = LangeTekst(label="Verslag")


@pytest.fixture
def open_proef(bezoek):
    """Serve a drawn template at an address of the live server, so that the real scripts run."""

    def openen(sjabloon, **context):
        page = bezoek()
        html = engines["django"].from_string(sjabloon).render(context)
        verzonden = []

        def antwoord(route):
            if route.request.method == "POST":
                verzonden.append(route.request.post_data)
                route.fulfill(status=204)
                return
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

        page.route("**/proef/", antwoord)
        page.goto("/proef/")
        return page, verzonden

    return openen


@pytest.mark.reis
def test_errors_take_the_focus_and_lead_to_the_field(open_proef):
    page, _ = open_proef(PAGINA, form=Proef({"met": "", "tekst": "ja"}))
    expect(page.locator("[data-foutenlijst]")).to_be_focused()
    page.get_by_role("link", name="Met wie").click()
    expect(page.locator("#id_met")).to_be_focused()


@pytest.mark.reis
def test_unsaved_text_warns_and_sending_does_not(open_proef):
    page, verzonden = open_proef(PAGINA, form=Proef())
    gevraagd = []
    page.on("dialog", lambda vraag: (gevraagd.append(vraag.type), vraag.dismiss()))
    page.get_by_label("Verslag").fill("een heel verhaal")
    with page.expect_event("dialog"):
        page.evaluate("setTimeout(() => location.reload(), 0)")
    klik = "document.querySelector('button[type=submit]').click()"
    with page.expect_response(lambda antwoord: antwoord.status == 204):
        page.evaluate(f"{klik}; {klik}")
    # What was sent twice would have been asked before this.
    page.evaluate("fetch('/proef/')")
    assert gevraagd == ["beforeunload"]
    assert len(verzonden) == 1


@pytest.mark.reis
def test_slash_goes_to_search_unless_switched_off(open_proef):
    page, _ = open_proef(PAGINA, form=Proef())
    page.keyboard.press("/")
    expect(page.locator("#zoekveld")).to_be_focused()
    page.evaluate("document.activeElement.blur(); localStorage.setItem('sneltoetsen', 'uit')")
    page.keyboard.press("/")
    expect(page.locator("#zoekveld")).not_to_be_focused()


@pytest.mark.reis
def test_the_keys_of_the_shared_screen(open_proef, axe):
    page, _ = open_proef(SCHERM)
    axe(page)
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#punt-4")
    page.keyboard.press("b")
    page.keyboard.type("Aanpak")
    assert page.get_by_label("Besluit", exact=True).input_value() == "Aanpak"
    page.keyboard.press("Escape")
    assert page.get_by_text("Het scherm is verborgen.").is_visible()
    assert page.evaluate("document.querySelector('main').inert")
    page.keyboard.press("Escape")
    assert not page.get_by_text("Het scherm is verborgen.").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
