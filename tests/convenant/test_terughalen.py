"""The terughaallijst: who received something hears what became of it, and says what he did."""

from datetime import date

import pytest
from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.services.informatie import informatie_corrigeren, informatie_intrekken
from casusregie.models import Casus
from casusregie.services.sluiten import casus_heropenen, casus_sluiten
from convenant.enums import Fase, Relatie, Taaksoort, Terughaalaanleiding, Terughaaluitkomst
from convenant.handeling import Geweigerd
from convenant.models import Betrokkenheid, Dossier, Taak, Terughaalpost
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from convenant.services.terughalen import terughalen_bevestigen
from tests.cast import Cast, Speler, later
from tests.stappen import beoordeling as stap
from tests.stappen import casus
from tests.stappen.wereld import Wereld


def posten(speler: Speler) -> list[Terughaalpost]:
    return list(Terughaalpost.objects.voor(speler.toegang).select_related("organisatie", "taak"))


def gecorrigeerd(cast: Cast, dossier: Dossier | None = None) -> Informatie:
    dossier = dossier or stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    return informatie_corrigeren(cast.rik.toegang, item, reden="Klopt niet", tekst="Beter zo")


def test_een_correctie_gaat_naar_iedere_organisatie_die_het_kreeg(cast: Cast) -> None:
    item = gecorrigeerd(cast)
    gemaakt = posten(cast.paula)
    assert {p.organisatie.naam for p in gemaakt} == {"GGZ De Linde", "Reclassering"}
    assert {(p.aanleiding, p.stuk_id) for p in gemaakt} == {
        (Terughaalaanleiding.CORRECTIE, item.pk)
    }
    assert {p.kenmerk for p in gemaakt} == {item.dossier.nummer}


def test_de_taak_is_voor_wie_van_die_organisatie_betrokken_is(cast: Cast) -> None:
    gecorrigeerd(cast)
    (post,) = posten(cast.ron)
    assert post.taak.soort == Taaksoort.TERUGHALEN
    assert post.taak.voor_hoedanigheid == cast.ron.hoedanigheid
    assert posten(cast.rik) == []


def test_wie_later_toegang_kreeg_hoort_het_ook(cast: Cast) -> None:
    dossier = stap.dossier_in_fase(cast, Fase.UITVOERING)
    _betrokken(cast, dossier, cast.rik, Relatie.REGISSEUR)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    _betrokken(cast, dossier, cast.ron, Relatie.PARTNER)
    informatie_corrigeren(cast.rik.toegang, item, reden="Klopt niet", tekst="Beter")
    assert [p.organisatie for p in posten(cast.paula)] == [cast.ron.organisatie]


def _betrokken(cast: Cast, dossier: Dossier, wie: Speler, relatie: Relatie) -> None:
    betrokkenheid_verlenen(
        cast.paula.toegang, dossier, wie=wie.hoedanigheid, relatie=relatie, reden="Werkt mee"
    )


def test_een_tweede_correctie_vraagt_niet_dubbel(cast: Cast) -> None:
    item = gecorrigeerd(cast)
    informatie_corrigeren(cast.rik.toegang, item, reden="Nog eens", tekst="Nog beter")
    assert len(posten(cast.paula)) == 2


def test_van_een_ingetrokken_gegeven_leest_niemand_de_tekst_nog(cast: Cast, als) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    tekst = item.tekst
    informatie_intrekken(cast.rik.toegang, item, reden="Ging over een ander")
    url = reverse("beoordeling:informatie_inzien", args=[item.pk])
    for speler in (cast.ron, cast.zoe):
        pagina = als(speler).get(url).content.decode()
        assert tekst not in pagina
        assert "Ging over een ander" in pagina
    assert tekst in als(cast.rik).get(url).content.decode()
    lijst = als(cast.rik).get(reverse("beoordeling:informatie", args=[dossier.pk]))
    assert "ingetrokken" in lijst.content.decode()
    assert tekst not in lijst.content.decode()


