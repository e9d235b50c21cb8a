"""The page on which a source asks a second person to erase what it took back."""

from collections.abc import Iterable
from typing import Any

from convenant.enums import Wisgrond
from convenant.forms.wissing import WissenVragenFormulier
from convenant.rules.wissing import tweede_personen

from .pagina import HandelingPagina


class WissenVragenPagina(HandelingPagina):
    """Each room gives its deed and its own stuk; the question is the same."""

    formulier = WissenVragenFormulier
    uitleg = (
        "Nu leest de bron nog wat er stond. Na het wissen niemand meer: de tekst, alle eerdere "
        "versies en een document dat erbij hoort, zijn dan weg. Dat kan niet ongedaan worden "
        "gemaakt. Er blijft alleen staan dat hier iets is gewist, wanneer en door wie."
    )
    knop = "Vragen"
    gelukt = "De tweede persoon heeft een taak gekregen."
    gronden: Iterable[Wisgrond] = tuple(Wisgrond)

    def formulier_argumenten(self) -> dict[str, Any]:
        """Why it can be asked, and who can be the second person."""
        return {
            "gronden": self.gronden,
            "mensen": tweede_personen(self.toegang, self.onderwerp),
        }
