"""Terms of the aanpak: a municipality sets its own in ``settings.CASUSREGIE_TERMIJNEN``."""

from datetime import date

from django.conf import settings

from convenant.rules.termijnen import maanden_later

__all__ = [
    "STANDAARD",
    "gewone_herbeoordeling",
    "maanden_later",
    "termijn",
    "uiterste_herbeoordeling",
]

STANDAARD = {
    "herbeoordeling_maanden": 6,
    "herbeoordeling_uiterst_maanden": 12,
    "nota_dagen": 7,
    "besluit_dagen": 7,
    "tweede_persoon_dagen": 3,
    "agenda_vooruit_dagen": 14,
    "uitstel_informeren_maanden": 3,
    "pauze_uiterst_maanden": 6,
    "waarschuwing_maanden": 6,
    "waarschuwing_uiterst_maanden": 12,
    "afschaling_beoordeling_maanden": 3,
    "bewaren_jaren": 5,
    "bewaren_kort_jaren": 2,
    "informeren_dagen": 14,
    "beoordeling_dagen": 28,
    "plan_dagen": 42,
    "vaststellen_dagen": 14,
    "advies_dagen": 14,
}
"""What holds where a municipality set nothing (domein.md §2 and §4)."""


def termijn(naam: str) -> int:
    """The length of a term, in the unit that its name tells."""
    ingesteld: dict[str, int] = getattr(settings, "CASUSREGIE_TERMIJNEN", {})
    return ingesteld.get(naam, STANDAARD[naam])


def gewone_herbeoordeling(vandaag: date) -> date:
    """The review day that is filled in beforehand."""
    return maanden_later(vandaag, termijn("herbeoordeling_maanden"))


def uiterste_herbeoordeling(vandaag: date) -> date:
    """The last day on which a review may be set."""
    return maanden_later(vandaag, termijn("herbeoordeling_uiterst_maanden"))
