"""Forms of leaving the aanpak, and of coming back."""

from collections.abc import Iterable
from typing import Any

from casusregie.enums import Partneradviesuitkomst, Sluituitkomst
from casusregie.rules.termijnen import termijn
from casusregie.ui.formulieren import Datum, Formulier, Groep, Keuze, LangeTekst
from convenant.models import Hoedanigheid

from .grenzen import begrens
from .kiesveld import Kiesveld, wie_in_woorden


class AfschalingVoorstellenFormulier(Formulier):
    """The regisseur's part of the nota on which the beslisser decides."""

    aanleiding = LangeTekst(label="Waarom nu?", help_text="Wat is er gebeurd sinds de instroom?")
    doel = LangeTekst(label="Wat is er bereikt?", help_text="Noem ook wat niet is gelukt.")
    proportionaliteit = LangeTekst(
        label="Waarom is de aanpak niet meer in verhouding?",
        help_text="Weeg het doel af tegen wat de aanpak voor de persoon betekent.",
    )
    subsidiariteit = LangeTekst(
        label="Wat blijft er nodig, en wie doet dat?",
        help_text="De nazorg: gewone hulp die de aanpak kan vervangen.",
    )


ADVIES_VAN_ZORG = (
    "Schrijf in algemene woorden, zonder iets over gezondheid, behandeling of gesprekken. De "
    "regisseur, de bestuursadviseur en de beslisser lezen dit zonder toestemming van de "
    "betrokkene. Kan het niet zonder? Kies dan ‘geen te delen informatie’."
)


class PartneradviesGevenFormulier(Formulier):
    """The advice of one organisation, with its reason."""

    uitkomst = Keuze(label="Advies van uw organisatie", choices=Partneradviesuitkomst.choices)
    reden = LangeTekst(
        label="Reden",
        required=False,
        help_text="Deze tekst lezen de regisseur, de andere partners en de beslisser.",
    )

    def __init__(self, *args: Any, van_zorg: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if van_zorg:
            self.fields["reden"].help_text = ADVIES_VAN_ZORG

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or self.cleaned_data
        keuze = gegevens.get("uitkomst")
        if keuze and keuze != Partneradviesuitkomst.GEEN_TE_DELEN and not gegevens.get("reden"):
            self.add_error("reden", "Vul de reden van uw advies in.")
        return gegevens


class VoorwaardeAfvinkenFormulier(Formulier):
    """Since when a condition is reached, and by what that is seen."""

    gehaald_op = Datum(label="Gehaald op")
    gehaald_toelichting = LangeTekst(label="Waaraan is dat te zien?")


class CasusSluitenFormulier(Formulier):
    """Outcome, aftercare and retention."""

    groepen = (
        Groep("Hoe het is gegaan", ("uitkomst", "sluittoelichting")),
        Groep("Daarna", ("nazorg", "nazorg_tot", "bewaren_tot")),
    )
    uitkomst = Keuze(label="Uitkomst", choices=Sluituitkomst.choices)
    sluittoelichting = LangeTekst(label="Toelichting")
    nazorg = LangeTekst(label="Nazorg", help_text="Wie let nog op, en waarop?")
    nazorg_tot = Datum(label="Nazorg tot en met", toekomst=True, required=False)
    bewaren_tot = Datum(label="Dossier bewaren tot", toekomst=True, verleden=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begrens(self, "bewaren_tot", 12 * termijn("bewaren_jaren"))
        self.fields["bewaren_tot"].help_text += " Daarna wordt het dossier vernietigd."


class CasusHeropenenFormulier(Formulier):
    """Why the case starts again, who leads it, and when to look again."""

    reden = LangeTekst(label="Waarom gaat de casus weer open?", max_length=500)
    regisseur = Kiesveld(label="Regisseur")
    waarnemer = Kiesveld(label="Waarnemer", required=False)
    herbeoordeling_op = Datum(label="Herbeoordeling op", toekomst=True, verleden=False)

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lijst = list(kandidaten)
        for naam in ("regisseur", "waarnemer"):
            self.fields[naam].bied_aan(lijst, wie_in_woorden)  # type: ignore[attr-defined]
        begrens(self, "herbeoordeling_op", termijn("herbeoordeling_uiterst_maanden"))
