"""What leaving the aanpak rests on: exit conditions, the nota, advices of partners."""

from collections.abc import Sequence

from django.db.models import QuerySet

from casusregie.enums import Notasoort, Notastatus
from casusregie.models import Besluitnota, Herbeoordeling, Partneradvies, Uitstroomvoorwaarde
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang


@Lijst[Uitstroomvoorwaarde]
def voorwaarden_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Uitstroomvoorwaarde]:
    """The exit conditions of every instroom, the newest first."""
    return (
        Uitstroomvoorwaarde.objects.voor(toegang)
        .filter(dossier=dossier)
        .filter(nota__soort=Notasoort.INSTROOM, nota__status=Notastatus.BESLOTEN)
        .order_by("-nota__opgesteld_op", "volgorde")
    )


def uitstroomvoorwaarden(toegang: Toegang, dossier: Dossier) -> list[Uitstroomvoorwaarde]:
    """The exit conditions set by the instroom that counts now: the newest one."""
    rijen = voorwaarden_in(toegang, dossier)
    return [rij for rij in rijen if rij.nota_id == rijen[0].nota_id]


def gehaald_in_woorden(voorwaarden: Sequence[Uitstroomvoorwaarde]) -> str:
    """For the phase bar: "voorwaarden: 2 van 4 gehaald"."""
    gehaald = sum(rij.gehaald_op is not None for rij in voorwaarden)
    return f"voorwaarden: {gehaald} van {len(voorwaarden)} gehaald"


@Lijst[Besluitnota]
def notas_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Besluitnota]:
    """The notas of a dossier for who may read them, newest first."""
    return (
        Besluitnota.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("beoordeling", "opgesteld_door__medewerker")
        .order_by("-opgesteld_op", "-pk")
    )


def afschalingsnota(toegang: Toegang, dossier: Dossier) -> Besluitnota | None:
    """The newest proposal to scale down, for who may read it."""
    notas = notas_in(toegang, dossier)
    return next((nota for nota in notas if nota.soort == Notasoort.AFSCHALING), None)


@Lijst[Partneradvies]
def partneradviezen(toegang: Toegang, dossier: Dossier) -> QuerySet[Partneradvies]:
    """What partners were asked and answered, newest proposal first."""
    return (
        Partneradvies.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("nota", "organisatie", "gegeven_door__medewerker")
        .order_by("-gevraagd_op", "organisatie__naam")
    )


@Lijst[Herbeoordeling]
def herbeoordelingen(toegang: Toegang, dossier: Dossier) -> QuerySet[Herbeoordeling]:
    """The reviews of the case, newest first."""
    return (
        Herbeoordeling.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("gedaan_door__medewerker", "beoordeling")
        .order_by("-gedaan_op", "-pk")
    )
