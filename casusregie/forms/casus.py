"""Forms of the deeds in a running case."""

from collections.abc import Iterable
from typing import Any

from casusregie.enums import Reviewconclusie, Risicogroep
from casusregie.rules.termijnen import termijn
from casusregie.ui.formulieren import (
    Datum,
    Filterformulier,
    Formulier,
    Keuze,
    LangeTekst,
    Tekst,
)
from convenant.enums import Fase
from convenant.models import Hoedanigheid

from .grenzen import begrens
from .kiesveld import Kiesveld, wie_in_woorden

STANDEN = (
    ("te_laat", "herbeoordeling te laat"),
    ("straks", "herbeoordeling binnen 14 dagen"),
    ("informeren", "betrokkene nog informeren"),
    ("pauze", "op pauze"),
    ("pauze_loopt_af", "pauze loopt af"),
    ("plan_voorgelegd", "plan voorgelegd"),
    ("zonder_plan", "zonder vastgesteld plan"),
)
FASEN = (Fase.UITVOERING, Fase.AFSCHALING, Fase.NAZORG, Fase.GESLOTEN)


class CasusFilter(Filterformulier):
    """Which cases to show; never by name."""

    fase = Keuze(
        label="Fase",
        choices=[("", "lopend"), *((f.value, f.label) for f in FASEN), ("alles", "alle fasen")],
        lijst=True,
    )
    stand = Keuze(label="Stand", choices=[("", "alle"), *STANDEN], lijst=True)
    risicogroep = Keuze(
        label="Risicogroep", choices=[("", "alle groepen"), *Risicogroep.choices], lijst=True
    )
    regisseur = Keuze(label="Regisseur", lijst=True)

    def __init__(self, *args: Any, regisseurs: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(str(h.pk), h.medewerker.naam) for h in regisseurs]
        if keuzes:
            self.fields["regisseur"].choices = [("", "alle regisseurs"), *keuzes]  # type: ignore[attr-defined]
        else:
            del self.fields["regisseur"]


class BetrokkeneInformerenFormulier(Formulier):
    """When and how the person was told."""

    geinformeerd_op = Datum(label="Geïnformeerd op")
    wijze = LangeTekst(
        label="Hoe is de betrokkene geïnformeerd?",
        help_text="Bijvoorbeeld: in een gesprek, met een brief erbij. Noem ook wie erbij was.",
    )


class InformerenUitstellenFormulier(Formulier):
    """Why telling waits, and until when at most."""

    uitstelgrond = LangeTekst(
        label="Waarom kan het nu nog niet?",
        help_text="Noem de grond. U tekent hiervoor; bij elk nieuw uitstel opnieuw.",
    )
    uitgesteld_tot = Datum(label="Uitgesteld tot en met", toekomst=True, verleden=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begrens(self, "uitgesteld_tot", termijn("uitstel_informeren_maanden"))


class WaarschuwingPlaatsenFormulier(Formulier):
    """The minimal text that everyone who works in the case sees."""

    tekst = Tekst(
        label="Waarschuwing",
        max_length=200,
        help_text="Kort: wat moet iemand weten die op bezoek gaat? Iedereen met een taak ziet dit.",
    )
    tot = Datum(label="Geldt tot en met", toekomst=True, verleden=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begrens(self, "tot", termijn("waarschuwing_uiterst_maanden"))


class RedenFormulier(Formulier):
    """Only why."""

    reden = LangeTekst(label="Reden", max_length=2000)


class CasusPauzerenFormulier(Formulier):
    """Why the case stands still, who watches it, and until when."""

    reden = LangeTekst(label="Waarom staat de casus stil?")
    eigenaar = Kiesveld(
        label="Wie let op het einde van de pauze?",
        help_text="Deze persoon krijgt een taak voor de einddatum.",
    )
    tot = Datum(label="Pauze tot en met", toekomst=True, verleden=False)

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eigenaar"].bied_aan(kandidaten, wie_in_woorden)  # type: ignore[attr-defined]
        begrens(self, "tot", termijn("pauze_uiterst_maanden"))


class RegisseurWijzigenFormulier(Formulier):
    """Who leads the case from today, and why."""

    regisseur = Kiesveld(label="Nieuwe regisseur")
    waarnemer = Kiesveld(label="Waarnemer", required=False)
    reden = LangeTekst(label="Reden", max_length=500)

    def __init__(self, *args: Any, kandidaten: Iterable[Hoedanigheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lijst = list(kandidaten)
        for naam in ("regisseur", "waarnemer"):
            self.fields[naam].bied_aan(lijst, wie_in_woorden)  # type: ignore[attr-defined]


class RisicogroepWijzigenFormulier(Formulier):
    """Another risk group, with the reason."""

    met_versie = True
    risicogroep = Keuze(label="Risicogroep", choices=Risicogroep.choices)
    reden = LangeTekst(label="Waarom deze groep?", max_length=2000)

    def clean_risicogroep(self) -> Risicogroep:
        return Risicogroep(int(self.cleaned_data["risicogroep"]))


class HerbeoordelingVastleggenFormulier(Formulier):
    """What the review concludes, and when to look again."""

    conclusie = Keuze(label="Conclusie", choices=Reviewconclusie.choices)
    onderbouwing = LangeTekst(
        label="Onderbouwing",
        help_text="Wat is er veranderd, en waarop rust dat? Noem ook wat ertegen spreekt.",
    )
    volgende_op = Datum(label="Volgende herbeoordeling", toekomst=True, verleden=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begrens(self, "volgende_op", termijn("herbeoordeling_uiterst_maanden"))
