"""What a request already asked, so that the parts of one page ask it once.

Only a request remembers. A deed does not: its rule and its body ask everything afresh, and what
the page knew before it is forgotten.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_bekend: ContextVar[dict[Hashable, Any] | None] = ContextVar("bekend", default=None)


@contextmanager
def met_geheugen() -> Iterator[None]:
    """Remember what is asked from here on, until the end of this request."""
    token = _bekend.set({})
    try:
        yield
    finally:
        _bekend.reset(token)


@contextmanager
def zonder_geheugen() -> Iterator[None]:
    """Ask everything afresh, and know nothing of before when this is over: a deed."""
    bekend = _bekend.get()
    token = _bekend.set(None)
    try:
        yield
    finally:
        _bekend.reset(token)
        if bekend is not None:
            bekend.clear()


def onthoud[T](sleutel: Hashable, vraag: Callable[[], T]) -> T:
    """The answer that was given before under this key, or else that of ``vraag``."""
    bekend = _bekend.get()
    if bekend is None:
        return vraag()
    if sleutel not in bekend:
        bekend[sleutel] = vraag()
    antwoord: T = bekend[sleutel]
    return antwoord


def te_vragen[T: Hashable](sleutels: list[T]) -> list[T]:
    """Which of these are still unknown and would be remembered; none where nothing remembers."""
    bekend = _bekend.get()
    return [] if bekend is None else [s for s in dict.fromkeys(sleutels) if s not in bekend]
