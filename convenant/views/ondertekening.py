"""Recording and withdrawing a signature under the convenant."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Feit, Kolom, Kruimel
from convenant.enums import Organisatiesoort
from convenant.forms.ondertekening import (
    OndertekeningIntrekkenFormulier,
    OndertekeningRegistrerenFormulier,
)
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.models import Betrokkenheid, Ondertekening
from convenant.regelboek import LEESROLLEN
from convenant.selectors.accounts import organisaties
from convenant.selectors.betrokkenen import betrokken_vanuit
from convenant.services.ondertekening import ondertekening_intrekken, ondertekening_registreren

from .convenant import convenantpad

MEEST = 100
"""So many dossiers are listed; more are counted in the sentence below them."""


class _Handtekening(HandelingPagina):
    def terug_url(self) -> str:
        return reverse("convenant:convenant_inzien")

    def kruimelpad(self) -> list[Kruimel]:
        return convenantpad(self.titel)


class OndertekeningGevolgen(Pagina):
    """Which dossiers lose a regisseur or partner when a signature ends, as far as one may know."""

    deur = inzage("ondertekening_gevolgen", *LEESROLLEN, titel="Als een handtekening eindigt")
    template_name = "convenant/ondertekening_gevolgen.html"

    def gegevens(self) -> dict[str, Any]:
        tekening = een_of_404(
            Ondertekening.objects.select_related("organisatie"),
            pk=self.kwargs["ondertekening_id"],
        )
        alle = betrokken_vanuit(self.toegang, tekening.organisatie_id)
        rijen = list(alle[: MEEST + 1])
        self.getoonde_dossiers = {rij.content_object_id for rij in rijen[:MEEST]}
        return {
            "tekening": tekening,
            "meest": MEEST,
            "er_zijn_meer": len(rijen) > MEEST,
            "kruimelpad": convenantpad("Handtekening"),
            "feiten": [
                Feit("Ondertekend door", tekening.ondertekenaar),
                Feit("Eerste dag", tijd.datum(tekening.van)),
                Feit("Laatste dag", tijd.datum(tekening.tot) or "zonder einddatum"),
            ],
            "kolommen": [Kolom("Dossier"), Kolom("Fase"), Kolom("Wie valt weg")],
            "rijen": [_verlies(rij) for rij in rijen[:MEEST]],
        }


def _verlies(rij: Betrokkenheid) -> list[Cel]:
    dossier = rij.content_object
    return [
        Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk])),
        Cel(dossier.get_fase_display()),
        Cel(rij.hoedanigheid.medewerker.naam, sub=rij.permission.name),
    ]


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
        rijen = Ondertekening.objects.select_related("organisatie")
        return een_of_404(rijen, pk=self.kwargs["ondertekening_id"])

    def waarover(self) -> str:
        return str(self.onderwerp.organisatie.naam)
