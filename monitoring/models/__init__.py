from .meting import Domeinmeting, Incident, Leefdomeintrap, Meting, Voortgang
from .toezicht import Rapport, Vrijgave

__all__ = [
    "Domeinmeting",
    "Incident",
    "Leefdomeintrap",
    "Meting",
    "Rapport",
    "Voortgang",
    "Vrijgave",
]
