"""Het logboek achter rijbeveiliging: wie welke regels leest, zegt ook de database."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.db.models import Q, Value

from beoordeling.services.bevraging import bevraging_beantwoorden
from convenant.enums import Logsoort, Niveau
from convenant.identiteit import eigen_transactie, namens
from convenant.logboek import NOOD, log_schrijven, systeem_loggen
from convenant.models import Dossier, Logregel, Noodtoegang, logregel
from convenant.models.noodtoegang import TOEZIENDEN
from convenant.receivers import mag_logboek_lezen
from convenant.selectors.logboek import logboek_van_dossier
from convenant.selectors.noodtoegang import gelezen_onder
from convenant.selectors.toezicht import inzagen
from convenant.toegang import Toegang
from tests.cast import NU, Cast
from tests.orakel.vergelijken import kaal
from tests.stappen.beoordeling import bevraagd
from tests.stappen.hele_wereld import hele_wereld
from tests.stappen.wereld import Wereld

MENSEN = ("paula", "rik", "wendy", "zoe", "leo", "cora", "frits", "olga", "bram", "sanne")
NIEMAND = ("casusregie.wijd", "casusregie.rol", "casusregie.hoedanigheid", "casusregie.plaatsen")


@pytest.fixture(scope="module")
def wereld(django_db_setup: None, django_db_blocker: Any) -> Iterator[Wereld]:
    """Made once for this file, with a reading of each dossier, a list of all, and a care question."""
    with (
        django_db_blocker.unblock(),
        time_machine.travel(NU, tick=True),
        transaction.atomic(),
    ):
        wereld = hele_wereld()
        [vraag] = bevraagd(wereld.cast, wereld.casus.dossier, wereld.cast.zoe)
        bevraging_beantwoorden(wereld.cast.zoe.toegang, vraag)
        alle = list(Dossier._base_manager.order_by("nummer"))
        for dossier in alle:
            log_schrijven(
                wereld.cast.paula.toegang, Logsoort.INZAGE, "dossier_inzien", dossier_id=dossier.pk
            )
        dossiers = [d.pk for d in alle]
        log_schrijven(wereld.cast.paula.toegang, Logsoort.INZAGE, "dossiers", dossiers=dossiers)
        log_schrijven(
            wereld.cast.olga.toegang,
            Logsoort.INZAGE,
            "dossier_inzien",
            dossier_id=wereld.noodtoegang.dossier_id,
        )
        yield wereld
        transaction.set_rollback(True)


def volgens_de_bladzijden(toegang: Toegang) -> set[int]:
    """What the pages together let somebody read: his own, and through the selectors."""
    gelezen = set(Logregel.objects.filter(medewerker_id=toegang.medewerker_id).values_list("pk"))
    for dossier in Dossier.objects.voor(toegang, minstens=Niveau.PROCES):
        if mag_logboek_lezen(toegang, dossier):
            gelezen |= set(logboek_van_dossier(toegang, dossier.pk).values_list("pk"))
    if toegang.rol == "fg":
        gelezen |= set(inzagen(toegang).values_list("pk"))
    if toegang.rol in TOEZIENDEN:
        for noodtoegang in Noodtoegang._base_manager.all():
            gelezen |= set(gelezen_onder(noodtoegang).values_list("pk"))
    return {pk for (pk,) in gelezen}


@pytest.mark.parametrize("naam", MENSEN)
def test_bladzijden_en_database_zijn_het_over_elke_regel_eens(wereld: Wereld, naam: str) -> None:
    toegang = getattr(wereld.cast, naam).toegang
    verwacht = volgens_de_bladzijden(toegang)
    alles = kaal(Logregel)
    with namens(toegang):
        assert kaal(Logregel) == verwacht
    assert len(verwacht) < len(alles)
    assert verwacht or naam == "bram"


def test_wie_niemand_is_leest_niets_en_schrijft_wel(wereld: Wereld) -> None:
    voor = len(kaal(Logregel))
    with eigen_transactie(), connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"set_config('{n}', '', true)" for n in NIEMAND))
        assert kaal(Logregel) == set()
        log_schrijven(wereld.cast.bram.toegang, Logsoort.AANMELDING, "inloggen")
        systeem_loggen("account_ongebruikt", NU, wereld.cast.bram.medewerker)
        cursor.execute("SELECT set_config('casusregie.wijd', 'ja', true)")
        assert len(kaal(Logregel)) == voor + 2
        cursor.execute("SELECT count(*) FROM convenant_logregel WHERE hash = ''")
        assert cursor.fetchone() == (0,)


def test_wie_de_selector_vergeet_leest_alleen_de_eigen_regels(wereld: Wereld) -> None:
    """A hole as somebody could make it: the lines of a dossier, asked without who asks."""
    dossier_id = wereld.noodtoegang.dossier_id
    olga = wereld.cast.olga.toegang
    with namens(olga):
        gat = Logregel.objects.filter(dossier_id=dossier_id)
        assert {regel.medewerker_id for regel in gat} == {olga.medewerker_id}
    assert Logregel.objects.filter(dossier_id=dossier_id).count() > len(gat)


GATEN: dict[str, Any] = {
    "buiten_embargo": lambda *_: Q(),
    "VanZorgGevraagd": lambda _: Value(value=False),
    "ZORG_DEELT": (),
}
"""Each exception of the rule, left out."""


@pytest.mark.parametrize("gat", GATEN)
def test_een_gat_in_de_regel_wordt_gezien(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch, gat: str
) -> None:
    """The rule from which the lock is made, asked as a filter by a session that sees everything."""
    leo = wereld.cast.leo.toegang
    verwacht = volgens_de_bladzijden(leo)
    assert _volgens_de_regel(leo) == verwacht
    monkeypatch.setattr(logregel, gat, GATEN[gat])
    assert _volgens_de_regel(leo) > verwacht


def _volgens_de_regel(toegang: Toegang) -> set[int]:
    regels = Logregel.objects.filter(Logregel.zichtbaar_voor(toegang, Niveau.BESTAAN))
    return set(regels.values_list("pk", flat=True))


def test_ook_een_eigen_regel_verandert_niemand(cast: Cast) -> None:
    log_schrijven(cast.rik.toegang, Logsoort.INZAGE, "dossier_inzien")
    assert not Logregel.objects.filter(resultaat=NOOD).exists()
    for opdracht in ("UPDATE convenant_logregel SET naam = 'x'", "DELETE FROM convenant_logregel"):
        with (
            namens(cast.rik.toegang),
            connection.cursor() as cursor,
            pytest.raises(DatabaseError),
            transaction.atomic(),
        ):
            cursor.execute(opdracht)
