"""Two organisations side by side on one case, and what the convenant opens and shuts for them."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from beoordeling.enums import Informatiesoort
from beoordeling.models import Informatie
from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Rol, Voorwaarde
from convenant.models import Convenantversie, Dossier, Grondslag, Ondertekening
from tests.cast import Cast, Speler
from tests.infra.browser import Visits
from tests.reizen.werkplek import Reis
from tests.stappen import beoordeling

TITEL = "Gezien bij het station"
CONVENANT = "/convenant/afspraken/"
REGEL = {
    "artikel": "5.8",
    "rol": Rol.PARTNER,
    "soorten": [Organisatiesoort.RECLASSERING],
    "categorieen": [Categorie.POLITIEGEGEVEN],
    "fasen": [Fase.UITVOERING],
    "niveau": str(Niveau.INHOUD.value),
    "voorwaarde": Voorwaarde.BETROKKEN,
    "doel": "Toezicht in de casus",
}


def _vroeger_vastgelegd(dossier: Dossier, bron: Speler) -> None:
    """What the police recorded days before the convenant changed."""
    toen = timezone.now() - timedelta(days=3)
    gegevens = {"titel": TITEL, "grondslag": "Wpg artikel 20", "doel": "Toezicht"}
    stuk = Informatie(
        dossier=dossier,
        categorie=Categorie.POLITIEGEGEVEN,
        bron=bron.organisatie,
        soort=Informatiesoort.WAARNEMING,
        gebeurd_op=toen.date(),
        vastgelegd_op=toen,
        vastgelegd_door=bron.hoedanigheid,
        **gegevens,
    )
    Informatie._base_manager.bulk_create([stuk])


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
    _vroeger_vastgelegd(dossier, cast.piet)
    reis = Reis(bezoek, cast, axe, schermafbeelding, tmp_path)
    reis.dossier, reis.nummer = str(dossier.pk), dossier.nummer
    return reis


def _nieuwe_versie(reis: Reis) -> None:
    """One draws it up and establishes it, another confirms it."""
    paula = reis.paula.naar(CONVENANT).volg("convenant:convenantversie_opstellen")
    paula.verstuur(toelichting="De reclassering houdt toezicht.")
    grondslag = str(Grondslag.objects.get(code="wpg-20").pk)
    paula.volg("convenant:deelregel_toevoegen").verstuur(**REGEL, grondslag=grondslag)
    paula.volg("convenant:convenantversie_gevolgen").ziet(
        "Reclassering", "gaat open", "politiegegeven"
    )
    concept = Convenantversie.objects.latest("nummer")
    versie = reverse("convenant:convenantversie_inzien", args=[concept.pk])
    paula.naar(versie).volg("convenant:convenantversie_vaststellen").verstuur("Vaststellen")
    leo = reis.leo.naar(versie).volg("convenant:convenantversie_bevestigen")
    leo.verstuur("Bevestigen")


@pytest.mark.reis
@pytest.mark.timeout(400)
def test_een_nieuwe_versie_opent_en_een_ingetrokken_handtekening_sluit(reis: Reis) -> None:
    informatie = reverse("beoordeling:informatie", args=[reis.dossier])
    ron, zoe = reis.ron, reis.zoe
    ron.naar(informatie).ziet_niet(TITEL)
    _nieuwe_versie(reis)
    ron.naar(informatie).ziet_niet(TITEL)
    reis.piet.naar(f"{CONVENANT}nieuw-geopend/").volg("convenant:verruiming_bevestigen").verstuur(
        "Bevestigen"
    )
    ron.naar(informatie).ziet(TITEL)
    zoe.naar(informatie).ziet_niet(TITEL)
    getekend = Ondertekening.objects.get(organisatie=reis.cast.ron.organisatie)
    reis.paula.naar(reverse("convenant:ondertekening_intrekken", args=[getekend.pk])).verstuur(
        reden="De organisatie stopt met dit werk."
    )
    weg = ron.page.goto(informatie)
    assert weg is not None
    assert weg.status == 404
    ron.werk().ziet("U ziet nu geen dossiers").ziet_niet(reis.nummer)
    zoe.naar(informatie).ziet(reis.nummer)
