"""The application says "u": also in the texts of the library that does the login."""

import gettext
import re
from pathlib import Path

import allauth
import pytest
from django.urls import reverse
from django.utils import translation

CATALOGUS = Path(allauth.__file__).parent / "locale/nl/LC_MESSAGES/django.mo"
JE = re.compile(r"\b(je|jou|jouw|jij|jezelf)\b", re.IGNORECASE)


def test_geen_tekst_van_het_inloggen_zegt_je() -> None:
    with CATALOGUS.open("rb") as bestand:
        woorden = gettext.GNUTranslations(bestand)._catalog  # type: ignore[attr-defined]
    with translation.override("nl"):
        over = [
            sleutel
            for sleutel in woorden
            if sleutel
            and JE.search(
                translation.ngettext(sleutel[0], sleutel[0], sleutel[1] + 1)
                if isinstance(sleutel, tuple)
                else translation.gettext(sleutel)
            )
        ]
    assert over == []


@pytest.mark.django_db
def test_een_fout_wachtwoord_zegt_u(client) -> None:
    url = reverse("account_login")
    antwoord = client.post(url, {"login": "iemand@voorbeeld.test", "password": "fout"})
    assert (
        "Het e-mailadres of het wachtwoord dat u invulde klopt niet." in antwoord.content.decode()
    )
