from typing import Any

from convenant.enums import Rol
from convenant.handeling import regel
from convenant.toegang import Toegang


@regel(Rol.LEIDINGGEVENDE)
def rapport_aanvragen(toegang: Toegang, onderwerp: Any) -> None:
    """The leidinggevende asks for a report; what is in it follows his own rights."""
