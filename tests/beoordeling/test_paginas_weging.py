"""The pages of the weging: blind while open, side by side afterwards."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beoordeling.enums import Advies, Weegwaarde
from beoordeling.models import Wegingsantwoord, Wegingsbijdrage
from beoordeling.services.informatie import contactmoment_vastleggen
from convenant.enums import Fase
from tests.cast import Cast, Speler, later
from tests.stappen import beoordeling as stap

type Als = Callable[[Speler], Client]
GEHEIM = "Dit mag niemand vroeg lezen"


def invulling(weging: object, **extra: str) -> dict[str, str]:
    codes = [f"W{nummer:02d}" for nummer in range(1, 15)]
    return {f"v_{code}": "enigszins" for code in codes} | {"versie": "1"} | extra


def bewaren_url(bijdrage: Wegingsbijdrage) -> str:
    return reverse("beoordeling:wegingsbijdrage_bewaren", args=[bijdrage.pk])


def indienen_url(bijdrage: Wegingsbijdrage) -> str:
    return reverse("beoordeling:wegingsbijdrage_indienen", args=[bijdrage.pk])


def test_een_lid_bewaart_een_concept_en_dient_het_in(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    client = als(cast.piet)
    pagina = client.get(bewaren_url(bijdrage))
    assert stap.SCHETS in pagina.content.decode()
    antwoord = client.post(bewaren_url(bijdrage), {"v_W01": "duidelijk", "versie": "1"})
    assert antwoord.status_code == 303
    te_vroeg = client.post(indienen_url(bijdrage), {"v_W01": "duidelijk", "versie": "2"})
    assert te_vroeg.status_code == 422
    assert "Maak hier een keuze" in te_vroeg.content.decode()
    assert ">W02: maak hier een keuze" in te_vroeg.content.decode()
    klaar = client.post(
        indienen_url(bijdrage),
        invulling(weging, versie="2", advies="aanpak", reden="Zorgelijk"),
    )
    assert klaar.status_code == 303
    assert stap.bijdrage_van(cast.piet, weging).ingediend_op
    weer = client.get(bewaren_url(bijdrage))
    assert weer.status_code == 403
    assert "al ingediend" in weer.content.decode()


def test_een_knop_vult_een_heel_onderdeel_zonder_javascript(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    antwoord = als(cast.piet).post(
        bewaren_url(bijdrage), {"versie": "1", "geen_te_delen": "veiligheid", "reden": "Bezig"}
    )
    assert antwoord.headers["Location"].endswith("#deel-veiligheid")
    rijen = Wegingsantwoord.objects.voor(cast.piet.toegang)
    assert {(a.vraag.code, a.waarde) for a in rijen.select_related("vraag")} == {
        (code, Weegwaarde.GEEN_TE_DELEN) for code in ("W04", "W05", "W06", "W07")
    }
    assert stap.bijdrage_van(cast.piet, weging).reden == "Bezig"


def test_vanzelf_bewaren_geeft_een_regel_met_de_nieuwe_versie(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    client = als(cast.piet)
    kop = {"HX-Request": "true"}

    def stuur(status: int, **data: str) -> str:
        antwoord = client.post(bewaren_url(bijdrage), data, headers=kop)
        assert antwoord.status_code == status
        tekst = antwoord.content.decode()
        assert "<html" not in tekst
        return tekst

    eerste = stuur(200, versie="1", v_W01="duidelijk")
    assert "Bewaard" in eerste
    assert 'value="2"' in eerste
    assert "niets veranderd" in stuur(200, versie="2", v_W01="duidelijk")
    assert "klopt iets niet" in stuur(422, versie="2", v_W01="\x07")
    assert "collega was u voor" in stuur(409, versie="1", v_W01="afwezig")
    stap.bijdrage_ingediend(cast.piet, weging, Advies.AANPAK)
    assert "al ingediend" in stuur(422, versie="3", v_W01="afwezig")


def test_een_verouderd_concept_toont_het_verschil_en_houdt_de_tekst(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    client = als(cast.piet)
    client.post(bewaren_url(bijdrage), {"versie": "1", "reden": "Van de eerste"})
    antwoord = client.post(bewaren_url(bijdrage), {"versie": "1", "reden": "Van de tweede"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Van de eerste" in tekst
    assert "Van de tweede" in tekst
    assert 'name="versie" value="2"' in tekst


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({"v_W01": "misschien"}, "Kies een van de mogelijkheden"),
        ({"t_W01": "Alleen een toelichting"}, "Kies ook een antwoord"),
        ({"reden": "x" * 20_001}, "niet meer dan"),
        ({"reden": "stuur\x07teken"}, "onzichtbare tekens"),
        ({"versie": "veel"}, "verlopen"),
        ({"advies": "opsluiten"}, "Kies een van de mogelijkheden"),
    ],
)
def test_slechte_invoer_krijgt_een_duidelijk_antwoord(
    cast: Cast, als: Als, invoer: dict[str, str], zin: str
) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    data = {"versie": "1", "t_W02": "Blijft staan", "v_W02": "afwezig"} | invoer
    antwoord = als(cast.piet).post(bewaren_url(bijdrage), data)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in tekst
    assert "Blijft staan" in tekst


def test_de_bijdrage_van_een_ander_bestaat_niet(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    van_olga = stap.bijdrage_van(cast.olga, weging)
    for url in (bewaren_url(van_olga), indienen_url(van_olga)):
        assert als(cast.piet).get(url).status_code == 404
        assert als(cast.piet).post(url, {"versie": "1"}).status_code == 404
        assert als(cast.paula).get(url).status_code == 404


@pytest.mark.parametrize("wie", ["gemma", "olga", "paula", "rik", "leo"])
def test_het_advies_van_een_ander_staat_nergens_zolang_de_weging_loopt(
    cast: Cast, als: Als, wie: str
) -> None:
    dossier = stap.dossier_in_regie(cast, Fase.WEGING)
    weging = stap.weging_gestart(cast, dossier)
    stap.bijdrage_ingediend(cast.piet, weging, Advies.STRAFRECHTELIJK, GEHEIM)
    client = als(getattr(cast, wie))
    for naam, args in (
        ("beoordeling:wegingen", []),
        ("beoordeling:weging_inzien", [weging.pk]),
        ("convenant:dossier_inzien", [dossier.pk]),
        ("convenant:tijdlijn_inzien", [dossier.pk]),
        ("convenant:mijn_werk", []),
        ("convenant:taken", []),
    ):
        antwoord = client.get(reverse(naam, args=args))
        tekst = antwoord.content.decode()
        assert antwoord.status_code in (200, 404)
        assert GEHEIM not in tekst, naam
        assert "strafrechtelijk spoor" not in tekst.lower(), naam
    inzien = client.get(reverse("beoordeling:weging_inzien", args=[weging.pk]))
    assert "1 van 3 binnen" in inzien.content.decode()


def test_alleen_de_procesregisseur_ziet_wie_er_binnen_is(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    stap.bijdrage_ingediend(cast.piet, weging, Advies.AANPAK)
    url = reverse("beoordeling:wegingen")
    assert "nog niet: " in als(cast.paula).get(url).content.decode()
    van_olga = als(cast.olga).get(url).content.decode()
    assert "1 van 3 binnen" in van_olga
    assert "nog niet: " not in van_olga


def test_na_sluiting_staan_de_adviezen_naast_elkaar(cast: Cast, als: Als) -> None:
    weging = stap.weging_gesloten(cast)
    tekst = als(cast.olga).get(reverse("beoordeling:weging_inzien", args=[weging.pk]))
    pagina = tekst.content.decode()
    for naam in ("Arrondissementsparket", "Gemeente, OOV", "Politie-eenheid"):
        assert f"Reden van de {naam}" in pagina
    assert pagina.count("wijkt af") == 1
    assert "Steun" not in pagina


def test_de_procesregisseur_start_sluit_en_stelt_vast(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_fase(cast)
    cast.weegploeg()
    client = als(cast.paula)
    start = reverse("beoordeling:weging_starten", args=[dossier.pk])
    assert client.get(start).status_code == 200
    fout = client.post(start, {"uiterlijk": "2020-01-01"})
    assert fout.status_code == 422
    assert client.post(start, {"uiterlijk": "2026-11-25"}).status_code == 303
    weging = stap.Weging.objects.voor(cast.paula.toegang).get()
    sluit = reverse("beoordeling:weging_sluiten", args=[weging.pk])
    assert client.post(sluit, {"reden": ""}).status_code == 422
    assert client.post(sluit, {"reden": "Er is spoed"}).status_code == 303
    stel = reverse("beoordeling:weging_vaststellen", args=[weging.pk])
    assert client.get(stel).status_code == 200
    assert client.post(stel, {"uitkomst": "geen_actie"}).status_code == 422
    klaar = client.post(stel, {"uitkomst": "geen_actie", "reden": "Niets aan de hand"})
    assert klaar.status_code == 303
    inzien = client.get(reverse("beoordeling:weging_inzien", args=[weging.pk])).content.decode()
    assert "Niets aan de hand" in inzien
    assert "Er is spoed" in inzien


@pytest.mark.parametrize("wie", ["piet", "rik", "zoe", "sanne", "bram", "cora"])
def test_wie_niet_over_de_weging_gaat_komt_niet_bij_de_handelingen(
    cast: Cast, als: Als, wie: str
) -> None:
    weging = stap.weging_gestart(cast)
    for naam in ("weging_sluiten", "weging_vaststellen"):
        url = reverse(f"beoordeling:{naam}", args=[weging.pk])
        assert als(getattr(cast, wie)).get(url).status_code == 404


def test_de_taak_van_een_ander_lid_leidt_niet_naar_zijn_formulier(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    url = reverse("convenant:dossier_inzien", args=[weging.dossier_id])
    tekst = als(cast.piet).get(url).content.decode()
    assert bewaren_url(stap.bijdrage_van(cast.piet, weging)) in tekst
    assert bewaren_url(stap.bijdrage_van(cast.gemma, weging)) not in tekst


def test_na_de_uitkomst_staat_er_alleen_wat_toen_bekend_was(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_fase(cast)
    stap.contact_vastgelegd(cast.paula, dossier, contactdoel="Eerder gesproken")
    weging = stap.weging_vastgesteld(cast, dossier)
    contactmoment_vastleggen(
        later(cast.paula.toegang, days=1),
        dossier,
        gebeurd_op=cast.paula.toegang.vandaag,
        met_wie="betrokkene",
        contactdoel="Later gesproken",
        tekst="Na de weging.",
    )
    url = reverse("beoordeling:weging_inzien", args=[weging.pk])
    tekst = als(cast.paula).get(url).content.decode()
    assert "Eerder gesproken" in tekst
    assert "Later gesproken" not in tekst


@pytest.mark.parametrize(("stand", "aantal"), [("", 3), ("lopend", 1), ("gesloten", 1), ("x", 3)])
def test_de_lijst_filtert_op_stand(cast: Cast, als: Als, stand: str, aantal: int) -> None:
    stap.weging_gestart(cast)
    stap.weging_gesloten(cast)
    stap.weging_vastgesteld(cast)
    tekst = als(cast.paula).get(reverse("beoordeling:wegingen"), {"stand": stand})
    assert tekst.content.decode().count("van 3 binnen") == aantal


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize("wie", ["paula", "piet"])
def test_de_lijst_kost_altijd_evenveel_vragen(cast: Cast, als: Als, aantal: int, wie: str) -> None:
    for _ in range(aantal):
        stap.weging_gestart(cast)
    client = als(getattr(cast, wie))
    with CaptureQueriesContext(connection) as vragen:
        client.get(reverse("beoordeling:wegingen"))
    eigen = [v for v in vragen.captured_queries if 'FROM "beoordeling_' in v["sql"]]
    assert len(eigen) == 2


def test_het_deel_van_htmx_is_het_deel_van_de_pagina(cast: Cast, als: Als) -> None:
    stap.weging_gestart(cast)
    client = als(cast.paula)
    url = reverse("beoordeling:wegingen")
    deel = client.get(url, headers={"HX-Request": "true"}).content.decode().strip()
    assert "<html" not in deel
    assert deel in client.get(url).content.decode()


def test_wie_alleen_de_stand_mag_kennen_komt_wel_op_de_bladzijde(cast: Cast, als: Als) -> None:
    """Between weging and besluit the beslisser follows the process; the report stays closed."""
    weging = stap.weging_gestart(cast)
    antwoord = als(cast.femke).get(reverse("beoordeling:weging_inzien", args=[weging.pk]))
    assert antwoord.status_code == 200
    assert stap.SCHETS not in antwoord.content.decode()
