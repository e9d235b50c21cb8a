"""The base of all tests: real PostgreSQL and Valkey, the application's role, a real browser."""

pytest_plugins = [
    "tests.infra.servers",
    "tests.infra.database",
    "tests.infra.network",
    "tests.infra.worker",
    "tests.infra.browser",
    "tests.infra.tellingen",
    "tests.cast",
]
