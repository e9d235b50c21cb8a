"""Choosing a person in a hoedanigheid from a list that the asker may choose from."""

from collections.abc import Iterable

from convenant.models import Hoedanigheid


def hoedanigheidskeuzes(kandidaten: Iterable[Hoedanigheid]) -> list[tuple[str, str]]:
    """The rows of the select list, with an empty first one."""
    return [
        ("", "Maak een keuze"),
        *(
            (str(h.pk), f"{h.medewerker.naam} · {h.get_rol_display()} · {h.organisatie.naam}")
            for h in kandidaten
        ),
    ]


def gekozen_hoedanigheid(kandidaten: Iterable[Hoedanigheid], waarde: str) -> Hoedanigheid:
    """The candidate that the valid answer ``waarde`` names."""
    return next(h for h in kandidaten if str(h.pk) == waarde)
