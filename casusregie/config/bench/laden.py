"""Loading many rows at once: keys and indexes are made when the rows are there.

A row that is checked against every foreign key and put in every index by itself costs ten times
what the same checks cost over the whole table. Afterwards all of it stands as before; a foreign key
or exclusion that does not hold stops the filling.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

GROOT = [
    "casusregie_besluit",
    "casusregie_besluitnota",
    "casusregie_casus",
    "casusregie_informering",
    "casusregie_pauze",
    "casusregie_plan",
    "convenant_betrokkenheid",
    "convenant_dossier",
    "convenant_historicaldossier",
    "convenant_logregel",
    "convenant_taak",
    "guardian_userobjectpermission",
    "meldpunt_naamsleutel",
    "meldpunt_persoon",
]
"""The tables that grow with the number of cases."""

REGELS = """
SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', c.conrelid::regclass, c.conname),
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s',
        c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
FROM pg_constraint c
WHERE c.conrelid = ANY(%s::regclass[]) AND (c.contype IN ('f', 'x') OR c.contype IN ('p', 'u')
    AND NOT EXISTS (SELECT 1 FROM pg_constraint v WHERE v.contype = 'f' AND v.conindid = c.conindid))
ORDER BY c.contype = 'f', c.conrelid, c.conname
"""
"""What says that rows fit together; not the keys that other tables point to."""

INDEXEN = """
SELECT format('DROP INDEX %%s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
FROM pg_index i
WHERE i.indrelid = ANY(%s::regclass[])
    AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
ORDER BY i.indrelid, i.indexrelid
"""


@contextmanager
def in_een_keer(cursor: Any) -> Iterator[None]:
    """Without indexes and foreign keys on the large tables, and with them again afterwards."""
    voer: Callable[..., Any] = cursor.execute
    voer("SET synchronous_commit = off")
    voer("SET work_mem = '128MB'")
    voer("SET maintenance_work_mem = '512MB'")
    regels, indexen = (_lijst(cursor, vraag) for vraag in (REGELS, INDEXEN))
    for weg, _ in [*reversed(regels), *indexen]:
        voer(weg)
    yield
    for _, terug in [*indexen, *regels]:
        voer(terug)


def _lijst(cursor: Any, vraag: str) -> list[tuple[str, str]]:
    cursor.execute(vraag, [GROOT])
    gevonden: list[tuple[str, str]] = cursor.fetchall()
    return gevonden
