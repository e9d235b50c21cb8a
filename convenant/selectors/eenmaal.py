"""Asking once what several parts of one page want to know of its dossier.

``eenmaal`` keeps an answer for the length of the request; a ``Lijst`` can also be asked together
with others in one question, before the parts of the page need them (``samen_vragen``). Which
lists a page asks beforehand changes its speed only, never what anyone sees.
"""

import functools
import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet

from convenant.geheugen import onthoud, te_vragen
from convenant.models import Dossier
from convenant.models.dossier import Stuk
from convenant.toegang import Toegang

from .samen import samen

type Sleutel = tuple[Any, Toegang, uuid.UUID]


def eenmaal[T](vraag: Callable[[Toegang, Dossier], T]) -> Callable[[Toegang, Dossier], T]:
    """Keep the answer for this asker and this dossier, as long as the request lasts."""

    @functools.wraps(vraag)
    def antwoord(toegang: Toegang, dossier: Dossier) -> T:
        return onthoud((antwoord, toegang, dossier.pk), lambda: vraag(toegang, dossier))

    return antwoord


class Lijst[T]:
    """Rows about one dossier, asked once by a request; the query says itself who asks."""

    def __init__(self, vraag: Callable[[Toegang, Dossier], QuerySet[Any]]) -> None:
        self.vraag = vraag
        functools.update_wrapper(self, vraag)

    def __call__(self, toegang: Toegang, dossier: Dossier) -> list[T]:
        """The rows, in the order of the query."""
        return onthoud(
            (self, toegang, dossier.pk),
            lambda: _van_dossier(list(self.vraag(toegang, dossier)), dossier),
        )


def samen_vragen(toegang: Toegang, dossier: Dossier, lijsten: Iterable[Lijst[Any]]) -> None:
    """Ask for all of these at once, so that each is known when a part of the page needs it."""
    sleutels: list[Sleutel] = te_vragen([(lijst, toegang, dossier.pk) for lijst in lijsten])
    vragen = [lijst.vraag(toegang, dossier) for lijst, _, _ in sleutels]
    for sleutel, rijen in zip(sleutels, samen(vragen), strict=True):
        onthoud(sleutel, functools.partial(_van_dossier, rijen, dossier))


def _van_dossier[T](rijen: list[T], dossier: Dossier) -> list[T]:
    """Rows that hang on the dossier find it without asking for it."""
    for rij in rijen:
        if isinstance(rij, Stuk):
            rij.dossier = dossier
    return rijen
