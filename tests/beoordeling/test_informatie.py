"""Information items: who records what, who reads it, and who may only know that it exists."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from beoordeling.enums import Bewijssoort, Informatiesoort
from beoordeling.models import Informatie
from beoordeling.services.informatie import (
    document_toevoegen,
    informatie_corrigeren,
    waarneming_vastleggen,
)
from convenant.enums import Categorie, Fase, Niveau
from convenant.handeling import Geweigerd, Gewijzigd
from tests.cast import Cast, Speler
from tests.stappen import beoordeling as stap

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
MAIL = (
    b"From: a@voorbeeld.test\r\nTo: b@voorbeeld.test\r\nSubject: Afspraak\r\n\r\nTot dinsdag.\r\n"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600


def docx(*extra: str) -> bytes:
    inhoud = BytesIO()
    with ZipFile(inhoud, "w") as archief:
        for naam in ("[Content_Types].xml", "word/document.xml", *extra):
            archief.writestr(naam, "<xml/>")
    return inhoud.getvalue()


def test_wat_weggelaten_is_volgt_uit_rol_organisatie_en_fase(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    van_rik = stap.contact_vastgelegd(cast.rik, dossier)
    assert (van_rik.categorie, van_rik.bron) == (Categorie.GEWOON, cast.rik.organisatie)
    assert van_rik.grondslag
    assert van_rik.doel == "Uitvoering van de aanpak"
    assert stap.contact_vastgelegd(cast.zoe, dossier).categorie == Categorie.MEDISCH
    in_weging = stap.dossier_in_fase(cast)
    van_piet = stap.contact_vastgelegd(cast.piet, in_weging)
    assert (van_piet.categorie, van_piet.doel) == (
        Categorie.POLITIEGEGEVEN,
        "Weging van de melding",
    )


def test_medische_informatie_bestaat_voor_de_anderen_niet(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.contact_vastgelegd(cast.zoe, dossier)
    assert Informatie.objects.voor(cast.zoe.toegang).count() == 1
    for speler in (cast.rik, cast.ron, cast.paula, cast.leo, cast.cora, cast.frits, cast.bram):
        bestaan = Informatie.objects.voor(speler.toegang, minstens=Niveau.BESTAAN)
        assert not bestaan.exists(), speler.sleutel


def test_van_de_zorg_is_ook_het_bestaan_verborgen_in_elke_categorie(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    with pytest.raises(Geweigerd, match="categorie"):
        stap.contact_vastgelegd(cast.zoe, dossier, categorie=Categorie.BIJZONDER)
    van_zoe = stap.contact_vastgelegd(cast.zoe, dossier)
    van_zoe.categorie = Categorie.BIJZONDER
    van_zoe.save()
    stap.contact_vastgelegd(cast.rik, dossier, categorie=Categorie.BIJZONDER)
    bestaan = Informatie.objects.voor(cast.ron.toegang, minstens=Niveau.BESTAAN)
    assert [i.bron for i in bestaan] == [cast.rik.organisatie]
    assert not Informatie.objects.voor(cast.ron.toegang).exists()


def test_een_regisseur_in_dienst_van_de_zorg_schrijft_voor_de_gemeente(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    ggd = Speler("ggd", cast.wendy.hoedanigheid)
    ggd.hoedanigheid.organisatie = cast.organisatie("ggz")
    ggd.hoedanigheid.save()
    item = stap.contact_vastgelegd(ggd, dossier)
    assert item.bron == cast.rik.organisatie
    assert Informatie.objects.voor(cast.rik.toegang).filter(pk=item.pk).exists()
    with pytest.raises(Geweigerd, match="zelf vast"):
        stap.contact_vastgelegd(ggd, dossier, bron=cast.organisatie("ggz"))


def test_van_een_politiegegeven_weet_de_regisseur_alleen_dat_het_er_is(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast, Fase.WEGING)
    stap.contact_vastgelegd(cast.piet, dossier)
    for speler in (cast.rik, cast.paula, cast.gemma):
        assert Informatie.objects.voor(speler.toegang, minstens=Niveau.BESTAAN).count() == 1
        assert not Informatie.objects.voor(speler.toegang).exists()
    assert Informatie.objects.voor(cast.piet.toegang).count() == 1


@pytest.mark.parametrize(
    ("wie", "categorie"),
    [
        ("rik", Categorie.MEDISCH),
        ("rik", Categorie.POLITIEGEGEVEN),
        ("zoe", Categorie.POLITIEGEGEVEN),
        ("ron", Categorie.MEDISCH),
        ("rik", Categorie.IDENTITEIT),
        ("rik", "verzonnen"),
    ],
)
def test_niemand_legt_vast_in_de_categorie_van_een_ander(
    cast: Cast, wie: str, categorie: str
) -> None:
    dossier = stap.dossier_in_regie(cast)
    with pytest.raises(Geweigerd, match="categorie"):
        stap.contact_vastgelegd(getattr(cast, wie), dossier, categorie=categorie)


def test_de_regisseur_noemt_een_andere_bron_maar_niet_de_zorg(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier, bron=cast.organisatie("school"))
    assert item.bron == cast.organisatie("school")
    with pytest.raises(Geweigerd, match="legt die organisatie zelf vast"):
        stap.contact_vastgelegd(cast.rik, dossier, bron=cast.organisatie("ggz"))
    with pytest.raises(Geweigerd, match="legt die organisatie zelf vast"):
        stap.contact_vastgelegd(cast.ron, dossier, bron=cast.organisatie("politie"))


@pytest.mark.parametrize(
    ("wie", "fase", "zin"),
    [
        ("ruben", Fase.UITVOERING, "Alleen de regisseur"),
        ("zoe", Fase.WEGING, "in uitvoering"),
        ("piet", Fase.UITVOERING, "in de weging"),
        ("rik", Fase.GESLOTEN, "gesloten"),
        ("paula", Fase.AFGEDAAN, "gesloten"),
        ("samira", Fase.UITVOERING, "Uw rol"),
        ("leo", Fase.UITVOERING, "Uw rol"),
    ],
)
def test_wie_er_niet_werkt_legt_niets_vast(cast: Cast, wie: str, fase: Fase, zin: str) -> None:
    dossier = stap.dossier_in_regie(cast)
    dossier.fase = fase
    dossier.save()
    with pytest.raises(Geweigerd, match=zin):
        stap.contact_vastgelegd(getattr(cast, wie), dossier)


def test_een_feit_is_een_feit_en_anders_een_waarneming(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    soorten = {
        waarneming_vastleggen(
            cast.rik.toegang,
            dossier,
            gebeurd_op=cast.rik.toegang.vandaag,
            titel="Werk",
            tekst="Werkt drie dagen.",
            bewijssoort=bewijssoort,
        ).soort
        for bewijssoort in (Bewijssoort.FEIT, Bewijssoort.HOREN_ZEGGEN)
    }
    assert soorten == {Informatiesoort.FEIT, Informatiesoort.WAARNEMING}


def test_corrigeren_doet_wie_vastlegde_en_het_eerste_blijft_te_lezen(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier, tekst="Dinsdag gesproken")
    with pytest.raises(Geweigerd, match="Alleen wie"):
        informatie_corrigeren(cast.wendy.toegang, item, reden="Fout", tekst="Anders")
    with pytest.raises(Geweigerd, match="waarom"):
        informatie_corrigeren(cast.rik.toegang, item, reden="", tekst="Anders")
    informatie_corrigeren(
        cast.rik.toegang, item, reden="Dag was fout", tekst="Woensdag gesproken", versie=1
    )
    with pytest.raises(Gewijzigd):
        informatie_corrigeren(cast.rik.toegang, item, reden="Nog eens", tekst="x", versie=1)
    nieuw, oud = Informatie.history.voor(cast.rik.toegang).filter(id=item.pk)
    assert (oud.tekst, nieuw.tekst) == ("Dinsdag gesproken", "Woensdag gesproken")
    assert nieuw.history_change_reason == "Dag was fout"


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("verslag.pdf", PDF),
        ("verslag.docx", docx()),
        ("afspraak.eml", MAIL),
        ("afspraak.msg", OLE),
    ],
)
def test_een_document_krijgt_een_naam_die_niets_zegt(cast: Cast, naam: str, inhoud: bytes) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = _document(cast, dossier, naam, inhoud)
    assert item.bestandsnaam == naam
    assert "verslag" not in item.bestand.name
    assert "afspraak" not in item.bestand.name
    with item.bestand.open() as bestand:
        assert bestand.read() == inhoud


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("verslag.pdf", b"<html><script>alert(1)</script></html>"),
        ("verslag.pdf", docx()),
        ("verslag.docx", PDF),
        ("verslag.docx", b"PK\x03\x04 geen archief"),
        ("verslag.docx", docx("word/vbaProject.bin")),
        ("bericht.eml", PDF),
        ("bericht.eml", b"From: x\x00\r\nSubject: y\r\n\r\n"),
        ("bericht.msg", MAIL),
        ("programma.exe", b"MZ" + b"\x00" * 100),
        ("verslag", PDF),
    ],
)
def test_inhoud_die_niet_bij_de_naam_past_wordt_geweigerd(
    cast: Cast, naam: str, inhoud: bytes
) -> None:
    dossier = stap.dossier_in_regie(cast)
    with pytest.raises(Geweigerd, match="past niet bij de naam"):
        _document(cast, dossier, naam, inhoud)


def test_een_te_groot_document_wordt_geweigerd(cast: Cast, settings: object) -> None:
    settings.DOCUMENT_MAX_MB = 1  # type: ignore[attr-defined]
    dossier = stap.dossier_in_regie(cast)
    with pytest.raises(Geweigerd, match="groter dan 1 MB"):
        _document(cast, dossier, "groot.pdf", PDF + b" " * 1024 * 1024)


def _document(cast: Cast, dossier: object, naam: str, inhoud: bytes) -> Informatie:
    return document_toevoegen(
        cast.rik.toegang,
        dossier,
        bestand=SimpleUploadedFile(naam, inhoud),
        titel="Verslag van de school",
        gebeurd_op=cast.rik.toegang.vandaag,
    )
