from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from casusregie.ui.formulieren import Datum, Filterformulier, Formulier, Keuze
from convenant.handeling import Geweigerd
from convenant.models import Hoedanigheid
from convenant.rules.vervanging import periode_kan

from .keuzes import gekozen_hoedanigheid, hoedanigheidskeuzes

STANDEN = (("", "nu en straks"), ("mijn", "van mij"), ("alle", "alle"))


class VervangingFilter(Filterformulier):
    """Which vervangingen to show."""

    stand = Keuze(label="Stand", choices=STANDEN, lijst=True)


class VervangingRegelenFormulier(Formulier):
    """Who takes the place, from when until when."""

    vervanger = Keuze(
        label="Wie vervangt?",
        lijst=True,
        help_text="Een collega met dezelfde rol bij dezelfde organisatie.",
    )
    van = Datum(label="Eerste dag", toekomst=True, verleden=False)
    tot = Datum(
        label="Laatste dag",
        toekomst=True,
        verleden=False,
        help_text="Hoogstens zes weken. Daarna eindigt de vervanging vanzelf.",
    )

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kandidaten = list(kandidaten)
        self.fields["vervanger"].choices = hoedanigheidskeuzes(self.kandidaten)  # type: ignore[attr-defined]

    def clean_vervanger(self) -> Hoedanigheid:
        return gekozen_hoedanigheid(self.kandidaten, self.cleaned_data["vervanger"])

    def clean_tot(self) -> date:
        tot: date = self.cleaned_data["tot"]
        van = self.cleaned_data.get("van")
        if van is not None and self.vandaag is not None:
            try:
                periode_kan(self.vandaag, van, tot)
            except Geweigerd as weigering:
                raise ValidationError(weigering.reden) from None
        return tot


class VervangingBeeindigenFormulier(Formulier):
    """Nothing to fill in: ending asks no reason."""
