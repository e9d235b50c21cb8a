"""To whom content goes: the organisations of which someone may read it by the access rule."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Rol, Voorwaarde
from convenant.gedeeld import Deling
from convenant.models import Betrokkenheid, Hoedanigheid, Ondertekening, Zorgdeling
from convenant.rules.dicht import afscherming_van
from convenant.toegang import Toegang, beste_regel

type Gelezen = dict[Categorie, str]
"""What an organisation reads, and by which article."""

LEESBAAR = tuple(c for c in Categorie if c != Categorie.TECHNIEK)


class Lezer(NamedTuple):
    """A kind of reader of an organisation: one stands for all who read the same."""

    rol: Rol
    organisatie_id: uuid.UUID
    soort: Organisatiesoort
    betrokken: bool

    def als_vrager(
        self, toegang: Toegang, dossier_id: uuid.UUID, gedeeld: Iterable[Deling] = ()
    ) -> Toegang:
        """This reader as the access rule knows him, at the moment of ``toegang``.

        ``gedeeld`` is what care shares with his organisation.
        """
        return replace(
            toegang,
            rol=Rol(self.rol),
            organisatie_id=self.organisatie_id,
            organisatiesoort=Organisatiesoort(self.soort),
            betrokken=frozenset({dossier_id} if self.betrokken else ()),
            regie=frozenset(),
            nood=frozenset(),
            dicht=frozenset(),
            gedeeld=frozenset(gedeeld),
        )


def lezers_van(toegang: Toegang, dossier_id: uuid.UUID) -> list[Lezer]:
    """Everyone who can be a reader of this dossier now, one of each kind.

    Without a valid signature under the convenant an organisation reads nothing, and of a sealed
    dossier only who is ingewijd does.
    """
    velden = ("rol", "organisatie_id", "organisatie__soort")
    mensen = Hoedanigheid.objects.filter(
        Hoedanigheid.geldig_op(toegang.vandaag),
        medewerker__is_active=True,
        organisatie__in=getekend(toegang),
    )
    mensen = afscherming_van(dossier_id).zonder_wie_dicht_is(mensen)
    betrokken = (
        Betrokkenheid.objects.buiten_toegang("wie ontvangt, hangt af van ieders betrokkenheid")
        .filter(Betrokkenheid.lopend_op(toegang.vandaag), content_object_id=dossier_id)
        .values("hoedanigheid_id")
    )
    kanten = ((mensen, False), (mensen.filter(pk__in=betrokken), True))
    return [
        Lezer(*rij, betrokken=hier)
        for soort, hier in kanten
        for rij in soort.order_by().values_list(*velden).distinct()
    ]


def ontvangers(
    toegang: Toegang,
    dossier_id: uuid.UUID,
    fase: Fase,
    *,
    categorieen: Iterable[Categorie] = LEESBAAR,
    bron_id: uuid.UUID | None = None,
    vastgelegd_op: datetime | None = None,
    lezers: Iterable[Lezer] | None = None,
) -> dict[uuid.UUID, Gelezen]:
    """Which organisations read the content of which of these categories in this phase.

    Without ``vastgelegd_op`` it counts as older than every widening of the convenant.
    """
    gevonden: dict[uuid.UUID, Gelezen] = {}
    gedeeld = (
        _gedeeld_door(toegang, dossier_id, bron_id) if Categorie.MEDISCH in categorieen else {}
    )
    for lezer in lezers_van(toegang, dossier_id) if lezers is None else lezers:
        hem = gedeeld.get(lezer.organisatie_id, ())
        vrager = lezer.als_vrager(toegang, dossier_id, hem)
        for categorie in categorieen:
            regel = beste_regel(
                vrager,
                categorie=categorie,
                fase=fase,
                dossier_id=dossier_id,
                bron_id=bron_id,
                vastgelegd_op=vastgelegd_op,
            )
            if regel is not None and regel.niveau == Niveau.INHOUD:
                gevonden.setdefault(lezer.organisatie_id, {})[categorie] = regel.artikel
    return gevonden


def _gedeeld_door(
    toegang: Toegang, dossier_id: uuid.UUID, bron_id: uuid.UUID | None
) -> dict[uuid.UUID, list[Deling]]:
    """What this source shares in this dossier with toestemming, per organisation."""
    if bron_id is None:
        return {}
    rijen = (
        Zorgdeling.objects.buiten_toegang("wie ontvangt, hangt af van wat de zorg deelt")
        .filter(Zorgdeling.lopend_op(toegang.moment), dossier_id=dossier_id, bron_id=bron_id)
        .order_by()
        .values_list("ontvanger_id", "pk", "dossier_id", "bron_id", "stuk_id")
    )
    gedeeld: dict[uuid.UUID, list[Deling]] = {}
    for ontvanger_id, *rij in rijen:
        gedeeld.setdefault(ontvanger_id, []).append(Deling(*rij))
    return gedeeld


def ontvangers_van_zorg(toegang: Toegang, dossier_id: uuid.UUID, fase: Fase) -> set[uuid.UUID]:
    """The organisations that care can share something with here: who is involved by name there.

    In a role of which the convenant says that it may read what care shares with it.
    """
    return {
        lezer.organisatie_id
        for lezer in lezers_van(toegang, dossier_id)
        if lezer.betrokken
        and lezer.organisatie_id != toegang.organisatie_id
        and any(
            regel.voorwaarde == Voorwaarde.TOESTEMMING and fase in regel.fasen
            for regel in toegang.regels.voor(
                Rol(lezer.rol), Organisatiesoort(lezer.soort), Niveau.INHOUD
            )
        )
    }


def getekend(toegang: Toegang) -> set[uuid.UUID]:
    """The organisations that have a valid signature under the convenant now."""
    rijen = Ondertekening.objects.filter(van__lte=toegang.vandaag)
    return {rij.organisatie_id for rij in rijen if rij.geldt_op(toegang.moment)}
