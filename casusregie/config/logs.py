"""Log lines of the server: moment, level, source and message, and never anything of a dossier."""

import logging
import traceback
from typing import Any


class Formatter(logging.Formatter):
    """One line per event. A traceback shows where it went wrong, but not with which values:
    the message of an exception may quote a row of the database."""

    def __init__(self, tell_values: bool) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S%z")
        self.tell_values = tell_values

    def formatException(self, ei: Any) -> str:
        if self.tell_values:
            return super().formatException(ei)
        kind, _, trace = ei
        return "".join(traceback.format_tb(trace)) + (kind.__name__ if kind else "")


def configuration(level: str, tell_values: bool) -> dict[str, Any]:
    """Return Django's ``LOGGING``; ``tell_values`` allows messages of exceptions."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": Formatter, "tell_values": tell_values}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"level": level, "handlers": [], "propagate": True},
            "django.server": {"level": "WARNING", "handlers": [], "propagate": True},
            "fontTools": {"level": "ERROR"},
            "weasyprint": {"level": "ERROR"},
            "pikepdf": {"level": "ERROR"},
        },
    }
