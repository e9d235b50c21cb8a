"""Names find each other in any spelling; searching shows and keeps no more than it may."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from convenant.enums import Logsoort
from convenant.models import Logregel
from meldpunt.models import Naamsleutel
from meldpunt.selectors.zoeken import Geboorte, kandidaten
from meldpunt.services.personen import nevenbetrokkene_toevoegen, persoon_wijzigen
from tests.cast import Cast, Speler
from tests.stappen.meldpunt import (
    dossier_van_melding,
    melding_gekoppeld,
    melding_geregistreerd,
)

type Als = Callable[[Speler], Client]


def zoek(client: Client, vraag: str) -> str:
    return client.post(reverse("meldpunt:zoeken"), {"vraag": vraag}).content.decode()


@pytest.mark.parametrize(
    ("bekend", "gezocht"),
    [
        (("Mohammed", "El Amrani"), "Muhammad Elamrani"),
        (("Youssef", "Çelik"), "joesoef celik"),
        (("Szymon", "Kowalski"), "Simon Kowalsky"),
        (("Abdelkader", "van den Berg"), "Abd el Kader Vandenberg"),
    ],
)
def test_een_andere_spelling_wordt_gevonden(
    cast: Cast, als: Als, bekend: tuple[str, str], gezocht: str
) -> None:
    melding_gekoppeld(cast, voornaam=bekend[0], achternaam=bekend[1])
    melding_gekoppeld(cast, voornaam="Femke", achternaam="Jonkers")
    tekst = zoek(als(cast.samira), gezocht)
    assert f"{bekend[0]} {bekend[1]}" in tekst
    assert "Femke Jonkers" not in tekst


def test_de_geboortedatum_bepaalt_alleen_de_volgorde(cast: Cast) -> None:
    for dag in (date(1990, 5, 1), date(2007, 3, 2), date(2006, 1, 1)):
        melding_gekoppeld(cast, voornaam="Mohamed", geboortedatum=dag, geboortejaar=None)
    gezocht = Geboorte(date(2007, 3, 2), 2007)
    gevonden = kandidaten(cast.samira.toegang, "Muhammad Voorbeeld", gezocht)
    jaren = [k.persoon.geboortedatum.year for k in gevonden if k.persoon.geboortedatum]
    assert jaren == [2007, 2006, 1990]


def test_meer_gedeelde_namen_gaan_voor(cast: Cast) -> None:
    melding_gekoppeld(cast, voornaam="Youssef", achternaam="Anders")
    melding_gekoppeld(cast, voornaam="Yusuf", achternaam="Voorbeeld")
    gevonden = kandidaten(cast.samira.toegang, "Youssef Voorbeeld")
    assert [k.persoon.voornaam for k in gevonden] == ["Yusuf", "Youssef"]


def test_een_gewijzigde_naam_wordt_niet_meer_onder_de_oude_gevonden(cast: Cast) -> None:
    persoon = melding_gekoppeld(cast, voornaam="Bilal").persoon
    assert persoon is not None
    persoon_wijzigen(cast.samira.toegang, persoon, voornaam="Karim", roepnamen="Kimo, Lange K")
    assert not kandidaten(cast.samira.toegang, "Bilal")
    assert kandidaten(cast.samira.toegang, "kareem")
    assert kandidaten(cast.samira.toegang, "Kimo")


def test_zoeken_op_nummer_geeft_dossier_of_melding(cast: Cast, als: Als) -> None:
    melding = melding_gekoppeld(cast)
    dossier = dossier_van_melding(melding)
    client = als(cast.paula)
    assert str(dossier.pk) in zoek(client, dossier.nummer)
    assert str(melding.pk) in zoek(client, melding.nummer.lower())
    assert "Niets gevonden" in zoek(client, "2026-9999")


def test_wie_niet_betrokken_is_vindt_niemand(cast: Cast, als: Als) -> None:
    dossier = dossier_van_melding(melding_gekoppeld(cast))
    for vraag in ("Youssef Voorbeeld", dossier.nummer):
        tekst = zoek(als(cast.rik), vraag)
        assert "Niets gevonden" in tekst
        assert str(dossier.pk) not in tekst


def test_de_zoekvraag_staat_in_het_log_zonder_de_woorden(cast: Cast, als: Als) -> None:
    dossier = dossier_van_melding(melding_gekoppeld(cast))
    zoek(als(cast.samira), "Youssef")
    regel = Logregel.objects.get(soort=Logsoort.ZOEKVRAAG)
    assert (regel.naam, regel.dossiers) == ("zoeken", [dossier.pk])
    assert "youssef" not in str(regel.__dict__).lower()


@pytest.mark.parametrize("wie", ["sanne", "zoe", "piet", "bas", "femke", "cora", "frits", "bram"])
def test_anderen_hebben_geen_zoekpagina(cast: Cast, als: Als, wie: str) -> None:
    client = als(getattr(cast, wie))
    assert client.post(reverse("meldpunt:zoeken"), {"vraag": "Jan"}).status_code == 404
    assert client.get(reverse("meldpunt:zoeken")).status_code == 404


@pytest.mark.parametrize("vraag", ["", "   ", "x" * 300, "Jan\x07", "Jan\x00"])
def test_een_onbruikbare_vraag_krijgt_antwoord(cast: Cast, als: Als, vraag: str) -> None:
    antwoord = als(cast.samira).post(reverse("meldpunt:zoeken"), {"vraag": vraag})
    assert antwoord.status_code == 422


def test_een_naam_in_de_url_doet_niets(cast: Cast, als: Als) -> None:
    melding_gekoppeld(cast)
    tekst = als(cast.samira).get(reverse("meldpunt:zoeken"), {"vraag": "Youssef"}).content.decode()
    assert "Voorbeeld" not in tekst


@pytest.mark.parametrize("vraag", ["-", "'; --", "١٢٣", "李小龙", "%%%", "a"])
def test_vreemde_tekens_breken_niets(cast: Cast, als: Als, vraag: str) -> None:
    assert "Niets gevonden" in zoek(als(cast.samira), vraag)


def test_een_nevenbetrokkene_krijgt_bij_een_eigen_melding_een_eigen_dossier(cast: Cast) -> None:
    dossier = dossier_van_melding(melding_gekoppeld(cast))
    broer = nevenbetrokkene_toevoegen(
        cast.paula.toegang, dossier, voornaam="Sami", achternaam="Voorbeeld", relatie="broer"
    )
    melding = melding_gekoppeld(cast, melding_geregistreerd(cast), persoon=broer)
    assert melding.dossier_id != dossier.pk
    assert melding.persoon is not None
    assert melding.persoon.volledige_naam == "Sami Voorbeeld"
    assert Naamsleutel.objects.voor(cast.samira.toegang).filter(persoon=melding.persoon).exists()


def test_een_persoon_zonder_naam_wordt_gevonden_op_een_woord_en_krijgt_een_naam(
    cast: Cast, als: Als
) -> None:
    schets = "Een man met een rode fiets riep leuzen bij het station."
    ongenoemd = {"genoemde_voornaam": "", "genoemde_achternaam": ""}
    melding = melding_gekoppeld(
        cast, melding_geregistreerd(cast, situatieschets=schets, **ongenoemd), onbekend=True
    )
    bekend = melding_gekoppeld(cast, melding_geregistreerd(cast, situatieschets=schets))
    client, dossier = als(cast.samira), dossier_van_melding(melding)
    tekst = zoek(client, "Rode fiets")
    assert f"Persoon onbekend, melding {melding.nummer}" in tekst
    assert bekend.nummer not in tekst
    assert dossier.nummer in zoek(client, dossier.nummer)
    assert melding.nummer not in zoek(client, "ro")
    overzicht = reverse("convenant:dossier_inzien", args=[dossier.pk])
    wijzigen = reverse("meldpunt:persoon_wijzigen", args=[melding.persoon_id])
    assert wijzigen in client.get(overzicht).content.decode()
    gegevens = {"voornaam": "Anton", "achternaam": "Fietser", "versie": "1"}
    assert client.post(wijzigen, gegevens).status_code == 303
    assert "Anton Fietser" in zoek(client, "Antoon Fietser")
    assert melding.nummer not in zoek(client, "Rode fiets")


def test_wie_meldingen_niet_leest_vindt_niets_in_hun_tekst(cast: Cast, als: Als) -> None:
    melding = melding_gekoppeld(
        cast, melding_geregistreerd(cast, situatieschets="Iets met een fiets"), onbekend=True
    )
    for speler in (cast.leo, cast.rik):
        assert melding.nummer not in zoek(als(speler), "fiets")
