"""Panels that a later room hangs on a page of an earlier room.

The later room registers in its AppConfig.ready(); the earlier room's view asks for what hangs at a
place. The registry is the only upward way from a page to a room that comes later.
"""

from collections.abc import Callable
from typing import Any

type Bron = Callable[..., Any]

_plekken: dict[str, list[tuple[int, str, Bron]]] = {}


def registreer(plek: str, volgorde: int, bron: Bron) -> None:
    """Hang `bron` at `plek`. Registering the same function again changes nothing."""
    naam = f"{bron.__module__}.{bron.__qualname__}"
    rij = _plekken.setdefault(plek, [])
    if all(bestaand != naam for _, bestaand, _ in rij):
        rij.append((volgorde, naam, bron))
        rij.sort(key=lambda paneel: paneel[:2])


def panelen(plek: str, **context: Any) -> list[Any]:
    """Call every source at `plek` with `context`, in order; a source that answers None is left out.

    A source answers with what the page at that place expects: an object with `template` and
    `context` for a panel (see `{% paneel %}`), a list of blocks for a timeline.
    """
    antwoorden = (bron(**context) for _, _, bron in _plekken.get(plek, ()))
    return [antwoord for antwoord in antwoorden if antwoord is not None]


def bronnen(plek: str) -> list[Bron]:
    """The registered functions at `plek`, in order, for callers that combine them themselves."""
    return [bron for _, _, bron in _plekken.get(plek, ())]
