"""Care shares with toestemming: for one receiver, purpose and period, and withdrawn at once."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.rules.zorgdeling import uiterste_termijn
from beoordeling.services.informatie import informatie_corrigeren
from beoordeling.services.zorgdeling import INGETROKKEN, toestemming_intrekken
from casusregie.enums import Sluituitkomst
from casusregie.services.sluiten import casus_sluiten
from convenant.enums import Fase, Niveau, Relatie, Toestemmingswijze, Zorggrond
from convenant.handeling import Geweigerd
from convenant.identiteit import namens
from convenant.models import Dossier, Taak, Terughaalpost, Verstrekking, Zorgdeling
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.noodtoegang import noodtoegang_nemen
from tests.cast import NU, Cast, Speler, later
from tests.orakel.vergelijken import kaal
from tests.stappen import beoordeling as stap
from tests.stappen import casus
from tests.stappen.zorg import toestemming_gegeven

type Als = Callable[[Speler], Client]
GEHEIM = "MEDISCHGEHEIM"


@pytest.fixture
def dossier(cast: Cast) -> Dossier:
    """Rik leads, Zoë (GGZ) and Ron (reclassering) work along; Pim of the police does not."""
    return stap.dossier_in_regie(cast)


@pytest.fixture
def item(cast: Cast, dossier: Dossier) -> Informatie:
    return stap.contact_vastgelegd(cast.zoe, dossier, tekst=GEHEIM)


def leest(speler: Speler, item: Informatie, **later_: float) -> bool:
    toegang = speler.op(NU + timedelta(**later_))
    return Informatie.objects.voor(toegang).filter(pk=item.pk).exists()


def weet_iets(speler: Speler) -> bool:
    bestaan = Niveau.BESTAAN
    return (
        Informatie.objects.voor(speler.toegang, minstens=bestaan).exists()
        or Zorgdeling.objects.voor(speler.toegang, minstens=bestaan).exists()
    )


def test_zonder_toestemming_weet_niemand_ook_maar_dat_het_er_is(
    cast: Cast, item: Informatie
) -> None:
    for speler in cast.iedereen():
        assert weet_iets(speler) is (speler.sleutel == "zoe"), speler.sleutel


def test_ook_wat_anders_heet_is_van_de_zorg_medisch(cast: Cast, item: Informatie) -> None:
    item.categorie = "gewoon"
    item.save()
    assert leest(cast.zoe, item)
    assert not weet_iets(cast.rik)
    toestemming_gegeven(cast.zoe, item, cast.rik)
    assert leest(cast.rik, item)


def test_wie_toestemming_kreeg_leest_het_en_niemand_anders(cast: Cast, item: Informatie) -> None:
    (deling,) = toestemming_gegeven(cast.zoe, item, cast.ron)
    assert leest(cast.ron, item)
    for speler in (cast.rik, cast.wendy, cast.paula, cast.leo, cast.femke, cast.bas, cast.frits):
        assert not weet_iets(speler), speler.sleutel
    met_zorg = Zorgdeling.objects.voor(cast.ron.toegang, minstens=Niveau.PROCES)
    assert [rij.pk for rij in met_zorg] == [deling.pk]
    assert not Zorgdeling.objects.voor(cast.ron.toegang).exists(), "de inhoud is van de bron"


def test_alleen_het_stuk_dat_gedeeld_is_tenzij_alles_mag(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    ander = stap.contact_vastgelegd(cast.zoe, dossier, tekst="Nog iets")
    toestemming_gegeven(cast.zoe, item, cast.ron)
    assert not leest(cast.ron, ander)
    toestemming_gegeven(cast.zoe, item, cast.ron, alles=True)
    assert leest(cast.ron, ander)
    later_item = stap.contact_vastgelegd(cast.zoe, dossier, tekst="Wat er later bij komt")
    assert leest(cast.ron, later_item)
    regels = Verstrekking.objects.buiten_toegang("de test leest wat niemand ziet")
    assert regels.filter(stuk_id=later_item.pk, naar=cast.ron.organisatie).exists()


def test_ook_voor_wie_bij_een_ander_dossier_betrokken_is_blijft_het_dicht(
    cast: Cast, item: Informatie
) -> None:
    elders = stap.dossier_in_regie(cast)
    toestemming_gegeven(cast.zoe, item, cast.ron, alles=True)
    anders = stap.contact_vastgelegd(cast.zoe, elders, tekst="Ander dossier")
    assert not leest(cast.ron, anders)


def test_van_de_ontvanger_leest_alleen_wie_met_naam_betrokken_is(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    toestemming_gegeven(cast.zoe, item, cast.rik)
    assert leest(cast.rik, item)
    noodtoegang_nemen(cast.ruben.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    for speler in (cast.paula, cast.leo, cast.gemma, cast.ruben, cast.frits):
        assert not weet_iets(speler), speler.sleutel


def test_toestemming_houdt_vanzelf_op(cast: Cast, item: Informatie) -> None:
    toestemming_gegeven(cast.zoe, item, cast.ron, tot=NU.date() + timedelta(days=2))
    assert leest(cast.ron, item, days=2)
    assert not leest(cast.ron, item, days=3)


def test_intrekken_werkt_in_dezelfde_seconde_ook_in_de_database(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    toestemming_gegeven(cast.zoe, item, cast.ron)
    with namens(cast.ron.toegang):
        assert item.pk in kaal(Informatie)
    toestemming_intrekken(cast.zoe.toegang, dossier, intrekwijze="Aan de telefoon")
    assert not leest(cast.ron, item)
    assert not weet_iets(cast.ron)
    with namens(cast.ron.toegang):
        assert item.pk not in kaal(Informatie)
        assert kaal(Zorgdeling) == set()
    assert leest(cast.zoe, item)


def test_wie_het_hoort_trekt_in_zonder_te_weten_wat_er_was(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    """Rik knows of nothing; the answer is the same when there is nothing."""
    leeg = stap.dossier_in_regie(cast)
    toestemming_gegeven(cast.zoe, item, cast.ron)
    for waar in (dossier, leeg):
        assert toestemming_intrekken(cast.rik.toegang, waar, intrekwijze="Thuis") == waar
    assert not leest(cast.ron, item)
    taken = Taak.objects.voor(cast.zoe.toegang).filter(titel=INGETROKKEN)
    assert [taak.toelichting for taak in taken] == [f"Dossier {dossier.nummer}"]
    assert not Taak.objects.voor(cast.rik.toegang).filter(titel=INGETROKKEN).exists()


def test_wie_niet_met_de_betrokkene_werkt_trekt_niets_in(cast: Cast, dossier: Dossier) -> None:
    for speler in (cast.ruben, cast.gemma, cast.leo, cast.samira):
        with pytest.raises(Geweigerd):
            toestemming_intrekken(speler.toegang, dossier, intrekwijze="Gehoord")
    toestemming_intrekken(cast.paula.toegang, dossier, intrekwijze="In een brief")


def test_een_ontvanger_blijft_als_alleen_de_ander_wordt_ingetrokken(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    van_ron, _ = toestemming_gegeven(cast.zoe, item, cast.ron, cast.rik)
    toestemming_intrekken(cast.zoe.toegang, dossier, intrekwijze="x", toestemming=van_ron)
    assert (leest(cast.ron, item), leest(cast.rik, item)) == (False, True)


def test_na_intrekken_moet_elke_ontvanger_zeggen_wat_hij_ermee_deed(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    toestemming_gegeven(cast.zoe, item, cast.ron, cast.rik)
    toestemming_intrekken(cast.rik.toegang, dossier, intrekwijze="Thuis")
    posten = Terughaalpost.objects.buiten_toegang("van de gemeente vraagt het Rik of Wendy")
    assert {post.organisatie for post in posten} == {cast.ron.organisatie, cast.rik.organisatie}
    van_ron = Terughaalpost.objects.voor(cast.ron.toegang).get()
    assert Taak.objects.voor(cast.ron.toegang).filter(pk=van_ron.taak_id).exists()


def test_een_correctie_gaat_naar_wie_het_met_toestemming_kreeg(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    ander = stap.contact_vastgelegd(cast.zoe, dossier)
    toestemming_gegeven(cast.zoe, item, cast.ron)
    informatie_corrigeren(later(cast.zoe.toegang, hours=1), ander, reden="Dag", tekst="Beter")
    assert not Terughaalpost.objects.voor(cast.ron.toegang).exists()
    informatie_corrigeren(later(cast.zoe.toegang, hours=1), item, reden="Dag", tekst="Beter")
    assert Terughaalpost.objects.voor(cast.ron.toegang).get().stuk_id == item.pk


def test_het_register_noemt_het_alleen_aan_de_ontvanger(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    toestemming_gegeven(cast.zoe, item, cast.ron)
    alle = Verstrekking.objects.buiten_toegang("de test leest wat niemand ziet")
    rij = alle.get(stuk_id=item.pk)
    assert (rij.van, rij.naar, rij.soort) == (
        cast.zoe.organisatie,
        cast.ron.organisatie,
        Zorggrond.TOESTEMMING,
    )
    for speler in (cast.paula, cast.rik, cast.frits):
        ziet = Verstrekking.objects.voor(speler.toegang, minstens=Niveau.BESTAAN)
        assert not ziet.filter(pk=rij.pk).exists(), speler.sleutel
    toestemming_gegeven(cast.zoe, item, cast.rik)
    ziet = Verstrekking.objects.voor(cast.rik.toegang).filter(soort=Zorggrond.TOESTEMMING)
    assert [r.naar for r in ziet] == [cast.rik.organisatie]


@pytest.mark.parametrize("wie", ["rik", "paula", "ron", "gemma", "leo"])
def test_alleen_de_zorg_zelf_legt_toestemming_vast(cast: Cast, item: Informatie, wie: str) -> None:
    with pytest.raises(Geweigerd):
        toestemming_gegeven(getattr(cast, wie), item, cast.ron)


def test_het_kan_alleen_met_wie_betrokken_is_kort_en_met_bewijs(
    cast: Cast, item: Informatie
) -> None:
    te_laat = uiterste_termijn(cast.zoe.toegang, Zorggrond.TOESTEMMING) + timedelta(days=1)
    for aan, gegevens, zin in (
        (cast.piet, {}, "betrokken"),
        (cast.zoe, {}, "betrokken"),
        (cast.ron, {"tot": te_laat}, "hoogstens 365 dagen"),
        (cast.ron, {"aanwezig": ""}, "erbij"),
        (cast.ron, {"wijze": Toestemmingswijze.SCHRIFTELIJK}, "scan"),
    ):
        with pytest.raises(Geweigerd, match=zin):
            toestemming_gegeven(cast.zoe, item, aan, **gegevens)
    toestemming_gegeven(cast.zoe, item, cast.ron)
    with pytest.raises(Geweigerd, match="al met"):
        toestemming_gegeven(cast.zoe, item, cast.ron)


def test_de_paginas_vertellen_elk_wat_zij_mogen(
    cast: Cast, dossier: Dossier, item: Informatie, als: Als
) -> None:
    url = reverse("beoordeling:informatie_inzien", args=[item.pk])
    waarom = reverse("convenant:waarom", args=[dossier.pk])
    lijst = reverse("beoordeling:toestemmingen", args=[dossier.pk])
    zoe, ron, rik = als(cast.zoe), als(cast.ron), als(cast.rik)
    assert "Delen met toestemming" in zoe.get(url).text
    delen = reverse("beoordeling:toestemming_vastleggen", args=[item.pk])
    data = {
        "ontvangers": [str(cast.ron.organisatie.pk)],
        "omvang": "stuk",
        "doel": "Afspraken afstemmen",
        "tot": "2026-12-24",
        "wijze": "mondeling",
        "gegeven_op": "2026-11-18",
        "aanwezig": "zijn moeder",
    }
    assert "erbij was" in zoe.post(delen, data | {"aanwezig": ""}).text
    assert zoe.post(delen, data).status_code == 303
    tekst = ron.get(url).text
    assert GEHEIM in tekst
    assert "toestemming van de betrokkene, tot en met 24 december 2026" in tekst
    assert "24 december 2026" in ron.get(waarom).text
    assert "zijn moeder" in zoe.get(lijst).text
    assert "zijn moeder" not in ron.get(lijst).text
    for pagina in (lijst, waarom):
        assert "24 december" not in rik.get(pagina).text
        assert GEHEIM not in rik.get(pagina).text
    intrekken = reverse("beoordeling:toestemming_intrekken", args=[dossier.pk])
    assert "alleen:" not in rik.get(intrekken).text
    assert rik.post(intrekken, {"welke": "alles", "intrekwijze": "Thuis"}).status_code == 303
    assert ron.get(url).status_code == 404


def test_het_logboek_vertelt_een_ander_niet_dat_de_zorg_deelt(
    cast: Cast, dossier: Dossier, item: Informatie, als: Als
) -> None:
    toestemming_gegeven(cast.zoe, item, cast.ron)
    url = reverse("convenant:logboek", args=[dossier.pk])
    for speler in (cast.paula, cast.rik):
        assert "toestemming vastleggen" not in als(speler).get(url).text, speler.sleutel


def test_wie_later_bij_de_ontvanger_betrokken_raakt_leest_mee(
    cast: Cast, dossier: Dossier, item: Informatie
) -> None:
    toestemming_gegeven(cast.zoe, item, cast.rik)
    assert not weet_iets(cast.ruben)
    betrokkenheid_verlenen(
        cast.paula.toegang,
        dossier,
        wie=cast.ruben.hoedanigheid,
        relatie=Relatie.WAARNEMER,
        reden="Ziek",
    )
    assert leest(cast.ruben, item)


def test_met_het_dossier_eindigt_het_delen_ook_na_heropenen(cast: Cast) -> None:
    geopend = casus.casus_geopend(cast)
    for partner in (cast.zoe, cast.ron):
        casus.partner_betrokken(cast, geopend, partner)
    item = stap.contact_vastgelegd(cast.zoe, geopend.dossier, tekst=GEHEIM)
    (deling,) = toestemming_gegeven(cast.zoe, item, cast.ron)
    geopend.dossier.fase = Fase.NAZORG
    geopend.dossier.save()
    casus.taken_gedaan(cast, geopend)
    casus_sluiten(
        cast.paula.toegang,
        geopend,
        uitkomst=Sluituitkomst.DOELEN_BEREIKT,
        sluittoelichting="Klaar",
        nazorg="Het wijkteam",
        bewaren_tot=NU.date() + timedelta(days=365),
    )
    deling.refresh_from_db()
    assert not deling.loopt_op(NU)
