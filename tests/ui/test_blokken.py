import re
from datetime import date

import pytest
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

from casusregie.ui import htmx, panelen
from casusregie.ui.blokken import (
    Cel,
    Chip,
    Contact,
    Feit,
    Kolom,
    Kruimel,
    Mogelijkheid,
    NavGroep,
    NavItem,
    Paneel,
    Stap,
    Strook,
    StrookCel,
    StrookRij,
    Taak,
    Tab,
    Telling,
    TijdlijnRegel,
    Voortgang,
    Wie,
)

STROOK = Strook(["jul 2026"], [StrookRij("Steun", [StrookCel("onbekend")], "2 bronnen")])


def teken(sjabloon, request=None, **context):
    return engines["django"].from_string("{% load ui %}" + sjabloon).render(context, request)


@pytest.mark.parametrize(
    ("sjabloon", "waarde", "verwacht"),
    [
        ("{% chip x %}", Chip("te laat", "laat"), "chip--laat"),
        ("{% kruimels x %}", [Kruimel("Casussen", "/c"), Kruimel("2026-1")], 'aria-current="page"'),
        ("{% feiten x %}", [Feit("Bron", "<school>")], "&lt;school&gt;"),
        ("{% taken x %}", [Taak("Bellen", termijn="morgen", toon="laat")], "morgen"),
        ("{% taken x %}", [], "Er is nu niets te doen."),
        ("{% tabs x %}", [Tab("Overzicht", "/", actief=True, aantal=3)], 'aria-current="page"'),
        ("{% fasebalk x %}", [Stap("Weging", "nu", ["12 mrt"])], 'aria-current="step"'),
        ("{% tijdlijn x %}", [TijdlijnRegel(date(2026, 11, 17), "gesprek")], "di 17 nov 2026"),
        ("{% strook x %}", STROOK, "strook__cel--onbekend"),
        ("{% tellingen x %}", [Telling(3, "te laat", "/laat/", "laat", "clock")], 'href="/laat/"'),
        ("{% contactkaart x %}", Contact("M. Jansen", "GGZ", telefoon="020 1"), "tel:020 1"),
        ("{% voortgang x %}", Voortgang("Rapport", 3, 9, "/v/"), 'hx-get="/v/"'),
        ("{% voortgang x %}", Voortgang("Klaar", 9, 9, "/v/", klaar=True), "utrecht-alert--ok"),
        ("{% leeg x %}", "Niets", "Niets"),
        ("{% alert x 'fout' %}", "Mis", 'role="alert"'),
        ("{% verborgen x van='GGZ' %}", "Er is informatie.", "Van: GGZ."),
        ("{% veiligheidswaarschuwing x 'politie' %}", "Nooit alleen.", "Bron: politie"),
        ("{% kaart kop=x %}<b>in</b>{% endkaart %}", "A & B", "A &amp; B"),
        ("{% paginakop x %}", "Casus 2026-1", "<h1"),
    ],
)
def test_every_block_draws_without_unknown_variables(sjabloon, waarde, verwacht):
    assert verwacht in teken(sjabloon, x=waarde)


def test_a_deed_is_shown_disabled_with_its_reason_or_absent():
    mag = teken("{% knop m %}", m=Mogelijkheid("Openen", "/open/", primair=True))
    assert 'href="/open/"' in mag
    niet = teken("{% knop m %}", m=Mogelijkheid("Openen", "/open/", reden="Kan nog niet."))
    assert "/open/" not in niet
    beschrijving = re.search(r'aria-describedby="([^"]+)"', niet)[1]
    assert f'id="{beschrijving}">Kan nog niet.' in niet
    assert teken("{% knop m %}", m=Mogelijkheid("Openen", zichtbaar=False)).strip() == ""
    post = teken("{% knop m %}", m=Mogelijkheid("Openen", "/open/", methode="post"))
    assert 'method="post"' in post


def test_a_table_sorts_by_link_and_keeps_the_filter():
    request = RequestFactory().get("/?fase=weging&vanaf=abc")
    pagina = teken(
        '{% tabel k r "Casussen" sorteer="nummer" %}',
        request,
        k=[Kolom("Nummer", "nummer"), "Fase"],
        r=[[Cel("2026-1", "/1/"), Cel(chip=Chip("weging"))]],
    )
    assert 'href="?fase=weging&amp;sorteer=-nummer"' in pagina
    assert 'aria-sort="ascending"' in pagina
    assert 'data-label="Fase"' in pagina


def test_an_icon_is_inline_and_silent_and_a_typing_error_raises():
    assert 'aria-hidden="true"' in teken('{% icoon "phone" %}')
    with pytest.raises(ValueError, match="geen icoon"):
        teken('{% icoon "bestaat-niet" %}')


def test_the_frame_draws_navigation_capacity_and_demo_strip(rf):
    pagina = render_to_string(
        "base.html",
        {
            "demo": True,
            "navigatie": [NavGroep([NavItem("Mijn werk", "/w/", "inbox", "3 te laat", "laat")])],
            "wie": Wie("R. de Boer", "casusregisseur", "Gemeente"),
        },
        rf.get("/"),
    )
    assert "alle personen zijn verzonnen" in pagina
    assert "nav__aantal--laat" in pagina
    assert "R. de Boer" in pagina
    assert "style=" not in pagina
    assert not re.search(r"<script(?![^>]*src=)|\son\w+=", pagina)


def test_the_frame_draws_for_a_stranger(rf):
    assert "zijnav" not in render_to_string("base.html", {}, rf.get("/"))


def test_panels_come_in_order_and_may_be_absent(monkeypatch):
    monkeypatch.setattr(panelen, "_plekken", {})
    panelen.registreer("casus.zij", 20, _tweede)
    panelen.registreer("casus.zij", 10, _eerste)
    panelen.registreer("casus.zij", 20, _tweede)
    assert panelen.panelen("casus.zij", dossier=1) == ["eerste 1"]
    assert len(panelen.bronnen("casus.zij")) == 2


def test_a_panel_is_drawn_inside_the_page():
    paneel = Paneel("_ui/leeg.html", {"kop": "Rustig", "tekst": "", "url": ""})
    assert "Rustig" in teken("{% paneel p %}", p=paneel)


def test_htmx_gets_the_same_part_of_the_page(rf):
    deel = rf.get("/", headers={"HX-Request": "true"})
    assert htmx.is_deelverzoek(deel)
    assert not htmx.is_deelverzoek(rf.get("/"))
    assert htmx.verder(rf.get("/"), "/c/").status_code == 303
    assert htmx.verder(deel, "/c/").headers["HX-Redirect"] == "/c/"


def _eerste(dossier):
    return f"eerste {dossier}"


def _tweede(dossier):
    return None
