"""incident_corrigeren: by who told it; the first text stays, and who built on it is warned."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from convenant.enums import Fase, Terughaalaanleiding
from convenant.handeling import Geweigerd
from convenant.models import Terughaalpost
from monitoring.enums import Incidentaard
from monitoring.models import Incident
from monitoring.services.incidenten import incident_corrigeren
from tests.cast import Cast, Speler, later
from tests.monitoring.conftest import Aanpak
from tests.stappen import beoordeling
from tests.stappen.monitoring import incident_gemeld

type Als = Callable[[Speler], Client]
EERST = "Kwam niet op de afspraak bij de reclassering."


@pytest.fixture
def incident(cast: Cast, aanpak: Aanpak) -> Incident:
    """Told by Ron (reclassering)."""
    return incident_gemeld(cast.ron.toegang, aanpak.dossier)


def beter(cast: Cast, incident: Incident, wie: Speler, **anders: object) -> Incident:
    velden = {"gebeurd_op": incident.gebeurd_op, "aard": Incidentaard.ANDERS, "tekst": "Kwam laat."}
    wanneer = later(wie.toegang, hours=1)
    return incident_corrigeren(wanneer, incident, **{"reden": "Klopt niet", **velden, **anders})


def test_een_correctie_houdt_de_eerste_tekst_en_gaat_naar_wie_het_kreeg(
    cast: Cast, incident: Incident, als: Als
) -> None:
    oordeel = beoordeling.beoordeling_gestart(cast, incident.dossier)
    bladen = (
        reverse("beoordeling:beoordeling_inzien", args=[oordeel.pk]),
        reverse("casusregie:plan_inzien", args=[incident.dossier_id]),
    )
    rik = als(cast.rik)
    for blad in bladen:
        assert "Een bron is" not in rik.get(blad).text
    beter(cast, incident, cast.ron)
    url = reverse("monitoring:incident_inzien", args=[incident.pk])
    tekst = rik.get(url).text
    nu, toen = tekst.split("Wat er eerst stond")
    assert "Kwam laat." in nu
    assert EERST not in nu
    assert EERST in toen
    assert "Reden: Klopt niet" in toen
    assert (
        "gecorrigeerd"
        in rik.get(reverse("monitoring:monitoring_inzien", args=[incident.dossier_id])).text
    )
    for blad in bladen:
        tekst = rik.get(blad).text
        assert "Een bron is gecorrigeerd op 18 november 2026: incident van" in tekst
        assert url in tekst
    posten = Terughaalpost.objects.voor(cast.paula.toegang).filter(stuk_id=incident.pk)
    assert {(p.organisatie.naam, p.aanleiding) for p in posten} == {
        ("Gemeente, OOV", Terughaalaanleiding.CORRECTIE)
    }


def test_alleen_wie_het_vertelde_corrigeert_met_een_reden_en_niet_in_de_toekomst(
    cast: Cast, incident: Incident
) -> None:
    for wie in (cast.rik, cast.zoe, cast.paula):
        with pytest.raises(Geweigerd, match="Alleen wie dit heeft vastgelegd"):
            beter(cast, incident, wie)
    with pytest.raises(Geweigerd, match="waarom u dit corrigeert"):
        beter(cast, incident, cast.ron, reden=" ")
    with pytest.raises(Geweigerd, match="toekomst"):
        beter(cast, incident, cast.ron, gebeurd_op=later(cast.ron.toegang, days=2).vandaag)
    incident.dossier.fase = Fase.GESLOTEN
    incident.dossier.save()
    with pytest.raises(Geweigerd, match="gesloten"):
        beter(cast, incident, cast.ron)
    incident.refresh_from_db()
    assert (incident.tekst, incident.versie, incident.gecorrigeerd_op) == (EERST, 1, None)


def test_wie_te_laat_is_ziet_het_verschil(cast: Cast, incident: Incident, als: Als) -> None:
    url = reverse("monitoring:incident_corrigeren", args=[incident.pk])
    velden = {
        "gebeurd_op": incident.gebeurd_op.isoformat(),
        "aard": "overtreding",
        "tekst": "Kwam een uur te laat.",
        "gevolg": "",
        "reden": "Kwam toch nog",
        "versie": "1",
    }
    ron = als(cast.ron)
    assert EERST in ron.get(url).text
    assert ron.post(url, velden | {"tekst": ""}).status_code == 422
    assert ron.post(url, velden).status_code == 303
    antwoord = ron.post(url, velden | {"tekst": "Kwam helemaal niet."})
    assert antwoord.status_code == 409
    assert "Kwam een uur te laat." in antwoord.text
