"""The way of a report through triage: matched, interpreted, and not by one person alone."""

import pytest

from convenant.enums import Fase, Rol, Taaksoort
from convenant.handeling import Geweigerd
from convenant.models import Dossier, Taak
from meldpunt.enums import Duidinguitkomst, Meldingstatus
from meldpunt.models import Melding, Persoon
from meldpunt.services.duiden import duiding_bevestigen, duiding_terugsturen, melding_duiden
from meldpunt.services.koppelen import melding_koppelen
from tests.cast import NU, Cast
from tests.stappen.meldpunt import (
    dossier_van_melding,
    melding_afgedaan,
    melding_geduid,
    melding_gekoppeld,
    melding_geregistreerd,
)


def vers(melding: Melding) -> Melding:
    return Melding._base_manager.get(pk=melding.pk)


def test_een_nieuwe_persoon_opent_een_dossier(cast: Cast) -> None:
    melding = melding_gekoppeld(cast)
    dossier = dossier_van_melding(melding)
    assert (dossier.fase, melding.status) == (Fase.MELDING, Meldingstatus.DUIDING)
    persoon = Persoon.objects.voor(cast.samira.toegang).get(dossier=dossier)
    assert (persoon.volledige_naam, persoon.onbekend) == ("Youssef Voorbeeld", False)


def test_een_bekende_persoon_houdt_zijn_dossier(cast: Cast) -> None:
    eerste = melding_gekoppeld(cast)
    tweede = melding_gekoppeld(cast, melding_geregistreerd(cast), persoon=eerste.persoon)
    assert tweede.dossier_id == eerste.dossier_id
    assert Dossier.objects.voor(cast.paula.toegang).count() == 1


def test_persoon_onbekend_mag_en_krijgt_een_dossier(cast: Cast) -> None:
    melding = melding_gekoppeld(cast, onbekend=True)
    assert melding.persoon is not None
    assert melding.persoon.onbekend
    assert melding.dossier_id is not None


def test_een_afgedaan_dossier_gaat_weer_open_bij_een_nieuwe_melding(cast: Cast) -> None:
    duiding = melding_afgedaan(cast)
    assert dossier_van_melding(duiding.melding).fase == Fase.AFGEDAAN
    opnieuw = melding_gekoppeld(
        cast, melding_geregistreerd(cast), persoon=vers(duiding.melding).persoon
    )
    assert dossier_van_melding(opnieuw).fase == Fase.MELDING


def test_geen_duiding_voor_het_koppelen_en_koppelen_kan_een_keer(cast: Cast) -> None:
    melding = melding_geregistreerd(cast)
    with pytest.raises(Geweigerd, match="Koppel de melding eerst"):
        melding_geduid(cast, melding)
    melding = melding_gekoppeld(cast, melding)
    with pytest.raises(Geweigerd, match="al gekoppeld"):
        melding_koppelen(cast.joost.toegang, melding, onbekend=True)


@pytest.mark.parametrize("uitkomst", [Duidinguitkomst.NAAR_WEGING, Duidinguitkomst.ACUUT_POLITIE])
def test_naar_weging_geeft_de_procesregisseur_een_taak(cast: Cast, uitkomst: str) -> None:
    duiding = melding_geduid(
        cast, uitkomst=uitkomst, gebeld_met="Meldkamer, mw. Haan", gebeld_op=NU
    )
    dossier = dossier_van_melding(duiding.melding)
    assert dossier.fase == Fase.WEGING
    assert vers(duiding.melding).status == Meldingstatus.AFGEHANDELD
    assert vers(duiding.melding).gebeld_met == "Meldkamer, mw. Haan"
    taak = Taak.objects.voor(cast.paula.toegang).get(dossier=dossier)
    assert (taak.soort, taak.voor_rol) == (Taaksoort.WEGING, Rol.PROCESREGISSEUR)


def test_in_een_latere_fase_blijft_de_fase_staan(cast: Cast) -> None:
    duiding = melding_geduid(cast)
    nieuw = melding_gekoppeld(
        cast, melding_geregistreerd(cast), persoon=vers(duiding.melding).persoon
    )
    melding_geduid(cast, nieuw)
    assert dossier_van_melding(nieuw).fase == Fase.WEGING
    soorten = Taak.objects.voor(cast.paula.toegang).values_list("soort", flat=True)
    assert sorted(soorten) == [Taaksoort.ACTIE, Taaksoort.WEGING]


@pytest.mark.parametrize("uitkomst", [Duidinguitkomst.GEEN_ACTIE, Duidinguitkomst.DOORVERWEZEN])
def test_niets_doen_vraagt_een_ander(cast: Cast, uitkomst: str) -> None:
    duiding = melding_geduid(cast, uitkomst=uitkomst)
    assert vers(duiding.melding).status == Meldingstatus.TWEEDE_PERSOON
    taak = Taak.objects.voor(cast.paula.toegang).get(soort=Taaksoort.TWEEDE_PERSOON)
    with pytest.raises(Geweigerd, match="zelf gemaakt"):
        duiding_bevestigen(cast.samira.toegang, duiding)
    with pytest.raises(Geweigerd, match="Uw rol"):
        duiding_bevestigen(cast.rik.toegang, duiding)
    duiding_bevestigen(cast.joost.toegang, duiding)
    taak.refresh_from_db()
    assert taak.gereed_op == NU
    assert vers(duiding.melding).status == Meldingstatus.AFGEHANDELD
    assert dossier_van_melding(duiding.melding).fase == Fase.AFGEDAAN
    with pytest.raises(Geweigerd, match="wacht niet"):
        duiding_bevestigen(cast.paula.toegang, duiding)


def test_teruggestuurd_moet_opnieuw_geduid(cast: Cast) -> None:
    duiding = melding_geduid(cast, uitkomst=Duidinguitkomst.GEEN_ACTIE)
    duiding_terugsturen(cast.paula.toegang, duiding, reden="Het filmpje is te ernstig.")
    melding = vers(duiding.melding)
    assert melding.status == Meldingstatus.DUIDING
    melding_duiden(cast.samira.toegang, melding, uitkomst=Duidinguitkomst.NAAR_WEGING, reden="Eens")
    assert dossier_van_melding(melding).fase == Fase.WEGING


def test_een_dossier_met_nog_een_open_melding_blijft_open(cast: Cast) -> None:
    eerste = melding_gekoppeld(cast)
    melding_gekoppeld(cast, melding_geregistreerd(cast), persoon=eerste.persoon)
    melding_geduid(cast, eerste, Duidinguitkomst.ADVIES)
    assert dossier_van_melding(eerste).fase == Fase.MELDING


@pytest.mark.parametrize("wie", ["sanne", "rik", "piet", "zoe", "leo", "cora", "bram", "femke"])
def test_wie_niet_bij_het_meldpunt_hoort_wordt_geweigerd(cast: Cast, wie: str) -> None:
    melding = melding_gekoppeld(cast)
    with pytest.raises(Geweigerd, match="Uw rol"):
        melding_geduid(cast, melding, toegang=getattr(cast, wie).toegang)
