"""Matching: a report gets its person and dossier, known or new."""

from typing import Any

from convenant.enums import Fase
from convenant.handeling import bouwsteen, handeling
from convenant.models import Dossier
from convenant.services.dossier import dossier_bijwerken, dossier_openen, fase_zetten
from convenant.toegang import Toegang
from meldpunt.enums import Meldingstatus, Persoonsrol
from meldpunt.models import Melding, Persoon
from meldpunt.rules import meldingen as rules
from meldpunt.services.personen import persoon_zetten
from meldpunt.services.status import status_zetten

OVERGENOMEN = (
    "voornaam",
    "tussenvoegsel",
    "achternaam",
    "roepnamen",
    "geboortedatum",
    "geboortejaar",
    "telefoon",
    "adres",
)


@handeling(rules.melding_koppelen)
def melding_koppelen(
    toegang: Toegang,
    melding: Melding,
    *,
    persoon: Persoon | None = None,
    nieuw: dict[str, Any] | None = None,
    onbekend: bool = False,
) -> Melding:
    """Match to a known ``persoon``, to a ``nieuw`` one (fields of Persoon), or to nobody yet.

    A known person keeps the dossier, which reopens when it was over; a nevenbetrokkene gets a
    dossier of his own. Raises ``ValueError`` unless exactly one of the three is given.
    """
    if sum((persoon is not None, nieuw is not None, onbekend)) != 1:
        raise ValueError("kies één persoon, een nieuwe persoon, of onbekend")
    if persoon is None:
        melding.persoon = _in_nieuw_dossier(toegang, nieuw or {})
    elif persoon.rol == Persoonsrol.NEVEN:
        melding.persoon = _in_nieuw_dossier(toegang, {v: getattr(persoon, v) for v in OVERGENOMEN})
    else:
        melding.persoon = persoon
        _heropenen_als_nodig(toegang, persoon)
    melding.dossier_id = melding.persoon.dossier_id
    status_zetten(melding, Meldingstatus.DUIDING)
    melding.versie += 1
    melding.save()
    dossier_bijwerken(toegang, melding.dossier_id)
    return melding


@bouwsteen
def _in_nieuw_dossier(toegang: Toegang, gegevens: dict[str, Any]) -> Persoon:
    return persoon_zetten(toegang, dossier_openen(toegang), **gegevens)


@bouwsteen
def _heropenen_als_nodig(toegang: Toegang, persoon: Persoon) -> None:
    dossier = Dossier._base_manager.select_for_update().get(pk=persoon.dossier_id)
    if dossier.fase in (Fase.AFGEDAAN, Fase.GESLOTEN):
        fase_zetten(toegang, dossier, Fase.MELDING)
