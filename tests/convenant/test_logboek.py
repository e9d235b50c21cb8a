"""The logboek of a dossier: who saw what, without names for the Commissie."""

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.convenant.test_handeling import een_dossier, geef_regie


@pytest.mark.parametrize(
    ("wie", "status", "naam"),
    [
        ("paula", 200, True),
        ("rik", 200, True),
        ("leo", 200, True),
        ("frits", 200, True),
        ("cora", 200, False),
        ("wendy", 404, False),
        ("gemma", 404, False),
        ("femke", 404, False),
    ],
)
def test_wie_het_logboek_leest(cast: Cast, als, wie: str, status: int, naam: bool) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    als(cast.pieter).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    antwoord = als(getattr(cast, wie)).get(reverse("convenant:logboek", args=[dossier.pk]))
    assert antwoord.status_code == status
    tekst = antwoord.content.decode()
    assert ("Pieter Zand" in tekst) is naam
    assert ("dossier inzien" in tekst) is (status == 200)


def test_filter_op_soort(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    client = als(cast.paula)
    client.get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    url = reverse("convenant:logboek", args=[dossier.pk])
    tekst = client.get(url, {"soort": "handeling"}).content.decode()
    assert "betrokkenheid verlenen" in tekst
    assert "dossier inzien" not in tekst
