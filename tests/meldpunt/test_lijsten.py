"""The lists of the Meldpunt: filters, sorting, empty states, and a constant number of queries."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from meldpunt.enums import Duidinguitkomst, Kanaal, Meldersoort, Stroom, Urgentie
from meldpunt.services.antwoorden import adviesvraag_beantwoorden
from tests.cast import Cast, Speler, later
from tests.infra.vragen import Paginavragen
from tests.stappen.meldpunt import (
    melding_geduid,
    melding_gekoppeld,
    melding_geregistreerd,
    melding_ingestuurd,
)

type Als = Callable[[Speler], Client]
QUERIES = 6
"""Of which three for the list: its rows, the tasks in the menu and the log; the rest is the door."""
QUERIES_ZONDER_LOG = 5


def ingelogd(als: Als, speler: Speler) -> Client:
    """A client whose session was noted by an earlier visit, as for every page but the first."""
    client = als(speler)
    client.get(reverse("convenant:mijn_werk"))
    return client


def lijst(client: Client, **filters: str) -> str:
    return client.get(reverse("meldpunt:meldingen"), filters).content.decode()


@pytest.mark.parametrize("aantal", [1, 3])
def test_meldingen_kost_altijd_evenveel_vragen(
    cast: Cast, als: Als, paginavragen: Paginavragen, aantal: int
) -> None:
    for _ in range(aantal):
        melding_gekoppeld(cast, melding_geregistreerd(cast))
    client = ingelogd(als, cast.samira)
    with paginavragen(QUERIES):
        tekst = lijst(client)
    assert tekst.count('data-label="Nummer"') == aantal


@pytest.mark.parametrize("aantal", [1, 3])
def test_eigen_meldingen_kost_altijd_evenveel_vragen(
    cast: Cast, als: Als, paginavragen: Paginavragen, aantal: int
) -> None:
    for _ in range(aantal):
        melding_ingestuurd(cast)
    client = ingelogd(als, cast.sanne)
    with paginavragen(QUERIES_ZONDER_LOG):
        client.get(reverse("meldpunt:eigen_meldingen"))


@pytest.mark.parametrize("aantal", [1, 3])
def test_adviesvragen_kost_altijd_evenveel_vragen(
    cast: Cast, als: Als, paginavragen: Paginavragen, aantal: int
) -> None:
    for _ in range(aantal):
        een_adviesvraag(cast)
    client = ingelogd(als, cast.samira)
    with paginavragen(QUERIES):
        tekst = client.get(reverse("meldpunt:adviesvragen")).content.decode()
    assert f"<strong>{aantal}</strong>" in tekst


def een_adviesvraag(cast: Cast) -> None:
    adviesvraag_beantwoorden(
        cast.samira.toegang,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        onderwerp="Hoe begin ik een gesprek over nieuws uit een oorlog?",
        advies="Stel open vragen.",
    )


@pytest.mark.parametrize(
    "filter_",
    [
        {"urgentie": Urgentie.ACUUT},
        {"stroom": Stroom.RECHTS},
        {"meldersoort": Meldersoort.FAMILIE},
        {"status": "nieuw"},
        {"periode": "week"},
        {"terugkoppeling": "open"},
    ],
)
def test_elk_filter_houdt_alleen_wat_past(cast: Cast, als: Als, filter_: dict[str, str]) -> None:
    vroeger = later(cast.samira.toegang, days=-40)
    gewone = melding_gekoppeld(cast, melding_geregistreerd(cast, vroeger))
    gezocht = melding_geregistreerd(
        cast,
        urgentie=Urgentie.ACUUT,
        stroom=Stroom.RECHTS,
        meldersoort=Meldersoort.FAMILIE,
        melder={"naam": "Vader", "terugbelnummer": "020 1", "wil_terugkoppeling": True},
    )
    tekst = lijst(als(cast.samira), **filter_)
    assert gezocht.nummer in tekst
    assert gewone.nummer not in tekst


def test_terugkoppeling_te_laat_en_wacht_op_tweede_persoon(cast: Cast, als: Als) -> None:
    vroeger = later(cast.samira.toegang, days=-20)
    laat = melding_geregistreerd(
        cast, vroeger, melder={"terugbelnummer": "020 1", "wil_terugkoppeling": True}
    )
    wacht = melding_geduid(cast, uitkomst=Duidinguitkomst.GEEN_ACTIE).melding
    client = als(cast.samira)
    assert laat.nummer in lijst(client, terugkoppeling="te_laat")
    assert wacht.nummer not in lijst(client, terugkoppeling="te_laat")
    assert wacht.nummer in lijst(client, status="tweede_persoon")
    werk = client.get(reverse("convenant:mijn_werk")).content.decode()
    assert "terugkoppeling te laat" in werk


def test_sorteren_en_onzin_in_de_url(cast: Cast, als: Als) -> None:
    oud = melding_geregistreerd(cast, later(cast.samira.toegang, days=-3))
    nieuw = melding_geregistreerd(cast)
    client = als(cast.samira)
    oplopend, aflopend = lijst(client, sorteer="gemeld"), lijst(client, sorteer="-gemeld")
    assert oplopend.index(oud.nummer) < oplopend.index(nieuw.nummer)
    assert aflopend.index(nieuw.nummer) < aflopend.index(oud.nummer)
    assert nieuw.nummer in lijst(client, sorteer="naam", vanaf="x", status="onzin", urgentie="\x00")


def test_bladeren_per_vijfentwintig(cast: Cast, als: Als) -> None:
    for _ in range(27):
        melding_geregistreerd(cast)
    tekst = lijst(als(cast.samira))
    assert tekst.count('data-label="Nummer"') == 25
    assert "vanaf=" in tekst


def test_lege_lijsten_zeggen_wat_te_doen(cast: Cast, als: Als) -> None:
    assert "Geen meldingen" in lijst(als(cast.samira))
    eigen = als(cast.sanne).get(reverse("meldpunt:eigen_meldingen")).content.decode()
    assert "Stuur een melding in" in eigen


@pytest.mark.parametrize("wie", ["sanne", "rik", "piet", "zoe", "leo", "cora", "frits", "bram"])
@pytest.mark.parametrize("naam", ["meldingen", "melding_registreren"])
def test_wie_er_niet_werkt_vindt_de_pagina_niet(cast: Cast, als: Als, wie: str, naam: str) -> None:
    assert als(getattr(cast, wie)).get(reverse(f"meldpunt:{naam}")).status_code == 404
