"""The sealed logboek shows every line that was changed, removed or slipped in afterwards."""

import time
from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from casusregie.config import embedded
from convenant import logboek
from convenant.enums import Logsoort
from convenant.models import Logregel, Zegel
from convenant.models.logregel import row_hash_sql
from convenant.tasks import log_verzegelen
from tests.cast import Cast

REHASH = row_hash_sql()


@pytest.fixture
def regels(transactional_db: None) -> list[int]:
    """Five committed lines, sealed in two ranges."""
    toegang = Cast().samira.toegang
    for naam in ("een", "twee", "drie", "vier", "vijf"):
        logboek.log_schrijven(toegang, Logsoort.INZAGE, naam)
    _wachten_op_ouder_werk()
    assert logboek.log_verzegelen(limit=3) is not None
    assert log_verzegelen() == 1
    return list(Logregel.objects.order_by("pk").values_list("pk", flat=True))


def _wachten_op_ouder_werk() -> None:
    """Until no transaction of another test worker is older than the lines: then they can close."""
    einde = time.monotonic() + 120
    with connection.cursor() as cursor:
        klaar = False
        while not klaar:
            assert time.monotonic() < einde
            cursor.execute(
                "SELECT bool_and(xmin::text::bigint"
                " < pg_snapshot_xmin(pg_current_snapshot())::text::bigint) FROM convenant_logregel"
            )
            klaar = cursor.fetchone()[0]


@pytest.fixture
def indringer() -> Iterator[psycopg.Connection]:
    """Someone with all rights on the database, who switches the triggers off."""
    adres = embedded.load(settings.DATA_DIR).database_url(
        embedded.SUPERUSER, connection.settings_dict["NAME"]
    )
    with psycopg.connect(adres, autocommit=True) as verbinding:
        verbinding.execute("SET session_replication_role = replica")
        yield verbinding


def test_een_ongeschonden_logboek_klopt(regels: list[int], capsys) -> None:
    call_command("log_controleren")
    assert "Het logboek klopt" in capsys.readouterr().out
    assert [z.aantal for z in Zegel.objects.all()] == [3, 2]
    assert log_verzegelen() == 0


def test_een_veranderde_regel_valt_op(regels: list[int], indringer) -> None:
    indringer.execute(
        "UPDATE convenant_logregel SET naam = 'iets anders' WHERE id = %s", [regels[1]]
    )
    assert f"Regel {regels[1]} is veranderd." in logboek.log_controleren()


def test_ook_met_een_nieuwe_hash_valt_een_veranderde_regel_op(regels: list[int], indringer) -> None:
    indringer.execute(
        "UPDATE convenant_logregel SET naam = 'iets anders' WHERE id = %s", [regels[1]]
    )
    indringer.execute(
        f"UPDATE convenant_logregel SET hash = {REHASH} WHERE id = %s",
        [regels[1]],
    )
    assert logboek.log_controleren() == ["Zegel 1 klopt niet met de regels eronder."]


def test_een_verwijderde_regel_valt_op(regels: list[int], indringer) -> None:
    indringer.execute("DELETE FROM convenant_logregel WHERE id = %s", [regels[4]])
    assert logboek.log_controleren() == ["Zegel 2 klopt niet met de regels eronder."]


def test_een_ingevoegde_regel_valt_op(regels: list[int], indringer) -> None:
    indringer.execute("UPDATE convenant_logregel SET id = id + 1000 WHERE id = %s", [regels[2]])
    indringer.execute(
        "INSERT INTO convenant_logregel (id, gebeurd_op, vastgelegd_op, soort, naam, resultaat,"
        " rol, dossiers, object_soort, trace_id, hash)"
        " VALUES (%s, now(), now(), 'inzage', 'x', 'gelukt', '', '{}', '', '', '')",
        [regels[2]],
    )
    indringer.execute(
        f"UPDATE convenant_logregel SET hash = {REHASH} WHERE id = %s",
        [regels[2]],
    )
    bevindingen = logboek.log_controleren()
    assert "Zegel 1 klopt niet met de regels eronder." in bevindingen


def test_een_verwijderd_zegel_valt_op(regels: list[int], indringer) -> None:
    indringer.execute("DELETE FROM convenant_zegel WHERE volgnummer = 1")
    with pytest.raises(CommandError, match="Zegel 1 ontbreekt"):
        call_command("log_controleren")
