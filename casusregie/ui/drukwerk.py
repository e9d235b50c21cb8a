"""Tagged PDF from a template: reports, besluitnota, minutes. For a worker, never for a request."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

LETTERMAP = Path("node_modules", "@fontsource-variable", "source-sans-3", "files")
VARIANT = "pdf/ua-1"


class GeslotenFetcher(URLFetcher):
    """Fetches the packaged font files (`letter:<file>`) and refuses every other address."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        soort, _, naam = url.partition(":")
        bestand = Path(settings.BASE_DIR) / LETTERMAP / Path(naam).name
        if soort != "letter" or not bestand.is_file():
            raise FatalURLFetchingError("a document may fetch nothing from outside")
        return URLFetcherResponse(url, bestand.read_bytes(), {"Content-Type": "font/woff2"})


def pdf_maken(template: str, context: dict[str, Any]) -> bytes:
    """Draw a template that extends `_ui/rapport.html` as PDF/UA.

    Raises FatalURLFetchingError when the document refers to anything outside itself.
    """
    return pdf_van_html(render_to_string(template, context))


def pdf_van_html(html: str) -> bytes:
    """Draw finished HTML as PDF/UA with the print style of the house."""
    fetcher = GeslotenFetcher()
    letters = FontConfiguration()
    stijl = CSS(string=_rapport_css(), font_config=letters, url_fetcher=fetcher)
    document = HTML(string=html, url_fetcher=fetcher)
    with _zonder_opruimen():
        return document.write_pdf(stylesheets=[stijl], font_config=letters, pdf_variant=VARIANT)


@cache
def _rapport_css() -> str:
    pad = finders.find("css/rapport.css")
    if not isinstance(pad, str):
        raise FileNotFoundError("css/rapport.css")
    return Path(pad).read_text("utf-8")


@contextmanager
def _zonder_opruimen() -> Iterator[None]:
    """Garbage collection costs a third of the time of a long document."""
    stond_aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stond_aan:
            gc.enable()
