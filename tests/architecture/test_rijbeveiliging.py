"""Lock 6: the database itself shows a row only to whom the access rule lets know it.

The world is read twice: with the filter of the application, and with bare SQL as the role of the
application after it said who asks. Row by row, for each person of the cast, both are the same.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.conf import settings
from django.db import DatabaseError, connection, models, transaction

from convenant.enums import Niveau
from convenant.identiteit import eigen_transactie, namens, wijd
from convenant.models import Beschermd, Dossier, Logregel, Versieregel
from convenant.models.rijbeveiliging import tabellen
from meldpunt.models import Persoon
from tests.cast import NU, Cast
from tests.stappen.hele_wereld import hele_wereld
from tests.stappen.wereld import Wereld

BESCHERMD = [m for m in apps.get_models() if issubclass(m, Beschermd)]
VERSIES = [
    m
    for m in apps.get_models()
    if issubclass(m, Versieregel) and issubclass(m.instance_type, Beschermd)
]
LEEG = ("casusregie.wijd", "casusregie.rol", "casusregie.recht_a_procesgegeven")


@pytest.fixture(scope="module")
def wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Wereld]:
    """Made once for this file; each test undoes what it did."""
    with (
        django_db_blocker.unblock(),
        time_machine.travel(NU, tick=True),
        transaction.atomic(),
    ):
        yield hele_wereld()
        transaction.set_rollback(True)


type Gezien = dict[type[Beschermd], set[object]]


@pytest.fixture(scope="module")
def gefilterd(wereld: Wereld) -> dict[str, Gezien]:
    """What the filter of the application gives each person of each table."""
    return {
        speler.sleutel: {
            model: set(
                model.objects.voor(speler.toegang, minstens=Niveau.BESTAAN).values_list(
                    "pk", flat=True
                )
            )
            for model in BESCHERMD
        }
        for speler in wereld.cast.iedereen()
    }


def kaal(model: type[models.Model]) -> set[object]:
    """The keys that bare SQL gives, without any filter of the application."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{model._meta.pk.column}" FROM "{model._meta.db_table}"')
        return {rij[0] for rij in cursor.fetchall()}


def test_filter_en_database_zijn_het_over_elke_rij_eens(
    wereld: Wereld, gefilterd: dict[str, Gezien], record_property: Callable[[str, object], None]
) -> None:
    alles = sum(len(kaal(model)) for model in BESCHERMD)
    vergeleken = gezien = 0
    for speler in wereld.cast.iedereen():
        verwacht = gefilterd[speler.sleutel]
        with namens(speler.toegang):
            for model in BESCHERMD:
                assert kaal(model) == verwacht[model], f"{model.__name__} voor {speler.sleutel}"
        vergeleken += alles
        gezien += sum(len(rijen) for rijen in verwacht.values())
    record_property("geteld", f"{vergeleken} rijen per persoon vergeleken, {gezien} zichtbaar")
    assert 0 < gezien < vergeleken / 2


def test_van_elke_soort_is_er_een_rij_die_iemand_ziet_en_een_die_iemand_niet_ziet(
    gefilterd: dict[str, Gezien],
) -> None:
    zonder = set()
    for model in BESCHERMD:
        alle = kaal(model)
        per_persoon = [rijen[model] for rijen in gefilterd.values()]
        if not any(per_persoon) or all(rijen == alle for rijen in per_persoon):
            zonder.add(model.__name__)
    assert zonder == set()


def test_een_oude_versie_ziet_wie_de_rij_ziet(wereld: Wereld, gefilterd: dict[str, Gezien]) -> None:
    for speler in (wereld.cast.paula, wereld.cast.zoe, wereld.cast.sanne, wereld.cast.bram):
        for versie in VERSIES:
            origineel = versie.instance_type
            mag = {str(pk) for pk in gefilterd[speler.sleutel][origineel]}
            with namens(speler.toegang), connection.cursor() as cursor:
                sleutel = origineel._meta.pk.column
                cursor.execute(f'SELECT DISTINCT "{sleutel}" FROM "{versie._meta.db_table}"')
                assert {str(rij[0]) for rij in cursor.fetchall()} <= mag, versie.__name__


