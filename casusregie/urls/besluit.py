"""Pages of besluitnota, besluit and overleg."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
