"""Steps of the Meldpunt for stories: each calls the real service, as the person whose step it is."""

from typing import Any

from convenant.models import Dossier
from convenant.toegang import Toegang
from meldpunt.enums import Duidinguitkomst, Kanaal, Meldersoort
from meldpunt.models import Duiding, Melder, Melding, Persoon
from meldpunt.services.duiden import duiding_bevestigen, melding_duiden
from meldpunt.services.koppelen import melding_koppelen
from meldpunt.services.registreren import melding_insturen, melding_registreren
from tests.cast import Cast

SCHETS = "Een leerling is sinds de zomer stiller en heeft ruzie met zijn beste vriend."
WIE = {"voornaam": "Youssef", "achternaam": "Voorbeeld", "geboortejaar": 2007}


def meldinggegevens(**anders: Any) -> dict[str, Any]:
    """Everything that melding_registreren needs."""
    return {
        "situatieschets": SCHETS,
        "feiten": "In de pauze liet hij een filmpje zien waarin geweld wordt toegejuicht.",
        "interpretatie": "De mentor denkt dat hij zich alleen voelt.",
        "kanaal": Kanaal.TELEFOON,
        "meldersoort": Meldersoort.SCHOOL,
        "genoemde_voornaam": "Youssef",
        "genoemde_achternaam": "Voorbeeld",
        "melder": {"naam": "Greet Mentor", "terugbelnummer": "06 12345678"},
    } | anders


def melding_geregistreerd(cast: Cast, toegang: Toegang | None = None, **anders: Any) -> Melding:
    """Samira typed a report; not matched yet."""
    return melding_registreren(toegang or cast.samira.toegang, **meldinggegevens(**anders))


def melding_ingestuurd(cast: Cast, **anders: Any) -> Melding:
    """Sanne, accounthouder of a school, sent a report."""
    gegevens = {"situatieschets": SCHETS, "meldersoort": Meldersoort.SCHOOL} | anders
    return melding_insturen(cast.sanne.toegang, **gegevens)


def melding_gekoppeld(
    cast: Cast,
    melding: Melding | None = None,
    *,
    toegang: Toegang | None = None,
    persoon: Persoon | None = None,
    onbekend: bool = False,
    **nieuw: Any,
) -> Melding:
    """A report matched to ``persoon``, to nobody, or (default) to a new person: in duiding."""
    melding = melding or melding_geregistreerd(cast, toegang)
    if persoon is not None or onbekend:
        keuze: dict[str, Any] = {"persoon": persoon, "onbekend": onbekend}
    else:
        keuze = {"nieuw": WIE | nieuw}
    return melding_koppelen(toegang or cast.samira.toegang, melding, **keuze)


def melding_geduid(
    cast: Cast,
    melding: Melding | None = None,
    uitkomst: str = Duidinguitkomst.NAAR_WEGING,
    *,
    toegang: Toegang | None = None,
    **anders: Any,
) -> Duiding:
    """A matched report with its outcome."""
    melding = melding or melding_gekoppeld(cast, toegang=toegang)
    gegevens = {"uitkomst": uitkomst, "reden": "Meerdere signalen tegelijk."} | anders
    return melding_duiden(toegang or cast.samira.toegang, melding, **gegevens)


def melding_afgedaan(cast: Cast, **anders: Any) -> Duiding:
    """Geen actie, confirmed by Paula: material for a hamerstuk."""
    duiding = melding_geduid(cast, uitkomst=Duidinguitkomst.GEEN_ACTIE, **anders)
    return duiding_bevestigen(cast.paula.toegang, duiding, reden="Eens.")


def dossier_in_weging(cast: Cast, **nieuw: Any) -> Dossier:
    """A dossier that a report brought to the weging."""
    melding = melding_gekoppeld(cast, **nieuw)
    melding_geduid(cast, melding)
    return dossier_van_melding(melding)


def dossier_van_melding(melding: Melding) -> Dossier:
    """The dossier of a matched report, read afresh."""
    return Dossier._base_manager.get(pk=melding.dossier_id)


def melder_van(melding: Melding) -> Melder:
    """Who made the report, read past the custodian."""
    return Melder._base_manager.get(melding=melding)
