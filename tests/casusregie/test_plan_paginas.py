"""The plan on the screen, and the koffer to choose from."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from casusregie.models import Interventie, Plan, Plandoel, Planstap, Randvoorwaarde
from casusregie.services.interventie import interventie_voorstellen
from casusregie.services.plan import plan_opstellen, plan_wijzigen
from tests.cast import Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen.casus import (
    casus_geopend,
    instrument,
    interventie_voorbereid,
    partner_betrokken,
    plan_met_doel,
    plan_vastgesteld,
)

type Als = Callable[[Speler], Client]

KOFFER_QUERIES = 5
DOEL = {
    "leefdomein": "wonen",
    "omschrijving": "Heeft een eigen kamer",
    "meetbaar": "Huurcontract",
    "uiterlijk": "2027-02-01",
}


def url(naam: str, stuk: Any) -> str:
    return reverse(f"casusregie:{naam}", args=[stuk.pk])


def plan_url(dossier_id: uuid.UUID) -> str:
    return reverse("casusregie:plan_inzien", args=[dossier_id])


def test_het_hele_plan_op_het_scherm(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    partner_betrokken(cast, casus, cast.ron)
    partner_betrokken(cast, casus, cast.zoe)
    rik, paula = als(cast.rik), als(cast.paula)
    leeg = rik.get(plan_url(casus.dossier_id)).content.decode()
    assert "nog geen plan van aanpak" in leeg
    assert (
        rik.post(reverse("casusregie:plan_opstellen", args=[casus.dossier_id])).status_code == 303
    )
    plan = Plan.objects.voor(cast.rik.toegang).get()
    assert rik.post(url("plandoel_toevoegen", plan), DOEL).status_code == 303
    doel = Plandoel.objects.voor(cast.rik.toegang).get()
    stap = {
        "omschrijving": "Aanmelden bij de corporatie",
        "eigenaar": str(cast.ron.hoedanigheid.pk),
        "uiterlijk": "2026-12-15",
    }
    assert rik.post(url("planstap_toevoegen", doel), stap).status_code == 303
    mening = {"samenvatting": "Rust", "visie": "eens", "visie_toelichting": "", "versie": "1"}
    assert rik.post(url("plan_wijzigen", plan), mening).status_code == 303
    assert rik.post(url("plan_voorleggen", plan)).status_code == 303
    assert als(cast.rik).get(url("plan_vaststellen", plan)).status_code == 404
    assert paula.post(url("plan_vaststellen", plan)).status_code == 303
    tekst = als(cast.ron).get(plan_url(casus.dossier_id)).content.decode()
    for stuk in ("Heeft een eigen kamer", "Aanmelden bij de corporatie", "vastgesteld", "Rust"):
        assert stuk in tekst, stuk
    assert "over 27 dagen" in tekst
    andere_partner = als(cast.zoe).get(plan_url(casus.dossier_id)).content.decode()
    assert "uiterlijk 15 dec 2026" in andere_partner
    assert "over 27 dagen" not in andere_partner
    assert "Nieuwe versie maken" not in tekst
    assert "Nieuwe versie maken" in rik.get(plan_url(casus.dossier_id)).content.decode()


def test_wie_het_plan_niet_mag_lezen_krijgt_niets(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    plan_met_doel(cast, casus)
    for speler in (cast.ruben, cast.zoe, cast.piet, cast.cora, cast.samira, cast.sanne):
        assert als(speler).get(plan_url(casus.dossier_id)).status_code == 404, speler.sleutel


def test_een_oude_versie_blijft_te_lezen_met_het_verschil(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    plan_vastgesteld(cast, casus)
    nieuw = plan_opstellen(cast.rik.toegang, casus)
    rik = als(cast.rik)
    rik.post(url("plandoel_toevoegen", nieuw), DOEL)
    tekst = rik.get(plan_url(casus.dossier_id)).content.decode()
    assert "Anders dan de vorige versie" in tekst
    oud = reverse("casusregie:plan_versie", args=[casus.dossier_id, 1])
    assert "Gaat naar een leerwerkplek" in rik.get(oud).content.decode()
    geen = reverse("casusregie:plan_versie", args=[casus.dossier_id, 9])
    assert rik.get(geen).status_code == 404


@pytest.mark.parametrize(
    "fout",
    [
        {},
        DOEL | {"omschrijving": "a" * 501},
        DOEL | {"meetbaar": "\x00"},
        DOEL | {"leefdomein": "geloof"},
        DOEL | {"uiterlijk": "31-02-2027"},
        DOEL | {"uiterlijk": "2020-01-01"},
    ],
)
def test_een_doel_met_fouten_komt_er_niet_in(cast: Cast, als: Als, fout: dict[str, str]) -> None:
    casus = casus_geopend(cast)
    plan = plan_opstellen(cast.rik.toegang, casus)
    antwoord = als(cast.rik).post(url("plandoel_toevoegen", plan), fout)
    assert antwoord.status_code == 422
    assert fout.get("omschrijving", "") in antwoord.content.decode()
    assert not Plandoel.objects.voor(cast.rik.toegang).exists()


def test_twee_mensen_wijzigen_het_plan_en_niets_gaat_verloren(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    plan = plan_opstellen(cast.rik.toegang, casus)
    plan_wijzigen(
        cast.wendy.toegang, plan, samenvatting="Van Wendy", visie="eens", visie_toelichting=""
    )
    antwoord = als(cast.rik).post(
        url("plan_wijzigen", plan),
        {"samenvatting": "Van Rik", "visie": "eens", "visie_toelichting": "", "versie": "1"},
    )
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Van Rik" in tekst
    assert "Van Wendy" in tekst


def test_wie_niet_betrokken_is_kan_geen_stap_krijgen(cast: Cast, als: Als) -> None:
    _, doel = plan_met_doel(cast, casus_geopend(cast))
    stap = {
        "omschrijving": "Bellen",
        "eigenaar": str(cast.ron.hoedanigheid.pk),
        "uiterlijk": "2026-12-15",
    }
    assert als(cast.rik).post(url("planstap_toevoegen", doel), stap).status_code == 422
    assert not Planstap.objects.voor(cast.rik.toegang).exists()


def test_een_doel_wordt_gewijzigd_en_geevalueerd(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    plan, doel = plan_met_doel(cast, casus)
    rik = als(cast.rik)
    assert rik.post(url("plandoel_wijzigen", doel), DOEL | {"versie": "1"}).status_code == 303
    rik.post(url("plan_voorleggen", plan))
    als(cast.paula).post(url("plan_vaststellen", plan))
    evaluatie = {"uitkomst": "deels", "uitkomst_toelichting": "Staat ingeschreven", "versie": "2"}
    assert (
        rik.post(url("plandoel_evalueren", doel), evaluatie | {"uitkomst": ""}).status_code == 422
    )
    assert rik.post(url("plandoel_evalueren", doel), evaluatie).status_code == 303
    assert "deels bereikt" in rik.get(plan_url(casus.dossier_id)).content.decode()


def test_terugsturen_vraagt_een_reden(cast: Cast, als: Als) -> None:
    plan, _ = plan_met_doel(cast, casus_geopend(cast))
    als(cast.rik).post(url("plan_voorleggen", plan))
    paula = als(cast.paula)
    assert paula.post(url("plan_terugsturen", plan), {"reden": ""}).status_code == 422
    assert paula.post(url("plan_terugsturen", plan), {"reden": "Vaag"}).status_code == 303


def test_een_interventie_van_voorstel_tot_einde(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    _, doel = plan_vastgesteld(cast, casus)
    rik = als(cast.rik)
    keuze = {"instrument": str(instrument("NORMEREND_GESPREK").pk)}
    assert rik.get(url("interventie_voorstellen", doel)).status_code == 200
    assert rik.post(url("interventie_voorstellen", doel), {"instrument": "x"}).status_code == 422
    assert rik.post(url("interventie_voorstellen", doel), keuze).status_code == 303
    gesprek = Interventie.objects.voor(cast.rik.toegang).get()
    weigering = rik.get(url("interventie_inzetten", gesprek))
    assert weigering.status_code == 403
    assert "randvoorwaarden" in weigering.content.decode()
    rijen = Randvoorwaarde.objects.voor(cast.rik.toegang).filter(interventie=gesprek)
    zonder_woorden = {"versie": "1"} | {f"voldaan_{r.volgorde}": "on" for r in rijen}
    antwoord = rik.post(url("randvoorwaarden_invullen", gesprek), zonder_woorden)
    assert antwoord.status_code == 422
    assert "Licht toe" in antwoord.content.decode()
    met_woorden = zonder_woorden | {f"toelichting_{r.volgorde}": "Besproken" for r in rijen}
    assert rik.post(url("randvoorwaarden_invullen", gesprek), met_woorden).status_code == 303
    ja = {"instemming_op": "2026-11-18", "instemming_toelichting": "Zei ja", "versie": "2"}
    assert rik.post(url("instemming_vastleggen", gesprek), ja).status_code == 303
    inzet = {"van": "2026-11-18", "tot": "", "versie": "3"}
    assert rik.post(url("interventie_inzetten", gesprek), inzet | {"van": "x"}).status_code == 422
    assert rik.post(url("interventie_inzetten", gesprek), inzet).status_code == 303
    assert (
        "Opnieuw bekijken 1 dag te laat" not in rik.get(plan_url(casus.dossier_id)).content.decode()
    )
    gesprek.refresh_from_db()
    gesprek.herzien_op = cast.rik.toegang.vandaag - timedelta(days=1)
    gesprek.save()
    assert "Opnieuw bekijken 1 dag te laat" in rik.get(plan_url(casus.dossier_id)).content.decode()
    einde = {"uitkomst": "afgerond", "eindtoelichting": "Gesprek gevoerd", "versie": "4"}
    assert rik.post(url("interventie_beeindigen", gesprek), einde).status_code == 303
    assert "Gesprek gevoerd" in rik.get(plan_url(casus.dossier_id)).content.decode()


def test_de_burgemeester_kan_een_maatregel_van_de_minister_niet_opleggen(
    cast: Cast, als: Als
) -> None:
    _, doel = plan_vastgesteld(cast, casus_geopend(cast))
    meldplicht = interventie_voorbereid(cast, doel, "TWBMT_MELDPLICHT")
    gegevens = {
        "van": "2026-11-18",
        "tot": "2027-01-18",
        "gezag": "burgemeester",
        "besluit_op": "2026-11-17",
        "kenmerk": "B-1",
        "versie": str(meldplicht.versie),
    }
    rik = als(cast.rik)
    antwoord = rik.post(url("interventie_inzetten", meldplicht), gegevens)
    assert antwoord.status_code == 422
    assert "Burgemeester kan dit niet opleggen" in antwoord.content.decode()
    te_lang = rik.post(
        url("interventie_inzetten", meldplicht),
        gegevens | {"gezag": "minister", "tot": "2027-03-01"},
    )
    assert "28 februari 2027" in te_lang.content.decode()
    goed = gegevens | {"gezag": "minister"}
    assert rik.post(url("interventie_inzetten", meldplicht), goed).status_code == 303


def test_andermans_stukken_bestaan_niet(cast: Cast, als: Als) -> None:
    plan, doel = plan_vastgesteld(cast, casus_geopend(cast))
    gesprek = interventie_voorstellen(
        cast.rik.toegang, doel, instrument=instrument("NORMEREND_GESPREK")
    )
    ruben = als(cast.ruben)
    for naam, stuk in (
        ("plan_wijzigen", plan),
        ("plan_voorleggen", plan),
        ("plandoel_toevoegen", plan),
        ("plandoel_wijzigen", doel),
        ("plandoel_evalueren", doel),
        ("planstap_toevoegen", doel),
        ("interventie_voorstellen", doel),
        ("randvoorwaarden_invullen", gesprek),
        ("instemming_vastleggen", gesprek),
        ("interventie_inzetten", gesprek),
        ("interventie_beeindigen", gesprek),
    ):
        assert ruben.get(url(naam, stuk)).status_code == 404, naam
        assert ruben.post(url(naam, stuk), {}).status_code in (404, 422), naam


def test_de_koffer_filtert_en_kost_altijd_evenveel(
    cast: Cast, als: Als, paginavragen: Paginavragen
) -> None:
    entry = instrument("TWBMT_MELDPLICHT")
    koffer = reverse("casusregie:koffer")
    frits = als(cast.frits)
    frits.get(koffer)
    for vraag in ("?leefdomein=justitie", "?bevoegd_gezag=minister&vrijwillig=nee"):
        with paginavragen(KOFFER_QUERIES):
            antwoord = frits.get(koffer + vraag)
        assert entry.naam in antwoord.content.decode()
    tekst = frits.get(koffer + "?vrijwillig=ja&minderjarigen=ja&sorteer=-naam").content.decode()
    assert entry.naam not in tekst
    lezen = frits.get(url("instrument_inzien", entry)).content.decode()
    assert entry.randvoorwaarden[0] in lezen
    assert "tot 28 feb 2027" in lezen
    assert als(cast.sanne).get(koffer).status_code == 404
