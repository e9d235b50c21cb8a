"""Het bureau van de FG: wat aandacht vraagt, zonder inhoud en zonder besluit."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from convenant.enums import Fase, Logsoort, Relatie
from convenant.handeling import REGELS
from convenant.logboek import log_schrijven
from convenant.models import Dossier, Logregel
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from convenant.services.noodtoegang import noodtoegang_beoordelen, noodtoegang_nemen
from convenant.services.taken import taak_toevoegen
from tests.cast import NU, Cast, Speler
from tests.stappen.beoordeling import dossier_in_fase

type Als = Callable[[Speler], Client]
BUREAU = "convenant:fg_bureau"


def een_casus(cast: Cast) -> Dossier:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    betrokkenheid_verlenen(
        cast.paula.toegang,
        dossier,
        wie=cast.rik.hoedanigheid,
        relatie=Relatie.REGISSEUR,
        reden="Leidt de casus",
    )
    return dossier


def bureau(cast: Cast, als: Als) -> str:
    antwoord = als(cast.frits).get(reverse(BUREAU))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def leest(speler: Speler, aantal: int, minuten: int = 0) -> None:
    """So many dossiers opened at ten o'clock, or later."""
    toegang = speler.op(NU.replace(hour=9, minute=0) + timedelta(minutes=minuten))
    for nummer in range(aantal):
        log_schrijven(
            toegang,
            Logsoort.INZAGE,
            "dossier_inzien",
            dossier_id=Dossier._base_manager.order_by("pk")[nummer].pk,
        )


def test_noodtoegang_die_te_laat_is_staat_bovenaan(cast: Cast, als: Als) -> None:
    laat, nieuw, klaar = een_casus(cast), een_casus(cast), een_casus(cast)
    lang_geleden = cast.wendy.op(NU - timedelta(days=10))
    noodtoegang_nemen(cast.wendy.toegang, nummer=nieuw.nummer, reden="Crisis", uren=1)
    noodtoegang_nemen(lang_geleden, nummer=laat.nummer, reden="Crisis", uren=1)
    beoordeeld = noodtoegang_nemen(lang_geleden, nummer=klaar.nummer, reden="Crisis", uren=1)
    noodtoegang_beoordelen(cast.paula.toegang, beoordeeld, oordeel="terecht", reden="Het moest")
    tekst = bureau(cast, als)
    assert tekst.index(laat.nummer) < tekst.index(nieuw.nummer)
    assert klaar.nummer not in tekst
    assert "beoordeling te laat" in tekst
    alle = als(cast.frits).get(reverse("convenant:noodtoegangen"), {"stand": "alle"})
    assert klaar.nummer in alle.content.decode()


def test_wat_met_noodtoegang_is_gelezen_is_na_te_lezen(cast: Cast, als: Als) -> None:
    dossier = een_casus(cast)
    noodtoegang_nemen(cast.wendy.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    als(cast.wendy).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    als(cast.rik).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    tekst = als(cast.frits).get(reverse("convenant:fg_inzagen_in_nood")).content.decode()
    assert dossier.nummer in tekst
    assert cast.wendy.medewerker.naam in tekst
    assert cast.rik.medewerker.naam not in tekst


@pytest.mark.parametrize(("aantal", "valt_op"), [(3, False), (4, True)])
def test_wie_in_een_uur_veel_dossiers_opent_valt_op(
    cast: Cast, als: Als, settings, aantal: int, valt_op: bool
) -> None:
    settings.ONGEWOON_DOSSIERS_PER_UUR = 3
    for _ in range(4):
        een_casus(cast)
    leest(cast.leo, aantal)
    leest(cast.paula, 3)
    leest(cast.paula, 1, minuten=61)
    with time_machine.travel(NU, tick=True):
        tekst = bureau(cast, als)
    url = reverse("convenant:fg_inzagen", args=[cast.leo.hoedanigheid.pk])
    assert (url in tekst) is valt_op
    assert cast.paula.medewerker.naam not in tekst
    lijst = als(cast.frits).get(url).content.decode()
    assert lijst.count("Dossier: overzicht") == aantal


def test_wie_leest_terwijl_zijn_rol_bijna_eindigt_valt_op(cast: Cast, als: Als) -> None:
    een_casus(cast)
    for speler, dagen in ((cast.leo, 14), (cast.bas, 15)):
        speler.hoedanigheid.tot = NU.date() + timedelta(days=dagen)
        speler.hoedanigheid.save()
        leest(speler, 1)
    cast.femke.hoedanigheid.tot = NU.date()
    cast.femke.hoedanigheid.save()
    tekst = bureau(cast, als)
    assert cast.leo.medewerker.naam in tekst
    assert cast.bas.medewerker.naam not in tekst
    assert cast.femke.medewerker.naam not in tekst


def test_werk_van_wie_niet_meer_betrokken_is_valt_op(cast: Cast, als: Als) -> None:
    """Involvement that ended by itself leaves its tasks behind; care stays unseen."""
    dossier, gedaan = een_casus(cast), een_casus(cast)
    for partner in (cast.ron, cast.zoe):
        for waar in (dossier, gedaan):
            rij = betrokkenheid_verlenen(
                cast.paula.op(NU - timedelta(days=9)),
                waar,
                wie=partner.hoedanigheid,
                relatie=Relatie.PARTNER,
                reden="Helpt",
                tot=NU.date() - timedelta(days=1),
            )
            if waar == gedaan:
                betrokkenheid_beeindigen(
                    cast.paula.op(NU - timedelta(days=2)), rij, reden="Is klaar"
                )
        taak_toevoegen(
            cast.rik.toegang,
            dossier,
            titel="Bel de moeder",
            voor=partner.hoedanigheid,
            uiterlijk=NU.date(),
        )
    tekst = bureau(cast, als)
    assert dossier.nummer in tekst
    assert gedaan.nummer not in tekst
    assert cast.ron.medewerker.naam in tekst
    assert cast.zoe.medewerker.naam not in tekst
    assert "Bel de moeder" not in tekst


def test_de_fg_beslist_hier_niets(cast: Cast, als: Als) -> None:
    dossier = een_casus(cast)
    nood = noodtoegang_nemen(cast.wendy.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    client = als(cast.frits)
    pagina = reverse("convenant:noodtoegang_inzien", args=[nood.pk])
    assert client.get(pagina).status_code == 200
    for daad in ("beoordelen", "beeindigen"):
        assert client.post(f"{pagina}{daad}/").status_code == 404
    eigen = {naam for naam, regel in REGELS.items() if cast.frits.toegang.rol in regel.rollen}
    assert eigen == {
        "taak_afronden",
        "terughalen_bevestigen",
        "belangenconflict_melden",
        "beheerder_aanwijzen",
    }


@pytest.mark.parametrize("wie", ["paula", "leo", "cora", "bram", "rik"])
def test_alleen_de_fg_heeft_dit_bureau(cast: Cast, als: Als, wie: str) -> None:
    client = als(getattr(cast, wie))
    hoedanigheid = cast.leo.hoedanigheid.pk
    for url in (
        reverse(BUREAU),
        reverse("convenant:fg_inzagen_in_nood"),
        reverse("convenant:fg_inzagen", args=[hoedanigheid]),
    ):
        assert client.get(url).status_code == 404


def test_ook_de_fg_wordt_vastgelegd(cast: Cast, als: Als) -> None:
    dossier = een_casus(cast)
    noodtoegang_nemen(cast.wendy.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    bureau(cast, als)
    regel = Logregel.objects.get(naam="fg_bureau")
    assert regel.dossiers == [dossier.pk]
