"""The benchmark at its smallest: every figure is there, and a missed limit shows itself."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from casusregie.config import embedded
from casusregie.config.bench import tabel
from casusregie.config.bench.databases import LEEG
from casusregie.config.bench.tabel import Meting
from casusregie.config.demo import fingerprint, postgres
from tests.infra.database import TEMPLATE

ONDERWERPEN = (
    "lijst, ziet alles / zelfde pagina zonder rechten",
    "lijst, ziet duizenden / zelfde pagina zonder rechten",
    "lijst, ziet vijftig / zelfde pagina zonder rechten",
    "lijst, traagste vorm / snelste vorm",
    "lijst, ziet alles: 1000 / 100 casussen",
    "lijst, ziet alles: bladzijde 24 / bladzijde 1",
    "lijst, ziet vijftig: SQL-tijd die RLS toevoegt",
    "lijst, ziet duizenden: SQL-tijd / guardian in een ListView",
    "zoeken op naam, ziet alles / lijst",
    "vragen aan de database, lijst, ziet vijftig",
    "vragen aan de database, casus, ziet duizenden",
    "vragen aan de database, mijn werk, ziet alles",
    "vragen die een volle lijst meer stelt dan een korte",
    "tellingen zonder grens op deze bladzijden",
    "Mijn werk, ziet alles / lijst",
    "logregel van een inzage / casuspagina",
    "handeling met versies en log / dezelfde zonder",
    "rekentijd van een kern per lijst, echte server",
)


@pytest.fixture
def schema(db: None) -> None:
    """Spare the benchmark a migration: the tests have migrated the same tables already."""
    staat, naam = embedded.load(settings.DATA_DIR), sql.Identifier(LEEG)
    adres = staat.database_url(embedded.SUPERUSER, "postgres")
    with psycopg.connect(adres, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(naam))
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
                naam, sql.Identifier(TEMPLATE), sql.Identifier(embedded.OWNER)
            )
        )
    postgres.set_mark(staat, fingerprint.of_schema(), LEEG)


@pytest.mark.usefixtures("schema")
def test_een_kleine_meting_geeft_de_hele_tabel() -> None:
    gedaan = subprocess.run(
        [sys.executable, "-m", "casusregie.config.bench"],
        env=os.environ | {"SCALE": "klein", "CASUSREGIE_DATA": str(settings.DATA_DIR)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert gedaan.returncode == 0, gedaan.stdout + gedaan.stderr
    metingen = json.loads((Path(settings.DATA_DIR) / "bench.json").read_text("utf-8"))
    assert all(set(meting) == {"name", "value", "limit", "unit"} for meting in metingen)
    namen = [meting["name"] for meting in metingen]
    assert set(ONDERWERPEN) <= set(namen)
    assert all(naam in gedaan.stdout for naam in namen)
    gemist = next(m for m in metingen if m["name"].startswith("zoeken: niet gevonden van"))
    assert gemist["value"] <= gemist["limit"]


@pytest.mark.parametrize(("waarde", "oordeel"), [(1.2, "ok"), (1.3, "ok"), (1.31, "GEMIST")])
def test_een_gemiste_grens_is_te_zien(waarde: float, oordeel: str) -> None:
    regel = tabel.tonen([Meting("lijst", waarde, 1.3)]).splitlines()[-1]

    assert regel.endswith(oordeel)


def test_zonder_grens_is_er_geen_oordeel() -> None:
    assert tabel.tonen([Meting("lijst", 12.0, None, "ms")]).endswith("ms")
