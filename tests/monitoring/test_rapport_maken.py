"""rapport_maken: a real worker makes a tagged PDF with the present rights of who asked."""

import io
import time
import uuid
from collections.abc import Callable
from datetime import date, timedelta

import pdfua
import pytest
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from beoordeling.enums import Advies
from casusregie.config.demo.children import Child
from casusregie.enums import Leefdomein
from convenant.models import Logregel
from monitoring.enums import Rapportstatus, Trap
from monitoring.models import Rapport
from monitoring.services.rapportmaker import rapport_afmaken
from monitoring.tasks import rapport_maken
from tests.cast import NU, Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.monitoring.conftest import Aanpak, maak_casus, maak_dossier
from tests.stappen.monitoring import (
    dossierrapport_gevraagd,
    incident_gemeld,
    meting_gedaan,
    toezichtrapport_gevraagd,
)
from tests.stappen.verzegeling import verzegeld

type Als = Callable[[Speler], Client]
ERNSTIG = pdfua.Severity.ERROR
LIJST_QUERIES = 5
"""Two for the list: its rows and the reports that are ready; the rest is the door and the frame."""


def toezicht(cast: Cast) -> Rapport:
    return toezichtrapport_gevraagd(cast.leo.toegang, date(2026, 1, 1), NU.date())


