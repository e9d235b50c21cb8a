"""The list of dossiers: every role sees its own, names only where they may be known."""

import pytest
from django.urls import reverse

from casusregie.ui import panelen
from convenant.enums import Fase
from convenant.models import Logregel
from tests.cast import Cast
from tests.convenant.test_handeling import een_dossier, geef_regie
from tests.infra.vragen import Paginavragen

DOSSIERLIJST = 6
"""Session and user, hoedanigheden, involvement, list, log, one number in the
navigation."""


@pytest.fixture
def naam_van_meldpunt(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a later room hangs on the list: a name for each dossier that it is asked about."""

    def namen(toegang, dossier_ids):
        return dict.fromkeys(dossier_ids, "A. Voorbeeld")

    monkeypatch.setattr(
        panelen, "_plekken", panelen._plekken | {"dossierlijst_naam": [(1, "t", namen)]}
    )


@pytest.mark.parametrize(
    ("wie", "ziet", "naam"),
    [
        ("paula", True, True),
        ("rik", True, True),
        ("leo", True, True),
        ("cora", True, False),
        ("frits", True, False),
        ("femke", True, False),
        ("wendy", False, False),
        ("zoe", False, False),
    ],
)
def test_naam_alleen_voor_wie_die_mag_weten(
    cast: Cast, als, naam_van_meldpunt: None, wie: str, ziet: bool, naam: bool
) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    tekst = als(getattr(cast, wie)).get(reverse("convenant:dossiers")).content.decode()
    assert (dossier.nummer in tekst) is ziet
    assert ("A. Voorbeeld" in tekst) is naam
    if not ziet:
        assert "Geen dossiers" in tekst


@pytest.mark.parametrize("wie", ["sanne", "bram"])
def test_wie_geen_dossiers_leest_heeft_deze_lijst_niet(cast: Cast, als, wie: str) -> None:
    assert als(getattr(cast, wie)).get(reverse("convenant:dossiers")).status_code == 404


def test_filter_op_fase(cast: Cast, als) -> None:
    weging, uitvoering = een_dossier(cast, Fase.WEGING), een_dossier(cast, Fase.UITVOERING)
    tekst = als(cast.paula).get(reverse("convenant:dossiers"), {"fase": "weging"}).content.decode()
    assert weging.nummer in tekst
    assert uitvoering.nummer not in tekst


def test_bladeren_toont_elk_dossier_een_keer(cast: Cast, als) -> None:
    nummers = {een_dossier(cast).nummer for _ in range(30)}
    client = als(cast.paula)
    eerste = client.get(reverse("convenant:dossiers"))
    tweede = client.get(
        reverse("convenant:dossiers") + eerste.context["bladzijde"].volgende.join(("?vanaf=", ""))
    )
    gezien = [d.nummer for a in (eerste, tweede) for d in a.context["bladzijde"]]
    assert sorted(gezien) == sorted(nummers)


@pytest.mark.parametrize("aantal", [1, 3])
def test_de_lijst_vraagt_steeds_even_veel(
    cast: Cast, als, paginavragen: Paginavragen, aantal: int
) -> None:
    for _ in range(aantal):
        een_dossier(cast)
    client = als(cast.frits)
    client.get(reverse("convenant:dossiers"))
    with paginavragen(DOSSIERLIJST):
        client.get(reverse("convenant:dossiers"))


def test_het_lezen_van_een_lijst_staat_in_het_log(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    als(cast.paula).get(reverse("convenant:dossiers"))
    regel = Logregel.objects.get(naam="dossiers")
    assert regel.dossiers == [dossier.pk]
