"""Whom a dossier is about, for whoever may know that."""

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon


def personen_van_dossier(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Persoon]:
    """The hoofdbetrokkene first, then the nevenbetrokkenen."""
    return Persoon.objects.voor(toegang).filter(dossier_id=dossier_id)


def hoofdbetrokkene(toegang: Toegang, dossier_id: uuid.UUID) -> Persoon | None:
    """The person whom the dossier is about, or ``None`` when this asker may not know."""
    return personen_van_dossier(toegang, dossier_id).filter(rol=Persoonsrol.HOOFD).first()


def namen_bij_dossiers(toegang: Toegang, dossier_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The name of the hoofdbetrokkene per dossier, only where this asker may know it."""
    return {
        persoon.dossier_id: persoon.volledige_naam
        for persoon in Persoon.objects.voor(toegang).filter(
            dossier_id__in=list(dossier_ids), rol=Persoonsrol.HOOFD
        )
    }


def naam_en_leeftijd(persoon: Persoon, toegang: Toegang) -> str:
    """A name with the age in years, as on the overview of a dossier."""
    leeftijd = persoon.leeftijd(toegang.vandaag)
    if leeftijd is None:
        return persoon.volledige_naam
    ongeveer = "" if persoon.geboortedatum else "ongeveer "
    return f"{persoon.volledige_naam}, {ongeveer}{leeftijd} jaar"
