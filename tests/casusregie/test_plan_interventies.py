"""Instruments of the koffer: who orders them, for whom, how long, and what comes first."""

from datetime import date, timedelta

import pytest

from casusregie.enums import Gezag, Interventiestatus
from casusregie.models import Randvoorwaarde
from casusregie.services.interventie import (
    instemming_vastleggen,
    interventie_beeindigen,
    interventie_inzetten,
    interventie_voorstellen,
    randvoorwaarden_invullen,
)
from convenant.handeling import Geweigerd
from tests.cast import NU, Cast, later
from tests.stappen.casus import (
    casus_geopend,
    instrument,
    interventie_voorbereid,
    plan_met_doel,
    plan_vastgesteld,
)

VANDAAG = NU.date()
BESLUIT = {"besluit_op": VANDAAG, "kenmerk": "NCTV-2026-0031"}


@pytest.mark.parametrize("gezag", [Gezag.BURGEMEESTER, Gezag.GEMEENTE, Gezag.OM, ""])
def test_een_maatregel_van_de_minister_legt_niemand_anders_op(cast: Cast, gezag: str) -> None:
    _, doel = plan_vastgesteld(cast, casus_geopend(cast))
    rik = cast.rik.toegang
    meldplicht = interventie_voorbereid(cast, doel, "TWBMT_MELDPLICHT")
    tot = VANDAAG + timedelta(days=60)
    with pytest.raises(Geweigerd, match="Minister"):
        interventie_inzetten(rik, meldplicht, van=VANDAAG, tot=tot, gezag=gezag, **BESLUIT)
    meldplicht = interventie_inzetten(
        rik, meldplicht, van=VANDAAG, tot=tot, gezag=Gezag.MINISTER, **BESLUIT
    )
    assert meldplicht.besluit_van_gezag == "Minister, 18 november 2026, kenmerk NCTV-2026-0031"


def test_een_besluit_van_het_gezag_heeft_datum_en_kenmerk(cast: Cast) -> None:
    _, doel = plan_vastgesteld(cast, casus_geopend(cast))
    verbod = interventie_voorbereid(cast, doel, "GEBIEDSVERBOD")
    for fout in (
        {"besluit_op": None, "kenmerk": "B-1"},
        {"besluit_op": VANDAAG, "kenmerk": " "},
        {"besluit_op": VANDAAG + timedelta(days=1), "kenmerk": "B-1"},
    ):
        with pytest.raises(Geweigerd):
            interventie_inzetten(
                cast.rik.toegang,
                verbod,
                van=VANDAAG,
                tot=VANDAAG + timedelta(days=30),
                gezag=Gezag.BURGEMEESTER,
                **fout,
            )


@pytest.mark.parametrize("tot", [None, VANDAAG - timedelta(days=1), date(2027, 2, 19)])
def test_een_maatregel_duurt_niet_langer_dan_mag(cast: Cast, tot: date | None) -> None:
    _, doel = plan_vastgesteld(cast, casus_geopend(cast))
    verbod = interventie_voorbereid(cast, doel, "GEBIEDSVERBOD")
    with pytest.raises(Geweigerd, match=r"termijn|einddatum|uiterlijk"):
        interventie_inzetten(
            cast.rik.toegang, verbod, van=VANDAAG, tot=tot, gezag=Gezag.BURGEMEESTER, **BESLUIT
        )


def test_een_tijdelijke_wet_eindigt(cast: Cast) -> None:
    _, doel = plan_vastgesteld(cast, casus_geopend(cast))
    meldplicht = interventie_voorbereid(cast, doel, "TWBMT_MELDPLICHT")
    with pytest.raises(Geweigerd, match="28 februari 2027"):
        interventie_inzetten(
            cast.rik.toegang,
            meldplicht,
            van=VANDAAG,
            tot=date(2027, 3, 1),
            gezag=Gezag.MINISTER,
            **BESLUIT,
        )
    na_de_wet = later(cast.rik.toegang, days=120)
    with pytest.raises(Geweigerd, match="geldt vandaag niet"):
        interventie_voorstellen(na_de_wet, doel, instrument=instrument("TWBMT_GEBIEDSVERBOD"))


def test_vrijwillig_vraagt_instemming_en_elke_voorwaarde_woorden(cast: Cast) -> None:
    _, doel = plan_vastgesteld(cast, casus_geopend(cast))
    rik = cast.rik.toegang
    gesprek = interventie_voorstellen(rik, doel, instrument=instrument("NORMEREND_GESPREK"))
    rijen = list(Randvoorwaarde.objects.voor(rik).filter(interventie=gesprek))
    with pytest.raises(Geweigerd, match="randvoorwaarden"):
        interventie_inzetten(rik, gesprek, van=VANDAAG)
    with pytest.raises(Geweigerd, match="Licht toe"):
        randvoorwaarden_invullen(rik, gesprek, antwoorden={rijen[0].pk: (True, "  ")})
    gesprek = randvoorwaarden_invullen(
        rik, gesprek, antwoorden={rij.pk: (True, "Ja, besproken") for rij in rijen}
    )
    with pytest.raises(Geweigerd, match="vrijwillig"):
        interventie_inzetten(rik, gesprek, van=VANDAAG)
    gesprek = instemming_vastleggen(
        rik, gesprek, instemming_op=VANDAAG, instemming_toelichting="Wil graag praten"
    )
    gesprek = interventie_inzetten(rik, gesprek, van=VANDAAG)
    assert gesprek.status == Interventiestatus.INGEZET
    assert gesprek.herzien_op == date(2027, 2, 18)
    gesprek = interventie_beeindigen(
        rik, gesprek, uitkomst=Interventiestatus.AFGEROND, eindtoelichting="Gesprek gevoerd"
    )
    with pytest.raises(Geweigerd, match="al beëindigd"):
        interventie_beeindigen(
            rik, gesprek, uitkomst=Interventiestatus.GESTOPT, eindtoelichting="Nog eens"
        )


def test_wat_niet_voor_minderjarigen_is_kan_niet_voor_een_kind(cast: Cast) -> None:
    casus = casus_geopend(cast, geboren=date(2010, 1, 1))
    _, doel = plan_met_doel(cast, casus)
    rik = cast.rik.toegang
    with pytest.raises(Geweigerd, match="minderjarig"):
        interventie_voorstellen(rik, doel, instrument=instrument("TWBMT_MELDPLICHT"))
    interventie_voorstellen(rik, doel, instrument=instrument("NORMEREND_GESPREK"))


def test_wat_geld_kost_wacht_op_een_tweede_persoon(cast: Cast) -> None:
    _, doel = plan_met_doel(cast, casus_geopend(cast))
    code = next(
        i.code
        for i in type(instrument("GEBIEDSVERBOD")).objects.filter(kosten=True, vrijwillig=True)
    )
    duur = interventie_voorbereid(cast, doel, code)
    with pytest.raises(Geweigerd, match="kost geld"):
        interventie_inzetten(cast.rik.toegang, duur, van=VANDAAG)


def test_een_andere_regisseur_komt_er_niet_bij(cast: Cast) -> None:
    _, doel = plan_met_doel(cast, casus_geopend(cast))
    with pytest.raises(Geweigerd, match="Alleen de regisseur"):
        interventie_voorstellen(
            cast.ruben.toegang, doel, instrument=instrument("NORMEREND_GESPREK")
        )
