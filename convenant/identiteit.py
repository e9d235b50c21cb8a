"""Lock 6, the near side: in each transaction the database is told who asks.

The settings are local to the transaction, so the next user of a pooled connection inherits
nothing. Without them every protected table is empty (``models/rijbeveiliging``).
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC
from functools import lru_cache
from itertools import product
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Rol, Voorwaarde
from convenant.opzoeken import IN_NOOD, RELATIE_NOOD, RELATIE_VERVANGING
from convenant.regelboek import Bevestigd, Bronnen, Regel, Regelboek
from convenant.toegang import Toegang

KORT = {
    Voorwaarde.ALTIJD: "a",
    Voorwaarde.BETROKKEN: "b",
    Voorwaarde.BRON_IN_FASE: "o",
    Voorwaarde.EIGEN_BRON: "e",
    Voorwaarde.TOESTEMMING: "t",
}
"""The letter of a condition, in the name of a setting (``casusregie.recht_b_gewoon``) and of what
has a border."""

RECHTEN = "casusregie.recht_"
RECHTENSOORTEN = tuple(
    f"{RECHTEN}{letter}_{categorie}" for letter, categorie in product(KORT.values(), Categorie)
)
OVERAL = "overal"
"""What stands for every phase, where a right holds in all of them."""
GESLOTEN = "casusregie.dicht"
"""The dossiers that are shut for who asks, as ``aanmelden`` found them."""
PLAATSEN = "casusregie.plaatsen"
"""Whose places the asker takes, his own among them."""
VAN_VRAGER = (
    "casusregie.rol",
    "casusregie.hoedanigheid",
    "casusregie.organisatie",
    "casusregie.dag",
    "casusregie.moment",
)
"""Who it is and when: what the database needs to know to say what he has."""
GEVONDEN = (PLAATSEN, IN_NOOD, GESLOTEN)
"""What the database finds out itself of who asks."""
INSTELLINGEN = (
    "casusregie.wijd",
    *VAN_VRAGER,
    *GEVONDEN,
    *RECHTENSOORTEN,
    "casusregie.verruimd",
)
"""``wijd`` opens every row for the length of one deed or one query that says why; the others
are the asker. Anyone who can send SQL of his own can set them: this wall stands behind the
filter of lock 2 and catches what forgets it, not an intruder in the database."""

type Identiteit = Mapping[str, str]

NIEMAND: Identiteit = dict.fromkeys(INSTELLINGEN, "")

RELATIE_DICHT = "dicht"
"""What stands for a relatie where the dossiers are told that are shut for who asks."""
GELDT_NIET = "geldt niet"
"""What the database answers when who asks has a hoedanigheid that does not hold."""

_OPEN = "SELECT set_config('casusregie.wijd', 'ja', true)"
_DICHT = "SELECT set_config('casusregie.wijd', '', true)"
_nu: ContextVar[Identiteit] = ContextVar("identiteit", default=NIEMAND)


def recht(voorwaarde: Voorwaarde, categorie: str, fase: str, niveau: Niveau) -> str:
    """One right with a border as the database reads it: ``b:gewoon:uitvoering:2``."""
    return f"{KORT[voorwaarde]}:{categorie}:{fase}:{niveau.value}"


def rechten_van(toegang: Toegang) -> dict[str, str]:
    """Every right that the rule gives this receiver, at each level up to its own.

    A setting for each condition and category, with the phases and levels in it: every row of a
    list looks in one, so that they are short.
    """
    return _rechten(toegang.regels, toegang.rol, toegang.organisatiesoort)


@lru_cache(maxsize=1_000)
def _rechten(regels: Regelboek, rol: Rol, soort: Organisatiesoort) -> dict[str, str]:
    rechten: dict[str, set[str]] = {naam: set() for naam in RECHTENSOORTEN}
    for niveau in Niveau:
        for regel in regels.voor(rol, soort, niveau):
            for categorie in () if regel.is_begrensd else regel.categorieen:
                plek = f"{RECHTEN}{KORT[regel.voorwaarde]}_{categorie}"
                rechten[plek] |= {f"{fase}:{niveau.value}" for fase in regel.fasen}
        for wat in rechten.values():
            if wat >= {f"{fase}:{niveau.value}" for fase in Fase}:
                wat.add(f"{OVERAL}:{niveau.value}")
    return {naam: f" {' '.join(sorted(wat))} " if wat else "" for naam, wat in rechten.items()}


def verruimd_van(toegang: Toegang) -> str:
    """The rights that have a border: with the moment from which an item has to be recorded.

    ``b:gewoon:uitvoering:2`` is for any source, with an organisation behind it for that source
    alone, with ``-`` for what has no source. Empty when no rule has a border, so that the
    database need not look.
    """
    if not toegang.regels.is_begrensd:
        return ""
    return _verruimd(
        toegang.regels,
        toegang.rol,
        toegang.organisatiesoort,
        toegang.bevestigd,
        toegang.bronnen,
    )


@lru_cache(maxsize=1_000)
def _verruimd(
    regels: Regelboek, rol: Rol, soort: Organisatiesoort, bevestigd: Bevestigd, bronnen: Bronnen
) -> str:
    rechten: dict[str, str] = {}
    for niveau in Niveau:
        for regel in regels.voor(rol, soort, niveau):
            if not regel.is_begrensd:
                continue
            grenzen = _grenzen(regel, bevestigd, bronnen)
            for categorie, fase in product(regel.categorieen, regel.fasen):
                sleutel = recht(regel.voorwaarde, categorie, fase, niveau)
                for achter, vanaf in grenzen.items():
                    plek = sleutel + achter
                    rechten[plek] = min(vanaf, rechten.get(plek, vanaf))
    return json.dumps(rechten) if rechten else ""


ALTIJD = "-infinity"
"""Before every moment, for the database and in the order of text alike."""


def _grenzen(regel: Regel, bevestigd: Bevestigd, bronnen: Bronnen) -> dict[str, str]:
    """From which moment on, for any source (an empty key) or for one (behind a colon)."""
    vanaf = ALTIJD if regel.vanaf is None else regel.vanaf.astimezone(UTC).isoformat()
    open_ = {f":{bron or '-'}": ALTIJD for bron in regel.bevestigd_door(bevestigd)}
    if regel.van_elke_bron:
        return {"": vanaf} | open_
    eigen = {f":{bron}": vanaf for bron in regel.bronnen(bronnen)}
    return eigen | {bron: ALTIJD for bron in open_ if bron in eigen}


@contextmanager
def namens(toegang: Toegang) -> Iterator[None]:
    """A transaction in which ``toegang`` asks: a request, a background job, a command."""
    with eigen_transactie():
        aanmelden(toegang)
        yield


@contextmanager
def eigen_transactie() -> Iterator[None]:
    """A transaction that leaves the identity outside it as it was."""
    vorige, genest = _nu.get(), connection.in_atomic_block
    try:
        with transaction.atomic():
            yield
    except BaseException:
        # The savepoint that is undone here takes its settings with it.
        _nu.set(vorige)
        raise
    if genest:
        _zet(vorige)
    else:
        _nu.set(vorige)


def aanmelden(toegang: Toegang) -> list[tuple[Any, ...]]:
    """From here on ``toegang`` asks, until the end of the transaction; returns ``rijen_van`` him.

    The database looks itself whether the hoedanigheid holds; when not, nobody asks.
    """
    identiteit = _identiteit(toegang)
    antwoord = _gevraagd("aanmelden", identiteit)
    if any(relatie == GELDT_NIET for _, relatie, *_ in antwoord):
        identiteit, antwoord = NIEMAND, []
    eigen_plaats = [] if identiteit is NIEMAND else [toegang.hoedanigheid_id]
    # The database set these itself; known here, so that they can be told again after a deed.
    zelf_gezet = {
        IN_NOOD: _van_relatie(antwoord, RELATIE_NOOD),
        GESLOTEN: _van_relatie(antwoord, RELATIE_DICHT),
        PLAATSEN: [*_van_relatie(antwoord, RELATIE_VERVANGING), *eigen_plaats],
    }
    _nu.set({**identiteit, **{naam: _als_lijst(ids) for naam, ids in zelf_gezet.items()}})
    return antwoord


def rijen_van(toegang: Toegang) -> list[tuple[Any, ...]]:
    """What the database tells of itself about this asker, who does not become the one who asks.

    The running involvements of this hoedanigheid and of whose place it takes, its noodtoegang,
    what care shares with its organisation in the dossiers it is involved in, and the dossiers that
    are shut for it: the dossiers of one relatie, whose they are, and of what is shared the row, the
    source and the stuk.
    """
    return _gevraagd("rijen_van", _wie(toegang))


def _gevraagd(functie: str, instellingen: Identiteit) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT dossiers, relatie, waarvan, bron_id, stuk_id FROM {functie}(%s)",  # noqa: S608
            [json.dumps(instellingen)],
        )
        return list(cursor.fetchall())


def _van_relatie(antwoord: list[tuple[Any, ...]], gevraagd: str) -> list[UUID]:
    return [id_ for ids, relatie, *_ in antwoord if relatie == gevraagd for id_ in ids]


def _als_lijst(ids: list[UUID]) -> str:
    return f"{{{','.join(map(str, ids))}}}" if ids else ""


def _wie(toegang: Toegang) -> Identiteit:
    waarden = (
        toegang.rol,
        toegang.hoedanigheid_id,
        toegang.organisatie_id,
        toegang.vandaag.isoformat(),
        toegang.moment.isoformat(),
    )
    return dict(zip(VAN_VRAGER, map(str, waarden), strict=True))


def _identiteit(toegang: Toegang) -> Identiteit:
    """The settings that tell who asks; without a valid role and a signature: nobody."""
    if not toegang.telt_mee:
        return NIEMAND
    return {
        "casusregie.wijd": "",
        **_wie(toegang),
        **rechten_van(toegang),
        "casusregie.verruimd": verruimd_van(toegang),
        **dict.fromkeys(GEVONDEN, ""),
    }


@contextmanager
def wijd() -> Iterator[None]:
    """Every row is open and may be written: inside a deed, or for one query that said why."""
    vorige = _nu.get()
    if vorige["casusregie.wijd"]:
        yield
        return
    if not connection.in_atomic_block:
        with transaction.atomic(), wijd():
            yield
        return
    _zet({**vorige, "casusregie.wijd": "ja"}, ook_gelijk=False)
    try:
        yield
    finally:
        if _mislukt():
            # The savepoint that this error undoes takes the setting with it.
            _nu.set(vorige)
        else:
            _zet(vorige, ook_gelijk=False)


def wijd_gevraagd(sql: str, waarden: list[Any]) -> tuple[Any, ...]:
    """The one row of a query that said why it sees everything.

    Opened and closed in the message that carries the query: one question instead of three.
    """
    al_open = bool(_nu.get()["casusregie.wijd"])
    with connection.cursor() as cursor:
        cursor.execute(sql if al_open else f"{_OPEN}; {sql}; {_DICHT}", waarden)
        if not al_open:
            cursor.nextset()
        rij: tuple[Any, ...] = cursor.fetchone()
    return rij


def sessie_wijd() -> None:
    """Every row is open on this connection until it closes: loading content, playing the demo."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('casusregie.wijd', 'ja', false)")
    _nu.set({**NIEMAND, "casusregie.wijd": "ja"})


def _mislukt() -> bool:
    """Whether the transaction waits to be undone and takes no statement any more."""
    status = connection.connection.info.transaction_status
    return status == TransactionStatus.INERROR


def _zet(identiteit: Identiteit, *, ook_gelijk: bool = True) -> None:
    """Tell the database; ``ook_gelijk=False`` sends only what differs from what it was told."""
    nieuw = {n: w for n, w in identiteit.items() if ook_gelijk or _nu.get()[n] != w}
    if nieuw:
        delen = ", ".join(["set_config(%s, %s, true)"] * len(nieuw))
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {delen}", [deel for paar in nieuw.items() for deel in paar])
    _nu.set(identiteit)
