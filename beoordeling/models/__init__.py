from .beoordeling import Antwoord, Beoordeling, Deeloordeel
from .informatie import Informatie
from .kader import Indicator, Kader, Kaderdeel
from .weging import Weging, Wegingsantwoord, Wegingsbijdrage

__all__ = [
    "Antwoord",
    "Beoordeling",
    "Deeloordeel",
    "Indicator",
    "Informatie",
    "Kader",
    "Kaderdeel",
    "Weging",
    "Wegingsantwoord",
    "Wegingsbijdrage",
]
