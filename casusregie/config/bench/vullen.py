"""Fill a benchmark database: ``python -m casusregie.config.bench.vullen SCHAAL AANTAL``.

Runs as the owner of the tables, with rows made by the database itself. Keys follow from a number,
so that rows find each other without reading them back.
"""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import django
from django.db import connection

from casusregie.config.bench.laden import in_een_keer
from casusregie.config.bench.mensen import Vorm, partners, vormen
from casusregie.config.bench.namen import bevolking, spellingen
from casusregie.config.bench.schaal import MEDEWERKERS, ORGANISATIES, SCHALEN, VIJFTIG, Schaal

VEEL = 10_000
"""From here on it pays to take keys and indexes away and make them again."""
LOPEND = "i % 10 < 6"
"""Six of ten cases run; the others have ended, with reviews long past."""
FASE = """CASE WHEN i % 10 < 4 THEN 'uitvoering' WHEN i % 10 = 4 THEN 'afschaling'
    WHEN i % 10 = 5 THEN 'nazorg' ELSE 'gesloten' END"""
HERBEOORDELING = f"""CASE WHEN {LOPEND} THEN CURRENT_DATE - 30 + i * 37 % 210
    ELSE CURRENT_DATE - 300 - i * 37 % 1500 END"""
GEOPEND = "now() - (i * 53 % 2000 + 30) * interval '1 day'"
ORGANISATIESOORTEN = [
    "gemeente",
    "politie",
    "om",
    "zorg",
    "reclassering",
    "jeugd",
    "school",
    "welzijn",
]


def sleutel(soort: str, nummer: str = "i") -> str:
    """The key of a row that was made from a number."""
    return f"md5('{soort}' || ({nummer}))::uuid"


def vullen(schaal: Schaal, casussen: int) -> None:
    """Make the whole world of this size."""
    with connection.cursor() as cursor:
        voer: Callable[..., Any] = cursor.execute
        with in_een_keer(cursor) if casussen >= VEEL else nullcontext():
            _organisaties_en_mensen(voer, schaal)
            _dossiers(voer, casussen)
            _besluiten_en_casussen(voer, casussen)
            _betrokkenheden(voer, schaal, casussen)
            _werk(voer, schaal, casussen)
            _personen(cursor, casussen)
            _logboek(voer, min(schaal.logregels, casussen * 10), casussen)
            if schaal.guardian:
                _guardian(voer)
        voer("VACUUM ANALYZE")


def _organisaties_en_mensen(voer: Callable[..., Any], schaal: Schaal) -> None:
    voer(
        f"""INSERT INTO convenant_organisatie (id, naam, soort, contactpunt)
        SELECT {sleutel("organisatie")}, 'Organisatie ' || i,
            (%s::text[])[1 + (i - 1) %% {len(ORGANISATIESOORTEN)}], ''
        FROM generate_series(1, {ORGANISATIES}) i""",
        [ORGANISATIESOORTEN],
    )
    voer(
        f"""INSERT INTO convenant_ondertekening
            (id, organisatie_id, versie_id, ondertekenaar, van, geregistreerd_op, intrekreden)
        SELECT {sleutel("ondertekening")}, {sleutel("organisatie")},
            (SELECT id FROM convenant_convenantversie WHERE nummer = 1), '', '2020-01-01', now(), ''
        FROM generate_series(1, {ORGANISATIES}) i"""
    )
    voer(
        f"""INSERT INTO convenant_medewerker
            (id, email, naam, telefoon, is_active, actief_sinds, password)
        SELECT {sleutel("medewerker")}, 'bench-' || i || '@voorbeeld.test', 'Medewerker ' || i,
            '', true, now(), '!'
        FROM generate_series(1, {MEDEWERKERS}) i"""
    )
    alles, duizenden, vijftig = vormen(schaal)
    voer(
        f"""INSERT INTO convenant_hoedanigheid
            (id, medewerker_id, rol, organisatie_id, van, bevestigd_tot)
        SELECT {sleutel("hoedanigheid")}, {sleutel("medewerker")},
            CASE WHEN i < {duizenden.eerste} THEN '{alles.rol}'
                WHEN i < {vijftig.eerste} THEN '{duizenden.rol}' ELSE '{vijftig.rol}' END,
            {sleutel("organisatie", f"CASE WHEN i < {vijftig.eerste} THEN 1 ELSE 2 + i % {ORGANISATIES - 1} END")},
            '2020-01-01', CURRENT_DATE + 300
        FROM generate_series(1, {MEDEWERKERS}) i"""
    )


