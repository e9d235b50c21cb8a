import re
import unicodedata
import uuid

from casusregie.ui import tijd
from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.toegang import Toegang
from meldpunt.models import Persoon
from monitoring.models import Vrijgave

KORTSTE_NAAM = 2


@regel(Rol.PROCESREGISSEUR)
def tekst_vrijgeven(toegang: Toegang, dossier: Dossier) -> None:
    """The procesregisseur releases pseudonymised text of any dossier for the Commissie."""


@regel(Rol.PROCESREGISSEUR)
def vrijgave_intrekken(toegang: Toegang, vrijgave: Vrijgave) -> None:
    """A release is taken back once; it stays on record."""
    if vrijgave.ingetrokken_op is not None:
        raise Geweigerd("Deze vrijgave is al ingetrokken.")


def herkenbaar_in(dossier_id: uuid.UUID, *teksten: str) -> list[str]:
    """What in ``teksten`` still tells who a person of the dossier is: names, dates, addresses.

    Spelling marks and capitals do not matter: *Zoe* finds *Zoë*.
    """
    gevonden: dict[str, None] = {}
    personen = Persoon.objects.buiten_toegang(
        "een naam mag niet worden vrijgegeven, ook niet van wie de vrijgever niet kent"
    ).filter(dossier_id=dossier_id)
    samen = _vlak("\n".join(teksten))
    for persoon in personen:
        for woord in _kenmerken(persoon):
            if _staat_in(_vlak(woord), samen):
                gevonden[woord] = None
    return list(gevonden)


def _kenmerken(persoon: Persoon) -> list[str]:
    woorden = [
        *persoon.voornaam.split(),
        persoon.achternaam,
        *(
            deel
            for deel in persoon.achternaam.replace("-", " ").split()
            if len(deel) > KORTSTE_NAAM
        ),
        *(naam.strip() for naam in persoon.roepnamen.split(",")),
        persoon.adres,
        persoon.telefoon,
    ]
    dag = persoon.geboortedatum
    if dag is not None:
        woorden += [f"{dag:%d-%m-%Y}", f"{dag.day}-{dag.month}-{dag.year}", tijd.datum(dag)]
    return [woord for woord in woorden if len(woord) >= KORTSTE_NAAM]


def _staat_in(woord: str, tekst: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(woord)}(?!\w)", tekst) is not None


def _vlak(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFKD", tekst)
    return "".join(t for t in ontleed if not unicodedata.combining(t)).casefold()
