from collections.abc import Iterable
from datetime import date
from typing import Any

from casusregie.ui.formulieren import Datum, Formulier, Keuze, LangeTekst, Tekst
from convenant.models import Organisatie


class OndertekeningRegistrerenFormulier(Formulier):
    """Which organisation signed, by whom, from when until when."""

    organisatie = Keuze(label="Organisatie", lijst=True)
    ondertekenaar = Tekst(
        label="Wie tekende",
        max_length=200,
        help_text="Alleen de functie, zoals ‘bestuurder’ of ‘burgemeester’.",
    )
    van = Datum(label="Eerste dag", toekomst=True)
    tot = Datum(
        label="Laatste dag",
        toekomst=True,
        verleden=False,
        required=False,
        help_text="Leeg: tot de handtekening wordt ingetrokken.",
    )

    def __init__(self, *args: Any, organisaties: Iterable[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisaties = {str(o.pk): o for o in organisaties}
        keuzes = [(pk, o.naam) for pk, o in self.organisaties.items()]
        self.fields["organisatie"].choices = [("", "Maak een keuze"), *keuzes]  # type: ignore[attr-defined]

    def clean_organisatie(self) -> Organisatie:
        return self.organisaties[self.cleaned_data["organisatie"]]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        van: date | None = gegevens.get("van")
        tot: date | None = gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "De laatste dag ligt voor de eerste dag.")
        return gegevens


class OndertekeningIntrekkenFormulier(Formulier):
    """Why a signature ends."""

    reden = LangeTekst(label="Waarom eindigt deze handtekening?", max_length=500)
