"""The pages of the case in a real browser: nothing breaks WCAG, nothing scrolls sideways."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from casusregie.models import Casus
from casusregie.services.interventie import interventie_voorstellen
from casusregie.services.plan import plan_opstellen
from casusregie.services.plandoel import planstap_toevoegen
from casusregie.services.waarschuwing import waarschuwing_plaatsen
from tests.cast import NU, Cast
from tests.stappen.casus import (
    casus_geopend,
    instrument,
    interventie_voorbereid,
    partner_betrokken,
    plan_vastgesteld,
)

ADRESSEN = {
    "casussen": "casusregie:casussen",
    "dossier": "convenant:dossier_inzien",
    "plan": "casusregie:plan_inzien",
    "afschaling": "casusregie:afschaling_inzien",
    "koffer": "casusregie:koffer",
    "pauze": "casusregie:casus_pauzeren",
}


def een_lopende_casus(cast: Cast) -> Casus:
    casus = casus_geopend(cast, herbeoordeling_op=NU.date() + timedelta(days=9))
    partner_betrokken(cast, casus, cast.ron)
    _, doel = plan_vastgesteld(cast, casus)
    rik = cast.rik.toegang
    planstap_toevoegen(
        rik,
        doel,
        omschrijving="Kennismaken met de mentor",
        eigenaar=cast.ron.hoedanigheid,
        uiterlijk=NU.date() + timedelta(days=20),
    )
    interventie_voorbereid(cast, doel, "NORMEREND_GESPREK")
    interventie_voorstellen(rik, doel, instrument=instrument("TWBMT_MELDPLICHT"))
    waarschuwing_plaatsen(
        rik,
        casus.dossier,
        tekst="Nooit alleen op huisbezoek",
        tot=NU.date() + timedelta(days=60),
    )
    plan_opstellen(rik, casus)
    return casus


@pytest.mark.reis
@pytest.mark.parametrize("breedte", [1280, 375])
def test_de_paginas_van_de_casus_zijn_toegankelijk(
    bezoek: Any,
    axe: Callable[[Any], None],
    schermafbeelding: Callable[[Any, str], None],
    cast: Cast,
    breedte: int,
) -> None:
    casus = een_lopende_casus(cast)
    pagina = bezoek(cast.rik.medewerker, width=breedte)
    for naam, adres in ADRESSEN.items():
        zonder = naam in ("casussen", "koffer")
        pagina.goto(reverse(adres, args=[] if zonder else [casus.dossier_id]))
        axe(pagina)
        schermafbeelding(pagina, f"casus-{naam}-{breedte}")
        breed = pagina.evaluate("document.documentElement.scrollWidth")
        assert breed <= breedte, f"{naam} is {breed} breed"
