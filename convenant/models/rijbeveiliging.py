"""Lock 6: row-level security, generated from the access rule of each model.

``zichtbaar_voor`` of the model is compiled once with a Toegang that stands for whoever asks: the
policy and the filter of lock 2 are one text. Set after every migrate by the owner of the tables,
so that a new protected model has its policies without anyone thinking of it.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db import models
from django.db.models import BooleanField, F, Func, Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from django.db.models.sql.constants import LOUTER
from django.db.models.sql.where import OR, WhereNode

from convenant.enums import Categorie, Niveau, Rol, Voorwaarde
from convenant.gedeeld import EIGEN_DELING, RELATIE_DELING, Gedeeld, KentDeling
from convenant.identiteit import (
    GELDT_NIET,
    GESLOTEN,
    GEVONDEN,
    KORT,
    RECHTEN,
    RELATIE_DICHT,
    VAN_VRAGER,
)
from convenant.toegang import (
    EIGEN,
    IN_NOOD,
    NOOD,
    RELATIE_NOOD,
    RELATIE_VERVANGING,
    Eigen,
    InNood,
    InRegie,
    NietEenVan,
    Stukvorm,
    Toegang,
)

from .beschermd import Beschermd
from .dossier import Dossier
from .geschiedenis import Versieregel
from .logregel import LOGBOEKROLLEN, VAN_ZORG_GEVRAAGD, Logregel
from .medewerker import Hoedanigheid
from .vervanging import Vervanging
from .verzegeling import TOEZICHTHOUDER

EIGEN_VERVANGING = "eigen_vervanging"
"""The view of those whose place one takes today, read with the rights of the owner."""
EIGEN_DICHT = "eigen_dicht"
"""The view of the dossiers that are shut for who asks, whatever else he may know."""

AANMELDEN = f"""
DROP FUNCTION IF EXISTS aanmelden(jsonb);
CREATE FUNCTION aanmelden(instellingen jsonb)
RETURNS TABLE (dossiers text, relatie varchar, waarvan uuid, bron_id uuid, stuk_id uuid)
LANGUAGE plpgsql AS $$
DECLARE
    wie uuid := nullif(instellingen ->> 'casusregie.hoedanigheid', '');
    dag date := nullif(instellingen ->> 'casusregie.dag', '');
    dicht uuid[];
BEGIN
    IF wie IS NOT NULL AND NOT hoedanigheid_geldt(wie, dag) THEN
        PERFORM set_config(naam, '', true) FROM jsonb_object_keys(instellingen) naam;
        RETURN QUERY SELECT '', '{GELDT_NIET}'::varchar, NULL::uuid, NULL::uuid, NULL::uuid;
        RETURN;
    END IF;
    PERFORM set_config(key, value, true) FROM jsonb_each_text(instellingen);
    IF wie IS NOT NULL THEN
        PERFORM set_config('casusregie.plaatsen', (wie || ARRAY(
            SELECT v.afwezige_id FROM {EIGEN_VERVANGING} v))::text, true);
    END IF;
    PERFORM set_config('{IN_NOOD}', coalesce(array_agg(n.dossier_id)::text, ''), true)
        FROM {NOOD} n;
    SELECT array_agg(s.dossier_id) INTO dicht FROM {EIGEN_DICHT} s;
    PERFORM set_config('{GESLOTEN}', coalesce(dicht::text, ''), true);
    RETURN QUERY SELECT string_agg(e.dossier_id::text, ' '), e.relatie, e.voor, NULL::uuid,
            NULL::uuid FROM {EIGEN} e GROUP BY e.relatie, e.voor
        UNION ALL SELECT v.afwezige_id::text, '{RELATIE_VERVANGING}', NULL, NULL, NULL
            FROM {EIGEN_VERVANGING} v
        UNION ALL SELECT n.dossier_id::text, '{RELATIE_NOOD}', NULL, NULL, NULL FROM {NOOD} n
        UNION ALL SELECT unnest(dicht)::text, '{RELATIE_DICHT}', NULL, NULL, NULL
        UNION ALL SELECT d.dossier_id::text, '{RELATIE_DELING}', d.id, d.bron_id, d.stuk_id
            FROM {EIGEN_DELING} d;
