"""Reading the logboek of a dossier: who did or saw what, in which hoedanigheid."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from convenant.enums import Logsoort, Niveau, Rol
from convenant.geheugen import onthoud
from convenant.models import Dossier, Logregel, Medewerker, Organisatie
from convenant.models.embargo import buiten_embargo
from convenant.models.logregel import CONFLICT, ZORG_DEELT
from convenant.rules.geheim import gevraagd_aan_zorg
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

BEZOEK = timedelta(minutes=30)
"""Pages read within this time of each other are one visit."""


def logboek_van_dossier(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Logregel]:
    """The lines about one dossier, newest first; nothing when the dossier may not be known.

    That care was asked something shows to the procesregisseur alone, that it shares something to
    one's own people in the dossier (domein.md §5), and what was done with an item under a hidden
    embargo to its source alone.

    The query says all of this itself and runs for everything: the lines of a dossier are found by
    index, while the database would weigh each line of the whole logboek first.
    """
    if not Dossier.objects.voor(toegang, minstens=Niveau.PROCES).filter(pk=dossier_id).exists():
        return Logregel.objects.none()
    regels = Logregel.objects.buiten_toegang("deze vraag zegt zelf wie wat leest").filter(
        Q(dossier_id=dossier_id) | Q(dossiers__contains=[dossier_id]),
        buiten_embargo(toegang, Niveau.BESTAAN, "object_id"),
    )
    regels = regels.filter(~Q(naam__in=ZORG_DEELT) | _van_hier(toegang, dossier_id))
    if toegang.rol not in (Rol.PROCESREGISSEUR, Rol.FG):
        regels = regels.exclude(naam__in=CONFLICT)
    if toegang.rol != Rol.PROCESREGISSEUR:
        verborgen = onthoud(
            (logboek_van_dossier, toegang, dossier_id), lambda: gevraagd_aan_zorg(dossier_id)
        )
        regels = regels.filter(Q(object_id__isnull=True) | ~Q(object_id__in=verborgen))
    return regels.order_by("-gebeurd_op", "-pk")


def _van_hier(toegang: Toegang, dossier_id: uuid.UUID) -> Q:
    if dossier_id not in toegang.betrokken:
        return Q(pk__in=[])
    return Q(organisatie_id=toegang.organisatie_id)


@Lijst[datetime]
def vorige_inzagen(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """When this person last read this dossier before this visit, if ever."""
    return (
        Logregel.objects.filter(
            medewerker_id=toegang.medewerker_id,
            dossier_id=dossier.pk,
            soort=Logsoort.INZAGE,
            gebeurd_op__lt=toegang.moment - BEZOEK,
        )
        .order_by("-gebeurd_op")
        .values_list("gebeurd_op", flat=True)[:1]
    )


def vorige_inzage(toegang: Toegang, dossier: Dossier) -> datetime | None:
    """For *nieuw sinds uw vorige bezoek*."""
    return next(iter(vorige_inzagen(toegang, dossier)), None)


def namen_bij(regels: list[Logregel]) -> tuple[dict[uuid.UUID, str], dict[uuid.UUID, str]]:
    """The names of the people and organisations in these lines, by id."""
    mensen = {r.medewerker_id for r in regels if r.medewerker_id}
    organisaties = {r.organisatie_id for r in regels if r.organisatie_id}
    return (
        dict(Medewerker.objects.filter(pk__in=mensen).values_list("pk", "naam")),
        dict(Organisatie.objects.filter(pk__in=organisaties).values_list("pk", "naam")),
    )
