"""Waarom mag ik dit stuk zien?: why this asker reads one item, and until when."""

from typing import Any

from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.selectors.embargo import embargo_voor_anderen
from casusregie.ui.blokken import Feit
from casusregie.ui.tijd import datum
from convenant.guard import StukWaarom, inzage

from .informatie import LEZERS, Informatiepagina


class InformatieWaarom(Informatiepagina, StukWaarom[Informatie]):
    """Besides the reason: the embargo under which it lies, and the days of the item itself."""

    deur = inzage("informatie_waarom", *LEZERS, titel="Waarom mag ik dit stuk zien?")
    template_name = "beoordeling/informatie_waarom.html"
    soortnaam = "Stuk informatie"
    onder_embargo = True

    def stuk_url(self) -> str:
        """Its own page."""
        return reverse("beoordeling:informatie_inzien", args=[self.stuk.pk])

    def gegevens(self) -> dict[str, Any]:
        """Without a rule it is the answer that this asker gave himself."""
        if self.reden is None and self.stuk.antwoord_op_id is not None:
            self.gelezen = self.stuk
            self.template_name = "beoordeling/antwoord_waarom.html"
            return self.waarover()
        embargo, embargo_tot = embargo_voor_anderen(self.toegang, self.stuk)
        return super().gegevens() | {
            "embargo": embargo,
            "embargo_tot": embargo_tot,
            "eigen_dagen": _eigen_dagen(self.stuk),
        }


def _eigen_dagen(item: Informatie) -> list[Feit]:
    """The days of the item itself: it grows old for everyone, whoever reads it."""
    return [
        Feit("Houdbaar tot", datum(item.houdbaar_tot) or "niet bepaald"),
        Feit("Vernietigen op", datum(item.vernietigen_op) or "niet bepaald"),
    ]
