"""Journeys in a real Chromium, with a log-in per person and a check of accessibility."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    ViewportSize,
    sync_playwright,
)
from pytest_django.live_server_helper import LiveServer

from tests.infra import chromium

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]
BREED = ViewportSize(width=1280, height=900)
SMAL = ViewportSize(width=375, height=812)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
# Only breaches are asked for, and style sheets are not fetched a second time: half the time.
AXE_RUN = """tags => axe.run(document, {
    runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false})"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--screenshots", metavar="FOLDER", help="keep pictures of pages in FOLDER")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium per test worker; it can reach this machine only."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium.executable(), args=flags)
        yield launched
        launched.close()


class Visits:
    """Opens one browser context per person and keeps what the browser complained about."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []

    def __call__(
        self, person: Any = None, *, width: int = 1280, height: int = 900, script: bool = True
    ) -> Page:
        """Return a page for ``person`` (logged in) or for a stranger; ``script`` runs its scripts."""
        context = self.browser.new_context(
            base_url=self.address,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            viewport={"width": width, "height": height},
            java_script_enabled=script,
        )
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        if person is not None:
            self._log_in(context, person)
        page = context.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        return page

    def _log_in(self, context: BrowserContext, person: Any) -> None:
        client = Client()
        client.force_login(person, settings.AUTHENTICATION_BACKENDS[0])
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.address}])

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def close(self) -> None:
        for context in self.contexts:
            context.close()


@pytest.fixture
def bezoek(transactional_db: None, live_server: LiveServer, browser: Browser) -> Iterator[Visits]:
    """``bezoek(medewerker)`` opens a page for a logged-in person, ``bezoek()`` for a stranger.

    Errors in the browser's console, such as a breach of the Content-Security-Policy, fail the test.
    """
    visits = Visits(browser, live_server.url)
    yield visits
    visits.close()
    assert not visits.complaints, "\n".join(visits.complaints)


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], None]:
    """``axe(page)`` fails when the page breaks a rule of WCAG 2.0–2.2, level A or AA."""
    source = (Path(settings.NODE_MODULES) / "axe-core" / "axe.min.js").read_text()

    def check(page: Page) -> None:
        page.evaluate(source)
        found = page.evaluate(AXE_RUN, WCAG)["violations"]
        assert not found, f"{page.url}\n" + "\n".join(_describe(breach) for breach in found)

    return check


def _describe(breach: dict[str, Any]) -> str:
    places = "\n".join(
        f"    {node['html'][:200]}\n      {node.get('failureSummary', '')}"
        for node in breach["nodes"][:5]
    )
    return f"{breach['id']}: {breach['help']}\n{places}"


@pytest.fixture
def schermafbeelding(pytestconfig: pytest.Config) -> Callable[[Page, str], None]:
    """``schermafbeelding(page, "melding-375")`` keeps a picture when --screenshots is given."""
    folder = pytestconfig.getoption("--screenshots")

    def keep(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return keep
