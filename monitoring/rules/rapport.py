import uuid
from datetime import datetime, timedelta
from typing import Any

from convenant.enums import Rol
from convenant.handeling import regel
from convenant.toegang import Toegang
from monitoring.enums import Rapportstatus
from monitoring.models import Rapport

GEDULD = timedelta(minutes=2)
"""How long a report may wait before it counts as lost on its way to the worker."""


@regel(Rol.LEIDINGGEVENDE)
def rapport_aanvragen(toegang: Toegang, onderwerp: Any) -> None:
    """The leidinggevende asks for a report; what is in it follows his own rights."""


def blijft_liggen(nu: datetime) -> list[uuid.UUID]:
    """Reports that no worker took up: asked for while the broker was away."""
    return list(
        Rapport.objects.buiten_toegang("de maker werkt voor wie het rapport vroeg")
        .filter(status=Rapportstatus.WACHT, gevraagd_op__lt=nu - GEDULD)
        .order_by("gevraagd_op")
        .values_list("pk", flat=True)
    )
