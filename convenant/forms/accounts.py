from django import forms

from casusregie.ui.formulieren import Datum, Filterformulier, Formulier, Keuze, LangeTekst, Tekst
from convenant.enums import Rol
from convenant.forms.organisatieperiode import OrganisatieperiodeFormulier


class MedewerkerFilter(Filterformulier):
    """Which accounts to show."""

    stand = Keuze(label="Stand", choices=[("", "actief"), ("alle", "ook gesloten")], lijst=True)


class MedewerkerToevoegenFormulier(Formulier):
    """Who gets an account."""

    naam = Tekst(label="Naam", max_length=120)
    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Het adres van het werk. Geen groepsadres: elk account hoort bij één mens.",
        error_messages={"invalid": "Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."},
    )
    telefoon = Tekst(label="Telefoon", max_length=40, required=False)


class MedewerkerSluitenFormulier(Formulier):
    """Why an account is closed."""

    reden = LangeTekst(label="Waarom sluit u dit account?", max_length=500)


class MedewerkerHeropenenFormulier(Formulier):
    """Why an account opens again."""

    reden = LangeTekst(label="Waarom opent u dit account weer?", max_length=500)


class HoedanigheidVerlenenFormulier(OrganisatieperiodeFormulier):
    """Which role, for which organisation, from when until when."""

    rol = Keuze(label="Rol", choices=Rol.choices, lijst=True)
    organisatie = Keuze(label="Organisatie", lijst=True)
    van = Datum(label="Eerste dag", toekomst=True, verleden=False)
    tot = Datum(
        label="Laatste dag",
        toekomst=True,
        verleden=False,
        required=False,
        help_text="Leeg: tot u de rol beëindigt.",
    )

    def clean_rol(self) -> Rol:
        return Rol(self.cleaned_data["rol"])


class HoedanigheidBeeindigenFormulier(Formulier):
    """Why a role ends."""

    reden = LangeTekst(label="Waarom eindigt deze rol?", max_length=500)
