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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long journey begins first: one worker walks it while the other does the rest."""
    items.sort(key=lambda item: item.get_closest_marker("reis") is None)
