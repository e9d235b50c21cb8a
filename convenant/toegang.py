"""The one access rule: category × receiver × phase → level of knowing.

Everything that shows, counts, searches or exports goes through the rules of the convenant version
in force: as a filter (``zichtbaar``) or for one item (``niveau_van``). Both read the same table.
Source: convenant articles as named per deelregel; ``domein.md`` §5.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Self

from django.db.models import Q, TextField, Value
from django.utils import timezone

from convenant.enums import (
    Categorie,
    Fase,
    Niveau,
    Organisatiesoort,
    Relatie,
    Rol,
    Voorwaarde,
)
from convenant.gedeeld import Deling
from convenant.opzoeken import EenVan, Eigen, NietEenVan
from convenant.regelboek import GEEN_REGELS, Bevestigd, Bronnen, Regel, Regelboek

MEEST_LETTERLIJK = 1_000


@dataclass(frozen=True, slots=True)
class Toegang:
    """Who asks, in which hoedanigheid, at what moment: a plain value, loaded once a request.

    ``betrokken`` holds the ids of the dossiers in which this person is involved at
    ``moment``: fetched beforehand, so that queries carry literals and keep a good plan.
    ``regels`` is what the convenant says at that moment; who acts for an organisation that has
    not signed it (``getekend``) has none, is nobody to the database, and does no deed. The same
    goes for a hoedanigheid that does not hold at ``moment`` (``geldig``).
    ``nood`` holds those that he reads under noodtoegang alone: for the condition ``BETROKKEN`` he
    counts as involved there, and for nothing else. ``gedeeld`` is what care shares with his
    organisation in the dossiers he is involved in: the condition ``TOESTEMMING``. ``vervangt``
    holds those whose place he takes today: their involvements stand among his own, and
    ``als_vervanger`` says which are theirs alone.
    ``dicht`` holds the dossiers that are shut for this person whatever else he may know: sealed
    ones of which he is no ingewijde, and those in which he has a belangenconflict. None of them is
    in the others.
    """

    medewerker_id: uuid.UUID
    naam: str
    hoedanigheid_id: uuid.UUID
    rol: Rol
    organisatie_id: uuid.UUID
    organisatie_naam: str
    organisatiesoort: Organisatiesoort
    moment: datetime
    betrokken: frozenset[uuid.UUID] = frozenset()
    regie: frozenset[uuid.UUID] = frozenset()
    nood: frozenset[uuid.UUID] = frozenset()
    vervangt: frozenset[uuid.UUID] = frozenset()
    als_vervanger: frozenset[uuid.UUID] = frozenset()
    gedeeld: frozenset[Deling] = frozenset()
    dicht: frozenset[uuid.UUID] = frozenset()
    regels: Regelboek = GEEN_REGELS
    getekend: bool = False
    geldig: bool = False
    bevestigd: Bevestigd = frozenset()
    bronnen: Bronnen = frozenset()
    trace_id: str = ""
    sleutel: uuid.UUID | None = None

    @property
    def vandaag(self) -> date:
        """The calendar day of ``moment`` in the municipality."""
        return timezone.localdate(self.moment)

    @property
    def telt_mee(self) -> bool:
        """Whether this asker is anybody at all: a valid role, of an organisation that signed."""
        return self.geldig and self.getekend

    def is_een(self, *rollen: Rol) -> bool:
        """Whether the present hoedanigheid has one of these roles."""
        return self.rol in rollen

    def in_eigen_dossier(self, pad: str) -> Q:
        """The filter for rows whose dossier, found along this path, is one of ``betrokken``.

        The ids are literals, so that PostgreSQL knows how few they are. Thousands cost more to
        send than to look up, and are so common in any list that walking it finds them soon.
        """
        if len(self.betrokken) > MEEST_LETTERLIJK:
            return Q(Eigen(pad))
        return _een_van_deze(pad, self.betrokken)

    def kent_als_betrokkene(self, pad: str) -> Q:
        """The filter for rows, among those of dossiers he knows, of dossiers he is involved in."""
        return self.in_eigen_dossier(pad)

    def in_eigen_regie(self, pad: str) -> Q:
        """The filter for rows whose dossier, found along this path, this asker leads."""
        return _een_van_deze(pad, self.regie)

    def in_nooddossier(self, pad: str) -> Q:
        """The filter for rows whose dossier, found along this path, is one of ``nood``."""
        return _een_van_deze(pad, self.nood)

    def niet_dicht(self, pad: str) -> Q:
        """The filter for rows whose dossier, found along this path, is none of ``dicht``."""
        if not self.dicht:
            return Q()
        return Q(NietEenVan(pad, Value(_letterlijk(self.dicht), TextField())))

    def zonder_dichte(self, dicht: frozenset[uuid.UUID]) -> Self:
        """The same asker, for whom these dossiers are shut whatever he has in them."""
        if not dicht:
            return self
        return replace(
            self,
            dicht=dicht,
            betrokken=self.betrokken - dicht,
            regie=self.regie - dicht,
            nood=self.nood - dicht,
            als_vervanger=self.als_vervanger - dicht,
            gedeeld=frozenset(d for d in self.gedeeld if d.dossier_id not in dicht),
        )

    def niet_in_nood(self, pad: str, wat: Q) -> Q:
        """The filter that takes ``wat`` away from the dossiers in ``nood``."""
        return ~(wat & self.in_nooddossier(pad)) if self.nood else Q()

    def in_plaats_van(self, pad: str) -> Q:
        """The filter for rows of somebody, found along this path, whose place this asker takes."""
        return Q(**{f"{pad}__in": self.vervangt}) if self.vervangt else Q(pk__in=[])

    def gedeelde_stukken(self, vorm: "Stukvorm") -> Q:
        """The filter for the rows of this form that care shares with this asker."""
        alles: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
        for deling in self.gedeeld:
            if deling.stuk_id is None:
                alles[deling.bron_id].add(deling.dossier_id)
        filter_ = _een_van_deze("pk", frozenset(d.stuk_id for d in self.gedeeld if d.stuk_id))
        for bron_id, dossiers in alles.items():
            in_dossier = _een_van_deze(vorm.id_pad(), frozenset(dossiers))
            filter_ |= Q(**{vorm.bron_pad: bron_id}) & in_dossier
        return filter_

    def ontvangen_delingen(self) -> Q:
        """The filter for the rows that say what care shares with this asker."""
        return _een_van_deze("pk", frozenset(deling.id for deling in self.gedeeld))

    @property
    def bij_embargo(self) -> tuple[Any, Any]:
        """As whom an embargo lets this asker through: the source organisation, the bewaarder."""
        return self.organisatie_id, self.hoedanigheid_id

    @property
    def rolcode(self) -> Any:
        """The code of the role as a filter takes it."""
        return self.rol

    def filter(self, vorm: "Stukvorm", minstens: Niveau) -> Q:
        """The filter for the rows of this form that the access rule lets this asker know."""
        filters = [
            _regelfilter(regel, self, vorm)
            for regel in self.regels.voor(self.rol, self.organisatiesoort, minstens)
            if _geldt_voor_vorm(regel, vorm)
        ]
        return _een_van(filters)

    def met_sleutel(self, sleutel: uuid.UUID | None) -> "Toegang":
        """The same asker, carrying the key that makes a double click one deed."""
        return replace(self, sleutel=sleutel)


@lru_cache(maxsize=32)
def _letterlijk(ids: frozenset[uuid.UUID]) -> str:
    """The ids as one value; a page writes the same ones into dozens of filters."""
    return "{" + ",".join(sorted(map(str, ids))) + "}"


def _een_van_deze(pad: str, ids: frozenset[uuid.UUID]) -> Q:
    if not ids:
        return Q(pk__in=[])
    return Q(EenVan(pad, Value(_letterlijk(ids), TextField())))


REGIEROLLEN = frozenset({Relatie.REGISSEUR, Relatie.WAARNEMER})


@dataclass(frozen=True, slots=True)
class Stukvorm:
    """How a model tells category, source and dossier; paths are ORM paths from the model.

    ``categorie`` is a fixed category, or ``None`` when each row has its own in
    ``categorie_pad``. ``bron_pad`` is empty when rows of the model have no source, and
    ``moment_pad`` when they do not tell when they were recorded: a widening then opens them only
    after their source confirmed. ``deelbaar``: what care told, so that care may share it.
    """

    categorie: Categorie | None = None
    categorie_pad: str = "categorie"
    dossier_pad: str = "dossier"
    bron_pad: str = ""
    moment_pad: str = ""
    deelbaar: bool = False

    def van_zorg(self) -> "Stukvorm":
        """The form of the same rows as far as care told them: medisch, whatever they are called."""
        return replace(self, categorie=Categorie.MEDISCH, deelbaar=True)

    def tijd_pad(self) -> str:
        """The path to the moment of recording. Process data are as old as their dossier."""
        if not self.dossier_pad:
            return "geopend_op"
        if self.categorie == Categorie.PROCES:
            return f"{self.dossier_pad}__geopend_op"
        return self.moment_pad

    def van_dossier(self) -> "Stukvorm":
        """The form of the dossier that a row hangs on, seen from that row."""
        return Stukvorm(categorie=Categorie.PROCES, dossier_pad=self.dossier_pad)

    def fase_pad(self) -> str:
        """The path to the phase of the dossier."""
        return f"{self.dossier_pad}__fase" if self.dossier_pad else "fase"

    def id_pad(self) -> str:
        """The path to the id of the dossier."""
        return f"{self.dossier_pad}_id" if self.dossier_pad else "pk"


def zichtbaar(toegang: Toegang, vorm: Stukvorm, minstens: Niveau) -> Q:
    """The filter for the rows of which ``toegang`` may know at least ``minstens``."""
    return toegang.filter(vorm, minstens)


def zichtbaar_van_bron(toegang: Toegang, vorm: Stukvorm, minstens: Niveau) -> Q:
    """The filter for items with a source; what care told is medisch, even that it exists.

    So it is shown with its content or not at all, in whatever category it was recorded, and
    noodtoegang tells nothing of it (domein.md §5).
    """
    zorg = Q(**{f"{vorm.bron_pad}__soort": Organisatiesoort.ZORG})
    van_zorg = zichtbaar(toegang, vorm.van_zorg(), Niveau.INHOUD) & zorg
    van_anderen = zichtbaar(toegang, vorm, minstens) & ~zorg
    return van_anderen | (van_zorg & toegang.niet_in_nood(vorm.id_pad(), zorg))


def niveau_van(
    toegang: Toegang,
    *,
    categorie: Categorie,
    fase: Fase,
    dossier_id: uuid.UUID,
    bron_id: uuid.UUID | None = None,
    vastgelegd_op: datetime | None = None,
    stuk_id: uuid.UUID | None = None,
) -> Niveau | None:
    """The level at which ``toegang`` may know one item; ``None``: not even that it exists.

    The item is of a dossier that this asker knows. Without ``vastgelegd_op`` it counts as older
    than every widening.
    """
    regel = beste_regel(
        toegang,
        categorie=categorie,
        fase=fase,
        dossier_id=dossier_id,
        bron_id=bron_id,
        vastgelegd_op=vastgelegd_op,
        stuk_id=stuk_id,
    )
    return None if regel is None else regel.niveau


def beste_regel(
    toegang: Toegang,
    *,
    categorie: Categorie,
    fase: Fase,
    dossier_id: uuid.UUID,
    bron_id: uuid.UUID | None = None,
    vastgelegd_op: datetime | None = None,
    stuk_id: uuid.UUID | None = None,
) -> Regel | None:
    """The row that gives ``toegang`` most on this item: what *Waarom mag ik dit zien?* shows."""
    if dossier_id in toegang.dicht:
        return None
    geldend = [
        regel
        for regel in toegang.regels.voor(toegang.rol, toegang.organisatiesoort)
        if categorie in regel.categorieen
        and fase in regel.fasen
        and _voldaan(regel.voorwaarde, toegang, dossier_id, bron_id, stuk_id)
        and _reikt_tot(regel, toegang, bron_id, vastgelegd_op)
    ]
    return max(geldend, key=lambda regel: regel.niveau, default=None)


def _voldaan(
    voorwaarde: Voorwaarde,
    toegang: Toegang,
    dossier_id: uuid.UUID,
    bron_id: uuid.UUID | None,
    stuk_id: uuid.UUID | None,
) -> bool:
    betrokken = dossier_id in toegang.betrokken
    eigen = bron_id is not None and bron_id == toegang.organisatie_id
    gedeeld = any(d.opent(dossier_id, bron_id, stuk_id) for d in toegang.gedeeld)
    return {
        Voorwaarde.ALTIJD: True,
        Voorwaarde.BETROKKEN: betrokken or dossier_id in toegang.nood,
        Voorwaarde.EIGEN_BRON: betrokken and eigen,
        Voorwaarde.BRON_IN_FASE: eigen,
        Voorwaarde.TOESTEMMING: betrokken and gedeeld,
    }[voorwaarde]


def _reikt_tot(
    regel: Regel, toegang: Toegang, bron_id: uuid.UUID | None, vastgelegd_op: datetime | None
) -> bool:
    """Whether a rule with a border, in source or in time, has this item within it."""
    if not regel.van_elke_bron and bron_id not in regel.bronnen(toegang.bronnen):
        return False
    if regel.vanaf is None or bron_id in regel.bevestigd_door(toegang.bevestigd):
        return True
    return vastgelegd_op is not None and vastgelegd_op >= regel.vanaf


def _geldt_voor_vorm(regel: Regel, vorm: Stukvorm) -> bool:
    vraagt_bron = regel.voorwaarde in (Voorwaarde.EIGEN_BRON, Voorwaarde.BRON_IN_FASE)
    if (vraagt_bron or not regel.van_elke_bron) and not vorm.bron_pad:
        return False
    if regel.voorwaarde == Voorwaarde.TOESTEMMING and not vorm.deelbaar:
        return False
    return vorm.categorie is None or vorm.categorie in regel.categorieen


def _regelfilter(regel: Regel, toegang: Toegang, vorm: Stukvorm) -> Q:
    filter_ = Q()
    if set(regel.fasen) != set(Fase):
        filter_ &= Q(**{f"{vorm.fase_pad()}__in": regel.fasen})
    if vorm.categorie is None:
        filter_ &= Q(**{f"{vorm.categorie_pad}__in": regel.categorieen})
    if regel.voorwaarde == Voorwaarde.BETROKKEN:
        filter_ &= toegang.in_eigen_dossier(vorm.id_pad()) | toegang.in_nooddossier(vorm.id_pad())
    if regel.voorwaarde == Voorwaarde.EIGEN_BRON:
        filter_ &= toegang.in_eigen_dossier(vorm.id_pad())
    if regel.voorwaarde in (Voorwaarde.EIGEN_BRON, Voorwaarde.BRON_IN_FASE):
        filter_ &= Q(**{vorm.bron_pad: toegang.organisatie_id})
    if regel.voorwaarde == Voorwaarde.TOESTEMMING:
        filter_ &= toegang.gedeelde_stukken(vorm)
    if regel.is_begrensd:
        filter_ &= _binnen_grens(regel, toegang, vorm)
    if not filter_:
        filter_ = Q(**{f"{vorm.id_pad()}__isnull": False})
    return filter_


def _binnen_grens(regel: Regel, toegang: Toegang, vorm: Stukvorm) -> Q:
    """The rows within the border of a rule: of the right source, and recent enough or confirmed.

    What a widening opens of a dossier, it opens to whoever knows that dossier: the policy of a
    stuk finds its phase through that of its dossier.
    """
    grens = Q()
    if not regel.van_elke_bron:
        grens = Q(**{f"{vorm.bron_pad}__in": regel.bronnen(toegang.bronnen)})
    if regel.vanaf is None:
        return grens
    if vorm.dossier_pad and vorm.categorie != Categorie.PROCES:
        grens &= toegang.filter(vorm.van_dossier(), Niveau.BESTAAN)
    bevestigd = regel.bevestigd_door(toegang.bevestigd)
    if not vorm.bron_pad and None in bevestigd:
        return grens
    tijdig = Q(pk__in=[])
    if vorm.tijd_pad():
        tijdig |= Q(**{f"{vorm.tijd_pad()}__gte": regel.vanaf})
    if vorm.bron_pad:
        tijdig |= Q(**{f"{vorm.bron_pad}__in": bevestigd - {None}})
    return grens & tijdig


def _een_van(filters: Iterable[Q]) -> Q:
    samen = Q(pk__in=[])
    for filter_ in filters:
        samen |= filter_
    return samen


def opent_betrokkenheid(toegang: Toegang, dossier_id: uuid.UUID, fase: Fase) -> bool:
    """Whether involvement in this dossier lets ``toegang`` know more of it than his role does."""
    toegang = replace(toegang, nood=frozenset())
    straks = replace(toegang, betrokken=toegang.betrokken | {dossier_id})

    def weet(wie: Toegang) -> list[Niveau | None]:
        return [
            niveau_van(
                wie,
                categorie=categorie,
                fase=fase,
                dossier_id=dossier_id,
                vastgelegd_op=toegang.moment,
            )
            for categorie in Categorie
        ]

    return weet(straks) != weet(toegang)


@dataclass(frozen=True, slots=True)
class Mogelijkheid:
    """A deed as a button: shown, disabled with the reason of its rule, or absent."""

    naam: str
    label: str
    url: str
    reden: str = ""
    zichtbaar: bool = True
    primair: bool = False
    icoon: str = ""
    extra: dict[str, str] = field(default_factory=dict)
