"""The forms of a report: by the MAP, by an accounthouder, and the filter of the list."""

from dataclasses import replace
from typing import Any

from casusregie.ui.formulieren import (
    Datum,
    Filterformulier,
    Formulier,
    Getal,
    Groep,
    Keuze,
    LangeTekst,
    Moment,
    Tekst,
    Vinkje,
)
from meldpunt.enums import Kanaal, Meldersoort, Meldingstatus, Stroom, Urgentie

ACUUT = Groep(
    "Acuut: doe dit nu",
    ("gebeld_met", "gebeld_op"),
    "Is er nu gevaar voor iemand? Bel eerst 112. Is er geen direct gevaar maar kan het niet "
    "wachten? Bel de contactpersoon van de politie. Sla daarna pas op, en leg hier vast wie u "
    "hebt gesproken.",
)
OVER_WIE = Groep(
    "Over wie gaat het",
    (
        "genoemde_voornaam",
        "genoemde_achternaam",
        "genoemde_geboortedatum",
        "genoemde_leeftijd",
        "over_wie",
    ),
    "Schrijf op wat de melder zegt. Weet de melder geen naam? Laat de velden dan leeg.",
)
OVER_WIE_VOLGENS_U = replace(
    OVER_WIE, uitleg="Schrijf op wat u weet. Weet u geen naam? Laat de velden dan leeg."
)
VERTELD = Groep("Wat is er aan de hand", ("situatieschets", "feiten", "interpretatie", "urgentie"))


