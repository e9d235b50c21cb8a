"""Entering a report: the MAP on one page, and completing it later."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from casusregie.ui.blokken import Kruimel
from casusregie.ui.formulieren import Formulier
from convenant.guard import HandelingPagina, een_of_404, verricht
from meldpunt.enums import Kanaal, Stroom, Urgentie
from meldpunt.forms.meldingen import MeldingAanvullenFormulier, MeldingRegistrerenFormulier
from meldpunt.models import Melding
from meldpunt.selectors.meldingen import melder_van
from meldpunt.services.registreren import melding_aanvullen, melding_registreren

from .kader import kruimels_van_melding, melding_url

MELDERVELDEN = {
    "anoniem": "anoniem",
    "melder_naam": "naam",
    "melder_functie": "functie",
    "terugbelnummer": "terugbelnummer",
    "wil_terugkoppeling": "wil_terugkoppeling",
}
"""Field of the form -> field of Melder."""


class MeldingRegistreren(HandelingPagina):
    """A report taken by phone: everything on one page, matching comes afterwards."""

    deur = verricht(melding_registreren)
    handeling = staticmethod(melding_registreren)
    formulier = MeldingRegistrerenFormulier
    template_name = "meldpunt/melding_formulier.html"
    titel = "Melding registreren"
    knop = "Melding opslaan"
    gelukt = "De melding is opgeslagen. Koppel haar nu aan een persoon."

    def beginwaarden(self) -> Mapping[str, Any]:
        return {
            "kanaal": Kanaal.TELEFOON,
            "gemeld_op": self.toegang.moment,
            "stroom": Stroom.ONDUIDELIJK,
            "urgentie": Urgentie.GEWOON,
        }

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        return met_melder(form.antwoorden())

    def kruimelpad(self) -> list[Kruimel]:
        return [Kruimel("Meldingen", reverse("meldpunt:meldingen")), Kruimel(self.titel)]

    def succes_url(self, resultaat: Any) -> str:
        return melding_url(resultaat.pk)

    def na_dubbel(self, object_id: uuid.UUID | None) -> str:
        return melding_url(object_id)

    def terug_url(self) -> str:
        return reverse("meldpunt:meldingen")


class MeldingAanvullen(HandelingPagina):
    """The same page, with what is saved now."""

    deur = verricht(melding_aanvullen)
    handeling = staticmethod(melding_aanvullen)
    formulier = MeldingAanvullenFormulier
    template_name = "meldpunt/melding_formulier.html"
    titel = "Melding aanvullen"
    gelukt = "De melding is aangevuld."

    def vind_onderwerp(self) -> Melding:
        return een_of_404(Melding.objects.voor(self.toegang), pk=self.kwargs["melding_id"])

    def beginwaarden(self) -> Mapping[str, Any]:
        melding = self.onderwerp
        melder = melder_van(self.toegang, melding)
        velden = set(self.formulier.base_fields) - set(MELDERVELDEN)
        return {veld: getattr(melding, veld) for veld in velden} | {
            naam: getattr(melder, veld) for naam, veld in MELDERVELDEN.items() if melder
        }

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        return met_melder(form.antwoorden())

    def kruimelpad(self) -> list[Kruimel]:
        return kruimels_van_melding(self.onderwerp, self.toegang.rol, self.titel)

    def terug_url(self) -> str:
        return melding_url(self.onderwerp.pk)


def met_melder(antwoorden: dict[str, Any]) -> dict[str, Any]:
    """The answers with those about the melder apart, as the service wants them."""
    melder = {veld: antwoorden.pop(naam) for naam, veld in MELDERVELDEN.items()}
    return antwoorden | {"melder": melder}
