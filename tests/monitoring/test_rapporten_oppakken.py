"""rapporten_oppakken: a report asked for while the broker was away is made after all."""

from datetime import date, timedelta

import pytest
import time_machine

from casusregie.config.celery import app
from monitoring import tasks
from monitoring.enums import Rapportstatus
from monitoring.models import Rapport
from monitoring.rules.rapport import blijft_liggen
from tests.cast import NU, Cast
from tests.stappen.monitoring import toezichtrapport_gevraagd


def gevraagd(cast: Cast, status: Rapportstatus = Rapportstatus.WACHT) -> Rapport:
    rapport = toezichtrapport_gevraagd(cast.leo.toegang, date(2026, 1, 1), NU.date())
    rapport.status = status
    rapport.save()
    return rapport


def test_alleen_wat_te_lang_wacht_blijft_liggen(cast: Cast) -> None:
    rapport = gevraagd(cast)
    for status in (Rapportstatus.BEZIG, Rapportstatus.KLAAR, Rapportstatus.MISLUKT):
        gevraagd(cast, status)
    assert blijft_liggen(NU + timedelta(minutes=1)) == []
    assert blijft_liggen(NU + timedelta(minutes=3)) == [rapport.pk]


def test_het_staat_in_het_rooster_en_gaat_opnieuw_in_de_rij(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    rapport = gevraagd(cast)
    rij: list[str] = []
    monkeypatch.setattr(tasks.rapport_maken, "delay", rij.append)
    with time_machine.travel(NU + timedelta(minutes=3), tick=False):
        assert tasks.rapporten_oppakken() == 1
    assert rij == [str(rapport.pk)]
    taken = {regel["task"] for regel in app.conf.beat_schedule.values()}
    assert tasks.rapporten_oppakken.name in taken
