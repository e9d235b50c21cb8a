"""Counting what a page asks the database, as it would outside a test."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

type Paginavragen = Callable[[int], AbstractContextManager[None]]
ALLEEN_IN_EEN_TEST = ("SAVEPOINT", "RELEASE SAVEPOINT")
"""A test runs in a transaction, so that of the door is a savepoint: elsewhere BEGIN and COMMIT."""
TERUG = "SELECT set_config('casusregie.wijd', 'ja', true), "
"""And after it the test is again who it was before: see ``eigen_transactie``."""


@pytest.fixture
def paginavragen(db: None) -> Paginavragen:
    """``with paginavragen(8): client.get(url)``: exactly eight questions to the database."""

    @contextmanager
    def tellen(aantal: int) -> Iterator[None]:
        with CaptureQueriesContext(connection) as opgenomen:
            yield
        vragen = [rij["sql"] for rij in opgenomen.captured_queries]
        echt = [sql for sql in vragen if not sql.startswith((*ALLEEN_IN_EEN_TEST, TERUG))]
        assert len(echt) == aantal, "\n\n".join([f"{len(echt)} vragen", *echt])

    return tellen
