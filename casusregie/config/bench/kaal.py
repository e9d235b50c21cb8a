"""The same list page, fed by one hand-written query without any permission: what we compare with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db.backends.base.base import BaseDatabaseWrapper
from django.urls import resolve, reverse

from casusregie.config.bench.klok import op
from casusregie.config.bench.wereld import Gebruiker
from casusregie.enums import Risicogroep
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip
from casusregie.ui.paging import GROOTTE, Pagina
from convenant.enums import Fase

VOLGORDE = """
    CASE WHEN c.afgeschaald_op IS NULL AND c.gesloten_op IS NULL THEN c.herbeoordeling_op
    ELSE '9999-12-31' END
"""
LIJST = f"""
SELECT d.id, d.nummer, d.fase, c.herbeoordeling_op, c.geopend_op, c.risicogroep, wie.naam, pauze.tot
FROM (
    SELECT c.* FROM casusregie_casus c JOIN convenant_dossier d ON d.id = c.dossier_id
    WHERE d.fase IN ('uitvoering', 'afschaling', 'nazorg') AND c.gesloten_op IS NULL
    ORDER BY {VOLGORDE}, c.id LIMIT {GROOTTE + 1}
) c
JOIN convenant_dossier d ON d.id = c.dossier_id
LEFT JOIN LATERAL (
    SELECT m.naam FROM convenant_betrokkenheid b
    JOIN auth_permission p ON p.id = b.permission_id AND p.codename = 'regisseur'
    JOIN convenant_medewerker m ON m.id = b.user_id
    WHERE b.content_object_id = d.id AND b.beeindigd_op IS NULL LIMIT 1
) wie ON true
LEFT JOIN casusregie_pauze pauze ON pauze.dossier_id = d.id AND pauze.opgeheven_op IS NULL
ORDER BY {VOLGORDE}, c.id
"""


def kale_lijst(gebruiker: Gebruiker, eigenaar: BaseDatabaseWrapper) -> Callable[[], Any]:
    """The list page of this user with its rows from ``LIJST``; the frame stays as it is."""
    view = resolve(reverse("casusregie:casussen")).func.view_class  # type: ignore[attr-defined]
    gewoon: dict[str, Any] = {}
    with _gegevens(view, _bewaar(view.gegevens, gewoon)):
        gebruiker.lijst()

    def gegevens(pagina: Any) -> dict[str, Any]:
        rijen = _rijen(eigenaar)[:GROOTTE]
        pagina.getoonde_dossiers = [rij[0] for rij in rijen]
        cellen = [_cellen(rij, pagina.toegang.vandaag) for rij in rijen]
        return gewoon | {"rijen": cellen, "bladzijde": Pagina(cellen, "", "verder")}

    def pagina() -> Any:
        with _gegevens(view, gegevens):
            return gebruiker.lijst()

    return pagina


@contextmanager
def _gegevens(view: Any, gegevens: Callable[[Any], dict[str, Any]]) -> Iterator[None]:
    with mock.patch.object(view, "gegevens", gegevens):
        yield


def _bewaar(
    origineel: Callable[[Any], dict[str, Any]], plek: dict[str, Any]
) -> Callable[[Any], dict[str, Any]]:
    def gegevens(pagina: Any) -> dict[str, Any]:
        plek.update(origineel(pagina))
        return plek

    return gegevens


def _rijen(eigenaar: BaseDatabaseWrapper) -> list[Any]:
    with op(eigenaar), eigenaar.cursor() as cursor:
        cursor.execute(LIJST)
        return cursor.fetchall()


def _cellen(rij: Any, vandaag: Any) -> list[Cel]:
    dossier, nummer, fase, herbeoordeling, geopend, groep, wie, pauze = rij
    toon: Any = tijd.termijn_toon(herbeoordeling, vandaag)
    return [
        Cel(nummer, url=reverse("convenant:dossier_inzien", args=[dossier])),
        Cel(
            chip=Chip(Fase(fase).label, "goed"),
            sub=f"op pauze tot {tijd.dag_maand_jaar(pauze)}" if pauze else "",
        ),
        Cel(
            chip=Chip(tijd.termijn(herbeoordeling, vandaag), toon),
            sub=tijd.datum_kort(herbeoordeling),
        ),
        Cel(wie or "geen regisseur"),
        Cel(Risicogroep(groep).label),
        Cel(tijd.datum_kort(geopend)),
    ]
