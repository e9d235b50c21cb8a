"""Who may say that somebody knows the person of a dossier, and who may lift that."""

import uuid

from django.db.models import QuerySet

from convenant.enums import Relatie, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import (
    Belangenconflict,
    Betrokkenheid,
    Dossier,
    Hoedanigheid,
    Medewerker,
    Noodtoegang,
    Taak,
)
from convenant.regelboek import LEESROLLEN
from convenant.toegang import REGIEROLLEN, Toegang

MELDERS = tuple(rol for rol in LEESROLLEN if rol != Rol.LID_COMMISSIE)
"""Who can come upon somebody he knows. The Commissie reads no names."""
REDEN = "voor wie de deur dichtgaat, gaat zij overal dicht"


@regel(*MELDERS, ook_in_nood=True)
def belangenconflict_melden(toegang: Toegang, dossier: Dossier) -> None:
    """Whoever may know of the dossier, about himself, always: also who reads it in need."""


@regel(Rol.PROCESREGISSEUR)
def belangenconflict_registreren(toegang: Toegang, dossier: Dossier) -> None:
    """The procesregisseur writes down what somebody told him."""


@regel(Rol.PROCESREGISSEUR)
def belangenconflict_opheffen(toegang: Toegang, conflict: Belangenconflict) -> None:
    """Never one's own."""
    if not conflict.loopt:
        raise Geweigerd("Dit belangenconflict is al opgeheven.")
    if conflict.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("Een belangenconflict van uzelf heft een andere procesregisseur op.")


def te_registreren(toegang: Toegang, dossier: Dossier) -> QuerySet[Medewerker]:
    """Everyone else who may come upon this dossier and has no conflict in it yet."""
    al = lopende_conflicten(dossier.pk).values("medewerker_id")
    rollen = Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(toegang.vandaag), rol__in=MELDERS)
    return (
        Medewerker.objects.filter(pk__in=rollen.values("medewerker_id"))
        .exclude(pk=toegang.medewerker_id)
        .exclude(pk__in=al)
        .order_by("naam", "pk")
    )


def lopende_conflicten(dossier_id: uuid.UUID) -> QuerySet[Belangenconflict]:
    """Every conflict in this dossier that nobody lifted."""
    rijen = Belangenconflict.objects.buiten_toegang(REDEN)
    return rijen.filter(dossier_id=dossier_id, opgeheven_op__isnull=True)


def betrokkenheden_van(dossier_id: uuid.UUID, medewerker: Medewerker) -> list[Betrokkenheid]:
    """Whatever he has in the dossier in any of his roles, running or still to begin."""
    rijen = Betrokkenheid.objects.buiten_toegang(REDEN).filter(
        content_object_id=dossier_id, user=medewerker, beeindigd_op__isnull=True
    )
    return list(rijen.select_related("content_object", "permission", "hoedanigheid__organisatie"))


def noodtoegang_van(dossier_id: uuid.UUID, medewerker: Medewerker) -> list[Noodtoegang]:
    """What he reads of it in need and nobody ended."""
    rijen = Noodtoegang.objects.buiten_toegang(REDEN)
    return list(
        rijen.filter(
            dossier_id=dossier_id, hoedanigheid__medewerker=medewerker, beeindigd_op__isnull=True
        )
    )


def open_taken_van(dossier_id: uuid.UUID, medewerker: Medewerker) -> list[Taak]:
    """What he by name still has to do in it."""
    rijen = Taak.objects.buiten_toegang(REDEN).select_for_update(of=("self",))
    return list(
        rijen.filter(
            dossier_id=dossier_id,
            voor_hoedanigheid__medewerker=medewerker,
            gereed_op__isnull=True,
        )
    )


def wie_neemt_over(
    toegang: Toegang, dossier_id: uuid.UUID, medewerker: Medewerker
) -> Hoedanigheid | None:
    """Who leads the case beside him: the regisseur, or else the waarnemer."""
    rijen = (
        Betrokkenheid.objects.buiten_toegang(REDEN)
        .filter(Betrokkenheid.lopend_op(toegang.vandaag), content_object_id=dossier_id)
        .filter(permission__codename__in=REGIEROLLEN)
        .exclude(user=medewerker)
        .select_related("hoedanigheid", "permission")
    )
    volgorde = (Relatie.REGISSEUR, Relatie.WAARNEMER)
    rij = min(rijen, key=lambda r: volgorde.index(Relatie(r.permission.codename)), default=None)
    return rij.hoedanigheid if rij is not None else None


def procesregie_zonder(toegang: Toegang, medewerker: Medewerker) -> Hoedanigheid | None:
    """A procesregisseur who is somebody else: his role and organisation get the work."""
    return (
        Hoedanigheid.objects.filter(
            Hoedanigheid.geldig_op(toegang.vandaag), rol=Rol.PROCESREGISSEUR
        )
        .exclude(medewerker=medewerker)
        .select_related("organisatie")
        .order_by("van", "pk")
        .first()
    )
