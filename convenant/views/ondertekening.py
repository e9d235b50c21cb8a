"""Recording and withdrawing a signature under the convenant."""

from typing import Any

from django.urls import reverse

from casusregie.ui.blokken import Kruimel
from convenant.enums import Organisatiesoort
from convenant.forms.ondertekening import (
    OndertekeningIntrekkenFormulier,
    OndertekeningRegistrerenFormulier,
)
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.models import Ondertekening
from convenant.selectors.accounts import organisaties
from convenant.services.ondertekening import ondertekening_intrekken, ondertekening_registreren

from .convenant import convenantpad


class _Handtekening(HandelingPagina):
    def terug_url(self) -> str:
        return reverse("convenant:convenant_inzien")

    def kruimelpad(self) -> list[Kruimel]:
        return convenantpad(self.titel)


class OndertekeningRegistreren(_Handtekening):
    """An organisation has signed: its people may read from that day."""

    deur = verricht(ondertekening_registreren)
    handeling = staticmethod(ondertekening_registreren)
    formulier = OndertekeningRegistrerenFormulier
    titel = "Handtekening vastleggen"
    uitleg = "Zonder geldige handtekening ziet een organisatie niets van de dossiers."
    knop = "Vastleggen"
    gelukt = "De handtekening is vastgelegd."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"organisaties": organisaties().exclude(soort=Organisatiesoort.TOEZICHT)}

    def beginwaarden(self) -> dict[str, Any]:
        return {"van": self.toegang.vandaag}


class OndertekeningIntrekken(_Handtekening):
    """A signature ends at once, for everyone of that organisation."""

    deur = verricht(ondertekening_intrekken)
    handeling = staticmethod(ondertekening_intrekken)
    formulier = OndertekeningIntrekkenFormulier
    titel = "Handtekening intrekken"
    uitleg = (
        "Iedereen van deze organisatie ziet meteen geen dossiers meer en kan er niets in doen, "
        "ook wie nu is ingelogd."
    )
    knop = "Intrekken"
    gelukt = "De handtekening is ingetrokken."

    def vind_onderwerp(self) -> Ondertekening:
        return een_of_404(Ondertekening.objects.all(), pk=self.kwargs["ondertekening_id"])
