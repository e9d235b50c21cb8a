"""The strip of change of the life domains: words per measurement, never a sum."""

from collections.abc import Sequence
from typing import Literal

from casusregie.enums import Leefdomein
from casusregie.ui import tijd
from casusregie.ui.blokken import Strook, StrookCel, StrookRij
from monitoring.enums import Trap

from .metingen import Metingbeeld

KOLOMMEN = 3
WOORD: dict[Trap, tuple[str, Literal["afwezig", "enigszins", "duidelijk", "sterk"]]] = {
    Trap.ACUUT: ("acuut", "afwezig"),
    Trap.NIET: ("niet", "afwezig"),
    Trap.BEPERKT: ("beperkt", "enigszins"),
    Trap.VOLDOENDE: ("voldoende", "duidelijk"),
    Trap.VOLLEDIG: ("volledig", "sterk"),
}


def strook(beelden: Sequence[Metingbeeld]) -> Strook | None:
    """The shared life domains that changed within the last three measurements, if any."""
    laatste = list(beelden)[-KOLOMMEN:]
    rijen = [
        StrookRij(domein.label, [_cel(beeld.trap(domein)) for beeld in laatste])
        for domein in Leefdomein
        if len({beeld.trap(domein) for beeld in laatste}) > 1
    ]
    if not rijen:
        return None
    return Strook(
        [tijd.maand_jaar(beeld.meting.gemeten_op) for beeld in laatste],
        rijen,
        bijschrift="Leefdomeinen die veranderden, in woorden",
        kop_rij="Leefdomein",
    )


def _cel(trap: Trap | None) -> StrookCel:
    if trap is None:
        return StrookCel("onbekend")
    woord, sterkte = WOORD[trap]
    return StrookCel(woord, sterkte)
