"""Every page that the journey does not pass: accessible, and nothing goes sideways on a phone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import Page

from monitoring.models import Meting
from tests.architecture.formuliertabel import Plek
from tests.architecture.matrixtabel import adressen
from tests.cast import NU
from tests.infra.browser import BREED, SMAL, Visits
from tests.reizen.bladen import BUITEN_DE_REIS, IN_DE_REIS, bladen
from tests.reizen.werkplek import SCHUIFT
from tests.stappen.hele_wereld import hele_wereld
from tests.stappen.wereld import Wereld


@pytest.fixture
def wereld(transactional_db: None) -> Iterator[Wereld]:
    with time_machine.travel(NU, tick=True):
        yield hele_wereld()


def _stuk(wereld: Wereld, naam: str) -> Any:
    if naam == "instrument":
        return wereld.interventie_klaar.instrument
    if naam == "meting":
        return Meting._base_manager.filter(dossier=wereld.casus.dossier).earliest("pk")
    return getattr(wereld, naam)


def _waarde(wereld: Wereld, plek: Plek, deel: str) -> Any:
    woord = plek.extra.get(deel)
    if woord is not None:
        stuk = getattr(wereld, woord, None)
        return woord if stuk is None else stuk.pk
    stuk = _stuk(wereld, plek.stuk)
    return getattr(stuk, "dossier_id", stuk.pk) if deel == "dossier_id" else stuk.pk


def _pad(wereld: Wereld, sleutel: str, plek: Plek) -> str:
    adres = adressen()[sleutel]
    return reverse(adres.naam, kwargs={d: _waarde(wereld, plek, d) for d in adres.namen})


def test_elk_blad_wordt_bekeken() -> None:
    assert {sleutel.partition("+")[0] for sleutel in BUITEN_DE_REIS} == bladen() - IN_DE_REIS


@pytest.mark.reis
def test_elk_ander_blad_is_toegankelijk_en_past(
    wereld: Wereld,
    bezoek: Visits,
    axe: Callable[[Page], None],
    schermafbeelding: Callable[[Page, str], None],
) -> None:
    schermen: dict[str, Page] = {}
    for naam, plek in BUITEN_DE_REIS.items():
        if plek.speler not in schermen:
            schermen[plek.speler] = bezoek(getattr(wereld.cast, plek.speler).medewerker)
        page = schermen[plek.speler]
        page.set_viewport_size(BREED)
        antwoord = page.goto(_pad(wereld, naam, plek))
        assert antwoord is not None
        assert antwoord.status == 200, f"{naam}: {antwoord.status} voor {plek.speler}"
        axe(page)
        beeld = naam.partition(":")[2]
        schermafbeelding(page, f"{beeld}-1280")
        page.set_viewport_size(SMAL)
        assert not page.evaluate(SCHUIFT), f"{naam} schuift opzij op 375"
        schermafbeelding(page, f"{beeld}-375")
