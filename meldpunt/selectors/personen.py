"""Whom a dossier is about, for whoever may know that."""

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon


def personen_van_dossier(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Persoon]:
    """The hoofdbetrokkene first, then the nevenbetrokkenen."""
    return Persoon.objects.voor(toegang).filter(dossier_id=dossier_id)


@Lijst[Persoon]
def personen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Persoon]:
    """The same, for the page of the dossier."""
    return personen_van_dossier(toegang, dossier.pk)


def hoofdbetrokkene(toegang: Toegang, dossier: Dossier) -> Persoon | None:
    """The person whom the dossier is about, or ``None`` when this asker may not know."""
    personen = personen_in(toegang, dossier)
    return next((p for p in personen if p.rol == Persoonsrol.HOOFD), None)


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
    leeftijd = persoon.leeftijd_in_woorden(toegang.vandaag)
    return f"{persoon.volledige_naam}, {leeftijd}" if leeftijd else persoon.volledige_naam
