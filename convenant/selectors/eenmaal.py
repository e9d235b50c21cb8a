"""Asking once what several parts of one page want to know of its dossier."""

import functools
from collections.abc import Callable

from convenant.models import Dossier
from convenant.toegang import Toegang


def eenmaal[T](vraag: Callable[[Toegang, Dossier], T]) -> Callable[[Toegang, Dossier], T]:
    """Keep the answer with the dossier that this request read, for this asker alone."""
    plek = f"{vraag.__module__}.{vraag.__qualname__}"

    @functools.wraps(vraag)
    def antwoord(toegang: Toegang, dossier: Dossier) -> T:
        bekend: dict[Toegang, T] = dossier.__dict__.setdefault(plek, {})
        if toegang not in bekend:
            bekend[toegang] = vraag(toegang, dossier)
        return bekend[toegang]

    return antwoord
