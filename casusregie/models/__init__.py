from .afschaling import Herbeoordeling, Partneradvies
from .besluit import Besluit, Besluitnota, Uitstroomvoorwaarde
from .casus import Casus, Informering, Pauze, Veiligheidswaarschuwing
from .koffer import Instrument
from .overleg import Aanwezigheid, Agendapunt, Overleg
from .plan import Interventie, Plan, Plandoel, Planstap, Randvoorwaarde

__all__ = [
    "Aanwezigheid",
    "Agendapunt",
    "Besluit",
    "Besluitnota",
    "Casus",
    "Herbeoordeling",
    "Informering",
    "Instrument",
    "Interventie",
    "Overleg",
    "Partneradvies",
    "Pauze",
    "Plan",
    "Plandoel",
    "Planstap",
    "Randvoorwaarde",
    "Uitstroomvoorwaarde",
    "Veiligheidswaarschuwing",
]
