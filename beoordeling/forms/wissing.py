"""Forms for erasing an item: do it, refuse it, and which requests to show."""

from casusregie.ui.formulieren import Filterformulier, Formulier, Keuze, LangeTekst

STANDEN = (
    ("", "alle"),
    ("gevraagd", "wacht op een tweede persoon"),
    ("te_laat", "wacht langer dan een week"),
    ("gewist", "gewist"),
    ("maand", "gewist in de afgelopen 30 dagen"),
    ("afgewezen", "niet gewist"),
)


class InformatieWissenFormulier(Formulier):
    """Nothing to fill in: what is erased and why was said before, and that it is still that."""

    met_versie = True


class WissenAfwijzenFormulier(Formulier):
    """Why it is not erased."""

    reden = LangeTekst(
        label="Waarom wordt dit niet gewist?",
        max_length=500,
        help_text="Herhaal niet wat er stond: deze reden blijft bewaard.",
    )


class WissingFilter(Filterformulier):
    """Which requests to show."""

    stand = Keuze(label="Stand", choices=STANDEN, lijst=True)
