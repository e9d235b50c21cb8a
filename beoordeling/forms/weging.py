"""Forms of the weging: starting, filling in, closing and settling a round."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from beoordeling.enums import Advies, Weegwaarde
from beoordeling.models import Indicator, Kaderdeel
from beoordeling.services.bijdrage import Antwoorden, Gegeven
from casusregie.ui.formulieren import (
    Datum,
    Filterformulier,
    Formulier,
    Keuze,
    LangeTekst,
    MeerKeuze,
)

STANDEN = (
    ("lopend", "lopend"),
    ("invullen", "door mij in te vullen"),
    ("gesloten", "wacht op de uitkomst"),
    ("vastgesteld", "vastgesteld"),
)


class WegingFilter(Filterformulier):
    """Which rounds to show."""

    stand = Keuze(label="Stand", choices=[("", "alle"), *STANDEN], lijst=True)


class WegingStartenFormulier(Formulier):
    """Before when the weegploeg answers."""

    uiterlijk = Datum(
        label="Invullen voor of op",
        help_text="De weegploeg krijgt een taak met deze dag.",
        toekomst=True,
        verleden=False,
    )


class WegingSluitenFormulier(Formulier):
    """Why the round is closed before everyone is in."""

    reden = LangeTekst(
        label="Waarom sluit u de weging nu al?",
        help_text="Iedereen in de weging kan deze reden lezen.",
    )


class WegingVaststellenFormulier(Formulier):
    """What the weegploeg concluded together."""

    uitkomst = Keuze(label="Uitkomst", choices=Advies.choices)
    reden = LangeTekst(
        label="Waarom is dit de uitkomst?",
        help_text="Noem ook hoe een afwijkend advies is gewogen.",
    )


class BijdrageFormulier(Formulier):
    """The questions of the weging, an advice and its reason; as a draft nothing is required.

    ``delen`` is the framework: parts with their questions. With ``indienen`` everything is asked.
    """

    met_sleutel = False
    met_versie = True

    def __init__(
        self,
        *args: Any,
        delen: Iterable[Kaderdeel],
        bewijs: Sequence[tuple[str, str]] = (),
        indienen: bool = False,
        **kwargs: Any,
    ) -> None:
        self.delen = list(delen)
        super().__init__(*args, **kwargs)
        for deel in self.delen:
            for vraag in deel.indicatoren.all():
                self._vraag_toevoegen(vraag, verplicht=indienen)
        self._toevoegen(
            "advies", Keuze(label="Uw advies", choices=Advies.choices, required=indienen)
        )
        self._toevoegen(
            "reden",
            LangeTekst(
                label="Reden van uw advies",
                help_text="Na de sluiting leest iedereen in de weging deze reden. Schrijf geen "
                "informatie op die u niet mag delen.",
                required=indienen,
            ),
        )
        if bewijs:
            self._toevoegen(
                "bewijs",
                MeerKeuze(
                    label="Op welke informatie uit dit dossier rust dit?",
                    choices=bewijs,
                    required=False,
                ),
            )

    @property
    def bewijsveld(self) -> forms.BoundField | None:
        """The field for what the bijdrage rests on, where there is anything to name."""
        return self["bewijs"] if "bewijs" in self.fields else None

    def kort(self, veld: forms.BoundField) -> str:
        """A question of the weging by its code, as it stands beside the question."""
        voorvoegsel, _, code = veld.name.partition("_")
        return code if voorvoegsel == "v" else super().kort(veld)

    def antwoorden_per_vraag(self) -> Antwoorden:
        """The answers by question, as the services take them; unanswered questions are left out."""
        data = self.cleaned_data
        return {
            vraag.pk: Gegeven(data[f"v_{vraag.code}"], data.get(f"t_{vraag.code}", ""))
            for deel in self.delen
            for vraag in deel.indicatoren.all()
            if data.get(f"v_{vraag.code}")
        }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for naam, toelichting in list(data.items()):
            if naam.startswith("t_") and toelichting and not data.get(f"v_{naam[2:]}"):
                self.add_error(f"v_{naam[2:]}", "Kies ook een antwoord bij uw toelichting.")
        return data

    def delen_met_velden(
        self,
    ) -> list[tuple[Kaderdeel, list[tuple[Indicator, forms.BoundField, forms.BoundField]]]]:
        """The parts with per question the two fields, for the page."""
        return [
            (
                deel,
                [
                    (vraag, self[f"v_{vraag.code}"], self[f"t_{vraag.code}"])
                    for vraag in deel.indicatoren.all()
                ],
            )
            for deel in self.delen
        ]

    def _vraag_toevoegen(self, vraag: Indicator, *, verplicht: bool) -> None:
        keuze = Keuze(
            label=vraag.naam,
            choices=Weegwaarde.choices,
            help_text=vraag.uitleg,
            required=verplicht,
        )
        self._toevoegen(f"v_{vraag.code}", keuze)
        self._toevoegen(
            f"t_{vraag.code}",
            LangeTekst(label=f"Toelichting bij {vraag.code}", required=False, regels=1),
        )

    def _toevoegen(self, naam: str, veld: forms.Field) -> None:
        self.fields[naam] = veld
        self._veld_inrichten(naam, veld)
