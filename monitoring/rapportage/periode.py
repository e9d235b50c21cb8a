"""The period of a report, cut into months, quarters or half years."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from casusregie.ui import tijd
from monitoring.models import Rapport
from monitoring.rapportage.onderdrukking import GRENS


@dataclass(frozen=True)
class Periode:
    """First and last day, both counted."""

    van: date
    tot: date

    def __str__(self) -> str:
        return f"{tijd.datum(self.van)} tot en met {tijd.datum(self.tot)}"

    @classmethod
    def van_rapport(cls, rapport: Rapport) -> "Periode":
        """The period of a toezichtrapport, which always has one."""
        if rapport.periode_van is None or rapport.periode_tot is None:
            raise ValueError("dit rapport heeft geen periode")
        return cls(rapport.periode_van, rapport.periode_tot)

    def op(self, veld: str) -> Q:
        """The filter for a moment within the period, in Amsterdam time."""
        return Q(**{f"{veld}__date__gte": self.van, f"{veld}__date__lte": self.tot})

    def dag(self, veld: str) -> Q:
        """The filter for a day within the period."""
        return Q(**{f"{veld}__gte": self.van, f"{veld}__lte": self.tot})


@dataclass(frozen=True)
class Maat:
    """A length to cut a period in, in months."""

    naam: str
    maanden: int

    def label(self, dag: date) -> str:
        """How the part in which ``dag`` falls is called."""
        deel = (dag.month - 1) // self.maanden
        match self.maanden:
            case 1:
                return tijd.maand_jaar(dag)
            case 3:
                return f"{deel + 1}e kwartaal {dag.year}"
            case 6:
                return f"{deel + 1}e helft {dag.year}"
        return str(dag.year)

    def labels(self, periode: Periode) -> list[str]:
        """All parts of the period in order."""
        maanden = range(
            periode.van.year * 12 + periode.van.month - 1,
            periode.tot.year * 12 + periode.tot.month,
        )
        return list(dict.fromkeys(self.label(date(m // 12, m % 12 + 1, 1)) for m in maanden))


MATEN = (Maat("maand", 1), Maat("kwartaal", 3), Maat("half jaar", 6), Maat("jaar", 12))


def per_tijdvak(momenten: Iterable[datetime], periode: Periode) -> tuple[Maat, dict[str, int]]:
    """Counts per month, or per longer part when most months would be too small to show."""
    dagen = [tijd.dag_van(moment) for moment in momenten]
    for maat in MATEN:
        geteld = Counter(maat.label(dag) for dag in dagen)
        if maat is MATEN[-1] or not _meest_klein(geteld):
            break
    return maat, {label: geteld[label] for label in maat.labels(periode)}


def _meest_klein(geteld: Counter[str]) -> bool:
    klein = sum(1 for aantal in geteld.values() if aantal < GRENS)
    return klein * 2 > len(geteld)
