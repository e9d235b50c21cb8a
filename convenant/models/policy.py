"""Lock 6: the access rule of a model as the text of a policy.

``kenbaar_voor`` of the model is compiled once with a Toegang that stands for whoever asks: the policy
and the filter of lock 2 are one text.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import models
from django.db.models import BooleanField, F, Func, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from django.db.models.sql.constants import LOUTER
from django.db.models.sql.where import AND, OR, WhereNode

from convenant.enums import Categorie, Niveau, Rol, Voorwaarde
from convenant.gedeeld import Gedeeld, KentDeling
from convenant.identiteit import (
    GESLOTEN,
    KORT,
    OVERAL,
    RECHTEN,
)
from convenant.opzoeken import (
    IN_NOOD,
    Eigen,
    InNood,
    InRegie,
    NietEenVan,
)
from convenant.toegang import Stukvorm, Toegang

from .beschermd import Beschermd
from .dossier import Dossier
from .wie_vraagt import PLAATSEN, gezet, instelling


class OpPlaatsVan(Func):
    """Whether the asker acts in the place of this hoedanigheid, for the text of a policy."""

    template = f"%(expressions)s = ANY({PLAATSEN})"
    output_field = BooleanField()
    conditional = True


class Geldt(Func):
    """Whether the asker has this right on this category and phase: a lookup in his settings."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, voorwaarde: Voorwaarde, categorie: Any, fase: Any, niveau: Niveau) -> None:
        super().__init__(categorie, fase)
        self.letter, self.niveau = KORT[voorwaarde], niveau.value

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """The setting of the category names the phases: short, because every row looks in it."""
        (categorie, p1), (fase, p2) = [compiler.compile(deel) for deel in self.source_expressions]
        rechten = f"current_setting('{RECHTEN}{self.letter}_' || {categorie}, true)"
        return f"(strpos({rechten}, ' ' || {fase} || ':{self.niveau} ') > 0)", [*p1, *p2]


class GeldtOveral(Func):
    """Whether the asker has this right, and that to know the dossier itself, in every phase.

    Asked before the phase is looked up: for most rows of a list it then need not be.
    """

    template = "%(expressions)s IS NOT NULL"
    output_field = BooleanField()
    conditional = True

    def __init__(
        self, voorwaarde: Voorwaarde, categorie: Categorie, niveau: Niveau, pad: str
    ) -> None:
        super().__init__(F(pad))
        eisen = {(categorie, niveau), (Categorie.PROCES, Niveau.BESTAAN)}
        self.recht = " AND ".join(sorted(_overal(voorwaarde, *eis) for eis in eisen))

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """The settings, and that the row has a dossier at all."""
        return super().as_sql(compiler, connection, template=f"({self.recht} AND {self.template})")


def _overal(voorwaarde: Voorwaarde, categorie: Categorie, niveau: Niveau) -> str:
    """Whether this right holds in whatever phase, as a setting says."""
    naam = f"{RECHTEN}{KORT[voorwaarde]}_{categorie}"
    return f"strpos(current_setting('{naam}', true), ' {OVERAL}:{niveau.value} ') > 0"


IS_DICHT = f"(SELECT nullif(current_setting('{GESLOTEN}', true), '')::uuid[])"


VERRUIMD = "(SELECT nullif(current_setting('casusregie.verruimd', true), '')::jsonb)"


class Verruimd(Func):
    """Whether the asker has this right on an item of this moment and source.

    A look-up of the moment from which it holds.
    """

    output_field = BooleanField()
    conditional = True

    def __init__(
        self, voorwaarde: Voorwaarde, categorie: Any, fase: Any, niveau: Niveau, vorm: Stukvorm
    ) -> None:
        tijd, bron = vorm.tijd_pad(), vorm.bron_pad
        super().__init__(
            categorie,
            fase,
            F(tijd) if tijd else Value(None, models.DateTimeField()),
            Cast(F(bron), models.TextField()) if bron else Value("-"),
        )
        self.letter, self.niveau = KORT[voorwaarde], niveau.value

    def as_sql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        """Recorded at or after the moment that stands under the right, of any source or of this."""
        delen = [compiler.compile(deel) for deel in self.source_expressions]
        (categorie, p1), (fase, p2), (moment, p3), (bron, p4) = delen
        recht = f"'{self.letter}:' || {categorie} || ':' || {fase} || ':{self.niveau}'"
        op = f"coalesce({moment}, '-infinity'::timestamptz)"
        tekst = (
            f"({op} >= ({VERRUIMD} ->> ({recht}))::timestamptz"
            f" OR {op} >= ({VERRUIMD} ->> ({recht} || ':' || {bron}))::timestamptz)"
        )
        return tekst, [*p3, *p1, *p2, *p3, *p1, *p2, *p4]


ELDERS = f"""(SELECT concat(
    current_setting('{RECHTEN}{KORT[Voorwaarde.ALTIJD]}_{Categorie.PROCES}', true),
    current_setting('casusregie.verruimd', true), current_setting('{IN_NOOD}', true)) <> '')"""
