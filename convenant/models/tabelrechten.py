"""What the database itself guards, set after every migrate by the owner of the tables."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db import connections, models

from .convenant import CONVENANTSTAND, VASTGESTELD_BLIJFT, Bronbevestiging
from .embargo import EMBARGO_BEWAAKT, Embargoherziening
from .geschiedenis import Versieregel
from .logregel import Logregel, Zegel, row_hash_sql
from .rijbeveiliging import beveiligen
from .verstrekking import Verstrekking
from .wisrol import eis_wisrol, wisrol_opdrachten

REFUSE_CHANGE = """
CREATE OR REPLACE FUNCTION alleen_toevoegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_user = '{wisser}' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is alleen om aan toe te voegen', TG_TABLE_NAME;
END $$
"""

HASH_ROW = f"""
CREATE OR REPLACE FUNCTION logregel_hash() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.hash := {row_hash_sql("NEW.")};
    RETURN NEW;
END $$
"""
HASH_TRIGGER = (
    "CREATE OR REPLACE TRIGGER regelhash BEFORE INSERT ON convenant_logregel"
    " FOR EACH ROW EXECUTE FUNCTION logregel_hash()"
)


def secure_tables(sender: AppConfig, using: str, **_: Any) -> None:
    """Give the application role what it needs and no more, and make evidence append-only.

    The log, the register of verstrekkingen and all history tables refuse a change by trigger, and
    from the application role by grant too; nobody gets TRUNCATE. Only the role that erases removes
    versions, where it has the right (``wisrol``). Protected tables get their policies
    (``rijbeveiliging``). Done here and not in migrations, so that a new history table is protected
    without anyone thinking of it.
    """
    role = settings.DATABASE_APP_ROLE
    connection = connections[using]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        if cursor.fetchone()[0] == role:
            return
        eis_wisrol(cursor, role, settings.DATABASE_ERASER_ROLE)
        name = connection.ops.quote_name(role)
        wisser = connection.ops.quote_name(settings.DATABASE_ERASER_ROLE)
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {name}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}")
        cursor.execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}"
        )
        for statement in (
            REFUSE_CHANGE.format(wisser=settings.DATABASE_ERASER_ROLE),
            HASH_ROW,
            HASH_TRIGGER,
            CONVENANTSTAND,
            *VASTGESTELD_BLIJFT,
            *EMBARGO_BEWAAKT,
        ):
            cursor.execute(statement)
        cursor.execute("SELECT quote_ident(current_user)")
        owner = cursor.fetchone()[0]
        for statement in (
            *beveiligen(connection, owner, name),
            *wisrol_opdrachten(connection, name, wisser),
        ):
            cursor.execute(statement)
        for model in append_only_models():
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"REVOKE UPDATE, DELETE ON {table} FROM {name}")
            cursor.execute(
                f"CREATE OR REPLACE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON {table}"
                " FOR EACH ROW EXECUTE FUNCTION alleen_toevoegen()"
            )


def append_only_models() -> list[type[models.Model]]:
    """The evidence and everything that keeps versions."""
    return [
        Logregel,
        Zegel,
        Bronbevestiging,
        Verstrekking,
        Embargoherziening,
        *(m for m in apps.get_models() if issubclass(m, Versieregel)),
    ]
