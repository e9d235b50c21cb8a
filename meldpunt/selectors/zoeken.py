"""Finding people whatever the spelling, and anything by its neutral number.

Candidates share parts of the name; date of birth and estimated age only order them.
"""

import re
import uuid
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, Q, QuerySet

from convenant.enums import Niveau
from convenant.models import Dossier
from convenant.toegang import Toegang
from meldpunt.models import Melding, Naamsleutel, Persoon
from meldpunt.rules.naamsleutel import gedeelde_delen, gelijkenis, naamsleutels
from meldpunt.selectors.meldingen import TEKSTEN

MEEST = 50
RUIM = 400
"""Persons fetched before ranking: a common first name alone may be shared by thousands."""
NUMMER = re.compile(r"^[A-Z]?\d{4}-\d{1,8}$")
GEEN_JAAR = 200
MINST_TEKENS = 3
"""Fewer letters would find every text."""


@dataclass(frozen=True)
class Kandidaat:
    """A known person who may be the one meant; ``gedeeld`` is how many parts of the name agree."""

    persoon: Persoon
    gedeeld: int
    gelijkenis: float
    jaren_verschil: int


@dataclass(frozen=True)
class Geboorte:
    """What was said of someone's birth: a date, or a year that follows from an estimated age."""

    datum: date | None = None
    jaar: int | None = None


def kandidaten(toegang: Toegang, naam: str, geboorte: Geboorte = Geboorte()) -> list[Kandidaat]:
    """Persons whose name may be ``naam``, the likeliest first, at most fifty."""
    sleutels = naamsleutels(naam)
    if not sleutels:
        return []
    treffers = (
        Naamsleutel.objects.voor(toegang)
        .filter(sleutel__in=sleutels)
        .order_by()
        .values("persoon_id")
        .annotate(aantal=Count("sleutel", distinct=True), gevonden=ArrayAgg("sleutel"))
        .order_by("-aantal", "persoon_id")[:RUIM]
    )
    per_persoon = {t["persoon_id"]: frozenset(t["gevonden"]) for t in treffers}
    gevonden = [
        _kandidaat(persoon, naam, per_persoon[persoon.pk], geboorte)
        for persoon in _personen(toegang, per_persoon)
    ]
    return sorted((k for k in gevonden if k.gedeeld), key=_volgorde)[:MEEST]


def kandidaten_bij(toegang: Toegang, melding: Melding) -> list[Kandidaat]:
    """Who may be the person named in this report."""
    naam = f"{melding.genoemde_voornaam} {melding.genoemde_achternaam}".strip()
    return kandidaten(toegang, naam, geboorte_van(melding))


def geboorte_van(melding: Melding) -> Geboorte:
    """The birth as told in a report; an age counts back from the day of the report."""
    if melding.genoemde_geboortedatum:
        return Geboorte(melding.genoemde_geboortedatum, melding.genoemde_geboortedatum.year)
    if melding.genoemde_leeftijd is not None:
        return Geboorte(jaar=melding.gemeld_op.year - melding.genoemde_leeftijd)
    return Geboorte()


def is_nummer(vraag: str) -> bool:
    """Whether someone typed a neutral number rather than a name."""
    return bool(NUMMER.match(vraag.strip().upper()))


def dossiers_met_nummer(toegang: Toegang, vraag: str) -> QuerySet[Dossier]:
    """The dossier with this number, if this asker may know that it exists."""
    return Dossier.objects.voor(toegang, minstens=Niveau.PROCES).filter(
        nummer=vraag.strip().upper()
    )


def meldingen_met_nummer(toegang: Toegang, vraag: str) -> QuerySet[Melding]:
    """The report with this number, if this asker may read it."""
    return Melding.objects.voor(toegang).filter(nummer=vraag.strip().upper())


def over_onbekenden(toegang: Toegang, vraag: str) -> QuerySet[Melding]:
    """Reports about a person without a name in which these words stand: how such a dossier is found."""
    woorden = vraag.strip()
    if len(woorden) < MINST_TEKENS:
        return Melding.objects.voor(toegang).none()
    in_tekst = reduce(or_, (Q(**{f"{veld}__icontains": woorden}) for veld in TEKSTEN))
    return (
        Melding.objects.voor(toegang)
        .filter(in_tekst, persoon__onbekend=True)
        .defer(*TEKSTEN)
        .select_related("dossier")
        .order_by("-gemeld_op", "-pk")[:MEEST]
    )


def _personen(toegang: Toegang, ids: dict[uuid.UUID, frozenset[str]]) -> QuerySet[Persoon]:
    return Persoon.objects.voor(toegang).filter(pk__in=list(ids)).select_related("dossier")


def _kandidaat(
    persoon: Persoon, naam: str, sleutels: frozenset[str], geboorte: Geboorte
) -> Kandidaat:
    bekende_namen = [persoon.volledige_naam, *persoon.roepnamen.split(",")]
    return Kandidaat(
        persoon,
        gedeelde_delen(naam, sleutels),
        max(gelijkenis(naam, bekend) for bekend in bekende_namen),
        _jaren_verschil(persoon, geboorte),
    )


def _jaren_verschil(persoon: Persoon, geboorte: Geboorte) -> int:
    """Years between the births, -1 when the very day agrees, and far away when one is unknown."""
    if geboorte.datum and geboorte.datum == persoon.geboortedatum:
        return -1
    jaar = persoon.geboortedatum.year if persoon.geboortedatum else persoon.geboortejaar
    return abs(jaar - geboorte.jaar) if jaar and geboorte.jaar else GEEN_JAAR


def _volgorde(kandidaat: Kandidaat) -> tuple[int, int, float, str]:
    """Shared parts first; then writing, in steps so coarse that the birth can still decide."""
    return (
        -kandidaat.gedeeld,
        -round(kandidaat.gelijkenis * 5),
        kandidaat.jaren_verschil,
        str(kandidaat.persoon.pk),
    )
