"""A real Celery worker in a process of its own, on the database and broker of this test worker."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from casusregie.config import embedded
from casusregie.config.celery import app
from casusregie.config.demo import children
from tests.infra.servers import redis_number, worker_id


@pytest.fixture(scope="session")
def _worker_process(pytestconfig: pytest.Config, django_db_setup: None) -> Iterator[children.Child]:
    state = embedded.load(settings.DATA_DIR)
    name = settings.DATABASES["default"]["NAME"]
    command = [sys.executable, "-m", "celery", "-A", "casusregie.config.celery", "worker"]
    child = children.start(
        f"worker-{worker_id(pytestconfig)}",
        [*command, "--concurrency=1", "--without-gossip", "--without-mingle", "--loglevel=INFO"],
        Path(settings.DATA_DIR),
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "casusregie.config.settings",
            "DATABASE_URL": state.database_url(embedded.APP, name),
            "REDIS_URL": state.redis_url,
            "REDIS_NUMBER": str(redis_number(pytestconfig)),
        },
    )
    try:
        _wait_until_ready(child)
        yield child
    finally:
        child.stop()


@pytest.fixture
def worker(_worker_process: children.Child, transactional_db: None) -> Iterator[children.Child]:
    """A running Celery worker; tasks of earlier tests never reach it."""
    app.control.purge()
    assert _worker_process.alive()
    yield _worker_process
    app.control.purge()


def _wait_until_ready(child: children.Child) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and child.alive():
        if app.control.ping(timeout=1, limit=1):
            return
    log = Path(settings.DATA_DIR) / "log" / f"{child.name}.log"
    raise RuntimeError(f"The Celery worker did not start:\n{log.read_text()[-3000:]}")
