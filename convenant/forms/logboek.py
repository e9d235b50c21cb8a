from casusregie.ui.formulieren import Filterformulier, Keuze
from convenant.enums import Logsoort


class LogboekFilter(Filterformulier):
    """Which lines to show."""

    soort = Keuze(label="Soort", choices=[("", "alles"), *Logsoort.choices], lijst=True)