def tekst_van(pdf: bytes) -> str:
    tekst = " ".join(blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(tekst.split())


def wacht_tot_klaar(cast: Cast, rapport: Rapport) -> Rapport:
    einde = time.monotonic() + 60
    while time.monotonic() < einde:
        nu = Rapport.objects.voor(cast.leo.toegang).get(pk=rapport.pk)
        if nu.status in (Rapportstatus.KLAAR, Rapportstatus.MISLUKT):
            return nu
        time.sleep(0.2)
    raise AssertionError("het rapport kwam niet klaar")


def lees(rapport: Rapport) -> str:
    rapport.refresh_from_db()
    assert rapport.status == Rapportstatus.KLAAR, rapport.stap
    with default_storage.open(rapport.bestand.name) as bestand:
        return tekst_van(bestand.read())


def test_een_echte_maker_maakt_het_en_wie_vroeg_haalt_het_op(
    worker: Child, cast: Cast, als: Als
) -> None:
    for _ in range(6):
        maak_casus(cast, maak_dossier(cast))
    client = als(cast.leo)
    antwoord = client.post(
        reverse("monitoring:rapport_aanvragen"),
        {
            "soort": "toezicht",
            "doel": "Voor de Commissie",
            "periode_van": "2026-01-01",
            "periode_tot": "2026-11-18",
        },
    )
    assert antwoord.status_code == 303, antwoord.content.decode()
    rapport = wacht_tot_klaar(cast, Rapport.objects.voor(cast.leo.toegang).get())
    pagina = client.get(antwoord.headers["Location"]).content.decode()
    assert "Het rapport is klaar" in pagina
    pdf = client.get(reverse("monitoring:rapport_downloaden", args=[rapport.pk]))
    assert pdf.headers["Content-Disposition"] == (
        'attachment; filename="toezichtrapport-2026-01-01-tot-2026-11-18.pdf"'
    )
    inhoud = b"".join(pdf.streaming_content)
    tekst = tekst_van(inhoud)
    assert "6 meldingen aan een dossier gekoppeld" in tekst
    assert "rechts-extremisme 6" in tekst
    assert "in de aanpak gekomen 6" in tekst
    lezer = PdfReader(io.BytesIO(inhoud))
    assert lezer.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert lezer.trailer["/Root"]["/StructTreeRoot"]
    namen = Logregel.objects.filter(object_id=rapport.pk).values_list("naam", flat=True)
    assert set(namen) >= {"rapport_aanvragen", "rapport_maken", "rapport_downloaden"}


def test_kleine_aantallen_en_namen_staan_er_niet_in(cast: Cast, aanpak: Aanpak) -> None:
    for _ in range(7):
        maak_casus(cast, maak_dossier(cast), Advies.AANPAK)
    maak_casus(cast, maak_dossier(cast), Advies.GEEN_ACTIE, Advies.AANPAK)
    ingewijd = maak_dossier(cast)
    maak_casus(cast, ingewijd, Advies.AANPAK)
    verzegeld(cast.paula, ingewijd, cast.leo)
    rapport = toezicht(cast)
    rapport_afmaken(rapport.pk)
    tekst = lees(rapport)
    assert pdfua.validate(default_storage.path(rapport.bestand.name)).worst_severity() < ERNSTIG
    assert "Verzegelde dossiers tellen hier niet mee" in tekst
    assert "9 meldingen aan een dossier gekoppeld" in tekst
    assert "een of meer adviezen anders niet getoond" in tekst
    assert "alle adviezen gelijk niet getoond" in tekst
    assert "In deze periode is ten minste één keer tegen een advies besloten." in tekst
    assert "Zoë" not in tekst
    assert "Duin" not in tekst


def test_het_dossierrapport_heeft_de_rechten_van_wie_vraagt(cast: Cast, aanpak: Aanpak) -> None:
    meting_gedaan(cast.rik.toegang, aanpak.dossier, gemeten_op=date(2026, 9, 1))
    meting_gedaan(cast.rik.toegang, aanpak.dossier, {Leefdomein.WONEN: Trap.VOLLEDIG})
    incident_gemeld(cast.rik.toegang, aanpak.dossier)
    rapport = dossierrapport_gevraagd(cast.leo.toegang, aanpak.dossier)
    rapport_afmaken(rapport.pk)
    tekst = lees(rapport)
    assert "Zoë Verzonnen-Duin, 22 jaar" in tekst
    assert "volledig zelfredzaam" in tekst
    assert "Volgt een opleiding" in tekst
    assert "Kwam niet op de afspraak" not in tekst
    assert "Incident van Gemeente, OOV, strafrechtelijk: 1 keer." in tekst
    assert "Verslaving: wel gemeten, niet met u gedeeld." in tekst


def test_wie_het_recht_niet_meer_heeft_krijgt_geen_rapport(cast: Cast) -> None:
    rapport = toezicht(cast)
    cast.leo.hoedanigheid.tot = NU.date() - timedelta(days=1)
    cast.leo.hoedanigheid.save()
    rapport_afmaken(rapport.pk)
    rapport.refresh_from_db()
    assert rapport.status == Rapportstatus.MISLUKT
    assert "Uw rol of uw recht is veranderd" in rapport.stap
    assert not rapport.bestand


def test_twee_keer_maken_is_een_rapport(cast: Cast) -> None:
    rapport = toezicht(cast)
    rapport_maken(str(rapport.pk))
    rapport.refresh_from_db()
    eerste = rapport.bestand.name
    rapport_maken(str(rapport.pk))
    rapport.refresh_from_db()
    assert rapport.bestand.name == eerste
    rapport_maken(str(uuid.uuid4()))


def test_een_fout_staat_op_de_pagina(cast: Cast, als: Als, monkeypatch: pytest.MonkeyPatch) -> None:
    rapport = toezicht(cast)
    monkeypatch.setattr("monitoring.services.rapportmaker._html", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        rapport_afmaken(rapport.pk)
    html = als(cast.leo).get(reverse("monitoring:rapport_inzien", args=[rapport.pk]))
    assert "Vraag het rapport opnieuw aan" in html.content.decode()


def test_anderen_zien_en_halen_het_rapport_niet(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    rapport = dossierrapport_gevraagd(cast.leo.toegang, aanpak.dossier)
    rapport_afmaken(rapport.pk)
    for naam in ("rapport_inzien", "rapport_downloaden"):
        url = reverse(f"monitoring:{naam}", args=[rapport.pk])
        antwoord = als(cast.leo).get(url)
        assert antwoord.status_code == 200
        if naam == "rapport_downloaden":
            assert b"".join(antwoord.streaming_content).startswith(b"%PDF")
        for wie in (cast.paula, cast.rik, cast.cora):
            assert als(wie).get(url).status_code == 404


def test_een_rapport_dat_nog_niet_klaar_is(cast: Cast, als: Als) -> None:
    rapport = toezicht(cast)
    client = als(cast.leo)
    url = reverse("monitoring:rapport_inzien", args=[rapport.pk])
    heel = client.get(url).content.decode()
    deel = client.get(url, headers={"HX-Request": "true"}).content.decode()
    assert "Kijk hoe ver het is" in heel
    assert deel.strip() in heel
    pdf = reverse("monitoring:rapport_downloaden", args=[rapport.pk])
    assert client.get(pdf).status_code == 404


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({}, "Maak hier een keuze"),
        ({"soort": "toezicht"}, "Vul een datum in"),
        ({"periode_van": "2026-05-01", "periode_tot": "2026-04-01"}, "laatste dag ligt voor"),
        ({"periode_van": "2020-05-01", "periode_tot": "2026-04-01"}, "ten hoogste drie jaar"),
        ({"periode_van": "2026-05-01", "periode_tot": "2031-04-01"}, "toekomst"),
        ({"doel": "x" * 301}, "niet meer dan 300 tekens"),
        ({"soort": "dossier", "nummer": "2026-9999"}, "dossier in dat u mag lezen"),
        ({"soort": "dossier", "nummer": "\x00"}, "onzichtbare tekens"),
    ],
)
def test_een_foute_aanvraag_wordt_uitgelegd(
    cast: Cast, als: Als, velden: dict[str, str], zin: str
) -> None:
    basis = {"soort": "toezicht", "doel": "Toezicht"} if velden else {}
    antwoord = als(cast.leo).post(reverse("monitoring:rapport_aanvragen"), basis | velden)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert not Rapport.objects.voor(cast.leo.toegang).exists()


@pytest.mark.parametrize("aantal", [1, 3])
def test_de_lijst_vraagt_altijd_evenveel(
    cast: Cast, als: Als, aantal: int, paginavragen: Paginavragen
) -> None:
    for _ in range(aantal):
        toezicht(cast)
    client = als(cast.leo)
    url = reverse("monitoring:rapporten")
    client.get(url)
    with paginavragen(LIJST_QUERIES):
        html = client.get(url).content.decode()
    assert html.count("Toezichtrapport 1 jan 2026") == aantal
