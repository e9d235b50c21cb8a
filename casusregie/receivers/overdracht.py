"""The handover of somebody's work, as a button where the procesregisseur looks at that person."""

from django.urls import reverse

from casusregie.services.overdracht import werk_overdragen
from casusregie.ui.panelen import registreer
from convenant.handeling import mogelijkheid
from convenant.models import Hoedanigheid
from convenant.toegang import Mogelijkheid, Toegang


def medewerker_doen(toegang: Toegang, wie: Hoedanigheid) -> list[Mogelijkheid]:
    """The button, for who may hand over; the page itself says what there is to hand over."""
    url = reverse("casusregie:werk_overdragen", args=[wie.pk])
    knop = mogelijkheid(
        toegang, werk_overdragen, wie, label="Werk overdragen", url=url, icoon="user-cog"
    )
    return [knop] if knop.zichtbaar else []


registreer("medewerker_doen", 10, medewerker_doen)