END $$
"""
"""One question a request: the settings of the asker go in, the running involvements come out,
a row for each relatie: someone leads thousands, and a row of its own for each costs more to read.

A hoedanigheid that does not hold (ended, or not confirmed in time) leaves every setting empty.
In whose place somebody acts the database finds out itself: his own, and those of absent colleagues.
``waarvan`` says whose place an involvement is, or which row of what care shares.
What a function returns cannot be replaced: dropped and made in one statement, no request misses it.
"""

RIJEN_VAN = f"""
CREATE OR REPLACE FUNCTION rijen_van(instellingen jsonb)
RETURNS TABLE (dossiers text, relatie varchar, waarvan uuid, bron_id uuid, stuk_id uuid)
LANGUAGE plpgsql AS $$
DECLARE
    vorige jsonb := (SELECT jsonb_object_agg(naam, coalesce(current_setting(naam, true), ''))
        FROM unnest('{{{",".join((*VAN_VRAGER, *GEVONDEN))}}}'::text[]) naam);
BEGIN
    RETURN QUERY SELECT * FROM aanmelden(instellingen);
    PERFORM set_config(key, value, true) FROM jsonb_each_text(vorige);
END $$
"""
"""The same answer about somebody else: afterwards the one who asks is who he was."""


def _hoedanigheid_geldt(connection: Any) -> str:
    """The function of the database for the question that ``Hoedanigheid.geldig_op`` asks."""
    geldt = Hoedanigheid.objects.filter(
        Hoedanigheid.geldig_op(RawSQL("$2", [], output_field=models.DateField())),
        pk=RawSQL("$1", [], output_field=models.UUIDField()),
    )
    tekst, params = geldt.order_by().values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        vraag = cursor.mogrify(tekst, params)
    return f"""CREATE OR REPLACE FUNCTION hoedanigheid_geldt(uuid, date)
        RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS ({vraag}) $$"""


def _eigen_vervanging(connection: Any) -> str:
    """The view of those whose place the asker takes: the question of ``Vervanging.lopend_op``."""
    dag = instelling("dag", "date")
    rijen = models.QuerySet(Vervanging).filter(
        Vervanging.lopend_op(dag), vervanger=instelling("hoedanigheid", "uuid")
    )
    tekst, params = rijen.order_by().values("afwezige_id").query.sql_with_params()
    with connection.cursor() as cursor:
        return str(cursor.mogrify(tekst, params))


SOORTEN = {"uuid": models.UUIDField, "date": models.DateField, "text": models.CharField}


def gezet(naam: str, soort: str = "text") -> str:
    """A setting of the asker, in SQL.

    Not read once a statement, as ``(SELECT …)`` would: in a function that is once a row.
    """
    return f"nullif(current_setting('casusregie.{naam}', true), '')::{soort}"


def instelling(naam: str, soort: str = "text") -> RawSQL:
    """The same as a value in the filter of a model."""
    return RawSQL(f"({gezet(naam, soort)})", [], output_field=SOORTEN[soort]())


PLAATSEN = gezet("plaatsen", "uuid[]")
"""In whose place the asker acts: his own, and those of absent colleagues."""


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


class KentDossier(Func):
    """What is as open as its dossier: the policy of Dossier itself answers.

    Asked only of who is involved there, unless the asker knows dossiers otherwise (``ELDERS``):
    the list of a regisseur walks past the cases of others, and reads none of their dossiers.
    """

    template = (
        f"(({ELDERS} OR {Eigen.per_rij}) AND EXISTS"
        " (SELECT 1 FROM convenant_dossier d WHERE d.id = %(expressions)s OFFSET 0))"
    )
    output_field = BooleanField()
    conditional = True


class WieOokVraagt(Toegang):
    """A Toegang whose values are settings of the transaction, for the text of a policy."""

    __slots__ = ()
    met_grenzen = False

    def in_eigen_dossier(self, pad: str) -> Q:
        return Q(Eigen(pad, template=Eigen.per_rij))

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
    return _per_rol(model, connection, lambda w: model.kenbaar_voor(w, Niveau.BESTAAN), wie)


def _per_rol(
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
    los, samen = [], []
    for arm in _armen(query.where):
        try:
            tekst = _ingevuld(compiler, arm, connection)
        except EmptyResultSet:
            continue
        except FullResultSet:
            return "true"
        (samen if any(f'"{alias}".' in tekst for alias in joins) else los).append(tekst)
    if samen:
        for tabel in joins.values():
            tabel.join_type = LOUTER
        bronnen = " ".join(_ingevuld(compiler, tabel, connection) for tabel in joins.values())
        waar = " OR ".join(samen)
        los.append(f"EXISTS (SELECT 1 {JOINT} {bronnen} WHERE {waar} OFFSET 0)")
    return f"({' OR '.join(los)})" if los else "false"


def _armen(waar: WhereNode) -> list[Any]:
    """The conditions of which one is enough."""
    while not waar.negated and len(waar.children) == 1 and isinstance(waar.children[0], WhereNode):
        waar = waar.children[0]
    return waar.children if waar.connector == OR and not waar.negated else [waar]


def _ingevuld(compiler: Any, deel: Any, connection: Any) -> str:
    """A part of a query as text, with its values in it."""
    tekst, params = compiler.compile(deel)
    with connection.cursor() as cursor:
        gevuld: str = cursor.mogrify(tekst, params)
    return gevuld


JOINT = "FROM (VALUES (1)) AS een(rij)"
INLINE_JOINS = 2
"""A condition that joins more tables stands in a function: it costs more to plan than to ask.

