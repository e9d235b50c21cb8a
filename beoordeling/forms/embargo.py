"""Forms for embargoes: put one on, review it, give the item free."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from beoordeling.rules.embargo import Embargokeuze
from casusregie.ui import tijd
from casusregie.ui.formulieren import (
    Datum,
    Filterformulier,
    Formulier,
    Keuze,
    LangeTekst,
    Tekst,
)
from convenant.enums import Herzieningsuitkomst
from convenant.models import Hoedanigheid
from convenant.rules.embargo import uiterste_dag

SOORTEN = (
    ("zichtbaar", "Zichtbaar: anderen zien dat er iets is en tot wanneer, niet wat"),
    ("verborgen", "Verborgen: voor anderen bestaat deze informatie niet"),
)
STANDEN = (
    ("", "lopend"),
    ("te_laat", "voorbij, nog niet vrijgegeven"),
    ("beeindigd", "beëindigd"),
    ("alle", "alle"),
)
BEWAARDER = (
    "Deze persoon weet van het embargo, krijgt een taak voor het eindigt en mag het herzien. "
    "Zo blijft het niet liggen als u er niet bent."
)


NODIG = {
    "tot": "Vul de laatste dag van het embargo in.",
    "reden": "Schrijf op waarom een embargo nodig is.",
    "bewaarder": "Kies wie het embargo bewaakt.",
}
"""What an embargo cannot do without."""
EMBARGOVELDEN = ("embargo", *(f"embargo_{naam}" for naam in NODIG))


def keuzes(mensen: Iterable[Hoedanigheid]) -> list[tuple[str, str]]:
    """The rows of a list of people, with an empty first one."""
    return [
        ("", "Maak een keuze"),
        *(
            (str(h.pk), f"{h.medewerker.naam} · {h.get_rol_display()} · {h.organisatie.naam}")
            for h in mensen
        ),
    ]


def niet_te_lang(tot: date | None, vandaag: date | None) -> date | None:
    """Refuse a last day that no embargo of today may have."""
    if tot and vandaag and tot > uiterste_dag(vandaag):
        raise ValidationError("Een embargo duurt hoogstens drie maanden.")
    return tot


class MetBewaarder(Formulier):
    """What is asked of a term: until when, and who looks after it."""

    tot = Datum(label="Laatste dag", toekomst=True, verleden=False)
    bewaarder = Keuze(label="Bewaarder", lijst=True, help_text=BEWAARDER)

    def __init__(self, *args: Any, bewaarders: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bewaarders = {str(h.pk): h for h in bewaarders}
        self.fields["bewaarder"].choices = keuzes(self.bewaarders.values())  # type: ignore[attr-defined]
        if self.vandaag is not None:
            uiterst = tijd.datum(uiterste_dag(self.vandaag))
            self.fields["tot"].help_text = f"Hoogstens drie maanden: tot en met {uiterst}."

    def clean_tot(self) -> date | None:
        return niet_te_lang(self.cleaned_data["tot"], self.vandaag)

    def clean_bewaarder(self) -> Hoedanigheid | None:
        return self.bewaarders.get(self.cleaned_data["bewaarder"])


class MetEmbargokeuze(Formulier):
    """The part of recording an item that closes it at once; folded, for mostly there is none."""

    embargo = Keuze(
        label="Embargo", choices=[("", "geen embargo"), *SOORTEN], lijst=True, required=False
    )
    embargo_tot = Datum(
        label="Laatste dag van het embargo",
        toekomst=True,
        verleden=False,
        required=False,
        help_text="Hoogstens drie maanden.",
    )
    embargo_reden = Tekst(label="Waarom een embargo?", required=False)
    embargo_bewaarder = Keuze(
        label="Bewaarder van het embargo", lijst=True, required=False, help_text=BEWAARDER
    )

    def __init__(self, *args: Any, bewaarders: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bewaarders = {str(h.pk): h for h in bewaarders}
        self.fields["embargo_bewaarder"].choices = keuzes(self.bewaarders.values())  # type: ignore[attr-defined]

    def clean_embargo_tot(self) -> date | None:
        return niet_te_lang(self.cleaned_data["embargo_tot"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        soort = gegevens.pop("embargo", "")
        delen = {naam: gegevens.pop(f"embargo_{naam}", "") for naam in NODIG}
        gegevens["embargo"] = None
        if not soort:
            return gegevens
        for naam, zin in NODIG.items():
            if not delen[naam] and f"embargo_{naam}" not in self.errors:
                self.add_error(f"embargo_{naam}", zin)
        if all(delen.values()):
            bewaarder = self.bewaarders[delen.pop("bewaarder")]
            gegevens["embargo"] = Embargokeuze(soort, bewaarder=bewaarder, **delen)
        return gegevens


class EmbargoLeggenFormulier(MetBewaarder):
    """What others still see, until when, why, and who looks after it."""

    field_order = ("soort", "tot", "reden", "bewaarder")

    soort = Keuze(label="Wat zien anderen nog?", choices=SOORTEN)
    reden = LangeTekst(
        label="Waarom is dit nodig?",
        max_length=500,
        help_text="Alleen uw organisatie en de bewaarder lezen dit.",
    )


class EmbargoHerzienFormulier(MetBewaarder):
    """Whether it is still needed; if so, until when."""

    field_order = ("uitkomst", "reden", "tot", "bewaarder")

    uitkomst = Keuze(
        label="Is het embargo nog nodig?",
        choices=[
            (Herzieningsuitkomst.VERLENGD.value, "Ja, verlengen"),
            (Herzieningsuitkomst.OPGEHEVEN.value, "Nee, opheffen"),
        ],
    )
    reden = LangeTekst(label="Waarom?", max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].required = self.fields["bewaarder"].required = False
        self.fields["tot"].label = "Nieuwe laatste dag"

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        verlengen = gegevens.get("uitkomst") == Herzieningsuitkomst.VERLENGD
        if verlengen and "tot" not in self.errors and not gegevens.get("tot"):
            self.add_error("tot", "Vul de nieuwe laatste dag in.")
        return gegevens


class InformatieVrijgevenFormulier(Formulier):
    """Nothing to fill in: the source may always give its own item free."""


class EmbargoFilter(Filterformulier):
    """Which embargoes to show."""

    stand = Keuze(label="Stand", choices=STANDEN, lijst=True)
