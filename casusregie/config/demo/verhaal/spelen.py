"""The whole story: people, reports, cases, meetings, reports for oversight."""

from datetime import datetime

from casusregie.config.demo.verhaal import bureau, casus, zonder_aanpak
from meldpunt.enums import Duidinguitkomst as D
from meldpunt.services.antwoorden import adviesvraag_beantwoorden

from .casusplan import CASUSSEN
from .overleg import Overlegreeks
from .personeel import personeel_aanmaken
from .teksten import tekst
from .toezicht import toezicht_voorbereiden
from .toneel import Toneel, Verloop
from .zonder_aanpak import Los

WEKEN = 104
LOSSE_MELDINGEN = (
    *(Los(28 + n, 40 + 37 * n, D.GEEN_ACTIE) for n in range(10)),
    *(Los(38 + n, 55 + 41 * n, D.DOORVERWEZEN) for n in range(10)),
    *(Los(48 + n, 70 + 60 * n, D.ADVIES, bekend=n % 2 == 0) for n in range(5)),
    Los(53, 6, D.GEEN_ACTIE, bevestigd=False),
    Los(54, 8, D.DOORVERWEZEN, bevestigd=False),
    Los(55, 2, None, gekoppeld=False),
    Los(56, 1, None, gekoppeld=False),
    Los(57, 1, None, gekoppeld=False, bekend=False),
    Los(58, 4, None),
    Los(59, 5, None, bekend=False),
    Los(2, 7, None),
    Los(3, 11, D.DOORVERWEZEN),
    Los(11, 100, D.GEEN_ACTIE),
)


def verhaal_spelen(nu: datetime) -> Toneel:
    """Play two years up to ``nu`` into an empty database."""
    toneel = Toneel(nu, {})
    toneel.moment = toneel.dag(7 * WEKEN + 30)
    toneel.spelers = personeel_aanmaken(toneel)
    reeks = Overlegreeks(toneel, WEKEN)
    toneel.speel(
        [
            reeks.verloop(),
            *(casus.verloop(toneel, plan, reeks) for plan in CASUSSEN),
            *(zonder_aanpak.verloop(toneel, los) for los in LOSSE_MELDINGEN),
            *(_adviesvraag(toneel, nummer) for nummer in range(24)),
            *bureau.verlopen(toneel),
        ]
    )
    toneel.moment = nu
    reeks.agenda_klaarzetten()
    toezicht_voorbereiden(toneel)
    return toneel


def _adviesvraag(toneel: Toneel, nummer: int) -> Verloop:
    yield toneel.dag(5 + 30 * nummer, 11, nummer)
    bron = tekst("adviesvraag", nummer)
    adviesvraag_beantwoorden(
        toneel.als("samira"),
        kanaal="telefoon",
        meldersoort=("school", "familie", "jongerenwerk")[nummer % 3],
        onderwerp=bron["vraag_soort"],
        advies=bron["advies"],
    )
