"""Mijn werk, the list and a dossier in a real browser: readable, reachable, nothing sideways."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from convenant.services.taken import taak_toevoegen
from tests.cast import Cast
from tests.convenant.test_handeling import een_dossier, geef_regie

NIET_OPZIJ = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.mark.reis
def test_een_regisseur_vindt_zijn_werk(bezoek, axe, schermafbeelding) -> None:
    cast = Cast()
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    rik = cast.rik.op(timezone.now())
    for titel, dagen in (("Gesprek over werkplek", -2), ("Terugkoppelen aan school", 9)):
        taak_toevoegen(
            rik,
            dossier,
            titel=titel,
            voor=cast.rik.hoedanigheid,
            uiterlijk=rik.vandaag + timedelta(days=dagen),
        )
    plekken = [
        reverse("convenant:mijn_werk"),
        reverse("convenant:taken"),
        reverse("convenant:dossiers"),
        *(
            reverse(f"convenant:{naam}", args=[dossier.pk])
            for naam in ("dossier_inzien", "betrokkenen", "waarom", "logboek", "taak_toevoegen")
        ),
    ]
    for breedte in (1280, 375):
        page = bezoek(cast.rik.medewerker, width=breedte)
        for plek in plekken:
            page.goto(plek)
            axe(page)
            assert page.evaluate(NIET_OPZIJ), plek
            schermafbeelding(page, f"{plek.strip('/').split('/')[-1][:12]}-{breedte}")
