"""What leaving the aanpak rests on: exit conditions, the nota, advices of partners."""

import uuid
from collections.abc import Sequence

from django.db.models import QuerySet

from casusregie.enums import Notasoort, Notastatus
from casusregie.models import Besluitnota, Herbeoordeling, Partneradvies, Uitstroomvoorwaarde
from convenant.toegang import Toegang


def uitstroomvoorwaarden(toegang: Toegang, dossier_id: uuid.UUID) -> list[Uitstroomvoorwaarde]:
    """The exit conditions set by the instroom that counts now: the newest one."""
    rijen = list(
        Uitstroomvoorwaarde.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .filter(nota__soort=Notasoort.INSTROOM, nota__status=Notastatus.BESLOTEN)
        .select_related("dossier", "nota")
        .order_by("-nota__opgesteld_op", "volgorde")
    )
    return [rij for rij in rijen if rij.nota_id == rijen[0].nota_id]


def gehaald_in_woorden(voorwaarden: Sequence[Uitstroomvoorwaarde]) -> str:
    """For the phase bar: "voorwaarden: 2 van 4 gehaald"."""
    gehaald = sum(rij.gehaald_op is not None for rij in voorwaarden)
    return f"voorwaarden: {gehaald} van {len(voorwaarden)} gehaald"


def afschalingsnota(toegang: Toegang, dossier_id: uuid.UUID) -> Besluitnota | None:
    """The newest proposal to scale down, for who may read it."""
    return (
        Besluitnota.objects.voor(toegang)
        .filter(dossier_id=dossier_id, soort=Notasoort.AFSCHALING)
        .select_related("beoordeling", "opgesteld_door__medewerker")
        .order_by("-opgesteld_op")
        .first()
    )


def partneradviezen(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Partneradvies]:
    """What partners were asked and answered, newest proposal first."""
    return (
        Partneradvies.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("dossier", "nota", "organisatie", "gegeven_door__medewerker")
        .order_by("-gevraagd_op", "organisatie__naam")
    )


def herbeoordelingen(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Herbeoordeling]:
    """The reviews of the case, newest first."""
    return (
        Herbeoordeling.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("gedaan_door__medewerker", "beoordeling")
        .order_by("-gedaan_op", "-pk")
    )
