"""Forms of the triage: matching, the outcome, the second person, and the call back."""

from datetime import date
from typing import Any, cast

from django import forms

from casusregie.ui.formulieren import (
    Datum,
    Formulier,
    Getal,
    Groep,
    Keuze,
    LangeTekst,
    Moment,
    Tekst,
)
from meldpunt.enums import Duidinguitkomst, Kanaal, Meldersoort

NIEUW, ONBEKEND = "nieuw", "onbekend"
PERSOONSVELDEN = (
    "voornaam",
    "tussenvoegsel",
    "achternaam",
    "roepnamen",
    "geboortedatum",
    "geboortejaar",
)
NAAMVELDEN = ("voornaam", "achternaam", "roepnamen")


class _Naam(Formulier):
    """The fields by which a person is known."""

    voornaam = Tekst(label="Voornaam", max_length=100, required=False)
    tussenvoegsel = Tekst(label="Tussenvoegsel", max_length=30, required=False)
    achternaam = Tekst(label="Achternaam", max_length=100, required=False)
    roepnamen = Tekst(
        label="Andere namen",
        required=False,
        help_text="Roepnaam, bijnaam of andere spelling, met komma's ertussen.",
    )
    geboortedatum = Datum(label="Geboortedatum", required=False)
    geboortejaar = Getal(
        label="Geboortejaar, geschat",
        minimum=1900,
        maximum=2100,
        required=False,
        help_text="Alleen als de geboortedatum niet bekend is.",
    )

    def clean_geboortejaar(self) -> int | None:
        jaar = self.cleaned_data.get("geboortejaar")
        if jaar is not None and jaar > (self.vandaag or date.max).year:
            self.add_error("geboortejaar", "Dit jaar ligt in de toekomst.")
        return jaar


class MeldingKoppelenFormulier(_Naam):
    """Which known person is meant, or a new one, or nobody yet."""

    groepen = (
        Groep(
            "Alleen bij een nieuwe persoon",
            PERSOONSVELDEN,
            "Deze velden tellen alleen als u hierboven ‘nieuwe persoon’ kiest.",
        ),
    )
    keuze = Keuze(label="Over wie gaat de melding")
    zoeknaam = Tekst(required=False, widget=forms.HiddenInput)
    field_order: tuple[str, ...] = ("keuze",)

    def __init__(self, *args: Any, keuzes: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(Keuze, self.fields["keuze"]).choices = keuzes

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        naam = any(gegevens.get(veld) for veld in ("voornaam", "achternaam", "roepnamen"))
        if gegevens.get("keuze") == NIEUW and not naam:
            self.add_error(
                "voornaam", "Vul een naam in. Weet u geen naam? Kies dan ‘persoon onbekend’."
            )
        return gegevens


class MeldingHerkoppelenFormulier(MeldingKoppelenFormulier):
    """Who is meant after all, and why the first match was wrong."""

    reden = LangeTekst(label="Waarom was de koppeling verkeerd?", max_length=500, regels=3)
    field_order = ("keuze", "reden")


class ZoekFormulier(Formulier):
    """A name, a neutral number or a word; always sent by POST, so that no name stands in a URL."""

    met_sleutel = False
    vraag = Tekst(
        label="Naam of nummer",
        help_text="Een andere spelling wordt ook gevonden: Mohamed is ook Muhammad. Is er nog geen "
        "naam? Zoek dan op een woord uit de melding.",
    )


class PersoonWijzigenFormulier(_Naam):
    """What is known of a person."""

    met_versie = True
    telefoon = Tekst(label="Telefoon", max_length=40, required=False)
    adres = Tekst(label="Adres", required=False)

    def clean(self) -> dict[str, Any]:
        """Who had a name keeps one; an unknown person may stay unknown."""
        gegevens = super().clean() or {}
        had_naam = any(self.initial.get(veld) for veld in NAAMVELDEN)
        if had_naam and not any(gegevens.get(veld) for veld in NAAMVELDEN):
            self.add_error("voornaam", "De naam kan niet leeg worden. Vul de juiste naam in.")
        return gegevens


class NevenbetrokkeneToevoegenFormulier(_Naam):
    """Someone whom the dossier touches."""

    relatie = Tekst(
        label="Relatie tot de hoofdbetrokkene",
        max_length=100,
        help_text="Bijvoorbeeld moeder, broer of huisgenoot.",
    )
    telefoon = Tekst(label="Telefoon", max_length=40, required=False)
    adres = Tekst(label="Adres", required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if not any(gegevens.get(veld) for veld in NAAMVELDEN):
            self.add_error("voornaam", "Vul een naam in.")
        return gegevens


class MeldingDuidenFormulier(Formulier):
    """The coded outcome with its reason."""

    uitkomst = Keuze(label="Uitkomst", choices=Duidinguitkomst.choices)
    reden = LangeTekst(
        label="Reden", regels=4, help_text="Waarom deze uitkomst? Noem de feiten die tellen."
    )
    doorverwezen_naar = Tekst(
        label="Doorverwezen naar",
        required=False,
        help_text="Alleen bij ‘doorverwezen naar hulp’: welke organisatie, welke functie.",
    )
    gebeld_met = Tekst(
        label="Wie is gebeld",
        required=False,
        help_text="Alleen bij ‘acuut naar politie’: functie en naam.",
    )
    gebeld_op = Moment(label="Wanneer is gebeld", required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        uitkomst = gegevens.get("uitkomst")
        if uitkomst == Duidinguitkomst.DOORVERWEZEN:
            self._vereist(gegevens, "doorverwezen_naar", "Vul in naar wie u doorverwijst.")
        if uitkomst == Duidinguitkomst.ACUUT_POLITIE:
            self._vereist(gegevens, "gebeld_met", "Vul in wie bij de politie is gebeld.")
            self._vereist(gegevens, "gebeld_op", "Vul in wanneer de politie is gebeld.")
        return gegevens

    def _vereist(self, gegevens: dict[str, Any], veld: str, zin: str) -> None:
        if not gegevens.get(veld) and veld not in self.errors:
            self.add_error(veld, zin)


class DuidingBevestigenFormulier(Formulier):
    """The second person agrees, with words if he wants."""

    reden = LangeTekst(label="Toelichting", required=False)


class DuidingTerugsturenFormulier(Formulier):
    """The second person does not agree."""

    reden = LangeTekst(label="Waarom moet de duiding opnieuw?")


class TerugkoppelingGevenFormulier(Formulier):
    """What the melder was told."""

    tekst = LangeTekst(
        label="Wat hebt u de melder verteld",
        help_text="Vertel dat de melding is ontvangen en bekeken. Vertel nooit of iemand bekend "
        "is, en niets over andere personen of over een dossier.",
    )


class AdviesvraagBeantwoordenFormulier(Formulier):
    """A question and its answer, without a person."""

    kanaal = Keuze(label="Hoe kwam de vraag binnen", choices=Kanaal.choices, lijst=True)
    meldersoort = Keuze(label="Wie vroeg het", choices=Meldersoort.choices, lijst=True)
    onderwerp = Tekst(
        label="Waar ging de vraag over",
        help_text="In algemene woorden. Schrijf geen naam en niets waaraan iemand te herkennen is.",
    )
    advies = LangeTekst(
        label="Welk advies gaf u", help_text="Ook hier: geen persoon die te herkennen is."
    )
