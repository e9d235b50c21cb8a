"""Terms in working days: Monday to Friday, feast days not taken out."""

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


def jaar_later(dag: date) -> date:
    """The same day a year later; of a leap day the last of February."""
    if (dag.month, dag.day) == (2, 29):
        return dag.replace(year=dag.year + 1, day=28)
    return dag.replace(year=dag.year + 1)