def test_alleen_de_bron_trekt_in_en_maar_een_keer(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    with pytest.raises(Geweigerd, match="Alleen de bron"):
        informatie_intrekken(cast.ron.toegang, item, reden="Klopt niet")
    item = informatie_intrekken(cast.wendy.toegang, item, reden="Klopt niet")
    with pytest.raises(Geweigerd, match="al ingetrokken"):
        informatie_intrekken(cast.rik.toegang, item, reden="Klopt niet")
    with pytest.raises(Geweigerd, match="ingetrokken"):
        informatie_corrigeren(cast.rik.toegang, item, reden="Klopt niet", tekst="x")


def test_een_gegrond_bezwaar_gaat_naar_ieder_die_het_kreeg(cast: Cast, als) -> None:
    item = stap.contact_vastgelegd(cast.rik, stap.dossier_in_regie(cast))
    url = reverse("beoordeling:informatie_intrekken", args=[item.pk])
    velden = {"reden": "Hij maakte bezwaar en kreeg gelijk", "aanleiding": "correctie"}
    assert als(cast.rik).post(url, velden).status_code == 422
    assert als(cast.rik).post(url, velden | {"aanleiding": "bezwaar"}).status_code == 303
    assert {(p.organisatie.naam, p.aanleiding) for p in posten(cast.paula)} == {
        ("GGZ De Linde", Terughaalaanleiding.BEZWAAR),
        ("Reclassering", Terughaalaanleiding.BEZWAAR),
    }
    (post,) = posten(cast.ron)
    pagina = als(cast.ron).get(reverse("convenant:terughalen_bevestigen", args=[post.pk]))
    assert "maakte bezwaar" in pagina.content.decode()


def test_intrekken_gaat_met_een_reden_langs_de_pagina(cast: Cast, als) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    url = reverse("beoordeling:informatie_intrekken", args=[item.pk])
    client = als(cast.rik)
    velden = {"aanleiding": "intrekking", "reden": "Ging over een ander"}
    assert client.post(url, velden | {"reden": ""}).status_code == 422
    assert client.post(url, velden).status_code == 303
    item.refresh_from_db()
    assert item.ingetrokken_op is not None


def test_bevestigen_is_bewijs_van_ontvangst(cast: Cast, als) -> None:
    gecorrigeerd(cast)
    (post,) = posten(cast.ron)
    client = als(cast.ron)
    taak = reverse("convenant:taak_inzien", args=[post.taak_id])
    url = reverse("convenant:terughalen_bevestigen", args=[post.pk])
    assert url in client.get(taak).content.decode()
    assert post.kenmerk in client.get(url).content.decode()
    assert client.post(url, {"uitkomst": "gecorrigeerd"}).status_code == 303
    (post,) = posten(cast.ron)
    assert (post.uitkomst, post.bevestigd_door) == ("gecorrigeerd", cast.ron.hoedanigheid)
    assert Taak.objects.voor(cast.ron.toegang).get(pk=post.taak_id).gereed_op is not None


def test_bewaren_vraagt_een_reden(cast: Cast, als) -> None:
    gecorrigeerd(cast)
    (post,) = posten(cast.ron)
    url = reverse("convenant:terughalen_bevestigen", args=[post.pk])
    antwoord = als(cast.ron).post(url, {"uitkomst": "bewaart", "toelichting": ""})
    assert antwoord.status_code == 422
    assert "waarom uw organisatie het moet bewaren" in antwoord.content.decode()
    terughalen_bevestigen(cast.ron.toegang, post, uitkomst="bewaart", toelichting="Archiefwet")
    with pytest.raises(Geweigerd, match="al bevestigd"):
        terughalen_bevestigen(cast.ron.toegang, post, uitkomst="vernietigd")


def test_niemand_bevestigt_voor_een_ander(cast: Cast, als) -> None:
    gecorrigeerd(cast)
    (post,) = posten(cast.ron)
    with pytest.raises(Geweigerd, match="de taak heeft"):
        terughalen_bevestigen(cast.paula.toegang, post, uitkomst="vernietigd")
    url = reverse("convenant:terughalen_bevestigen", args=[post.pk])
    assert als(cast.zoe).get(url).status_code == 404


def _gesloten(cast: Cast, geopend: Casus) -> None:
    casus_sluiten(
        cast.paula.toegang,
        geopend,
        uitkomst="doelen_bereikt",
        sluittoelichting="Klaar",
        nazorg="Geen",
        bewaren_tot=date(2028, 1, 1),
    )


def test_het_einde_van_een_casus_haalt_alles_terug(als) -> None:
    wereld = Wereld()
    cast, geopend = wereld.cast, wereld.casus_in_nazorg
    _betrokken(cast, geopend.dossier, cast.ron, Relatie.PARTNER)
    _gesloten(cast, geopend)
    (post,) = [p for p in posten(cast.ron) if p.dossier_id == geopend.dossier_id]
    assert post.aanleiding == Terughaalaanleiding.EINDE
    assert not Dossier.objects.voor(cast.ron.toegang).filter(pk=geopend.dossier_id).exists()
    url = reverse("convenant:terughalen_bevestigen", args=[post.pk])
    client = als(cast.ron)
    assert geopend.dossier.nummer in client.get(url).content.decode()
    assert client.post(url, {"uitkomst": "vernietigd"}).status_code == 303


def test_heropenen_neemt_de_open_vragen_terug_en_laat_antwoorden_staan(als) -> None:
    wereld = Wereld()
    cast, geopend = wereld.cast, wereld.casus_in_nazorg
    for partner in (cast.ron, cast.zoe):
        _betrokken(cast, geopend.dossier, partner, Relatie.PARTNER)
    _gesloten(cast, geopend)
    van = {p.organisatie.naam: p for p in posten(cast.paula) if p.stuk_id == geopend.dossier_id}
    terughalen_bevestigen(cast.zoe.toegang, van["GGZ De Linde"], uitkomst="vernietigd")
    casus_heropenen(
        cast.paula.toegang,
        geopend,
        reden="Nieuwe signalen",
        regisseur=cast.rik.hoedanigheid,
        herbeoordeling_op=date(2027, 5, 18),
    )
    client, url = als(cast.paula), reverse("convenant:terughaallijst")
    rijen = client.get(url, {"stand": "ingetrokken"}).context["rijen"]
    ron = next(rij for rij in rijen if rij[1].tekst == "Reclassering")
    assert ron[4].chip.tekst.startswith("vraag ingetrokken")
    assert ron[4].sub == "Het dossier is heropend."
    assert "GGZ De Linde" not in {rij[1].tekst for rij in rijen}
    van["GGZ De Linde"].refresh_from_db()
    assert van["GGZ De Linde"].uitkomst == Terughaaluitkomst.VERNIETIGD
    taak = Taak.objects.voor(cast.ron.toegang).get(pk=van["Reclassering"].taak_id)
    assert (taak.gereed_op is not None, taak.uitkomst) == (True, "Het dossier is heropend.")
    post = next(p for p in posten(cast.ron) if p.pk == van["Reclassering"].pk)
    with pytest.raises(Geweigerd, match="niet meer te bevestigen"):
        terughalen_bevestigen(cast.ron.toegang, post, uitkomst="vernietigd")


def test_wie_vertrekt_laat_het_antwoord_aan_zijn_collegas(cast: Cast) -> None:
    item = gecorrigeerd(cast)
    rij = Betrokkenheid.objects.voor(cast.paula.toegang).get(
        content_object=item.dossier, hoedanigheid=cast.ron.hoedanigheid
    )
    betrokkenheid_beeindigen(cast.paula.toegang, rij, reden="Andere baan")
    (post,) = posten(cast.ron)
    assert (post.taak.voor_hoedanigheid, post.taak.voor_rol) == (None, cast.ron.hoedanigheid.rol)
    assert post.taak.voor_organisatie == cast.ron.organisatie


def test_de_procesregisseur_ziet_wat_open_en_te_laat_is(cast: Cast, als) -> None:
    gecorrigeerd(cast)
    (post,) = posten(cast.ron)
    terughalen_bevestigen(cast.ron.toegang, post, uitkomst=Terughaaluitkomst.VERNIETIGD)
    client, url = als(cast.paula), reverse("convenant:terughaallijst")
    namen = {
        stand: {rij[1].tekst for rij in client.get(url, {"stand": stand}).context["rijen"]}
        for stand in ("", "te_laat", "bevestigd")
    }
    assert namen == {"": {"GGZ De Linde"}, "te_laat": set(), "bevestigd": {"Reclassering"}}
    assert als(cast.rik).get(url).status_code == 404


def test_wat_op_een_gewijzigde_bron_rust_zegt_dat(cast: Cast, als) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.rik, dossier)
    beoordeling = stap.beoordeling_gestart(cast, dossier, cast.rik)
    url = reverse("beoordeling:beoordeling_inzien", args=[beoordeling.pk])
    client = als(cast.rik)
    assert "Een bron is" not in client.get(url).content.decode()
    informatie_intrekken(later(cast.rik.toegang, hours=1), item, reden="Klopt niet")
    assert "Een bron is ingetrokken op 18 november 2026" in client.get(url).content.decode()


def test_ook_een_plan_zegt_dat_een_bron_is_gewijzigd(cast: Cast, als) -> None:
    geopend = casus.casus_geopend(cast)
    item = stap.contact_vastgelegd(cast.rik, geopend.dossier)
    casus.plan_vastgesteld(cast, geopend)
    url = reverse("casusregie:plan_inzien", args=[geopend.dossier_id])
    client = als(cast.rik)
    assert "Een bron is" not in client.get(url).content.decode()
    straks = later(cast.rik.toegang, days=1)
    informatie_corrigeren(straks, item, reden="Verkeerde dag", tekst="Het was dinsdag")
    assert "Een bron is gecorrigeerd op 19 november" in client.get(url).content.decode()


def test_wie_de_bron_niet_mag_lezen_hoort_er_niets_van(cast: Cast, als) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = stap.contact_vastgelegd(cast.zoe, dossier)
    beoordeling = stap.beoordeling_gestart(cast, dossier, cast.rik)
    informatie_intrekken(later(cast.zoe.toegang, hours=1), item, reden="Klopt niet")
    url = reverse("beoordeling:beoordeling_inzien", args=[beoordeling.pk])
    assert "Een bron is" not in als(cast.rik).get(url).content.decode()
    assert posten(cast.paula) == []
