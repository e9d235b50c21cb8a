"""Care shares what it knows: as a care professional would record it."""

from datetime import timedelta
from typing import Any

from beoordeling.models import Informatie
from beoordeling.services.zorgdeling import (
    conflict_van_plichten_vastleggen,
    toestemming_vastleggen,
)
from convenant.enums import Toestemmingsvraag, Toestemmingswijze
from convenant.models import Zorgdeling
from tests.cast import Speler

TERMIJN = timedelta(days=60)


def toestemming_gegeven(
    wie: Speler, item: Informatie, *aan: Speler, **gegevens: Any
) -> list[Zorgdeling]:
    """The betrokkene agreed, in a talk, that these may read this item."""
    standaard = {
        "ontvangers": [speler.organisatie for speler in aan],
        "doel": "Afspraken op elkaar afstemmen",
        "wijze": Toestemmingswijze.MONDELING,
        "gegeven_op": wie.toegang.vandaag,
        "aanwezig": "de mentor",
        "tot": wie.toegang.vandaag + TERMIJN,
    }
    return toestemming_vastleggen(wie.toegang, item, **(standaard | gegevens))


def conflict_afgewogen(
    wie: Speler, item: Informatie, *aan: Speler, **gegevens: Any
) -> list[Zorgdeling]:
    """A care professional shares this item without consent."""
    standaard = {
        "ontvangers": [speler.organisatie for speler in aan],
        "doel": "Een aanslag op een ander voorkomen",
        "tot": wie.toegang.vandaag + timedelta(days=7),
        "toestemming_gevraagd": Toestemmingsvraag.GEVAARLIJK,
        "nadeel": "Hij noemt een naam en een dag",
        "geen_andere_weg": "Praten hielp niet",
        "minste_inbreuk": "Alleen de naam en de dag",
    }
    return conflict_van_plichten_vastleggen(wie.toegang, item, **(standaard | gegevens))
