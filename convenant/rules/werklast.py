"""Work that was left behind, for who oversees: that it is there, never what it is."""

import uuid
from datetime import date

from django.db.models import Exists, OuterRef

from convenant.models import Betrokkenheid, Taak


def betrokkenheden_met_werk(vandaag: date) -> list[uuid.UUID]:
    """The ended involvements of people who still have an open task in that dossier."""
    werk = Taak.objects.buiten_toegang("wie toeziet telt werk van anderen, en leest het niet")
    nog_hier = Betrokkenheid.objects.buiten_toegang("wie nog betrokken is, werkt hier gewoon")
    rijen = Betrokkenheid.objects.buiten_toegang("wie toeziet ziet wie niet meer betrokken is")
    wie = {
        "dossier_id": OuterRef("content_object_id"),
        "voor_hoedanigheid_id": OuterRef("hoedanigheid_id"),
    }
    zelf = {
        "content_object_id": OuterRef("content_object_id"),
        "hoedanigheid_id": OuterRef("hoedanigheid_id"),
    }
    return list(
        rijen.exclude(Betrokkenheid.lopend_op(vandaag))
        .filter(van__lte=vandaag)
        .filter(
            Exists(werk.filter(gereed_op__isnull=True, **wie)),
            ~Exists(nog_hier.filter(Betrokkenheid.lopend_op(vandaag), **zelf)),
        )
        .values_list("pk", flat=True)
    )
