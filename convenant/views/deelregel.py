"""Changing the rules of a draft of the convenant."""

from typing import Any, ClassVar

from django.urls import reverse

from casusregie.ui.blokken import Kruimel
from casusregie.ui.formulieren import Formulier
from convenant.forms.convenantversie import DeelregelFormulier
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.models import Convenantversie, Deelregel, Grondslag
from convenant.selectors.accounts import organisaties
from convenant.services.convenantversie import (
    deelregel_schrappen,
    deelregel_toevoegen,
    deelregel_wijzigen,
)

from .convenant import convenantpad

VELDEN = ("artikel", "rol", "soorten", "categorieen", "fasen", "niveau", "voorwaarde", "doel")


class _Deelregel(HandelingPagina):
    formulier: ClassVar[type[Formulier]] = DeelregelFormulier

    def vind_onderwerp(self) -> Any:
        regels = Deelregel.objects.select_related("versie")
        return een_of_404(regels, pk=self.kwargs["deelregel_id"])

    def terug_url(self) -> str:
        versie = getattr(self.onderwerp, "versie_id", self.onderwerp.pk)
        return reverse("convenant:convenantversie_inzien", args=[versie])

    def kruimelpad(self) -> list[Kruimel]:
        return convenantpad(self.titel)

    def formulier_argumenten(self) -> dict[str, Any]:
        return {
            "grondslagen": Grondslag.objects.order_by("naam"),
            "organisaties": organisaties(),
        }


class DeelregelToevoegen(_Deelregel):
    """Add a rule to a draft."""

    deur = verricht(deelregel_toevoegen)
    handeling = staticmethod(deelregel_toevoegen)
    titel = "Regel toevoegen"
    uitleg = "De regel geldt pas als twee mensen de versie vaststellen."
    knop = "Toevoegen"
    gelukt = "De regel staat in het concept."

    def vind_onderwerp(self) -> Convenantversie:
        return een_of_404(Convenantversie.objects.all(), pk=self.kwargs["versie_id"])


class DeelregelWijzigen(_Deelregel):
    """Change a rule of a draft."""

    deur = verricht(deelregel_wijzigen)
    handeling = staticmethod(deelregel_wijzigen)
    titel = "Regel wijzigen"
    uitleg = "De wijziging geldt pas als twee mensen de versie vaststellen."
    gelukt = "De regel is gewijzigd."

    def beginwaarden(self) -> dict[str, Any]:
        rij = self.onderwerp
        return {veld: getattr(rij, veld) for veld in VELDEN} | {
            "grondslag": str(rij.grondslag_id or ""),
            "bron": str(rij.bron_organisatie_id or rij.bron_soort),
        }


class DeelregelSchrappen(_Deelregel):
    """Leave a rule out of a draft."""

    deur = verricht(deelregel_schrappen)
    handeling = staticmethod(deelregel_schrappen)
    titel = "Regel schrappen"
    uitleg = "De regel staat dan niet meer in het concept. Nu verandert er nog niets."
    knop = "Schrappen"
    gelukt = "De regel is uit het concept gehaald."

    formulier = Formulier

    def waarover(self) -> str:
        rij = self.onderwerp
        return f"Artikel {rij.artikel}, {rij.get_rol_display()}: {rij.doel}"

    def formulier_argumenten(self) -> dict[str, Any]:
        return {}

    def succes_url(self, resultaat: Any) -> str:
        return reverse("convenant:convenantversie_inzien", args=[resultaat.pk])