def test_wie_niemand_is_ziet_niets(wereld: Wereld) -> None:
    vol = {model: kaal(model) for model in [*BESCHERMD, *VERSIES]}
    assert all(vol[model] for model in BESCHERMD)
    with eigen_transactie(), connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"set_config('{naam}', '', true)" for naam in LEEG))
        for model in vol:
            assert kaal(model) == set(), model.__name__
        cursor.execute("SELECT set_config('casusregie.wijd', 'ja', true)")


def test_buiten_een_handeling_schrijft_niemand(wereld: Wereld) -> None:
    """Not even a row that one may read: only a deed writes, after its rule was asked."""
    persoon = wereld.persoon
    with namens(wereld.cast.rik.toegang), connection.cursor() as cursor:
        cursor.execute("UPDATE meldpunt_persoon SET voornaam = 'x' WHERE id = %s", [persoon.pk])
        assert cursor.rowcount == 0
        cursor.execute("DELETE FROM meldpunt_persoon WHERE id = %s", [persoon.pk])
        assert cursor.rowcount == 0
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Dossier(nummer="X", fase_sinds=NU, geopend_op=NU, gewijzigd_op=NU).save()
    persoon.refresh_from_db()
    assert persoon.voornaam != "x"


def test_de_rol_van_de_toepassing_kan_het_slot_niet_openen(db: None) -> None:
    for opdracht in (
        "ALTER TABLE meldpunt_persoon DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE meldpunt_persoon NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY lezen ON meldpunt_persoon",
        "CREATE POLICY open ON meldpunt_persoon USING (true)",
        "DROP VIEW eigen_betrokkenheid",
        "SET ROLE casusregie_owner",
        "SET ROLE postgres",
    ):
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(opdracht)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL row_security = off")
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            cursor.execute("SELECT 1 FROM meldpunt_persoon")
        cursor.execute("SET LOCAL row_security = on")


def test_elke_beschermde_tabel_staat_achter_het_slot(db: None) -> None:
    """Also for the owner of the tables, and for kept versions; read from the catalogue itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
            " AND (SELECT count(*) FROM pg_policy WHERE polrelid = pg_class.oid"
            "   AND polname <> 'wissen') = 3"
        )
        achter_slot = {rij[0] for rij in cursor.fetchall()}
        cursor.execute(
            "SELECT DISTINCT polroles::regrole[]::text FROM pg_policy p WHERE polname = 'wissen'"
        )
        assert cursor.fetchall() == [(f"{{{settings.DATABASE_ERASER_ROLE}}}",)]
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
    assert achter_slot == {"convenant_logregel", *(tabel.naam for tabel in tabellen(connection))}
    assert {m._meta.db_table for m in [*BESCHERMD, *VERSIES]} <= achter_slot


@pytest.mark.django_db(transaction=True)
def test_wie_de_verbinding_hierna_krijgt_erft_niets(cast: Cast) -> None:
    with namens(cast.paula.toegang):
        assert _rol() == "procesregisseur"
    assert not _rol()


def _rol() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('casusregie.rol', true)")
        return cursor.fetchone()[0]


def test_na_een_fout_is_men_weer_wie_men_was(cast: Cast) -> None:
    with namens(cast.paula.toegang):
        with pytest.raises(DatabaseError), wijd(), transaction.atomic():
            Logregel.objects.create()
        assert (_rol(), _wijd()) == ("procesregisseur", "")
        with pytest.raises(KeyError), namens(cast.rik.toegang):
            raise KeyError
        assert (_rol(), _wijd()) == ("procesregisseur", "")
        with namens(cast.rik.toegang):
            assert _rol() == "casusregisseur"
        assert _rol() == "procesregisseur"


def _wijd() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('casusregie.wijd', true)")
        return cursor.fetchone()[0]


def test_een_vergeten_filter_geeft_niets_prijs(wereld: Wereld) -> None:
    """The planted hole: a query without ``voor``. Without the policies it would give every name."""
    namen = Persoon._base_manager.values_list("achternaam", flat=True)
    assert len(namen) > 3
    with namens(wereld.cast.ruben.toegang):
        assert list(namen.all()) == []
