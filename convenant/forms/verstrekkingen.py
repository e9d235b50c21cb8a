from casusregie.ui.formulieren import Filterformulier, Keuze
from convenant.enums import Verstrekkingsoort


class VerstrekkingFilter(Filterformulier):
    """Which lines of the register to show."""

    soort = Keuze(label="Soort", choices=[("", "alles"), *Verstrekkingsoort.choices], lijst=True)
