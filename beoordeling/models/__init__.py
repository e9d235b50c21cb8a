from .beoordeling import Antwoord, Beoordeling, Deeloordeel
from .bevraging import Bevraging
from .informatie import Informatie
from .kader import Indicator, Kader, Kaderdeel
from .weging import Weging, Wegingsantwoord, Wegingsbijdrage

__all__ = [
    "Antwoord",
    "Beoordeling",
    "Bevraging",
    "Deeloordeel",
    "Indicator",
    "Informatie",
    "Kader",
    "Kaderdeel",
    "Weging",
    "Wegingsantwoord",
    "Wegingsbijdrage",
]
