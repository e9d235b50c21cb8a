"""rapport_aanvragen: only the leidinggevende, over what he may read and a period that is over."""

import uuid
from datetime import date, timedelta

import pytest

from convenant.handeling import AlGedaan, Geweigerd
from convenant.models import Dossier
from monitoring.enums import Rapportstatus
from monitoring.models import Rapport
from monitoring.services.rapport import rapport_aanvragen
from tests.cast import NU, Cast
from tests.monitoring.conftest import Aanpak
from tests.stappen.monitoring import dossierrapport_gevraagd, toezichtrapport_gevraagd

JANUARI, VANDAAG = date(2026, 1, 1), NU.date()


def test_alleen_wie_het_vroeg_ziet_het_rapport(cast: Cast, aanpak: Aanpak) -> None:
    rapport = toezichtrapport_gevraagd(cast.leo.toegang, JANUARI, VANDAAG)
    assert rapport.status == Rapportstatus.WACHT
    dossierrapport_gevraagd(cast.leo.toegang, aanpak.dossier)
    assert Rapport.objects.voor(cast.leo.toegang).count() == 2
    assert not Rapport.objects.voor(cast.paula.toegang).exists()


@pytest.mark.parametrize("wie", ["paula", "rik", "cora", "frits", "bram"])
def test_anderen_vragen_geen_rapport(cast: Cast, wie: str) -> None:
    with pytest.raises(Geweigerd):
        toezichtrapport_gevraagd(getattr(cast, wie).toegang, JANUARI, VANDAAG)


@pytest.mark.parametrize(
    ("van", "tot", "reden"),
    [
        (None, VANDAAG, "eerste en een laatste dag"),
        (VANDAAG, JANUARI, "in die volgorde"),
        (JANUARI, VANDAAG + timedelta(days=1), "toekomst"),
        (date(2020, 1, 1), VANDAAG, "drie jaar"),
    ],
)
def test_een_periode_moet_kloppen(cast: Cast, van: date, tot: date, reden: str) -> None:
    with pytest.raises(Geweigerd, match=reden):
        toezichtrapport_gevraagd(cast.leo.toegang, van, tot)


def test_een_dossier_dat_er_niet_is_wordt_geweigerd(cast: Cast) -> None:
    for dossier in (None, Dossier(pk=uuid.uuid4(), nummer="2026-9999")):
        with pytest.raises(Geweigerd, match="Kies een dossier"):
            rapport_aanvragen(cast.leo.toegang, soort="dossier", doel="Gesprek", dossier=dossier)


def test_een_dubbele_klik_is_een_rapport(cast: Cast) -> None:
    leo = cast.leo.toegang.met_sleutel(uuid.uuid4())
    toezichtrapport_gevraagd(leo, JANUARI, VANDAAG)
    with pytest.raises(AlGedaan):
        toezichtrapport_gevraagd(leo, JANUARI, VANDAAG)
    assert Rapport.objects.voor(leo).count() == 1
