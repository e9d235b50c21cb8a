"""Oracle, filter of the application and bare SQL side by side: every difference is a finding."""

from dataclasses import dataclass, field
from typing import Any

from django.db import connection, models

from convenant.enums import Niveau
from convenant.identiteit import namens
from convenant.toegang import Toegang

from .gegevens import Vrager
from .wereldbeeld import BESCHERMD, Wereldbeeld


@dataclass
class Vergelijking:
    """What was compared, and what was not the same."""

    bevindingen: list[str] = field(default_factory=list)
    stukken: int = 0
    gezien: int = 0

    def erbij(self, ander: "Vergelijking") -> None:
        """Count what was compared elsewhere as well."""
        self.bevindingen += ander.bevindingen
        self.stukken += ander.stukken
        self.gezien += ander.gezien

    def __str__(self) -> str:
        return (
            f"{self.stukken} keer stuk × vrager × niveau: orakel, filter en database; "
            f"{self.gezien} keer mocht het"
        )


def vrager(toegang: Toegang) -> Vrager:
    """Who asks, in the words of the oracle; involvement it finds out by itself."""
    return Vrager(
        toegang.hoedanigheid_id,
        str(toegang.rol),
        toegang.organisatie_id,
        str(toegang.organisatiesoort),
        toegang.moment,
        toegang.vandaag,
        toegang.medewerker_id,
    )


def vergelijk(uitslag: Vergelijking, beeld: Wereldbeeld, toegang: Toegang, wie: str) -> None:
    """Every row of every kind, at each level, for one asker.

    The session sees everything, so that the filter has to do its work without the database.
    """
    v = vrager(toegang)
    orakel = {
        (model, niveau): beeld.kent(v, model, niveau.value)
        for model in BESCHERMD.values()
        if beeld.stukken[model]
        for niveau in Niveau
    }
    for (model, niveau), mag in orakel.items():
        plek = f"{model.__name__} op niveau {niveau.name}"
        _noteer(uitslag, plek, wie, _filter(model, toegang, niveau), mag)
        uitslag.stukken += len(beeld.stukken[model])
        uitslag.gezien += len(mag)
    with namens(toegang):
        for (model, niveau), mag in orakel.items():
            if niveau == Niveau.BESTAAN:
                _noteer(uitslag, f"{model.__name__} in SQL", wie, kaal(model), mag)


def _filter(model: Any, toegang: Toegang, niveau: Niveau) -> set[Any]:
    return set(model.objects.voor(toegang, minstens=niveau).order_by().values_list("pk", flat=True))


def kaal(model: type[models.Model]) -> set[Any]:
    """The keys that bare SQL gives, without any filter of the application."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{model._meta.pk.column}" FROM "{model._meta.db_table}"')
        return {rij[0] for rij in cursor.fetchall()}


def _noteer(
    uitslag: Vergelijking, plek: str, wie: str, gevonden: set[Any], orakel: set[Any]
) -> None:
    if te_veel := gevonden - orakel:
        uitslag.bevindingen.append(f"{plek}: {wie} ziet {len(te_veel)} te veel")
    if te_weinig := orakel - gevonden:
        uitslag.bevindingen.append(f"{plek}: {wie} mist {len(te_weinig)}")
