"""The verstrekkingenregister: whatever goes to another organisation is a line, made by the deed."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from beoordeling.services.weging import weging_sluiten
from casusregie.models import Plan
from casusregie.services.afschaling import afschaling_voorstellen
from casusregie.services.plan import plan_vaststellen, plan_voorleggen
from convenant.enums import Categorie, Fase, Niveau, Relatie, Verstrekkingsoort
from convenant.models import Dossier, Verstrekking
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from tests.cast import Cast
from tests.stappen import beoordeling as stap
from tests.stappen import besluit, casus, monitoring
from tests.stappen.wereld import AFSCHALING

S = Verstrekkingsoort


def register(cast: Cast, dossier: Dossier, *soorten: Verstrekkingsoort) -> list[Verstrekking]:
    rijen = Verstrekking.objects.voor(cast.paula.toegang).filter(dossier=dossier)
    return list(rijen.filter(soort__in=soorten or list(S)).select_related("van", "naar"))


def naar(rijen: list[Verstrekking]) -> set[str]:
    return {rij.naar.naam for rij in rijen}


def test_wie_betrokken_wordt_krijgt_wat_bij_zijn_rol_hoort(cast: Cast) -> None:
    dossier = stap.dossier_in_fase(cast, Fase.UITVOERING)
    for speler in (cast.rik, cast.ron):
        betrokkenheid_verlenen(
            cast.paula.toegang,
            dossier,
            wie=speler.hoedanigheid,
            relatie=Relatie.PARTNER,
            reden="Werkt mee",
        )
    (rij,) = register(cast, dossier)
    assert (rij.soort, rij.van, rij.naar) == (
        S.BETROKKENHEID,
        cast.paula.organisatie,
        cast.ron.organisatie,
    )
    assert set(rij.categorieen) == {
        Categorie.IDENTITEIT,
        Categorie.PROCES,
        Categorie.GEWOON,
        Categorie.STRAFRECHTELIJK,
    }
    assert rij.grondslag == "Convenant artikel 5.2, 5.4"
    assert rij.besloten_door == cast.paula.hoedanigheid


def test_een_tweede_collega_van_dezelfde_organisatie_is_geen_nieuwe_verstrekking(
    cast: Cast,
) -> None:
    dossier = stap.dossier_in_regie(cast)
    eerder = len(register(cast, dossier))
    betrokkenheid_verlenen(
        cast.paula.toegang,
        dossier,
        wie=cast.ron.hoedanigheid,
        relatie=Relatie.LEZER,
        reden="Leest mee",
    )
    assert len(register(cast, dossier)) == eerder


def test_een_gegeven_gaat_naar_iedere_organisatie_die_het_mag_lezen(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    rijen = register(cast, dossier, S.INFORMATIE)
    assert naar(rijen) == {"GGZ De Linde", "Reclassering"}
    assert {(rij.stuk_id, rij.van) for rij in rijen} == {(item.pk, cast.rik.organisatie)}
    assert {tuple(rij.categorieen) for rij in rijen} == {(Categorie.GEWOON,)}


def test_wat_niemand_anders_mag_lezen_is_geen_verstrekking(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.contact_vastgelegd(cast.zoe, dossier)
    assert register(cast, dossier, S.INFORMATIE) == []


def test_de_bron_verstrekt_ook_als_de_regisseur_het_opschrijft(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.contact_vastgelegd(cast.rik, dossier, bron=cast.organisatie("school"))
    rijen = register(cast, dossier, S.INFORMATIE)
    assert {rij.van.naam for rij in rijen} == {"Het Baken College"}
    assert naar(rijen) == {"Gemeente, OOV", "GGZ De Linde", "Reclassering"}


def test_met_de_weging_gaat_het_verhaal_naar_de_weegploeg(cast: Cast) -> None:
    cast.weegploeg()
    dossier = besluit.gewogen_dossier(cast)
    rijen = register(cast, dossier, S.FASE)
    assert naar(rijen) <= {"Politie-eenheid", "Arrondissementsparket"}
    weging = stap.weging_gestart(cast)
    stap.bijdrage_ingediend(cast.piet, weging, "aanpak")
    assert register(cast, weging.dossier, S.WEGING) == []
    weging_sluiten(cast.paula.toegang, weging, reden="Tijd is om")
    gegeven = register(cast, weging.dossier, S.WEGING)
    assert {rij.van.naam for rij in gegeven} == {"Politie-eenheid"}
    assert naar(gegeven) == {"Gemeente, OOV", "Arrondissementsparket"}


def test_het_plan_gaat_bij_vaststelling_naar_de_uitvoerders(cast: Cast) -> None:
    geopend = casus.casus_geopend(cast)
    casus.partner_betrokken(cast, geopend, cast.zoe)
    plan, _ = casus.plan_met_doel(cast, geopend)
    plan = plan_voorleggen(cast.rik.toegang, plan)
    assert register(cast, geopend.dossier, S.PLAN) == []
    plan = plan_vaststellen(cast.paula.toegang, plan)
    (rij,) = register(cast, geopend.dossier, S.PLAN)
    assert (rij.stuk_soort, rij.stuk_id) == (Plan._meta.label_lower, plan.pk)
    assert rij.naar == cast.zoe.organisatie


def test_een_gevraagd_advies_is_een_verstrekking(cast: Cast) -> None:
    geopend = casus.casus_geopend(cast)
    casus.beoordeling_vastgesteld(cast, geopend)
    casus.voorwaarden_gehaald(cast, geopend)
    casus.partner_betrokken(cast, geopend, cast.ron)
    afschaling_voorstellen(cast.rik.toegang, geopend, **AFSCHALING)
    assert naar(register(cast, geopend.dossier, S.ADVIES)) == {"Reclassering"}


def test_vrijgegeven_tekst_gaat_naar_de_commissie(cast: Cast) -> None:
    assert cast.cora
    dossier = stap.dossier_in_regie(cast)
    monitoring.tekst_vrijgegeven(cast.paula.toegang, dossier)
    (rij,) = register(cast, dossier, S.VRIJGAVE)
    assert (rij.naar.naam, rij.grondslag) == ("Commissie van Toezicht", "Convenant artikel 9.1")


def test_wat_een_partner_meldt_gaat_naar_wie_het_mag_lezen(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    monitoring.incident_gemeld(cast.ron.toegang, dossier)
    rijen = register(cast, dossier, S.INFORMATIE)
    assert {rij.van.naam for rij in rijen} == {"Reclassering"}
    assert "Gemeente, OOV" in naar(rijen)


@pytest.mark.parametrize(
    ("wie", "status"),
    [
        ("paula", 200),
        ("rik", 200),
        ("frits", 200),
        ("ruben", 404),
        ("zoe", 404),
        ("leo", 404),
        ("cora", 404),
        ("bram", 404),
    ],
)
def test_wie_het_register_leest(cast: Cast, als, wie: str, status: int) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.contact_vastgelegd(cast.rik, dossier)
    url = reverse("convenant:verstrekkingen", args=[dossier.pk])
    antwoord = als(getattr(cast, wie)).get(url)
    assert antwoord.status_code == status
    tekst = antwoord.content.decode()
    assert ("Reclassering" in tekst) is (status == 200)
    assert "Wij spraken" not in tekst


def test_dat_de_zorg_iets_kreeg_leest_de_fg_niet(cast: Cast, als) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.contact_vastgelegd(cast.rik, dossier)
    url = reverse("convenant:verstrekkingen", args=[dossier.pk])
    assert "GGZ De Linde" in als(cast.rik).get(url).content.decode()
    assert "GGZ De Linde" not in als(cast.frits).get(url).content.decode()


def test_het_register_is_te_filteren_op_soort(cast: Cast, als) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.contact_vastgelegd(cast.rik, dossier)
    url = reverse("convenant:verstrekkingen", args=[dossier.pk])
    rijen = als(cast.paula).get(url, {"soort": S.INFORMATIE}).context["rijen"]
    assert {rij[1].tekst for rij in rijen} == {S.INFORMATIE.label}


def test_een_regel_van_het_register_verandert_niet_meer(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    rij = register(cast, dossier)[0]
    for opdracht in (
        "UPDATE convenant_verstrekking SET noodzaak = ''",
        "DELETE FROM convenant_verstrekking",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)
    assert Verstrekking.objects.voor(cast.paula.toegang, minstens=Niveau.PROCES).get(pk=rij.pk)
