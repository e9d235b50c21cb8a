"""tekst_vrijgeven and vrijgave_intrekken: what the Commissie may read, and never a name."""

import pytest
from django.urls import reverse

from beoordeling.services.informatie import informatie_intrekken
from convenant.handeling import Geweigerd
from monitoring.models import Vrijgave
from monitoring.services.vrijgave import vrijgave_intrekken
from tests.cast import Cast
from tests.monitoring.conftest import Aanpak, maak_dossier
from tests.stappen.monitoring import tekst_vrijgegeven


def test_de_commissie_leest_wat_is_vrijgegeven_tot_het_is_ingetrokken(
    cast: Cast, aanpak: Aanpak
) -> None:
    vrijgave = tekst_vrijgegeven(cast.paula.toegang, aanpak.dossier, informatie=aanpak.informatie)
    assert Vrijgave.objects.voor(cast.cora.toegang).get() == vrijgave
    assert not Vrijgave.objects.voor(cast.rik.toegang).exists()
    vrijgave_intrekken(cast.pieter.toegang, vrijgave, reden="Te herkenbaar")
    assert not Vrijgave.objects.voor(cast.cora.toegang).exists()
    assert (
        Vrijgave.history.voor(cast.paula.toegang).first().history_change_reason == "Te herkenbaar"
    )
    with pytest.raises(Geweigerd, match="al ingetrokken"):
        vrijgave_intrekken(cast.paula.toegang, vrijgave, reden="Nog eens")


@pytest.mark.parametrize(
    "tekst",
    [
        "Zoë wil werken.",
        "Volgens zoe gaat het goed.",
        "Het gezin VERZONNEN-DUIN helpt.",
        "Mevrouw Duin helpt.",
        "Duintje belde.",
        "Geboren op 9 maart 2004.",
        "Geboren 09-03-2004.",
    ],
)
def test_een_naam_of_kenmerk_wordt_niet_vrijgegeven(cast: Cast, aanpak: Aanpak, tekst: str) -> None:
    with pytest.raises(Geweigerd, match="nog wie het is"):
        tekst_vrijgegeven(cast.paula.toegang, aanpak.dossier, tekst=tekst)
    with pytest.raises(Geweigerd, match="nog wie het is"):
        tekst_vrijgegeven(cast.paula.toegang, aanpak.dossier, onderwerp=tekst)
    assert not Vrijgave.objects.voor(cast.paula.toegang).exists()


def test_een_woord_waar_een_naam_in_zit_mag(cast: Cast, aanpak: Aanpak) -> None:
    assert tekst_vrijgegeven(cast.paula.toegang, aanpak.dossier, tekst="Zoektocht in de duinen.")


@pytest.mark.parametrize("wie", ["cora", "rik", "leo", "frits"])
def test_alleen_de_procesregisseur_geeft_vrij(cast: Cast, aanpak: Aanpak, wie: str) -> None:
    with pytest.raises(Geweigerd):
        tekst_vrijgegeven(getattr(cast, wie).toegang, aanpak.dossier)


def test_informatie_van_een_ander_dossier_hoort_er_niet_bij(cast: Cast, aanpak: Aanpak) -> None:
    ander = maak_dossier(cast)
    with pytest.raises(Geweigerd, match="ander dossier"):
        tekst_vrijgegeven(cast.paula.toegang, ander, informatie=aanpak.informatie)


def test_van_ingetrokken_informatie_wordt_niets_vrijgegeven_en_wat_er_al_is_valt_op(
    cast: Cast, aanpak: Aanpak, als
) -> None:
    paula, item = cast.paula.toegang, aanpak.informatie
    tekst_vrijgegeven(paula, aanpak.dossier, informatie=item)
    url = reverse("monitoring:vrijgaven", args=[aanpak.dossier.pk])
    maken = reverse("monitoring:tekst_vrijgeven", args=[aanpak.dossier.pk, item.pk])
    client = als(cast.paula)
    eerst = client.get(url).text
    assert maken in eerst
    assert "De bron is" not in eerst
    item = informatie_intrekken(cast.rik.toegang, item, reden="Ging over een ander")
    daarna = client.get(url).text
    assert maken not in daarna
    assert "De bron is ingetrokken" in daarna
    with pytest.raises(Geweigerd, match="ingetrokken"):
        tekst_vrijgegeven(paula, aanpak.dossier, informatie=item)