What joins less is what long lists and counts walk over, where a call for each row costs more.
"""


@dataclass(frozen=True)
class Tabel:
    """A protected table and the condition under which its rows are seen."""

    naam: str
    zichtbaar: str
    verruimd: str = ""
    """With the rights that have a border as well; empty when that is the same."""
    in_functie: bool = False
    """Whether the condition costs more to plan than to ask of a row."""

    @property
    def voorwaarde(self) -> str:
        """The policy: what joins many tables, and what has a border, is asked in a function.

        Within the policy itself it would be planned again with every statement, and with it the
        policies of the tables that it reads. A function is planned once a connection, and costs
        something per row. What has a border is asked only of who has such a right.
        """
        if not self.verruimd:
            return self._zichtbaar
        heeft = "current_setting('casusregie.verruimd', true) <> ''"
        return f"{self._zichtbaar} OR ({heeft} AND {self._gevraagd('verruimd')})"

    @property
    def functies(self) -> list[str]:
        """The functions of this table, when it needs any."""
        gewoon = [self._functie("zichtbaar", self.zichtbaar)] if self.in_functie else []
        return [*gewoon, self._functie("verruimd", self.verruimd)] if self.verruimd else gewoon

    @property
    def _zichtbaar(self) -> str:
        return self._gevraagd("zichtbaar") if self.in_functie else self.zichtbaar

    def _gevraagd(self, soort: str) -> str:
        return f'{soort}_{self.naam}("{self.naam}".*)'

    def _functie(self, soort: str, tekst: str) -> str:
        return f"""CREATE OR REPLACE FUNCTION {soort}_{self.naam}(rij "{self.naam}")
            RETURNS boolean LANGUAGE plpgsql STABLE AS $$
            BEGIN
                RETURN (SELECT {tekst} FROM (SELECT rij.*) AS "{self.naam}");
            END $$"""


def tabellen(connection: Any) -> list[Tabel]:
    """Every protected table: the content, and the kept versions of it."""
    gevonden = []
    for model in apps.get_models(include_auto_created=True):
        if issubclass(model, Beschermd):
            gevonden.append(_tabel(model, connection))
        elif issubclass(model, Versieregel):
            gevonden.append(Tabel(model._meta.db_table, _van_origineel(model), in_functie=True))
    return gevonden


def _tabel(model: type[Beschermd], connection: Any) -> Tabel:
    gewoon, alles = (policy(model, connection, wie) for wie in (WieOokVraagt, WieVerruimdVraagt))
    verruimd = "" if alles == gewoon else alles
    veel = gewoon.count(" JOIN ") > INLINE_JOINS
    return Tabel(model._meta.db_table, gewoon, verruimd, in_functie=veel)


def _van_origineel(model: Any) -> str:
    """An old version is seen by whoever may see the row now."""
    origineel = model.instance_type._meta
    if not issubclass(model.instance_type, Beschermd):
        return "true"
    sleutel = origineel.pk.column
    return (
        f'EXISTS (SELECT 1 FROM "{origineel.db_table}" nu'
        f' WHERE nu."{sleutel}" = "{model._meta.db_table}"."{sleutel}" OFFSET 0)'
    )


WIJD = "current_setting('casusregie.wijd', true) = 'ja'"


def beveiligen(connection: Any, owner: str, app: str) -> list[str]:
    """The statements that put every protected table behind its policies."""
    opdrachten = [
        f"CREATE OR REPLACE VIEW {EIGEN} AS {_eigen_betrokkenheid()}",
        f"GRANT SELECT ON {EIGEN} TO {app}",
        f"CREATE OR REPLACE VIEW {NOOD} AS {EIGEN_NOODTOEGANG}",
        f"GRANT SELECT ON {NOOD} TO {app}",
        _hoedanigheid_geldt(connection),
        f"CREATE OR REPLACE VIEW {EIGEN_VERVANGING} AS {_eigen_vervanging(connection)}",
        f"GRANT SELECT ON {EIGEN_VERVANGING} TO {app}",
        f"CREATE OR REPLACE VIEW {EIGEN_DELING} AS {EIGEN_ZORGDELING}",
        f"GRANT SELECT ON {EIGEN_DELING} TO {app}",
        f"CREATE OR REPLACE VIEW {EIGEN_DICHT} AS {DICHT_VOOR_VRAGER}",
        f"GRANT SELECT ON {EIGEN_DICHT} TO {app}",
        AANMELDEN,
        RIJEN_VAN,
    ]
    for tabel in tabellen(connection):
        op = f'ON "{tabel.naam}"'
        opdrachten += [
            *tabel.functies,
            f'ALTER TABLE "{tabel.naam}" ENABLE ROW LEVEL SECURITY',
            f'ALTER TABLE "{tabel.naam}" FORCE ROW LEVEL SECURITY',
            *(f"DROP POLICY IF EXISTS {naam} {op}" for naam in ("eigenaar", "lezen", "handeling")),
            f"CREATE POLICY eigenaar {op} TO {owner} USING (true)",
            f"CREATE POLICY lezen {op} FOR SELECT TO {app} USING ({WIJD} OR {tabel.voorwaarde})",
            f"CREATE POLICY handeling {op} FOR ALL TO {app} USING ({WIJD})",
        ]
    return [*opdrachten, *_logboek_beveiligen(connection, owner, app)]


def _logboek_beveiligen(connection: Any, owner: str, app: str) -> list[str]:
    """Everybody adds lines and changes none; who reads which is the rule of Logregel.

    What costs little stands in the policy. The lines of a dossier ask a function, with the borders
    of a widening as well, so that a query on one's own lines is not planned with all of that.
    """
    tabel = Logregel._meta.db_table
    op = f'ON "{tabel}"'
    van_dossier = Tabel(
        tabel,
        _per_rol(Logregel, connection, Logregel.van_bekend_dossier, WieVerruimdVraagt),
        in_functie=True,
    )
    kort = " OR ".join(
        _per_rol(Logregel, connection, deel)
        for deel in (Logregel.van_mijzelf, Logregel.voor_toezicht)
    )
    rollen = ", ".join(f"'{rol}'" for rol in LOGBOEKROLLEN)
    leest = f"current_setting('casusregie.rol', true) IN ({rollen})"
    lezen = f"{WIJD} OR {kort} OR ({leest} AND {van_dossier.voorwaarde})"
    return [
        VAN_ZORG_GEVRAAGD,
        *van_dossier.functies,
        f"ALTER TABLE {tabel} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {tabel} FORCE ROW LEVEL SECURITY",
        *(f"DROP POLICY IF EXISTS {deel} {op}" for deel in ("eigenaar", "lezen", "toevoegen")),
        f"CREATE POLICY eigenaar {op} TO {owner} USING (true)",
        f"CREATE POLICY lezen {op} FOR SELECT TO {app} USING ({lezen})",
        f"CREATE POLICY toevoegen {op} FOR INSERT TO {app} WITH CHECK (true)",
    ]


def _eigen_betrokkenheid() -> str:
    """One's own, and those of the absent colleagues whose place one takes: ``voor`` says whose.

    Theirs are rows of involvement themselves, so what they read as a stand-in is not among them.
    The planner looks who asks, and so knows how many rows there are; the day says nothing.
    """
    return f"""
        SELECT content_object_id AS dossier_id, codename AS relatie, hoedanigheid_id AS voor
        FROM convenant_betrokkenheid LEFT JOIN auth_permission soort ON soort.id = permission_id
        WHERE hoedanigheid_id = ANY({PLAATSEN})
        AND van <= (SELECT {gezet("dag", "date")})
        AND (tot IS NULL
            OR tot >= (SELECT {gezet("dag", "date")}))
        AND beeindigd_op IS NULL
    """


EIGEN_NOODTOEGANG = f"""
    SELECT nood.dossier_id
    FROM convenant_noodtoegang nood
    WHERE nood.hoedanigheid_id
        = {gezet("hoedanigheid", "uuid")}
    AND nood.genomen_op
        <= {gezet("moment", "timestamptz")}
    AND nood.tot > {gezet("moment", "timestamptz")}
    AND nood.beeindigd_op IS NULL
    AND NOT EXISTS (SELECT 1 FROM {EIGEN} eigen WHERE eigen.dossier_id = nood.dossier_id)
