"""Choosing a row from a list that the asker may choose from."""

from collections.abc import Callable, Iterable
from typing import Any

from casusregie.ui.formulieren import Keuze
from convenant.models import Hoedanigheid


class Kiesveld(Keuze):
    """A select list of rows; the answer is the row itself, never one that was not offered."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(lijst=True, **kwargs)
        self.rijen: dict[str, Any] = {}

    def bied_aan(
        self, rijen: Iterable[Any], tekst: Callable[[Any], str], *, leeg: str = "Maak een keuze"
    ) -> None:
        """Offer these rows, each shown as ``tekst`` says; ``leeg`` is what no choice means."""
        self.rijen = {str(rij.pk): rij for rij in rijen}
        self.choices = [(sleutel, tekst(rij)) for sleutel, rij in self.rijen.items()]
        self.met_lege_rij(leeg)

    def clean(self, value: Any) -> Any:
        return self.rijen.get(super().clean(value))


def wie_in_woorden(hoedanigheid: Hoedanigheid) -> str:
    """A person in a list: name, role and organisation."""
    return (
        f"{hoedanigheid.medewerker.naam} · {hoedanigheid.get_rol_display()} · "
        f"{hoedanigheid.organisatie.naam}"
    )
