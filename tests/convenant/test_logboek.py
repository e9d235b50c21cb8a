"""The logboek of a dossier: who saw what, without names for the Commissie."""

import pytest
from django.urls import reverse

from convenant.guard import deur_van
from convenant.logboek import PAGINATITELS
from tests.architecture.bron import url_patterns
from tests.cast import Cast
from tests.convenant.test_handeling import een_dossier, geef_regie


@pytest.mark.parametrize(
    ("wie", "status", "naam"),
    [
        ("paula", 200, True),
        ("rik", 200, True),
        ("leo", 200, True),
        ("frits", 200, True),
        ("cora", 200, False),
        ("wendy", 404, False),
        ("gemma", 404, False),
        ("femke", 404, False),
    ],
)
def test_wie_het_logboek_leest(cast: Cast, als, wie: str, status: int, naam: bool) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    als(cast.pieter).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    antwoord = als(getattr(cast, wie)).get(reverse("convenant:logboek", args=[dossier.pk]))
    assert antwoord.status_code == status
    tekst = antwoord.content.decode()
    assert ("Pieter Zand" in tekst) is naam
    assert ("Dossier: overzicht" in tekst) is (status == 200)


def test_filter_op_soort(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    client = als(cast.paula)
    client.get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    url = reverse("convenant:logboek", args=[dossier.pk])
    tekst = client.get(url, {"soort": "handeling"}).content.decode()
    assert "betrokkenheid verlenen" in tekst
    assert "Dossier: overzicht" not in tekst


def test_een_inzage_heet_zoals_de_pagina_heet(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    client = als(cast.paula)
    for naam in ("tijdlijn_inzien", "taak_toevoegen"):
        client.get(reverse(f"convenant:{naam}", args=[dossier.pk]))
    url = reverse("convenant:logboek", args=[dossier.pk])
    wat = {rij[2].tekst for rij in client.get(url, {"soort": "inzage"}).context["rijen"]}
    assert wat == {"Dossier: tijdlijn", "Taak toevoegen (formulier)"}
    wat = {rij[2].tekst for rij in client.get(url, {"soort": "handeling"}).context["rijen"]}
    assert "betrokkenheid verlenen" in wat


def test_elke_pagina_die_wordt_gelezen_heeft_een_eigen_titel() -> None:
    """No technical name is left for whoever reads the logboek."""
    doelen = {
        deur.doel
        for *_, patroon in url_patterns()
        if (deur := deur_van(patroon.callback, None)) and deur.soort in ("inzage", "handeling")
    }
    zonder = {doel for doel in doelen if "_" in PAGINATITELS.get(doel, doel)}
    assert zonder == set()
    titels = [PAGINATITELS[doel] for doel in doelen if doel in PAGINATITELS]
    assert sorted(titels) == sorted(set(titels))


def test_het_tabblad_heet_als_in_het_logboek(cast: Cast, als) -> None:
    tekst = als(cast.paula).get(reverse("convenant:taken")).text
    assert "<title>Taken - Casusregie</title>" in tekst
