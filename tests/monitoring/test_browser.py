"""The pages of looking back in a real browser, wide and narrow: accessible, and as they look."""

from collections.abc import Callable
from datetime import date

from django.urls import reverse
from playwright.sync_api import Page, expect

from casusregie.enums import Leefdomein
from monitoring.enums import Trap
from tests.cast import Cast
from tests.infra.browser import Visits
from tests.monitoring.conftest import Aanpak
from tests.stappen.monitoring import (
    dossierrapport_gevraagd,
    incident_gemeld,
    meting_gedaan,
    tekst_vrijgegeven,
    toezichtrapport_gevraagd,
    voortgang_verteld,
)


def _verhaal(cast: Cast, aanpak: Aanpak) -> dict[str, tuple[str, str]]:
    rik, dossier = cast.rik.toegang, aanpak.dossier
    meting_gedaan(
        rik,
        dossier,
        {Leefdomein.WONEN: Trap.ACUUT, Leefdomein.GEZIN: None},
        gemeten_op=date(2026, 6, 2),
    )
    meting_gedaan(rik, dossier, {Leefdomein.WONEN: Trap.NIET}, gemeten_op=date(2026, 9, 1))
    meting = meting_gedaan(rik, dossier, {Leefdomein.WONEN: Trap.VOLDOENDE})
    incident_gemeld(rik, dossier)
    voortgang_verteld(rik, aanpak.interventie)
    tekst_vrijgegeven(cast.paula.toegang, dossier)
    rapport = toezichtrapport_gevraagd(cast.leo.toegang, date(2026, 1, 1), date(2026, 11, 18))
    dossierrapport_gevraagd(cast.leo.toegang, dossier)
    pk, informatie = dossier.pk, aanpak.informatie.pk
    namen: dict[str, tuple[str, list[object]]] = {
        "monitoring_inzien": ("rik", [pk]),
        "meting_inzien": ("ron", [pk, meting.pk]),
        "meting_vastleggen": ("rik", [pk]),
        "incident_vastleggen": ("ron", [pk]),
        "voortgang_vastleggen": ("ron", [aanpak.interventie.pk]),
        "rapporten": ("leo", []),
        "rapport_aanvragen": ("leo", []),
        "rapport_inzien": ("leo", [rapport.pk]),
        "toezicht_dossiers": ("cora", []),
        "toezicht_dossier": ("cora", [pk]),
        "toezicht_logboek": ("cora", [pk]),
        "vrijgaven": ("paula", [pk]),
        "tekst_vrijgeven": ("paula", [pk, informatie]),
    }
    return {
        naam: (wie, reverse(f"monitoring:{naam}", args=args)) for naam, (wie, args) in namen.items()
    }


def test_elke_pagina_is_toegankelijk_en_past(
    bezoek: Visits,
    cast: Cast,
    aanpak: Aanpak,
    axe: Callable[[Page], None],
    schermafbeelding: Callable[[Page, str], None],
) -> None:
    bladen: dict[str, Page] = {}
    for naam, (wie, url) in _verhaal(cast, aanpak).items():
        if wie not in bladen:
            bladen[wie] = bezoek(getattr(cast, wie).medewerker)
        pagina = bladen[wie]
        pagina.set_viewport_size({"width": 1280, "height": 900})
        pagina.goto(url)
        expect(pagina.locator("h1")).to_have_count(1)
        axe(pagina)
        schermafbeelding(pagina, f"{naam}-1280")
        pagina.set_viewport_size({"width": 375, "height": 812})
        assert pagina.evaluate("document.documentElement.scrollWidth") <= 375, naam
        schermafbeelding(pagina, f"{naam}-375")