"""Whether the asker may know dossiers in which he is not involved: by a right that always holds,
one with a border, or noodtoegang. The policy of Dossier has no other ways in."""


ZONDER_DOSSIER = f"""(SELECT {_overal(Voorwaarde.ALTIJD, Categorie.PROCES, Niveau.BESTAAN)}
    OR ({_overal(Voorwaarde.BETROKKEN, Categorie.PROCES, Niveau.BESTAAN)} AND NOT {ELDERS}))"""
"""Whether who comes as far as asking the dossier may know it in every phase. Unless it is shut for
him, the dossier then has nothing to add."""


class KentDossier(Func):
    """What is as open as its dossier: the policy of Dossier itself answers.

    Asked only of who is involved there, unless the asker knows dossiers otherwise (``ELDERS``):
    the list of a regisseur walks past the cases of others, and reads none of their dossiers.
    Nor his own, when the answer is yes for every one of them (``ZONDER_DOSSIER``).
    """

    template = (
        f"(({ELDERS} OR {Eigen.uit_alle}) AND (({ZONDER_DOSSIER}"
        f" AND %(expressions)s IS NOT NULL AND (%(expressions)s = ANY({IS_DICHT}::uuid[])) IS NOT TRUE)"
        " OR EXISTS (SELECT 1 FROM convenant_dossier d WHERE d.id = %(expressions)s OFFSET 0)))"
    )
    output_field = BooleanField()
    conditional = True


class WieOokVraagt(Toegang):
    """A Toegang whose values are settings of the transaction, for the text of a policy."""

    __slots__ = ()
    met_grenzen = False

    def in_eigen_dossier(self, pad: str) -> Q:
        return Q(Eigen(pad, template=Eigen.uit_alle))

    def kent_als_betrokkene(self, pad: str) -> Q:
        """Who knows no dossiers otherwise is involved in whatever he knows: nothing to look up."""
        nergens_anders = RawSQL(f"(NOT {ELDERS})", [], output_field=BooleanField())
        return Q(nergens_anders) | self.in_eigen_dossier(pad)

    def in_eigen_regie(self, pad: str) -> Q:
        return Q(InRegie(pad))

    def in_nooddossier(self, pad: str) -> Q:
        return Q(InNood(pad))

    def niet_in_nood(self, pad: str, wat: Q) -> Q:
        return ~(wat & self.in_nooddossier(pad))

    def in_plaats_van(self, pad: str) -> Q:
        return Q(OpPlaatsVan(pad))

    def niet_dicht(self, pad: str) -> Q:
        return Q(NietEenVan(pad, RawSQL(IS_DICHT, [], output_field=models.TextField())))

    def gedeelde_stukken(self, vorm: Stukvorm) -> Q:
        return Q(Gedeeld("pk", vorm.id_pad(), vorm.bron_pad))

    def ontvangen_delingen(self) -> Q:
        return Q(KentDeling("pk"))

    @property
    def vandaag(self) -> Any:
        return instelling("dag", "date")

    @property
    def rolcode(self) -> Any:
        return instelling("rol")

    def filter(self, vorm: Stukvorm, minstens: Niveau) -> Q:
        """The rule with the rights of the asker in a setting: the same text for every role."""
        dossier = (Dossier.vorm.categorie, Niveau.BESTAAN)
        if vorm.dossier_pad and (vorm.categorie, minstens) == dossier:
            return Q(KentDossier(vorm.id_pad()))
        categorie = F(vorm.categorie_pad) if vorm.categorie is None else Value(vorm.categorie)
        fase = F(vorm.fase_pad())
        betrokken = self.in_eigen_dossier(vorm.id_pad())
        in_nood = self.in_nooddossier(vorm.id_pad())
        eis = {Voorwaarde.ALTIJD: Q(), Voorwaarde.BETROKKEN: betrokken | in_nood}
        if vorm.bron_pad:
            eigen_bron = Q(**{vorm.bron_pad: self.organisatie_id})
            eis |= {
                Voorwaarde.BRON_IN_FASE: eigen_bron,
                Voorwaarde.EIGEN_BRON: eigen_bron & betrokken,
            }
        if vorm.deelbaar:
            eis[Voorwaarde.TOESTEMMING] = self.gedeelde_stukken(vorm)
        samen = Q(pk__in=[])
        if vorm.dossier_pad and vorm.categorie is not None:
            waar = vorm.categorie, minstens, vorm.id_pad()
            altijd, eigen = (
                GeldtOveral(Voorwaarde.ALTIJD, *waar),
                GeldtOveral(Voorwaarde.BETROKKEN, *waar),
            )
            overal = Q(altijd) | (Q(eigen) & eis[Voorwaarde.BETROKKEN])
            samen |= overal & self.niet_dicht(vorm.id_pad())
        for voorwaarde, filter_ in eis.items():
            samen |= Q(Geldt(voorwaarde, categorie, fase, minstens)) & filter_
            if self.met_grenzen:
                samen |= Q(Verruimd(voorwaarde, categorie, fase, minstens, vorm)) & filter_
        return samen


class WieVerruimdVraagt(WieOokVraagt):
    """The same with the rights that have a border: asked only of who has any."""

    __slots__ = ()
    met_grenzen = True


