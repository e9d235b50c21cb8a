"""Wat kan deze medewerker zien?: the rule asked as somebody else, shown as far as one may know."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from convenant.enums import Categorie, Fase, Niveau, Relatie, Rol
from convenant.models import Dossier, Hoedanigheid
from convenant.selectors.zicht import Zicht
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.services.toegangsaanvraag import toegang_aanvragen
from tests.cast import LANG, NU, Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen import beoordeling
from tests.stappen.beoordeling import dossier_in_fase

type Als = Callable[[Speler], Client]


def url(speler: Speler) -> str:
    return reverse("convenant:wat_kan_deze_medewerker_zien", args=[speler.hoedanigheid.pk])


def zicht(lezer: Speler, wie: Speler) -> dict[Dossier, dict[Categorie, Niveau]]:
    gevonden = Zicht(lezer.toegang, wie.hoedanigheid)
    return {
        rij.dossier: {c: k.niveau for k in rij.kennis for c in k.categorieen}
        for rij in gevonden.per_dossier(gevonden.dossiers())
    }


def test_het_is_wat_de_regel_hem_zelf_geeft(cast: Cast) -> None:
    """For everyone: the dossiers of the page are those of his own list."""
    cast.iedereen()
    in_regie = beoordeling.dossier_in_regie(cast)
    dossier_in_fase(cast, Fase.WEGING)
    noodtoegang_nemen(cast.ruben.toegang, nummer=in_regie.nummer, reden="Crisis", uren=1)
    for wie in cast.iedereen():
        zelf = Dossier.objects.voor(wie.toegang, minstens=Niveau.BESTAAN)
        assert set(zicht(cast.paula, wie)) == set(zelf), wie.sleutel
    assert zicht(cast.paula, cast.ron)[in_regie][Categorie.GEWOON] == Niveau.INHOUD


def test_de_fg_ziet_niet_waar_de_zorg_werkt(cast: Cast, als: Als) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    assert zicht(cast.frits, cast.ron)
    assert not zicht(cast.frits, cast.zoe)
    tekst = als(cast.frits).get(url(cast.zoe)).text
    assert dossier.nummer not in tekst
    assert "zelf medisch" in tekst


def test_per_dossier_staat_er_waardoor(cast: Cast, als: Als) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    noodtoegang_nemen(cast.ruben.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    toegang_aanvragen(
        cast.gemma.toegang, dossier, doel="Meelezen", tot=NU.date() + timedelta(days=9)
    )
    paula = als(cast.paula)
    ron, ruben, gemma = (paula.get(url(s)).text for s in (cast.ron, cast.ruben, cast.gemma))
    assert "partner in de uitvoering" in ron
    assert "door Paula Stroom" in ron
    assert "artikel" in ron
    assert "noodtoegang" in ruben
    assert "Wacht op toegang" in gemma


def test_wie_een_account_beheert_ziet_alleen_aantallen(cast: Cast, als: Als) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    tekst = als(cast.anja).get(url(cast.rik)).text
    assert "1 dossier" in tekst
    assert dossier.nummer not in tekst
    assert als(cast.anja).get(url(cast.zoe)).status_code == 404
    assert als(cast.rik).get(url(cast.ron)).status_code == 404


def test_een_rol_die_niet_geldt_ziet_niets(cast: Cast, als: Als) -> None:
    beoordeling.dossier_in_regie(cast)
    Hoedanigheid.objects.create(
        medewerker=cast.ron.medewerker,
        rol=Rol.LID_WEEGPLOEG,
        organisatie=cast.ron.organisatie,
        van=NU.date(),
        bevestigd_tot=LANG,
    )
    cast.ron.hoedanigheid.bevestigd_tot = NU.date() - timedelta(days=1)
    cast.ron.hoedanigheid.save()
    assert not zicht(cast.paula, cast.ron)
    tekst = als(cast.paula).get(url(cast.ron)).text
    assert "niet bevestigd" in tekst
    assert "lid weegploeg" in tekst


@pytest.mark.parametrize("aantal", [1, 3])
def test_een_dossier_meer_is_geen_vraag_meer(
    cast: Cast, als: Als, paginavragen: Paginavragen, aantal: int
) -> None:
    for _ in range(aantal):
        betrokkenheid_verlenen(
            cast.paula.toegang,
            dossier_in_fase(cast, Fase.UITVOERING),
            wie=cast.ron.hoedanigheid,
            relatie=Relatie.PARTNER,
            reden="Werkt hier",
        )
    paula = als(cast.paula)
    paula.get(url(cast.ron))
    with paginavragen(16):
        antwoord = paula.get(url(cast.ron))
    assert len(antwoord.context["rijen"]) == aantal
