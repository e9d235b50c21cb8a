"""A meeting that has not begun says who opens it, and lets who may do so from where he is."""

from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from casusregie.enums import Overlegstatus
from casusregie.models import Agendapunt, Overleg
from tests.cast import Cast, Speler
from tests.infra.browser import Visits
from tests.stappen.besluit import overleg_met_weging

type Als = Callable[[Speler], Client]

NIET_GEOPEND = "Dit overleg is nog niet geopend."


def url(naam: str, *args: Any) -> str:
    return reverse(f"casusregie:{naam}", args=args)


def test_de_procesregisseur_opent_het_op_het_gedeelde_scherm(cast: Cast, als: Als) -> None:
    overleg = overleg_met_weging(cast)
    scherm, openen = url("overleg_scherm", overleg.pk), url("overleg_openen", overleg.pk)
    paula = als(cast.paula)
    bladzijde = paula.get(scherm).text
    assert NIET_GEOPEND in bladzijde
    assert f'action="{openen}"' in bladzijde
    assert paula.post(openen).headers["Location"] == scherm
    assert Overleg.objects.get().status == Overlegstatus.BEZIG
    assert NIET_GEOPEND not in paula.get(scherm).text


def test_een_ander_leest_wie_het_opent(cast: Cast, als: Als) -> None:
    overleg = overleg_met_weging(cast)
    bladzijde = als(cast.piet).get(url("overleg_scherm", overleg.pk)).text
    assert f"{NIET_GEOPEND} Dat doet de procesregisseur; voorzitter is Paula Stroom." in bladzijde
    assert url("overleg_openen", overleg.pk) not in bladzijde


def test_een_stap_die_te_vroeg_komt_wijst_naar_het_openen(cast: Cast, als: Als) -> None:
    overleg = overleg_met_weging(cast)
    punt = Agendapunt.objects.voor(cast.paula.toegang).get()
    openen, paula = url("overleg_openen", overleg.pk), als(cast.paula)
    for stap in (url("agendapunt_bespreken", punt.pk), url("overleg_sluiten", overleg.pk)):
        antwoord = paula.get(stap)
        assert antwoord.status_code == 403
        assert f"{NIET_GEOPEND} Dat doet de procesregisseur." in antwoord.text
        assert f'href="{openen}">Overleg openen<' in antwoord.text
    paula.post(openen)
    assert "Overleg openen<" not in paula.get(url("overleg_sluiten", overleg.pk)).text


def test_het_scherm_voor_het_begin_in_de_browser(
    cast: Cast, bezoek: Visits, schermafbeelding: Any, axe: Any
) -> None:
    overleg = overleg_met_weging(cast)
    for wie, breedte in (("piet", 1280), ("paula", 375), ("paula", 1280)):
        pagina = bezoek(getattr(cast, wie).medewerker, width=breedte)
        pagina.goto(url("overleg_scherm", overleg.pk))
        axe(pagina)
        schermafbeelding(pagina, f"scherm-gepland-{wie}-{breedte}")
    pagina.get_by_role("button", name="Overleg openen").click()
    pagina.get_by_role("button", name="Vastleggen").wait_for()
