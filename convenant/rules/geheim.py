"""What care was asked or has to answer: for the procesregisseur, and nobody beside him."""

import uuid

from django.db.models import Q

from convenant.enums import VRAAG_EN_ANTWOORD, Organisatiesoort
from convenant.models import Terughaalpost, Verstrekking


def gevraagd_aan_zorg(dossier_id: uuid.UUID) -> set[uuid.UUID]:
    """The stukken by which the logboek would tell that a care organisation was asked something."""
    zorg = Organisatiesoort.ZORG
    vragen = (
        Verstrekking.objects.buiten_toegang("juist wie het niet mag weten, mag geen regel zien")
        .filter(Q(van__soort=zorg) | Q(naar__soort=zorg), soort__in=VRAAG_EN_ANTWOORD)
        .filter(dossier_id=dossier_id)
        .order_by()
        .values_list("stuk_id", flat=True)
    )
    posten = (
        Terughaalpost.objects.buiten_toegang("idem, voor wat de zorg terug moet halen")
        .filter(dossier_id=dossier_id, organisatie__soort=zorg)
        .order_by()
        .values_list("pk", flat=True)
    )
    return set(vragen.union(posten).order_by())
