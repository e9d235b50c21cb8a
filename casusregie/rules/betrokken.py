"""Who is in a case today: facts that decide who gets work and who is asked."""

import uuid

from convenant.enums import Relatie, Rol
from convenant.models import BeschermdQuerySet, Betrokkenheid, Hoedanigheid
from convenant.toegang import Toegang


def regisseur_nu(toegang: Toegang, dossier_id: uuid.UUID) -> Hoedanigheid | None:
    """Who leads the dossier today."""
    rij = _vandaag(toegang, dossier_id).filter(permission__codename=Relatie.REGISSEUR).last()
    return rij.hoedanigheid if rij else None


def partners_nu(toegang: Toegang, dossier_id: uuid.UUID) -> list[Hoedanigheid]:
    """One person per partner organisation: who has been in the case longest."""
    eerste: dict[uuid.UUID, Hoedanigheid] = {}
    for rij in _vandaag(toegang, dossier_id).filter(permission__codename=Relatie.PARTNER):
        eerste.setdefault(rij.hoedanigheid.organisatie_id, rij.hoedanigheid)
    return list(eerste.values())


def is_betrokken(toegang: Toegang, dossier_id: uuid.UUID, wie: Hoedanigheid) -> bool:
    """Whether someone is involved in the dossier today, in whatever relation."""
    return _vandaag(toegang, dossier_id).filter(hoedanigheid=wie).exists()


def hoedanigheid_met_rol(toegang: Toegang, rol: Rol) -> Hoedanigheid | None:
    """Someone who has this role today: the role in that organisation gets the task."""
    return (
        Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(toegang.vandaag), rol=rol)
        .select_related("organisatie")
        .order_by("van", "pk")
        .first()
    )


def _vandaag(toegang: Toegang, dossier_id: uuid.UUID) -> BeschermdQuerySet:
    return (
        Betrokkenheid.objects.buiten_toegang("werk gaat naar wie nu betrokken is")
        .filter(Betrokkenheid.lopend_op(toegang.vandaag), content_object_id=dossier_id)
        .select_related("hoedanigheid__medewerker", "hoedanigheid__organisatie")
        .order_by("van", "pk")
    )
