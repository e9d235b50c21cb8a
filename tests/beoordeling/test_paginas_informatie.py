"""The pages of information items: quick entry, the tab, documents behind their door."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beoordeling.enums import MagVerder
from beoordeling.models import Informatie
from convenant.enums import Categorie, Fase, Logsoort
from convenant.models import Dossier, Logregel
from tests.beoordeling.test_informatie import PDF
from tests.cast import Cast, Speler
from tests.stappen import beoordeling as stap

type Als = Callable[[Speler], Client]


def contactdata(cast: Cast, **anders: str) -> dict[str, str]:
    return {
        "gebeurd_op": "2026-11-17",
        "met_wie": "betrokkene",
        "contactdoel": "Werkplek bespreken",
        "tekst": "Wil op proef beginnen.",
        "categorie": "gewoon",
        "bron": str(cast.organisatie("gemeente").pk),
        "bewijssoort": "waarneming",
        "mag_verder": "ja",
        "grondslag": "Gemeentewet",
        "doel": "Uitvoering",
        "doel_verteld": "ja",
    } | anders


def test_snel_een_contact_vastleggen_op_het_overzicht(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    client = als(cast.rik)
    overzicht = reverse("convenant:dossier_inzien", args=[dossier.pk])
    tekst = client.get(overzicht).content.decode()
    assert 'id="contact-snel"' in tekst
    assert "gewoon · Gemeente, OOV · waarneming · verder na overleg met de bron" in tekst
    assert "houdbaar tot za 18 nov 2028 · vernietigen op di 18 nov 2031" in tekst
    url = reverse("beoordeling:contactmoment_vastleggen", args=[dossier.pk])
    assert client.post(url, contactdata(cast)).headers["Location"] == overzicht
    item = Informatie.objects.voor(cast.rik.toegang).get()
    assert (item.contactdoel, item.doel_verteld, item.mag_verder) == (
        "Werkplek bespreken",
        True,
        MagVerder.JA,
    )
    assert (item.houdbaar_tot, item.vernietigen_op) == (date(2028, 11, 18), date(2031, 11, 18))
    tijdlijn = client.get(overzicht).content.decode()
    assert "Dit doel is verteld." in tijdlijn
    assert tijdlijn.count("Werkplek bespreken") == 1
    assert "Bron: Gemeente, OOV · categorie gewoon · waarneming · mag verder" in tijdlijn


def test_het_snelle_formulier_zegt_op_het_overzicht_zelf_wat_er_mist(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    client = als(cast.rik)
    url = reverse("beoordeling:contactmoment_vastleggen", args=[dossier.pk])
    kop = {"HX-Request": "true"}
    sleutel = "6a0fd9a5-1f2c-4a6e-9d6b-0f1c3a5b7d9e"
    data = contactdata(cast, tekst="", sleutel=sleutel)
    geweigerd = client.post(url, data, headers=kop)
    assert geweigerd.status_code == 422
    deel = geweigerd.content.decode()
    assert "Vul dit in" in deel
    assert 'id="contact-snel"' in deel
    assert "<h1" not in deel
    gelukt = client.post(url, contactdata(cast), headers=kop)
    assert gelukt.status_code == 204
    assert "HX-Redirect" in gelukt.headers


def test_op_de_eigen_pagina_staat_de_kop_een_keer_en_een_weg_terug(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    url = reverse("beoordeling:contactmoment_vastleggen", args=[dossier.pk])
    tekst = als(cast.rik).get(url).content.decode()
    inhoud = tekst[tekst.index("<h1") :]
    assert inhoud.count("Contact vastleggen<") == 1
    terug = reverse("beoordeling:informatie", args=[dossier.pk])
    assert re.search(rf'href="{terug}">Annuleren<', inhoud)


def test_een_dubbele_klik_is_een_contact(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    client = als(cast.rik)
    url = reverse("beoordeling:contactmoment_vastleggen", args=[dossier.pk])
    data = contactdata(cast, sleutel="6a0fd9a5-1f2c-4a6e-9d6b-0f1c3a5b7d9e")
    for _ in range(2):
        assert client.post(url, data).status_code == 303
    assert Informatie.objects.voor(cast.rik.toegang).count() == 1


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({"tekst": ""}, "Vul dit in"),
        ({"tekst": "x" * 20_001}, "niet meer dan"),
        ({"tekst": "piep\x07"}, "onzichtbare tekens"),
        ({"gebeurd_op": "2026-12-31"}, "toekomst"),
        ({"gebeurd_op": "31-02-2026"}, "geen datum"),
        ({"categorie": "medisch"}, "mogelijkheden"),
        ({"bron": "00000000-0000-0000-0000-000000000000"}, "mogelijkheden"),
        ({"met_wie": "naam\nnog een"}, "één regel"),
    ],
)
def test_slechte_invoer_verliest_niets(
    cast: Cast, als: Als, invoer: dict[str, str], zin: str
) -> None:
    dossier = stap.dossier_in_regie(cast)
    url = reverse("beoordeling:contactmoment_vastleggen", args=[dossier.pk])
    antwoord = als(cast.rik).post(url, contactdata(cast, **invoer))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in tekst
    assert "Werkplek bespreken" in tekst
    assert not Informatie.objects.voor(cast.rik.toegang).exists()


def test_waarneming_vastleggen_en_corrigeren(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    client = als(cast.rik)
    url = reverse("beoordeling:waarneming_vastleggen", args=[dossier.pk])
    assert "Betrouwbaarheid van de bron" in client.get(url).content.decode()
    data = contactdata(cast, titel="Nieuwe fiets", tekst="Gezien door de wijkagent.")
    assert client.post(url, data).status_code == 303
    item = Informatie.objects.voor(cast.rik.toegang).get()
    corrigeren = reverse("beoordeling:informatie_corrigeren", args=[item.pk])
    assert "Nieuwe fiets" in client.get(corrigeren).content.decode()
    correctie = {
        "titel": "Oude fiets",
        "gebeurd_op": "2026-11-16",
        "tekst": "Gezien door de conciërge.",
        "bewijssoort": "waarneming",
        "mag_verder": "nee",
        "reden": "Verkeerde persoon genoemd",
        "versie": "1",
    }
    assert client.post(corrigeren, correctie).status_code == 303
    stale = client.post(corrigeren, correctie | {"titel": "Derde fiets"})
    assert stale.status_code == 409
    assert "Oude fiets" in stale.content.decode()
    inzien = client.get(reverse("beoordeling:informatie_inzien", args=[item.pk]))
    tekst = inzien.content.decode()
    assert "Verkeerde persoon genoemd" in tekst
    assert "Nieuwe fiets" in tekst
    assert als(cast.wendy).get(corrigeren).status_code == 403


def test_een_document_komt_alleen_als_download_bij_wie_het_mag_lezen(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    client = als(cast.rik)
    url = reverse("beoordeling:document_toevoegen", args=[dossier.pk])
    data = contactdata(cast, titel="Verslag", categorie="bijzonder")
    bestand = SimpleUploadedFile("Verslag Milan.pdf", PDF)
    assert client.post(url, data | {"bestand": bestand}).status_code == 303
    item = Informatie.objects.voor(cast.rik.toegang).get()
    ophalen = reverse("beoordeling:document_ophalen", args=[item.pk])
    antwoord = client.get(ophalen)
    assert b"".join(antwoord.streaming_content) == PDF  # type: ignore[attr-defined]
    kop = antwoord.headers
    assert kop["Content-Disposition"] == 'attachment; filename="document-2026-11-17.pdf"'
    assert kop["X-Content-Type-Options"] == "nosniff"
    assert kop["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert Logregel.objects.filter(
        soort=Logsoort.INZAGE, naam="document_ophalen", object_id=item.pk
    ).exists()
    for speler in (cast.zoe, cast.ron, cast.ruben, cast.leo, cast.gemma):
        assert als(speler).get(ophalen).status_code == 404, speler.sleutel
    assert Client().get(ophalen).status_code == 302


def test_een_contact_heeft_geen_bestand(cast: Cast, als: Als) -> None:
    item = stap.contact_vastgelegd(cast.rik, stap.dossier_in_regie(cast))
    url = reverse("beoordeling:document_ophalen", args=[item.pk])
    assert als(cast.rik).get(url).status_code == 404


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("verslag.pdf", b"", "leeg"),
        ("verslag.exe", b"MZ", "soort pdf, docx, eml, msg"),
        ("verslag.pdf", b"<script>", "past niet bij de naam"),
    ],
)
def test_een_verkeerd_bestand_wordt_uitgelegd(
    cast: Cast, als: Als, naam: str, inhoud: bytes, zin: str
) -> None:
    dossier = stap.dossier_in_regie(cast)
    url = reverse("beoordeling:document_toevoegen", args=[dossier.pk])
    data = contactdata(cast, titel="Verslag") | {"bestand": SimpleUploadedFile(naam, inhoud)}
    antwoord = als(cast.rik).post(url, data)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


def test_de_tab_toont_wat_niet_gedeeld_is_zonder_de_zorg(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast, Fase.WEGING)
    stap.contact_vastgelegd(cast.piet, dossier, tekst="POLITIEGEHEIM")
    Dossier._base_manager.filter(pk=dossier.pk).update(fase=Fase.UITVOERING)
    stap.contact_vastgelegd(cast.zoe, dossier, tekst="MEDISCHGEHEIM")
    stap.contact_vastgelegd(cast.rik, dossier, tekst="Open gesprek")
    for url in (
        reverse("beoordeling:informatie", args=[dossier.pk]),
        reverse("convenant:tijdlijn_inzien", args=[dossier.pk]),
    ):
        tekst = als(cast.rik).get(url).content.decode()
        assert "Politie-eenheid. De inhoud is niet met u gedeeld" in tekst
        assert "Open gesprek" in tekst
        assert "POLITIEGEHEIM" not in tekst
        assert "GGZ" not in tekst
        assert "MEDISCHGEHEIM" not in tekst
    van_zoe = als(cast.zoe).get(reverse("beoordeling:informatie", args=[dossier.pk]))
    assert "MEDISCHGEHEIM" in van_zoe.content.decode()


def test_de_tab_filtert_op_soort_en_bron(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.contact_vastgelegd(cast.rik, dossier, tekst="EIGEN")
    stap.contact_vastgelegd(cast.rik, dossier, tekst="SCHOOL", bron=cast.organisatie("school"))
    client = als(cast.rik)
    url = reverse("beoordeling:informatie", args=[dossier.pk])
    for vraag, eigen, school in (
        ({}, True, True),
        ({"soort": "document"}, False, False),
        ({"bron": str(cast.organisatie("school").pk)}, False, True),
        ({"bron": "geen-id"}, True, True),
    ):
        tekst = client.get(url, vraag).content.decode()
        assert ("EIGEN" in tekst, "SCHOOL" in tekst) == (eigen, school), vraag


def test_de_tab_kost_altijd_evenveel_vragen(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    client = als(cast.rik)
    url = reverse("beoordeling:informatie", args=[dossier.pk])
    aantallen = []
    for erbij in (1, 2):
        for _ in range(erbij):
            stap.contact_vastgelegd(cast.rik, dossier, categorie=Categorie.BIJZONDER)
        client.get(url)
        with CaptureQueriesContext(connection) as vragen:
            client.get(url)
        aantallen.append(len(vragen))
    assert aantallen[0] == aantallen[1]


@pytest.mark.parametrize("wie", ["ruben", "sanne", "bram", "cora", "frits", "samira"])
def test_wie_er_niets_mee_te_maken_heeft_komt_er_niet(cast: Cast, als: Als, wie: str) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    client = als(getattr(cast, wie))
    for naam, id_ in (
        ("informatie", dossier.pk),
        ("informatie_inzien", item.pk),
        ("informatie_corrigeren", item.pk),
        ("contactmoment_vastleggen", dossier.pk),
    ):
        status = client.get(reverse(f"beoordeling:{naam}", args=[id_])).status_code
        assert status in (403, 404), naam
