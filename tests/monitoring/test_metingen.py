"""meting_vastleggen, incident_vastleggen, voortgang_vastleggen: who, when, and in which category."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from casusregie.enums import Interventiestatus, Leefdomein
from convenant.enums import Categorie, Fase
from convenant.handeling import Geweigerd
from convenant.models import Dossier
from monitoring.enums import GEZONDHEIDSDOMEINEN, Trap
from monitoring.models import Domeinmeting, Incident, Meting, Voortgang
from monitoring.services.metingen import Domeinwaarde, meting_vastleggen
from tests.cast import NU, Cast
from tests.monitoring.conftest import Aanpak, maak_dossier
from tests.stappen.monitoring import incident_gemeld, meting_gedaan, voortgang_verteld


def test_de_regisseur_meet_twaalf_leefdomeinen(cast: Cast, aanpak: Aanpak) -> None:
    meting = meting_gedaan(
        cast.rik.toegang, aanpak.dossier, {Leefdomein.WONEN: Trap.ACUUT, Leefdomein.GEZIN: None}
    )
    domeinen = {d.leefdomein: d for d in Domeinmeting.objects.voor(cast.rik.toegang)}
    assert len(domeinen) == 12
    assert domeinen[Leefdomein.WONEN].trap == Trap.ACUUT
    assert domeinen[Leefdomein.GEZIN].trap is None
    assert {d.meting_id for d in domeinen.values()} == {meting.pk}


def test_gezondheid_is_bijzonder_en_de_partner_ziet_alleen_dat_het_er_is(
    cast: Cast, aanpak: Aanpak
) -> None:
    meting_gedaan(cast.rik.toegang, aanpak.dossier)
    bijzonder = Domeinmeting.objects.voor(cast.rik.toegang).filter(categorie=Categorie.BIJZONDER)
    assert {d.leefdomein for d in bijzonder} == GEZONDHEIDSDOMEINEN
    voor_ron = {d.leefdomein for d in Domeinmeting.objects.voor(cast.ron.toegang)}
    assert voor_ron == set(Leefdomein) - GEZONDHEIDSDOMEINEN


@pytest.mark.parametrize("wie", ["wendy", "ron", "paula", "leo", "cora", "samira"])
def test_alleen_de_regisseur_van_het_dossier_meet(cast: Cast, aanpak: Aanpak, wie: str) -> None:
    with pytest.raises(Geweigerd):
        meting_gedaan(getattr(cast, wie).toegang, aanpak.dossier)
    assert not Meting.objects.voor(cast.rik.toegang).exists()


def test_een_meting_vraagt_elk_leefdomein_en_geen_toekomst(cast: Cast, aanpak: Aanpak) -> None:
    rik = cast.rik.toegang
    with pytest.raises(Geweigerd, match="elk leefdomein"):
        meting_vastleggen(
            rik,
            aanpak.dossier,
            gemeten_op=rik.vandaag,
            domeinen=[Domeinwaarde(Leefdomein.WONEN, Trap.ACUUT)],
        )
    with pytest.raises(Geweigerd, match="toekomst"):
        meting_gedaan(rik, aanpak.dossier, gemeten_op=rik.vandaag + timedelta(days=1))
    assert not Meting.objects.voor(rik).exists()


@pytest.mark.parametrize("fase", [Fase.WEGING, Fase.GESLOTEN])
def test_zonder_lopende_aanpak_is_er_niets_te_meten(cast: Cast, fase: Fase) -> None:
    dossier = maak_dossier(cast, fase)
    rik = replace(
        cast.rik.toegang, betrokken=frozenset({dossier.pk}), regie=frozenset({dossier.pk})
    )
    with pytest.raises(Geweigerd, match="die loopt"):
        meting_gedaan(rik, dossier)
    with pytest.raises(Geweigerd, match="die loopt"):
        incident_gemeld(rik, dossier)


def test_een_incident_heeft_de_organisatie_van_wie_het_vertelt_als_bron(
    cast: Cast, aanpak: Aanpak
) -> None:
    incident = incident_gemeld(cast.ron.toegang, aanpak.dossier)
    assert incident.bron == cast.ron.organisatie
    assert incident.vastgelegd_op == NU
    assert Incident.objects.voor(cast.rik.toegang).get() == incident
    assert not Incident.objects.voor(cast.zoe.toegang).exists()


def test_alleen_de_zorg_legt_medische_informatie_vast(cast: Cast, aanpak: Aanpak) -> None:
    with pytest.raises(Geweigerd, match="Uw organisatie"):
        incident_gemeld(cast.rik.toegang, aanpak.dossier, categorie=Categorie.MEDISCH)
    incident_gemeld(cast.zoe.toegang, aanpak.dossier, categorie=Categorie.MEDISCH)
    assert not Incident.objects.voor(cast.rik.toegang).exists()


@pytest.mark.parametrize("wie", ["wendy", "leo", "cora", "sanne"])
def test_wie_er_niet_bij_hoort_meldt_geen_incident(cast: Cast, aanpak: Aanpak, wie: str) -> None:
    with pytest.raises(Geweigerd):
        incident_gemeld(getattr(cast, wie).toegang, aanpak.dossier)


def test_voortgang_hoort_bij_een_ingezette_interventie(cast: Cast, aanpak: Aanpak) -> None:
    voortgang = voortgang_verteld(cast.ron.toegang, aanpak.interventie)
    assert Voortgang.objects.voor(cast.rik.toegang).get() == voortgang
    with pytest.raises(Geweigerd, match="betrokken"):
        voortgang_verteld(replace(cast.ron.toegang, betrokken=frozenset()), aanpak.interventie)
    aanpak.interventie.status = Interventiestatus.VOORGESTELD
    aanpak.interventie.save()
    with pytest.raises(Geweigerd, match="ingezet"):
        voortgang_verteld(cast.rik.toegang, aanpak.interventie)


@pytest.mark.parametrize("wat", ["meting", "incident", "voortgang"])
def test_wat_er_is_gezien_zet_het_dossier_bovenaan(cast: Cast, aanpak: Aanpak, wat: str) -> None:
    later_op_de_dag = cast.rik.op(NU + timedelta(hours=3))
    doen: dict[str, Callable[[], object]] = {
        "meting": lambda: meting_gedaan(later_op_de_dag, aanpak.dossier),
        "incident": lambda: incident_gemeld(later_op_de_dag, aanpak.dossier),
        "voortgang": lambda: voortgang_verteld(later_op_de_dag, aanpak.interventie),
    }
    doen[wat]()
    lijst = list(Dossier.objects.voor(cast.rik.toegang))
    assert (lijst[0].pk, lijst[0].gewijzigd_op) == (aanpak.dossier.pk, later_op_de_dag.moment)
