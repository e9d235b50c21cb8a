"""Lock 6: by which the database knows who asks, and what he has.

A request tells it in one question (``aanmelden``), and every policy reads the settings after that.
The views read with the rights of the owner, so that no policy asks another in a circle.
"""

from typing import Any

from django.db import models
from django.db.models.expressions import RawSQL

from convenant.gedeeld import EIGEN_DELING, RELATIE_DELING
from convenant.identiteit import (
    GELDT_NIET,
    GESLOTEN,
    GEVONDEN,
    RELATIE_DICHT,
    VAN_VRAGER,
)
from convenant.opzoeken import (
    EIGEN,
    EIGEN_DOSSIERS,
    IN_NOOD,
    NOOD,
    RELATIE_NOOD,
    RELATIE_VERVANGING,
)

from .medewerker import Hoedanigheid
from .vervanging import Vervanging
from .verzegeling import wat_dicht_is

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


EIGEN_VERVANGING = "eigen_vervanging"
"""The view of those whose place one takes today, read with the rights of the owner."""


EIGEN_DICHT = "eigen_dicht"
"""The view of the dossiers that are shut for who asks, whatever else he may know."""


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


EIGEN_DOSSIERS_GEVEN = f"""
CREATE OR REPLACE FUNCTION {EIGEN_DOSSIERS}() RETURNS SETOF uuid LANGUAGE plpgsql STABLE COST 1 ROWS 10 AS $$
BEGIN
    RETURN QUERY SELECT dossier_id FROM {EIGEN};
END $$
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


DICHT_VOOR_VRAGER = wat_dicht_is(
    rol="coalesce((SELECT current_setting('casusregie.rol', true)), '')",
    hoedanigheid=f"(SELECT {gezet('hoedanigheid', 'uuid')})",
    medewerker=f"""(SELECT h.medewerker_id FROM convenant_hoedanigheid h
        WHERE h.id = (SELECT {gezet("hoedanigheid", "uuid")}))""",
)
"""Sealed ones of which he is no ingewijde, and those in which he has a belangenconflict.

Normally none or a few: they go into a setting, so that the policy of each row looks in a short list.
"""


AANMELDEN = f"""
DROP FUNCTION IF EXISTS aanmelden(jsonb);
CREATE FUNCTION aanmelden(instellingen jsonb)
RETURNS TABLE (dossiers uuid[], relatie varchar, waarvan uuid, bron_id uuid, stuk_id uuid)
LANGUAGE plpgsql AS $$
DECLARE
    wie uuid := nullif(instellingen ->> 'casusregie.hoedanigheid', '');
    dag date := nullif(instellingen ->> 'casusregie.dag', '');
    dicht uuid[];
BEGIN
    IF wie IS NOT NULL AND NOT hoedanigheid_geldt(wie, dag) THEN
        PERFORM set_config(naam, '', true) FROM jsonb_object_keys(instellingen) naam;
        RETURN QUERY SELECT ARRAY[]::uuid[], '{GELDT_NIET}'::varchar, NULL::uuid, NULL::uuid, NULL::uuid;
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
    RETURN QUERY SELECT array_agg(e.dossier_id), e.relatie, e.voor, NULL::uuid, NULL::uuid
            FROM {EIGEN} e GROUP BY e.relatie, e.voor
        UNION ALL SELECT ARRAY[v.afwezige_id], '{RELATIE_VERVANGING}', NULL, NULL, NULL
            FROM {EIGEN_VERVANGING} v
        UNION ALL SELECT ARRAY[n.dossier_id], '{RELATIE_NOOD}', NULL, NULL, NULL FROM {NOOD} n
        UNION ALL SELECT dicht, '{RELATIE_DICHT}', NULL, NULL, NULL WHERE dicht IS NOT NULL
        UNION ALL SELECT ARRAY[d.dossier_id], '{RELATIE_DELING}', d.id, d.bron_id, d.stuk_id
            FROM {EIGEN_DELING} d;
END $$
"""
"""One question a request: the settings of the asker go in, the running involvements come out,
a row for each relatie: someone leads thousands, and a row of its own for each costs more to read.
As an array, of which the driver makes ids ten times as fast as Python does of text.

A hoedanigheid that does not hold (ended, or not confirmed in time) leaves every setting empty.
In whose place somebody acts the database finds out itself: his own, and those of absent colleagues.
``waarvan`` says whose place an involvement is, or which row of what care shares.
What a function returns cannot be replaced: dropped and made in one statement, no request misses it.
"""


RIJEN_VAN = f"""
DROP FUNCTION IF EXISTS rijen_van(jsonb);
CREATE FUNCTION rijen_van(instellingen jsonb)
RETURNS TABLE (dossiers uuid[], relatie varchar, waarvan uuid, bron_id uuid, stuk_id uuid)
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


def wie_vraagt_opdrachten(connection: Any, app: str) -> list[str]:
    """The statements for the views and functions by which the database knows who asks."""
    views = {
        EIGEN: _eigen_betrokkenheid(),
        NOOD: EIGEN_NOODTOEGANG,
        EIGEN_VERVANGING: _eigen_vervanging(connection),
        EIGEN_DELING: EIGEN_ZORGDELING,
        EIGEN_DICHT: DICHT_VOOR_VRAGER,
    }
    opdrachten = [_hoedanigheid_geldt(connection)]
    for naam, vraag in views.items():
        opdrachten += [
            f"CREATE OR REPLACE VIEW {naam} AS {vraag}",
            f"GRANT SELECT ON {naam} TO {app}",
        ]
    return [*opdrachten, EIGEN_DOSSIERS_GEVEN, AANMELDEN, RIJEN_VAN]
