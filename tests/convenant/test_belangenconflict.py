"""belangenconflict_melden, _registreren en _opheffen: wie de persoon kent, leest zijn dossier niet."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from casusregie.services.casus import regisseur_wijzigen
from convenant.enums import Conflictsoort, Fase, Niveau, Relatie, Rol, Taaksoort
from convenant.handeling import Geweigerd
from convenant.identiteit import namens
from convenant.models import (
    Belangenconflict,
    Betrokkenheid,
    Dossier,
    Hoedanigheid,
    Noodtoegang,
    Taak,
)
from convenant.rules.noodtoegang import ONBEKEND
from convenant.services.belangenconflict import (
    belangenconflict_opheffen,
    belangenconflict_registreren,
)
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.services.taken import taak_toevoegen
from convenant.services.verzegeling import ingewijde_toevoegen
from tests.cast import LANG, NU, Cast, Speler
from tests.orakel.vergelijken import kaal
from tests.stappen.beoordeling import dossier_in_fase, dossier_in_regie
from tests.stappen.casus import casus_geopend
from tests.stappen.verzegeling import kent_de_persoon, verzegeld

type Als = Callable[[Speler], Client]


def inzien(dossier: Dossier) -> str:
    return reverse("convenant:dossier_inzien", args=[dossier.pk])


def ziet(speler: Speler, dossier: Dossier) -> bool:
    toegang = speler.toegang
    gefilterd = Dossier.objects.voor(toegang, minstens=Niveau.BESTAAN).filter(pk=dossier.pk)
    with namens(toegang):
        in_sql = dossier.pk in kaal(Dossier)
        assert gefilterd.exists() == in_sql
    return in_sql


def taak_voor(cast: Cast, dossier: Dossier, wie: Speler) -> Taak:
    return taak_toevoegen(
        cast.paula.toegang,
        dossier,
        titel="Bel de school",
        voor=wie.hoedanigheid,
        uiterlijk=NU.date(),
    )


def test_wie_de_persoon_kent_meldt_het_en_vindt_het_dossier_niet_meer(cast: Cast, als: Als) -> None:
    dossier = dossier_in_regie(cast)
    client = als(cast.zoe)
    melden = reverse("convenant:belangenconflict_melden", args=[dossier.pk])
    assert melden in client.get(reverse("convenant:waarom", args=[dossier.pk])).text
    antwoord = client.post(melden, {"soort": "familie", "reden": "Mijn neef"})
    assert antwoord.headers["Location"] == reverse("convenant:mijn_werk")
    assert client.get(inzien(dossier)).status_code == 404
    assert client.get(melden).status_code == 404
    assert not ziet(cast.zoe, dossier)
    assert ziet(cast.rik, dossier)


def test_het_sluit_in_elke_rol_wat_hij_er_ook_bij_krijgt(cast: Cast) -> None:
    dossier = dossier_in_regie(cast)
    kent_de_persoon(cast.rik, dossier)
    tweede = Hoedanigheid.objects.create(
        medewerker=cast.rik.medewerker,
        rol=Rol.PROCESREGISSEUR,
        organisatie=cast.rik.organisatie,
        van=NU.date(),
        bevestigd_tot=LANG,
    )
    assert not ziet(Speler("tweede", tweede), dossier)
    paula = cast.paula.toegang
    for relatie in (Relatie.LEZER, Relatie.WAARNEMER):
        with pytest.raises(Geweigerd, match="gesloten voor wie u koos"):
            betrokkenheid_verlenen(
                paula, dossier, wie=cast.rik.hoedanigheid, relatie=relatie, reden="Toch"
            )
    with pytest.raises(Geweigerd) as geweigerd:
        noodtoegang_nemen(cast.rik.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    assert geweigerd.value.reden == ONBEKEND
    zegel = verzegeld(cast.paula, dossier)
    with pytest.raises(Geweigerd, match="kan niet worden ingewijd"):
        ingewijde_toevoegen(paula, zegel, wie=cast.rik.hoedanigheid, reden="Toch")


def test_zijn_werk_gaat_naar_een_ander_en_de_procesregisseur_krijgt_een_taak(
    cast: Cast, als: Als
) -> None:
    """From a partner to the regisseur, from him to the waarnemer, and then to the procesregie."""
    dossier = dossier_in_regie(cast)
    van_zoe, van_rik = taak_voor(cast, dossier, cast.zoe), taak_voor(cast, dossier, cast.rik)
    kent_de_persoon(cast.zoe, dossier)
    van_zoe.refresh_from_db()
    assert van_zoe.voor_hoedanigheid == cast.rik.hoedanigheid
    for wie in (cast.rik, cast.wendy):
        kent_de_persoon(wie, dossier)
        van_rik.refresh_from_db()
        assert van_rik.voor_hoedanigheid == (cast.wendy.hoedanigheid if wie == cast.rik else None)
    for taak in (van_zoe, van_rik):
        taak.refresh_from_db()
        assert (taak.voor_hoedanigheid, taak.voor_rol) == (None, Rol.PROCESREGISSEUR)
    weg = Betrokkenheid._base_manager.filter(
        content_object=dossier, user__in=[cast.zoe.medewerker, cast.rik.medewerker]
    )
    assert all(rij.beeindigd_op is not None for rij in weg)
    taken = Taak.objects.voor(cast.paula.toegang).filter(soort=Taaksoort.BELANGENCONFLICT)
    toelichting = [taak.toelichting for taak in taken.order_by("gemaakt_op", "pk")]
    assert any("Rik de Boer" in tekst and "regisseur" in tekst for tekst in toelichting)
    bladzijde = als(cast.paula).get(reverse("convenant:betrokkenen", args=[dossier.pk])).text
    assert "Zit bij mij op voetbal" in bladzijde


def test_wie_het_in_nood_leest_kan_het_ook_melden(cast: Cast) -> None:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    nood = noodtoegang_nemen(cast.wendy.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    kent_de_persoon(cast.wendy, dossier)
    assert not ziet(cast.wendy, dossier)
    assert Noodtoegang._base_manager.get(pk=nood.pk).beeindigd_op is not None


def test_een_procesregisseur_legt_vast_wat_een_ander_hem_zegt_en_heft_het_op(
    cast: Cast, als: Als
) -> None:
    dossier = dossier_in_regie(cast)
    client = als(cast.paula)
    registreren = reverse("convenant:belangenconflict_registreren", args=[dossier.pk])
    gegevens = {"wie": str(cast.piet.medewerker.pk), "soort": "werk", "reden": "Oud-collega"}
    assert client.post(registreren, gegevens).status_code == 303
    assert not ziet(cast.piet, dossier)
    assert client.post(registreren, gegevens).status_code == 422
    conflict = Belangenconflict._base_manager.get()
    belangenconflict_opheffen(cast.paula.toegang, conflict, reden="Het was een ander")
    assert ziet(cast.piet, dossier)
    conflict.refresh_from_db()
    assert conflict.ophefreden == "Het was een ander"
    with pytest.raises(Geweigerd, match="al opgeheven"):
        belangenconflict_opheffen(cast.paula.toegang, conflict, reden="Nog eens")


def test_van_zichzelf_heft_niemand_het_op(cast: Cast) -> None:
    """Also not in another role: the dossier is shut there as well."""
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    paula = cast.paula.toegang
    conflict = kent_de_persoon(cast.paula, dossier)
    for toegang in (paula, cast.paula.toegang):
        with pytest.raises(Geweigerd):
            belangenconflict_opheffen(toegang, conflict, reden="Toch niet")
    with pytest.raises(Geweigerd, match="kan hier geen"):
        belangenconflict_registreren(
            cast.pieter.toegang,
            dossier,
            wie=cast.paula.medewerker,
            soort=Conflictsoort.KENT,
            reden="Nog eens",
        )


def test_waarom_iemand_wegviel_leest_alleen_de_procesregisseur_en_de_fg(
    cast: Cast, als: Als
) -> None:
    dossier = dossier_in_regie(cast)
    kent_de_persoon(cast.zoe, dossier)
    betrokkenen = reverse("convenant:betrokkenen", args=[dossier.pk])
    logboek = reverse("convenant:logboek", args=[dossier.pk])
    rik, frits = als(cast.rik), als(cast.frits)
    for url in (betrokkenen, logboek):
        assert "voetbal" not in rik.get(url).text
        assert "elangenconflict melden" not in rik.get(url).text
    assert "elangenconflict melden" in frits.get(logboek).text
    assert "Zoë Linden" in frits.get(reverse("convenant:fg_bureau")).text
    assert not Belangenconflict.objects.voor(cast.rik.toegang, minstens=Niveau.BESTAAN).exists()


def test_de_procesregisseur_kiest_daarna_een_andere_regisseur(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    kent_de_persoon(cast.rik, casus.dossier)
    assert als(cast.paula).get(inzien(casus.dossier)).status_code == 200
    gegevens = {"waarnemer": cast.wendy.hoedanigheid, "reden": "Rik viel weg"}
    with pytest.raises(Geweigerd, match="gesloten voor wie u koos"):
        regisseur_wijzigen(cast.paula.toegang, casus, regisseur=cast.rik.hoedanigheid, **gegevens)
    regisseur_wijzigen(cast.paula.toegang, casus, regisseur=cast.ruben.hoedanigheid, **gegevens)
    assert casus.dossier_id in cast.ruben.toegang.regie
