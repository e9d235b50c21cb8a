"""Counting several lists in one query keeps the access rule and the limits."""

import pytest
from pytest_django import DjangoAssertNumQueries

from casusregie.ui.blokken import NavItem, Telling
from convenant.models import Dossier, Organisatie, ToegangOntbreekt
from convenant.selectors import tellen
from tests.cast import Cast
from tests.stappen.beoordeling import dossier_in_regie


def test_elke_lijst_telt_wat_deze_lezer_mag_kennen(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dossier_in_regie(cast)
    rik, ruben = cast.rik.toegang, cast.ruben.toegang
    with django_assert_num_queries(1):
        assert tellen.tel(
            [
                Dossier.objects.voor(rik),
                Dossier.objects.voor(ruben),
                Dossier.objects.voor(rik).none(),
                Organisatie.objects.filter(naam="' OR 1=1 --"),
            ]
        ) == ["1", "0", "0", "0"]
    assert tellen.tel([]) == []


@pytest.mark.django_db
def test_zonder_toegang_wordt_niets_geteld() -> None:
    with pytest.raises(ToegangOntbreekt):
        tellen.tel([Dossier.objects.all()])


def test_een_lange_lijst_wordt_niet_uitgeteld(cast: Cast) -> None:
    cast.iedereen()
    assert tellen.tel([Organisatie.objects.all()], grens=5) == ["5+"]


def test_wat_nul_is_verliest_zijn_kleur(cast: Cast) -> None:
    niemand, iedereen = Organisatie.objects.none(), Organisatie.objects.filter(naam="School")
    Organisatie.objects.create(naam="School", soort="school")
    nul, een = tellen.geteld(
        [Telling(niemand, "te laat", "/", "laat"), Telling(iedereen, "te laat", "/", "laat")]
    )
    assert (nul.aantal, nul.toon) == ("0", "neutraal")
    assert (een.aantal, een.toon) == ("1", "laat")
    leeg, vol, vast = tellen.geteld(
        [
            NavItem("Werk", "/", aantal=niemand, toon="laat", achter="te laat"),
            NavItem("Werk", "/", aantal=iedereen, toon="laat", achter="te laat"),
            NavItem("Dossiers", "/"),
        ]
    )
    assert (leeg.telwoorden, leeg.toon) == ("", "gewoon")
    assert (vol.telwoorden, vol.toon) == ("1 te laat", "laat")
    assert vast.telwoorden == ""
