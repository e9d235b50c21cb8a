"""Forms for information items; what follows from role and case is one changeable line."""

from collections.abc import Iterable
from typing import Any

from beoordeling.enums import (
    Betrouwbaarheid,
    Bewijssoort,
    Geloofwaardigheid,
    Informatiesoort,
    MagVerder,
)
from beoordeling.forms.embargo import EMBARGOVELDEN, MetEmbargokeuze
from beoordeling.rules.houdbaarheid import gewoon_houdbaar_tot, gewoon_vernietigen_op
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
from convenant.enums import Categorie, Terughaalaanleiding
from convenant.models import Dossier, Organisatie
from convenant.rules.bronstuk import INTREKREDENEN
from convenant.selectors.bron import eigen_bron
from convenant.toegang import Toegang

VERTELD = (("ja", "het doel is verteld"), ("nee", "het doel is niet verteld"))
TERMIJNEN = ("betrouwbaarheid", "geloofwaardigheid", "houdbaar_tot", "vernietigen_op")
KENMERKEN = ("categorie", "bron", "bewijssoort", "mag_verder", "grondslag", "doel", *TERMIJNEN)
NIET_BEOORDEELD = ("", "niet beoordeeld")


class Kwaliteit(Formulier):
    """How good an item is and how long it counts: about information, never about a person."""

    mag_verder = Keuze(label="Verder verstrekken", choices=MagVerder.choices, lijst=True)
    betrouwbaarheid = Keuze(
        label="Betrouwbaarheid van de bron",
        choices=[NIET_BEOORDEELD, *Betrouwbaarheid.choices],
        lijst=True,
        required=False,
    )
    geloofwaardigheid = Keuze(
        label="Geloofwaardigheid van de inhoud",
        choices=[NIET_BEOORDEELD, *Geloofwaardigheid.choices],
        lijst=True,
        required=False,
    )
    houdbaar_tot = Datum(
        label="Houdbaar tot",
        help_text="Daarna vraagt de toepassing de bron of dit nog klopt.",
        toekomst=True,
        verleden=False,
        required=False,
        in_regel="houdbaar tot {}",
    )
    vernietigen_op = Datum(
        label="Vernietigen op",
        toekomst=True,
        verleden=False,
        required=False,
        in_regel="vernietigen op {}",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        tot, weg = gegevens.get("houdbaar_tot"), gegevens.get("vernietigen_op")
        if tot and weg and tot > weg:
            self.add_error("houdbaar_tot", "Dit kan niet na de dag van vernietigen liggen.")
        return gegevens


class Kenmerken(Kwaliteit):
    """The part of every item that is filled in beforehand: categorie, bron, grondslag, doel."""

    categorie = Keuze(label="Categorie", lijst=True)
    bron = Keuze(label="Bron", lijst=True)
    bewijssoort = Keuze(label="Soort bewijs", choices=Bewijssoort.choices, lijst=True)
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


class WaarnemingFormulier(MetEmbargokeuze, Kenmerken):
    """A fact or an observation, apart from what someone makes of it."""

    aanpasbaar = (*(naam for naam in KENMERKEN if naam != "bewijssoort"), *EMBARGOVELDEN)
    field_order = ("gebeurd_op", "titel", "bewijssoort", "tekst")

    gebeurd_op = Datum(label="Wanneer was het", help_text="De dag van de gebeurtenis, niet van nu.")
    titel = Tekst(label="In één zin")
    bewijssoort = Keuze(label="Wat is het", choices=Bewijssoort.choices)
    tekst = LangeTekst(label="Wat is er gezien of gehoord, en door wie")


class DocumentFormulier(MetEmbargokeuze, Kenmerken):
    """A pdf, Word document or mail with what it is."""

    aanpasbaar = (*KENMERKEN, *EMBARGOVELDEN)
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
    mag_verder = Keuze(label="Verder verstrekken", choices=MagVerder.choices, lijst=True)
    reden = Tekst(label="Waarom corrigeert u dit?")


class HerbeoordelenFormulier(Kwaliteit):
    """Whether an item still holds, how good it is, and until when it counts."""

    met_versie = True

    reden = Tekst(label="Waarom klopt dit nog?")
    field_order = ("reden", "houdbaar_tot", "vernietigen_op", "mag_verder")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ("houdbaar_tot", "vernietigen_op"):
            self.fields[naam].required = True


class IntrekkenFormulier(Formulier):
    """Why an item is taken back, whatever it says by now."""

    aanleiding = Keuze(
        label="Wat is er gebeurd?",
        choices=INTREKREDENEN,
        initial=Terughaalaanleiding.INTREKKING,
    )
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


def beginwaarden(
    toegang: Toegang, dossier: Dossier, soort: Informatiesoort = Informatiesoort.WAARNEMING
) -> dict[str, Any]:
    """Everything that need not be typed."""
    vooraf = standaard(toegang, dossier)
    return {
        "houdbaar_tot": gewoon_houdbaar_tot(toegang.vandaag, soort, Bewijssoort.WAARNEMING),
        "vernietigen_op": gewoon_vernietigen_op(toegang.vandaag, dossier.fase),
        "gebeurd_op": toegang.vandaag,
        "categorie": vooraf.categorie,
        "bron": str(eigen_bron(toegang)),
        "bewijssoort": Bewijssoort.WAARNEMING,
        "mag_verder": MagVerder.OVERLEG,
        "grondslag": vooraf.grondslag,
        "doel": vooraf.doel,
        "doel_verteld": "nee",
    }
