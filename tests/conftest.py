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


EERST = ("test_hoofdroute.py", "test_log_verzegelen.py")
"""The long journey begins first: one worker walks it while the other does the rest. The seals come
next: they wait for every older transaction, and the worlds of the architecture tests are long ones.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_beurt)


def _beurt(item: pytest.Item) -> tuple[int, bool]:
    naam = item.path.name
    beurt = EERST.index(naam) if naam in EERST else len(EERST)
    return beurt, item.get_closest_marker("reis") is None
