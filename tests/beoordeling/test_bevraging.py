"""Asking partners: the question and the answer are both on record, and care stays hidden."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse

from beoordeling.enums import MagVerder
from beoordeling.models import Bevraging, Informatie
from beoordeling.services.bevraging import (
    Gegeven,
    bevraging_beantwoorden,
    bevraging_herinneren,
    bevraging_intrekken,
    bevraging_sturen,
)
from beoordeling.tasks import bevragingen_herinneren
from convenant.enums import Categorie, Fase, Niveau, Taaksoort, Verstrekkingsoort
from convenant.handeling import Geweigerd
from convenant.models import Dossier, Taak, Verstrekking
from tests.cast import NU, Cast, Speler, later
from tests.stappen import beoordeling as stap

BEKEND = Gegeven("Was in beeld in 2024", "Toezicht afgerond", Categorie.GEWOON, NU.date())


def vraag_aan(cast: Cast, *wie: Speler, dagen: int = 7) -> list[Bevraging]:
    return stap.bevraagd(cast, stap.dossier_in_fase(cast), *wie, dagen=dagen)


def register(cast: Cast, dossier: Dossier, soort: Verstrekkingsoort) -> list[Verstrekking]:
    rijen = Verstrekking.objects.voor(cast.paula.toegang).filter(dossier=dossier, soort=soort)
    return list(rijen.select_related("van", "naar"))


def test_elke_gevraagde_partner_krijgt_een_taak_en_een_regel(cast: Cast) -> None:
    vragen = vraag_aan(cast, cast.ron, cast.zoe)
    rijen = register(cast, vragen[0].dossier, Verstrekkingsoort.BEVRAGING)
    assert {r.naar for r in rijen} == {cast.ron.organisatie, cast.zoe.organisatie}
    assert {tuple(r.categorieen) for r in rijen} == {(Categorie.IDENTITEIT,)}
    for speler in (cast.ron, cast.zoe):
        (taak,) = Taak.objects.voor(speler.toegang).filter(soort=Taaksoort.BEVRAGING)
        assert taak.is_van(speler.toegang)
        assert taak.dossier_id is None


def test_wie_antwoordt_leest_de_vraag_en_niets_anders(cast: Cast, als) -> None:
    (vraag,) = vraag_aan(cast, cast.ron)
    client = als(cast.ron)
    url = reverse("beoordeling:bevraging_beantwoorden", args=[vraag.pk])
    pagina = client.get(url).content.decode()
    assert "Milan Verzonnen" in pagina
    assert vraag.kenmerk in pagina
    assert stap.SCHETS not in pagina
    dossier = reverse("convenant:dossier_inzien", args=[vraag.dossier_id])
    assert client.get(dossier).status_code == 404
    assert als(cast.zoe).get(url).status_code == 404


def test_geen_te_delen_informatie_is_een_antwoord(cast: Cast, als) -> None:
    (vraag,) = vraag_aan(cast, cast.ron)
    url = reverse("beoordeling:bevraging_beantwoorden", args=[vraag.pk])
    assert als(cast.ron).post(url, {"antwoord": "geen_te_delen"}).status_code == 303
    vraag.refresh_from_db()
    assert (vraag.antwoord, vraag.beantwoord_door) == ("geen_te_delen", cast.ron.hoedanigheid)
    (rij,) = register(cast, vraag.dossier, Verstrekkingsoort.ANTWOORD)
    assert (rij.van, rij.naar) == (cast.ron.organisatie, cast.paula.organisatie)
    assert not Taak.objects.voor(cast.ron.toegang).filter(gereed_op__isnull=True).exists()
    with pytest.raises(Geweigerd, match="al beantwoord"):
        bevraging_beantwoorden(cast.ron.toegang, vraag)


def test_wat_een_partner_deelt_wordt_informatie_met_die_bron(cast: Cast, als) -> None:
    (vraag,) = vraag_aan(cast, cast.ron)
    url = reverse("beoordeling:bevraging_beantwoorden", args=[vraag.pk])
    invoer = {
        "antwoord": "informatie",
        "titel_1": "Was in beeld in 2024",
        "tekst_1": "Toezicht afgerond",
        "categorie_1": Categorie.STRAFRECHTELIJK,
        "gebeurd_op_1": "2026-11-01",
        "verder_1": "ja",
    }
    assert als(cast.ron).post(url, invoer).status_code == 303
    (item,) = Informatie.objects.voor(cast.paula.toegang).filter(dossier=vraag.dossier)
    assert (item.bron, item.categorie, item.mag_verder) == (
        cast.ron.organisatie,
        Categorie.STRAFRECHTELIJK,
        MagVerder.JA,
    )
    naar = register(cast, vraag.dossier, Verstrekkingsoort.INFORMATIE)
    assert cast.paula.organisatie in {r.naar for r in naar}


@pytest.mark.parametrize(
    ("invoer", "zin"),
    [
        ({"antwoord": "informatie"}, "Zet hier in één zin wat het is."),
        ({"antwoord": "geen_te_delen", "titel_1": "Toch iets"}, "maar vulde wel iets in"),
        ({"antwoord": "informatie", "titel_2": "Iets"}, "Kies een categorie."),
    ],
)
def test_een_half_antwoord_zegt_wat_er_mist(cast: Cast, als, invoer: dict, zin: str) -> None:
    (vraag,) = vraag_aan(cast, cast.ron)
    url = reverse("beoordeling:bevraging_beantwoorden", args=[vraag.pk])
    antwoord = als(cast.ron).post(url, invoer)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()


def test_medische_informatie_gaat_niet_langs_deze_weg(cast: Cast) -> None:
    (vraag,) = vraag_aan(cast, cast.zoe)
    medisch = Gegeven("x", "x", Categorie.MEDISCH, NU.date())
    with pytest.raises(Geweigerd, match="categorie"):
        bevraging_beantwoorden(cast.zoe.toegang, vraag, gegevens=[medisch])


def test_dat_de_zorg_gevraagd_is_weet_alleen_de_procesregisseur(cast: Cast, als) -> None:
    dossier = stap.dossier_in_regie(cast)
    vragen = stap.bevraagd(cast, dossier, cast.ron, cast.zoe)
    for vraag, speler in zip(vragen, (cast.ron, cast.zoe), strict=True):
        bevraging_beantwoorden(speler.toegang, vraag)
    zorg = [v for v in vragen if v.organisatie == cast.zoe.organisatie]
    for speler in cast.iedereen():
        if speler.sleutel in ("paula", "pieter", "zoe"):
            continue
        vraag_bekend = Bevraging.objects.voor(speler.toegang, minstens=Niveau.BESTAAN)
        regels = Verstrekking.objects.voor(speler.toegang, minstens=Niveau.BESTAAN)
        assert not vraag_bekend.filter(pk=zorg[0].pk).exists(), speler.sleutel
        assert not regels.filter(stuk_id=zorg[0].pk).exists(), speler.sleutel
        assert not Taak.objects.voor(speler.toegang).filter(object_id=zorg[0].pk).exists()


def test_ook_het_logboek_vertelt_niet_dat_de_zorg_antwoordde(cast: Cast, als) -> None:
    dossier = stap.dossier_in_fase(cast)
    (vraag,) = stap.bevraagd(cast, dossier, cast.zoe)
    bevraging_beantwoorden(cast.zoe.toegang, vraag)
    url = reverse("convenant:logboek", args=[dossier.pk])
    for speler, ziet in ((cast.paula, True), (cast.frits, False), (cast.leo, False)):
        assert ("Zoë Linden" in als(speler).get(url).content.decode()) is ziet
    commissie = reverse("monitoring:toezicht_logboek", args=[dossier.pk])
    assert "GGZ De Linde" not in als(cast.cora).get(commissie).content.decode()


def test_alleen_over_wie_bekend_is_en_zolang_het_dossier_loopt(cast: Cast) -> None:
    onbekend = stap.dossier_in_fase(cast, voornaam="", achternaam="", onbekend=True)
    with pytest.raises(Geweigerd, match="om wie het gaat"):
        stap.bevraagd(cast, onbekend, cast.ron)
    with pytest.raises(Geweigerd, match="gesloten"):
        stap.bevraagd(cast, stap.dossier_in_fase(cast, Fase.AFGEDAAN), cast.ron)


def test_gevraagd_wordt_wie_kan_antwoorden(cast: Cast, als) -> None:
    assert cast.ron
    assert cast.sanne
    dossier = stap.dossier_in_fase(cast)
    with pytest.raises(Geweigerd, match="Kies een of meer partners"):
        stap.bevraagd(cast, dossier, cast.sanne)
    with pytest.raises(Geweigerd, match="al voorbij"):
        stap.bevraagd(cast, dossier, cast.ron, dagen=-1)
    url = reverse("beoordeling:bevraging_sturen", args=[dossier.pk])
    client = als(cast.paula)
    pagina = client.get(url).content.decode()
    assert "Reclassering" in pagina
    assert "Het Baken College" not in pagina
    invoer = {
        "organisaties": [str(cast.ron.organisatie.pk)],
        "doel": "Weging",
        "vraag": "Is er iets bekend?",
        "uiterlijk": "2026-11-25",
    }
    assert client.post(url, invoer).status_code == 303
    lijst = client.get(reverse("beoordeling:bevragingen", args=[dossier.pk]))
    assert "Is er iets bekend?" in lijst.content.decode()


def test_een_ingetrokken_vraag_leest_de_partner_niet_meer(cast: Cast, als) -> None:
    (vraag,) = vraag_aan(cast, cast.ron)
    bevraging_intrekken(cast.paula.toegang, vraag, reden="Niet meer nodig")
    url = reverse("beoordeling:bevraging_beantwoorden", args=[vraag.pk])
    assert als(cast.ron).get(url).status_code == 404
    assert not Taak.objects.voor(cast.ron.toegang).filter(gereed_op__isnull=True).exists()
    with pytest.raises(Geweigerd, match="ingetrokken"):
        bevraging_beantwoorden(cast.ron.toegang, vraag)


def test_de_klok_herinnert_op_de_termijn_en_een_week_later(cast: Cast) -> None:
    (vraag,) = vraag_aan(cast, cast.ron)
    with pytest.raises(Geweigerd, match="termijn loopt nog"):
        bevraging_herinneren(cast.paula.toegang, vraag)
    gedaan = []
    for dagen in (6, 7, 7, 10, 14, 14, 40):
        with time_machine.travel(NU + timedelta(days=dagen), tick=False):
            gedaan.append(bevragingen_herinneren())
    assert gedaan == [0, 1, 0, 0, 1, 0, 0]
    taken = Taak.objects.voor(cast.ron.toegang).filter(object_id=vraag.pk)
    assert taken.filter(titel__startswith="Herinnering").count() == 2


def test_wie_antwoordde_wordt_niet_herinnerd(cast: Cast) -> None:
    vragen = vraag_aan(cast, cast.ron, cast.zoe, dagen=0)
    bevraging_beantwoorden(cast.ron.toegang, vragen[0], gegevens=[BEKEND])
    bevraging_intrekken(cast.paula.toegang, vragen[1], reden="Niet meer nodig")
    with time_machine.travel(NU + timedelta(days=8), tick=False):
        assert bevragingen_herinneren() == 0


def test_dezelfde_vraag_aan_de_politie_mag_een_politiegegeven_geven(cast: Cast) -> None:
    (vraag,) = vraag_aan(cast, cast.piet)
    gegeven = Gegeven("x", "x", Categorie.POLITIEGEGEVEN, NU.date())
    bevraging_beantwoorden(later(cast.piet.toegang, hours=1), vraag, gegevens=[gegeven])
    bestaan = Informatie.objects.voor(cast.paula.toegang, minstens=Niveau.BESTAAN)
    assert bestaan.filter(dossier=vraag.dossier).count() == 1
    assert not Informatie.objects.voor(cast.paula.toegang).filter(dossier=vraag.dossier).exists()


def test_alleen_de_procesregisseur_vraagt(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    with pytest.raises(Geweigerd, match="rol"):
        bevraging_sturen(
            cast.rik.toegang,
            dossier,
            organisaties=[cast.ron.organisatie],
            doel="x",
            vraag="x",
            uiterlijk=NU.date(),
        )
