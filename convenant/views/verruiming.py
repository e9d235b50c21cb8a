"""What a new version of the convenant opened, and waits for one's own organisation as its source."""

from typing import Any

from django.urls import reverse

from casusregie.ui.blokken import Kruimel
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.models import Deelregel
from convenant.rules.verruiming import BRONROLLEN, gaat_over
from convenant.selectors.convenant import verruimingen
from convenant.services.verruiming import verruiming_bevestigen

from .convenant import REGELKOLOMMEN, convenantpad, regelcellen


class Verruimingen(Pagina):
    """The rules that opened something of this organisation, confirmed or not."""

    deur = inzage("verruimingen", *BRONROLLEN, titel="Nieuw geopend")
    template_name = "convenant/verruimingen.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        rijen = [rij for rij in verruimingen(toegang) if gaat_over(rij.als_regel(), toegang)]
        return {
            "kruimelpad": convenantpad("Nieuw geopend"),
            "kolommen": REGELKOLOMMEN,
            "regels": [
                (
                    list(zip(REGELKOLOMMEN, regelcellen(rij), strict=True)),
                    mogelijkheid(
                        toegang,
                        verruiming_bevestigen,
                        rij,
                        label="Bevestigen",
                        url=reverse("convenant:verruiming_bevestigen", args=[rij.pk]),
                    ),
                )
                for rij in rijen
            ],
        }


class VerruimingBevestigen(HandelingPagina):
    """Let what one's own organisation recorded before go as well."""

    deur = verricht(verruiming_bevestigen)
    handeling = staticmethod(verruiming_bevestigen)
    titel = "Verruiming bevestigen"
    uitleg = (
        "Wie deze regel noemt, mag dan ook lezen wat uw organisatie eerder vastlegde. "
        "Dit is niet terug te draaien. Doet u niets, dan blijft ouder werk dicht."
    )
    knop = "Bevestigen"
    gelukt = "Bevestigd. Ook wat uw organisatie eerder vastlegde, is nu open volgens deze regel."

    def vind_onderwerp(self) -> Deelregel:
        regels = Deelregel.objects.select_related("versie", "grondslag")
        return een_of_404(regels, pk=self.kwargs["deelregel_id"])

    def terug_url(self) -> str:
        return reverse("convenant:verruimingen")

    def kruimelpad(self) -> list[Kruimel]:
        return convenantpad(self.titel)
