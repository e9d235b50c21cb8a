"""How long an item counts before its source looks again, and when it has to be destroyed.

Our defaults (domein.md §6), in ``settings.CASUSREGIE_TERMIJNEN`` for a municipality to change;
whoever records an item can choose other days.
"""

from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from beoordeling.enums import Bewijssoort, Informatiesoort
from beoordeling.models import Informatie
from convenant.enums import GEEINDIGD, IN_AANPAK
from convenant.rules.termijnen import maanden_later

STANDAARD = {
    "houdbaar_feit_maanden": 24,
    "houdbaar_maanden": 12,
    "houdbaar_kort_maanden": 6,
    "informatie_bewaren_maanden": 60,
    "informatie_bewaren_vooraf_maanden": 12,
}
KORT = (Bewijssoort.INTERPRETATIE, Bewijssoort.HOREN_ZEGGEN)
"""What somebody thinks or heard grows old sooner than what he saw."""
VERSLAGEN = (Informatiesoort.CONTACT, Informatiesoort.DOCUMENT)
"""What was said or written on a day stays what it was for longer."""


def gewoon_houdbaar_tot(vandaag: date, soort: str, bewijssoort: str) -> date:
    """How long an item of this kind usually counts."""
    if bewijssoort in KORT:
        return maanden_later(vandaag, _maanden("houdbaar_kort_maanden"))
    if bewijssoort == Bewijssoort.FEIT or soort in VERSLAGEN:
        return maanden_later(vandaag, _maanden("houdbaar_feit_maanden"))
    return maanden_later(vandaag, _maanden("houdbaar_maanden"))


def gewoon_vernietigen_op(vandaag: date, fase: str) -> date:
    """When an item is usually destroyed: sooner while nobody decided on an aanpak."""
    naam = (
        "informatie_bewaren_maanden" if fase in IN_AANPAK else "informatie_bewaren_vooraf_maanden"
    )
    return maanden_later(vandaag, _maanden(naam))


def verouderd(vandaag: date) -> QuerySet[Informatie]:
    """Items of running dossiers that nobody may rely on before their source looked again."""
    oud = _van_iedereen().filter(houdbaar_tot__lt=vandaag, ingetrokken_op__isnull=True)
    return oud.exclude(dossier__fase__in=GEEINDIGD)


def te_vernietigen(vandaag: date) -> QuerySet[Informatie]:
    """Items of which the day to destroy them has come, also in a closed dossier.

    Also what was withdrawn: its text is still in the history, until it is erased.
    """
    return _van_iedereen().filter(vernietigen_op__lt=vandaag, gewist_op__isnull=True)


def _van_iedereen() -> QuerySet[Informatie]:
    return (
        Informatie.objects.buiten_toegang("de klok waarschuwt iedere bron, wie dat ook is")
        .select_related("dossier", "bron", "vastgelegd_door__medewerker")
        .order_by("pk")
    )


def _maanden(naam: str) -> int:
    ingesteld: dict[str, int] = getattr(settings, "CASUSREGIE_TERMIJNEN", {})
    return ingesteld.get(naam, STANDAARD[naam])
