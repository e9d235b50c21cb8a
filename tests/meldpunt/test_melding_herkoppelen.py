"""A wrong match is undone before the duiding; nothing of the report stays in the wrong dossier."""

import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from convenant.enums import Fase, Logsoort
from convenant.handeling import Geweigerd
from convenant.models import Dossier, Logregel
from meldpunt.enums import Duidinguitkomst
from meldpunt.models import Melding, Persoon
from meldpunt.selectors.zoeken import kandidaten
from meldpunt.services.koppelen import melding_herkoppelen
from tests.cast import Cast, Speler
from tests.stappen.meldpunt import (
    SCHETS,
    dossier_van_melding,
    melding_afgedaan,
    melding_geduid,
    melding_gekoppeld,
    melding_geregistreerd,
)

type Als = Callable[[Speler], Client]
REDEN = "Het is zijn neef met dezelfde naam."


def persoon_van(cast: Cast, melding: Melding) -> Persoon:
    return Persoon.objects.voor(cast.samira.toegang).get(pk=melding.persoon_id)


def test_een_dossier_dat_per_vergissing_ontstond_wordt_leeg_en_afgedaan(cast: Cast) -> None:
    bekend = persoon_van(cast, melding_gekoppeld(cast, voornaam="Joesoef"))
    melding = melding_gekoppeld(cast)
    verkeerd = dossier_van_melding(melding)
    melding = melding_herkoppelen(cast.samira.toegang, melding, persoon=bekend, reden=REDEN)
    assert melding.dossier_id == bekend.dossier_id
    verkeerd.refresh_from_db()
    assert verkeerd.fase == Fase.AFGEDAAN
    over = Persoon.objects.voor(cast.samira.toegang).get(dossier=verkeerd)
    assert (over.onbekend, over.volledige_naam) == (True, "Persoon onbekend")
    gevonden = kandidaten(cast.samira.toegang, "Youssef Voorbeeld")
    assert [k.persoon.dossier_id for k in gevonden] == [bekend.dossier_id]
    assert Dossier.history.voor(cast.paula.toegang).filter(id=verkeerd.pk).count() == 2
    versie = Melding.history.voor(cast.samira.toegang).filter(id=melding.pk).latest()
    assert (versie.handeling, versie.history_change_reason) == ("melding_herkoppelen", REDEN)


def test_een_dossier_dat_door_de_vergissing_openging_is_weer_afgedaan(cast: Cast) -> None:
    eerder = melding_afgedaan(cast).melding
    bekend = persoon_van(cast, eerder)
    melding = melding_gekoppeld(cast, persoon=bekend)
    assert dossier_van_melding(melding).fase == Fase.MELDING
    melding = melding_herkoppelen(
        cast.samira.toegang, melding, nieuw={"voornaam": "Youssef"}, reden=REDEN
    )
    assert dossier_van_melding(eerder).fase == Fase.AFGEDAAN
    assert persoon_van(cast, eerder).achternaam == "Voorbeeld"
    assert dossier_van_melding(melding).fase == Fase.MELDING


def test_een_dossier_met_een_andere_open_melding_blijft_zoals_het_is(cast: Cast) -> None:
    eerste = melding_gekoppeld(cast)
    melding = melding_gekoppeld(cast, persoon=persoon_van(cast, eerste))
    melding_herkoppelen(cast.samira.toegang, melding, onbekend=True, reden=REDEN)
    assert dossier_van_melding(eerste).fase == Fase.MELDING
    assert persoon_van(cast, eerste).voornaam == "Youssef"


def test_niet_na_de_duiding_niet_voor_het_koppelen_en_niet_naar_dezelfde(cast: Cast) -> None:
    samira = cast.samira.toegang
    melding = melding_gekoppeld(cast)
    with pytest.raises(Geweigerd, match="al zo gekoppeld"):
        melding_herkoppelen(samira, melding, persoon=persoon_van(cast, melding), reden=REDEN)
    with pytest.raises(Geweigerd, match="Uw rol"):
        melding_herkoppelen(cast.paula.toegang, melding, onbekend=True, reden=REDEN)
    melding_geduid(cast, melding, Duidinguitkomst.GEEN_ACTIE)
    with pytest.raises(Geweigerd, match="De duiding is al gemaakt"):
        melding_herkoppelen(samira, melding, onbekend=True, reden=REDEN)
    with pytest.raises(Geweigerd, match="nog niet gekoppeld"):
        melding_herkoppelen(samira, melding_geregistreerd(cast), onbekend=True, reden=REDEN)


def test_op_de_pagina_met_een_reden_en_zonder_spoor_in_het_verkeerde_dossier(
    cast: Cast, als: Als
) -> None:
    bekend = melding_gekoppeld(cast, voornaam="Bilal", achternaam="Anders")
    melding = melding_gekoppeld(cast, persoon=persoon_van(cast, bekend))
    client = als(cast.samira)
    adres = reverse("meldpunt:melding_herkoppelen", args=[melding.pk])
    inzien = reverse("meldpunt:melding_inzien", args=[melding.pk])
    assert adres in client.get(inzien).content.decode()
    gegevens = {"keuze": "nieuw", "voornaam": "Ander", "sleutel": str(uuid.uuid4())}
    assert client.post(adres, gegevens | {"reden": ""}).status_code == 422
    assert client.post(adres, {"vraag": "Bilal"}).status_code == 200
    assert Logregel.objects.filter(soort=Logsoort.ZOEKVRAAG, naam="melding_herkoppelen").exists()
    assert client.post(adres, gegevens | {"reden": REDEN}).status_code == 303
    pagina = reverse("meldpunt:meldingen_van_dossier", args=[bekend.dossier_id])
    tekst = als(cast.paula).get(pagina).content.decode()
    assert bekend.nummer in tekst
    assert melding.nummer not in tekst
    assert tekst.count(SCHETS) == 1
    assert als(cast.joost).get(adres).status_code == 200
    assert als(cast.paula).get(adres).status_code == 404
