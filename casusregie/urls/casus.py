"""Pages of the case, its plan and its end."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
