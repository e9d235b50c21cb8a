"""For whom someone speaks when he records something."""

import uuid

from convenant.enums import Organisatiesoort, Rol
from convenant.models import Organisatie
from convenant.toegang import Toegang

REGIE = (Rol.CASUSREGISSEUR, Rol.PROCESREGISSEUR)


def eigen_bron(toegang: Toegang) -> uuid.UUID:
    """The source of what this person records himself: the organisation he acts for.

    A regisseur whom a GGD employs acts as regisseur of the municipality (domein.md §5); what he
    records would else be medisch, and nobody would read it.
    """
    if toegang.organisatiesoort != Organisatiesoort.ZORG or not toegang.is_een(*REGIE):
        return toegang.organisatie_id
    gemeente = Organisatie.objects.filter(soort=Organisatiesoort.GEMEENTE).order_by("naam").first()
    return gemeente.pk if gemeente else toegang.organisatie_id
