from casusregie.ui.formulieren import Filterformulier, Keuze
from convenant.enums import Fase


class DossierFilter(Filterformulier):
    """Which dossiers to show; never by name."""

    fase = Keuze(label="Fase", choices=[("", "alle fasen"), *Fase.choices], lijst=True)
