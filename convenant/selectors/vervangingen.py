"""Who takes whose place, from when until when."""

import uuid
from collections.abc import Callable

from django.db.models import Q, QuerySet

from casusregie.ui import tijd
from convenant.enums import Rol
from convenant.models import Hoedanigheid, Vervanging
from convenant.selectors.betrokkenen import hoedanigheden_met_rol
from convenant.toegang import Toegang


def vervangingen(toegang: Toegang) -> QuerySet[Vervanging]:
    """Those that this asker may know, with the names of both."""
    return Vervanging.objects.voor(toegang).select_related(
        "afwezige__medewerker",
        "afwezige__organisatie",
        "vervanger__medewerker",
        "vervanger__organisatie",
        "geregeld_door__medewerker",
    )


def lopende_vervangingen(toegang: Toegang) -> QuerySet[Vervanging]:
    """Those that give something today."""
    return vervangingen(toegang).filter(Vervanging.lopend_op(toegang.vandaag))


def wie_ik_vervang(toegang: Toegang) -> list[Vervanging]:
    """Whose place this asker takes today, and until when."""
    if not toegang.vervangt:
        return []
    mijn = lopende_vervangingen(toegang).filter(vervanger_id=toegang.hoedanigheid_id)
    return list(mijn.order_by("tot", "pk"))


def in_woorden(vervanging: Vervanging) -> str:
    """Whose place it is and until when: *vervanging voor Rik de Boer (casusregisseur), tot …*."""
    wie = vervanging.afwezige
    rol = wie.get_rol_display()
    return f"vervanging voor {wie.medewerker.naam} ({rol}), tot en met {tijd.datum(vervanging.tot)}"


def vervangers_van(toegang: Toegang, afwezigen: set[uuid.UUID]) -> dict[uuid.UUID, Vervanging]:
    """Who takes the place of these people today, by the hoedanigheid of who is away."""
    rijen = lopende_vervangingen(toegang).filter(afwezige_id__in=afwezigen)
    return {rij.afwezige_id: rij for rij in rijen.order_by("pk")}


def mogelijke_vervangers(toegang: Toegang, afwezige: Hoedanigheid) -> QuerySet[Hoedanigheid]:
    """Who can take this place: the same role for the same organisation.

    Never who arranges it: nobody gives himself what another has.
    """
    return (
        hoedanigheden_met_rol(Rol(afwezige.rol), toegang=toegang)
        .filter(organisatie_id=afwezige.organisatie_id)
        .exclude(medewerker_id__in=[afwezige.medewerker_id, toegang.medewerker_id])
    )


def _niet_voorbij(toegang: Toegang) -> QuerySet[Vervanging]:
    return vervangingen(toegang).filter(beeindigd_op__isnull=True, tot__gte=toegang.vandaag)


STANDEN: dict[str, Callable[[Toegang], QuerySet[Vervanging]]] = {
    "open": _niet_voorbij,
    "mijn": lambda toegang: vervangingen(toegang).filter(
        Q(afwezige_id=toegang.hoedanigheid_id) | Q(vervanger_id=toegang.hoedanigheid_id)
    ),
    "alle": vervangingen,
}
"""The states in which people look for vervangingen."""
