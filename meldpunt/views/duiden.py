"""The outcome of a report, the second person, and the call back to the melder."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from casusregie.ui.blokken import Kruimel
from convenant.guard import HandelingPagina, een_of_404, verricht
from meldpunt.forms.duiden import (
    DuidingBevestigenFormulier,
    DuidingTerugsturenFormulier,
    MeldingDuidenFormulier,
    TerugkoppelingGevenFormulier,
)
from meldpunt.models import Duiding, Melding
from meldpunt.selectors.meldingen import duidingen_van, melder_van
from meldpunt.services.antwoorden import terugkoppeling_geven
from meldpunt.services.duiden import duiding_bevestigen, duiding_terugsturen, melding_duiden

from .kader import kruimels_van_melding, melding_url


class _OverMelding(HandelingPagina):
    """A deed on a report, with what was told above the form."""

    template_name = "meldpunt/melding_handeling.html"

    def vind_onderwerp(self) -> Any:
        return een_of_404(Melding.objects.voor(self.toegang), pk=self.kwargs["melding_id"])

    @property
    def melding(self) -> Melding:
        """The report that the form is about."""
        return self.onderwerp

    def gegevens(self) -> dict[str, Any]:
        return {"melding": self.melding, "duidingen": self.duidingen()}

    def duidingen(self) -> list[Duiding]:
        """Earlier outcomes, newest first."""
        return list(duidingen_van(self.toegang, melding=self.melding))

    def kruimelpad(self) -> list[Kruimel]:
        return kruimels_van_melding(self.melding, self.toegang.rol, self.titel)

    def terug_url(self) -> str:
        return melding_url(self.melding.pk)


class MeldingDuiden(_OverMelding):
    """The coded outcome with its reason."""

    deur = verricht(melding_duiden)
    handeling = staticmethod(melding_duiden)
    formulier = MeldingDuidenFormulier
    titel = "Melding duiden"
    uitleg = (
        "Bij ‘geen actie’ en ‘doorverwezen naar hulp’ kijkt een tweede persoon mee. Zo beslist "
        "niemand alleen dat er niets gebeurt."
    )
    knop = "Duiding opslaan"
    gelukt = "De duiding is opgeslagen."

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"gebeld_met": self.melding.gebeld_met, "gebeld_op": self.melding.gebeld_op}


class _OverDuiding(_OverMelding):
    """A deed of the second person."""

    def vind_onderwerp(self) -> Duiding:
        return een_of_404(
            Duiding.objects.voor(self.toegang).select_related("melding", "gedaan_door__medewerker"),
            pk=self.kwargs["duiding_id"],
        )

    @property
    def melding(self) -> Melding:
        return self.onderwerp.melding


class DuidingBevestigen(_OverDuiding):
    """The second person agrees."""

    deur = verricht(duiding_bevestigen)
    handeling = staticmethod(duiding_bevestigen)
    formulier = DuidingBevestigenFormulier
    titel = "Duiding bevestigen"
    knop = "Ik ben het ermee eens"
    gelukt = "De duiding is bevestigd. De melding is afgehandeld."

    def gegevens(self) -> dict[str, Any]:
        terug = reverse("meldpunt:duiding_terugsturen", args=[self.onderwerp.pk])
        return super().gegevens() | {"terugsturen_url": terug}


class DuidingTerugsturen(_OverDuiding):
    """The second person does not agree."""

    deur = verricht(duiding_terugsturen)
    handeling = staticmethod(duiding_terugsturen)
    formulier = DuidingTerugsturenFormulier
    titel = "Duiding terugsturen"
    knop = "Terugsturen"
    gelukt = "De duiding is teruggestuurd. De melding moet opnieuw worden geduid."


class TerugkoppelingGeven(_OverMelding):
    """Call the melder, then note what was told."""

    deur = verricht(terugkoppeling_geven)
    handeling = staticmethod(terugkoppeling_geven)
    formulier = TerugkoppelingGevenFormulier
    titel = "Terugkoppelen aan de melder"
    gelukt = "De terugkoppeling is vastgelegd."

    def gegevens(self) -> dict[str, Any]:
        return super().gegevens() | {"melder": melder_van(self.toegang, self.melding)}
