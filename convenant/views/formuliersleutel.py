"""The key that forms need now, for a page that was open before its reader logged in again."""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.views import View

from convenant.guard import aangemeld


class Formuliersleutel(View):
    """Plain text, for the script of the pages; another site cannot read it."""

    deur = aangemeld("formuliersleutel")
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        return HttpResponse(get_token(request), content_type="text/plain")
