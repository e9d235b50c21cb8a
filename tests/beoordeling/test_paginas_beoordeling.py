"""The pages of the assessment: filling in, reading in words, comparing over time."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.enums import Waarde
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel
from beoordeling.rules.volledigheid import stand
from beoordeling.selectors.verandering import strook_van
from beoordeling.services.beoordeling import (
    beoordeling_starten,
    beoordeling_terugsturen,
    beoordeling_vaststellen,
    beoordeling_voorleggen,
)
from convenant.models import Dossier
from tests.cast import NU, Cast, Speler
from tests.stappen import beoordeling as stap

type Als = Callable[[Speler], Client]


def deel_url(beoordeling: Beoordeling, code: str) -> str:
    return reverse("beoordeling:beoordeling_bewaren", args=[beoordeling.pk, code])


def codes(beoordeling: Beoordeling, deel: str) -> list[str]:
    regel = next(d for d in stand(beoordeling) if d.deel.code == deel)
    return [i.code for i in regel.indicatoren]


def test_starten_brengt_bij_wat_beschermt(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    client = als(cast.rik)
    url = reverse("beoordeling:beoordeling_starten", args=[dossier.pk])
    assert client.get(url).status_code == 200
    assert client.post(url, {"aanleiding": ""}).status_code == 422
    antwoord = client.post(url, {"aanleiding": "instroom", "zonder_ideologie": "nee"})
    beoordeling = Beoordeling.objects.voor(cast.rik.toegang).get()
    assert antwoord.headers["Location"] == deel_url(beoordeling, "bescherming")


def test_een_deel_invullen_en_verder(cast: Cast, als: Als) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    client = als(cast.rik)
    pagina = client.get(deel_url(beoordeling, "veiligheid")).content.decode()
    assert "Geef eerst bij alle beschermende factoren een antwoord" in pagina
    assert 'name="niveau"' not in pagina
    data = {f"w_{code}": "onbekend" for code in codes(beoordeling, "bescherming")}
    oordeel = {"niveau": "laag", "oordeel": "Veel steun", "rust_op": "Twee gesprekken"}
    antwoord = client.post(
        deel_url(beoordeling, "bescherming"),
        data | oordeel | {"versie": "1", "volgende": "1", "o_B01": "Moeder belt"},
    )
    assert antwoord.headers["Location"] == deel_url(beoordeling, "veiligheid")
    assert Antwoord.objects.voor(cast.rik.toegang).count() == 11
    assert Deeloordeel.objects.voor(cast.rik.toegang).get().oordeel == "Veel steun"
    weer = client.get(deel_url(beoordeling, "bescherming")).content.decode()
    assert "Moeder belt" in weer
    assert 'name="niveau"' in client.get(deel_url(beoordeling, "veiligheid")).content.decode()


def test_een_niveau_te_vroeg_wordt_met_uitleg_geweigerd(cast: Cast, als: Als) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    data = {"w_B01": "afwezig", "niveau": "hoog", "oordeel": "Zorgelijk", "rust_op": "Gesprek"}
    antwoord = als(cast.rik).post(deel_url(beoordeling, "bescherming"), data | {"versie": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Geef eerst bij alle beschermende factoren" in tekst
    assert "Zorgelijk" in tekst
    assert not Antwoord.objects.voor(cast.rik.toegang).exists()


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({"o_B01": "Zonder antwoord"}, "Kies ook een antwoord"),
        ({"w_B01": "heel erg"}, "mogelijkheden"),
        ({"w_B01": "afwezig", "d_B01": "2030-01-01"}, "toekomst"),
        ({"w_B01": "afwezig", "o_B01": "x\x07"}, "onzichtbare tekens"),
        ({"w_B01": "afwezig", "o_B01": "x" * 20_001}, "niet meer dan"),
        ({"w_B01": "afwezig", "b_B01": "00000000-0000-0000-0000-000000000000"}, "mogelijkheden"),
        ({"niveau": "laag"}, "Schrijf ook uw oordeel"),
        ({"oordeel": "Woorden"}, "Kies ook een niveau"),
        ({"versie": "x"}, "verlopen"),
    ],
)
def test_slechte_invoer_verliest_niets(
    cast: Cast, als: Als, invoer: dict[str, str], zin: str
) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    data = {"versie": "1", "w_B02": "enigszins", "o_B02": "Blijft staan"} | invoer
    antwoord = als(cast.rik).post(deel_url(beoordeling, "bescherming"), data)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in tekst
    assert "Blijft staan" in tekst


def test_de_tweede_ziet_het_verschil(cast: Cast, als: Als) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    url = deel_url(beoordeling, "bescherming")
    client = als(cast.rik)
    client.post(url, {"versie": "1", "w_B01": "afwezig", "o_B01": "Van de eerste"})
    antwoord = client.post(url, {"versie": "1", "w_B01": "duidelijk", "o_B01": "Van de tweede"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Van de eerste" in tekst
    assert "Van de tweede" in tekst


def test_de_stroom_kiest_de_vragen(cast: Cast, als: Als) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    url = deel_url(beoordeling, "ideologie")
    client = als(cast.rik)
    assert 'id="i-IR1"' not in client.get(url).content.decode()
    data = {"versie": "1", "stromen": ["rechts", "links"], "stroomreden": "Gemengde uitingen"}
    assert client.post(url, data).status_code == 303
    tekst = client.get(url).content.decode()
    assert 'id="i-IR1"' in tekst
    assert 'id="i-IL1"' in tekst
    assert 'id="i-IJ1"' not in tekst


def test_voorleggen_terugsturen_vaststellen(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    beoordeling = stap.beoordeling_gestart(cast, dossier)
    rik, paula = als(cast.rik), als(cast.paula)

    def url(naam: str) -> str:
        return reverse(f"beoordeling:{naam}", args=[beoordeling.pk])

    leeg = rik.get(url("beoordeling_voorleggen"))
    assert leeg.status_code == 403
    assert "Nog niet af" in leeg.content.decode()
    stap.beoordeling_ingevuld(cast, beoordeling)
    assert rik.post(url("beoordeling_voorleggen")).status_code == 303
    eigen = rik.get(url("beoordeling_inzien")).content.decode()
    assert "Iemand anders dan wie eraan schreef" in eigen
    assert paula.post(url("beoordeling_terugsturen"), {"reden": ""}).status_code == 422
    assert paula.post(url("beoordeling_terugsturen"), {"reden": "Bron?"}).status_code == 303
    assert "Bron?" in rik.get(url("beoordeling_inzien")).content.decode()
    assert rik.post(url("beoordeling_voorleggen")).status_code == 303
    assert paula.post(url("beoordeling_vaststellen")).status_code == 303
    tekst = rik.get(url("beoordeling_inzien")).content.decode()
    assert "geen optelsom, geen rangorde en geen voorspelling" in tekst
    assert "vastgesteld" in tekst
    assert rik.get(deel_url(beoordeling, "bescherming")).status_code == 403


def test_wie_maar_een_deel_mag_lezen_ziet_dat_er_meer_is(cast: Cast, als: Als) -> None:
    beoordeling = stap.beoordeling_vastgesteld(cast, stap.dossier_in_regie(cast))
    tekst = (
        als(cast.ron)
        .get(reverse("beoordeling:beoordeling_inzien", args=[beoordeling.pk]))
        .content.decode()
    )
    assert "Oordeel over Beschermende factoren" in tekst
    assert "Oordeel over Ideologisch gehalte" not in tekst
    assert "De inhoud is niet met u gedeeld" in tekst
    assert "Uitingen zijn rechts-extremistisch" not in tekst


@pytest.mark.parametrize("wie", ["ruben", "sanne", "bram", "cora", "frits", "samira"])
def test_wie_er_niet_bij_hoort_komt_er_niet(cast: Cast, als: Als, wie: str) -> None:
    dossier = stap.dossier_in_regie(cast)
    beoordeling = stap.beoordeling_vastgesteld(cast, dossier)
    client = als(getattr(cast, wie))
    for naam, id_ in (
        ("beoordeling_inzien", beoordeling.pk),
        ("beoordelingen", dossier.pk),
        ("beoordeling_starten", dossier.pk),
        ("beoordeling_vaststellen", beoordeling.pk),
    ):
        url = reverse(f"beoordeling:{naam}", args=[id_])
        assert client.get(url).status_code == 404, naam


def test_verandering_staat_in_woorden_en_bescherming_eerst(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.beoordeling_vastgesteld(cast, dossier, waarde=Waarde.DUIDELIJK, niveau="hoog")
    tweede_beoordeling(cast, dossier, Waarde.ONBEKEND)
    strook = strook_van(cast.rik.toegang, dossier)
    assert strook is not None
    assert strook.kolommen == ["nov 2026", "feb 2027"]
    assert strook.rijen[0].label == "Steun van iemand die geweld afwijst"
    assert [c.woord for c in strook.rijen[0].cellen] == ["duidelijk", "onbekend"]
    assert [c.sterkte for c in strook.rijen[0].cellen] == ["duidelijk", "onbekend"]
    assert strook.rijen[0].grondslag == "waarneming · Gemeente, OOV"
    van_zoe = strook_van(cast.zoe.toegang, dossier)
    assert van_zoe is not None
    assert len(van_zoe.rijen) == 11
    client = als(cast.rik)
    overzicht = client.get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    assert "Wat veranderde er" in overzicht.content.decode()
    tab = client.get(reverse("beoordeling:beoordelingen", args=[dossier.pk])).content.decode()
    assert "Oordeel per deel" in tab


@pytest.mark.parametrize("wie", ["samira", "paula", "rik", "gemma", "zoe", "bas", "femke", "leo"])
def test_het_kader_is_te_lezen(cast: Cast, als: Als, wie: str) -> None:
    stap.kaders_laden()
    client = als(getattr(cast, wie))
    tekst = client.get(reverse("beoordeling:kader_inzien")).content.decode()
    assert "B01 Steun van iemand die geweld afwijst" in tekst
    assert "IS3" in tekst
    vragen = client.get(reverse("beoordeling:wegingsvragen_inzien")).content.decode()
    assert "W14" in vragen
    onbekend = reverse("beoordeling:kader_versie_inzien", args=[99])
    assert client.get(onbekend).status_code == 404


def tweede_beoordeling(cast: Cast, dossier: Dossier, waarde: Waarde) -> Beoordeling:
    """Three months later, the same parts again."""
    later = NU + timedelta(days=90)
    nieuw = beoordeling_starten(cast.rik.op(later), dossier, aanleiding="periodiek")
    nieuw = stap.beoordeling_ingevuld(cast, nieuw, waarde=waarde)
    nieuw = beoordeling_voorleggen(cast.rik.op(later), nieuw)
    return beoordeling_vaststellen(cast.paula.op(later), nieuw)


def test_waarom_zij_terugkwam_leest_alleen_wie_het_gewone_mag_lezen(cast: Cast, als: Als) -> None:
    beoordeling = stap.beoordeling_voorgelegd(cast, stap.dossier_in_regie(cast))
    beoordeling_terugsturen(cast.paula.toegang, beoordeling, reden="Zijn broer zei iets anders.")
    url = reverse("beoordeling:beoordeling_inzien", args=[beoordeling.pk])
    for speler, leest in ((cast.rik, True), (cast.leo, True), (cast.femke, False)):
        antwoord = als(speler).get(url)
        assert antwoord.status_code == 200
        assert ("Zijn broer" in antwoord.content.decode()) == leest, speler.sleutel
