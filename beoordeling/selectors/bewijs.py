"""The information that an answer, a bijdrage or a goal rests on, as far as the reader may know it."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.selectors.informatie import termijnchip
from casusregie.ui.blokken import Chip
from casusregie.ui.tijd import datum_kort
from convenant.toegang import Toegang

MEEST = 40
"""So many items, the newest, are offered: a form with hundreds is not read."""


@dataclass(frozen=True)
class Bewijsregel:
    """One item that something rests on, and what became of it since."""

    tekst: str
    url: str
    chip: Chip | None


def bewijskeuzes(
    toegang: Toegang, dossier_id: uuid.UUID, genoemd: Iterable[uuid.UUID] = ()
) -> list[tuple[str, str]]:
    """What may be named in this dossier: what this asker may read and nobody took back.

    What is ``genoemd`` already stays among them whatever became of it, or saving would drop it.
    """
    hier = Informatie.objects.voor(toegang).filter(dossier_id=dossier_id)
    nieuwste = hier.filter(ingetrokken_op__isnull=True).order_by("-gebeurd_op", "-pk")
    items = list(nieuwste[:MEEST])
    nog_niet = set(genoemd) - {item.pk for item in items}
    if nog_niet:
        items += hier.filter(pk__in=nog_niet)
    return [(str(item.pk), _tekst(item)) for item in items]


def bewijsregels(
    toegang: Toegang, groepen: Iterable[Iterable[uuid.UUID]]
) -> Mapping[uuid.UUID, Bewijsregel]:
    """These items by their id; what the reader may not know is not among them."""
    ids = {pk for groep in groepen for pk in groep}
    if not ids:
        return {}
    return {
        item.pk: Bewijsregel(
            _tekst(item),
            reverse("beoordeling:informatie_inzien", args=[item.pk]),
            _chip(item, toegang),
        )
        for item in Informatie.objects.voor(toegang).filter(pk__in=ids)
    }


def regels_bij(
    regels: Mapping[uuid.UUID, Bewijsregel], ids: Iterable[uuid.UUID]
) -> list[Bewijsregel]:
    """Of one answer those that the reader may know."""
    return [regels[pk] for pk in ids if pk in regels]


def _tekst(item: Informatie) -> str:
    return f"{datum_kort(item.gebeurd_op)}, {item.get_soort_display()}: {item.titel}"


def _chip(item: Informatie, toegang: Toegang) -> Chip | None:
    if item.gewist_op is not None:
        return Chip("gewist", "verborgen")
    if item.ingetrokken_op is not None:
        return Chip("ingetrokken", "verborgen")
    termijn = termijnchip(item, toegang.vandaag)
    if termijn is None and item.gecorrigeerd_op is not None:
        return Chip("gecorrigeerd")
    return termijn
