"""The pages of looking back at one dossier: what is shown, to whom, and what bad input gets."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from casusregie.enums import Leefdomein
from casusregie.models import Casus
from convenant.enums import Categorie, Logsoort, Relatie
from convenant.models import Logregel
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from monitoring.enums import Trap
from monitoring.models import Domeinmeting, Incident, Meting, Voortgang
from monitoring.views.monitoring import herbeoordelingsfeit
from tests.cast import Cast, Speler
from tests.monitoring.conftest import Aanpak, maak_dossier
from tests.stappen.monitoring import incident_gemeld, meting_gedaan, voortgang_verteld

type Als = Callable[[Speler], Client]


def tab(aanpak: Aanpak) -> str:
    return reverse("monitoring:monitoring_inzien", args=[aanpak.dossier.pk])


def metingvelden(**extra: str) -> dict[str, str]:
    velden = {"gemeten_op": "2026-11-17", "met_betrokkene": "ja"}
    velden |= {f"trap_{domein}": "3" for domein in Leefdomein}
    velden |= {f"toelichting_{domein}": "" for domein in Leefdomein}
    return velden | extra


def test_de_tab_toont_verandering_als_plaatje_en_als_tabel(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    rik = cast.rik.toegang
    meting_gedaan(rik, aanpak.dossier, {Leefdomein.WONEN: Trap.ACUUT}, gemeten_op=date(2026, 9, 1))
    meting_gedaan(rik, aanpak.dossier, {Leefdomein.WONEN: Trap.VOLDOENDE})
    incident_gemeld(rik, aanpak.dossier)
    voortgang_verteld(rik, aanpak.interventie)
    pagina = als(cast.rik).get(tab(aanpak))
    html = pagina.content.decode()
    assert pagina.status_code == 200
    assert "<svg" in html
    assert "Wonen: voldoende" in html
    assert "Kwam niet op de afspraak" in html
    assert "Twee gesprekken per week" in html
    assert "Verzonnen-Duin" not in html
    assert Logregel.objects.filter(soort=Logsoort.INZAGE, naam="monitoring_inzien").count() == 1


def test_een_partner_ziet_dat_er_meer_is_maar_niet_wat(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    meting_gedaan(cast.rik.toegang, aanpak.dossier)
    incident_gemeld(cast.rik.toegang, aanpak.dossier)
    incident_gemeld(
        cast.zoe.toegang, aanpak.dossier, categorie=Categorie.MEDISCH, tekst="Van de behandelaar"
    )
    html = als(cast.zoe).get(tab(aanpak)).content.decode()
    assert "Verslaving: wel gemeten" in html
    assert "Kwam niet op de afspraak" not in html
    assert "De inhoud is niet met u gedeeld" in html
    html = als(cast.ron).get(tab(aanpak)).content.decode()
    assert "Kwam niet op de afspraak" in html
    assert "Van de behandelaar" not in html
    assert "GGZ" not in html


@pytest.mark.parametrize("wie", ["wendy", "cora", "gemma", "frits", "sanne", "bram", "femke"])
def test_wie_er_niet_bij_hoort_krijgt_niets(cast: Cast, aanpak: Aanpak, als: Als, wie: str) -> None:
    assert als(getattr(cast, wie)).get(tab(aanpak)).status_code == 404


def test_het_aantal_vragen_groeit_niet_mee(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    rik, client = cast.rik.toegang, als(cast.rik)
    meting_gedaan(rik, aanpak.dossier)
    incident_gemeld(rik, aanpak.dossier)
    voortgang_verteld(rik, aanpak.interventie)
    client.get(tab(aanpak))
    aantal = len(vragen_van(client, tab(aanpak)))
    for dag in (1, 2):
        meting_gedaan(rik, aanpak.dossier, gemeten_op=date(2026, 10, dag))
        incident_gemeld(rik, aanpak.dossier)
        voortgang_verteld(rik, aanpak.interventie)
    assert len(vragen_van(client, tab(aanpak))) == aantal


def vragen_van(client: Client, url: str) -> list[dict[str, str]]:
    with CaptureQueriesContext(connection) as vragen:
        client.get(url)
    return list(vragen)


def test_een_meting_invullen_en_teruglezen(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    client = als(cast.rik)
    url = reverse("monitoring:meting_vastleggen", args=[aanpak.dossier.pk])
    leeg = client.get(url).content.decode()
    assert "Acuut probleem: geen slaapplek" in leeg
    antwoord = client.post(
        url, metingvelden(trap_wonen="1", trap_gezin="onbekend", toelichting_wonen="Logeert nu.")
    )
    assert antwoord.status_code == 303, antwoord.content.decode()[:3000]
    meting = Meting.objects.voor(cast.rik.toegang).get()
    trappen = dict(Domeinmeting.objects.voor(cast.rik.toegang).values_list("leefdomein", "trap"))
    assert (trappen["wonen"], trappen["gezin"], trappen["inkomen"]) == (1, None, 3)
    lezen = reverse("monitoring:meting_inzien", args=[aanpak.dossier.pk, meting.pk])
    assert "Logeert nu." in client.get(lezen).content.decode()
    assert "Vorige meting, 17 november 2026: acuut probleem." in client.get(url).content.decode()


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"trap_wonen": ""}, "Wonen: maak hier een keuze"),
        ({"trap_wonen": "9"}, "Kies een van de mogelijkheden"),
        ({"gemeten_op": "2031-01-01"}, "toekomst"),
        ({"gemeten_op": "31-02-2026"}, "geen datum die bestaat"),
        ({"met_betrokkene": ""}, "Maak hier een keuze"),
        ({"toelichting": "x\x00y"}, "onzichtbare tekens"),
        ({"toelichting_gezin": "x" * 20_001}, "niet meer dan 20000 tekens"),
    ],
)
def test_een_foute_meting_wordt_uitgelegd_en_niets_gaat_verloren(
    cast: Cast, aanpak: Aanpak, als: Als, fout: dict[str, str], zin: str
) -> None:
    url = reverse("monitoring:meting_vastleggen", args=[aanpak.dossier.pk])
    velden = metingvelden(toelichting_wonen="Blijft staan") | fout
    antwoord = als(cast.rik).post(url, velden)
    html = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert zin in html
    assert "Blijft staan" in html
    assert not Meting.objects.voor(cast.rik.toegang).exists()


def test_een_dubbele_klik_is_een_meting(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    client = als(cast.rik)
    url = reverse("monitoring:meting_vastleggen", args=[aanpak.dossier.pk])
    velden = metingvelden(sleutel="9d0c2c0e-54a3-4f0e-9a52-3a1cbb8f1e11")
    assert client.post(url, velden).status_code == 303
    assert client.post(url, velden).status_code == 303
    assert Meting.objects.voor(cast.rik.toegang).count() == 1


def test_een_incident_en_voortgang_vastleggen(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    client = als(cast.ron)
    incident = reverse("monitoring:incident_vastleggen", args=[aanpak.dossier.pk])
    velden = {
        "gebeurd_op": "2026-11-17",
        "aard": "crisis",
        "tekst": "Liep weg bij het gesprek.",
        "gevolg": "",
        "categorie": "strafrechtelijk",
    }
    assert "medisch" not in client.get(incident).content.decode()
    assert client.post(incident, velden | {"categorie": "medisch"}).status_code == 422
    assert client.post(incident, velden | {"tekst": ""}).status_code == 422
    assert client.post(incident, velden).status_code == 303
    assert Incident.objects.voor(cast.rik.toegang).get().aard == "crisis"
    voortgang = reverse("monitoring:voortgang_vastleggen", args=[aanpak.interventie.pk])
    assert client.get(voortgang).status_code == 200
    assert client.post(voortgang, {"stand": "vertraagd", "toelichting": ""}).status_code == 422
    antwoord = client.post(voortgang, {"stand": "vertraagd", "toelichting": "Wachtlijst."})
    assert antwoord.status_code == 303
    assert Voortgang.objects.voor(cast.rik.toegang).get().stand == "vertraagd"


def test_een_ander_dossier_geeft_niets_prijs(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    ander = maak_dossier(cast)
    client = als(cast.rik)
    for naam in ("monitoring_inzien", "meting_vastleggen", "incident_vastleggen"):
        assert client.get(reverse(f"monitoring:{naam}", args=[ander.pk])).status_code == 404
        assert client.post(reverse(f"monitoring:{naam}", args=[ander.pk])).status_code in (404, 405)
    meting = meting_gedaan(cast.rik.toegang, aanpak.dossier)
    verkeerd = reverse("monitoring:meting_inzien", args=[ander.pk, meting.pk])
    assert client.get(verkeerd).status_code == 404


def test_het_dossier_toont_wat_monitoring_weet(cast: Cast, aanpak: Aanpak, als: Als) -> None:
    meting_gedaan(cast.rik.toegang, aanpak.dossier, gemeten_op=date(2026, 9, 1))
    meting_gedaan(cast.rik.toegang, aanpak.dossier, {Leefdomein.GEZIN: Trap.VOLDOENDE})
    incident_gemeld(cast.rik.toegang, aanpak.dossier)
    url = reverse("convenant:dossier_inzien", args=[aanpak.dossier.pk])
    html = als(cast.rik).get(url).content.decode()
    assert "Gezin en familie" in html
    assert "Leefdomeinen gemeten" in html
    assert "Meting doen" in html
    assert tab(aanpak) in html


def test_na_de_afschaling_is_er_geen_datum_meer_om_opnieuw_te_beoordelen(cast: Cast) -> None:
    casus = Casus(herbeoordeling_op=date(2026, 10, 14))
    assert [feit.waarde for feit in herbeoordelingsfeit(casus)] == ["14 oktober 2026"]
    casus.afgeschaald_op = cast.rik.toegang.moment
    assert herbeoordelingsfeit(casus) == []


def test_wie_meeleest_zonder_eigen_bladzijden_krijgt_er_geen_verwijzing_naar(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    meting_gedaan(cast.rik.toegang, aanpak.dossier)
    incident_gemeld(cast.rik.toegang, aanpak.dossier, categorie=Categorie.GEWOON)
    betrokkenheid_verlenen(
        cast.paula.toegang,
        aanpak.dossier,
        wie=cast.gemma.hoedanigheid,
        relatie=Relatie.LEZER,
        reden="Wil meelezen",
    )
    pagina = als(cast.gemma).get(reverse("convenant:dossier_inzien", args=[aanpak.dossier.pk])).text
    assert "Leefdomeinen gemeten" in pagina
    assert "Kwam niet op de afspraak" in pagina
    assert "/monitoring/" not in pagina
    assert (
        tab(aanpak)
        in als(cast.leo).get(reverse("convenant:dossier_inzien", args=[aanpak.dossier.pk])).text
    )
