"""Forms of the assessment: starting, filling in one part, sending back."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from beoordeling.enums import Aanleiding, Bewijssoort, Oordeelniveau, Waarde
from beoordeling.models import Indicator
from beoordeling.services.beoordeling_invullen import Bevinding, Oordeel, Stroomkeuze
from casusregie.ui.formulieren import (
    Datum,
    Formulier,
    JaNee,
    Keuze,
    LangeTekst,
    MeerKeuze,
    Vinkje,
)
from convenant.models import Organisatie
from meldpunt.enums import Stroom

VELDEN = ("w", "o", "s", "b", "d", "c", "t")
"""Per indicator: waarde, onderbouwing, soort bewijs, bron, datum, bevestigd, tegenbewijs."""


class BeoordelingStartenFormulier(Formulier):
    """Why an assessment is made, and on which regime."""

    aanleiding = Keuze(label="Aanleiding", choices=Aanleiding.choices)
    zonder_ideologie = JaNee(
        label="Zonder het deel over ideologie?",
        help_text="Voor familieleden en minderjarigen: zij zijn geen verdachte.",
    )


class TerugsturenFormulier(Formulier):
    """What is still missing."""

    reden = LangeTekst(label="Wat moet er nog gebeuren?")


class DeelFormulier(Formulier):
    """One part: per indicator an answer and what it rests on; stroom; level and words.

    ``met_oordeel`` is false until the protective part is answered: then no level is asked.
    """

    met_versie = True

    def __init__(
        self,
        *args: Any,
        indicatoren: Iterable[Indicator],
        bronnen: Iterable[Organisatie],
        bewijs: Sequence[tuple[str, str]],
        met_oordeel: bool,
        met_stroom: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.indicatoren = list(indicatoren)
        self.met_oordeel, self.met_stroom = met_oordeel, met_stroom
        self.bewijskeuzes = bewijs
        self._bronkeuzes = [("", "Maak een keuze"), *((str(o.pk), o.naam) for o in bronnen)]
        if met_stroom:
            self._stroom_toevoegen()
        for indicator in self.indicatoren:
            self._indicator_toevoegen(indicator)
        if met_oordeel:
            self._oordeel_toevoegen()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for indicator in self.indicatoren:
            code = indicator.code
            if f"w_{code}" in data and not data[f"w_{code}"] and self._iets_bij(code, data):
                self.add_error(f"w_{code}", "Kies ook een antwoord bij wat u opschreef.")
        if self.met_oordeel:
            self._oordeel_is_heel(data)
        return data

    def bevindingen(self) -> dict[uuid.UUID, Bevinding]:
        """The answers by indicator; what has no answer is left out."""
        return {
            i.pk: self._bevinding(i.code)
            for i in self.indicatoren
            if self.cleaned_data.get(f"w_{i.code}")
        }

    def oordeel(self) -> Oordeel | None:
        """The judgement, when a level is given."""
        data = self.cleaned_data
        if not self.met_oordeel or not data.get("niveau"):
            return None
        return Oordeel(data["niveau"], data["oordeel"], data["rust_op"])

    def stroomkeuze(self) -> Stroomkeuze | None:
        """The chosen stromen with their reason, on the part about ideology."""
        if not self.met_stroom:
            return None
        return Stroomkeuze(tuple(self.cleaned_data["stromen"]), self.cleaned_data["stroomreden"])

    @property
    def letters(self) -> tuple[str, ...]:
        """The fields of an indicator; *bewijs* only where there is anything to name."""
        return (*VELDEN, "i") if self.bewijskeuzes else VELDEN

    def indicatorvelden(self) -> list[tuple[Indicator, dict[str, forms.BoundField], bool]]:
        """Per indicator its fields by letter, and whether there is anything under the answer."""
        return [
            (
                i,
                {letter: self[f"{letter}_{i.code}"] for letter in self.letters},
                any(
                    self[f"{letter}_{i.code}"].value() or self[f"{letter}_{i.code}"].errors
                    for letter in self.letters[1:]
                ),
            )
            for i in self.indicatoren
        ]

    def _iets_bij(self, code: str, data: dict[str, Any]) -> bool:
        return any(data.get(f"{letter}_{code}") for letter in ("o", "t", "s", "d", "i"))

    def _oordeel_is_heel(self, data: dict[str, Any]) -> None:
        gegeven = [naam for naam in ("niveau", "oordeel", "rust_op") if data.get(naam)]
        if not gegeven:
            return
        zinnen = {
            "niveau": "Kies ook een niveau.",
            "oordeel": "Schrijf ook uw oordeel in woorden.",
            "rust_op": "Schrijf ook op waar uw oordeel op rust.",
        }
        for naam, zin in zinnen.items():
            if naam in data and not data[naam]:
                self.add_error(naam, zin)

    def _bevinding(self, code: str) -> Bevinding:
        data = self.cleaned_data
        bron = data[f"b_{code}"]
        return Bevinding(
            data[f"w_{code}"],
            data[f"o_{code}"],
            data[f"t_{code}"],
            data[f"s_{code}"],
            uuid.UUID(bron) if bron else None,
            data[f"c_{code}"],
            data[f"d_{code}"],
            tuple(uuid.UUID(pk) for pk in data.get(f"i_{code}", ())),
        )

    def _indicator_toevoegen(self, indicator: Indicator) -> None:
        code = indicator.code
        self._toevoegen(
            f"w_{code}",
            Keuze(label=f"Antwoord bij {code}", choices=Waarde.choices, required=False),
        )
        self._toevoegen(f"o_{code}", LangeTekst(label="Onderbouwing", required=False, regels=2))
        self._toevoegen(
            f"s_{code}",
            Keuze(
                label="Soort bewijs",
                choices=[("", "Maak een keuze"), *Bewijssoort.choices],
                lijst=True,
                required=False,
            ),
        )
        self._toevoegen(
            f"b_{code}",
            Keuze(label="Bron", choices=self._bronkeuzes, lijst=True, required=False),
        )
        self._toevoegen(f"d_{code}", Datum(label="Wanneer was het", required=False))
        self._toevoegen(f"c_{code}", Vinkje(label="Bevestigd door een tweede bron", required=False))
        self._toevoegen(
            f"t_{code}",
            LangeTekst(label="Wat spreekt dit tegen?", required=False, regels=2),
        )

        if self.bewijskeuzes:
            self._toevoegen(
                f"i_{code}",
                MeerKeuze(
                    label="Welke informatie uit dit dossier?",
                    choices=self.bewijskeuzes,
                    required=False,
                ),
            )

    def _stroom_toevoegen(self) -> None:
        self._toevoegen(
            "stromen", MeerKeuze(label="Stroom", choices=Stroom.choices, required=False)
        )
        self._toevoegen(
            "stroomreden",
            LangeTekst(label="Waarom deze stroom?", required=False, regels=2),
        )

    def _oordeel_toevoegen(self) -> None:
        self._toevoegen(
            "niveau", Keuze(label="Niveau", choices=Oordeelniveau.choices, required=False)
        )
        self._toevoegen("oordeel", LangeTekst(label="Uw oordeel in woorden", required=False))
        self._toevoegen(
            "rust_op",
            LangeTekst(
                label="Waar rust dit oordeel op?",
                help_text="Noem de belangrijkste bronnen, en wat u niet weet.",
                required=False,
            ),
        )

    def _toevoegen(self, naam: str, veld: forms.Field) -> None:
        self.fields[naam] = veld
        self._veld_inrichten(naam, veld)
