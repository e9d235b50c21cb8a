"""Incidents as people look for them, and what became of them since something was built on them."""

import uuid
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from beoordeling.selectors.bronwijzigingen import Bronwijziging, er_was, sindsdien, wat_gewijzigd
from convenant.enums import Fase, Niveau
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang, niveau_van
from monitoring.models import Incident
from monitoring.rules.lezen import MONITORINGROLLEN


@Lijst[Incident]
def incidenten(toegang: Toegang, dossier: Dossier) -> QuerySet[Incident]:
    """The incidents of which this asker may know at least that they exist, newest first."""
    return (
        Incident.objects.voor(toegang, minstens=Niveau.BESTAAN)
        .filter(dossier=dossier)
        .select_related("bron", "vastgelegd_door__medewerker")
        .order_by("-gebeurd_op", "-vastgelegd_op")
    )


def incident_gedeeld(toegang: Toegang, incident: Incident) -> bool:
    """Whether the words of this incident are shared with this asker."""
    return (
        niveau_van(
            toegang,
            categorie=incident.kenniscategorie,
            fase=Fase(incident.dossier.fase),
            dossier_id=incident.dossier_id,
            bron_id=incident.bron_id,
            vastgelegd_op=incident.vastgelegd_op,
            stuk_id=incident.pk,
        )
        == Niveau.INHOUD
    )


def bekende_incidenten(toegang: Toegang, dossier: Dossier) -> list[tuple[Incident, bool]]:
    """Each with whether its words are shared; an erased one is told only to who read it."""
    gedeeld = [(rij, incident_gedeeld(toegang, rij)) for rij in incidenten(toegang, dossier)]
    return [(rij, leest) for rij, leest in gedeeld if leest or rij.gewist_op is None]


def incident_url(toegang: Toegang, incident: Incident) -> str:
    """Its page; none for who reads along for a role that has no pages here."""
    if not toegang.is_een(*MONITORINGROLLEN):
        return ""
    return reverse("monitoring:incident_inzien", args=[incident.pk])


def gewijzigde_incidenten(
    toegang: Toegang, dossier_id: uuid.UUID, begonnen: datetime, klaar: datetime | None
) -> list[Bronwijziging]:
    """The incidents that may be under something made from ``begonnen`` until ``klaar``."""
    rijen = (
        Incident.objects.voor(toegang)
        .filter(sindsdien(begonnen), er_was(klaar), dossier_id=dossier_id)
        .select_related("bron")
        .order_by("-gebeurd_op", "-pk")
    )
    return [
        Bronwijziging(
            wat=wat_gewijzigd(rij),
            soort="incident",
            gebeurd_op=rij.gebeurd_op,
            bron=rij.bron.naam,
            url=incident_url(toegang, rij),
        )
        for rij in rijen
    ]
