"""Databases of the benchmark on the embedded servers: one migrated, then cloned and filled."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql

from casusregie.config import embedded
from casusregie.config.bench.namen import PAREN
from casusregie.config.bench.schaal import Schaal
from casusregie.config.demo import fingerprint, postgres, services

LEEG = "casusregie_bench_leeg"


def naam_van(schaal: Schaal) -> str:
    """The database of a world of this size."""
    return f"casusregie_bench_{schaal.naam}_{schaal.casussen}"


def klaarzetten(folder: Path, state: embedded.Embedded, schaal: Schaal) -> None:
    """Make and fill what is not there yet from the same source."""
    schema = fingerprint.of_schema()
    if postgres.mark(state, LEEG) != schema:
        _maak(state, LEEG, "template1")
        _voer_uit(["manage.py", "migrate", "--verbosity=0"], omgeving(folder, state, LEEG))
        _voer_uit(["manage.py", "inhoud_laden"], omgeving(folder, state, LEEG, eigenaar=False))
        postgres.set_mark(state, schema, LEEG)
    for wereld in (schaal.kleiner(), schaal):
        naam, inhoud = naam_van(wereld), _stempel(wereld)
        stempel = f"{inhoud} {schema}"
        oud = postgres.mark(state, naam) or ""
        if oud == stempel:
            continue
        if oud.startswith(inhoud):
            _voer_uit(["manage.py", "migrate", "--verbosity=0"], omgeving(folder, state, naam))
        else:
            print(f"→ {wereld.casussen} casussen maken …", flush=True)
            _maak(state, naam, LEEG)
            opdracht = ["-m", "casusregie.config.bench.vullen", schaal.naam, str(wereld.casussen)]
            _voer_uit(opdracht, omgeving(folder, state, naam))
        postgres.set_mark(state, stempel, naam)


def omgeving(
    folder: Path, state: embedded.Embedded, database: str, *, eigenaar: bool = True
) -> dict[str, str]:
    """The environment of a command on one of these databases, without debug."""
    return services.environment(folder, state) | {
        "DJANGO_SETTINGS_MODULE": "casusregie.config.settings",
        "CASUSREGIE_ENV": "dev",
        "CASUSREGIE_DEBUG": "",
        "CASUSREGIE_AS_OWNER": "1" if eigenaar else "",
        "DATABASE_URL": state.database_url(embedded.APP, database),
        "DATABASE_OWNER_URL": state.database_url(embedded.OWNER, database),
        "REDIS_NUMBER": "10",
    }


def _stempel(wereld: Schaal) -> str:
    """What was filled in; other policies or indexes only ask for a migrate."""
    eigen = [Path(__file__).parent / deel for deel in ("vullen.py", "mensen.py", "namen.py")]
    bron = b"".join(bestand.read_bytes() for bestand in (*eigen, PAREN))
    return hashlib.sha256(
        bron + repr((wereld.casussen, wereld.logregels, wereld.guardian)).encode()
    ).hexdigest()


def _maak(state: embedded.Embedded, naam: str, voorbeeld: str) -> None:
    adres = state.database_url(embedded.SUPERUSER, "postgres")
    with psycopg.connect(adres, autocommit=True) as server:
        server.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam))
        )
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
                sql.Identifier(naam), sql.Identifier(voorbeeld), sql.Identifier(embedded.OWNER)
            )
        )


def _voer_uit(opdracht: list[str], env: dict[str, str]) -> None:
    subprocess.run(  # noqa: S603
        [sys.executable, *opdracht], cwd=embedded.PROJECT_DIR, env=os.environ | env, check=True
    )
