import io
import re
from datetime import date

import pytest
from django.template import engines
from pypdf import PdfReader
from weasyprint.urls import FatalURLFetchingError

from casusregie.ui import drukwerk, grafiek

REEKSEN = [
    grafiek.Reeks(
        "Wonen", [(date(2026, 1, 5), 2), (date(2026, 4, 5), None), (date(2026, 7, 5), 4)]
    ),
    grafiek.Reeks("Inkomen", [(date(2026, 1, 5), 1), (date(2026, 7, 5), 1)]),
]
DOCUMENT = """{% extends "_ui/rapport.html" %}{% load ui %}
{% block titel %}Toezichtrapport 2026{% endblock %}
{% block soort %}Toezichtrapport{% endblock %}
{% block kop %}Toezichtrapport over 2026{% endblock %}
{% block nummer %}T-2026-01{% endblock %}
{% block inhoud %}<h2>Meldingen</h2><p>Er waren 12 meldingen.</p>{% rapport_grafiek g %}
<table><thead><tr><th scope="col">Maand</th><th scope="col">Aantal</th></tr></thead>
<tbody><tr><td>januari</td><td>4</td></tr></tbody></table>{% endblock %}"""


@pytest.fixture(scope="module")
def verloop():
    return grafiek.verloop(REEKSEN)


@pytest.fixture(scope="module")
def maanden():
    return grafiek.staven([("jan", 4), ("feb", 0)], titel="Meldingen <per> maand", id="m")


def test_a_chart_passes_the_content_security_policy(verloop, maanden):
    for g in (verloop, maanden):
        assert not re.search(r"style=|<style|<script|on\w+=|href=", g.svg)


def test_a_chart_is_one_picture_with_a_title_and_its_figures_in_words(verloop, maanden):
    assert verloop.svg.startswith("<svg")
    assert 'role="img"' in verloop.svg
    assert verloop.svg.count("role=") == 1
    assert "Wonen: voldoende; Inkomen: acuut</desc>" in verloop.svg
    assert "Meldingen &lt;per&gt; maand</title>" in maanden.svg
    assert verloop.rijen[0] == ["Wonen", "niet", "niet gemeten", "voldoende"]
    assert verloop.rijen[1] == ["Inkomen", "acuut", "niet gemeten", "acuut"]
    assert maanden.rijen == [["jan", "4"], ["feb", "0"]]


def test_split_bars_keep_their_kinds():
    g = grafiek.staven([("jan", 2, "advies"), ("jan", 1, "weging")], titel="Duiding")
    assert list(g.koppen) == ["", "advies", "weging"]
    assert g.rijen == [["jan", "2", "1"]]


def test_lying_bars_keep_their_long_names():
    g = grafiek.liggend([("andere afdeling van de gemeente", 6), ("burger", 0)], titel="Melders")
    assert "andere afdeling van de gemeente: 6; burger: 0</desc>" in g.svg
    assert g.rijen == [["andere afdeling van de gemeente", "6"], ["burger", "0"]]
    assert not re.search(r"style=|<style|<script|href=", g.svg)


def test_what_is_not_shown_keeps_its_place_in_words():
    punten = [("jan", None), ("feb", 8), ("mrt", 6)]
    for teken in (grafiek.staven, grafiek.liggend):
        g = teken(punten, titel="Meldingen", eenheid="meldingen")
        assert [rij[0] for rij in g.rijen] == ["jan", "feb", "mrt"]
        assert g.rijen[0] == ["jan", "niet getoond"]
        assert ">jan</text>" in g.svg
        assert ">niet getoond</text>" in g.svg
        assert "jan: niet getoond" in g.svg


def test_a_chart_without_figures_is_still_drawn():
    assert grafiek.verloop([]).svg.startswith("<svg")
    assert grafiek.staven([], titel="Niets").svg.startswith("<svg")


def test_a_report_is_a_tagged_pdf_whose_text_can_be_read(verloop):
    html = engines["django"].from_string(DOCUMENT).render({"g": verloop})
    lezer = PdfReader(io.BytesIO(drukwerk.pdf_van_html(html)))
    tekst = lezer.pages[0].extract_text()
    assert "Er waren 12 meldingen." in tekst
    assert "voldoende" in tekst
    assert lezer.metadata.title == "Toezichtrapport 2026"
    wortel = lezer.trailer["/Root"]
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/Lang"] == "nl"
    letters = lezer.pages[0]["/Resources"]["/Font"].values()
    assert all("Source-Sans" in letter.get_object()["/BaseFont"] for letter in letters)


@pytest.mark.parametrize("adres", ["file:///etc/passwd", "http://127.0.0.1/", "letter:../../x"])
def test_a_document_may_fetch_nothing_from_outside(adres):
    with pytest.raises(FatalURLFetchingError):
        drukwerk.pdf_van_html(f'<html lang="nl"><title>x</title><img src="{adres}" alt="x"></html>')
