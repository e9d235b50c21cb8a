"""Each worker has a clone of one migrated template database and uses it as the application's role.

That role may neither make databases nor empty tables that it does not own, so the owner migrates
the template in a subprocess, and a test that commits gets a new clone afterwards.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.backends.signals import connection_created
from django.test import TransactionTestCase
from psycopg import sql

from casusregie.config import embedded
from casusregie.config.demo import fingerprint, postgres
from convenant.identiteit import sessie_wijd

TEMPLATE = "template_schema"
STORY_TEMPLATE = "template_verhaal"


def _open_everything(connection: Any, **_: Any) -> None:
    """A test reads everything with its own hands; a request in it reads what its person may."""
    if connection.alias == "default":
        sessie_wijd()


connection_created.connect(_open_everything)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any) -> Iterator[None]:
    """Give this worker its clone; replaces the set-up of pytest-django."""
    with django_db_blocker.unblock():
        _make_template_once(TEMPLATE)
        reclone(TEMPLATE)
        yield
        connections.close_all()
        _drop(connection.settings_dict["NAME"])


@pytest.fixture
def verhaal(transactional_db: None) -> None:
    """Put the whole demo story in the database of this test."""
    _make_template_once(TEMPLATE)
    _make_template_once(STORY_TEMPLATE)
    reclone(STORY_TEMPLATE)


def reclone(template: str = TEMPLATE) -> None:
    """Replace this worker's database by a new clone of ``template``."""
    connections.close_all()
    name = connection.settings_dict["NAME"]
    _drop(name)
    with _superuser() as server:
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template), sql.Identifier(embedded.OWNER)
            )
        )


def _teardown_by_cloning(self: TransactionTestCase) -> None:
    reclone()


TransactionTestCase._fixture_teardown = _teardown_by_cloning  # type: ignore[attr-defined]


def _make_template_once(template: str) -> None:
    """Make a template unless one of the same source is there; one worker does, others wait."""
    story = template == STORY_TEMPLATE
    digest = fingerprint.of_story() if story else fingerprint.of_schema()
    state = embedded.load(settings.DATA_DIR)
    with (Path(settings.DATA_DIR) / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if postgres.mark(state, template) == digest:
            return
        if story:
            _make(template, TEMPLATE, [["demo_verhaal"]])
        else:
            _make(template, "template1", [["migrate", "--verbosity=0"], ["inhoud_laden"]])
        postgres.set_mark(state, digest, template)


def _make(template: str, origin: str, commands: list[list[str]]) -> None:
    _drop(template)
    with _superuser() as server:
        server.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
                sql.Identifier(template), sql.Identifier(origin), sql.Identifier(embedded.OWNER)
            )
        )
    state = embedded.load(settings.DATA_DIR)
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "casusregie.config.settings",
        "DATABASE_URL": state.database_url(embedded.APP, template),
        "DATABASE_OWNER_URL": state.database_url(embedded.OWNER, template),
        "REDIS_URL": state.redis_url,
        "REDIS_NUMBER": "30",
    }
    for command in commands:
        _manage(command, env | {"CASUSREGIE_AS_OWNER": str(int(command[0] == "migrate"))})


def _manage(command: list[str], env: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=embedded.PROJECT_DIR,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def _drop(name: str) -> None:
    with _superuser() as server:
        server.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


@contextmanager
def _superuser() -> Iterator[psycopg.Connection]:
    address = embedded.load(settings.DATA_DIR).database_url(embedded.SUPERUSER, "postgres")
    with psycopg.connect(address, autocommit=True) as server:
        yield server
