"""Who may hand over the work of somebody who leaves, or is away for long."""

from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Hoedanigheid
from convenant.toegang import Toegang


@regel(Rol.PROCESREGISSEUR)
def werk_overdragen(toegang: Toegang, van: Hoedanigheid) -> None:
    """The procesregisseur decides who takes over; for his own work another one does."""
    if van.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("U kunt uw eigen werk niet overdragen. Vraag een andere procesregisseur.")
