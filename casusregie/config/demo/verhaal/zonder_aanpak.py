"""Reports that do not lead to the aanpak: advice, no action, referred, or still waiting."""

from dataclasses import dataclass

from meldpunt.enums import Duidinguitkomst, Meldingstatus
from meldpunt.services.duiden import duiding_bevestigen, melding_duiden

from .melding import binnenkomen, koppelen, map_medewerker, terugkoppelen
from .teksten import tekst
from .toneel import Toneel, Verloop

REDENEN = {
    Duidinguitkomst.ADVIES: "De melder kan zelf verder met het advies; er is geen persoon in gevaar.",
    Duidinguitkomst.GEEN_ACTIE: "Na navraag blijft alleen een scherpe mening over. Geen zorg over gedrag.",
    Duidinguitkomst.DOORVERWEZEN: "De zorg gaat over school en thuis. Het wijkteam pakt dit op.",
}


@dataclass(frozen=True)
class Los:
    """One report: which text, how long ago, and how far it came."""

    nummer: int
    dagen_geleden: int
    uitkomst: Duidinguitkomst | None
    bevestigd: bool = True
    gekoppeld: bool = True
    bekend: bool = True


def verloop(toneel: Toneel, los: Los) -> Verloop:
    """From the phone to the end of the triage, as far as it came."""
    persoon = tekst("persoon", los.nummer) if los.bekend else None
    yield toneel.dag(los.dagen_geleden, 9 + los.nummer % 7, los.nummer % 60)
    melding = binnenkomen(toneel, los.nummer, persoon)
    if not los.gekoppeld:
        return
    yield toneel.na(1)
    koppelen(toneel, melding, los.nummer, persoon)
    if los.uitkomst is None:
        return
    yield toneel.na(2)
    duiding = melding_duiden(
        toneel.als(map_medewerker(los.nummer)),
        melding,
        uitkomst=los.uitkomst,
        reden=REDENEN[los.uitkomst],
        doorverwezen_naar="Wijkteam" if los.uitkomst == Duidinguitkomst.DOORVERWEZEN else "",
    )
    melding.refresh_from_db()
    if melding.status == Meldingstatus.TWEEDE_PERSOON and los.bevestigd:
        yield toneel.na(2)
        duiding_bevestigen(toneel.als("paula"), duiding, reden="Mee eens.")
    yield toneel.na(4)
    melding.refresh_from_db()
    terugkoppelen(toneel, melding, los.nummer)
