"""A list asks the database the same, literal number of questions for one row and for three.

Lists with a test of their own in the folder of their room are not repeated here.
"""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.services.informatie import informatie_intrekken
from convenant.enums import Logsoort, Relatie
from convenant.logboek import log_schrijven
from convenant.models import Dossier
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.taken import taak_toevoegen
from convenant.services.vervanging import vervanging_regelen
from meldpunt.models import Persoon
from tests.cast import NU, Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen import beoordeling, besluit, casus, meldpunt, monitoring, wissing
from tests.stappen.verzegeling import kent_de_persoon, verzegeld

type Als = Callable[[Speler], Client]


class Lijst(NamedTuple):
    """Who looks, and what makes so many rows and answers the address."""

    lezer: str
    maak: Callable[[Cast, int], str]
    vragen: int


def adres(naam: str, *args: object) -> str:
    return reverse(naam, args=args)


def medewerkers(cast: Cast, aantal: int) -> str:
    for naam in ("rik", "wendy", "ruben")[:aantal]:
        getattr(cast, naam)
    return adres("convenant:medewerkers")


def te_bevestigen(cast: Cast, aantal: int) -> str:
    medewerkers(cast, aantal)
    return adres("convenant:te_bevestigen")


def met_contacten(cast: Cast, aantal: int) -> Dossier:
    dossier = beoordeling.dossier_in_regie(cast)
    for _ in range(aantal):
        beoordeling.contact_vastgelegd(cast.rik, dossier)
    return dossier


def in_dossier(naam: str) -> Callable[[Cast, int], str]:
    return lambda cast, aantal: adres(naam, met_contacten(cast, aantal).pk)


def betrokkenen(cast: Cast, aantal: int) -> str:
    dossier = beoordeling.dossier_in_fase(cast)
    wie = (
        (cast.rik, Relatie.REGISSEUR),
        (cast.wendy, Relatie.WAARNEMER),
        (cast.zoe, Relatie.PARTNER),
    )
    for speler, relatie in wie[:aantal]:
        betrokkenheid_verlenen(
            cast.paula.toegang,
            dossier,
            wie=speler.hoedanigheid,
            relatie=relatie,
            reden="Werkt hier",
        )
    return adres("convenant:betrokkenen", dossier.pk)


def vervangingen(cast: Cast, aantal: int) -> str:
    paren = ((cast.rik, cast.ruben), (cast.samira, cast.joost), (cast.pieter, cast.paula))
    for weg, voor in paren[:aantal]:
        vervanging_regelen(
            weg.toegang,
            weg.hoedanigheid,
            vervanger=voor.hoedanigheid,
            van=NU.date(),
            tot=NU.date(),
        )
    return adres("convenant:vervangingen")


def meldingen(cast: Cast, aantal: int) -> str:
    eerste = meldpunt.melding_gekoppeld(cast)
    persoon = Persoon.objects.voor(cast.samira.toegang).get(dossier_id=eerste.dossier_id)
    for _ in range(aantal - 1):
        meldpunt.melding_gekoppeld(cast, persoon=persoon)
    return adres("meldpunt:meldingen_van_dossier", eerste.dossier_id)


def wegingen(cast: Cast, aantal: int) -> str:
    for _ in range(aantal):
        beoordeling.weging_gestart(cast)
    return adres("beoordeling:wegingen")


def beoordelingen(cast: Cast, aantal: int) -> str:
    geopend = casus.casus_geopend(cast)
    for nummer in range(aantal):
        casus.beoordeling_vastgesteld(cast, geopend, 10 + nummer)
    return adres("beoordeling:beoordelingen", geopend.dossier_id)


def terughaalposten(cast: Cast, aantal: int) -> str:
    for _ in range(aantal):
        dossier = beoordeling.dossier_in_regie(cast)
        item = beoordeling.contact_vastgelegd(cast.rik, dossier)
        informatie_intrekken(cast.rik.toegang, item, reden="Klopt niet")
    return adres("convenant:terughaallijst")


def bevragingen(cast: Cast, aantal: int) -> str:
    dossier = beoordeling.dossier_in_fase(cast)
    beoordeling.bevraagd(cast, dossier, *(cast.ron, cast.zoe, cast.piet)[:aantal])
    return adres("beoordeling:bevragingen", dossier.pk)


def vrijgaven(cast: Cast, aantal: int) -> str:
    dossier = met_contacten(cast, aantal)
    for _ in range(aantal):
        monitoring.tekst_vrijgegeven(cast.paula.toegang, dossier)
    return adres("monitoring:vrijgaven", dossier.pk)


