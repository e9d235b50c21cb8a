"""One template for the whole page and for its fragments, so that the two cannot differ."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_deelverzoek(request: HttpRequest) -> bool:
    """Whether htmx asks for a fragment (a boosted or history request wants the whole page)."""
    kop = request.headers
    return (
        kop.get("HX-Request") == "true"
        and kop.get("HX-Boosted") != "true"
        and kop.get("HX-History-Restore-Request") != "true"
    )


def antwoord(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    deel: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render the page, or only its `{% partialdef deel %}` when htmx asks for a fragment."""
    naam = f"{template}#{deel}" if deel and is_deelverzoek(request) else template
    response = render(request, naam, context, status=status)
    response.headers["Vary"] = ", ".join(
        sorted({*filter(None, response.get("Vary", "").split(", ")), "HX-Request"})
    )
    return response


def verder(request: HttpRequest, url: str) -> HttpResponse:
    """Go to `url` after a deed: a redirect, or the header that makes htmx go there."""
    if is_deelverzoek(request):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return HttpResponse(status=303, headers={"Location": url})
