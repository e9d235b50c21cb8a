"""Who asks that an item is erased, and who does it."""

from beoordeling.models import Informatie
from beoordeling.rules.informatie import VASTLEGGERS
from convenant.handeling import regel
from convenant.models import Wissing
from convenant.models.embargo import HERZIENERS
from convenant.rules.wissing import eis_te_wissen, is_de_tweede, mag_afwijzen
from convenant.toegang import Toegang


@regel(*VASTLEGGERS)
def wissen_vragen(toegang: Toegang, informatie: Informatie) -> None:
    """The source, of an item that it took back."""
    eis_te_wissen(toegang, informatie)


@regel(*HERZIENERS)
def informatie_wissen(toegang: Toegang, wissing: Wissing) -> None:
    """The second person who was asked, and nobody else."""
    is_de_tweede(toegang, wissing)


@regel(*HERZIENERS)
def wissen_afwijzen(toegang: Toegang, wissing: Wissing) -> None:
    """The second person says no, or the source takes its request back."""
    mag_afwijzen(toegang, wissing)
