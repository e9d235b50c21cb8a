"""Dutch dates in words; in Python, because template date filters are slow in long lists."""

from datetime import date, datetime, timedelta

from django.utils import timezone

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def dag_van(waarde: date | datetime) -> date:
    """The calendar day in Amsterdam of a date or an aware moment."""
    if not isinstance(waarde, datetime):
        return waarde
    return timezone.localtime(waarde).date() if timezone.is_aware(waarde) else waarde.date()


def datum(waarde: date | datetime | None) -> str:
    """Give "17 november 2026"; an absent date gives an empty string."""
    if not waarde:
        return ""
    dag = dag_van(waarde)
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def datum_kort(waarde: date | datetime | None) -> str:
    """Give "di 17 nov 2026"; an absent date gives an empty string."""
    if not waarde:
        return ""
    dag = dag_van(waarde)
    return f"{DAGEN[dag.weekday()][:2]} {dag.day} {MAANDEN_KORT[dag.month - 1]} {dag.year}"


def dag_maand(waarde: date | datetime | None) -> str:
    """Give "17 nov", for places where the year is plain from the context."""
    if not waarde:
        return ""
    dag = dag_van(waarde)
    return f"{dag.day} {MAANDEN_KORT[dag.month - 1]}"


def dag_maand_jaar(waarde: date | datetime | None) -> str:
    """Give "17 nov 2026", for headings of narrow columns."""
    return f"{dag_maand(waarde)} {dag_van(waarde).year}" if waarde else ""


def maand_jaar(waarde: date | datetime | None) -> str:
    """Give "nov 2026", the heading of a column in a strip or chart."""
    if not waarde:
        return ""
    dag = dag_van(waarde)
    return f"{MAANDEN_KORT[dag.month - 1]} {dag.year}"


def uur(waarde: datetime) -> str:
    """Give "9.42 uur" in Amsterdam time, where the day is plain from the context."""
    plaatselijk = timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde
    return f"{plaatselijk.hour}.{plaatselijk.minute:02d} uur"


def moment(waarde: datetime | None) -> str:
    """Give "di 17 nov 2026, 9.42 uur" in Amsterdam time; an absent moment gives an empty string."""
    if not waarde:
        return ""
    plaatselijk = timezone.localtime(waarde) if timezone.is_aware(waarde) else waarde
    return f"{datum_kort(plaatselijk)}, {uur(plaatselijk)}"


def termijn(waarde: date | datetime | None, vandaag: date) -> str:
    """The distance of a due date in words: "vandaag", "over 9 dagen", "3 dagen te laat"."""
    if not waarde:
        return ""
    dagen = (dag_van(waarde) - vandaag).days
    match dagen:
        case 0:
            return "vandaag"
        case 1:
            return "morgen"
        case -1:
            return "1 dag te laat"
        case _ if dagen < 0:
            return f"{_duur(-dagen)} te laat"
        case _:
            return f"over {_duur(dagen)}"


def termijn_toon(waarde: date | datetime | None, vandaag: date, straks_dagen: int = 14) -> str:
    """The chip tone that goes with `termijn`: laat, straks (within `straks_dagen`) or neutraal."""
    if not waarde:
        return "neutraal"
    dag = dag_van(waarde)
    if dag < vandaag:
        return "laat"
    return "straks" if dag <= vandaag + timedelta(days=straks_dagen) else "neutraal"


def _duur(dagen: int) -> str:
    if dagen < 60:
        return "1 dag" if dagen == 1 else f"{dagen} dagen"
    maanden = round(dagen / 30.44)
    if maanden < 24:
        return f"{maanden} maanden"
    return f"{maanden // 12} jaar"
