"""A page asks once; a deed asks afresh, and what the page knew before it is forgotten."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from casusregie.rules.casus import lopende_pauzes_nu
from casusregie.selectors.casus import casus_van
from casusregie.services.pauze import casus_pauzeren
from convenant.geheugen import met_geheugen
from convenant.handeling import Geweigerd, mogelijkheid
from convenant.selectors.eenmaal import samen_vragen
from convenant.selectors.taken import taken_in
from tests.cast import NU, Cast, later
from tests.stappen.casus import casus_geopend

PAUZE: dict[str, Any] = {"reden": "Opname", "tot": NU.date() + timedelta(days=5)}


def test_een_pagina_vraagt_het_een_keer(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dossier, rik = casus_geopend(cast).dossier, cast.rik.toegang
    with met_geheugen(), django_assert_num_queries(1):
        assert taken_in(rik, dossier) is taken_in(rik, dossier)
    with django_assert_num_queries(2):
        assert taken_in(rik, dossier) == taken_in(rik, dossier)


def test_ieder_krijgt_zijn_eigen_antwoord(cast: Cast) -> None:
    dossier, rik = casus_geopend(cast).dossier, cast.rik.toegang
    with met_geheugen():
        assert casus_van(rik, dossier) is not None
        assert casus_van(cast.ruben.toegang, dossier) is None
        assert casus_van(later(rik, days=1), dossier) is not casus_van(rik, dossier)


def test_wat_samen_is_gevraagd_hoeft_niet_meer_apart(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dossier, rik = casus_geopend(cast).dossier, cast.rik.toegang
    apart = [taak.pk for taak in taken_in(rik, dossier)]
    with met_geheugen():
        samen_vragen(rik, dossier, [taken_in])
        with django_assert_num_queries(0):
            assert [taak.pk for taak in taken_in(rik, dossier)] == apart
            samen_vragen(rik, dossier, [taken_in])
    with django_assert_num_queries(0):
        samen_vragen(rik, dossier, [taken_in])


def test_de_regel_van_een_handeling_kijkt_opnieuw(cast: Cast) -> None:
    """The button was drawn before a colleague paused the case; the deed sees the pause."""
    casus, rik = casus_geopend(cast), cast.rik.toegang
    with met_geheugen():
        knop = mogelijkheid(rik, casus_pauzeren, casus, label="Op pauze", url="/")
        assert not knop.reden
        onthouden = lopende_pauzes_nu(rik, casus.dossier)
        gepauzeerd_door_een_collega(cast, casus)
        assert lopende_pauzes_nu(rik, casus.dossier) is onthouden
        with pytest.raises(Geweigerd, match="staat al op pauze"):
            casus_pauzeren(rik, casus, eigenaar=cast.rik.hoedanigheid, **PAUZE)


def gepauzeerd_door_een_collega(cast: Cast, casus: object) -> None:
    """In a request of her own, which has its own memory."""
    with met_geheugen():
        casus_pauzeren(cast.wendy.toegang, casus, eigenaar=cast.rik.hoedanigheid, **PAUZE)


def test_na_een_handeling_is_de_pagina_niets_meer_wijs(cast: Cast) -> None:
    casus, rik = casus_geopend(cast), cast.rik.toegang
    with met_geheugen():
        assert lopende_pauzes_nu(rik, casus.dossier) == []
        pauze = casus_pauzeren(rik, casus, eigenaar=cast.rik.hoedanigheid, **PAUZE)
        assert lopende_pauzes_nu(rik, casus.dossier) == [pauze.pk]
