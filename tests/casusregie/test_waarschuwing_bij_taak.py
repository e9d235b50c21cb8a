"""A safety warning reaches everyone with a task in the case, whatever he may know of the dossier."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from casusregie.models import Casus
from casusregie.services.waarschuwing import waarschuwing_intrekken, waarschuwing_plaatsen
from convenant.models import Taak
from convenant.services.taken import taak_toevoegen
from tests.cast import NU, Cast, Speler
from tests.infra.browser import Visits
from tests.stappen.casus import casus_geopend

TEKST = "Nooit alleen op huisbezoek"
MERK = "veiligheidswaarschuwing"


def alleen_een_taak(cast: Cast, voor: Speler) -> tuple[Casus, Taak]:
    """Someone with work in a case of which he may know nothing else."""
    casus = casus_geopend(cast)
    taak = taak_toevoegen(
        cast.rik.toegang,
        casus.dossier,
        titel="Bel de school",
        voor=voor.hoedanigheid,
        uiterlijk=NU.date() + timedelta(days=3),
    )
    return casus, taak


def waarschuwen(cast: Cast, casus: Casus, **gegevens: Any) -> Any:
    tot = NU.date() + timedelta(days=30)
    return waarschuwing_plaatsen(
        cast.rik.toegang, casus.dossier, **{"tekst": TEKST, "tot": tot, **gegevens}
    )


def test_wie_alleen_een_taak_heeft_leest_de_waarschuwing_bij_die_taak(
    cast: Cast, als: Callable[[Speler], Client]
) -> None:
    casus, taak = alleen_een_taak(cast, cast.zoe)
    url = reverse("convenant:taak_inzien", args=[taak.pk])
    zoe = als(cast.zoe)
    assert zoe.get(reverse("convenant:dossier_inzien", args=[casus.dossier_id])).status_code == 404
    assert TEKST not in zoe.get(url).text
    assert MERK not in zoe.get(reverse("convenant:mijn_werk")).text
    waarschuwing = waarschuwen(cast, casus)
    bladzijde = zoe.get(url).text
    assert TEKST in bladzijde
    assert "Bron: Gemeente, OOV" in bladzijde
    begin = zoe.get(reverse("convenant:mijn_werk"))
    assert [regel.waarschuwing_url for regel in begin.context["taken_nu"]] == [url]
    assert MERK in begin.text
    assert TEKST not in begin.text
    waarschuwing_intrekken(cast.rik.toegang, waarschuwing, reden="Niet meer nodig")
    assert TEKST not in zoe.get(url).text
    assert MERK not in zoe.get(reverse("convenant:mijn_werk")).text


def test_een_taak_in_een_andere_casus_krijgt_geen_merk(
    cast: Cast, als: Callable[[Speler], Client]
) -> None:
    casus, _ = alleen_een_taak(cast, cast.ron)
    alleen_een_taak(cast, cast.zoe)
    waarschuwen(cast, casus)
    assert MERK not in als(cast.zoe).get(reverse("convenant:mijn_werk")).text


def test_een_taak_in_een_verborgen_dossier_hoort_niet_bij_het_meldpunt(
    cast: Cast, als: Callable[[Speler], Client]
) -> None:
    alleen_een_taak(cast, cast.zoe)
    zoe = als(cast.zoe)
    assert "dossier niet met u gedeeld" in zoe.get(reverse("convenant:mijn_werk")).text
    assert "dossier niet met u gedeeld" in zoe.get(reverse("convenant:taken")).text


def test_het_merk_in_de_browser(
    cast: Cast, bezoek: Visits, schermafbeelding: Any, axe: Any
) -> None:
    casus, taak = alleen_een_taak(cast, cast.zoe)
    waarschuwen(cast, casus, tot=NU.date() + timedelta(days=300))
    for breedte in (1280, 375):
        pagina = bezoek(cast.zoe.medewerker, width=breedte)
        pagina.goto(reverse("convenant:mijn_werk"))
        axe(pagina)
        schermafbeelding(pagina, f"werk-waarschuwing-{breedte}")
        pagina.get_by_role("link", name=MERK).click()
        assert TEKST in pagina.get_by_role("note").inner_text()
        assert pagina.url.endswith(reverse("convenant:taak_inzien", args=[taak.pk]))
        schermafbeelding(pagina, f"taak-waarschuwing-{breedte}")
