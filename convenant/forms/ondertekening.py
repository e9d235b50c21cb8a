from casusregie.ui.formulieren import Datum, Formulier, Keuze, LangeTekst, Tekst
from convenant.forms.organisatieperiode import OrganisatieperiodeFormulier


class OndertekeningRegistrerenFormulier(OrganisatieperiodeFormulier):
    """Which organisation signed, by whom, from when until when."""

    organisatie = Keuze(label="Organisatie", lijst=True)
    ondertekenaar = Tekst(
        label="Wie tekende",
        max_length=200,
        help_text="Alleen de functie, zoals ‘bestuurder’ of ‘burgemeester’.",
    )
    van = Datum(label="Eerste dag", toekomst=True)
    tot = Datum(
        label="Laatste dag",
        toekomst=True,
        verleden=False,
        required=False,
        help_text="Leeg: tot de handtekening wordt ingetrokken.",
    )


class OndertekeningIntrekkenFormulier(Formulier):
    """Why a signature ends."""

    reden = LangeTekst(label="Waarom eindigt deze handtekening?", max_length=500)
