"""The page of one incident, and why one reads it."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from convenant.enums import Categorie, Logsoort
from convenant.models import Logregel
from tests.cast import Cast, Speler
from tests.monitoring.conftest import Aanpak
from tests.stappen.monitoring import incident_gemeld

type Als = Callable[[Speler], Client]


def test_een_incident_heeft_een_eigen_bladzijde_die_zegt_waarom_u_het_leest(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    incident = incident_gemeld(cast.ron.toegang, aanpak.dossier, gevolg="Gebeld met de moeder.")
    url = reverse("monitoring:incident_inzien", args=[incident.pk])
    waarom = reverse("monitoring:incident_waarom", args=[incident.pk])
    rik = als(cast.rik)
    for lijst in ("convenant:dossier_inzien", "monitoring:monitoring_inzien"):
        assert url in rik.get(reverse(lijst, args=[aanpak.dossier.pk])).text
    tekst = rik.get(url).text
    for woord in (incident.tekst, "Gebeld met de moeder.", "Reclassering", "strafrechtelijk"):
        assert woord in tekst, woord
    assert waarom in tekst
    assert "Corrigeren" in als(cast.ron).get(url).text
    tekst = rik.get(waarom).text
    for zin in (
        "Overtreding van een afspraak of maatregel",
        "De bron is <strong>Reclassering</strong>",
        "Het mag omdat u bij het dossier betrokken bent.",
        "Verandert er niets, dan leest u dit",
    ):
        assert zin in tekst, zin
    assert "een embargo" not in tekst
    gelezen = Logregel.objects.filter(soort=Logsoort.INZAGE, object_id=incident.pk)
    assert set(gelezen.filter(hoedanigheid_id=cast.rik.hoedanigheid.pk).values_list("naam")) == {
        ("incident_inzien",),
        ("incident_waarom",),
    }


def test_wie_de_inhoud_niet_mag_kennen_vindt_geen_bladzijde(
    cast: Cast, aanpak: Aanpak, als: Als
) -> None:
    incident = incident_gemeld(
        cast.ron.toegang, aanpak.dossier, categorie=Categorie.BIJZONDER, aard="geweld"
    )
    for speler in (cast.zoe, cast.leo, cast.ruben, cast.cora):
        for blad in ("inzien", "waarom", "corrigeren", "intrekken"):
            url = reverse(f"monitoring:incident_{blad}", args=[incident.pk])
            assert als(speler).get(url).status_code == 404, (speler.sleutel, blad)
    tab = als(cast.zoe).get(reverse("monitoring:monitoring_inzien", args=[aanpak.dossier.pk])).text
    assert "De inhoud is niet met u gedeeld" in tab
    assert "Geweld of bedreiging" not in tab
    assert str(incident.pk) not in tab
