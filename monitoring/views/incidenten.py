"""The page of one incident, and the forms by which its source tells it or changes it."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from casusregie.ui.blokken import Feit
from casusregie.ui.tijd import datum, moment
from convenant.enums import Categorie, Wisgrond
from convenant.guard import (
    HandelingPagina,
    StukPagina,
    StukWaarom,
    WissenVragenPagina,
    een_of_404,
    inzage,
    verricht,
)
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Wissing
from convenant.selectors.versies import Woorden, verleden_van
from convenant.selectors.wissing import wissingen
from convenant.toegang import Mogelijkheid, Toegang
from monitoring.enums import incidentcategorieen
from monitoring.forms.incidenten import (
    IncidentCorrigerenFormulier,
    IncidentIntrekkenFormulier,
    IncidentVastleggenFormulier,
)
from monitoring.models import Incident
from monitoring.rules.lezen import MONITORINGROLLEN
from monitoring.services.incidenten import (
    incident_corrigeren,
    incident_intrekken,
    incident_vastleggen,
    incident_wissen_vragen,
)


class IncidentVastleggen(HandelingPagina):
    """Tell of an incident."""

    deur = verricht(incident_vastleggen)
    handeling = staticmethod(incident_vastleggen)
    formulier = IncidentVastleggenFormulier
    titel = "Incident vastleggen"
    uitleg = "Is er nu gevaar? Bel eerst 112. Leg het incident daarna vast."
    knop = "Incident vastleggen"
    gelukt = "Het incident is vastgelegd."

    def vind_onderwerp(self) -> Dossier:
        """The dossier of the URL."""
        return self.dossier()

    def formulier_argumenten(self) -> dict[str, Any]:
        """Which kinds of information this organisation can record."""
        return {"categorieen": incidentcategorieen(self.toegang.organisatiesoort, self.toegang.rol)}

    def beginwaarden(self) -> Mapping[str, Any]:
        """An incident is usually strafrechtelijk information."""
        return {"gebeurd_op": self.toegang.vandaag, "categorie": Categorie.STRAFRECHTELIJK}

    def terug_url(self) -> str:
        """The tab Monitoring."""
        return reverse("monitoring:monitoring_inzien", args=[self.kwargs["dossier_id"]])


class IncidentInzien(StukPagina[Incident]):
    """One incident with its source, and what stood there before it was corrected."""

    deur = inzage("incident_inzien", *MONITORINGROLLEN, titel="Incident")
    template_name = "monitoring/incident_inzien.html"
    tab = "monitoring"

    def vind_stuk(self) -> Incident:
        """The incident of the URL."""
        return incident_of_404(self.toegang, self.kwargs["incident_id"])

    def gegevens(self) -> dict[str, Any]:
        """What is told of it, what stood there first, and what its source can do."""
        self.gelezen = self.stuk
        daden = (incident_corrigeren, incident_intrekken)
        verleden = verleden_van(self.toegang, self.stuk, daden, _in_woorden)
        return {
            "incident": self.stuk,
            "feiten": _feiten(self.stuk),
            "eerdere": verleden.eerdere,
            "intrekreden": verleden.intrekreden,
            "wissing": wissingen(self.toegang).filter(pk=self.stuk.pk).first(),
            "mogelijkheden": _knoppen(self.toegang, self.stuk),
        }


class IncidentWaarom(StukWaarom[Incident]):
    """The rule that gives this incident, on what it rests here, and what would end it."""

    deur = inzage("incident_waarom", *MONITORINGROLLEN, titel="Waarom mag ik dit incident zien?")
    tab = "monitoring"
    soortnaam = "Incident"
    vind_stuk = IncidentInzien.vind_stuk

    def stuk_url(self) -> str:
        """Its own page."""
        return _url(self.stuk)


class _OverIncident(HandelingPagina):
    """A form about one incident, from its page and back to it."""

    def vind_onderwerp(self) -> Incident:
        """The incident of the URL."""
        return incident_of_404(self.toegang, self.kwargs["incident_id"])

    def terug_url(self) -> str:
        """The page of the incident."""
        return reverse("monitoring:incident_inzien", args=[self.kwargs["incident_id"]])


class IncidentCorrigeren(_OverIncident):
    """Put right what one told oneself."""

    deur = verricht(incident_corrigeren)
    handeling = staticmethod(incident_corrigeren)
    formulier = IncidentCorrigerenFormulier
    titel = "Incident corrigeren"
    uitleg = "De eerste tekst blijft bewaard en is voor lezers zichtbaar."
    gelukt = "De correctie is opgeslagen."

    def beginwaarden(self) -> Mapping[str, Any]:
        """What stands there now."""
        velden = ("gebeurd_op", "aard", "tekst", "gevolg")
        return {veld: getattr(self.onderwerp, veld) for veld in velden}


class IncidentIntrekken(_OverIncident):
    """Take back what one's organisation told."""

    deur = verricht(incident_intrekken)
    handeling = staticmethod(incident_intrekken)
    formulier = IncidentIntrekkenFormulier
    titel = "Incident intrekken"
    uitleg = (
        "Niemand leest de tekst hierna nog, behalve de bron. Wie het kreeg, krijgt de vraag om "
        "het te vernietigen. Mag er niets van blijven staan? Laat het daarna wissen."
    )
    knop = "Intrekken"
    gelukt = "Het incident is ingetrokken."

    def waarover(self) -> str:
        """Which one."""
        return f"{self.onderwerp.kop} ({datum(self.onderwerp.gebeurd_op)})"


