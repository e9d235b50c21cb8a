"""What stood in a stuk before its source put it right or took it back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from casusregie.ui import tijd
from convenant.models import Bronstuk
from convenant.toegang import Toegang


class Woorden(NamedTuple):
    """What a version said: its heading, the day of which it tells, and its texts."""

    kop: str
    dag: date
    teksten: Sequence[str]


@dataclass(frozen=True)
class EerdereVersie:
    """What stood there, and when and why something else came instead."""

    woorden: Woorden
    zin: str


@dataclass(frozen=True)
class Verleden:
    """The earlier versions of a stuk, newest first, and why it was withdrawn, if it was."""

    eerdere: Sequence[EerdereVersie] = ()
    intrekreden: str = ""


def verleden_van(
    toegang: Toegang,
    stuk: Bronstuk,
    daden: Sequence[Any],
    in_woorden: Callable[[Any], Woorden],
) -> Verleden:
    """What this asker may know of the past of a stuk; each of ``daden`` put something else there.

    What was withdrawn only its source still reads.
    """
    versies = list(
        type(stuk).history.voor(toegang).filter(id=stuk.pk).order_by("-history_id")  # type: ignore[attr-defined]
    )
    intrekreden = versies[0].history_change_reason if stuk.ingetrokken_op else ""
    if stuk.ingetrokken_op is not None and stuk.bron_id != toegang.organisatie_id:
        return Verleden(intrekreden=intrekreden)
    namen = {daad.__name__ for daad in daden}
    return Verleden(
        [
            EerdereVersie(in_woorden(oud), _zin(nieuw))
            for oud, nieuw in zip(versies[1:], versies, strict=False)
            if nieuw.handeling in namen
        ],
        intrekreden,
    )


def _zin(nieuw: Any) -> str:
    wat = "Ingetrokken" if nieuw.ingetrokken_op else "Gecorrigeerd"
    return f"{wat} op {tijd.moment(nieuw.history_date)}. Reden: {nieuw.history_change_reason}"
