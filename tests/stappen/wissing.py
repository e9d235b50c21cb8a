"""Steps of erasing: an item that its source took back, and the request to erase it."""

from django.db import connection

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


def waar_staat(woord: str) -> dict[str, int]:
    """In which tables of the whole database this word stands, whatever they are called."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        tabellen = [naam for (naam,) in cursor.fetchall()]
        gevonden = {}
        for tabel in tabellen:
            cursor.execute(
                f'SELECT count(*) FROM "{tabel}" AS rij WHERE rij::text ILIKE %s', [f"%{woord}%"]
            )
            gevonden[tabel] = cursor.fetchone()[0]
    return {tabel: aantal for tabel, aantal in gevonden.items() if aantal}
