"""What a report of a dossier rests on, and whether its asker may still know all of that."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from django.db.models import IntegerField, Q, QuerySet, Value

from beoordeling.models import Informatie
from convenant.enums import Categorie, Fase, Niveau
from convenant.models import Dossier
from convenant.toegang import Toegang, niveau_van
from monitoring.enums import Rapportstatus
from monitoring.models import Incident, Rapport

BETROKKEN = "betrokken"
"""The right of who works in a dossier: he is told there that care works in it as well."""


@dataclass(frozen=True)
class Bekend:
    """What somebody may know of a dossier: of items with a source each, of the rest by category.

    ``leest`` holds the items whose text he reads; ``kent`` those as well of which he knows no more
    than that they are there; ``rechten`` a code for each category and level that he has.
    """

    leest: frozenset[uuid.UUID] = frozenset()
    kent: frozenset[uuid.UUID] = frozenset()
    rechten: frozenset[str] = frozenset()

    def __or__(self, ander: "Bekend") -> "Bekend":
        return Bekend(
            self.leest | ander.leest, self.kent | ander.kent, self.rechten | ander.rechten
        )

    def __le__(self, ander: "Bekend") -> bool:
        """Whether who knows ``ander`` knows all of this."""
        return (
            self.leest <= ander.leest and self.kent <= ander.kent and self.rechten <= ander.rechten
        )


def bekend(toegang: Toegang, dossier: Dossier, tot: datetime) -> Bekend:
    """What this asker may know now of what was in this dossier at ``tot``."""
    return Bekend(*_stukken(toegang, [dossier.pk]), _rechten(toegang, dossier, tot))


def vervallen(toegang: Toegang, rapporten: Iterable[Rapport]) -> frozenset[uuid.UUID]:
    """Which of these reports of his own hold something that this asker may no longer know.

    One query, however many there are. A finished report that does not say what it rests on was
    made before that was kept: it counts as vervallen.
    """
    rapporten = list(rapporten)
    al = {rapport.pk for rapport in rapporten if rapport.status == Rapportstatus.VERVALLEN}
    klaar = [
        (rapport, rapport.dossier)
        for rapport in rapporten
        if rapport.dossier is not None and rapport.status == Rapportstatus.KLAAR
    ]
    if not klaar:
        return frozenset(al)
    stukken = _stukken(toegang, [dossier.pk for _, dossier in klaar])
    nu_minder = {
        rapport.pk
        for rapport, dossier in klaar
        if not rapport.rechten
        or not _toen(rapport) <= Bekend(*stukken, _rechten(toegang, dossier, rapport.klaar_op))
    }
    return frozenset(al | nu_minder)


def _toen(rapport: Rapport) -> Bekend:
    leest = frozenset(rapport.rust_op)
    return Bekend(leest, leest | frozenset(rapport.noemt), frozenset(rapport.rechten))


def _stukken(
    toegang: Toegang, dossiers: Sequence[uuid.UUID]
) -> tuple[frozenset[uuid.UUID], frozenset[uuid.UUID]]:
    """The items that this asker reads, and those that he knows.

    A withdrawn one has no text to read, and of an erased one nothing is left to know.
    """
    eerste, *rest = _vragen(toegang, dossiers)
    rijen = list(eerste.union(*rest, all=True).order_by())
    leest = frozenset(pk for pk, niveau in rijen if niveau == Niveau.INHOUD)
    return leest, leest | frozenset(pk for pk, _ in rijen)


def _vragen(toegang: Toegang, dossiers: Sequence[uuid.UUID]) -> Iterator[QuerySet]:
    for niveau, staat_er_nog in (
        (Niveau.INHOUD, Q(ingetrokken_op__isnull=True)),
        (Niveau.BESTAAN, Q(gewist_op__isnull=True)),
    ):
        for soort in (Informatie, Incident):
            stukken = soort.objects.voor(toegang, minstens=niveau).filter(staat_er_nog)
            yield (
                stukken.filter(dossier_id__in=dossiers)
                .order_by()
                .values_list("pk", Value(niveau.value, IntegerField()))
            )


def _rechten(toegang: Toegang, dossier: Dossier, tot: datetime | None) -> frozenset[str]:
    """A code for each category and level, for what has no source and what is of his own.

    Older work and what was recorded until ``tot`` are told apart, because a widening of the
    convenant opens only what came after it.
    """
    codes = {BETROKKEN} if dossier.pk in toegang.betrokken else set()
    bronnen = {"": None, "eigen": toegang.organisatie_id}
    for categorie, (wiens, bron_id), op in product(Categorie, bronnen.items(), (tot, None)):
        hoogste = niveau_van(
            toegang,
            categorie=categorie,
            fase=Fase(dossier.fase),
            dossier_id=dossier.pk,
            bron_id=bron_id,
            vastgelegd_op=op,
        )
        oud = "oud" if op is None else ""
        codes |= {
            f"{categorie}:{niveau.value}:{wiens}{oud}"
            for niveau in Niveau
            if hoogste is not None and niveau <= hoogste
        }
    return frozenset(codes)
