from datetime import date

from django.core.exceptions import ValidationError

from casusregie.ui.formulieren import Datum, Formulier, LangeTekst
from convenant.rules.toegangsaanvraag import LANGST, TE_LANG


class ToegangAanvragenFormulier(Formulier):
    """Why someone wants to read along, and until when."""

    doel = LangeTekst(
        label="Waarvoor hebt u deze informatie nodig?",
        max_length=500,
        help_text="Schrijf wat u ermee gaat doen. Wie beslist, leest dit.",
    )
    tot = Datum(
        label="Tot en met",
        toekomst=True,
        verleden=False,
        help_text="Hoogstens zes maanden. Daarna eindigt de toegang vanzelf.",
    )

    def clean_tot(self) -> date:
        tot: date = self.cleaned_data["tot"]
        if self.vandaag is not None and tot > self.vandaag + LANGST:
            raise ValidationError(TE_LANG)
        return tot


class ToegangsaanvraagToekennenFormulier(Formulier):
    """Nothing to fill in: what is granted is what was asked."""


class ToegangsaanvraagWeigerenFormulier(Formulier):
    """Why not."""

    reden = LangeTekst(
        label="Waarom weigert u?", max_length=500, help_text="Wie het vroeg, leest dit."
    )
