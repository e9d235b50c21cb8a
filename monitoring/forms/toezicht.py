"""Filters of the desk of the Commissie, and the forms of releasing text."""

from casusregie.enums import Risicogroep
from casusregie.ui.formulieren import Filterformulier, Formulier, Keuze, LangeTekst, Tekst
from convenant.enums import Fase, Logsoort

MET_TEKST = [("ja", "met vrijgegeven tekst")]


class Toezichtfilter(Filterformulier):
    """Which dossiers the Commissie wants to see."""

    fase = Keuze(label="Fase", choices=Fase.choices, lijst=True)
    risicogroep = Keuze(label="Risicogroep", choices=Risicogroep.choices, lijst=True)
    met_tekst = Keuze(label="Tekst", choices=MET_TEKST, lijst=True)


class Logfilter(Filterformulier):
    """Which lines of the logboek."""

    soort = Keuze(label="Soort", choices=Logsoort.choices, lijst=True)


class TekstVrijgevenFormulier(Formulier):
    """The text as the Commissie will read it."""

    onderwerp = Tekst(label="Waar gaat de tekst over?", help_text="Zonder namen.")
    tekst = LangeTekst(
        label="Tekst voor de Commissie",
        regels=10,
        help_text="Schrijf ‘de betrokkene’, ‘een familielid’ of ‘de school’. Laat namen, adressen "
        "en alles waaraan iemand te herkennen is weg.",
    )


class VrijgaveIntrekkenFormulier(Formulier):
    """Why a text is taken back."""

    reden = LangeTekst(label="Waarom trekt u de vrijgave in?", help_text="Zonder namen.")
