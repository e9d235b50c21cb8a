"""The clock over information: what became too old, and what has to be destroyed."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from beoordeling.models import Informatie
from beoordeling.rules.houdbaarheid import te_vernietigen, verouderd
from convenant.enums import Organisatiesoort, Rol, Taaksoort
from convenant.identiteit import wijd
from convenant.rules.terughalen import wie_spreekt_voor
from convenant.services.klok import Ontvanger, taken_van_de_klok

TOELICHTING = {
    Taaksoort.VEROUDERD: (
        "De dag tot wanneer dit telt, is voorbij. Ga na of het nog klopt. "
        "Zo niet, corrigeer het of trek het in."
    ),
    Taaksoort.VERNIETIGEN: (
        "De dag van vernietigen is voorbij. Trek het in en laat het wissen, of zeg waarom het "
        "langer nodig is."
    ),
}


def informatie_bewaken(moment: datetime) -> int:
    """Give the source of each item a task, once; return how many.

    The task hangs on no dossier: it would tell others whose information is in there.
    """
    vandaag = timezone.localdate(moment)
    with transaction.atomic(), wijd():
        return _waarschuwen(
            te_vernietigen(vandaag), Taaksoort.VERNIETIGEN, moment, vandaag
        ) + _waarschuwen(verouderd(vandaag), Taaksoort.VEROUDERD, moment, vandaag)


def _waarschuwen(
    items: Iterable[Informatie], soort: Taaksoort, moment: datetime, vandaag: date
) -> int:
    gezet = 0
    for item in items:
        laatste = item.vernietigen_op if soort == Taaksoort.VERNIETIGEN else item.houdbaar_tot
        gezet += taken_van_de_klok(
            item,
            soort=soort,
            titel=f"Dossier {item.dossier.nummer}: {soort.label}",
            toelichting=TOELICHTING[soort],
            uiterlijk=laatste or vandaag,
            wie={_wie(item, vandaag)},
            moment=moment,
        )
    return gezet


def _wie(item: Informatie, vandaag: date) -> Ontvanger:
    """Who recorded it while he works there, else whoever speaks for the source.

    Of the municipality that is the procesregisseur, who reads every dossier.
    """
    wie = wie_spreekt_voor(item.dossier_id, item.bron_id, vandaag, liefst=item.vastgelegd_door_id)
    if not isinstance(wie, Rol):
        return Ontvanger(wie.pk)
    van_gemeente = item.bron.soort == Organisatiesoort.GEMEENTE
    return Ontvanger(None, Rol.PROCESREGISSEUR if van_gemeente else wie, item.bron_id)
