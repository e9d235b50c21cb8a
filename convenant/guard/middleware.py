"""The middleware that opens one transaction a request and keeps the doors."""

import uuid
from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch
from django.utils import timezone

from casusregie.ui.htmx import is_deelverzoek
from convenant.geheugen import met_geheugen
from convenant.identiteit import eigen_transactie
from convenant.selectors.toegang import gekozen_uit, toegang_aanmelden

from .deur import deur_van
from .niet_verstuurd import uitgelogd

STAPPEN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
ZONDER_TWEEDE_STAP = frozenset(
    {"account_logout", "account_change_password", "account_set_password", "account_reauthenticate"}
)
"""What someone may open before he has a second step, beside the pages that set it up."""


class _Teruggedraaid(Exception):
    """Carries a 5xx answer out of the transaction that it has to undo."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


class DeurMiddleware:
    """Lock 1, and one transaction around view *and* rendering (``ATOMIC_REQUESTS`` covers neither
    lazy rendering nor streaming)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            with met_geheugen(), eigen_transactie():
                response = self.get_response(request)
                if response.status_code >= 500:
                    raise _Teruggedraaid(response)
                return response
        except _Teruggedraaid as teruggedraaid:
            return teruggedraaid.response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        deur = deur_van(view, match.view_name if match else None)
        if deur is None:
            raise ImproperlyConfigured(f"{match.view_name if match else view} heeft geen deur")
        request.deur = deur  # type: ignore[attr-defined]
        request.toegang = None  # type: ignore[attr-defined]
        if deur.soort == "gesloten":
            raise Http404
        if deur.soort == "openbaar":
            return None
        if not request.user.is_authenticated and is_deelverzoek(request):
            return HttpResponse(status=401)
        if not request.user.is_authenticated and request.method == "POST":
            return uitgelogd(request, deur)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if _mist_tweede_stap(request):
            return None if _mag_zonder_tweede_stap(match) else redirect("mfa_index")
        return self._met_hoedanigheid(request, deur)

    def _met_hoedanigheid(self, request: HttpRequest, deur: Any) -> HttpResponse | None:
        moment = timezone.now()
        geldig = getattr(request.user, "hoedanigheden_nu", [])
        request.hoedanigheden = geldig  # type: ignore[attr-defined]
        hoedanigheid = gekozen_uit(geldig, request.session)
        if hoedanigheid is not None:
            request.toegang = toegang_aanmelden(hoedanigheid, moment, trace_id=str(uuid.uuid4()))  # type: ignore[attr-defined]
        if deur.soort == "aangemeld":
            return None
        if hoedanigheid is None:
            return redirect("convenant:hoedanigheid_kiezen")
        if not deur.laat_toe(request.toegang.rol):  # type: ignore[attr-defined]
            raise Http404
        return None


def _mist_tweede_stap(request: HttpRequest) -> bool:
    """Whether this person logged in with a password alone where a second step is demanded."""
    if not settings.MFA_VERPLICHT:
        return False
    return not Authenticator.objects.filter(user_id=request.user.pk, type__in=STAPPEN).exists()


def _mag_zonder_tweede_stap(match: ResolverMatch | None) -> bool:
    naam = match.view_name if match else ""
    return naam in ZONDER_TWEEDE_STAP or naam.startswith("mfa_")