"""
"""Of who is not involved anyhow: whoever is, reads and works as he always does."""


EIGEN_ZORGDELING = f"""
    SELECT deling.id, deling.dossier_id, deling.bron_id, deling.stuk_id
    FROM convenant_zorgdeling deling
    WHERE deling.ontvanger_id
        = {gezet("organisatie", "uuid")}
    AND deling.vastgelegd_op
        <= {gezet("moment", "timestamptz")}
    AND deling.tot >= {gezet("dag", "date")}
    AND deling.ingetrokken_op IS NULL
    AND EXISTS (SELECT 1 FROM {EIGEN} eigen WHERE eigen.dossier_id = deling.dossier_id)
"""
"""For who is involved by name: the organisation that consent was given to is not a crowd."""


DICHT_VOOR_VRAGER = f"""
    SELECT v.dossier_id
    FROM convenant_verzegeling v
    WHERE v.ontzegeld_op IS NULL
    AND coalesce((SELECT current_setting('casusregie.rol', true)), '') <> '{TOEZICHTHOUDER}'
    AND NOT EXISTS (
        SELECT 1 FROM convenant_ingewijde i
        WHERE i.verzegeling_id = v.id AND i.geschrapt_op IS NULL AND i.hoedanigheid_id
            = (SELECT nullif(current_setting('casusregie.hoedanigheid', true), '')::uuid)
    )
    UNION
    SELECT b.dossier_id
    FROM convenant_belangenconflict b
    WHERE b.opgeheven_op IS NULL AND b.medewerker_id = (
        SELECT h.medewerker_id FROM convenant_hoedanigheid h
        WHERE h.id = (SELECT nullif(current_setting('casusregie.hoedanigheid', true), '')::uuid)
    )
"""
"""Sealed ones of which he is no ingewijde, and those in which he has a belangenconflict.

Normally none or a few: they go into a setting, so that the policy of each row looks in a short list.
"""
