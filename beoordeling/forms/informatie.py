"""Forms for information items; what follows from role and case is one changeable line."""

from collections.abc import Iterable
from typing import Any

from beoordeling.enums import Betrouwbaarheid, Bewijssoort, Informatiesoort
from beoordeling.rules.informatie import categorieen_voor, standaard
from beoordeling.selectors.informatie import bronnen_voor, organisaties_bij
from casusregie.ui.formulieren import (
    Bestand,
    Datum,
    Filterformulier,
    Formulier,
    Keuze,
    LangeTekst,
    Tekst,
)
from convenant.enums import Categorie
from convenant.models import Dossier, Organisatie
from convenant.toegang import Toegang

VERDER = (
    ("nee", "niet verder zonder de bron te vragen"),
    ("ja", "mag verder naar de partners in dit dossier"),
)
VERTELD = (("ja", "het doel is verteld"), ("nee", "het doel is niet verteld"))
KENMERKEN = ("categorie", "bron", "bewijssoort", "mag_verder", "grondslag", "doel")


class Kenmerken(Formulier):
    """The part of every item that is filled in beforehand: categorie, bron, grondslag, doel."""

    categorie = Keuze(label="Categorie", lijst=True)
    bron = Keuze(label="Bron", lijst=True)
    bewijssoort = Keuze(label="Soort bewijs", choices=Bewijssoort.choices, lijst=True)
    mag_verder = Keuze(label="Verder verstrekken", choices=VERDER, lijst=True)
    grondslag = Tekst(label="Grondslag")
    doel = Tekst(label="Doel van de verwerking")

    def __init__(
        self,
        *args: Any,
        categorieen: Iterable[Categorie],
        bronnen: Iterable[Organisatie],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.bronnen = {str(o.pk): o for o in bronnen}
        self.fields["categorie"].choices = [(c.value, c.label) for c in categorieen]  # type: ignore[attr-defined]
        self.fields["bron"].choices = [(pk, o.naam) for pk, o in self.bronnen.items()]  # type: ignore[attr-defined]

    def clean_bron(self) -> Organisatie:
        return self.bronnen[self.cleaned_data["bron"]]

    def clean_mag_verder(self) -> bool:
        return self.cleaned_data["mag_verder"] == "ja"


class ContactFormulier(Kenmerken):
    """A contact: date, with whom, what for, and what was said."""

    aanpasbaar = (*KENMERKEN, "doel_verteld")
    field_order = ("gebeurd_op", "met_wie", "contactdoel", "tekst")

    gebeurd_op = Datum(label="Datum")
    met_wie = Tekst(label="Met wie")
    contactdoel = Tekst(label="Doel van het contact", help_text="In één zin.")
    tekst = LangeTekst(label="Wat is er besproken")
    doel_verteld = Keuze(label="Is het doel van het contact verteld?", choices=VERTELD, lijst=True)

    def clean_doel_verteld(self) -> bool:
        return self.cleaned_data["doel_verteld"] == "ja"


class WaarnemingFormulier(Kenmerken):
    """A fact or an observation, apart from what someone makes of it."""

    aanpasbaar = ("categorie", "bron", "mag_verder", "grondslag", "doel", "betrouwbaarheid")
    field_order = ("gebeurd_op", "titel", "bewijssoort", "tekst")

    gebeurd_op = Datum(label="Wanneer was het", help_text="De dag van de gebeurtenis, niet van nu.")
    titel = Tekst(label="In één zin")
    bewijssoort = Keuze(label="Wat is het", choices=Bewijssoort.choices)
    tekst = LangeTekst(label="Wat is er gezien of gehoord, en door wie")
    betrouwbaarheid = Keuze(
        label="Betrouwbaarheid van de bron",
        choices=[("", "niet van toepassing"), *Betrouwbaarheid.choices],
        lijst=True,
        required=False,
    )

    def __init__(self, *args: Any, met_betrouwbaarheid: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not met_betrouwbaarheid:
            del self.fields["betrouwbaarheid"]


class DocumentFormulier(Kenmerken):
    """A pdf, Word document or mail with what it is."""

    aanpasbaar = KENMERKEN
    field_order = ("bestand", "titel", "gebeurd_op", "tekst")

    bestand = Bestand(label="Bestand", help_text="pdf, docx, eml of msg.")
    titel = Tekst(
        label="Wat is het", help_text="Zonder namen, bijvoorbeeld: verslag van de school."
    )
    gebeurd_op = Datum(label="Datum van het document")
    tekst = LangeTekst(label="Samenvatting", required=False)


class CorrectieFormulier(Formulier):
    """The text as it should be, and why; the first text stays in the history."""

    met_versie = True

    titel = Tekst(label="In één zin")
    gebeurd_op = Datum(label="Datum")
    met_wie = Tekst(label="Met wie", required=False)
    tekst = LangeTekst(label="Tekst", required=False)
    bewijssoort = Keuze(label="Soort bewijs", choices=Bewijssoort.choices, lijst=True)
    mag_verder = Keuze(label="Verder verstrekken", choices=VERDER, lijst=True)
    reden = Tekst(label="Waarom corrigeert u dit?")

    def clean_mag_verder(self) -> bool:
        return self.cleaned_data["mag_verder"] == "ja"


class IntrekkenFormulier(Formulier):
    """Why an item is taken back, whatever it says by now."""

    reden = Tekst(
        label="Waarom trekt u dit in?",
        help_text="De reden staat in de geschiedenis. Schrijf hier niet wat er in de tekst stond.",
    )


class InformatieFilter(Filterformulier):
    """Which items to show: kind and source."""

    soort = Keuze(label="Soort", choices=[("", "alle"), *Informatiesoort.choices], lijst=True)
    bron = Keuze(label="Bron", lijst=True)

    def __init__(self, *args: Any, bronnen: Iterable[Organisatie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bron"].choices = [("", "alle"), *((str(o.pk), o.naam) for o in bronnen)]  # type: ignore[attr-defined]


def kenmerkkeuzes(toegang: Toegang, dossier: Dossier) -> dict[str, Any]:
    """The categories and sources that this asker may choose from."""
    return {
        "categorieen": categorieen_voor(toegang, dossier),
        "bronnen": bronnen_voor(toegang, organisaties_bij(toegang, dossier)),
    }


def beginwaarden(toegang: Toegang, dossier: Dossier) -> dict[str, Any]:
    """Everything that need not be typed."""
    vooraf = standaard(toegang, dossier)
    return {
        "gebeurd_op": toegang.vandaag,
        "categorie": vooraf.categorie,
        "bron": str(toegang.organisatie_id),
        "bewijssoort": Bewijssoort.WAARNEMING,
        "mag_verder": "nee",
        "grondslag": vooraf.grondslag,
        "doel": vooraf.doel,
        "doel_verteld": "nee",
    }
