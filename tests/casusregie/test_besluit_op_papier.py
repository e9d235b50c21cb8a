"""A besluit on paper: its scan, and the second person who compares."""

from datetime import date, timedelta
from typing import Any

import pytest

from casusregie.enums import Besluitstatus, Besluituitkomst
from casusregie.models import Besluit, Casus
from casusregie.services.besluit import (
    besluit_afwijzen,
    besluit_bevestigen,
    besluit_op_papier_bevestigen,
    besluit_op_papier_vastleggen,
)
from convenant.handeling import Geweigerd
from tests.cast import NU, Cast, later
from tests.stappen.besluit import nota_aangeboden, scan

VANDAAG = date(2026, 11, 18)


def vastleggen(cast: Cast, **anders: Any) -> Besluit:
    return besluit_op_papier_vastleggen(
        later(cast.bas.toegang, hours=2),
        nota_aangeboden(cast),
        **{
            "uitkomst": Besluituitkomst.AANPAK,
            "genomen_door": cast.femke.hoedanigheid,
            "genomen_op": VANDAAG,
            "scan": scan(),
            **anders,
        },
    )


@pytest.mark.parametrize("wie", ["loco", "paula"])
def test_een_tweede_persoon_bevestigt_en_dan_gaat_het_in(cast: Cast, wie: str) -> None:
    besluit = vastleggen(cast)
    assert (besluit.status, besluit.op_papier) == (Besluitstatus.WACHT_OP_TWEEDE, True)
    assert besluit.scan.name.startswith("besluit/")
    assert "scan" not in besluit.scan.name
    assert not Casus.objects.voor(cast.paula.toegang).exists()
    besluit_op_papier_bevestigen(getattr(cast, wie).toegang, besluit)
    assert Casus.objects.voor(cast.paula.toegang).exists()


def test_wie_tekende_en_wie_invoerde_bevestigen_niet(cast: Cast) -> None:
    besluit = vastleggen(cast)
    with pytest.raises(Geweigerd, match="Iemand anders"):
        besluit_op_papier_bevestigen(cast.femke.toegang, besluit)
    with pytest.raises(Geweigerd, match="Uw rol"):
        besluit_op_papier_bevestigen(cast.bas.toegang, besluit)


def test_papier_wordt_niet_bevestigd_zonder_de_scan_te_zien(cast: Cast) -> None:
    with pytest.raises(Geweigerd, match="Vergelijk het eerst met de scan"):
        besluit_bevestigen(cast.loco.toegang, vastleggen(cast))


def test_een_scan_die_niet_klopt_gaat_terug(cast: Cast) -> None:
    besluit = besluit_afwijzen(cast.paula.toegang, vastleggen(cast), reden="Geen handtekening.")
    assert besluit.status == Besluitstatus.AFGEWEZEN
    assert besluit.tweede_reden == "Geen handtekening."


@pytest.mark.parametrize(
    ("anders", "reden"),
    [
        ({"scan": scan(inhoud=b"MZ dit is geen pdf")}, "geen pdf"),
        ({"genomen_op": VANDAAG + timedelta(days=1)}, "tussen de dag"),
        ({"genomen_op": VANDAAG - timedelta(days=1)}, "tussen de dag"),
        ({"uitkomst": Besluituitkomst.GEEN_ACTIE}, "wijkt af"),
        ({"uitkomst": Besluituitkomst.AFSCHALEN}, "past niet"),
    ],
)
def test_wat_niet_kan(cast: Cast, anders: dict[str, Any], reden: str) -> None:
    with pytest.raises(Geweigerd, match=reden):
        vastleggen(cast, **anders)
    assert not Besluit.objects.voor(cast.paula.toegang).exists()


def test_alleen_een_beslisser_besluit(cast: Cast) -> None:
    with pytest.raises(Geweigerd, match="beslisser was"):
        vastleggen(cast, genomen_door=cast.rik.hoedanigheid)


def test_het_moment_staat_los_van_het_vastleggen(cast: Cast) -> None:
    besluit = vastleggen(cast)
    assert besluit.genomen_op != later(cast.bas.toegang, hours=2).moment
    assert besluit.genomen_op.date() == NU.date()
