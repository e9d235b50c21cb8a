"""Loading the first version of the convenant from ``inhoud/``: once loaded, it never changes."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from convenant.enums import Convenantstatus
from convenant.models import Convenantversie, Deelregel, Grondslag

INHOUD = Path(__file__).parent.parent / "inhoud" / "convenant_v1.toml"


@transaction.atomic
def convenant_laden() -> int:
    """Load the version that ships with the application, once; return how many rules were new.

    Grounds that are not there yet are added; one whose end was recorded keeps it.
    """
    inhoud = tomllib.loads(INHOUD.read_text(encoding="utf-8"))
    for rij in inhoud["grondslag"]:
        Grondslag.objects.get_or_create(code=rij["code"], defaults=rij)
    if Convenantversie.objects.filter(meegeleverd=True).exists():
        return 0
    versie = Convenantversie.objects.create(
        nummer=inhoud["versie"],
        toelichting=inhoud["toelichting"],
        meegeleverd=True,
        opgesteld_op=inhoud["ingangsmoment"],
    )
    nieuw = Deelregel.objects.bulk_create(_deelregels(versie, inhoud["deelregel"]))
    versie.status = Convenantstatus.VASTGESTELD
    versie.ingangsmoment = inhoud["ingangsmoment"]
    versie.save()
    return len(nieuw)


def _deelregels(versie: Convenantversie, rijen: list[dict[str, Any]]) -> list[Deelregel]:
    gronden = {g.code: g for g in Grondslag.objects.all()}
    return [
        Deelregel(versie=versie, volgorde=plek, **{**rij, "grondslag": gronden[rij["grondslag"]]})
        for plek, rij in enumerate(rijen, 1)
    ]
