"""The pages of matching, interpreting, the second person and the call back."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from convenant.enums import Fase, Logsoort, Relatie, Taaksoort
from convenant.models import Logregel, Taak
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from meldpunt.enums import Duidinguitkomst, Meldingstatus
from meldpunt.models import Adviesvraag, Duiding, Melding, Persoon
from tests.cast import Cast, Speler
from tests.stappen.meldpunt import (
    dossier_van_melding,
    melder_van,
    melding_geduid,
    melding_gekoppeld,
    melding_geregistreerd,
)

type Als = Callable[[Speler], Client]


def url(naam: str, pk: Any = None) -> str:
    return reverse(f"meldpunt:{naam}", args=[pk] if pk else [])


def vers(melding: Melding) -> Melding:
    return Melding._base_manager.get(pk=melding.pk)


def post(client: Client, adres: str, **velden: Any) -> Any:
    return client.post(adres, {"sleutel": str(uuid.uuid4())} | velden)


def test_een_kandidaat_in_andere_spelling_staat_op_de_pagina(cast: Cast, als: Als) -> None:
    bekend = melding_gekoppeld(cast, voornaam="Joesoef")
    melding = melding_geregistreerd(cast)
    client = als(cast.samira)
    tekst = client.get(url("melding_koppelen", melding.pk)).content.decode()
    dossier = dossier_van_melding(bekend)
    assert f"Joesoef Voorbeeld · geboren in 2007 · dossier {dossier.nummer} · melding" in tekst
    post(client, url("melding_koppelen", melding.pk), keuze=str(bekend.persoon_id))
    assert vers(melding).dossier_id == bekend.dossier_id


def test_koppelen_aan_een_nieuwe_of_onbekende_persoon(cast: Cast, als: Als) -> None:
    client = als(cast.samira)
    nieuw, onbekend = melding_geregistreerd(cast), melding_geregistreerd(cast)
    post(client, url("melding_koppelen", nieuw.pk), keuze="nieuw", voornaam="Youssef")
    post(client, url("melding_koppelen", onbekend.pk), keuze="onbekend", voornaam="Telt niet")
    personen = Persoon.objects.voor(cast.samira.toegang).in_bulk(field_name="id")
    assert personen[vers(nieuw).persoon_id].voornaam == "Youssef"  # type: ignore[index]
    assert personen[vers(onbekend).persoon_id].onbekend  # type: ignore[index]


def test_zoeken_op_een_andere_naam_vindt_en_logt(cast: Cast, als: Als) -> None:
    bekend = melding_gekoppeld(cast, voornaam="Bilal", achternaam="Anders")
    melding = melding_geregistreerd(cast)
    client, adres = als(cast.samira), url("melding_koppelen", melding.pk)
    tekst = client.post(adres, {"vraag": "Bilal"}).content.decode()
    assert "Bilal Anders" in tekst
    assert Logregel.objects.filter(soort=Logsoort.ZOEKVRAAG, naam="melding_koppelen").count() == 1
    post(client, adres, keuze=str(bekend.persoon_id), zoeknaam="Bilal")
    assert vers(melding).persoon_id == bekend.persoon_id


@pytest.mark.parametrize(
    "fout",
    [
        {},
        {"keuze": "iemand"},
        {"keuze": "nieuw", "voornaam": ""},
        {"keuze": "nieuw", "voornaam": "J" * 101},
        {"keuze": "nieuw", "voornaam": "Jan", "geboortedatum": "2040-01-01"},
        {"keuze": "nieuw", "voornaam": "Jan", "geboortejaar": "2040"},
        {"keuze": "nieuw", "voornaam": "Jan\x1b"},
    ],
)
def test_slecht_koppelen_koppelt_niet(cast: Cast, als: Als, fout: dict[str, str]) -> None:
    melding = melding_geregistreerd(cast)
    antwoord = post(als(cast.samira), url("melding_koppelen", melding.pk), **fout)
    assert antwoord.status_code == 422
    assert vers(melding).status == Meldingstatus.NIEUW


def test_iemand_die_geen_kandidaat_is_kan_niet_worden_gekozen(cast: Cast, als: Als) -> None:
    ander = melding_gekoppeld(cast, voornaam="Bilal", achternaam="Anders")
    melding = melding_geregistreerd(cast)
    adres = url("melding_koppelen", melding.pk)
    assert post(als(cast.samira), adres, keuze=str(ander.persoon_id)).status_code == 422
    assert vers(melding).dossier_id is None


def test_duiden_op_de_pagina_en_een_weigering_in_woorden(cast: Cast, als: Als) -> None:
    client, melding = als(cast.samira), melding_geregistreerd(cast)
    te_vroeg = client.get(url("melding_duiden", melding.pk))
    assert te_vroeg.status_code == 403
    assert "Koppel de melding eerst" in te_vroeg.content.decode()
    melding_gekoppeld(cast, melding)
    post(client, url("melding_duiden", melding.pk), uitkomst="naar_weging", reden="Veel signalen")
    assert dossier_van_melding(vers(melding)).fase == Fase.WEGING


@pytest.mark.parametrize(
    "fout",
    [
        {"uitkomst": "", "reden": "x"},
        {"uitkomst": "naar_weging", "reden": ""},
        {"uitkomst": "naar_weging", "reden": "x" * 20_001},
        {"uitkomst": "doorverwezen", "reden": "x"},
        {"uitkomst": "acuut_politie", "reden": "x"},
        {"uitkomst": "acuut_politie", "reden": "x", "gebeld_met": "A", "gebeld_op": "straks"},
        {"uitkomst": "bellen", "reden": "x"},
        {"uitkomst": "advies", "reden": "x\x0by"},
    ],
)
def test_slecht_duiden_verandert_niets(cast: Cast, als: Als, fout: dict[str, str]) -> None:
    melding = melding_gekoppeld(cast)
    assert post(als(cast.samira), url("melding_duiden", melding.pk), **fout).status_code == 422
    assert vers(melding).status == Meldingstatus.DUIDING


def test_de_tweede_persoon_bevestigt_vanaf_zijn_taak(cast: Cast, als: Als) -> None:
    duiding = melding_geduid(cast, uitkomst=Duidinguitkomst.GEEN_ACTIE)
    eigen = als(cast.samira).get(url("duiding_bevestigen", duiding.pk))
    assert eigen.status_code == 403
    assert "zelf gemaakt" in eigen.content.decode()
    client = als(cast.paula)
    werk = client.get(reverse("convenant:mijn_werk")).content.decode()
    assert url("duiding_bevestigen", duiding.pk) in werk
    post(client, url("duiding_bevestigen", duiding.pk), reden="Eens.")
    assert vers(duiding.melding).status == Meldingstatus.AFGEHANDELD
    nogmaals = post(client, url("duiding_bevestigen", duiding.pk))
    assert nogmaals.status_code == 422


def test_terugsturen_vraagt_een_reden(cast: Cast, als: Als) -> None:
    duiding = melding_geduid(cast, uitkomst=Duidinguitkomst.GEEN_ACTIE)
    client, adres = als(cast.paula), url("duiding_terugsturen", duiding.pk)
    assert post(client, adres, reden="").status_code == 422
    assert post(client, adres, reden="Kijk nog eens naar het filmpje.").status_code == 303
    vers_ = Duiding._base_manager.get(pk=duiding.pk)
    assert (vers_.tweede_akkoord, vers_.tweede_reden) == (False, "Kijk nog eens naar het filmpje.")


def test_terugkoppelen_sluit_de_taak_en_kan_een_keer(cast: Cast, als: Als) -> None:
    melder = {"naam": "Greet", "terugbelnummer": "020 1", "wil_terugkoppeling": True}
    melding = melding_geregistreerd(cast, melder=melder)
    client, adres = als(cast.joost), url("terugkoppeling_geven", melding.pk)
    assert post(client, adres, tekst="").status_code == 422
    assert post(client, adres, tekst="Bedankt.").status_code == 303
    assert melder_van(melding).terugkoppeling == "Bedankt."
    taak = Taak.objects.voor(cast.joost.toegang).get(soort=Taaksoort.TERUGKOPPELING)
    assert taak.gereed_op is not None
    assert client.get(adres).status_code == 403
    assert als(cast.paula).get(adres).status_code == 404


def test_een_adviesvraag_telt_zonder_persoon(cast: Cast, als: Als) -> None:
    client, adres = als(cast.samira), url("adviesvraag_beantwoorden")
    velden = {"kanaal": "telefoon", "meldersoort": "school", "onderwerp": "Gesprek in de klas"}
    assert post(client, adres, **velden).status_code == 422
    assert post(client, adres, **velden, advies="Stel open vragen.").status_code == 303
    assert Adviesvraag.objects.voor(cast.leo.toegang).get().nummer.startswith("A2026-")
    assert not Persoon.objects.voor(cast.samira.toegang).exists()
    assert als(cast.paula).get(adres).status_code == 404


def test_een_dossier_toont_naam_meldingen_en_knoppen(cast: Cast, als: Als) -> None:
    melding = melding_gekoppeld(cast)
    dossier = dossier_van_melding(melding)
    tekst = als(cast.paula).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    gezien = tekst.content.decode()
    assert "Youssef Voorbeeld, ongeveer 19 jaar" in gezien
    assert f"Melding {melding.nummer} duiden" in gezien
    tab = als(cast.paula).get(url("meldingen_van_dossier", dossier.pk)).content.decode()
    assert melding.situatieschets in tab
    lijst = als(cast.paula).get(reverse("convenant:dossiers")).content.decode()
    assert "Youssef Voorbeeld" in lijst


def test_persoon_wijzigen_toont_het_verschil(cast: Cast, als: Als) -> None:
    persoon_id = melding_gekoppeld(cast).persoon_id
    adres = url("persoon_wijzigen", persoon_id)
    assert post(als(cast.joost), adres, versie=1, voornaam="Yusuf").status_code == 303
    tweede = post(als(cast.samira), adres, versie=1, voornaam="Joesoef")
    assert tweede.status_code == 409
    assert "Yusuf" in tweede.content.decode()
    assert "Joesoef" in tweede.content.decode()
    leeg = post(als(cast.samira), adres, versie=2)
    assert leeg.status_code == 422
    assert "De naam kan niet leeg worden" in leeg.content.decode()


def test_de_regisseur_wijzigt_alleen_in_zijn_eigen_casus(cast: Cast, als: Als) -> None:
    melding = melding_gekoppeld(cast)
    adres = url("persoon_wijzigen", melding.persoon_id)
    assert als(cast.rik).get(adres).status_code == 404
    betrokkenheid_verlenen(
        cast.paula.toegang,
        dossier_van_melding(melding),
        wie=cast.rik.hoedanigheid,
        relatie=Relatie.REGISSEUR,
        reden="Leidt de casus",
    )
    assert als(cast.rik).get(adres).status_code == 200
    neven = url("nevenbetrokkene_toevoegen", melding.dossier_id)
    assert post(als(cast.rik), neven, voornaam="Sami").status_code == 422
    assert post(als(cast.rik), neven, voornaam="Sami", relatie="broer").status_code == 303
    assert Persoon.objects.voor(cast.rik.toegang).count() == 2