class _Verhaal(Formulier):
    """What is told in every report, whoever enters it."""

    situatieschets = LangeTekst(
        label="Situatieschets",
        regels=5,
        help_text="Wat is de zorg? Beschrijf gedrag. Geloof, afkomst, een protest of een mening "
        "alleen is nooit een reden voor een melding.",
    )
    feiten = LangeTekst(
        label="Feiten",
        required=False,
        help_text="Wat is gezien of gehoord, door wie en wanneer? Alleen wat gebeurd is.",
    )
    interpretatie = LangeTekst(
        label="Wat denkt de melder dat het betekent",
        required=False,
        help_text="De uitleg van de melder, apart van de feiten.",
    )
    urgentie = Keuze(label="Hoe snel moet iemand kijken", choices=Urgentie.choices)
    gebeld_met = Tekst(label="Wie hebt u gebeld", required=False, help_text="Functie en naam.")
    gebeld_op = Moment(label="Wanneer hebt u gebeld", required=False)
    genoemde_voornaam = Tekst(label="Voornaam", max_length=100, required=False)
    genoemde_achternaam = Tekst(
        label="Achternaam", max_length=100, required=False, help_text="Met tussenvoegsel."
    )
    genoemde_geboortedatum = Datum(label="Geboortedatum", required=False)
    genoemde_leeftijd = Getal(
        label="Leeftijd, geschat",
        maximum=120,
        required=False,
        help_text="In jaren, als de geboortedatum niet bekend is.",
    )
    over_wie = LangeTekst(
        label="Wat is nog meer over de persoon gezegd",
        required=False,
        help_text="Bijvoorbeeld een bijnaam, de school of de straat.",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("gebeld_op") and not gegevens.get("gebeld_met"):
            self.add_error("gebeld_met", "Vul in wie u hebt gebeld.")
        if gegevens.get("gebeld_met") and not gegevens.get("gebeld_op"):
            self.add_error("gebeld_op", "Vul in wanneer u hebt gebeld.")
        return gegevens

    def _terugbellen_kan(self, gegevens: dict[str, Any]) -> None:
        ontbreekt = not gegevens.get("terugbelnummer") and "terugbelnummer" not in self.errors
        if gegevens.get("wil_terugkoppeling") and ontbreekt:
            self.add_error("terugbelnummer", "Vul een nummer in waarop u kunt terugkoppelen.")


class MeldingRegistrerenFormulier(_Verhaal):
    """A report as the MAP types it: on one page, and matching comes afterwards."""

    aanpasbaar = ("kanaal", "gemeld_op", "stroom")
    groepen = (
        VERTELD,
        ACUUT,
        OVER_WIE,
        Groep(
            "De melder",
            (
                "meldersoort",
                "anoniem",
                "melder_naam",
                "melder_functie",
                "terugbelnummer",
                "wil_terugkoppeling",
            ),
            "Wie de melder is, ziet alleen het Meldpunt.",
        ),
    )
    meldersoort = Keuze(label="Wat voor melder is het", choices=Meldersoort.choices, lijst=True)
    anoniem = Vinkje(label="De melder wil anoniem blijven", required=False)
    melder_naam = Tekst(label="Naam", max_length=120, required=False)
    melder_functie = Tekst(label="Functie of relatie", max_length=120, required=False)
    terugbelnummer = Tekst(label="Terugbelnummer", max_length=40, required=False)
    wil_terugkoppeling = Vinkje(label="De melder wil terugkoppeling", required=False)
    kanaal = Keuze(label="Hoe kwam de melding binnen", choices=Kanaal.choices, lijst=True)
    gemeld_op = Moment(label="Wanneer is gemeld")
    stroom = Keuze(
        label="Waar gaat de zorg over",
        choices=Stroom.choices,
        lijst=True,
        help_text="Kies bij twijfel: onduidelijk of gemengd.",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if gegevens.get("anoniem") and gegevens.get("melder_naam"):
            self.add_error(
                "melder_naam", "De melder wil anoniem blijven. Haal de naam weg of het vinkje."
            )
        self._terugbellen_kan(gegevens)
        return gegevens


class MeldingAanvullenFormulier(MeldingRegistrerenFormulier):
    """The same report, completed; the second of two people sees what the first one saved."""

    met_versie = True


class MeldingInsturenFormulier(_Verhaal):
    """A report as an accounthouder enters it: the melder is he himself."""

    groepen = (
        VERTELD,
        ACUUT,
        OVER_WIE_VOLGENS_U,
        Groep(
            "Contact met u",
            ("meldersoort", "functie", "terugbelnummer", "wil_terugkoppeling"),
            "Wie u bent, ziet alleen het Meldpunt.",
        ),
    )
    interpretatie = LangeTekst(
        label="Wat denkt u dat het betekent",
        required=False,
        help_text="Uw uitleg, apart van de feiten.",
    )
    meldersoort = Keuze(label="Vanuit welke plek meldt u", choices=Meldersoort.choices, lijst=True)
    functie = Tekst(label="Uw functie", max_length=120, required=False)
    terugbelnummer = Tekst(label="Uw telefoonnummer", max_length=40, required=False)
    wil_terugkoppeling = Vinkje(label="Ik wil terugkoppeling", required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        self._terugbellen_kan(gegevens)
        return gegevens


PERIODEKEUZES = [
    ("", "altijd"),
    ("week", "laatste week"),
    ("maand", "laatste maand"),
    ("kwartaal", "laatste drie maanden"),
    ("jaar", "laatste jaar"),
]


class MeldingFilter(Filterformulier):
    """Which reports to show; never by name."""

    status = Keuze(
        label="Status",
        choices=[("", "alle"), ("open", "nog open"), *Meldingstatus.choices],
        lijst=True,
    )
    urgentie = Keuze(label="Urgentie", choices=[("", "alle"), *Urgentie.choices], lijst=True)
    meldersoort = Keuze(label="Melder", choices=[("", "alle"), *Meldersoort.choices], lijst=True)
    stroom = Keuze(label="Stroom", choices=[("", "alle"), *Stroom.choices], lijst=True)
    periode = Keuze(label="Periode", choices=PERIODEKEUZES, lijst=True)
    terugkoppeling = Keuze(
        label="Terugkoppeling",
        choices=[("", "alle"), ("open", "nog te geven"), ("te_laat", "te laat")],
        lijst=True,
    )


class AdviesvraagFilter(Filterformulier):
    """Which questions to show and count."""

    kanaal = Keuze(label="Kanaal", choices=[("", "alle"), *Kanaal.choices], lijst=True)
    meldersoort = Keuze(label="Wie vroeg", choices=[("", "alle"), *Meldersoort.choices], lijst=True)
    periode = Keuze(label="Periode", choices=PERIODEKEUZES, lijst=True)
