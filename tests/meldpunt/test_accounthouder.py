"""An accounthouder sends reports and learns nothing: the same pages for known and unknown people."""

import re
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from convenant.models import Dossier, Logregel, Taak
from meldpunt.enums import Meldingstatus
from meldpunt.models import Melding, Naamsleutel, Persoon
from meldpunt.services.antwoorden import terugkoppeling_geven
from tests.cast import Cast, Speler
from tests.stappen.meldpunt import (
    SCHETS,
    dossier_van_melding,
    melder_van,
    melding_gekoppeld,
    melding_geregistreerd,
    melding_ingestuurd,
)

type Als = Callable[[Speler], Client]
LIJST = "/meldpunt/melding/eigen/"
URL = "/meldpunt/melding/insturen/"


def invoer(**anders: Any) -> dict[str, Any]:
    return {
        "sleutel": str(uuid.uuid4()),
        "situatieschets": SCHETS,
        "urgentie": "gewoon",
        "meldersoort": "school",
        "genoemde_voornaam": "Youssef",
        "genoemde_achternaam": "Voorbeeld",
    } | anders


def test_insturen_geeft_een_melding_van_de_eigen_organisatie(cast: Cast, als: Als) -> None:
    cast.samira  # noqa: B018 -- there is a Meldpunt that will call back
    client = als(cast.sanne)
    gegevens = invoer(terugbelnummer="020 123", wil_terugkoppeling="on")
    assert client.post(URL, gegevens).headers["Location"] == LIJST
    melding = Melding.objects.voor(cast.samira.toegang).get()
    assert (melding.bron, melding.status) == (cast.sanne.organisatie, Meldingstatus.NIEUW)
    assert melder_van(melding).naam == "Sanne Prins"
    assert Taak.objects.voor(cast.samira.toegang).count() == 1
    assert not Taak.objects.voor(cast.sanne.toegang).exists()
    assert "ontvangen" in client.get(LIJST).content.decode()


def zonder_wisselend(tekst: str, melding: Melding) -> str:
    """The page without what differs at every visit: tokens, keys and the number of the report."""
    kaal = tekst.replace(melding.nummer, "NUMMER")
    kaal = re.sub(r'value="[A-Za-z0-9-]{20,}"', "", kaal)
    return re.sub(r"\d+\.\d\d uur", "UUR", kaal)


def test_bekend_of_onbekend_geeft_precies_dezelfde_paginas(cast: Cast, als: Als) -> None:
    """Known: a dossier of this very person; unknown: an empty database. No byte may differ."""
    gezien = []
    for speler, bekend in ((cast.sanne, True), (cast.mark, False)):
        if bekend:
            melding_gekoppeld(cast, melding_geregistreerd(cast))
        naam = "Youssef" if bekend else "Onno"
        client = als(speler)
        client.post(URL, invoer(genoemde_voornaam=naam))
        antwoord = client.get(LIJST)
        melding = Melding.objects.voor(speler.toegang).get()
        if bekend:
            dossier = Dossier.objects.voor(cast.paula.toegang).get()
            assert dossier.nummer not in antwoord.content.decode()
        tekst = antwoord.content.decode().replace(speler.organisatie.naam, "SCHOOL")
        tekst = tekst.replace(speler.medewerker.naam, "WIE")
        gezien.append(zonder_wisselend(tekst, melding))
    assert gezien[0] == gezien[1]


def test_later_ziet_hij_alleen_de_stand(cast: Cast, als: Als) -> None:
    melding = melding_ingestuurd(cast, wil_terugkoppeling=True, terugbelnummer="020 123")
    melding = melding_gekoppeld(cast, melding)
    client = als(cast.sanne)
    tekst = client.get(LIJST).content.decode()
    assert "in behandeling" in tekst
    assert dossier_van_melding(melding).nummer not in tekst.replace(melding.nummer, "")
    terugkoppeling_geven(cast.samira.toegang, melding, tekst="Bedankt, wij keken ernaar.")
    tekst = client.get(LIJST).content.decode()
    assert "terugkoppeling gegeven" in tekst
    assert "wij keken ernaar" not in tekst


def test_hij_ziet_alleen_zijn_eigen_meldingen(cast: Cast, als: Als) -> None:
    melding = melding_ingestuurd(cast)
    assert melding.nummer not in als(cast.mark).get(LIJST).content.decode()
    assert not Melding.objects.voor(cast.mark.toegang).exists()


def test_geen_enkele_andere_pagina_gaat_open(cast: Cast, als: Als) -> None:
    melding = melding_gekoppeld(cast, melding_ingestuurd(cast))
    client, dossier = als(cast.sanne), dossier_van_melding(melding)
    paginas = [
        reverse(f"meldpunt:{naam}", args=[melding.pk])
        for naam in (
            "melding_inzien",
            "melding_aanvullen",
            "melding_koppelen",
            "melding_herkoppelen",
            "melding_duiden",
            "terugkoppeling_geven",
        )
    ]
    paginas += [reverse(f"meldpunt:{naam}") for naam in ("meldingen", "adviesvragen", "zoeken")]
    paginas += [
        reverse("meldpunt:meldingen_van_dossier", args=[dossier.pk]),
        reverse("convenant:dossier_inzien", args=[dossier.pk]),
        reverse("meldpunt:persoon_wijzigen", args=[melding.persoon_id]),
    ]
    assert {client.get(url).status_code for url in paginas} == {404}
    for model in (Dossier, Persoon, Naamsleutel):
        assert not model.objects.voor(cast.sanne.toegang).exists()


def test_zijn_pagina_heeft_geen_zoekveld(cast: Cast, als: Als) -> None:
    tekst = als(cast.sanne).get(URL).content.decode()
    assert 'role="search"' not in tekst
    assert 'name="vraag"' not in tekst


@pytest.mark.parametrize(
    "fout",
    [
        {"situatieschets": ""},
        {"situatieschets": "\x00"},
        {"urgentie": "x"},
        {"wil_terugkoppeling": "on"},
        {"genoemde_geboortedatum": "1850-01-01"},
    ],
)
def test_slechte_invoer_houdt_wat_getypt_was(cast: Cast, als: Als, fout: dict[str, str]) -> None:
    antwoord = als(cast.sanne).post(URL, invoer(feiten="Dit bleef staan.") | fout)
    assert antwoord.status_code == 422
    assert "Dit bleef staan." in antwoord.content.decode()
    assert not Logregel.objects.filter(naam="melding_insturen").exists()
