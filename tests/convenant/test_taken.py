"""Tasks: the lists, one task, adding and finishing."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from convenant.enums import Taaksoort
from convenant.models import Logregel, Taak
from convenant.rules.taken import EIGEN_STAP
from convenant.services.taken import taak_toevoegen
from tests.cast import NU, Cast, Speler
from tests.convenant.test_handeling import een_dossier, geef_regie
from tests.infra.vragen import Paginavragen


def een_taak(cast: Cast, voor: Speler, dagen: int = 5, titel: str = "Werkplek zoeken") -> Taak:
    dossier = een_dossier(cast)
    if cast.rik.hoedanigheid.pk:
        geef_regie(cast, dossier)
    return taak_toevoegen(
        cast.rik.toegang,
        dossier,
        titel=titel,
        voor=voor.hoedanigheid,
        uiterlijk=cast.rik.toegang.vandaag + timedelta(days=dagen),
    )


@pytest.mark.parametrize(
    ("stand", "gezien"),
    [
        ("te_laat", {"Laat"}),
        ("deze_week", {"Straks"}),
        ("", {"Laat", "Straks", "Ooit"}),
        ("onzin", {"Laat", "Straks", "Ooit"}),
        ("gedaan", set()),
    ],
)
def test_elke_telling_leidt_naar_precies_die_taken(cast: Cast, als, stand, gezien) -> None:
    for titel, dagen in (("Laat", -3), ("Straks", 3), ("Ooit", 40)):
        een_taak(cast, cast.rik, dagen, titel)
    tekst = als(cast.rik).get(reverse("convenant:taken"), {"stand": stand}).content.decode()
    assert {t for t in ("Laat", "Straks", "Ooit") if f">{t}<" in tekst} == gezien


def test_een_lege_lijst_noemt_alleen_een_filter_dat_er_is(cast: Cast, als) -> None:
    client, url = als(cast.rik), reverse("convenant:taken")
    assert "Er zijn geen open taken voor u." in client.get(url).content.decode()
    gefilterd = client.get(url, {"stand": "te_laat"}).content.decode()
    assert "Met dit filter zijn er geen taken voor u." in gefilterd


def test_mijn_werk_telt_wat_te_laat_is(cast: Cast, als) -> None:
    een_taak(cast, cast.rik, -3)
    tekst = als(cast.rik).get(reverse("convenant:mijn_werk")).content.decode()
    assert "stand=te_laat" in tekst
    assert "3 dagen te laat" in tekst
    assert "1 te laat" in tekst


@pytest.mark.parametrize("aantal", [1, 3])
def test_de_takenlijst_vraagt_steeds_even_veel(
    cast: Cast, als, paginavragen: Paginavragen, aantal
) -> None:
    for _ in range(aantal):
        een_taak(cast, cast.rik)
    client = als(cast.rik)
    client.get(reverse("convenant:taken"))
    with paginavragen(TAKENLIJST):
        client.get(reverse("convenant:taken"))


def test_een_ander_ziet_de_taak_niet(cast: Cast, als) -> None:
    taak = een_taak(cast, cast.rik)
    url = reverse("convenant:taak_inzien", args=[taak.pk])
    assert als(cast.rik).get(url).status_code == 200
    assert als(cast.wendy).get(url).status_code == 404
    assert (
        als(cast.rik).get(reverse("convenant:taak_inzien", args=[uuid.uuid4()])).status_code == 404
    )


def test_taak_afronden_met_uitkomst(cast: Cast, als) -> None:
    taak = een_taak(cast, cast.rik)
    url = reverse("convenant:taak_afronden", args=[taak.pk])
    client = als(cast.rik)
    assert client.post(url, {"uitkomst": ""}).status_code == 422
    assert client.post(url, {"uitkomst": "Gelukt bij de fietsenmaker"}).status_code == 303
    taak.refresh_from_db()
    assert taak.uitkomst == "Gelukt bij de fietsenmaker"
    assert taak.gereed_op is not None
    opnieuw = client.get(url)
    assert opnieuw.status_code == 403
    assert "al afgerond" in opnieuw.content.decode()


def test_taak_toevoegen_bewaart_en_logt(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    client = als(cast.rik)
    url = reverse("convenant:taak_toevoegen", args=[dossier.pk])
    gegevens = {
        "titel": "Gesprek plannen",
        "voor": str(cast.rik.hoedanigheid.pk),
        "uiterlijk": "2026-12-01",
        "sleutel": "7f1d3c58-3a53-4c0e-9d6b-0a51b1f6c7aa",
    }
    assert client.post(url, gegevens).status_code == 303
    assert client.post(url, gegevens).status_code == 303
    assert [t.titel for t in Taak.objects.voor(cast.rik.toegang)] == ["Gesprek plannen"]
    assert Logregel.objects.filter(naam="taak_toevoegen", soort="handeling").count() == 1


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("titel", ""),
        ("titel", "x" * 201),
        ("titel", "a\x00b"),
        ("uiterlijk", "2026-11-17"),
        ("uiterlijk", "31-02-2027"),
        ("uiterlijk", "9999-01-01"),
        ("voor", ""),
        ("voor", "geen-id"),
        ("voor", "7f1d3c58-3a53-4c0e-9d6b-0a51b1f6c7aa"),
    ],
)
def test_taak_toevoegen_weigert_slechte_invoer(cast: Cast, als, veld: str, waarde: str) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    gegevens = {
        "titel": "Gesprek plannen",
        "voor": str(cast.rik.hoedanigheid.pk),
        "uiterlijk": "2026-12-01",
    } | {veld: waarde}
    antwoord = als(cast.rik).post(reverse("convenant:taak_toevoegen", args=[dossier.pk]), gegevens)
    assert antwoord.status_code == 422
    assert not Taak.objects.voor(cast.rik.toegang).exists()
    assert NU.year == 2026


TAKENLIJST = 6
"""Session and user, hoedanigheden, involvement, list, log, two numbers in the
navigation."""


@pytest.mark.parametrize(
    ("soort", "met_de_hand"),
    [
        (Taaksoort.ACTIE, True),
        (Taaksoort.PLAN, True),
        *((soort, False) for soort in EIGEN_STAP),
    ],
)
def test_een_taak_met_een_eigen_stap_gaat_niet_met_de_hand_dicht(
    cast: Cast, als, soort: Taaksoort, met_de_hand: bool
) -> None:
    taak = een_taak(cast, cast.rik)
    taak.soort = soort
    taak.save()
    url = reverse("convenant:taak_afronden", args=[taak.pk])
    antwoord = als(cast.rik).post(url, {"uitkomst": "Gedaan"})
    assert antwoord.status_code == (303 if met_de_hand else 422)
    taak.refresh_from_db()
    assert (taak.gereed_op is not None) == met_de_hand
    if not met_de_hand:
        assert EIGEN_STAP[soort] in antwoord.content.decode()


def test_de_weigering_wijst_de_weg_naar_het_werk(cast: Cast, als) -> None:
    taak = een_taak(cast, cast.rik)
    taak.soort, taak.object_soort, taak.object_id = (
        Taaksoort.VASTSTELLEN,
        "convenant.dossier",
        taak.dossier_id,
    )
    taak.save()
    antwoord = als(cast.rik).get(reverse("convenant:taak_afronden", args=[taak.pk]))
    assert antwoord.status_code == 403
    tekst = antwoord.content.decode()
    assert "beoordeling vaststellen" in tekst
    assert reverse("beoordeling:beoordelingen", args=[taak.dossier_id]) in tekst
