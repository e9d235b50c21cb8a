"""PostgreSQL and Valkey of this test run, started once by the process that the person started."""

import signal
from contextlib import ExitStack
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connections

from casusregie.config import embedded
from casusregie.config.celery import app
from casusregie.config.demo import services
from casusregie.config.demo.postgres import StartError

_stack = ExitStack()


def worker_id(config: pytest.Config) -> str:
    """Return ``gw0``, ``gw1``, … or ``main`` without xdist."""
    return getattr(config, "workerinput", {}).get("workerid", "main")


def redis_number(config: pytest.Config) -> int:
    """Return the Valkey database of this worker's cache; its broker has the next one."""
    name = worker_id(config)
    return 0 if name == "main" else 2 * int(name.removeprefix("gw"))


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and not config.option.collectonly:
        _start_servers()
    _point_at(embedded.load(settings.DATA_DIR), f"test_{worker_id(config)}", redis_number(config))


def pytest_unconfigure(config: pytest.Config) -> None:
    _stack.close()


def _start_servers() -> None:
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        _stack.enter_context(services.running(settings.DATA_DIR, durable=False))
    except services.AlreadyRunningError:
        pytest.exit("Another test run uses this data folder; set CASUSREGIE_DATA to another.", 4)
    except StartError as error:
        pytest.exit(str(error), 4)


def _interrupt(number: int, frame: Any) -> None:
    raise KeyboardInterrupt


def _point_at(state: embedded.Embedded, database: str, number: int) -> None:
    """Use these servers: a server that found its port taken chose another after the settings."""
    place = {"NAME": database, "PORT": str(state.postgres_port)}
    settings.DATABASES["default"] |= place
    connections["default"].settings_dict |= place
    settings.REDIS_NUMBER = number
    settings.CACHES["default"]["LOCATION"] = f"{state.redis_url}/{number}"
    app.conf.broker_url = f"{state.redis_url}/{number + 1}"


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    """Rate limits and cached values never pass from one test to the next."""
    cache.clear()
