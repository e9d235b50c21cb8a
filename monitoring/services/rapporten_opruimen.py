"""Destroying the files of reports that are vervallen, in the background."""

import logging
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from convenant.identiteit import namens
from convenant.logboek import systeem_loggen
from convenant.selectors.toegang import toegang_van
from monitoring.enums import Rapportstatus
from monitoring.models import Rapport
from monitoring.selectors.vervallen import vervallen

logger = logging.getLogger(__name__)


def rapporten_opruimen(moment: datetime, dossier_id: uuid.UUID | None = None) -> int:
    """Mark what is vervallen, of one dossier or of all, and destroy its file; returns how many.

    First the mark and then the file, so that the next run finishes what this one could not; a
    file that cannot be removed keeps no other here.
    """
    klaar = _rapporten().filter(status=Rapportstatus.KLAAR, dossier__isnull=False)
    if dossier_id is not None:
        klaar = klaar.filter(dossier_id=dossier_id)
    aantal = 0
    for rapport in _vervallen(klaar.select_related("dossier"), moment):
        aantal += _markeren(rapport, moment)
    _bestanden_vernietigen()
    return aantal


def _vervallen(rapporten: Iterable[Rapport], moment: datetime) -> Iterator[Rapport]:
    """Of each asker at once, with what he may know now; who is nobody any more keeps nothing."""
    per_vrager: dict[uuid.UUID, list[Rapport]] = defaultdict(list)
    for rapport in rapporten:
        per_vrager[rapport.gevraagd_door_id].append(rapport)
    for hoedanigheid_id, van_hem in per_vrager.items():
        toegang = toegang_van(hoedanigheid_id, moment)
        if toegang is None:
            yield from van_hem
            continue
        with namens(toegang):
            weg = vervallen(toegang, van_hem)
        yield from (rapport for rapport in van_hem if rapport.pk in weg)


def _markeren(rapport: Rapport, moment: datetime) -> int:
    with transaction.atomic():
        gemarkeerd = (
            _rapporten()
            .filter(pk=rapport.pk, status=Rapportstatus.KLAAR)
            .update(status=Rapportstatus.VERVALLEN, vervallen_op=moment)
        )
        if gemarkeerd:
            systeem_loggen("rapport_vervallen", moment, rapport)
    return gemarkeerd


def _bestanden_vernietigen() -> None:
    for rapport in _rapporten().filter(status=Rapportstatus.VERVALLEN).exclude(bestand=""):
        try:
            rapport.bestand.delete(save=False)
        except OSError:
            logger.exception("the file of report %s cannot be removed", rapport.pk)
            continue
        _rapporten().filter(pk=rapport.pk).update(bestand="")


def _rapporten() -> QuerySet[Rapport]:
    return Rapport.objects.buiten_toegang("wat is vervallen, hangt aan het recht van wie het vroeg")
