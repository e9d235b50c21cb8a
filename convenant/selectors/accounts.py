"""Accounts and organisations, for who keeps them; an accountbeheerder sees the own organisation."""

from django.db.models import Prefetch, Q, QuerySet

from convenant.enums import Rol
from convenant.models import Hoedanigheid, Medewerker, Organisatie
from convenant.toegang import Toegang


def medewerkers(toegang: Toegang, *, ook_gesloten: bool = False) -> QuerySet[Medewerker]:
    """The accounts that this beheerder keeps, with their capacities: nothing of a dossier.

    An accountbeheerder sees of each only what he does for the own organisation.
    """
    rollen = beheerde_hoedanigheden(toegang).order_by("-van", "pk")
    lijst = Medewerker.objects.prefetch_related(Prefetch("hoedanigheden", queryset=rollen))
    if toegang.rol == Rol.ACCOUNTBEHEERDER:
        lijst = lijst.filter(pk__in=rollen.order_by().values("medewerker"))
    return lijst if ook_gesloten else lijst.filter(is_active=True)


def beheerde_hoedanigheden(toegang: Toegang) -> QuerySet[Hoedanigheid]:
    """The capacities that this beheerder keeps, with person and organisation."""
    lijst = Hoedanigheid.objects.select_related("medewerker", "organisatie")
    if toegang.rol == Rol.ACCOUNTBEHEERDER:
        return lijst.filter(organisatie_id=toegang.organisatie_id)
    return lijst


def te_bevestigen(toegang: Toegang) -> QuerySet[Hoedanigheid]:
    """What this beheerder confirms once a year and nobody ended, what stops first on top."""
    eigen = Q(organisatie_id=toegang.organisatie_id)
    if toegang.rol == Rol.FUNCTIONEEL_BEHEERDER:
        eigen |= Q(rol=Rol.ACCOUNTBEHEERDER)
    return (
        beheerde_hoedanigheden(toegang)
        .filter(Hoedanigheid.loopt_op(toegang.vandaag), eigen, medewerker__is_active=True)
        .exclude(medewerker_id=toegang.medewerker_id)
        .order_by("bevestigd_tot", "pk")
    )


def organisaties() -> QuerySet[Organisatie]:
    """All parties of the convenant, for choice fields."""
    return Organisatie.objects.order_by("naam")
