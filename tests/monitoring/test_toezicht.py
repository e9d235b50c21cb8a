"""The desk of the Commissie: no name, no text that was not released, and nothing to change."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.enums import Advies
from convenant.enums import Logsoort
from convenant.models import Logregel
from monitoring.services.vrijgave import vrijgave_intrekken
from tests.cast import MENSEN, Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.monitoring.conftest import Aanpak, maak_casus, maak_dossier
from tests.stappen.monitoring import incident_gemeld, meting_gedaan, tekst_vrijgegeven

type Als = Callable[[Speler], Client]
LIJST_QUERIES = 6
"""Two for the list: its rows and the log; the rest is the door and the frame."""


def paginas(aanpak: Aanpak) -> list[str]:
    return [
        reverse("monitoring:toezicht_dossiers"),
        reverse("monitoring:toezicht_dossier", args=[aanpak.dossier.pk]),
        reverse("monitoring:toezicht_logboek", args=[aanpak.dossier.pk]),
    ]


def test_geen_naam_en_geen_tekst_die_niet_is_vrijgegeven(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    meting_gedaan(cast.rik.toegang, aanpak.dossier, toelichting="Geheim verhaal")
    incident_gemeld(cast.rik.toegang, aanpak.dossier)
    als(cast.rik).get(reverse("monitoring:monitoring_inzien", args=[aanpak.dossier.pk]))
    client = als(cast.cora)
    namen = [naam for sleutel, (naam, *_) in MENSEN.items() if sleutel != "cora"]
    assert "Verzegelde dossiers tellen hier niet mee" in client.get(paginas(aanpak)[0]).text
    for url in paginas(aanpak):
        html = client.get(url).content.decode()
        assert aanpak.dossier.nummer in html
        verboden = ["Zoë", "Duin", "Geheim verhaal", "Kwam niet", "heeft hulp nodig", *namen]
        assert [woord for woord in verboden if woord in html] == []


def test_het_dossier_toont_feiten_termijnen_en_wie_wat_deed(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    meting_gedaan(cast.rik.toegang, aanpak.dossier)
    html = als(cast.cora).get(paginas(aanpak)[1]).content.decode()
    assert "4 radicaliserend met strafbare feiten" in html
    assert "casusregisseur · Gemeente, OOV · persoon 2" in html
    assert "meting vastleggen" in html
    assert "Adviezen weging, ronde 1" in html
    assert "op tijd" in html
    assert "Politie-eenheid: advies gegeven op" in html


def test_het_logboek_laat_zien_wie_las(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    als(cast.rik).get(reverse("monitoring:monitoring_inzien", args=[aanpak.dossier.pk]))
    client = als(cast.cora)
    html = client.get(paginas(aanpak)[2] + "?soort=inzage").content.decode()
    assert "Dossier: monitoring" in html
    assert "betrokkenheid verlenen" not in html
    assert Logregel.objects.filter(soort=Logsoort.INZAGE, naam="toezicht_logboek").exists()


def test_vrijgegeven_tekst_staat_er_tot_zij_is_ingetrokken(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    vrijgave = tekst_vrijgegeven(cast.paula.toegang, aanpak.dossier)
    client = als(cast.cora)
    assert "wil aan het werk" in client.get(paginas(aanpak)[1]).content.decode()
    gefilterd = client.get(paginas(aanpak)[0] + "?met_tekst=ja").content.decode()
    assert aanpak.dossier.nummer in gefilterd
    vrijgave_intrekken(cast.paula.toegang, vrijgave, reden="Vergissing")
    assert "wil aan het werk" not in client.get(paginas(aanpak)[1]).content.decode()
    assert (
        aanpak.dossier.nummer
        not in client.get(paginas(aanpak)[0] + "?met_tekst=ja").content.decode()
    )


@pytest.mark.parametrize("wie", ["rik", "paula", "leo", "frits", "samira", "bram"])
def test_alleen_de_commissie_komt_hier(cast: Cast, aanpak: Aanpak, als: Als, wie: str) -> None:
    client = als(getattr(cast, wie))
    assert {client.get(url).status_code for url in paginas(aanpak)} == {404}


def test_de_commissie_kan_niets_veranderen(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    client, voor = als(cast.cora), Logregel.objects.filter(soort=Logsoort.HANDELING).count()
    for naam in ("meting_vastleggen", "incident_vastleggen", "tekst_vrijgeven"):
        url = reverse(f"monitoring:{naam}", args=[aanpak.dossier.pk])
        assert client.post(url, {"tekst": "x"}).status_code == 404
    for url in paginas(aanpak):
        assert client.post(url).status_code == 405
        html = client.get(url).content.decode()
        hoofd = html[html.index("<main") : html.index("</main>")]
        assert not re.search(r'<form[^>]*method="post"', hoofd)
    assert Logregel.objects.filter(soort=Logsoort.HANDELING).count() == voor


@pytest.mark.parametrize("aantal", [1, 3])
def test_de_lijst_vraagt_altijd_evenveel(
    cast: Cast, als: Als, aantal: int, paginavragen: Paginavragen
) -> None:
    for _ in range(aantal):
        dossier = maak_dossier(cast)
        maak_casus(cast, dossier, Advies.GEEN_ACTIE, Advies.AANPAK)
    client = als(cast.cora)
    url = reverse("monitoring:toezicht_dossiers")
    client.get(url)
    with paginavragen(LIJST_QUERIES):
        html = client.get(url).content.decode()
    assert html.count("toezicht/dossier/") == aantal


def test_filters_zonder_zin_filteren_niet(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    client = als(cast.cora)
    for vraag in ("fase=onzin", "risicogroep=99", "vanaf=kapot", "risicogroep=4&fase=uitvoering"):
        html = client.get(f"{paginas(aanpak)[0]}?{vraag}").content.decode()
        assert aanpak.dossier.nummer in html


def test_vrijgeven_op_de_pagina(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    client = als(cast.paula)
    lijst = reverse("monitoring:vrijgaven", args=[aanpak.dossier.pk])
    assert "Gesprek over werk" in client.get(lijst).content.decode()
    url = reverse("monitoring:tekst_vrijgeven", args=[aanpak.dossier.pk, aanpak.informatie.pk])
    assert "bij de fietsenmaker" in client.get(url).content.decode()
    met_naam = {"onderwerp": "Werk", "tekst": "Zoë wil bij de fietsenmaker beginnen."}
    antwoord = client.post(url, met_naam)
    assert antwoord.status_code == 422
    assert "nog wie het is: ‘Zoë’" in antwoord.content.decode()
    zonder = met_naam | {"tekst": "De betrokkene wil beginnen."}
    assert client.post(url, zonder | {"tekst": ""}).status_code == 422
    assert client.post(url, zonder).status_code == 303
    html = client.get(lijst).content.decode()
    assert "leesbaar voor de Commissie" in html
    intrekken = re.search(r"/monitoring/vrijgave/[0-9a-f-]+/intrekken/", html)
    assert intrekken
    assert client.post(intrekken[0], {"reden": "Toch te herkenbaar"}).status_code == 303
    assert "ingetrokken" in client.get(lijst).content.decode()
