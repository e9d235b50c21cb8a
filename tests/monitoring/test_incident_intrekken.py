"""incident_intrekken: the source takes it back; nobody else reads the text any more."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.selectors.bronwijzigingen import bronwijzigingen
from convenant.enums import Categorie, Terughaalaanleiding
from convenant.handeling import Geweigerd
from convenant.models import Terughaalpost
from monitoring.models import Incident
from monitoring.selectors.vervallen import bekend
from monitoring.services.incidenten import incident_corrigeren, incident_intrekken
from tests.cast import Cast, Speler, later
from tests.monitoring.conftest import Aanpak
from tests.stappen.monitoring import incident_gemeld

type Als = Callable[[Speler], Client]
EERST = "Kwam niet op de afspraak bij de reclassering."


@pytest.fixture
def incident(cast: Cast, aanpak: Aanpak) -> Incident:
    """Told by Ron (reclassering)."""
    return incident_gemeld(
        cast.ron.toegang, aanpak.dossier, aard="geweld", categorie=Categorie.GEWOON
    )


def test_van_een_ingetrokken_incident_leest_alleen_de_bron_wat_er_stond(
    cast: Cast, incident: Incident, als: Als
) -> None:
    rik = cast.rik.toegang
    incident_intrekken(later(cast.ron.toegang, hours=1), incident, reden="Het ging om een ander")
    bladen = (
        reverse("monitoring:incident_inzien", args=[incident.pk]),
        reverse("monitoring:incident_waarom", args=[incident.pk]),
        reverse("monitoring:monitoring_inzien", args=[incident.dossier_id]),
        reverse("convenant:dossier_inzien", args=[incident.dossier_id]),
    )
    for blad in bladen:
        tekst = als(cast.rik).get(blad).text
        assert "ngetrokken" in tekst, blad
        assert EERST not in tekst
        assert "weld of bedreiging" not in tekst
    assert "Het ging om een ander" in als(cast.rik).get(bladen[0]).text
    eigen = als(cast.ron).get(bladen[0]).text
    assert EERST in eigen
    assert "Geweld of bedreiging" in eigen
    (wijziging,) = bronwijzigingen(rik, incident.dossier_id, begonnen=rik.moment)
    assert "ingetrokken op 18 november 2026: incident van" in wijziging.zin
    na = later(rik, hours=2)
    assert bronwijzigingen(na, incident.dossier_id, begonnen=na.moment) == []


def test_wie_het_kreeg_wordt_gevraagd_om_het_te_vernietigen(
    cast: Cast, incident: Incident, als: Als
) -> None:
    url = reverse("monitoring:incident_intrekken", args=[incident.pk])
    velden = {"reden": "Hij maakte bezwaar en kreeg gelijk", "aanleiding": "correctie"}
    ron = als(cast.ron)
    assert ron.post(url, velden).status_code == 422
    assert ron.post(url, velden | {"aanleiding": "bezwaar", "reden": ""}).status_code == 422
    assert ron.post(url, velden | {"aanleiding": "bezwaar"}).status_code == 303
    posten = Terughaalpost.objects.voor(cast.paula.toegang).filter(stuk_id=incident.pk)
    assert {p.aanleiding for p in posten} == {Terughaalaanleiding.BEZWAAR}
    assert "Gemeente, OOV" in {p.organisatie.naam for p in posten}
    assert ron.get(url).status_code == 403


def test_een_rapport_dat_erop_rust_vervalt(cast: Cast, incident: Incident) -> None:
    leo, dossier = cast.leo.toegang, incident.dossier
    toen = bekend(leo, dossier, leo.moment)
    assert incident.pk in toen.leest
    incident_intrekken(cast.ron.toegang, incident, reden="Het ging om een ander")
    nu = bekend(leo, dossier, leo.moment)
    assert incident.pk in nu.kent - nu.leest
    assert not toen <= nu


def test_alleen_de_bron_trekt_in_en_maar_een_keer(
    cast: Cast, incident: Incident, aanpak: Aanpak
) -> None:
    for wie in (cast.rik, cast.zoe, cast.paula):
        with pytest.raises(Geweigerd, match="Alleen de bron"):
            incident_intrekken(wie.toegang, incident, reden="Klopt niet")
    with pytest.raises(Geweigerd, match="waarom u dit intrekt"):
        incident_intrekken(cast.ron.toegang, incident, reden="")
    incident_intrekken(cast.ron.toegang, incident, reden="Klopt niet")
    with pytest.raises(Geweigerd, match="al ingetrokken"):
        incident_intrekken(cast.ron.toegang, incident, reden="Nog eens")
    with pytest.raises(Geweigerd, match="Dit is ingetrokken"):
        incident_corrigeren(
            cast.ron.toegang,
            incident,
            reden="Toch anders",
            gebeurd_op=incident.gebeurd_op,
            aard="anders",
            tekst="Weer iets",
        )
    eigen = incident_gemeld(cast.rik.toegang, aanpak.dossier)
    collega = incident_intrekken(cast.paula.toegang, eigen, reden="Van onze eigen organisatie")
    assert collega.ingetrokken_op == cast.paula.toegang.moment
