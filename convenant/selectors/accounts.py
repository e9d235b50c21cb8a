"""Accounts and organisations, for the functioneel beheerder."""

from django.db.models import Prefetch, QuerySet

from convenant.models import Hoedanigheid, Medewerker, Organisatie


def medewerkers(*, ook_gesloten: bool = False) -> QuerySet[Medewerker]:
    """All accounts with their capacities; accounts hold nothing of a dossier."""
    rollen = Hoedanigheid.objects.select_related("organisatie").order_by("-van", "pk")
    lijst = Medewerker.objects.prefetch_related(Prefetch("hoedanigheden", queryset=rollen))
    return lijst if ook_gesloten else lijst.filter(is_active=True)


def organisaties() -> QuerySet[Organisatie]:
    """All parties of the convenant, for choice fields."""
    return Organisatie.objects.order_by("naam")
