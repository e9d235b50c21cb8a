"""Forms with which care shares what it knows, and the one that ends it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from casusregie.ui.formulieren import (
    Bestand,
    Datum,
    Formulier,
    Groep,
    Keuze,
    LangeTekst,
    MeerKeuze,
    Tekst,
)
from casusregie.ui.tijd import datum
from convenant.enums import Toestemmingsvraag, Toestemmingswijze
from convenant.models import Organisatie, Zorgdeling

OMVANG = (
    ("stuk", "alleen dit stuk"),
    ("alles", "alles wat onze organisatie in dit dossier vastlegt, ook later"),
)
ALLES = "alles"
ALLES_VAN_ONS = "alles wat onze organisatie in dit dossier met toestemming deelt"
ALLES_VAN_DE_ZORG = "alle toestemming aan de zorg in dit dossier"


class Delen(Formulier):
    """With whom care shares, what for, and until when at the latest."""

    ontvangers = MeerKeuze(
        label="Met welke organisatie deelt u dit?",
        help_text="U ziet alleen organisaties waarvan iemand bij dit dossier betrokken is.",
    )
    doel = Tekst(label="Waarvoor mag de ontvanger het gebruiken?", max_length=300)
    tot = Datum(label="Tot en met", toekomst=True, verleden=False)

    def __init__(
        self, *args: Any, ontvangers: Iterable[Organisatie], uiterst: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisaties = {str(o.pk): o for o in ontvangers}
        keuzes = [(pk, o.naam) for pk, o in self.organisaties.items()]
        self.fields["ontvangers"].choices = keuzes  # type: ignore[attr-defined]
        self.fields["tot"].uiterst = uiterst  # type: ignore[attr-defined]
        self.fields["tot"].help_text = f"Nooit later dan {datum(uiterst)}. Korter mag altijd."

    def clean_ontvangers(self) -> list[Organisatie]:
        return [self.organisaties[pk] for pk in self.cleaned_data["ontvangers"]]


class ToestemmingFormulier(Delen):
    """What the betrokkene agreed to, and how he said so."""

    groepen = (
        Groep("Wat deelt u", ("ontvangers", "omvang", "doel", "tot")),
        Groep(
            "Hoe gaf de betrokkene toestemming",
            ("wijze", "gegeven_op", "aanwezig", "scan"),
            "De betrokkene weet wat u deelt, met wie en waarvoor, en mag altijd nee zeggen.",
        ),
    )
    omvang = Keuze(label="Wat mag u delen?", choices=OMVANG)
    wijze = Keuze(label="Hoe gaf de betrokkene toestemming?", choices=Toestemmingswijze.choices)
    gegeven_op = Datum(label="Wanneer was dat")
    aanwezig = Tekst(
        label="Wie was erbij",
        required=False,
        help_text="Nodig bij mondelinge toestemming. Noem de functie, bijvoorbeeld: de mentor.",
    )
    scan = Bestand(
        label="Scan",
        required=False,
        soorten=("pdf",),
        help_text="Nodig bij schriftelijke toestemming. Een pdf.",
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        wijze = gegevens.get("wijze")
        if wijze == Toestemmingswijze.MONDELING and not gegevens.get("aanwezig"):
            self._nodig("aanwezig", "Vul in wie erbij was.")
        if wijze == Toestemmingswijze.SCHRIFTELIJK and not gegevens.get("scan"):
            self._nodig("scan", "Kies de scan van de toestemming.")
        return gegevens

    def _nodig(self, veld: str, zin: str) -> None:
        if veld not in self.errors:
            self.add_error(veld, zin)

    def antwoorden(self) -> dict[str, Any]:
        antwoorden = super().antwoorden()
        return antwoorden | {"alles": antwoorden.pop("omvang") == ALLES}


class ConflictFormulier(Delen):
    """What a care professional weighed before he shared without consent."""

    groepen = (
        Groep("Wat deelt u", ("ontvangers", "doel", "tot")),
        Groep(
            "Uw afweging",
            (
                "toestemming_gevraagd",
                "nadeel",
                "geen_andere_weg",
                "minste_inbreuk",
                "overlegd_met",
            ),
            "Deze vragen volgen de stappen van de KNMG. Alleen uw eigen organisatie leest ze.",
        ),
    )
    toestemming_gevraagd = Keuze(
        label="Vroeg u eerst toestemming?", choices=Toestemmingsvraag.choices
    )
    nadeel = LangeTekst(
        label="Welk ernstig nadeel voorkomt u?",
        help_text="Voor wie, hoe ernstig en hoe snel?",
    )
    geen_andere_weg = LangeTekst(label="Waarom is er geen andere weg?")
    minste_inbreuk = LangeTekst(
        label="Waarom is dit het minste dat u kunt delen?",
        help_text="Waarom juist dit stuk, en juist met deze organisaties?",
    )
    overlegd_met = Tekst(
        label="Met wie overlegde u",
        required=False,
        help_text="Bijvoorbeeld een collega of de vertrouwensarts. Alleen de functie.",
    )


class ToestemmingIntrekkenFormulier(Formulier):
    """What the betrokkene takes back, and how he said so."""

    welke = Keuze(label="Wat trekt de betrokkene in?")
    intrekwijze = Tekst(
        label="Wanneer en hoe zei de betrokkene dit?",
        max_length=300,
        help_text="Schrijf hier niets over de gezondheid van de betrokkene.",
    )

    def __init__(
        self, *args: Any, toestemmingen: Iterable[Zorgdeling], van_zorg: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.toestemmingen = {str(rij.pk): rij for rij in toestemmingen}
        self.fields["welke"].choices = [  # type: ignore[attr-defined]
            (ALLES, ALLES_VAN_ONS if van_zorg else ALLES_VAN_DE_ZORG),
            *((pk, _in_woorden(rij)) for pk, rij in self.toestemmingen.items()),
        ]

    def antwoorden(self) -> dict[str, Any]:
        return {
            "intrekwijze": self.cleaned_data["intrekwijze"],
            "toestemming": self.toestemmingen.get(self.cleaned_data["welke"]),
        }


def _in_woorden(rij: Zorgdeling) -> str:
    return f"alleen: {rij.bron.naam} aan {rij.ontvanger.naam}, tot en met {datum(rij.tot)}"
