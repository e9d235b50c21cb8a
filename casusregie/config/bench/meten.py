"""Measure everything and print the table: ``python -m casusregie.config.bench.meten SCHAAL``."""

import sys

import django


def main(naam: str) -> None:
    """Measure on the filled databases and write ``bench.json`` beside the data."""
    from django.conf import settings

    from casusregie.config.bench import (
        gebruikelijk,
        handeling,
        lijst,
        server,
        tabel,
        tellingen,
        zoeken,
    )
    from casusregie.config.bench.schaal import SCHALEN
    from casusregie.config.bench.wereld import openen

    wereld = openen(SCHALEN[naam])
    onderwerpen = (lijst, gebruikelijk, zoeken, tellingen, handeling, server)
    metingen = [meting for onderwerp in onderwerpen for meting in onderwerp.meten(wereld)]
    print(f"{tabel.machine()} · {wereld.schaal.casussen} casussen")
    print(tabel.tonen(metingen))
    tabel.bewaren(metingen, settings.DATA_DIR / "bench.json")


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1])
