"""Choosing in which hoedanigheid one works: one at a time (domein.md §5)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views import View

from convenant.guard import aangemeld
from convenant.models import Hoedanigheid
from convenant.selectors.toegang import SESSIESLEUTEL


class HoedanigheidKiezen(View):
    """Shows one's own valid capacities; a POST switches to one of them."""

    deur = aangemeld("hoedanigheid_kiezen")
    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self._toon(request)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        gekozen = next(
            (h for h in self._geldig(request) if str(h.pk) == request.POST.get("hoedanigheid")),
            None,
        )
        if gekozen is None:
            return self._toon(request, fout="Kies een rol uit de lijst.", status=422)
        request.session[SESSIESLEUTEL] = str(gekozen.pk)
        return redirect("convenant:mijn_werk")

    def _toon(self, request: HttpRequest, fout: str = "", status: int = 200) -> HttpResponse:
        context = {"hoedanigheden": self._geldig(request), "fout": fout}
        return render(request, "convenant/hoedanigheid_kiezen.html", context, status=status)

    def _geldig(self, request: HttpRequest) -> list[Hoedanigheid]:
        return request.hoedanigheden  # type: ignore[attr-defined]
