"""Who asks that an item is erased, and who does it."""

from beoordeling.models import Informatie
from beoordeling.rules.informatie import VASTLEGGERS
from convenant.handeling import Geweigerd, regel
from convenant.models import Wissing
from convenant.models.embargo import HERZIENERS
from convenant.rules.bronstuk import eis_namens_de_bron
from convenant.rules.wissing import is_de_tweede, mag_afwijzen, nog_niet_gevraagd
from convenant.toegang import Toegang


@regel(*VASTLEGGERS)
def wissen_vragen(toegang: Toegang, informatie: Informatie) -> None:
    """The source, of an item that it took back: so everyone who received it has heard."""
    eis_namens_de_bron(toegang, informatie, "laten wissen")
    if informatie.gewist_op is not None:
        raise Geweigerd("Deze informatie is al gewist.")
    if informatie.ingetrokken_op is None:
        raise Geweigerd("Trek de informatie eerst in. Dan hoort ieder die haar kreeg, het ook.")
    nog_niet_gevraagd(informatie.pk)


@regel(*HERZIENERS)
def informatie_wissen(toegang: Toegang, wissing: Wissing) -> None:
    """The second person who was asked, and nobody else."""
    is_de_tweede(toegang, wissing)


@regel(*HERZIENERS)
def wissen_afwijzen(toegang: Toegang, wissing: Wissing) -> None:
    """The second person says no, or the source takes its request back."""
    mag_afwijzen(toegang, wissing)
