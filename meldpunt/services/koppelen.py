"""Matching: a report gets its person and dossier, known or new."""

from typing import Any

from convenant.enums import Fase, Niveau
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Dossier
from convenant.services.dossier import dossier_bijwerken, dossier_openen, fase_zetten
from convenant.services.taken import taken_bij_dossier
from convenant.toegang import Toegang
from meldpunt.enums import Meldingstatus, Persoonsrol
from meldpunt.models import Melding, Persoon
from meldpunt.rules import meldingen as rules
from meldpunt.services.personen import naamsleutels_zetten, persoon_zetten
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
    _koppelen(toegang, melding, persoon, nieuw, onbekend)
    status_zetten(melding, Meldingstatus.DUIDING)
    melding.save()
    return melding


@handeling(rules.melding_herkoppelen)
def melding_herkoppelen(
    toegang: Toegang,
    melding: Melding,
    *,
    reden: str,
    persoon: Persoon | None = None,
    nieuw: dict[str, Any] | None = None,
    onbekend: bool = False,
) -> Melding:
    """Match again, to someone else; the wrong dossier is as if the report had never come there.

    Its history and the log still tell; ``reden`` stays with the version.
    """
    vorige = melding.persoon
    if vorige is None or vorige == persoon or (vorige.onbekend and onbekend):
        raise Geweigerd("De melding is al zo gekoppeld. Kies iemand anders.")
    _koppelen(toegang, melding, persoon, nieuw, onbekend)
    melding.save()
    _achterlaten(toegang, vorige)
    return melding


@bouwsteen
def _koppelen(
    toegang: Toegang,
    melding: Melding,
    persoon: Persoon | None,
    nieuw: dict[str, Any] | None,
    onbekend: bool,
) -> None:
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
    melding.versie += 1
    duidingen = melding.duidingen.buiten_toegang("haar taken gaan mee").values_list("pk", flat=True)
    taken_bij_dossier(toegang, [melding.pk, *duidingen], melding.dossier_id)
    dossier_bijwerken(toegang, melding.dossier_id)


@bouwsteen
def _in_nieuw_dossier(toegang: Toegang, gegevens: dict[str, Any]) -> Persoon:
    return persoon_zetten(toegang, dossier_openen(toegang), **gegevens)


@bouwsteen
def _heropenen_als_nodig(toegang: Toegang, persoon: Persoon) -> None:
    dossier = Dossier._base_manager.select_for_update().get(pk=persoon.dossier_id)
    if dossier.fase in (Fase.AFGEDAAN, Fase.GESLOTEN):
        fase_zetten(toegang, dossier, Fase.MELDING)


@bouwsteen
def _achterlaten(toegang: Toegang, persoon: Persoon) -> None:
    """Leave the wrong dossier: empty when it was made for this report, else in its earlier phase."""
    dossier = Dossier._base_manager.select_for_update().get(pk=persoon.dossier_id)
    if dossier.fase != Fase.MELDING:
        return
    andere = Melding.objects.buiten_toegang("een open melding houdt het dossier open").filter(
        dossier=dossier
    )
    if not andere.exists():
        _leegmaken(persoon)
    if not andere.exclude(status=Meldingstatus.AFGEHANDELD).exists():
        fase_zetten(toegang, dossier, _fase_ervoor(toegang, dossier))


@bouwsteen
def _leegmaken(persoon: Persoon) -> None:
    """What was typed about someone else's report says nothing of anyone here."""
    leeg = Persoon()
    for veld in OVERGENOMEN:
        setattr(persoon, veld, getattr(leeg, veld))
    persoon.onbekend = True
    persoon.versie += 1
    persoon.save()
    naamsleutels_zetten(persoon)


def _fase_ervoor(toegang: Toegang, dossier: Dossier) -> Fase:
    """The phase before the report reopened the dossier; afgedaan when there was none."""
    vorige = (
        Dossier.history.voor(toegang, minstens=Niveau.PROCES)
        .filter(id=dossier.pk)
        .exclude(fase=Fase.MELDING)
        .order_by("-history_date", "-history_id")
        .first()
    )
    return Fase(vorige.fase) if vorige is not None else Fase.AFGEDAAN