class IncidentWissenVragen(_OverIncident, WissenVragenPagina):
    """Ask a second person to erase an incident that was withdrawn."""

    deur = verricht(incident_wissen_vragen)
    handeling = staticmethod(incident_wissen_vragen)
    titel = "Incident laten wissen"
    gronden = tuple(grond for grond in Wisgrond if grond != Wisgrond.TERMIJN)

    def waarover(self) -> str:
        """Which one."""
        return f"Incident van {datum(self.onderwerp.gebeurd_op)}"

    def succes_url(self, resultaat: Wissing) -> str:
        """What was asked, and of whom."""
        return reverse("beoordeling:wissing_inzien", args=[resultaat.pk])


def incident_of_404(toegang: Toegang, incident_id: Any) -> Incident:
    """The incident, when this asker may read its content."""
    qs = Incident.objects.voor(toegang).select_related(
        "dossier", "bron", "vastgelegd_door__medewerker"
    )
    return een_of_404(qs, pk=incident_id)


def _url(incident: Incident) -> str:
    return reverse("monitoring:incident_inzien", args=[incident.pk])


def _in_woorden(versie: Any) -> Woorden:
    daarna = [f"Daarna: {versie.gevolg}"] if versie.gevolg else []
    kop = versie.get_aard_display().capitalize()
    return Woorden(kop, versie.gebeurd_op, [versie.tekst, *daarna])


def _knoppen(toegang: Toegang, incident: Incident) -> list[Mogelijkheid]:
    return [
        mogelijkheid(
            toegang,
            deed,
            incident,
            label=label,
            url=reverse(f"monitoring:{deed.__name__}", args=[incident.pk]),
        )
        for deed, label in _daden(incident)
    ]


def _daden(incident: Incident) -> tuple[tuple[Any, str], ...]:
    """What can still be done with it: of what was withdrawn only that it goes altogether."""
    if incident.gewist_op is not None:
        return ()
    if incident.ingetrokken_op is not None:
        return ((incident_wissen_vragen, "Laten wissen"),)
    return ((incident_corrigeren, "Corrigeren"), (incident_intrekken, "Intrekken"))


def _feiten(incident: Incident) -> list[Feit]:
    gewist = incident.gewist_op is not None
    return [
        Feit("Bron", incident.bron.naam, toelichting=incident.bron.contactpunt),
        Feit("Categorie", incident.get_categorie_display()),
        Feit("Gewist", moment(incident.gewist_op))
        if gewist
        else Feit("Gebeurd", datum(incident.gebeurd_op)),
        Feit(
            "Vastgelegd",
            moment(incident.vastgelegd_op),
            toelichting=incident.vastgelegd_door.medewerker.naam,
        ),
    ]
