"""Asking for a report; making it is the work of the Celery worker."""

from datetime import date

from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.enums import LANGSTE_PERIODE_DAGEN, Rapportsoort
from monitoring.models import Rapport
from monitoring.rules import rapport as rules


@handeling(rules.rapport_aanvragen)
def rapport_aanvragen(
    toegang: Toegang,
    *,
    soort: Rapportsoort | str,
    doel: str,
    dossier: Dossier | None = None,
    periode_van: date | None = None,
    periode_tot: date | None = None,
) -> Rapport:
    """Ask for a toezichtrapport over a period, or for the dossierrapport of one dossier.

    The making starts after commit (``monitoring.receivers``).
    """
    rapport = Rapport(
        soort=soort, doel=doel, gevraagd_op=toegang.moment, gevraagd_door_id=toegang.hoedanigheid_id
    )
    if soort == Rapportsoort.DOSSIER:
        rapport.dossier = _zichtbaar_dossier(toegang, dossier)
    else:
        rapport.periode_van, rapport.periode_tot = _periode(toegang, periode_van, periode_tot)
    rapport.save(force_insert=True)
    return rapport


def _zichtbaar_dossier(toegang: Toegang, dossier: Dossier | None) -> Dossier:
    gevonden = (
        Dossier.objects.voor(toegang).filter(pk=dossier.pk).first() if dossier is not None else None
    )
    if gevonden is None:
        raise Geweigerd("Kies een dossier dat u mag lezen.")
    return gevonden


def _periode(toegang: Toegang, van: date | None, tot: date | None) -> tuple[date, date]:
    if van is None or tot is None or tot < van:
        raise Geweigerd("Kies een periode met een eerste en een laatste dag, in die volgorde.")
    if tot > toegang.vandaag:
        raise Geweigerd("De periode mag niet in de toekomst liggen.")
    if (tot - van).days > LANGSTE_PERIODE_DAGEN:
        raise Geweigerd("Kies een periode van ten hoogste drie jaar.")
    return van, tot
