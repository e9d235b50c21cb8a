from casusregie.ui.formulieren import Filterformulier, Formulier, Keuze, LangeTekst
from convenant.enums import Terughaaluitkomst


class TerughaalFilter(Filterformulier):
    """Which posts of the terughaallijst to show."""

    stand = Keuze(
        label="Stand",
        choices=[
            ("", "open"),
            ("te_laat", "te laat"),
            ("bevestigd", "bevestigd"),
            ("ingetrokken", "vraag ingetrokken"),
        ],
        lijst=True,
    )


class TerughalenBevestigenFormulier(Formulier):
    """What one's organisation did with what it had."""

    uitkomst = Keuze(label="Wat heeft uw organisatie gedaan?", choices=Terughaaluitkomst.choices)
    toelichting = LangeTekst(
        label="Toelichting",
        required=False,
        help_text="Moet uw organisatie het bewaren? Schrijf dan op waarom, en op welke grond.",
    )
