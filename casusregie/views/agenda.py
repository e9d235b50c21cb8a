"""The deeds on an agenda: filled, added to, put in order, passed on."""

from typing import Any

from django.urls import reverse

from casusregie.forms.overleg import (
    AgendapuntDoorschuivenFormulier,
    AgendapuntToevoegenFormulier,
    AgendapuntVerplaatsenFormulier,
)
from casusregie.models import Agendapunt
from casusregie.selectors.overleg import dossier_met_nummer
from casusregie.services.agenda import (
    agenda_vullen,
    agendapunt_doorschuiven,
    agendapunt_toevoegen,
    agendapunt_verplaatsen,
)
from casusregie.ui.blokken import Kruimel
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.toegang import Toegang

from .overleg import OverlegPagina, kruimels_van_overleg, openen_url


class AgendaVullen(OverlegPagina):
    """Put what waits on the agenda."""

    deur = verricht(agenda_vullen)
    handeling = staticmethod(agenda_vullen)
    titel = "Agenda vullen"
    uitleg = "Wegingen, hamerstukken, plannen en herbeoordelingen die wachten komen op de agenda."
    knop = "Vullen"
    gelukt = "De agenda is bijgewerkt."


class AgendapuntToevoegen(OverlegPagina):
    """Add an item by hand."""

    deur = verricht(agendapunt_toevoegen)
    handeling = staticmethod(agendapunt_toevoegen)
    formulier = AgendapuntToevoegenFormulier
    titel = "Agendapunt toevoegen"
    knop = "Toevoegen"
    gelukt = "Het punt staat op de agenda."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"zoek_dossier": lambda nummer: dossier_met_nummer(self.toegang, nummer)}


class PuntPagina(HandelingPagina):
    """A deed on one item of an agenda."""

    werk_label = "Overleg openen"

    @property
    def lezer(self) -> Toegang:
        """Who looks at the page: who asks."""
        return self.toegang

    def vind_onderwerp(self) -> Agendapunt:
        punten = Agendapunt.objects.voor(self.lezer)
        met_alles = punten.select_related("overleg", "dossier", "weging", "duiding")
        return een_of_404(met_alles, pk=self.kwargs["punt_id"])

    def terug_url(self) -> str:
        return reverse("casusregie:overleg_inzien", args=[self.onderwerp.overleg_id])

    def kruimelpad(self) -> list[Kruimel]:
        return kruimels_van_overleg(self.onderwerp.overleg, self.titel)

    def werk_url(self) -> str:
        return openen_url(self.onderwerp.overleg)


class AgendapuntDoorschuiven(PuntPagina):
    """Pass the item on to the next meeting."""

    deur = verricht(agendapunt_doorschuiven)
    handeling = staticmethod(agendapunt_doorschuiven)
    formulier = AgendapuntDoorschuivenFormulier
    titel = "Agendapunt doorschuiven"
    knop = "Doorschuiven"
    gelukt = "Het punt staat op de agenda van het volgende overleg."


class AgendapuntVerplaatsen(PuntPagina):
    """One place up or down."""

    deur = verricht(agendapunt_verplaatsen)
    handeling = staticmethod(agendapunt_verplaatsen)
    formulier = AgendapuntVerplaatsenFormulier
    titel = "Agendapunt verplaatsen"
    knop = "Verplaatsen"
    gelukt = ""
