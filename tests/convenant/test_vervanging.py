"""vervanging_regelen en vervanging_beeindigen: in de plaats van wie er even niet is."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from casusregie.selectors.casus import casus_van
from casusregie.services.casus import regisseur_wijzigen
from convenant.enums import Fase, Logsoort, Relatie, Rol
from convenant.handeling import Geweigerd
from convenant.identiteit import namens
from convenant.models import Betrokkenheid, Dossier, Logregel, Taak, Vervanging
from convenant.rules.vervanging import NIET_ZELF
from convenant.selectors.kenners import kenners
from convenant.services.betrokkenheid import (
    betrokkenheid_beeindigen,
    betrokkenheid_verlenen,
)
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.services.taken import taak_afronden, taak_toevoegen
from convenant.services.vervanging import vervanging_beeindigen, vervanging_regelen
from tests.cast import NU, Cast, Speler
from tests.orakel.vergelijken import kaal
from tests.stappen.beoordeling import dossier_in_fase
from tests.stappen.casus import casus_geopend
from tests.stappen.verzegeling import kent_de_persoon, verzegeld

type Als = Callable[[Speler], Client]
VANDAAG = NU.date()
WEEK = timedelta(days=7)


def geregeld(cast: Cast, weg: Speler, voor: Speler, dagen: int = 6) -> Vervanging:
    return vervanging_regelen(
        cast.paula.toegang,
        weg.hoedanigheid,
        vervanger=voor.hoedanigheid,
        van=VANDAAG,
        tot=VANDAAG + timedelta(days=dagen),
    )


def van_rik(cast: Cast, fase: Fase = Fase.UITVOERING) -> Dossier:
    dossier = dossier_in_fase(cast, fase)
    betrekken(cast, dossier, cast.rik, Relatie.REGISSEUR)
    return dossier


def betrekken(cast: Cast, dossier: Dossier, wie: Speler, relatie: Relatie) -> Betrokkenheid:
    return betrokkenheid_verlenen(
        cast.paula.toegang, dossier, wie=wie.hoedanigheid, relatie=relatie, reden="Werkt hier"
    )


def leest(speler: Speler, na: timedelta = timedelta()) -> set[object]:
    """Through the filter, and with bare SQL: the two say the same."""
    toegang = speler.op(NU + na)
    gefilterd = set(Dossier.objects.voor(toegang).values_list("pk", flat=True))
    with namens(toegang):
        assert kaal(Dossier) == gefilterd
    return gefilterd


def test_de_vervanger_leest_wat_de_afwezige_leest_en_het_eindigt_vanzelf(cast: Cast) -> None:
    eerder = van_rik(cast)
    assert leest(cast.ruben) == set()
    vervanging = geregeld(cast, cast.rik, cast.ruben)
    assert leest(cast.ruben) == leest(cast.rik) == {eerder.pk}
    assert cast.ruben.toegang.regie == cast.ruben.toegang.als_vervanger == {eerder.pk}
    later = van_rik(cast)
    assert leest(cast.ruben, timedelta(days=6)) == {eerder.pk, later.pk}
    assert leest(cast.ruben, WEEK) == set()
    assert leest(cast.ruben, -timedelta(days=1)) == set()
    vervanging_beeindigen(cast.rik.toegang, vervanging)
    assert leest(cast.ruben) == set()
    assert leest(cast.rik) == {eerder.pk, later.pk}


def test_het_eindigt_met_de_rol_van_een_van_beiden(cast: Cast) -> None:
    van_rik(cast)
    geregeld(cast, cast.rik, cast.ruben)
    for speler in (cast.rik, cast.ruben):
        rol = speler.hoedanigheid
        rol.bevestigd_tot = VANDAAG - timedelta(days=1)
        rol.save()
        assert leest(cast.ruben) == set()
        rol.bevestigd_tot = VANDAAG
        rol.save()
        assert leest(cast.ruben)
    cast.rik.medewerker.is_active = False
    cast.rik.medewerker.save()
    assert leest(cast.ruben) == set()


def test_een_vervanger_geeft_niets_door(cast: Cast) -> None:
    """In a chain each has the own involvements of the one he stands in for, and no more."""
    rik_zijn, ruben_zijn = van_rik(cast), dossier_in_fase(cast, Fase.UITVOERING)
    betrekken(cast, ruben_zijn, cast.ruben, Relatie.REGISSEUR)
    geregeld(cast, cast.rik, cast.ruben)
    geregeld(cast, cast.ruben, cast.wendy)
    assert leest(cast.ruben) == {rik_zijn.pk, ruben_zijn.pk}
    assert leest(cast.wendy) == {ruben_zijn.pk}


def test_wat_voor_de_vervanger_dicht_is_blijft_dicht(cast: Cast) -> None:
    """A seal names people, and a stand-in is not the one who was named."""
    op_naam, bekende, gewoon = van_rik(cast), van_rik(cast), van_rik(cast)
    geregeld(cast, cast.rik, cast.ruben)
    assert leest(cast.ruben) == {op_naam.pk, bekende.pk, gewoon.pk}
    verzegeld(cast.paula, op_naam, cast.rik)
    kent_de_persoon(cast.ruben, bekende)
    assert leest(cast.ruben) == cast.ruben.toegang.als_vervanger == {gewoon.pk}
    assert leest(cast.rik) == {op_naam.pk, bekende.pk, gewoon.pk}
    with namens(cast.ruben.toegang):
        van_anderen = Logregel.objects.exclude(medewerker_id=cast.ruben.medewerker.pk)
        gelezen = set(van_anderen.values_list("dossier_id", flat=True))
    assert gelezen == {gewoon.pk}


def test_wat_op_naam_is_gaat_niet_mee(cast: Cast) -> None:
    """Noodtoegang is of who took it; a task without a dossier is of who has it."""
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    noodtoegang_nemen(cast.rik.toegang, nummer=dossier.nummer, reden="Dreiging", uren=1)
    geregeld(cast, cast.rik, cast.ruben)
    assert cast.rik.toegang.nood == {dossier.pk}
    assert not cast.ruben.toegang.nood
    assert leest(cast.ruben) == set()
    los = Taak(
        titel="Embargo herzien",
        voor_hoedanigheid=cast.rik.hoedanigheid,
        gemaakt_op=NU,
        uiterlijk=VANDAAG,
    )
    los.save(force_insert=True)
    assert not los.is_van(cast.ruben.toegang)
    assert not Taak.objects.voor(cast.ruben.toegang).exists()


def test_taken_van_de_afwezige_staan_met_zijn_naam_in_mijn_werk(cast: Cast, als: Als) -> None:
    dossier = van_rik(cast)
    taak = taak_toevoegen(
        cast.paula.toegang,
        dossier,
        titel="Bel de school",
        voor=cast.rik.hoedanigheid,
        uiterlijk=VANDAAG,
    )
    geregeld(cast, cast.rik, cast.ruben)
    tekst = als(cast.ruben).get(reverse("convenant:mijn_werk")).content.decode()
    assert "U vervangt <strong>Rik de Boer</strong> als casusregisseur" in tekst
    assert f"{dossier.nummer} · als vervanger van Rik de Boer" in tekst
    taak_afronden(cast.ruben.toegang, taak, uitkomst="Gebeld")
    taak.refresh_from_db()
    assert taak.gereed_door == cast.ruben.hoedanigheid


def test_waarom_en_wie_zeggen_voor_wie_en_tot_wanneer(cast: Cast, als: Als) -> None:
    dossier = van_rik(cast)
    geregeld(cast, cast.rik, cast.ruben)
    voor_wie = "vervanging voor Rik de Boer (casusregisseur), tot en met 24 november 2026"
    client = als(cast.ruben)
    waarom = client.get(reverse("convenant:waarom", args=[dossier.pk])).content.decode()
    assert f"<strong>regisseur</strong>: {voor_wie}" in waarom
    betrokkenen = client.get(reverse("convenant:betrokkenen", args=[dossier.pk]))
    assert "Vervangen door Ruben Post tot en met 24 november 2026" in betrokkenen.content.decode()
    paula = als(cast.paula)
    for naam, plek in (("wie_kan_dit_zien", dossier), ("zien", cast.ruben.hoedanigheid)):
        naam = naam if naam != "zien" else "wat_kan_deze_medewerker_zien"
        url = reverse(f"convenant:{naam}", args=[plek.pk])
        assert voor_wie in paula.get(url).content.decode(), naam
    gevonden = {k.hoedanigheid.pk for k in kenners(cast.paula.toegang, dossier) if k.vervangt}
    assert gevonden == {cast.ruben.hoedanigheid.pk}


def test_het_logboek_zegt_wie_als_vervanger_las_en_deed(cast: Cast, als: Als) -> None:
    dossier, eigen = van_rik(cast), dossier_in_fase(cast, Fase.UITVOERING)
    betrekken(cast, eigen, cast.ruben, Relatie.REGISSEUR)
    geregeld(cast, cast.rik, cast.ruben)
    client = als(cast.ruben)
    for een in (dossier, eigen):
        client.get(reverse("convenant:dossier_inzien", args=[een.pk]))
        taak_toevoegen(
            cast.ruben.toegang, een, titel="X", voor=cast.paula.hoedanigheid, uiterlijk=VANDAAG
        )
    regels = Logregel.objects.filter(hoedanigheid_id=cast.ruben.hoedanigheid.pk)
    per_dossier = {
        een.pk: set(regels.filter(dossier_id=een.pk).values_list("soort", "resultaat"))
        for een in (dossier, eigen)
    }
    assert per_dossier[dossier.pk] == {
        (Logsoort.INZAGE, "vervanging"),
        (Logsoort.HANDELING, "vervanging"),
    }
    assert per_dossier[eigen.pk] == {(Logsoort.INZAGE, "gelukt"), (Logsoort.HANDELING, "gelukt")}
    logboek = als(cast.paula).get(reverse("convenant:logboek", args=[dossier.pk]))
    assert "inzage als vervanger" in logboek.content.decode()


def test_een_vervanger_maakt_voor_zichzelf_niets_dat_blijft(cast: Cast) -> None:
    casus = casus_geopend(cast)
    geregeld(cast, cast.rik, cast.ruben)
    dossier = Dossier.objects.voor(cast.ruben.toegang).get()
    ruben, ruben_zelf = cast.ruben.toegang, cast.ruben.hoedanigheid
    with pytest.raises(Geweigerd, match=NIET_ZELF):
        betrokkenheid_verlenen(ruben, dossier, wie=ruben_zelf, relatie=Relatie.LEZER, reden="Ik")
    with pytest.raises(Geweigerd, match=NIET_ZELF):
        taak_toevoegen(ruben, dossier, titel="Ik", voor=ruben_zelf, uiterlijk=VANDAAG)
    rik_zijn = Betrokkenheid.objects.voor(ruben).get(hoedanigheid=cast.rik.hoedanigheid)
    with pytest.raises(Geweigerd, match="vervangt deze collega"):
        betrokkenheid_beeindigen(ruben, rik_zijn, reden="Weg ermee")
    gevonden = casus_van(ruben, dossier)
    assert gevonden == casus
    with pytest.raises(Geweigerd):
        regisseur_wijzigen(ruben, gevonden, regisseur=ruben_zelf, waarnemer=None, reden="Ik")
    assert leest(cast.ruben, WEEK) == set()


@pytest.mark.parametrize(
    ("weg", "voor", "van", "tot", "reden"),
    [
        ("rik", "gemma", 0, 6, "dezelfde rol"),
        ("ron", "zoe", 0, 6, "dezelfde rol"),
        ("rik", "rik", 0, 6, "dezelfde rol"),
        ("paula", "pieter", -1, 6, "vroegst vandaag"),
        ("rik", "ruben", 0, 42, "zes weken"),
        ("rik", "ruben", 6, 5, "voor de eerste dag"),
        ("rik", "ruben", 184, 185, "vooruit"),
        ("bram", "bram", 0, 6, "geen werk"),
    ],
)
def test_wie_en_hoe_lang(cast: Cast, weg: str, voor: str, van: int, tot: int, reden: str) -> None:
    with pytest.raises(Geweigerd, match=reden):
        vervanging_regelen(
            cast.paula.toegang,
            getattr(cast, weg).hoedanigheid,
            vervanger=getattr(cast, voor).hoedanigheid,
            van=VANDAAG + timedelta(days=van),
            tot=VANDAAG + timedelta(days=tot),
        )


def test_niemand_regelt_het_voor_een_ander_of_noemt_zichzelf(cast: Cast) -> None:
    dagen = {"van": VANDAAG, "tot": VANDAAG}
    rik, ruben = cast.rik.hoedanigheid, cast.ruben.hoedanigheid
    for wie in (cast.ruben, cast.wendy, cast.gemma):
        with pytest.raises(Geweigerd, match="eigen vervanging"):
            vervanging_regelen(wie.toegang, rik, vervanger=ruben, **dagen)
    with pytest.raises(Geweigerd, match="eigen vervanging"):
        vervanging_regelen(cast.leo.toegang, cast.ron.hoedanigheid, vervanger=ruben, **dagen)
    with pytest.raises(Geweigerd, match="dezelfde rol"):
        vervanging_regelen(
            cast.paula.toegang,
            cast.pieter.hoedanigheid,
            vervanger=cast.paula.hoedanigheid,
            **dagen,
        )
    vervanging = vervanging_regelen(cast.rik.toegang, rik, vervanger=ruben, **dagen)
    with pytest.raises(Geweigerd, match="al een vervanger"):
        geregeld(cast, cast.rik, cast.wendy)
    with pytest.raises(Geweigerd, match="zelf afwezig"):
        geregeld(cast, cast.wendy, cast.rik)
    with pytest.raises(Geweigerd, match="Alleen de afwezige"):
        vervanging_beeindigen(cast.wendy.toegang, vervanging)
    vervanging_beeindigen(cast.ruben.toegang, vervanging)
    with pytest.raises(Geweigerd, match="al voorbij"):
        vervanging_beeindigen(cast.rik.toegang, vervanging)
    ziek = vervanging_regelen(cast.leo.toegang, rik, vervanger=ruben, **dagen)
    vervanging_beeindigen(cast.leo.toegang, ziek)


def test_ook_met_de_hand_komt_er_niet_meer(cast: Cast) -> None:
    """Six weeks is a constraint; a row across roles or organisations gives nothing."""
    van_rik(cast)
    rij = {
        "afwezige": cast.rik.hoedanigheid,
        "van": VANDAAG,
        "geregeld_op": NU,
        "geregeld_door": cast.rik.hoedanigheid,
    }
    te_lang = Vervanging(vervanger=cast.ruben.hoedanigheid, tot=VANDAAG + timedelta(days=42), **rij)
    with pytest.raises(IntegrityError), transaction.atomic():
        te_lang.save(force_insert=True)
    Vervanging(vervanger=cast.ron.hoedanigheid, tot=VANDAAG, **rij).save(force_insert=True)
    assert not cast.ron.toegang.vervangt
    assert leest(cast.ron) == set()


def test_de_bladzijde_regelt_en_beeindigt_het(cast: Cast, als: Als) -> None:
    assert cast.ruben
    client = als(cast.rik)
    lijst = reverse("convenant:vervangingen")
    regelen = client.get(lijst).context["regelen"]
    gegevens = {"vervanger": str(cast.ruben.hoedanigheid.pk), "van": "2026-11-18"}
    fout = client.post(regelen, {**gegevens, "tot": "2027-01-18"})
    assert "hoogstens zes weken" in fout.content.decode()
    assert client.post(regelen, {**gegevens, "tot": "2026-12-18"}).status_code == 303
    tekst = client.get(lijst).content.decode()
    assert "Ruben Post" in tekst
    rij = Vervanging.objects.voor(cast.rik.toegang).get()
    einde = reverse("convenant:vervanging_beeindigen", args=[rij.pk])
    assert einde in tekst
    assert als(cast.zoe).get(einde).status_code == 404
    van_de_fg = als(cast.frits).get(lijst).text
    assert "Ruben Post" in van_de_fg
    assert einde not in van_de_fg
    assert client.post(einde).status_code == 303
    assert "Er is nu niemand die een ander vervangt" in client.get(lijst).content.decode()
    assert rij.afwezige.rol == Rol.CASUSREGISSEUR
