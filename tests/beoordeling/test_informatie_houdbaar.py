"""Information grows old: its source looks again, or it is destroyed; nobody relies on it silently."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.enums import Bewijssoort, MagVerder
from beoordeling.models import Informatie
from beoordeling.services.informatie import (
    informatie_herbeoordelen,
    informatie_intrekken,
    waarneming_vastleggen,
)
from beoordeling.services.informatie_bewaken import informatie_bewaken
from beoordeling.services.wissing import informatie_wissen
from beoordeling.tasks import informatie_nalopen
from convenant.enums import Taaksoort, Wisgrond
from convenant.handeling import Geweigerd
from convenant.models import Taak
from tests.cast import NU, Cast, Speler
from tests.stappen import beoordeling as stap
from tests.stappen.wissing import wissen_gevraagd

type Als = Callable[[Speler], Client]
VANDAAG = NU.date()
GISTEREN = VANDAAG - timedelta(days=1)
VOLGEND_JAAR = date(2027, 11, 1)


def oud(item: Informatie, **dagen: date) -> Informatie:
    for veld, dag in dagen.items():
        setattr(item, veld, dag)
    item.save()
    return item


def taken(item: Informatie, *, open_: bool = True) -> list[Taak]:
    rijen = Taak._base_manager.filter(object_id=item.pk, gereed_op__isnull=open_)
    return list(rijen.select_related("voor_hoedanigheid__medewerker"))


def herbeoordeeld(speler: Speler, item: Informatie, **anders: object) -> Informatie:
    velden = {
        "reden": "Gisteren nog nagevraagd",
        "houdbaar_tot": VOLGEND_JAAR,
        "vernietigen_op": date(2030, 1, 1),
        "mag_verder": MagVerder.NEE,
        "betrouwbaarheid": "B",
        "geloofwaardigheid": "2",
    }
    return informatie_herbeoordelen(speler.toegang, item, **velden | anders)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("soort", "houdbaar"),
    [
        (Bewijssoort.FEIT, date(2028, 11, 18)),
        (Bewijssoort.WAARNEMING, date(2027, 11, 18)),
        (Bewijssoort.HOREN_ZEGGEN, date(2027, 5, 18)),
    ],
)
def test_wat_niemand_invult_volgt_uit_soort_en_fase(cast: Cast, soort, houdbaar: date) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = waarneming_vastleggen(
        cast.rik.toegang,
        dossier,
        gebeurd_op=VANDAAG,
        titel="Gezien op het plein",
        tekst="Stond met twee anderen",
        bewijssoort=soort,
    )
    assert item.houdbaar_tot == houdbaar
    assert item.vernietigen_op == date(2031, 11, 18)
    assert (item.mag_verder, item.betrouwbaarheid) == (MagVerder.OVERLEG, "")


def test_verouderd_staat_erbij_en_de_bron_krijgt_een_taak(cast: Cast, als: Als) -> None:
    dossier = stap.dossier_in_regie(cast)
    item = oud(stap.contact_vastgelegd(cast.rik, dossier), houdbaar_tot=GISTEREN)
    stap.contact_vastgelegd(cast.rik, dossier)
    assert informatie_bewaken(NU) == 1
    assert informatie_bewaken(NU) == 0
    informatie_nalopen()
    (taak,) = taken(item)
    assert taak.voor_hoedanigheid == cast.rik.hoedanigheid
    assert (taak.dossier_id, taak.soort) == (None, Taaksoort.VEROUDERD)
    rik = als(cast.rik)
    lijst = rik.get(reverse("beoordeling:informatie", args=[dossier.pk])).text
    assert lijst.count("verouderd, nagaan of het klopt") == 1
    url = reverse("beoordeling:informatie_inzien", args=[item.pk])
    assert url in rik.get(reverse("convenant:taken")).text
    assert "verouderd" in rik.get(url).text
    herbeoordeeld(cast.rik, item)
    assert not taken(item)
    tekst = rik.get(url).text
    assert "bron B: meestal betrouwbaar" in tekst
    assert "verouderd" not in tekst
    assert "Wat er eerst stond" not in tekst


def test_moet_weg_tot_de_bron_het_laat_wissen(cast: Cast, als: Als) -> None:
    """Withdrawn, its text still stands in the history: the task waits for who erases it."""
    dossier = stap.dossier_in_regie(cast)
    van_zorg = oud(
        stap.contact_vastgelegd(cast.zoe, dossier),
        houdbaar_tot=VOLGEND_JAAR,
        vernietigen_op=GISTEREN,
    )
    assert informatie_bewaken(NU) == 1
    (taak,) = taken(van_zorg)
    assert taak.voor_hoedanigheid == cast.zoe.hoedanigheid
    assert not Taak.objects.voor(cast.paula.toegang).filter(pk=taak.pk).exists()
    lijst = als(cast.zoe).get(reverse("beoordeling:informatie", args=[dossier.pk])).text
    assert "moet worden vernietigd" in lijst
    informatie_intrekken(cast.zoe.toegang, van_zorg, reden="De bewaartermijn is voorbij")
    assert taken(van_zorg) == [taak]
    assert informatie_bewaken(NU + timedelta(days=1)) == 0
    wissing = wissen_gevraagd(cast.zoe, van_zorg, cast.paula, Wisgrond.TERMIJN)
    informatie_wissen(cast.paula.toegang, wissing)
    assert not taken(van_zorg)
    assert taken(van_zorg, open_=False)
    assert informatie_bewaken(NU + timedelta(days=2)) == 0


def test_wat_al_was_ingetrokken_moet_op_zijn_dag_ook_weg(cast: Cast) -> None:
    item = stap.contact_vastgelegd(cast.rik, stap.dossier_in_regie(cast))
    informatie_intrekken(cast.rik.toegang, item, reden="Klopt niet")
    assert informatie_bewaken(NU) == 0
    item.refresh_from_db()
    oud(item, houdbaar_tot=GISTEREN, vernietigen_op=GISTEREN)
    assert informatie_bewaken(NU) == 1
    (taak,) = taken(item)
    assert taak.soort == Taaksoort.VERNIETIGEN


def test_alleen_de_bron_zegt_dat_het_nog_klopt(cast: Cast, als: Als) -> None:
    item = stap.contact_vastgelegd(cast.zoe, stap.dossier_in_regie(cast))
    with pytest.raises(Geweigerd, match="Alleen de bron"):
        herbeoordeeld(cast.rik, item)
    with pytest.raises(Geweigerd, match="niet voorbij"):
        herbeoordeeld(cast.zoe, item, houdbaar_tot=GISTEREN)
    url = reverse("beoordeling:informatie_herbeoordelen", args=[item.pk])
    zoe = als(cast.zoe)
    invoer = {
        "reden": "Klopt nog",
        "houdbaar_tot": "2029-01-01",
        "vernietigen_op": "2028-01-01",
        "mag_verder": "ja",
        "versie": "1",
    }
    geweigerd = zoe.post(url, invoer)
    assert geweigerd.status_code == 422
    assert "na de dag van vernietigen" in geweigerd.text
    assert zoe.post(url, invoer | {"houdbaar_tot": "2027-01-01"}).status_code == 303
    item.refresh_from_db()
    assert (item.houdbaar_tot, item.mag_verder) == (date(2027, 1, 1), MagVerder.JA)
    assert item.gecorrigeerd_op is None
