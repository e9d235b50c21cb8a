"""A choice among colleagues, that answers with the hoedanigheid itself."""

from collections.abc import Iterable
from typing import Any

from casusregie.ui.formulieren import Keuze
from convenant.models import Hoedanigheid


class Collega(Keuze):
    """One colleague from a list that the form fills with ``zet_mensen``."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(lijst=True, **kwargs)
        self.mensen: dict[str, Hoedanigheid] = {}

    def zet_mensen(self, mensen: Iterable[Hoedanigheid], *, met_plek: bool = False) -> None:
        """Offer these people; ``met_plek`` names their organisation first."""
        self.mensen = {str(wie.pk): wie for wie in mensen}
        self.choices = [
            ("", "Maak een keuze"),
            *((pk, _naam(wie, met_plek)) for pk, wie in self.mensen.items()),
        ]

    def clean(self, value: Any) -> Hoedanigheid | None:  # type: ignore[override]
        """The chosen colleague, or ``None`` when that is allowed."""
        return self.mensen.get(super().clean(value))


def _naam(wie: Hoedanigheid, met_plek: bool) -> str:
    naam = wie.medewerker.naam
    return f"{wie.organisatie.naam}: {naam}" if met_plek else naam
