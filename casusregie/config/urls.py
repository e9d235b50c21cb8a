"""One path per room: ``/<room>/``, with the room's name as URL namespace."""

from importlib.util import find_spec

from django.conf import settings
from django.urls import include, path

from casusregie.config.health import healthz
from casusregie.config.start import start

urlpatterns = [
    path("", start, name="start"),
    path("healthz/", healthz, name="healthz"),
    path("account/", include("allauth.urls")),
    *(
        path(f"{room}/", include(f"{room}.urls"))
        for room in settings.ROOMS
        if getattr(find_spec(f"{room}.urls"), "origin", None)
    ),
]
