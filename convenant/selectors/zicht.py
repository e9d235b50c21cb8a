"""What one person may know in one role: the sister of ``kenners``, seen from the person.

The access rule itself is asked, as that person. Who asks sees of the answer only the dossiers that
he may know himself, and only the involvements that he may know: that care works in a dossier is
itself medical.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from convenant.enums import Categorie, Niveau
from convenant.models import (
    Betrokkenheid,
    Dossier,
    Hoedanigheid,
    Noodtoegang,
    Toegangsaanvraag,
    Vervanging,
)
from convenant.rules.dicht import dicht_voor
from convenant.selectors.kenners import Kennis, kennis_van
from convenant.selectors.noodtoegang import noodtoegangen
from convenant.selectors.toegang import toegang_gedacht
from convenant.selectors.toegangsaanvragen import toegangsaanvragen
from convenant.selectors.vervangingen import lopende_vervangingen
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Dossierzicht:
    """What somebody may know of one dossier, and on what that rests."""

    dossier: Dossier
    betrokken: tuple[Betrokkenheid, ...]
    vervangt: Vervanging | None
    nood: Noodtoegang | None
    kennis: tuple[Kennis, ...]
    eigen: tuple[Categorie, ...]


class Zicht:
    """Everything that somebody may know in one role now, as far as ``lezer`` may know it too."""

    def __init__(self, lezer: Toegang, hoedanigheid: Hoedanigheid) -> None:
        self.lezer = lezer
        self.betrokken: dict[uuid.UUID, list[Betrokkenheid]] = {}
        for rij in _betrokkenheden(lezer, [hoedanigheid.pk]):
            self.betrokken.setdefault(rij.content_object_id, []).append(rij)
        self.vervangt = _als_vervanger(lezer, hoedanigheid)
        nood = noodtoegangen(lezer).filter(
            Noodtoegang.lopend_op(lezer.moment), hoedanigheid=hoedanigheid
        )
        self.nood = {rij.dossier_id: rij for rij in nood}
        self.aanvragen: list[Toegangsaanvraag] = list(
            toegangsaanvragen(lezer)
            .filter(hoedanigheid=hoedanigheid, besluit="")
            .order_by("gevraagd_op", "pk")
        )
        self.vrager = toegang_gedacht(
            hoedanigheid,
            lezer.moment,
            {*self.betrokken, *self.vervangt},
            set(self.nood) - {*self.betrokken, *self.vervangt},
            dicht=dicht_voor(hoedanigheid),
        )

    def dossiers(self) -> QuerySet[Dossier]:
        """The dossiers that both may know."""
        return Dossier.objects.voor(self.lezer, minstens=Niveau.PROCES).filter(
            Dossier.kenbaar_voor(self.vrager, Niveau.BESTAAN)
        )

    def per_dossier(self, dossiers: Iterable[Dossier]) -> list[Dossierzicht]:
        """What the rule says of each of these."""
        return [
            Dossierzicht(
                dossier,
                tuple(self.betrokken.get(dossier.pk, ())),
                self.vervangt.get(dossier.pk),
                self.nood.get(dossier.pk),
                *kennis_van(self.vrager, dossier),
            )
            for dossier in dossiers
        ]


def _als_vervanger(lezer: Toegang, hoedanigheid: Hoedanigheid) -> dict[uuid.UUID, Vervanging]:
    """The dossiers of absent colleagues whose place this person takes today."""
    lopend = lopende_vervangingen(lezer).filter(vervanger=hoedanigheid)
    voor = {rij.afwezige_id: rij for rij in lopend.order_by("pk")}
    rijen = _betrokkenheden(lezer, voor) if voor else ()
    return {rij.content_object_id: voor[rij.hoedanigheid_id] for rij in rijen}


def _betrokkenheden(lezer: Toegang, wie: Iterable[uuid.UUID]) -> QuerySet[Betrokkenheid]:
    return (
        Betrokkenheid.objects.voor(lezer, minstens=Niveau.PROCES)
        .filter(Betrokkenheid.lopend_op(lezer.vandaag), hoedanigheid_id__in=wie)
        .select_related("permission", "verleend_door__medewerker")
        .order_by("van", "pk")
    )