def _dossiers(voer: Callable[..., Any], casussen: int) -> None:
    voer(
        f"""INSERT INTO convenant_dossier
            (id, nummer, fase, fase_sinds, geopend_op, gewijzigd_op)
        SELECT {sleutel("dossier")}, (2000 + i % 27) || '-' || i, {FASE}, {GEOPEND}, {GEOPEND},
            now() - (i::bigint * 7919 % {casussen * 60}) * interval '1 minute'
        FROM generate_series(1, {casussen}) i"""
    )
    voer(
        """INSERT INTO convenant_historicaldossier
            (id, nummer, fase, fase_sinds, geopend_op, gewijzigd_op,
            history_date, history_type, actor_rol, handeling)
        SELECT id, nummer, f.fase, fase_sinds, geopend_op, gewijzigd_op,
            geopend_op, f.soort, 'procesregisseur', 'bench'
        FROM convenant_dossier,
            (VALUES ('melding', '+'), ('weging', '~'), ('uitvoering', '~')) AS f(fase, soort)"""
    )


def _besluiten_en_casussen(voer: Callable[..., Any], casussen: int) -> None:
    wie = sleutel("hoedanigheid", "1")
    voer(
        f"""INSERT INTO casusregie_besluitnota (id, dossier_id, soort, status, voorstel, risicogroep,
            aanleiding, doel, proportionaliteit, subsidiariteit, afwijkende_adviezen,
            opgesteld_door_id, opgesteld_op, versie)
        SELECT {sleutel("nota")}, {sleutel("dossier")}, 'instroom', 'besloten', 'aanpak', 1 + i % 5,
            '', '', '', '', '', {wie}, {GEOPEND}, 1
        FROM generate_series(1, {casussen}) i"""
    )
    voer(
        f"""INSERT INTO casusregie_besluit (id, dossier_id, nota_id, uitkomst, motivering, status,
            genomen_op, genomen_door_id, ingevoerd_door_id, op_papier, scan, tegen_advies,
            tweede_reden)
        SELECT {sleutel("besluit")}, {sleutel("dossier")}, {sleutel("nota")}, 'aanpak', '',
            'genomen', {GEOPEND}, {wie}, {wie}, false, '', false, ''
        FROM generate_series(1, {casussen}) i"""
    )
    voer(
        f"""INSERT INTO casusregie_casus (id, dossier_id, risicogroep, besluit_id, geopend_op,
            herbeoordeling_op, gesloten_op, uitkomst, sluittoelichting, nazorg, heropenreden, versie)
        SELECT {sleutel("casus")}, {sleutel("dossier")}, 1 + i % 5, {sleutel("besluit")}, {GEOPEND},
            {HERBEOORDELING}, CASE WHEN {LOPEND} THEN NULL ELSE now() END, '', '', '', '', 1
        FROM generate_series(1, {casussen}) i"""
    )


def _betrokkenheden(voer: Callable[..., Any], schaal: Schaal, casussen: int) -> None:
    _, duizenden, vijftig = vormen(schaal)
    _betrokken(
        voer,
        duizenden,
        nummer=f"{duizenden.eerste} + (i / 10) % {schaal.regisseurs}",
        rijen=f"generate_series(1, {casussen}) i",
    )
    _betrokken(
        voer,
        vijftig,
        nummer="wie",
        rijen=f"""(SELECT DISTINCT wie,
                1 + ((plek * {casussen / VIJFTIG}::int + wie * 130) % {casussen}) / 10 * 10
                    + wie % 5 AS i
            FROM generate_series(0, {VIJFTIG - 1}) plek,
                generate_series({vijftig.eerste}, {vijftig.eerste + partners(schaal) - 1}) wie
            ) AS gekozen""",
        alleen=f"i <= {casussen}",
    )


