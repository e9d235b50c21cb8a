"""Who is involved in a dossier, from when until when, and why."""

import uuid

from django.db.models import QuerySet

from convenant.enums import Relatie, Rol
from convenant.models import Betrokkenheid, Hoedanigheid
from convenant.toegang import Toegang


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
        .order_by("van", "pk")
    )


def regisseur_van(dossier_id: uuid.UUID, toegang: Toegang) -> Betrokkenheid | None:
    """The involvement of the present casusregisseur, if the dossier has one."""
    dag = toegang.vandaag
    return next(
        (
            b
            for b in betrokkenheden(toegang, dossier_id)
            if b.permission.codename == Relatie.REGISSEUR
            and b.van <= dag
            and (b.tot is None or b.tot >= dag)
        ),
        None,
    )


def hoedanigheden_met_rol(*rollen: Rol, toegang: Toegang) -> QuerySet[Hoedanigheid]:
    """People who can be asked now in one of these roles, for choice fields."""
    dag = toegang.vandaag
    return (
        Hoedanigheid.objects.filter(rol__in=rollen, medewerker__is_active=True, van__lte=dag)
        .filter(ingetrokken_op__isnull=True)
        .exclude(tot__lt=dag)
        .select_related("medewerker", "organisatie")
        .order_by("organisatie__naam", "medewerker__naam")
    )
