"""Terms in working days: Monday to Friday, feast days not taken out."""

from datetime import date, timedelta

ZATERDAG = 5
BEOORDELEN_WERKDAGEN = 5
"""Within so many working days a second person judges a noodtoegang."""


def werkdagen_later(dag: date, aantal: int) -> date:
    """The working day that lies so many working days after ``dag``."""
    while aantal:
        dag += timedelta(days=1)
        aantal -= dag.weekday() < ZATERDAG
    return dag
