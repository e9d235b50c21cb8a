"""A form that is sent after the session ended: nothing is done, and nothing is lost.

No page may be kept by a browser, so that one step back shows an empty form. The answer therefore
gives the typed text back, once, to the browser that sent it: to read, to copy and to send again.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure

from .deur import Deur, deur_van

SLEUTELVELD = "csrfmiddlewaretoken"


def uitgelogd(request: HttpRequest, deur: Deur) -> HttpResponse:
    """Nobody is logged in any more; the key of the form says that the form was ours."""
    return _niet_verstuurd(request, status=401, met_tekst=_over_het_werk(deur))


def formulier_geweigerd(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form with an old key: its reader logged in again in another tab, or logged out.

    What another site made somebody send is never offered again: without the browser's word that
    the form was ours the text stays away.
    """
    match = request.resolver_match
    deur = deur_van(match.func, match.view_name) if match else None
    if deur is None or deur.soort == "openbaar":
        return csrf_failure(request, reason=reason)
    eigen = request.headers.get("Sec-Fetch-Site") == "same-origin"
    return _niet_verstuurd(request, status=403, met_tekst=eigen and _over_het_werk(deur))


def _over_het_werk(deur: Deur) -> bool:
    """A form about one's own account holds passwords, and those are never given back."""
    return deur.soort in ("inzage", "handeling")


def _niet_verstuurd(request: HttpRequest, *, status: int, met_tekst: bool) -> HttpResponse:
    velden = _velden(request) if met_tekst else []
    context: dict[str, Any] = {
        "uitgelogd": not request.user.is_authenticated,
        "velden": velden,
        "getypt": [(_label(naam), waarde) for naam, waarde in velden if " " in waarde.strip()],
        "met_bestand": bool(request.FILES),
        "adres": request.path,
    }
    return render(request, "niet_verstuurd.html", context, status=status)


def _velden(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (naam, str(waarde))
        for naam, waarden in request.POST.lists()
        if naam != SLEUTELVELD
        for waarde in waarden
    ]


def _label(naam: str) -> str:
    return naam.replace("_", " ").capitalize()
