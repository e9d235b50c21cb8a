"""Asking several lists in one question gives what each would have given by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from beoordeling.models import Informatie
from convenant.enums import Niveau
from convenant.identiteit import namens
from convenant.models import Dossier, Medewerker, Organisatie, Taak, ToegangOntbreekt
from convenant.selectors.samen import PER_VRAAG, samen
from tests.cast import Cast
from tests.stappen.beoordeling import contact_vastgelegd, dossier_in_fase, dossier_in_regie

SLUITEN_EN_OPENEN = ("SELECT set_config('casusregie.wijd', 'ja', true);", "'', true)")


def rauw(rijen: list[object]) -> list[dict[str, object]]:
    return [{k: v for k, v in vars(rij).items() if k != "_state"} for rij in rijen]


def test_de_rijen_zijn_die_van_de_lijsten_zelf(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    dossier = dossier_in_regie(cast)
    contact_vastgelegd(cast.rik, dossier, tekst='Met "aanhalingstekens", 100 % én een\nregel')
    contact_vastgelegd(cast.rik, dossier)
    rik = cast.rik.toegang
    with namens(rik):
        vragen = [
            lambda: Informatie.objects.voor(rik).select_related("bron", "vastgelegd_door"),
            lambda: Informatie.objects.voor(rik).only("titel", "gebeurd_op").order_by("pk"),
            lambda: Dossier.objects.voor(rik),
            lambda: Taak.objects.voor(rik).none(),
        ]
        waarden = [
            lambda: Dossier.objects.voor(rik).values_list("pk", "fase_sinds"),
            lambda: Organisatie.objects.order_by("naam").values_list("naam", flat=True)[:2],
        ]
        apart = [rauw(list(vraag())) for vraag in vragen]
        waarden_apart = [list(vraag()) for vraag in waarden]
        with django_assert_num_queries(1):
            antwoorden = samen([vraag() for vraag in (*vragen, *waarden)])
        assert [rauw(rijen) for rijen in antwoorden[:4]] == apart
        assert antwoorden[4:] == waarden_apart
        with django_assert_num_queries(0):
            assert {item.bron.naam for item in antwoorden[0]} == {cast.rik.organisatie.naam}
    assert len(apart[0]) == 2


def test_ieder_krijgt_alleen_wat_hij_mag_weten(cast: Cast) -> None:
    dossier = dossier_in_regie(cast)
    contact_vastgelegd(cast.rik, dossier)
    rik, ruben = cast.rik.toegang, cast.ruben.toegang
    van_rik, van_ruben = samen([Dossier.objects.voor(rik), Dossier.objects.voor(ruben)])
    assert van_rik == [dossier]
    assert van_ruben == []
    bestaan = Informatie.objects.voor(ruben, minstens=Niveau.BESTAAN)
    assert samen([bestaan]) == [[]]


@pytest.mark.django_db
def test_zonder_toegang_wordt_niets_gevraagd() -> None:
    with pytest.raises(ToegangOntbreekt):
        samen([Organisatie.objects.all(), Dossier.objects.all()])


def test_wat_alles_ziet_wordt_in_dezelfde_boodschap_weer_gesloten(cast: Cast) -> None:
    """The rule looks at every row; the list of who asks beside it stays as narrow as before."""
    eigen, ander = dossier_in_regie(cast), dossier_in_fase(cast)
    rik = cast.rik.toegang
    with namens(rik):
        alles = Dossier.objects.buiten_toegang("de test kijkt of het weer dicht gaat")
        with CaptureQueriesContext(connection) as opgenomen:
            van_rik, alle = samen([Dossier.objects.voor(rik), alles])
        assert van_rik == [eigen]
        assert set(alle) == {eigen, ander}
        smal, open_ = (rij["sql"] for rij in opgenomen.captured_queries)
        assert "casusregie.wijd" not in smal
        assert open_.startswith(SLUITEN_EN_OPENEN[0])
        assert open_.endswith(SLUITEN_EN_OPENEN[1])
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM convenant_dossier")
            assert cursor.fetchone() == (1,)


def test_veel_lijsten_worden_een_paar_vragen(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cast.iedereen()
    with django_assert_num_queries(2):
        antwoorden = samen([Organisatie.objects.all() for _ in range(PER_VRAAG + 1)])
    assert all(rijen == antwoorden[0] and rijen for rijen in antwoorden)


@pytest.mark.django_db
def test_wat_niet_in_een_vraag_past_wordt_geweigerd() -> None:
    with pytest.raises(ValueError, match="prefetch"):
        samen([Medewerker.objects.prefetch_related("hoedanigheden")])
