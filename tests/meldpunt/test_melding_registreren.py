"""Recording a report: on one page, with the melder behind a custodian and nothing typed lost."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from convenant.enums import Rol, Taaksoort
from convenant.models import Taak
from meldpunt.enums import Meldingstatus
from meldpunt.models import Melder, Melding
from tests.cast import NU, Cast, Speler
from tests.stappen.meldpunt import (
    SCHETS,
    melder_van,
    melding_gekoppeld,
    melding_geregistreerd,
    melding_ingestuurd,
)

type Als = Callable[[Speler], Client]
URL = "/meldpunt/melding/registreren/"


def invoer(**anders: Any) -> dict[str, Any]:
    return {
        "sleutel": str(uuid.uuid4()),
        "situatieschets": SCHETS,
        "urgentie": "gewoon",
        "meldersoort": "school",
        "kanaal": "telefoon",
        "gemeld_op": "2026-11-18T09:00",
        "stroom": "onduidelijk",
        "melder_naam": "Greet Mentor",
        "terugbelnummer": "06 12345678",
    } | anders


def enige_melding(cast: Cast) -> Melding:
    return Melding.objects.voor(cast.samira.toegang).get()


def test_een_melding_staat_er_en_is_nog_niet_gekoppeld(cast: Cast, als: Als) -> None:
    antwoord = als(cast.samira).post(URL, invoer(wil_terugkoppeling="on"))
    melding = enige_melding(cast)
    assert antwoord.headers["Location"] == reverse("meldpunt:melding_inzien", args=[melding.pk])
    assert (melding.status, melding.dossier_id) == (Meldingstatus.NIEUW, None)
    assert melding.bron == cast.samira.organisatie
    assert melder_van(melding).naam == "Greet Mentor"
    taak = Taak.objects.voor(cast.joost.toegang).get(soort=Taaksoort.TERUGKOPPELING)
    assert (taak.voor_rol, (taak.uiterlijk - NU.date()).days) == (Rol.MAP_MEDEWERKER, 14)
    assert "Greet" not in taak.titel


def test_een_dubbele_klik_is_een_melding(cast: Cast, als: Als) -> None:
    client, zelfde = als(cast.samira), invoer()
    eerste, tweede = client.post(URL, zelfde), client.post(URL, zelfde)
    assert Melding.objects.voor(cast.samira.toegang).count() == 1
    assert eerste.headers["Location"] == tweede.headers["Location"]


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"situatieschets": ""}, "vul dit in"),
        ({"situatieschets": "x" * 20_001}, "niet meer dan 20000 tekens"),
        ({"feiten": "gezien\x07"}, "onzichtbare tekens"),
        ({"urgentie": "heel erg"}, "een van de mogelijkheden"),
        ({"urgentie": ""}, "maak hier een keuze"),
        ({"gemeld_op": "2030-01-01T09:00"}, "niet in de toekomst"),
        ({"gemeld_op": "morgen"}, "geen tijdstip"),
        ({"genoemde_geboortedatum": "2026-02-31"}, "geen datum die bestaat"),
        ({"genoemde_geboortedatum": "2031-01-01"}, "niet in de toekomst"),
        ({"genoemde_leeftijd": "-3"}, "0 of meer"),
        ({"genoemde_leeftijd": "jong"}, "heel getal"),
        ({"genoemde_voornaam": "Jan\nPiet"}, "op één regel"),
        ({"genoemde_voornaam": "J" * 101}, "niet meer dan 100 tekens"),
        ({"anoniem": "on"}, "wil anoniem blijven"),
        ({"wil_terugkoppeling": "on", "terugbelnummer": ""}, "nummer in waarop"),
        ({"gebeld_met": "Meldkamer"}, "wanneer u hebt gebeld"),
        ({"gebeld_op": "2026-11-18T09:00"}, "wie u hebt gebeld"),
        ({"sleutel": "geen sleutel"}, "formulier is verlopen"),
    ],
)
def test_slechte_invoer_wordt_uitgelegd_en_niets_gaat_verloren(
    cast: Cast, als: Als, fout: dict[str, str], zin: str
) -> None:
    antwoord = als(cast.samira).post(URL, invoer(interpretatie="Dit bleef staan.") | fout)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin.lower() in tekst.lower()
    assert "Dit bleef staan." in tekst
    assert not Melding.objects.voor(cast.samira.toegang).exists()


def test_acuut_zegt_meteen_wat_te_doen(cast: Cast, als: Als) -> None:
    client = als(cast.samira)
    assert "Bel eerst 112" in client.get(URL).content.decode()
    client.post(URL, invoer(urgentie="acuut"))
    melding = enige_melding(cast)
    url = reverse("meldpunt:melding_inzien", args=[melding.pk])
    assert "Bel 112." in client.get(url).content.decode()
    aanvullen = invoer(versie=1, urgentie="acuut", gebeld_met="Wijkteam, dhr. Haan")
    aanvullen["gebeld_op"] = "2026-11-18T09:10"
    client.post(reverse("meldpunt:melding_aanvullen", args=[melding.pk]), aanvullen)
    assert "Gebeld: Wijkteam, dhr. Haan" in client.get(url).content.decode()


def test_een_anonieme_melder_heeft_geen_naam(cast: Cast, als: Als) -> None:
    als(cast.samira).post(URL, invoer(anoniem="on", melder_naam=""))
    melder = melder_van(enige_melding(cast))
    assert (melder.anoniem, melder.naam) == (True, "")


def test_alleen_het_meldpunt_ziet_wie_de_melder_is(cast: Cast, als: Als) -> None:
    melding = melding_gekoppeld(cast)
    url = reverse("meldpunt:melding_inzien", args=[melding.pk])
    assert "Greet Mentor" in als(cast.samira).get(url).content.decode()
    gezien = als(cast.paula).get(url).content.decode()
    assert "Greet Mentor" not in gezien
    assert "12345678" not in gezien
    assert "ziet alleen het Meldpunt" in gezien
    assert not Melder.objects.voor(cast.paula.toegang).exists()
    assert Melder.objects.voor(cast.samira.toegang).exists()


def test_een_accounthouder_is_zelf_de_melder_en_blijft_verborgen(cast: Cast, als: Als) -> None:
    url = reverse("meldpunt:melding_inzien", args=[melding_ingestuurd(cast).pk])
    naam = cast.sanne.medewerker.naam
    assert naam in als(cast.samira).get(url).content.decode()
    assert naam not in als(cast.paula).get(url).content.decode()


@pytest.mark.parametrize("wie", ["rik", "zoe", "leo", "cora", "frits", "bas", "femke", "piet"])
def test_wie_de_melding_niet_mag_kennen_vindt_haar_niet(cast: Cast, als: Als, wie: str) -> None:
    client = als(getattr(cast, wie))
    for melding in (melding_geregistreerd(cast), melding_gekoppeld(cast)):
        url = reverse("meldpunt:melding_inzien", args=[melding.pk])
        assert client.get(url).status_code == 404


def test_de_tweede_die_aanvult_ziet_het_verschil(cast: Cast, als: Als) -> None:
    melding = melding_geregistreerd(cast)
    url = reverse("meldpunt:melding_aanvullen", args=[melding.pk])
    eerste = als(cast.joost).post(url, invoer(versie=1, feiten="Joost was eerst."))
    assert eerste.status_code == 303
    tweede = als(cast.samira).post(url, invoer(versie=1, feiten="Samira typte dit."))
    tekst = tweede.content.decode()
    assert tweede.status_code == 409
    assert "Joost was eerst." in tekst
    assert "Samira typte dit." in tekst
    opgeslagen = als(cast.samira).post(url, invoer(versie=2, feiten="Beide."))
    assert opgeslagen.status_code == 303
    assert enige_melding(cast).feiten == "Beide."


def test_na_de_duiding_kan_er_niets_meer_bij(cast: Cast, als: Als) -> None:
    melding = melding_ingestuurd(cast)
    Melding._base_manager.filter(pk=melding.pk).update(status=Meldingstatus.NIEUW)
    url = reverse("meldpunt:melding_aanvullen", args=[melding.pk])
    assert als(cast.samira).get(url).status_code == 200
    assert als(cast.sanne).get(url).status_code == 404
    assert als(cast.samira).get(url.replace(str(melding.pk), str(uuid.uuid4()))).status_code == 404
