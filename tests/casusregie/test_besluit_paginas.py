"""The pages of nota and besluit, as each role sees them."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from casusregie.enums import Besluitstatus, Notastatus
from casusregie.models import Besluit, Besluitnota, Casus
from casusregie.services.besluitnota import besluitnota_opstellen
from convenant.models import Dossier
from tests.cast import Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen.besluit import (
    OM_TEGEN,
    besluit_wacht,
    casus_toegelaten,
    gewogen_dossier,
    nota_aangeboden,
    notagegevens,
    scan,
)

type Als = Callable[[Speler], Client]


def url(naam: str, *args: Any) -> str:
    return reverse(f"casusregie:{naam}", args=args)


def notapost(cast: Cast, **anders: Any) -> dict[str, Any]:
    gegevens = notagegevens(cast)
    return {
        **gegevens,
        "risicogroep": int(gegevens["risicogroep"]),
        "regisseur": gegevens["regisseur"].pk,
        "waarnemer": gegevens["waarnemer"].pk,
        "voorwaarden": "Gaat elke week naar school.\n\n- Zes maanden geen incidenten.",
        "herbeoordeling_op": gegevens["herbeoordeling_op"].isoformat(),
        **anders,
    }


def test_van_nota_tot_casus_door_ieder_zijn_eigen_scherm(cast: Cast, als: Als) -> None:
    dossier = gewogen_dossier(cast, OM_TEGEN)
    bas, femke, loco = als(cast.bas), als(cast.femke), als(cast.loco)
    pagina = bas.get(url("besluitnota_opstellen", dossier.pk))
    assert pagina.status_code == 200
    assert "wijkt af van het voorstel" in pagina.content.decode()
    assert "Verzonnen" not in pagina.content.decode()
    bas.post(url("besluitnota_opstellen", dossier.pk), notapost(cast))
    nota = Besluitnota.objects.voor(cast.bas.toegang).get()
    assert [v.omschrijving for v in nota.voorwaarden.buiten_toegang("test")] == [
        "Gaat elke week naar school.",
        "Zes maanden geen incidenten.",
    ]
    bas.post(url("besluitnota_aanbieden", nota.pk))
    assert femke.get(url("besluit_instroom_nemen", nota.pk)).status_code == 200
    kaal = femke.post(url("besluit_instroom_nemen", nota.pk), {"uitkomst": "aanpak"})
    assert kaal.status_code == 422
    assert "Schrijf in de motivering" in kaal.content.decode()
    femke.post(
        url("besluit_instroom_nemen", nota.pk),
        {"uitkomst": "aanpak", "motivering": "Het gevaar weegt zwaarder."},
    )
    besluit = Besluit.objects.voor(cast.paula.toegang).get()
    pagina = loco.get(url("besluit_bevestigen", besluit.pk))
    assert "Het gevaar weegt zwaarder." in pagina.content.decode()
    loco.post(url("besluit_bevestigen", besluit.pk), {"reden": "Eens."})
    assert Casus.objects.voor(cast.paula.toegang).get().dossier_id == dossier.pk
    inzien = als(cast.rik).get(url("besluit_inzien", dossier.pk)).content.decode()
    for tekst in ("Het gevaar weegt zwaarder.", "tegen een advies in", "Zes maanden geen"):
        assert tekst in inzien


def test_een_besluit_op_papier_met_scan(cast: Cast, als: Als) -> None:
    nota = nota_aangeboden(cast)
    post = {
        "uitkomst": "aanpak",
        "genomen_door": cast.femke.hoedanigheid.pk,
        "genomen_op": "18-11-2026",
    }
    doel = url("besluit_op_papier_vastleggen", nota.pk)
    fout = als(cast.bas).post(doel, {**post, "scan": scan("virus.exe")})
    assert fout.status_code == 422
    assert "Kies een bestand van de soort pdf" in fout.content.decode()
    assert als(cast.bas).post(doel, {**post, "scan": scan()}).status_code == 303
    besluit = Besluit.objects.voor(cast.paula.toegang).get()
    bestand = als(cast.paula).get(url("besluit_scan", besluit.pk))
    assert bestand.content.startswith(b"%PDF-")
    assert f"besluit-{nota.dossier.nummer}.pdf" in bestand["Content-Disposition"]
    assert "sandbox" in bestand["Content-Security-Policy"]
    als(cast.paula).post(url("besluit_op_papier_bevestigen", besluit.pk), {})
    besluit.refresh_from_db()
    assert besluit.status == Besluitstatus.GENOMEN


def test_de_nota_is_een_pdf_van_twee_bladen_zonder_naam(cast: Cast, als: Als) -> None:
    lang = "Dit is een zin die in elke nota kan staan en die niets over iemand zegt. " * 6
    nota = nota_aangeboden(cast, gewogen_dossier(cast, OM_TEGEN), aanleiding=lang * 2, doel=lang)
    antwoord = als(cast.femke).get(url("besluitnota_downloaden", nota.pk))
    assert antwoord["Content-Disposition"].endswith(
        f'"besluitnota-instroom-{nota.dossier.nummer}.pdf"'
    )
    pdf = PdfReader(io.BytesIO(antwoord.content))
    tekst = " ".join(blad.extract_text() for blad in pdf.pages)
    assert len(pdf.pages) <= 2
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert f"Dossier {nota.dossier.nummer}" in tekst
    assert "wijkt af" in tekst
    assert "22 jaar" in tekst
    assert "Verzonnen" not in tekst


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"herbeoordeling_op": "2028-01-01"}, "Nooit later dan over 12 maanden"),
        ({"herbeoordeling_op": "31-02-2027"}, "geen datum die bestaat"),
        ({"voorstel": ""}, "Maak hier een keuze"),
        ({"voorstel": "afschalen"}, "Kies een van de mogelijkheden"),
        ({"regisseur": "00000000-0000-0000-0000-000000000000"}, "Kies een van de mogelijkheden"),
        ({"doel": "x" * 1501}, "niet meer dan 1500 tekens"),
        ({"doel": "a\x07b"}, "onzichtbare tekens"),
        ({"voorwaarden": "x" * 501}, "niet meer dan 500 tekens"),
        ({"voorwaarden": "een\n" * 21}, "niet meer dan 20 voorwaarden"),
    ],
)
def test_slechte_invoer_zegt_wat_er_mis_is_en_bewaart_wat_is_getypt(
    cast: Cast, als: Als, anders: dict[str, Any], zin: str
) -> None:
    dossier = gewogen_dossier(cast)
    post = notapost(cast, aanleiding="Dit typte ik.") | anders
    antwoord = als(cast.bas).post(url("besluitnota_opstellen", dossier.pk), post)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert "Dit typte ik." in antwoord.content.decode()


def test_wie_later_is_ziet_het_verschil_en_verliest_niets(cast: Cast, als: Als) -> None:
    dossier = gewogen_dossier(cast)
    nota = besluitnota_opstellen(cast.bas.toegang, dossier, **notagegevens(cast))
    doel, bas = url("besluitnota_wijzigen", nota.pk), als(cast.bas)
    assert bas.get(doel).status_code == 200
    assert bas.post(doel, notapost(cast, doel="Eerst.", versie=1)).status_code == 303
    later = bas.post(doel, notapost(cast, doel="Later.", versie=1))
    assert later.status_code == 409
    assert "Eerst." in later.content.decode()
    assert "Later." in later.content.decode()


def test_een_aangeboden_nota_wijzigt_niemand_meer(cast: Cast, als: Als) -> None:
    nota = nota_aangeboden(cast)
    assert als(cast.bas).get(url("besluitnota_wijzigen", nota.pk)).status_code == 403
    nota.refresh_from_db()
    assert nota.status == Notastatus.AANGEBODEN


def test_wie_de_nota_niet_mag_lezen_ziet_alleen_het_besluit(cast: Cast, als: Als) -> None:
    casus = casus_toegelaten(cast)
    nota = casus.besluit.nota
    for wie in (cast.bas, cast.gemma):
        inzien = als(wie).get(url("besluit_inzien", casus.dossier_id)).content.decode()
        assert "opnemen in de aanpak" in inzien
        assert "niet met u gedeeld" in inzien
        assert nota.doel not in inzien
        assert als(wie).get(url("besluitnota_downloaden", nota.pk)).status_code == 404
    assert als(cast.wendy).get(url("besluitnota_downloaden", nota.pk)).status_code == 200
    assert als(cast.ruben).get(url("besluit_inzien", casus.dossier_id)).status_code == 404
    assert als(cast.sanne).get(url("besluit_inzien", casus.dossier_id)).status_code == 404


@pytest.mark.parametrize("naam", ["besluit_bevestigen", "besluit_afwijzen", "besluit_scan"])
def test_een_besluit_van_een_ander_dossier_bestaat_niet(cast: Cast, als: Als, naam: str) -> None:
    besluit = besluit_wacht(cast)
    assert als(cast.rik).get(url(naam, besluit.pk)).status_code == 404
    assert als(cast.paula).get(url(naam, besluit.nota_id)).status_code == 404


@pytest.mark.parametrize("aantal", [1, 3])
def test_de_lijst_vraagt_altijd_even_veel(
    cast: Cast, als: Als, aantal: int, paginavragen: Paginavragen
) -> None:
    for _ in range(aantal):
        nota_aangeboden(cast, gewogen_dossier(cast))
    client = als(cast.femke)
    client.get(url("besluiten"))
    with paginavragen(LIJST):
        pagina = client.get(url("besluiten") + "?stand=nemen")
    for dossier in Dossier.objects.voor(cast.paula.toegang):
        assert dossier.nummer in pagina.content.decode()


LIJST = 8


def test_elk_getal_op_mijn_werk_is_een_link_naar_een_lijst_waar_iets_in_staat(
    cast: Cast, als: Als
) -> None:
    nota = nota_aangeboden(cast)
    nummer = nota.dossier.nummer
    for wie, stand, erin in (
        (cast.femke, "nemen", True),
        (cast.bas, "nota", False),
        (cast.paula, "bevestigen", False),
    ):
        link = f"{url('besluiten')}?stand={stand}"
        werk = als(wie).get(reverse("convenant:mijn_werk")).content.decode()
        assert (link in werk) is erin
        assert (nummer in als(wie).get(link).content.decode()) is erin