def wissingen(cast: Cast, aantal: int) -> str:
    for _ in range(aantal):
        item = beoordeling.contact_vastgelegd(cast.rik, beoordeling.dossier_in_regie(cast))
        wissing.wissen_gevraagd(cast.rik, wissing.ingetrokken(cast.rik, item), cast.paula)
    return adres("beoordeling:wissingen")


def werk(cast: Cast, aantal: int) -> None:
    """In every room so much more to do."""
    for _ in range(aantal):
        geopend = casus.casus_geopend(cast)
        taak_toevoegen(
            cast.rik.toegang,
            geopend.dossier,
            titel="Bel de school",
            toelichting="",
            voor=cast.rik.hoedanigheid,
            uiterlijk=NU.date(),
        )
        beoordeling.weging_gestart(cast)
        meldpunt.melding_geregistreerd(cast)
        besluit.nota_aangeboden(cast)


def fg_verzegeld(cast: Cast, aantal: int) -> str:
    for _ in range(aantal):
        dossier = beoordeling.dossier_in_fase(cast)
        verzegeld(cast.paula, dossier, cast.leo)
        log_schrijven(cast.leo.toegang, Logsoort.INZAGE, "dossier_inzien", dossier_id=dossier.pk)
    return adres("convenant:fg_verzegeld")


def fg_bureau(cast: Cast, aantal: int) -> str:
    fg_verzegeld(cast, aantal)
    for _ in range(aantal):
        kent_de_persoon(cast.pieter, beoordeling.dossier_in_fase(cast))
    return adres("convenant:fg_bureau")


LIJSTEN = {
    "gelezen in verzegelde dossiers": Lijst("frits", fg_verzegeld, 8),
    "bureau van de FG": Lijst("frits", fg_bureau, 19),
    "medewerkers": Lijst("bram", medewerkers, 6),
    "rollen bevestigen": Lijst("anja", te_bevestigen, 5),
    "logboek": Lijst("paula", in_dossier("convenant:logboek"), 15),
    "betrokkenen": Lijst("paula", betrokkenen, 13),
    "vervangingen": Lijst("paula", vervangingen, 6),
    "tijdlijn": Lijst("paula", in_dossier("convenant:tijdlijn_inzien"), 11),
    "meldingen van een dossier": Lijst("paula", meldingen, 11),
    "verstrekkingen": Lijst("paula", in_dossier("convenant:verstrekkingen"), 10),
    "terughaallijst": Lijst("paula", terughaalposten, 7),
    "wegingen": Lijst("paula", wegingen, 8),
    "wegingen van een lid": Lijst("gemma", wegingen, 8),
    "bevragingen": Lijst("paula", bevragingen, 13),
    "gewiste informatie": Lijst("frits", wissingen, 5),
    "informatie": Lijst("rik", in_dossier("beoordeling:informatie"), 11),
    "beoordelingen": Lijst("rik", beoordelingen, 14),
    "logboek van de Commissie": Lijst("cora", in_dossier("monitoring:toezicht_logboek"), 19),
    "vrijgaven": Lijst("paula", vrijgaven, 9),
}
MIJN_WERK = {
    "sanne": 6,
    "samira": 8,
    "paula": 9,
    "rik": 11,
    "gemma": 11,
    "zoe": 7,
    "bas": 8,
    "femke": 9,
    "leo": 8,
}


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize("naam", LIJSTEN)
def test_een_rij_meer_is_geen_vraag_meer(
    cast: Cast, als: Als, paginavragen: Paginavragen, naam: str, aantal: int
) -> None:
    lijst = LIJSTEN[naam]
    url = lijst.maak(cast, aantal)
    client = als(getattr(cast, lijst.lezer))
    assert client.get(url).status_code == 200
    with paginavragen(lijst.vragen):
        client.get(url)


def test_mijn_werk_vraagt_bij_meer_werk_even_veel(
    cast: Cast, als: Als, paginavragen: Paginavragen
) -> None:
    clients = {naam: als(getattr(cast, naam)) for naam in MIJN_WERK}
    url = reverse("convenant:mijn_werk")
    for erbij in (1, 2):
        werk(cast, erbij)
        for naam, vragen in MIJN_WERK.items():
            assert clients[naam].get(url).status_code == 200
            with paginavragen(vragen):
                clients[naam].get(url)


@pytest.mark.parametrize("aantal", [1, 3])
def test_zoeken_vraagt_steeds_even_veel(
    cast: Cast, als: Als, paginavragen: Paginavragen, aantal: int
) -> None:
    for nummer in range(aantal):
        meldpunt.melding_gekoppeld(cast, geboortejaar=1990 + nummer)
    client, url = als(cast.samira), reverse("meldpunt:zoeken")
    with paginavragen(8):
        antwoord = client.post(url, {"vraag": "Youssef"})
    assert len(antwoord.context["rijen"]) == aantal
