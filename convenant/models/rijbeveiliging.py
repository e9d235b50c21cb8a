"""Lock 6: row-level security, generated from the access rule of each model.

Set after every migrate by the owner of the tables, so that a new protected model has its policies
without anyone thinking of it. ``policy`` makes their text, ``wie_vraagt`` what they ask of the asker.
"""

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from .beschermd import Beschermd
from .geschiedenis import Versieregel
from .logregel import LOGBOEKROLLEN, VAN_ZORG_GEVRAAGD, Logregel
from .policy import WieOokVraagt, WieVerruimdVraagt, per_rol, policy
from .wie_vraagt import wie_vraagt_opdrachten

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
    opdrachten = wie_vraagt_opdrachten(connection, app)
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
        per_rol(Logregel, connection, Logregel.van_bekend_dossier, WieVerruimdVraagt),
        in_functie=True,
    )
    kort = " OR ".join(
        per_rol(Logregel, connection, deel)
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
