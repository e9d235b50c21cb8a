"""Terms in working days (Monday to Friday, feast days not taken out) and in months."""

from calendar import monthrange
from datetime import date, timedelta

ZATERDAG = 5
BEVESTIGEN_DAGEN = 30
"""So long before a hoedanigheid has to be confirmed again, its administrator gets a task."""
ONGEBRUIKT_DAGEN = 90
"""An account that nobody used for so long is closed."""
ONGEBRUIKT_WAARSCHUWEN_DAGEN = 14
"""So long before that, its owner gets an e-mail."""
BEOORDELEN_WERKDAGEN = 5
"""Within so many working days a second person judges a noodtoegang."""


def werkdagen_later(dag: date, aantal: int) -> date:
    """The working day that lies so many working days after ``dag``."""
    while aantal:
        dag += timedelta(days=1)
        aantal -= dag.weekday() < ZATERDAG
    return dag


def maanden_later(dag: date, maanden: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    jaren, maand = divmod(dag.month - 1 + maanden, 12)
    jaar = dag.year + jaren
    return date(jaar, maand + 1, min(dag.day, monthrange(jaar, maand + 1)[1]))


def jaar_later(dag: date) -> date:
    """The same day a year later; of a leap day the last of February."""
    return maanden_later(dag, 12)
