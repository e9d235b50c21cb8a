"""Tasks that no deed made: a term nears, so the application itself tells whom it concerns."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import models

from convenant.enums import Taaksoort
from convenant.handeling import dossier_van
from convenant.models import Taak

VOOR = ("voor_hoedanigheid_id", "voor_rol", "voor_organisatie_id")


class Ontvanger(NamedTuple):
    """Who is warned: a person, or a role of an organisation."""

    hoedanigheid_id: UUID | None = None
    rol: str = ""
    organisatie_id: UUID | None = None


def taken_van_de_klok(
    over: models.Model,
    *,
    soort: Taaksoort,
    titel: str,
    toelichting: str,
    uiterlijk: date,
    wie: set[Ontvanger],
    moment: datetime,
    opnieuw: bool = False,
) -> int:
    """Give each of ``wie`` this task, unless they have or had it; return how many got one.

    ``opnieuw``: also who had it before and finished it. The task is made by nobody: a name there
    would say that a person did something.
    """
    taken = Taak.objects.buiten_toegang("wie al is gewaarschuwd, wordt dat niet nog eens").filter(
        soort=soort, object_id=over.pk, uiterlijk=uiterlijk
    )
    if opnieuw:
        taken = taken.filter(gereed_op__isnull=True)
    nieuw = sorted(wie - {Ontvanger(*rij) for rij in taken.values_list(*VOOR)}, key=str)
    for ontvanger in nieuw:
        Taak(
            soort=soort,
            titel=titel,
            toelichting=toelichting,
            object_soort=over._meta.label_lower,
            object_id=over.pk,
            over_dossier_id=dossier_van(over),
            gemaakt_op=moment,
            uiterlijk=uiterlijk,
            **dict(zip(VOOR, ontvanger, strict=True)),
        ).save(force_insert=True)
    return len(nieuw)
