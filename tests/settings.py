"""The settings of the application in environment ``test``, with a data folder of their own."""

import os
from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent
_DATA = os.environ.get("CASUSREGIE_TEST_DATA") or str(
    Path(os.environ.get("CASUSREGIE_DATA") or _PROJECT / ".data").resolve() / "test"
)
os.environ |= {
    "CASUSREGIE_ENV": "test",
    "CASUSREGIE_TEST_DATA": _DATA,
    "CASUSREGIE_DATA": _DATA,
    # Playwright runs an event loop in the thread of the test, which Django takes for async code.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
}
for _name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "CASUSREGIE_AS_OWNER"):
    os.environ.pop(_name, None)

from casusregie.config.settings import *  # noqa: E402, F403
