from typing import Any

from casusregie.ui.formulieren import Filterformulier, Formulier, Keuze, LangeTekst, Tekst
from convenant.enums import Noodoordeel

STANDEN = (
    ("", "nog te beoordelen"),
    ("te_laat", "beoordeling te laat"),
    ("beoordeeld", "beoordeeld"),
    ("alle", "alle"),
)


class NoodtoegangFilter(Filterformulier):
    """Which noodtoegang to show."""

    stand = Keuze(label="Stand", choices=STANDEN, lijst=True)


class NoodtoegangNemenFormulier(Formulier):
    """Of which dossier, why, and for how long."""

    nummer = Tekst(
        label="Nummer van het dossier",
        max_length=12,
        help_text="Precies zoals u het kreeg, bijvoorbeeld 2026-0142. Zoeken kan hier niet.",
    )
    reden = LangeTekst(
        label="Waarom kan dit niet wachten?",
        max_length=500,
        help_text="Een collega leest dit en zegt achteraf of de noodtoegang terecht was.",
    )
    uren = Keuze(
        label="Hoe lang hebt u nodig?",
        choices=[("1", "1 uur"), ("2", "2 uur"), ("3", "3 uur")],
        initial="1",
    )

    def clean_uren(self) -> int:
        return int(self.cleaned_data["uren"])


class NoodtoegangBeeindigenFormulier(Formulier):
    """Nothing to fill in: ending asks no reason."""


class NoodtoegangBeoordelenFormulier(Formulier):
    """Whether it was right, and why."""

    oordeel = Keuze(label="Was deze noodtoegang terecht?", choices=Noodoordeel.choices)
    reden = LangeTekst(label="Waarom vindt u dat?", max_length=500)

    def clean_oordeel(self) -> Any:
        return Noodoordeel(self.cleaned_data["oordeel"])
