"""The base of all tests: real PostgreSQL and Valkey, the application's role, a real browser."""

import pytest

pytest_plugins = [
    "tests.infra.servers",
    "tests.infra.database",
    "tests.infra.network",
    "tests.infra.worker",
    "tests.infra.browser",
    "tests.infra.tellingen",
    "tests.infra.vragen",
    "tests.cast",
]


EERST = (
    "test_hoofdroute.py",
    "test_log_verzegelen.py",
    "test_matrix.py",
    "test_andere_bladen.py",
    "test_slechte_invoer.py",
)
"""What is long begins first, so that no worker waits at the end for one file of the other. The
seals come before the worlds: they wait for every older transaction, and those are long ones.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_beurt)


def _beurt(item: pytest.Item) -> tuple[int, bool]:
    naam = item.path.name
    beurt = EERST.index(naam) if naam in EERST else len(EERST)
    return beurt, item.get_closest_marker("reis") is None
