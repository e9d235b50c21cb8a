"""Who is involved in a dossier, from when until when, and why."""

import uuid

from django.db.models import Case, QuerySet, Value, When

from convenant.enums import Niveau, Relatie, Rol
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid, Organisatie
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

VOLGORDE = (
    "van",
    Case(*(When(permission__codename=r, then=Value(n)) for n, r in enumerate(Relatie))),
    "hoedanigheid__medewerker__naam",
    "pk",
)
"""Who came first; on the same day the regisseur, the deputy, and the others by name."""


def betrokken_vanuit(toegang: Toegang, organisatie_id: uuid.UUID) -> QuerySet[Betrokkenheid]:
    """Running involvements of people of one organisation, where the asker may know who they are."""
    return (
        Betrokkenheid.objects.voor(toegang)
        .filter(
            Betrokkenheid.lopend_op(toegang.vandaag), hoedanigheid__organisatie_id=organisatie_id
        )
        .select_related("content_object", "hoedanigheid__medewerker", "permission")
        .order_by("content_object__nummer", "pk")
    )


def betrokkenheden(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Betrokkenheid]:
    """Every period of involvement in this dossier, present ones and ended ones."""
    return (
        Betrokkenheid.objects.voor(toegang)
        .filter(content_object_id=dossier_id)
        .select_related(
            "permission",
            "hoedanigheid__medewerker",
            "hoedanigheid__organisatie",
            "verleend_door__medewerker",
        )
        .order_by(*VOLGORDE)
    )


@Lijst[Betrokkenheid]
def betrokken_nu_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Betrokkenheid]:
    """Who is in this dossier today, in whatever relation, for who may know its process."""
    return (
        Betrokkenheid.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(Betrokkenheid.lopend_op(toegang.vandaag), content_object_id=dossier.pk)
        .select_related("permission", "hoedanigheid__medewerker", "hoedanigheid__organisatie")
        .order_by(*VOLGORDE)
    )


def lopende_betrokkenheden(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Betrokkenheid]:
    """The involvements in this dossier that count now."""
    return betrokkenheden(toegang, dossier_id).filter(Betrokkenheid.lopend_op(toegang.vandaag))


def regisseur_van(dossier_id: uuid.UUID, toegang: Toegang) -> Betrokkenheid | None:
    """The involvement of the present casusregisseur, if the dossier has one."""
    return (
        lopende_betrokkenheden(toegang, dossier_id)
        .filter(permission__codename=Relatie.REGISSEUR)
        .first()
    )


def regie_van_een_ander(toegang: Toegang) -> Organisatie:
    """The organisation of a procesregisseur who is somebody else: where a second person is asked."""
    regie = hoedanigheden_met_rol(Rol.PROCESREGISSEUR, toegang=toegang)
    ander = regie.exclude(medewerker_id=toegang.medewerker_id).first()
    if ander is not None:
        return ander.organisatie
    return Organisatie.objects.get(pk=toegang.organisatie_id)


def hoedanigheden_met_rol(*rollen: Rol, toegang: Toegang) -> QuerySet[Hoedanigheid]:
    """People who can be asked now in one of these roles, for choice fields."""
    return (
        Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(toegang.vandaag), rol__in=rollen)
        .select_related("medewerker", "organisatie")
        .order_by("organisatie__naam", "medewerker__naam")
    )
