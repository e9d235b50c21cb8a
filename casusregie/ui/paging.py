"""Keyset paging: page 200 costs what page 1 costs; a cursor never carries text of a dossier."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core import signing
from django.db.models import BooleanField, Expression, F, QuerySet, Value

GROOTTE = 25
ZOUT = "casusregie.ui.paging"


class RijVergelijking(Expression):
    """`(a, b) < (x, y)` as one row comparison, the only form that walks the index."""

    conditional = True

    def __init__(self, velden: tuple[str, ...], teken: str, waarden: tuple[Any, ...]) -> None:
        super().__init__(output_field=BooleanField())
        if teken not in {"<", ">"}:
            raise ValueError(teken)
        self.teken = teken
        self.links: list[Any] = [F(veld) for veld in velden]
        self.rechts: list[Any] = [
            waarde if hasattr(waarde, "resolve_expression") else Value(waarde) for waarde in waarden
        ]

    def get_source_expressions(self) -> list[Any]:
        return [*self.links, *self.rechts]

    def set_source_expressions(self, exprs: list[Any]) -> None:
        midden = len(exprs) // 2
        self.links, self.rechts = exprs[:midden], exprs[midden:]

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        klaar = super().resolve_expression(*args, **kwargs)
        klaar.rechts = [
            Value(r.value, output_field=li.output_field) if isinstance(r, Value) else r
            for li, r in zip(klaar.links, klaar.rechts, strict=True)
        ]
        return klaar

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        delen, params = [], []
        for kant in (self.links, self.rechts):
            stukken = []
            for expressie in kant:
                sql, eigen = compiler.compile(expressie)
                stukken.append(sql)
                params.extend(eigen)
            delen.append(f"({', '.join(stukken)})")
        return f"{delen[0]} {self.teken} {delen[1]}", tuple(params)


@dataclass(frozen=True)
class Pagina:
    """One page of a list; `vorige` and `volgende` are cursors for the URL, empty at the ends."""

    rijen: list[Any]
    vorige: str
    volgende: str

    def __iter__(self) -> Any:
        return iter(self.rijen)

    def __len__(self) -> int:
        return len(self.rijen)

    @property
    def heeft_meer(self) -> bool:
        return bool(self.vorige or self.volgende)


def bladeren(
    qs: QuerySet[Any],
    wijzer: str | None,
    *,
    op: str = "-pk",
    grootte: int = GROOTTE,
) -> Pagina:
    """The page of `qs` at the cursor, ordered by the non-null field `op` and then by key.

    A cursor that is broken, forged or points to a row that left the list gives the first page.
    Text is never put in a cursor: for a text field it holds only the key of the row.
    """
    veld, afdalend = op.lstrip("-"), op.startswith("-")
    velden = ("pk",) if veld == "pk" else (veld, "pk")
    terug, waarden = _lezen(wijzer, qs, op, velden)
    vooruit_teken = "<" if afdalend else ">"
    basis = qs.order_by(*(f"-{v}" if afdalend != terug else v for v in velden))
    if waarden is not None:
        teken = {"<": ">", ">": "<"}[vooruit_teken] if terug else vooruit_teken
        basis = basis.filter(RijVergelijking(velden, teken, waarden))
    rijen = list(basis[: grootte + 1])
    meer, rijen = len(rijen) > grootte, rijen[:grootte]
    if terug:
        rijen.reverse()
    heeft_vorige = meer if terug else waarden is not None
    heeft_volgende = True if terug else meer
    if not rijen:
        return Pagina([], "", "")
    return Pagina(
        rijen,
        _schrijven(rijen[0], qs, op, velden, terug=True) if heeft_vorige else "",
        _schrijven(rijen[-1], qs, op, velden, terug=False) if heeft_volgende else "",
    )


def begrensd_aantal(qs: QuerySet[Any], grens: int = 1000) -> str:
    """The number of rows, "1000+" beyond `grens`: an exact count of a long list is slow."""
    aantal = qs.order_by()[: grens + 1].count()
    return f"{grens}+" if aantal > grens else str(aantal)


def zout(qs: QuerySet[Any]) -> str:
    """A cursor counts for rows of its own kind: that of another list is refused as forged."""
    return f"{ZOUT}.{qs.model._meta.label_lower}"


def _schrijven(
    rij: Any, qs: QuerySet[Any], op: str, velden: tuple[str, ...], *, terug: bool
) -> str:
    pk = _als_tekst(rij.pk)
    waarde: Any = None
    if len(velden) == 2:
        rauw = _waarde(rij, velden[0])
        waarde = None if isinstance(rauw, str) else _als_tekst(rauw)
    return signing.dumps([op, int(terug), pk, waarde], salt=zout(qs))


def _lezen(
    wijzer: str | None, qs: QuerySet[Any], op: str, velden: tuple[str, ...]
) -> tuple[bool, tuple[Any, ...] | None]:
    if not wijzer:
        return False, None
    try:
        eigen_op, terug, pk, waarde = signing.loads(wijzer, salt=zout(qs))
    except (signing.BadSignature, ValueError, TypeError):
        return False, None
    if eigen_op != op:
        return False, None
    if len(velden) == 1:
        return bool(terug), (pk,)
    if waarde is None:
        waarde = qs.order_by().filter(pk=pk).values_list(velden[0], flat=True).first()
        if waarde is None:
            return False, None
    return bool(terug), (waarde, pk)


def _waarde(rij: Any, pad: str) -> Any:
    for deel in pad.split("__"):
        rij = getattr(rij, deel)
    return rij


def _als_tekst(waarde: Any) -> Any:
    if isinstance(waarde, datetime | date):
        return waarde.isoformat()
    return str(waarde) if isinstance(waarde, UUID) else waarde
