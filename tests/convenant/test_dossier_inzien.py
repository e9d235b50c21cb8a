"""The overview of a dossier shows each role what it may know, and no more."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from beoordeling.services.informatie import contactmoment_vastleggen
from convenant.enums import Fase
from convenant.views.dossier import tijdlijn
from tests.cast import NU, Cast
from tests.convenant.test_handeling import een_dossier, geef_regie
from tests.stappen.casus import casus_geopend


def test_de_regisseur_ziet_het_overzicht(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    antwoord = als(cast.rik).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    assert antwoord.status_code == 200
    tekst = antwoord.content.decode()
    assert f"Casus {dossier.nummer}" in tekst
    assert "Rik de Boer" in tekst
    assert "Tijdlijn" in tekst


@pytest.mark.parametrize("wie", ["wendy", "zoe", "sanne", "bram"])
def test_wie_niets_mag_weten_krijgt_geen_pagina(cast: Cast, als, wie: str) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    antwoord = als(getattr(cast, wie)).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    assert antwoord.status_code == 404


@pytest.mark.parametrize("wie", ["cora", "frits", "femke"])
def test_wie_alleen_het_proces_kent_ziet_geen_inhoud(cast: Cast, als, wie: str) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    antwoord = als(getattr(cast, wie)).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    tekst = antwoord.content.decode()
    assert "U ziet alleen procesgegevens" in tekst
    assert "Rik de Boer" not in tekst
    assert 'id="tijdlijn"' not in tekst


def test_waarom_noemt_artikel_en_betrokkenheid(cast: Cast, als) -> None:
    dossier = een_dossier(cast, Fase.UITVOERING)
    geef_regie(cast, dossier)
    antwoord = als(cast.rik).get(reverse("convenant:waarom", args=[dossier.pk]))
    tekst = antwoord.content.decode()
    assert "artikel 5.1" in tekst
    assert "Leidt de casus" in tekst


def test_zonder_pad_kom_je_bij_je_werk(cast: Cast, als) -> None:
    antwoord = als(cast.rik).get("/", follow=True)
    assert antwoord.redirect_chain == [(reverse("convenant:mijn_werk"), 302)]
    assert antwoord.status_code == 200


def test_wat_net_is_vastgelegd_staat_boven_wat_die_dag_al_gebeurde(cast: Cast) -> None:
    casus = casus_geopend(cast)
    middag = replace(cast.rik.toegang, moment=NU + timedelta(hours=4))
    contact = contactmoment_vastleggen(
        middag,
        casus.dossier,
        gebeurd_op=NU.date(),
        met_wie="betrokkene",
        contactdoel="Kennismaken",
        tekst="Rustig gesprek.",
    )
    regels = tijdlijn(cast.rik.toegang, casus.dossier)
    assert regels[0].vastgelegd == contact.vastgelegd_op
    assert regels[1].moment == NU
