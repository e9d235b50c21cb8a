"""The work of one person in one role, as far as who hands it over may know it, and who takes it."""

import uuid
from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from casusregie.selectors.casus import betrokken_nu, casussen
from convenant.enums import IN_AANPAK, Niveau, Relatie, Rol
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid, Taak
from convenant.selectors.betrokkenen import hoedanigheden_met_rol
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Werk:
    """What somebody does in one dossier; without ``betrokken`` only tasks stayed behind."""

    dossier: Dossier
    betrokken: tuple[Betrokkenheid, ...]
    taken: int
    herbeoordeling_op: date | None
    waarnemer: Hoedanigheid | None

    @property
    def leidt(self) -> bool:
        """Whether he is the regisseur of a running case."""
        als = {b.permission.codename for b in self.betrokken}
        return Relatie.REGISSEUR in als and self.dossier.fase in IN_AANPAK


def over_te_dragen(toegang: Toegang, van: Hoedanigheid) -> list[Werk]:
    """Where ``van`` is involved today or still has open tasks, by number of the dossier.

    Everything through the access rule: what the asker may not know is not handed over by him.
    """
    betrokken: dict[uuid.UUID, list[Betrokkenheid]] = {}
    for rij in _betrokkenheden(toegang, van):
        betrokken.setdefault(rij.content_object_id, []).append(rij)
    taken = Counter(_open_taken(toegang, van).values_list("dossier_id", flat=True))
    ids = {*betrokken, *taken}
    reviews = dict(
        casussen(toegang)
        .filter(dossier_id__in=ids, dossier__fase__in=IN_AANPAK)
        .values_list("dossier_id", "herbeoordeling_op")
    )
    waarnemers = {
        b.content_object_id: b.hoedanigheid
        for b in betrokken_nu(toegang, betrokken, Relatie.WAARNEMER)
        if b.hoedanigheid_id != van.pk
    }
    dossiers = Dossier.objects.voor(toegang, minstens=Niveau.PROCES).filter(pk__in=ids)
    return [
        Werk(
            dossier,
            tuple(betrokken.get(dossier.pk, ())),
            taken[dossier.pk],
            reviews.get(dossier.pk),
            waarnemers.get(dossier.pk),
        )
        for dossier in dossiers.order_by("nummer")
    ]


def opvolgers(toegang: Toegang, van: Hoedanigheid) -> QuerySet[Hoedanigheid]:
    """Who can take over: the same role, and the same organisation unless he leads cases.

    What a partner or a member of the weegploeg knows, he knows for his own organisation.
    """
    mensen = hoedanigheden_met_rol(Rol(van.rol), toegang=toegang).exclude(
        medewerker_id=van.medewerker_id
    )
    if van.rol == Rol.CASUSREGISSEUR:
        return mensen
    return mensen.filter(organisatie_id=van.organisatie_id)


def _betrokkenheden(toegang: Toegang, van: Hoedanigheid) -> QuerySet[Betrokkenheid]:
    return (
        Betrokkenheid.objects.voor(toegang)
        .filter(Betrokkenheid.lopend_op(toegang.vandaag), hoedanigheid=van)
        .select_related(
            "content_object", "permission", "hoedanigheid__medewerker", "hoedanigheid__organisatie"
        )
        .order_by("van", "pk")
    )


def _open_taken(toegang: Toegang, van: Hoedanigheid) -> QuerySet[Taak]:
    return (
        Taak.objects.voor(toegang)
        .filter(voor_hoedanigheid=van, gereed_op__isnull=True, dossier__isnull=False)
        .order_by()
    )
