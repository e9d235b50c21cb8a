"""Reading in need, judged by a second person; and what was wrong, called back from who had it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from convenant.enums import Noodoordeel, Terughaaluitkomst
from convenant.models import Dossier, Terughaalpost
from tests.cast import Cast
from tests.infra.browser import Visits
from tests.reizen.werkplek import Reis
from tests.stappen import beoordeling

NOOD = "/convenant/noodtoegang/"


@pytest.fixture
def reis(
    bezoek: Visits,
    cast: Cast,
    axe: Callable[[Page], None],
    schermafbeelding: Callable[[Page, str], None],
    tmp_path: Path,
) -> Reis:
    cast.iedereen()
    dossier = beoordeling.dossier_in_regie(cast)
    reis = Reis(bezoek, cast, axe, schermafbeelding, tmp_path)
    reis.dossier, reis.nummer = str(dossier.pk), dossier.nummer
    return reis


def _dicht(reis: Reis) -> None:
    antwoord = reis.ruben.page.goto(f"/convenant/dossier/{reis.dossier}/")
    assert antwoord is not None
    assert antwoord.status == 404


@pytest.mark.reis
@pytest.mark.timeout(300)
def test_lezen_in_nood_eindigt_en_wordt_beoordeeld(reis: Reis) -> None:
    ruben = reis.ruben
    _dicht(reis)
    ruben.naar(f"{NOOD}nemen/").verstuur(
        nummer=reis.nummer, reden="Dreiging aan de deur, de regisseur is er niet.", uren="1"
    )
    ruben.open_dossier().ziet("Noodtoegang", reis.nummer)
    ruben.druk("Nu beëindigen")
    _dicht(reis)
    reis.frits.naar("/convenant/fg/").ziet("Ruben Post")
    paula = reis.paula.naar(NOOD).volg("convenant:noodtoegang_inzien")
    paula.ziet("Dreiging aan de deur", "Dossier")
    paula.volg("convenant:noodtoegang_beoordelen").verstuur(
        oordeel=Noodoordeel.TERECHT, reden="Het kon niet wachten."
    )
    paula.ziet("Het kon niet wachten.")


@pytest.mark.reis
@pytest.mark.timeout(300)
def test_wat_niet_klopt_wordt_teruggehaald(reis: Reis) -> None:
    item = beoordeling.contact_vastgelegd(reis.cast.rik, Dossier._base_manager.get(pk=reis.dossier))
    reis.rik.naar(reverse("beoordeling:informatie_corrigeren", args=[item.pk])).verstuur(
        tekst="Het ging over een ander.", reden="Verkeerde persoon"
    )
    reis.ron.werk().ziet(reis.nummer)
    for post in Terughaalpost._base_manager.select_related("organisatie").order_by("pk"):
        wie = reis.ron if post.organisatie == reis.cast.ron.organisatie else reis.zoe
        wie.naar(reverse("convenant:terughalen_bevestigen", args=[post.pk])).verstuur(
            uitkomst=Terughaaluitkomst.VERNIETIGD
        )
    paula = reis.paula.naar("/convenant/terughalen/").ziet("Niets gevonden")
    paula.naar("/convenant/terughalen/?stand=bevestigd").ziet("Reclassering", "GGZ De Linde")
