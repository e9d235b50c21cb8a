"""The two pages of an accounthouder: send a report, and see that it arrived. Nothing else.

No search, no candidates, no dossier: nothing here differs between a known and an unknown person.
"""

import uuid
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from convenant.enums import Organisatiesoort, Rol
from convenant.guard import HandelingPagina, Pagina, inzage, verricht
from meldpunt.enums import Meldersoort, Meldingstand, Urgentie
from meldpunt.forms.meldingen import MeldingInsturenFormulier
from meldpunt.models import Melding
from meldpunt.selectors.meldingen import eigen_meldingen, stand
from meldpunt.services.registreren import melding_insturen

PLEK = {
    Organisatiesoort.SCHOOL: Meldersoort.SCHOOL,
    Organisatiesoort.WELZIJN: Meldersoort.JONGERENWERK,
    Organisatiesoort.ZORG: Meldersoort.ZORG,
    Organisatiesoort.GEMEENTE: Meldersoort.GEMEENTE,
}
STANDTOON = {
    Meldingstand.ONTVANGEN: "neutraal",
    Meldingstand.IN_BEHANDELING: "merk",
    Meldingstand.TERUGKOPPELING_GEGEVEN: "goed",
}


GEVAAR = "Is er nu gevaar? Wacht niet op het Meldpunt: bel 112."


class MeldingInsturen(HandelingPagina):
    """An accounthouder reports what his organisation saw."""

    deur = verricht(melding_insturen)
    handeling = staticmethod(melding_insturen)
    formulier = MeldingInsturenFormulier
    template_name = "meldpunt/melding_insturen.html"
    titel = "Melding insturen"
    knop = "Insturen"
    gelukt = "Uw melding is ontvangen. Het Meldpunt kijkt ernaar."

    def gegevens(self) -> dict[str, Any]:
        return {"gevaar": GEVAAR}

    def beginwaarden(self) -> Mapping[str, Any]:
        return {
            "meldersoort": PLEK.get(self.toegang.organisatiesoort, Meldersoort.OVERIG),
            "urgentie": Urgentie.GEWOON,
        }

    def kruimelpad(self) -> list[Kruimel]:
        return [Kruimel("Eigen meldingen", self.terug_url()), Kruimel(self.titel)]

    def na_dubbel(self, object_id: uuid.UUID | None) -> str:
        return self.terug_url()

    def terug_url(self) -> str:
        return reverse("meldpunt:eigen_meldingen")


class EigenMeldingen(Pagina):
    """What this accounthouder sent, and how far it is in three words."""

    deur = inzage("eigen_meldingen", Rol.ACCOUNTHOUDER, titel="Eigen meldingen")
    template_name = "meldpunt/eigen_meldingen.html"

    def gegevens(self) -> dict[str, Any]:
        pagina = bladeren(
            eigen_meldingen(self.toegang), self.request.GET.get("vanaf"), op="-gemeld_op"
        )
        return {
            "bladzijde": pagina,
            "kolommen": [Kolom("Uw melding"), Kolom("Ingestuurd"), Kolom("Stand")],
            "rijen": [_rij(melding) for melding in pagina],
            "gevaar": GEVAAR,
            "insturen_url": reverse("meldpunt:melding_insturen"),
        }


def _rij(melding: Melding) -> list[Cel]:
    hoever = stand(melding)
    return [
        Cel(melding.nummer),
        Cel(tijd.moment(melding.gemeld_op)),
        Cel(chip=Chip(hoever.label, STANDTOON[hoever])),  # type: ignore[arg-type]
    ]
