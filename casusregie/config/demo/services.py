"""The two servers that the project brings along, started and stopped together."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casusregie.config import embedded
from casusregie.config.demo import children, postgres, valkey


class AlreadyRunningError(Exception):
    """Another process of this project runs the servers of this data folder."""


@contextmanager
def running(folder: Path, *, durable: bool = True) -> Iterator[embedded.Embedded]:
    """Run PostgreSQL and Valkey on ``folder`` for as long as the block lasts.

    Raises ``AlreadyRunningError`` when another process does so, and ``StartError`` with one
    sentence when a server does not start.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "servers.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunningError from None
        children.stop_orphans(folder)
        started: list[children.Child] = []
        try:
            started.append(valkey.start(folder))
            started.append(postgres.start(folder, durable=durable))
            yield embedded.load(folder)
        finally:
            for child in reversed(started):
                child.stop()
            children.stop_orphans(folder)


@contextmanager
def running_or_shared(folder: Path) -> Iterator[embedded.Embedded]:
    """As ``running``, but use the servers that another process of this project already runs."""
    try:
        with running(folder) as state:
            yield state
    except AlreadyRunningError:
        yield embedded.load(folder)


def environment(folder: Path, state: embedded.Embedded) -> dict[str, str]:
    """Return the environment for a command that uses these servers."""
    return os.environ | {
        "CASUSREGIE_DATA": str(folder),
        "DATABASE_URL": state.database_url(embedded.APP),
        "DATABASE_OWNER_URL": state.database_url(embedded.OWNER),
        "REDIS_URL": state.redis_url,
    }
