"""noodtoegang_nemen, noodtoegang_beeindigen en noodtoegang_beoordelen: lezen in nood."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from beoordeling.models import Informatie
from convenant.enums import Categorie, Fase, Logsoort, Niveau, Noodoordeel, Relatie, Rol, Taaksoort
from convenant.handeling import ALLEEN_LEZEN, REGELS, Geweigerd
from convenant.identiteit import namens
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid, Logregel, Noodtoegang, Taak
from convenant.rules.noodtoegang import ONBEKEND
from convenant.rules.termijnen import werkdagen_later
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.noodtoegang import (
    noodtoegang_beeindigen,
    noodtoegang_beoordelen,
    noodtoegang_nemen,
)
from convenant.services.taken import taak_toevoegen
from meldpunt.models import Melder, Persoon
from tests.cast import LANG, NU, Cast, Speler
from tests.orakel.vergelijken import kaal
from tests.stappen.beoordeling import contact_vastgelegd, dossier_in_fase
from tests.stappen.meldpunt import melding_gekoppeld, melding_geregistreerd
from tests.stappen.wereld import TERUG

type Als = Callable[[Speler], Client]
NEMEN = "convenant:noodtoegang_nemen"


def een_dossier(cast: Cast) -> Dossier:
    """In uitvoering, led by Rik; nobody else is involved."""
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    _betrokken(cast, dossier, cast.rik, Relatie.REGISSEUR)
    return dossier


def _betrokken(cast: Cast, dossier: Dossier, wie: Speler, relatie: Relatie) -> None:
    betrokkenheid_verlenen(
        cast.paula.toegang, dossier, wie=wie.hoedanigheid, relatie=relatie, reden="Werkt hier"
    )


def genomen(speler: Speler, dossier: Dossier, uren: int = 1) -> Noodtoegang:
    return noodtoegang_nemen(
        speler.toegang, nummer=dossier.nummer, reden="Dreiging aan de deur", uren=uren
    )


def inzien(dossier: Dossier) -> str:
    return reverse("convenant:dossier_inzien", args=[dossier.pk])


def item(cast: Cast, dossier: Dossier, categorie: Categorie, bron: str) -> Informatie:
    rij = contact_vastgelegd(cast.rik, dossier)
    Informatie._base_manager.filter(pk=rij.pk).update(
        categorie=categorie, bron=cast.organisatie(bron)
    )
    return rij


def leest(speler: Speler, rij: Informatie) -> bool:
    """Through the filter, and with bare SQL: the two say the same."""
    toegang = speler.toegang
    gefilterd = Informatie.objects.voor(toegang).filter(pk=rij.pk).exists()
    with namens(toegang):
        return gefilterd and rij.pk in kaal(Informatie)


def bestaat_voor(speler: Speler, rij: Informatie) -> bool:
    toegang = speler.toegang
    gefilterd = Informatie.objects.voor(toegang, minstens=Niveau.BESTAAN)
    with namens(toegang):
        return gefilterd.filter(pk=rij.pk).exists() or rij.pk in kaal(Informatie)


def test_wie_noodtoegang_neemt_leest_het_dossier_en_iedereen_kan_dat_zien(
    cast: Cast, als: Als
) -> None:
    dossier = een_dossier(cast)
    client = als(cast.wendy)
    assert client.get(inzien(dossier)).status_code == 404
    antwoord = client.post(
        reverse(NEMEN), {"nummer": dossier.nummer, "reden": "Dreiging aan de deur", "uren": "2"}
    )
    assert antwoord.headers["Location"] == inzien(dossier)
    tekst = client.get(inzien(dossier)).content.decode()
    assert f"U leest dossier {dossier.nummer} met noodtoegang tot <strong>12.30 uur" in tekst
    regel = Logregel.objects.filter(soort=Logsoort.INZAGE, naam="dossier_inzien").latest("pk")
    assert (regel.resultaat, regel.dossier_id) == ("noodtoegang", dossier.pk)
    logboek = als(cast.paula).get(reverse("convenant:logboek", args=[dossier.pk]))
    assert "inzage met noodtoegang" in logboek.content.decode()


def test_de_strook_staat_op_elke_bladzijde_en_beeindigt_meteen(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    noodtoegang = genomen(cast.wendy, dossier)
    client = als(cast.wendy)
    einde = reverse("convenant:noodtoegang_beeindigen", args=[noodtoegang.pk])
    for url in (
        reverse("convenant:mijn_werk"),
        reverse("convenant:tijdlijn_inzien", args=[dossier.pk]),
        reverse("beoordeling:informatie", args=[dossier.pk]),
    ):
        assert f'action="{einde}"' in client.get(url).content.decode(), url
    assert client.post(einde).status_code == 303
    assert client.get(inzien(dossier)).status_code == 404
    assert einde not in client.get(reverse("convenant:mijn_werk")).content.decode()
    assert client.get(einde).status_code == 403


def test_na_de_tijd_is_het_bij_het_volgende_verzoek_voorbij(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    client = als(cast.wendy)
    genomen(cast.wendy, dossier)
    assert client.get(inzien(dossier)).status_code == 200
    with time_machine.travel(NU + timedelta(hours=1, seconds=1)):
        assert client.get(inzien(dossier)).status_code == 404
    straks = cast.wendy.op(NU + timedelta(hours=1))
    assert not straks.nood
    with namens(straks):
        assert kaal(Dossier) == set()


def test_drie_uur_is_het_langst(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    antwoord = als(cast.wendy).post(
        reverse(NEMEN), {"nummer": dossier.nummer, "reden": "Crisis", "uren": "4"}
    )
    assert antwoord.status_code == 422
    assert "Kies een van de mogelijkheden" in antwoord.content.decode()


def test_zonder_reden_gaat_het_niet(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    antwoord = als(cast.wendy).post(
        reverse(NEMEN), {"nummer": dossier.nummer, "reden": " ", "uren": "1"}
    )
    assert antwoord.status_code == 422
    assert not Noodtoegang._base_manager.exists()


def test_een_weigering_verraadt_niet_of_het_dossier_bestaat(cast: Cast, als: Als) -> None:
    """A partner reads nothing during the weging: refused as a number that nobody has."""
    bestaat = dossier_in_fase(cast, Fase.WEGING)
    client = als(cast.ron)
    antwoorden = []
    for nummer in (bestaat.nummer, "1999-0001"):
        antwoord = client.post(reverse(NEMEN), {"nummer": nummer, "reden": "Crisis", "uren": "1"})
        assert antwoord.status_code == 422
        assert ONBEKEND in antwoord.content.decode()
        antwoorden.append(antwoord)
    weigeringen = Logregel.objects.filter(soort=Logsoort.WEIGERING, naam="noodtoegang_nemen")
    assert [r.dossier_id for r in weigeringen] == [None, None]
    assert client.get(inzien(bestaat)).status_code == 404


def test_wie_al_betrokken_is_neemt_geen_noodtoegang(cast: Cast) -> None:
    dossier = een_dossier(cast)
    with pytest.raises(Geweigerd, match="al bij dit dossier betrokken"):
        genomen(cast.rik, dossier)
    genomen(cast.wendy, dossier)
    with pytest.raises(Geweigerd, match="al noodtoegang"):
        genomen(cast.wendy, dossier)


@pytest.mark.parametrize("wie", ["samira", "paula", "bas", "femke", "leo", "cora", "frits", "bram"])
def test_andere_rollen_hebben_het_formulier_niet(cast: Cast, als: Als, wie: str) -> None:
    assert als(getattr(cast, wie)).get(reverse(NEMEN)).status_code == 404


@pytest.mark.parametrize("wie", ["wendy", "ron", "piet", "zoe"])
def test_het_geeft_nooit_medisch_melder_of_wat_zorg_vertelde(cast: Cast, wie: str) -> None:
    """That care told or helps is itself medical; a care partner does not read his own either."""
    dossier = een_dossier(cast)
    if wie != "zoe":
        _betrokken(cast, dossier, cast.zoe, Relatie.PARTNER)
    gewoon = item(cast, dossier, Categorie.GEWOON, "gemeente")
    verborgen = [
        item(cast, dossier, Categorie.MEDISCH, "ggz"),
        item(cast, dossier, Categorie.GEWOON, "ggz"),
        item(cast, dossier, Categorie.BIJZONDER, "ggz"),
    ]
    persoon = Persoon._base_manager.get(dossier=dossier)
    melding_gekoppeld(cast, melding_geregistreerd(cast, **TERUG), persoon=persoon)
    assert Melder._base_manager.filter(melding__dossier=dossier).exists()
    speler = getattr(cast, wie)
    assert not leest(speler, gewoon)
    genomen(speler, dossier)
    assert leest(speler, gewoon)
    assert [bestaat_voor(speler, rij) for rij in verborgen] == [False] * 3
    toegang = speler.toegang
    assert not Melder.objects.voor(toegang, minstens=Niveau.BESTAAN).exists()
    zorg = Betrokkenheid.objects.voor(toegang, minstens=Niveau.BESTAAN)
    assert not zorg.filter(hoedanigheid__organisatie=cast.organisatie("ggz")).exists()
    with namens(toegang):
        assert kaal(Melder) == set()


def test_ook_een_politiegegeven_van_de_eigen_organisatie_blijft_dicht(cast: Cast) -> None:
    """The condition *eigen bron* asks a real involvement."""
    dossier = een_dossier(cast)
    rij = item(cast, dossier, Categorie.POLITIEGEGEVEN, "reclassering")
    genomen(cast.ron, dossier)
    assert not bestaat_voor(cast.ron, rij)


def test_er_kan_alleen_mee_worden_gelezen(cast: Cast, als: Als) -> None:
    """Every deed on the dossier is refused by its rule, also those that involvement would open."""
    dossier = een_dossier(cast)
    rij = item(cast, dossier, Categorie.GEWOON, "gemeente")
    for speler in (cast.wendy, cast.ron):
        noodtoegang = genomen(speler, dossier)
        toegang = speler.toegang
        for onderwerp in (dossier, rij):
            for naam, regel in REGELS.items():
                if toegang.rol in regel.rollen and not regel.ook_in_nood:
                    with pytest.raises(Geweigerd) as geweigerd:
                        regel(toegang, onderwerp)
                    assert geweigerd.value.reden == ALLEEN_LEZEN, naam
        open_ = {n for n, r in REGELS.items() if r.ook_in_nood and toegang.rol in r.rollen}
        assert "noodtoegang_beeindigen" in open_
        noodtoegang_beeindigen(toegang, noodtoegang)
    assert not cast.wendy.toegang.regie
    genomen(cast.wendy, dossier)
    url = reverse("beoordeling:waarneming_vastleggen", args=[dossier.pk])
    antwoord = als(cast.wendy).get(url)
    assert antwoord.status_code == 403
    assert ALLEEN_LEZEN in antwoord.content.decode()


def test_wie_daarna_echt_betrokken_wordt_leest_en_werkt_gewoon(cast: Cast) -> None:
    dossier = een_dossier(cast)
    genomen(cast.wendy, dossier)
    _betrokken(cast, dossier, cast.wendy, Relatie.WAARNEMER)
    toegang = cast.wendy.toegang
    assert (toegang.nood, toegang.regie) == (frozenset(), frozenset({dossier.pk}))
    taak_toevoegen(toegang, dossier, titel="Bel", voor=cast.wendy.hoedanigheid, uiterlijk=NU.date())


def test_een_procesregisseur_beoordeelt_binnen_vijf_werkdagen(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    paula = cast.paula
    noodtoegang = genomen(cast.wendy, dossier)
    als(cast.wendy).get(inzien(dossier))
    taak = Taak.objects.voor(paula.toegang).get(soort=Taaksoort.NOODTOEGANG)
    assert (taak.uiterlijk, taak.object_id) == (date(2026, 11, 25), noodtoegang.pk)
    with pytest.raises(Geweigerd, match="loopt nog"):
        noodtoegang_beoordelen(
            paula.toegang, noodtoegang, oordeel=Noodoordeel.TERECHT, reden="Het moest"
        )
    with time_machine.travel(NU + timedelta(days=1), tick=True):
        client = als(paula)
        url = reverse("convenant:noodtoegang_inzien", args=[noodtoegang.pk])
        assert url in client.get(reverse("convenant:taken")).content.decode()
        tekst = client.get(url).content.decode()
        assert "Dossier: overzicht" in tekst
        assert "Dreiging aan de deur" in tekst
        antwoord = client.post(
            reverse("convenant:noodtoegang_beoordelen", args=[noodtoegang.pk]),
            {"oordeel": "niet_terecht", "reden": "De waarnemer was bereikbaar."},
        )
        assert antwoord.status_code == 303
    noodtoegang.refresh_from_db()
    assert noodtoegang.oordeel == Noodoordeel.NIET_TERECHT
    assert noodtoegang.beoordeeld_door == paula.hoedanigheid
    taak.refresh_from_db()
    assert taak.gereed_op is not None
    with pytest.raises(Geweigerd, match="al beoordeeld"):
        noodtoegang_beoordelen(
            cast.pieter.op(NU + timedelta(days=2)),
            noodtoegang,
            oordeel=Noodoordeel.TERECHT,
            reden="Toch",
        )


def test_niemand_beoordeelt_zijn_eigen_noodtoegang(cast: Cast) -> None:
    """Also not in his other role."""
    dossier = een_dossier(cast)
    noodtoegang = genomen(cast.wendy, dossier)
    tweede = cast.paula.hoedanigheid
    tweede.medewerker = cast.wendy.medewerker
    tweede.save()
    with pytest.raises(Geweigerd, match="zelf"):
        noodtoegang_beoordelen(
            cast.paula.op(NU + timedelta(days=1)),
            noodtoegang,
            oordeel=Noodoordeel.TERECHT,
            reden="Het moest",
        )


@pytest.mark.parametrize(
    ("dag", "laatste"),
    [
        (date(2026, 11, 16), date(2026, 11, 23)),
        (date(2026, 11, 20), date(2026, 11, 27)),
        (date(2026, 11, 21), date(2026, 11, 27)),
        (date(2026, 11, 22), date(2026, 11, 27)),
    ],
)
def test_werkdagen_zijn_maandag_tot_en_met_vrijdag(dag: date, laatste: date) -> None:
    assert werkdagen_later(dag, 5) == laatste


def test_wie_het_nam_ziet_alleen_zijn_eigen(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    eigen, ander = genomen(cast.wendy, dossier), genomen(cast.ruben, dossier)
    gezien = {
        speler.sleutel: {n.pk for n in Noodtoegang.objects.voor(speler.toegang, minstens=niveau)}
        for speler, niveau in (
            (cast.wendy, Niveau.BESTAAN),
            (cast.paula, Niveau.PROCES),
            (cast.frits, Niveau.PROCES),
            (cast.rik, Niveau.BESTAAN),
            (cast.leo, Niveau.BESTAAN),
        )
    }
    beide: set[Any] = {eigen.pk, ander.pk}
    assert gezien == {
        "wendy": {eigen.pk},
        "paula": beide,
        "frits": beide,
        "rik": set(),
        "leo": set(),
    }
    vreemd = reverse("convenant:noodtoegang_inzien", args=[ander.pk])
    assert als(cast.wendy).get(vreemd).status_code == 404


def test_het_geldt_alleen_in_de_rol_die_het_nam(cast: Cast) -> None:
    dossier = een_dossier(cast)
    genomen(cast.wendy, dossier)
    tweede = Hoedanigheid.objects.create(
        medewerker=cast.wendy.medewerker,
        rol=Rol.PARTNER,
        organisatie=cast.wendy.organisatie,
        van=NU.date(),
        bevestigd_tot=LANG,
    )
    toegang = Speler("tweede", tweede).toegang
    assert not toegang.nood
    with namens(toegang):
        assert kaal(Dossier) == set()


def test_waarom_en_wie_kan_dit_zien_noemen_de_noodtoegang(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    genomen(cast.wendy, dossier)
    waarom = als(cast.wendy).get(reverse("convenant:waarom", args=[dossier.pk]))
    assert "telt u daarom even als betrokken" in waarom.content.decode()
    wie = als(cast.paula).get(reverse("convenant:wie_kan_dit_zien", args=[dossier.pk]))
    assert cast.wendy.medewerker.naam in wie.content.decode()
    assert "noodtoegang, tot 11.30 uur" in wie.content.decode()


def test_een_lid_van_de_weegploeg_leest_in_de_aanpak_het_gewone_verhaal(cast: Cast) -> None:
    dossier = een_dossier(cast)
    gewoon = item(cast, dossier, Categorie.GEWOON, "gemeente")
    straf = item(cast, dossier, Categorie.STRAFRECHTELIJK, "gemeente")
    genomen(cast.olga, dossier)
    assert leest(cast.olga, gewoon)
    assert not bestaat_voor(cast.olga, straf)
