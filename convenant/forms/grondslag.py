from typing import Any

from casusregie.ui.formulieren import Datum, Formulier, LangeTekst, Tekst


class GrondslagToevoegenFormulier(Formulier):
    """Which law, under what name, from when until when."""

    naam = Tekst(label="Naam", max_length=200, help_text="Waar u deze grondslag aan herkent.")
    wet = Tekst(
        label="Wet en artikel",
        max_length=200,
        help_text="Bijvoorbeeld: Wet politiegegevens artikel 20.",
    )
    geldig_van = Datum(label="Eerste dag", toekomst=True)
    geldig_tot = Datum(
        label="Laatste dag",
        toekomst=True,
        verleden=False,
        required=False,
        help_text="Leeg: zonder einddatum.",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van, tot = gegevens.get("geldig_van"), gegevens.get("geldig_tot")
        if van and tot and tot < van:
            self.add_error("geldig_tot", "De laatste dag ligt voor de eerste dag.")
        return gegevens


class GrondslagBeeindigenFormulier(Formulier):
    """Its last day, and why."""

    geldig_tot = Datum(label="Laatste dag", toekomst=True, verleden=False)
    reden = LangeTekst(label="Waarom geldt deze grondslag daarna niet meer?", max_length=500)