def _betrokken(
    voer: Callable[..., Any], vorm: Vorm, *, nummer: str, rijen: str, alleen: str = "true"
) -> None:
    """Involve people; whoever was involved in a case that has ended is so no more."""
    voer(
        f"""INSERT INTO convenant_betrokkenheid (id, content_object_id, user_id, permission_id,
            hoedanigheid_id, van, reden, verleend_door_id, beeindigd_op, eindreden)
        SELECT gen_random_uuid(), {sleutel("dossier")}, {sleutel("medewerker", nummer)},
            (SELECT p.id FROM auth_permission p JOIN django_content_type t
                ON t.id = p.content_type_id AND t.model = 'dossier'
                WHERE p.codename = '{vorm.relatie}'),
            {sleutel("hoedanigheid", nummer)}, CURRENT_DATE - 29, 'bench',
            {sleutel("hoedanigheid", "1")}, CASE WHEN {LOPEND} THEN NULL ELSE now() END, ''
        FROM {rijen} WHERE {alleen}"""
    )


def _werk(voer: Callable[..., Any], schaal: Schaal, casussen: int) -> None:
    """Plans, duties to tell, pauses, and the tasks that every running case has."""
    regisseur = f"{vormen(schaal)[1].eerste} + (i / 10) % {schaal.regisseurs}"
    wie = sleutel("hoedanigheid", regisseur)
    reeks = f"FROM generate_series(1, {casussen}) i WHERE {LOPEND}"
    voer(
        f"""INSERT INTO casusregie_plan (id, dossier_id, nummer, status, visie, visie_toelichting,
            samenvatting, opgesteld_door_id, opgesteld_op, versie)
        SELECT {sleutel("plan")}, {sleutel("dossier")}, 1,
            CASE i % 20 WHEN 1 THEN 'concept' WHEN 2 THEN 'voorgelegd' ELSE 'vastgesteld' END,
            'eens', '', '', {wie}, {GEOPEND}, 1 {reeks}"""
    )
    voer(
        f"""INSERT INTO casusregie_informering (id, dossier_id, besluit_id, status, wijze,
            uitstelgrond)
        SELECT {sleutel("informering")}, {sleutel("dossier")}, {sleutel("besluit")},
            CASE WHEN i % 15 = 0 THEN 'open' ELSE 'gedaan' END, '', '' {reeks}"""
    )
    voer(
        f"""INSERT INTO casusregie_pauze (id, dossier_id, reden, eigenaar_id,
            vastgelegd_op, van, tot, opheffingsreden)
        SELECT {sleutel("pauze")}, {sleutel("dossier")}, 'bench', {wie},
            now() - interval '5 days', CURRENT_DATE - 5, CURRENT_DATE + i % 60, '' {reeks} AND i % 40 = 3"""
    )
    voer(
        f"""INSERT INTO convenant_taak (id, dossier_id, over_dossier_id, soort, titel,
            toelichting, voor_rol, voor_hoedanigheid_id, object_soort, object_id, gemaakt_op,
            gemaakt_door_id, uiterlijk, uitkomst)
        SELECT {sleutel("taak")}, {sleutel("dossier")}, {sleutel("dossier")}, 'herbeoordeling',
            'Herbeoordeling', '', '',
            {wie}, 'casusregie.casus', {sleutel("casus")}, {GEOPEND}, {wie}, {HERBEOORDELING}, ''
        {reeks}"""
    )
    voer(
        f"""INSERT INTO convenant_taak (id, dossier_id, over_dossier_id, soort, titel,
            toelichting, voor_rol, voor_hoedanigheid_id, object_soort, gemaakt_op, gemaakt_door_id, uiterlijk, uitkomst)
        SELECT gen_random_uuid(), b.content_object_id, b.content_object_id, 'actie', 'Bellen', '',
            '', b.hoedanigheid_id, '', now(), {sleutel("hoedanigheid", "1")}, CURRENT_DATE + (nr * 3 - 10)::int, ''
        FROM (SELECT *, row_number() OVER (PARTITION BY hoedanigheid_id ORDER BY id) AS nr
            FROM convenant_betrokkenheid WHERE beeindigd_op IS NULL) b WHERE nr <= 8"""
    )


