"""Small numbers are not shown: nobody may be found back in a table of a report."""

from collections.abc import Mapping

GRENS = 5
NIET_GETOOND = "niet getoond"


def getoond(aantal: int) -> str:
    """A count that stands alone: the number, or that it is small."""
    return NIET_GETOOND if 0 < aantal < GRENS else str(aantal)


def onderdrukt(aantallen: Mapping[str, int]) -> dict[str, int | None]:
    """The counts of one table, ``None`` where a number is not shown.

    Small numbers are hidden, and then the next smallest too, until at least two are hidden that
    are together no small number: otherwise the total would give the hidden one away. Hidden is
    hidden: which of them was the small one cannot be seen.
    """
    klein = [label for label, aantal in aantallen.items() if 0 < aantal < GRENS]
    if not klein:
        return dict(aantallen)
    over = sorted(
        (label for label, aantal in aantallen.items() if aantal >= GRENS),
        key=lambda label: aantallen[label],
    )
    dicht = set(klein)
    while over and (len(dicht) < 2 or sum(aantallen[label] for label in dicht) < GRENS):
        dicht.add(over.pop(0))
    return {label: None if label in dicht else aantal for label, aantal in aantallen.items()}
