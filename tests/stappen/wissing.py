"""Steps of erasing: an item that its source took back, and the request to erase it."""

from beoordeling.models import Informatie
from beoordeling.services.informatie import informatie_intrekken
from beoordeling.services.wissing import wissen_vragen
from convenant.enums import Wisgrond
from convenant.models import Wissing
from tests.cast import Speler


def ingetrokken(wie: Speler, item: Informatie) -> Informatie:
    """Taken back by its source."""
    return informatie_intrekken(wie.toegang, item, reden="Had hier niet mogen staan")


def wissen_gevraagd(
    wie: Speler, item: Informatie, tweede: Speler, grond: Wisgrond = Wisgrond.ONRECHTMATIG
) -> Wissing:
    """The source asks this second person to erase it."""
    return wissen_vragen(
        wie.toegang,
        item,
        grond=grond,
        reden="Er was geen grondslag om dit te delen",
        tweede=tweede.hoedanigheid,
    )
