"""What a test counted is printed below the run: ``record_property("geteld", "…")``."""

from typing import Any

import pytest


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say how many cases the tests of the access rule tried, also when workers ran them."""
    reports: list[pytest.TestReport] = terminalreporter.getreports("passed")
    for report in reports:
        for naam, waarde in report.user_properties:
            if naam == "geteld":
                terminalreporter.write_line(f"geteld: {waarde}")
