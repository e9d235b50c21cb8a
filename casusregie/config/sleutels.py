"""The forms of a security key, with the label that the login library left in English."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

LABEL = "Naam van de sleutel"


class SleutelToevoegen(AddWebAuthnForm):
    """Add a security key or passkey."""

    name = forms.CharField(label=LABEL, required=False, max_length=100)


class SleutelWijzigen(EditWebAuthnForm):
    """Give it another name."""

    name = forms.CharField(label=LABEL, max_length=100)
