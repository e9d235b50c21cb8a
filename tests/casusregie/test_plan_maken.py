"""The plan van aanpak: goals, steps, versions, and who establishes it."""

from datetime import timedelta

import pytest

from casusregie.enums import Doeluitkomst, Planstatus, Visie
from casusregie.models import Plan, Plandoel, Planstap
from casusregie.services.plan import (
    plan_opstellen,
    plan_terugsturen,
    plan_vaststellen,
    plan_voorleggen,
    plan_wijzigen,
)
from casusregie.services.plandoel import (
    plandoel_evalueren,
    plandoel_toevoegen,
    plandoel_wijzigen,
    planstap_toevoegen,
)
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd, Gewijzigd
from convenant.models import Taak
from tests.cast import NU, Cast
from tests.stappen.casus import (
    casus_geopend,
    doel_gesteld,
    partner_betrokken,
    plan_met_doel,
    plan_vastgesteld,
)

STRAKS = NU.date() + timedelta(days=30)


def test_een_plan_gaat_van_concept_naar_vastgesteld_door_een_ander(cast: Cast) -> None:
    casus = casus_geopend(cast)
    rik, paula = cast.rik.toegang, cast.paula.toegang
    plan = plan_opstellen(rik, casus)
    with pytest.raises(Geweigerd, match="al een versie"):
        plan_opstellen(rik, casus)
    with pytest.raises(Geweigerd, match="nog geen doel"):
        plan_voorleggen(rik, plan)
    doel_gesteld(cast, plan)
    plan = plan_voorleggen(rik, plan)
    assert Taak.objects.voor(paula).get(object_id=plan.pk).voor_rol == "procesregisseur"
    with pytest.raises(Geweigerd, match="Uw rol"):
        plan_vaststellen(rik, plan)
    with pytest.raises(Geweigerd, match="voorgelegd en verandert nu niet"):
        doel_gesteld(cast, plan)
    plan = plan_vaststellen(paula, plan)
    assert (plan.status, plan.vastgesteld_door_id) == (
        Planstatus.VASTGESTELD,
        cast.paula.hoedanigheid.pk,
    )
    assert not Taak.objects.voor(rik).filter(soort=Taaksoort.PLAN, gereed_op__isnull=True).exists()


def test_teruggestuurd_is_weer_concept_met_de_reden_als_taak(cast: Cast) -> None:
    plan, _ = plan_met_doel(cast, casus_geopend(cast))
    plan = plan_voorleggen(cast.rik.toegang, plan)
    plan = plan_terugsturen(cast.paula.toegang, plan, reden="Doel is niet meetbaar")
    assert plan.status == Planstatus.CONCEPT
    taak = Taak.objects.voor(cast.rik.toegang).get(object_id=plan.pk, gereed_op__isnull=True)
    assert taak.toelichting == "Doel is niet meetbaar"
    plan_voorleggen(cast.rik.toegang, plan)
    taak.refresh_from_db()
    assert taak.gereed_op == NU


def test_een_nieuwe_versie_neemt_doelen_en_stappen_over(cast: Cast) -> None:
    casus = casus_geopend(cast)
    rik = cast.rik.toegang
    oud, doel = plan_met_doel(cast, casus)
    bereikt = doel_gesteld(cast, oud, omschrijving="Heeft een dak boven het hoofd")
    stap = planstap_toevoegen(
        rik, doel, omschrijving="Gesprek", eigenaar=cast.rik.hoedanigheid, uiterlijk=STRAKS
    )
    plan_vaststellen(cast.paula.toegang, plan_voorleggen(rik, oud))
    bereikt.refresh_from_db()
    plandoel_evalueren(
        rik, bereikt, uitkomst=Doeluitkomst.BEREIKT, uitkomst_toelichting="Heeft een kamer"
    )
    nieuw = plan_opstellen(rik, casus)
    assert nieuw.nummer == 2
    kopie = Plandoel.objects.voor(rik).get(plan=nieuw)
    assert kopie.omschrijving == doel.omschrijving
    assert Planstap.objects.voor(rik).get(doel=kopie).taak_id == stap.taak_id
    plan_vaststellen(cast.paula.toegang, plan_voorleggen(rik, nieuw))
    oud.refresh_from_db()
    assert oud.status == Planstatus.VERVANGEN
    assert Plandoel.objects.voor(rik).filter(plan=oud).count() == 2


def test_een_stap_is_een_taak_van_iemand_die_betrokken_is(cast: Cast) -> None:
    casus = casus_geopend(cast)
    _, doel = plan_met_doel(cast, casus)
    rik = cast.rik.toegang
    gegevens = {"omschrijving": "Aanmelden bij mentor", "uiterlijk": STRAKS}
    with pytest.raises(Geweigerd, match="niet bij de casus betrokken"):
        planstap_toevoegen(rik, doel, **gegevens, eigenaar=cast.ron.hoedanigheid)
    partner_betrokken(cast, casus, cast.ron)
    stap = planstap_toevoegen(rik, doel, **gegevens, eigenaar=cast.ron.hoedanigheid)
    taak = Taak.objects.voor(cast.ron.toegang).get(pk=stap.taak_id)
    assert taak.toelichting == "Aanmelden bij mentor"
    with pytest.raises(Geweigerd, match="al voorbij"):
        planstap_toevoegen(
            rik,
            doel,
            omschrijving="Gisteren",
            uiterlijk=NU.date() - timedelta(days=1),
            eigenaar=cast.ron.hoedanigheid,
        )


def test_het_standpunt_van_de_persoon_hoort_bij_het_plan(cast: Cast) -> None:
    casus = casus_geopend(cast)
    plan = plan_opstellen(cast.rik.toegang, casus)
    rik = cast.rik.toegang
    with pytest.raises(Geweigerd, match="Licht toe"):
        plan_wijzigen(rik, plan, samenvatting="Kort", visie=Visie.ONEENS, visie_toelichting=" ")
    plan = plan_wijzigen(
        rik, plan, samenvatting="Kort", visie=Visie.EENS, visie_toelichting="", versie=1
    )
    with pytest.raises(Gewijzigd):
        plan_wijzigen(
            rik, plan, samenvatting="Te laat", visie=Visie.EENS, visie_toelichting="", versie=1
        )


def test_een_vastgesteld_plan_verandert_niet_meer(cast: Cast) -> None:
    plan, doel = plan_vastgesteld(cast, casus_geopend(cast))
    rik = cast.rik.toegang
    gegevens = {
        "leefdomein": doel.leefdomein,
        "omschrijving": "Iets anders",
        "meetbaar": "Anders",
        "uiterlijk": STRAKS,
    }
    with pytest.raises(Geweigerd, match="Maak een nieuwe versie"):
        plandoel_wijzigen(rik, doel, **gegevens)
    with pytest.raises(Geweigerd, match="Maak een nieuwe versie"):
        plandoel_toevoegen(rik, plan, **gegevens)
    with pytest.raises(Geweigerd, match="Alleen de regisseur"):
        plandoel_evalueren(
            cast.ruben.toegang, doel, uitkomst=Doeluitkomst.DEELS, uitkomst_toelichting="Half"
        )


def test_partners_in_de_casus_lezen_het_plan_en_anderen_niet(cast: Cast) -> None:
    casus = casus_geopend(cast)
    plan_met_doel(cast, casus)
    assert not Plan.objects.voor(cast.zoe.toegang).exists()
    partner_betrokken(cast, casus, cast.zoe)
    assert Plan.objects.voor(cast.zoe.toegang).count() == 1
    assert not Plan.objects.voor(cast.ruben.toegang).exists()
