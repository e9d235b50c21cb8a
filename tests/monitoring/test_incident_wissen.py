"""incident_wissen_vragen: two persons, and nothing is left of what was told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.selectors.bronwijzigingen import bronwijzigingen
from beoordeling.services.wissing import informatie_wissen
from convenant.enums import Terughaalaanleiding, Wisgrond
from convenant.handeling import Geweigerd
from convenant.models import Terughaalpost, Wissing
from monitoring.enums import Incidentaard
from monitoring.models import Incident
from monitoring.rapportage import dossier_verborgen
from monitoring.selectors.vervallen import bekend
from monitoring.services.incidenten import (
    incident_corrigeren,
    incident_intrekken,
    incident_wissen_vragen,
)
from tests.cast import Cast, Speler
from tests.monitoring.conftest import Aanpak
from tests.stappen.monitoring import incident_gemeld
from tests.stappen.wissing import waar_staat

type Als = Callable[[Speler], Client]
GEHEIM = "tulpenvaas"
"""A word that only this incident ever says."""


@pytest.fixture
def incident(cast: Cast, aanpak: Aanpak) -> Incident:
    """Told by Ron (reclassering) and put right once; both times with the word."""
    ron = cast.ron.toegang
    incident = incident_gemeld(
        ron,
        aanpak.dossier,
        aard=Incidentaard.GEWELD,
        tekst=f"Gooide een {GEHEIM}",
        gebeurd_op=ron.vandaag - timedelta(days=3),
    )
    return incident_corrigeren(
        ron,
        incident,
        reden=f"Het was geen {GEHEIM}",
        gebeurd_op=incident.gebeurd_op,
        aard=Incidentaard.GEWELD,
        tekst="Gooide met iets anders",
        gevolg=f"De {GEHEIM} is vergoed",
    )


def gevraagd(
    cast: Cast, incident: Incident, wie: Speler, grond: Wisgrond = Wisgrond.ONRECHTMATIG
) -> Wissing:
    return incident_wissen_vragen(
        wie.toegang,
        incident,
        grond=grond,
        reden="Er was geen grondslag om dit te delen",
        tweede=cast.paula.hoedanigheid,
    )


def test_na_het_wissen_staat_er_nergens_meer_wat_er_gebeurde(
    cast: Cast, incident: Incident, als: Als
) -> None:
    ron, paula, leo = cast.ron.toegang, cast.paula.toegang, cast.leo.toegang
    incident_intrekken(ron, incident, reden="Had hier niet mogen staan")
    toen = bekend(leo, incident.dossier, leo.moment)
    verborgen = dossier_verborgen.blok(leo, incident.dossier).verborgen
    tab = reverse("monitoring:monitoring_inzien", args=[incident.dossier_id])
    niet_gedeeld = "Er is een incident vastgelegd"
    assert niet_gedeeld in als(cast.leo).get(tab).text
    vragen = reverse("monitoring:incident_wissen_vragen", args=[incident.pk])
    inzien = reverse("monitoring:incident_inzien", args=[incident.pk])
    wissing_url = reverse("beoordeling:wissing_inzien", args=[incident.pk])
    ron_ = als(cast.ron)
    assert vragen in ron_.get(inzien).text
    assert "termijn" not in ron_.get(vragen).text
    velden = {
        "grond": "onrechtmatig",
        "reden": "Zonder grondslag gedeeld",
        "tweede": str(cast.paula.hoedanigheid.pk),
    }
    assert ron_.post(vragen, velden | {"grond": "termijn"}).status_code == 422
    assert ron_.post(vragen, velden).headers["Location"] == wissing_url
    assert wissing_url in ron_.get(inzien).text
    assert inzien in als(cast.paula).get(wissing_url).text
    assert set(waar_staat(GEHEIM)) == {"monitoring_historicalincident"}

    wissing = informatie_wissen(paula, Wissing.objects.voor(paula).get(pk=incident.pk))

    assert waar_staat(GEHEIM) == {}
    assert (wissing.versies, wissing.bestanden) == (3, 0)
    incident.refresh_from_db()
    assert (incident.kop, incident.aard) == ("Gewist", Incidentaard.ANDERS)
    assert incident.gebeurd_op == ron.vandaag
    tekst = ron_.get(inzien).text
    assert "Dit incident is gewist" in tekst
    assert "<dt>Gebeurd</dt>" not in tekst
    assert niet_gedeeld not in als(cast.leo).get(tab).text
    assert len(verborgen) == len(dossier_verborgen.blok(leo, incident.dossier).verborgen) + 1
    assert vragen not in tekst
    waarom = ron_.get(reverse("monitoring:incident_waarom", args=[incident.pk])).text
    assert "iets dat is gewist" in waarom
    for blad in ("monitoring:monitoring_inzien", "convenant:dossier_inzien"):
        tekst = als(cast.rik).get(reverse(blad, args=[incident.dossier_id])).text
        assert "gewist" in tekst.lower(), blad
    (wijziging,) = bronwijzigingen(
        paula, incident.dossier_id, begonnen=paula.moment - timedelta(hours=1)
    )
    assert "gewist op" in wijziging.zin
    assert incident.pk in toen.kent - bekend(leo, incident.dossier, leo.moment).kent
    posten = Terughaalpost.objects.voor(paula).filter(stuk_id=incident.pk)
    assert Terughaalaanleiding.INTREKKING in {p.aanleiding for p in posten}


def test_alleen_de_bron_vraagt_het_en_pas_na_het_intrekken(cast: Cast, incident: Incident) -> None:
    with pytest.raises(Geweigerd, match="Trek de informatie eerst in"):
        gevraagd(cast, incident, cast.ron)
    incident_intrekken(cast.ron.toegang, incident, reden="Had hier niet mogen staan")
    with pytest.raises(Geweigerd, match="Alleen de bron"):
        gevraagd(cast, incident, cast.rik)
    with pytest.raises(Geweigerd, match="nog niet voorbij"):
        gevraagd(cast, incident, cast.ron, Wisgrond.TERMIJN)
    wissing = gevraagd(cast, incident, cast.ron)
    with pytest.raises(Geweigerd, match="al gevraagd"):
        gevraagd(cast, incident, cast.ron)
    with pytest.raises(Geweigerd, match="U vroeg dit zelf"):
        informatie_wissen(cast.ron.toegang, wissing)
    informatie_wissen(cast.paula.toegang, wissing)
    with pytest.raises(Geweigerd, match="al gewist"):
        gevraagd(cast, incident, cast.ron)