def _personen(cursor: Any, casussen: int) -> None:
    """A hoofdbetrokkene for every dossier, and nevenbetrokkenen with the names of the pairs."""
    from meldpunt.rules.naamsleutel import naamsleutels

    mensen = bevolking()[:casussen]
    # Two halves of the pairs: who must be found, and who bears another name.
    paren = [p.een for p in spellingen("zelfde")] + [p.een for p in spellingen("ander")]
    cursor.execute("CREATE TEMP TABLE naam (nr int, voornaam text, achternaam text)")
    cursor.execute("CREATE TEMP TABLE code (nr int, sleutel text)")
    alle = [*mensen, *(("", naam) for naam in dict.fromkeys(paren))]
    with cursor.copy("COPY naam FROM STDIN") as rijen:
        for nummer, (voornaam, achternaam) in enumerate(alle):
            rijen.write_row((nummer, voornaam, achternaam))
    with cursor.copy("COPY code FROM STDIN") as rijen:
        for nummer, (voornaam, achternaam) in enumerate(alle):
            for code in sorted(naamsleutels(f"{voornaam} {achternaam}".strip())):
                rijen.write_row((nummer, code))
    velden = """meldpunt_persoon (id, dossier_id, rol, onbekend, voornaam, tussenvoegsel, achternaam,
        roepnamen, geboortejaar, telefoon, adres, relatie, toegevoegd_op, versie)"""
    cursor.execute(
        f"""INSERT INTO {velden}
        SELECT {sleutel("persoon")}, {sleutel("dossier")}, 'hoofd', false, n.voornaam, '',
            n.achternaam, '', 1960 + i % 50, '', '', '', {GEOPEND}, 1
        FROM generate_series(1, {casussen}) i JOIN naam n ON n.nr = i * 31 % {len(mensen)}"""
    )
    cursor.execute(
        f"""INSERT INTO {velden}
        SELECT {sleutel("paar", "n.nr")}, {sleutel("dossier", f"1 + n.nr % {casussen} / 10 * 10")},
            'neven', false, '', '', n.achternaam, '', 1990, '', '', '', now(), 1
        FROM naam n WHERE n.nr >= {len(mensen)}"""
    )
    cursor.execute("CREATE INDEX ON code (nr)")
    cursor.execute(
        f"""INSERT INTO meldpunt_naamsleutel (id, persoon_id, sleutel)
        SELECT gen_random_uuid(), p.id, c.sleutel FROM (
            SELECT {sleutel("persoon")} AS id, i * 31 % {len(mensen)} AS nr
                FROM generate_series(1, {casussen}) i
            UNION ALL SELECT {sleutel("paar", "nr")}, nr FROM naam WHERE nr >= {len(mensen)}
        ) p JOIN code c ON c.nr = p.nr"""
    )


def _logboek(voer: Callable[..., Any], regels: int, casussen: int) -> None:
    """Readings of single dossiers, spread over people and time; the trigger gives each its hash."""
    voer(
        f"""INSERT INTO convenant_logregel (gebeurd_op, vastgelegd_op, soort, naam, resultaat,
            medewerker_id, hoedanigheid_id, rol, dossier_id, dossiers, object_soort, trace_id, hash)
        SELECT now() - ({regels} - i) * interval '30 seconds', now(), 'inzage', 'dossier_inzien',
            'gelukt', {sleutel("medewerker", f"1 + i % {MEDEWERKERS}")},
            {sleutel("hoedanigheid", f"1 + i % {MEDEWERKERS}")}, 'bench',
            {sleutel("dossier", f"1 + i::bigint * 7919 % {casussen}")}, ARRAY[]::uuid[], '', '', ''
        FROM generate_series(1, {regels}) i"""
    )


def _guardian(voer: Callable[..., Any]) -> None:
    """The usual way: a row for each user and each case that he may see."""
    recht = """(SELECT p.id FROM auth_permission p JOIN django_content_type t
        ON t.id = p.content_type_id AND t.model = 'casus' WHERE p.codename = 'view_casus')"""
    soort = "(SELECT id FROM django_content_type WHERE model = 'casus')"
    velden = "guardian_userobjectpermission (object_pk, content_type_id, permission_id, user_id)"
    voer(
        f"""INSERT INTO {velden}
        SELECT c.id::text, {soort}, {recht}, h.medewerker_id
        FROM casusregie_casus c, convenant_hoedanigheid h WHERE h.rol = 'procesregisseur'"""
    )
    voer(
        f"""INSERT INTO {velden}
        SELECT DISTINCT c.id::text, {soort}, {recht}, b.user_id
        FROM convenant_betrokkenheid b JOIN casusregie_casus c ON c.dossier_id = b.content_object_id
        WHERE b.beeindigd_op IS NULL"""
    )


if __name__ == "__main__":
    django.setup()
    vullen(SCHALEN[sys.argv[1]], int(sys.argv[2]))