def vrager(rol: Rol, wie: type[WieOokVraagt] = WieOokVraagt) -> Toegang:
    """Whoever asks in this role. A rule of a model may look at the role and at nothing else."""
    hoedanigheid: Any = instelling("hoedanigheid", "uuid")
    organisatie: Any = instelling("organisatie", "uuid")
    niets: Any = None
    return wie(
        medewerker_id=niets,
        naam="",
        hoedanigheid_id=hoedanigheid,
        rol=rol,
        organisatie_id=organisatie,
        organisatie_naam="",
        organisatiesoort=niets,
        moment=niets,
        getekend=True,
        geldig=True,
    )


def policy(model: type[Beschermd], connection: Any, wie: type[WieOokVraagt] = WieOokVraagt) -> str:
    """The condition under which a row of ``model`` is seen, in SQL."""
    return per_rol(model, connection, lambda w: model.kenbaar_voor(w, Niveau.BESTAAN), wie)


def per_rol(
    model: type[models.Model],
    connection: Any,
    zichtbaar_voor: Callable[[Toegang], Q],
    wie: type[WieOokVraagt] = WieOokVraagt,
) -> str:
    per_tekst: dict[str, list[Rol]] = defaultdict(list)
    for rol in Rol:
        filter_ = zichtbaar_voor(vrager(rol, wie))
        per_tekst[_als_tekst(model, filter_, connection)].append(rol)
    gewoon = max(per_tekst, key=lambda tekst: len(per_tekst[tekst]))
    anders = "".join(
        f" WHEN {gezet('rol')} IN ({', '.join(f"'{rol}'" for rol in rollen)}) THEN {tekst}"
        for tekst, rollen in per_tekst.items()
        if tekst != gewoon
    )
    return f"CASE{anders} ELSE {gewoon} END" if anders else gewoon


def _als_tekst(model: type[models.Model], filter_: Q, connection: Any) -> str:
    """The filter as a condition on one row: what it joins becomes one EXISTS.

    What the row says by itself stands before it: one's own task needs no look at its dossier.
    ``OFFSET 0`` keeps PostgreSQL from turning the EXISTS into a hash of every row that the asker
    may see, which is 30 times slower for a page of 25 rows.
    """
    query = models.QuerySet(model).filter(filter_).query
    compiler = query.get_compiler(connection=connection)
    joins = {
        alias: tabel
        for alias, tabel in query.alias_map.items()
        if alias != query.base_table and query.alias_refcount[alias]
    }
    armen, steeds = _armen(query.where)
    besloten = _teksten(compiler, steeds, connection)
    if besloten is None:
        return "false"
    if any(_noemt(joins, tekst) for tekst in besloten):
        armen, besloten = [query.where], []
    los, samen = [], []
    for arm in armen:
        tekst = _teksten(compiler, [arm], connection)
        if tekst is not None:
            deel = tekst[0] if tekst else "true"
            (samen if _noemt(joins, deel) else los).append(deel)
    if samen:
        for tabel in joins.values():
            tabel.join_type = LOUTER
        bronnen = " ".join(_ingevuld(compiler, tabel, connection) for tabel in joins.values())
        waar = " OR ".join(samen)
        los.append(f"EXISTS (SELECT 1 {JOINT} {bronnen} WHERE {waar} OFFSET 0)")
    if not los:
        return "false"
    return " AND ".join(f"({deel})" for deel in (" OR ".join(los), *besloten))


def _teksten(compiler: Any, delen: Iterable[Any], connection: Any) -> list[str] | None:
    """The conditions that have to hold together; ``None`` when no row meets them."""
    teksten = []
    for deel in delen:
        try:
            teksten.append(_ingevuld(compiler, deel, connection))
        except EmptyResultSet:
            return None
        except FullResultSet:
            continue
    return teksten


def _noemt(joins: Iterable[str], tekst: str) -> bool:
    return any(f'"{alias}".' in tekst for alias in joins)


def _armen(waar: WhereNode) -> tuple[list[Any], list[Any]]:
    """The conditions of which one is enough, and those that hold beside each of them.

    What is shut for the asker stands beside the rule of every model.
    """
    while not waar.negated and len(waar.children) == 1 and isinstance(waar.children[0], WhereNode):
        waar = waar.children[0]
    if _is_keuze(waar):
        return waar.children, []
    keuzes: list[Any] = [deel for deel in waar.children if _is_keuze(deel)]
    if waar.negated or waar.connector != AND or len(keuzes) != 1:
        return [waar], []
    return keuzes[0].children, [deel for deel in waar.children if deel is not keuzes[0]]


def _is_keuze(deel: Any) -> bool:
    return isinstance(deel, WhereNode) and not deel.negated and deel.connector == OR


def _ingevuld(compiler: Any, deel: Any, connection: Any) -> str:
    """A part of a query as text, with its values in it."""
    tekst, params = compiler.compile(deel)
    with connection.cursor() as cursor:
        gevuld: str = cursor.mogrify(tekst, params)
    return gevuld


JOINT = "FROM (VALUES (1)) AS een(rij)"
