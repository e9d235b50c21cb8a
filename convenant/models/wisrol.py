"""The database role that erases: the only one that removes versions, and nothing but that.

It cannot log in. The application asks one function that runs with its rights, and that looks itself
whether two different people said so (ontwerp.md §2.5). What may be erased follows from the models:
each that has a ``wisplan``.
"""

from typing import Any

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import models

from convenant.enums import Wisstand

from .dossier import Stuk
from .medewerker import Hoedanigheid
from .wissing import Wissing

BEVESTIGD = f"""
    PERFORM 1 FROM {Wissing._meta.db_table} w
        JOIN {Hoedanigheid._meta.db_table} vroeg ON vroeg.id = w.gevraagd_door_id
        JOIN {Hoedanigheid._meta.db_table} deed ON deed.id = w.besloten_door_id
        WHERE w.id = stuk AND w.stand = '{Wisstand.GEWIST}' AND w.versies IS NULL
        AND w.besloten_door_id = w.tweede_id AND vroeg.medewerker_id <> deed.medewerker_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'wissen doen twee personen, en één keer';
    END IF;
"""
VERKLARING_BLIJFT = (
    f"""
CREATE OR REPLACE FUNCTION wissing_blijft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.stand = '{Wisstand.GEWIST}' AND OLD.versies IS NOT NULL THEN
        RAISE EXCEPTION 'wat is gewist, blijft gewist';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$
""",
    "CREATE OR REPLACE TRIGGER wissing_blijft BEFORE UPDATE OR DELETE"
    f" ON {Wissing._meta.db_table} FOR EACH ROW EXECUTE FUNCTION wissing_blijft()",
)


def wisbare_modellen() -> list[type[Stuk]]:
    """Every model of which rows are erased with an item."""
    return [m for m in apps.get_models() if issubclass(m, Stuk) and m.wisplan is not None]


def wisrol_opdrachten(connection: Any, app: str, wisser: str) -> list[str]:
    """The statements that give the role its rights, and the application the function."""
    gelezen = [Wissing, Hoedanigheid]
    opdrachten = [f"GRANT SELECT ON {model._meta.db_table} TO {wisser}" for model in gelezen]
    opdrachten += _policy(Wissing._meta.db_table, wisser)
    for model in wisbare_modellen():
        tabel, versies = _tabellen(model)
        wijze = "UPDATE" if model.wisplan and model.wisplan.leeg else "DELETE"
        opdrachten += [
            f"GRANT SELECT, {wijze} ON {tabel} TO {wisser}",
            f"GRANT SELECT, DELETE ON {versies} TO {wisser}",
            *_policy(tabel, wisser),
            *_policy(versies, wisser),
        ]
    return [
        f"GRANT USAGE ON SCHEMA public TO {wisser}",
        *opdrachten,
        *VERKLARING_BLIJFT,
        "DROP FUNCTION IF EXISTS wissen(uuid)",
        _functie(),
        "REVOKE ALL ON FUNCTION wissen(uuid) FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION wissen(uuid) TO {app}",
        # Who gets a function has to be able to make one, for that moment.
        f"GRANT CREATE ON SCHEMA public TO {wisser}",
        f"ALTER FUNCTION wissen(uuid) OWNER TO {wisser}",
        f"REVOKE CREATE ON SCHEMA public FROM {wisser}",
    ]


def eis_wisrol(cursor: Any, app: str, wisser: str) -> None:
    """Raise ``ImproperlyConfigured`` when the role is not there: the owner cannot make it.

    Nor may the application be a member of it: then it could erase without the function.
    """
    cursor.execute(
        "SELECT pg_has_role(current_user, oid, 'MEMBER'), pg_has_role(%s, oid, 'MEMBER')"
        " FROM pg_roles WHERE rolname = %s",
        [app, wisser],
    )
    van_eigenaar, van_app = cursor.fetchone() or (False, False)
    if van_app:
        raise ImproperlyConfigured(f"Run as superuser: REVOKE {wisser} FROM {app};")
    if not van_eigenaar:
        raise ImproperlyConfigured(
            f"The database role {wisser} is missing. Run once as superuser: "
            f"CREATE ROLE {wisser} NOLOGIN; GRANT {wisser} TO <the owner of the tables>;"
        )


def _policy(tabel: str, wisser: str) -> list[str]:
    return [
        f"DROP POLICY IF EXISTS wissen ON {tabel}",
        f"CREATE POLICY wissen ON {tabel} TO {wisser} USING (true)",
    ]


def _tabellen(model: type[Stuk]) -> tuple[str, str]:
    return model._meta.db_table, model.history.model._meta.db_table


def _functie() -> str:
    """Erase everything of one item; the answer tells how many versions, and names their files."""
    stappen = "".join(_stap(model) for model in wisbare_modellen())
    return f"""
CREATE FUNCTION wissen(stuk uuid, OUT versies integer, OUT bestanden text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    aantal integer;
    namen text[];
BEGIN
{BEVESTIGD}
    versies := 0;
    bestanden := ARRAY[]::text[];
{stappen}
END $$
"""


def _stap(model: type[Stuk]) -> str:
    plan = model.wisplan
    if plan is None:
        raise ValueError(f"{model.__name__} heeft geen wisplan")
    tabel, versies = _tabellen(model)
    zo = ", ".join(f"{kolom} = {waarde}" for kolom, waarde in plan.leeg.items())
    rij = f"UPDATE {tabel} SET {zo}" if zo else f"DELETE FROM {tabel}"  # noqa: S608
    return f"""
    WITH weg AS (DELETE FROM {versies} WHERE {plan.pad} = stuk RETURNING {_bestand(model)} AS naam)
        SELECT count(*), array_agg(DISTINCT naam) FILTER (WHERE naam <> '') INTO aantal, namen
        FROM weg;
    versies := versies + aantal;
    bestanden := bestanden || coalesce(namen, ARRAY[]::text[]);
    {rij} WHERE {plan.pad} = stuk;
"""  # noqa: S608


def _bestand(model: type[Stuk]) -> str:
    """The column with the name of a file in storage; nothing where a model has none."""
    velden = (v for v in model._meta.concrete_fields if isinstance(v, models.FileField))
    return next((v.attname for v in velden), "''")
