from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from convenant.guard import aangemeld


@aangemeld("start")
def start(request: HttpRequest) -> HttpResponse:
    """The address without a path leads to one's own work."""
    return redirect("convenant:mijn_werk")
