"""Once a year the own organisation says that a role is still needed, or it gives nothing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from convenant.enums import Rol, Taaksoort
from convenant.handeling import Geweigerd
from convenant.identiteit import namens
from convenant.models import Dossier, Hoedanigheid, Taak
from convenant.selectors.toegang import toegang_van
from convenant.services.accounts import (
    hoedanigheid_beeindigen,
    hoedanigheid_bevestigen,
    hoedanigheid_verlenen,
)
from convenant.services.accounts_bewaken import hercertificering_bewaken
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.tasks import accounts_nalopen
from tests.cast import LANG, NU, Cast, Speler
from tests.stappen import beoordeling

type Als = Callable[[Speler], Client]
VANDAAG = NU.date()
OVER_30_DAGEN = VANDAAG + timedelta(days=30)


def tot(speler: Speler, dag: date) -> Hoedanigheid:
    """Until this day the role holds without being confirmed."""
    speler.hoedanigheid.bevestigd_tot = dag
    speler.hoedanigheid.save()
    return speler.hoedanigheid


def beheerder_bij(cast: Cast, collega: Speler) -> Speler:
    """Anja keeps the accounts of this organisation as well."""
    erbij = Hoedanigheid.objects.create(
        medewerker=cast.anja.medewerker,
        rol=Rol.ACCOUNTBEHEERDER,
        organisatie=collega.organisatie,
        van=VANDAAG,
        bevestigd_tot=LANG,
    )
    return Speler("anja", erbij)


def test_wie_niet_op_tijd_bevestigd_is_heeft_die_dag_niets_meer(cast: Cast, als: Als) -> None:
    beoordeling.dossier_in_regie(cast)
    rol = tot(cast.rik, VANDAAG)
    rik = als(cast.rik)
    werk = reverse("convenant:mijn_werk")
    assert rik.get(werk).status_code == 200
    tot(cast.rik, VANDAAG - timedelta(days=1))
    assert rik.get(werk).url == reverse("convenant:hoedanigheid_kiezen")
    toegang = cast.rik.toegang
    assert not toegang.telt_mee
    assert not Dossier.objects.voor(toegang).exists()
    assert toegang_van(rol.pk, NU) is None
    with pytest.raises(Geweigerd, match="geldt nu niet"):
        noodtoegang_nemen(toegang, nummer="2026-0001", reden="x", uren=1)
    hoedanigheid_bevestigen(cast.anja.toegang, cast.rik.hoedanigheid)
    rol.refresh_from_db()
    assert rol.bevestigd_tot == date(2027, VANDAAG.month, VANDAAG.day)
    assert rik.get(werk).status_code == 200


def test_ook_de_database_kent_hem_dan_niet(cast: Cast) -> None:
    """Whoever forgets to ask whether the role holds, and logs in with an older answer."""
    beoordeling.dossier_in_regie(cast)
    oud = cast.rik.toegang

    def gezien() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM convenant_dossier")
            aantal: int = cursor.fetchone()[0]
        return aantal

    with namens(oud):
        assert gezien() == 1
    tot(cast.rik, VANDAAG - timedelta(days=1))
    with namens(oud):
        assert gezien() == 0
        with namens(cast.paula.toegang):
            assert gezien() == 1
        assert gezien() == 0


def test_elke_organisatie_bevestigt_haar_eigen_mensen(cast: Cast) -> None:
    zorg = beheerder_bij(cast, cast.zoe)
    hoedanigheid_bevestigen(zorg.toegang, cast.zoe.hoedanigheid)
    hoedanigheid_bevestigen(cast.bram.toegang, cast.rik.hoedanigheid)
    hoedanigheid_bevestigen(cast.anja.toegang, cast.bram.hoedanigheid)
    hoedanigheid_bevestigen(cast.bram.toegang, zorg.hoedanigheid)
    for wie, van in ((cast.bram, cast.zoe), (cast.anja, cast.zoe), (zorg, cast.ron)):
        with pytest.raises(Geweigerd, match="organisatie"):
            hoedanigheid_bevestigen(wie.toegang, van.hoedanigheid)
    with pytest.raises(Geweigerd, match="eigen organisatie"):
        hoedanigheid_beeindigen(zorg.toegang, cast.ron.hoedanigheid, reden="Weg")
    hoedanigheid_beeindigen(zorg.toegang, cast.zoe.hoedanigheid, reden="Weg")
    with pytest.raises(Geweigerd, match="al beëindigd"):
        hoedanigheid_bevestigen(zorg.toegang, cast.zoe.hoedanigheid)


def test_niemand_bevestigt_zichzelf(cast: Cast) -> None:
    for wie in (cast.anja, cast.bram):
        with pytest.raises(Geweigerd, match="andere beheerder"):
            hoedanigheid_bevestigen(wie.toegang, wie.hoedanigheid)
    tweede = beheerder_bij(cast, cast.zoe)
    with pytest.raises(Geweigerd, match="andere beheerder"):
        hoedanigheid_bevestigen(tweede.toegang, cast.anja.hoedanigheid)


def test_een_nieuwe_rol_geldt_een_jaar(cast: Cast) -> None:
    schrikkeldag = date(2028, 2, 29)
    rol = hoedanigheid_verlenen(
        cast.bram.toegang,
        cast.rik.medewerker,
        rol=Rol.PARTNER,
        organisatie=cast.rik.organisatie,
        van=schrikkeldag,
    )
    assert rol.bevestigd_tot == date(2029, 2, 28)


def gewaarschuwd(rol: Hoedanigheid, *, open_: bool = True) -> set[str]:
    taken = Taak._base_manager.filter(
        object_id=rol.pk, soort=Taaksoort.HERCERTIFICERING, gereed_op__isnull=open_
    ).select_related("voor_organisatie")
    return {
        "zelf" if t.voor_hoedanigheid_id else f"{t.voor_rol}, {t.voor_organisatie.naam}"
        for t in taken
    }


def test_dertig_dagen_van_tevoren_weet_ieder_het_en_eenmaal(cast: Cast, als: Als) -> None:
    zorg = beheerder_bij(cast, cast.zoe)
    beoordeling.dossier_in_regie(cast)
    rol = tot(cast.zoe, OVER_30_DAGEN)
    assert hercertificering_bewaken(NU - timedelta(days=1)) == 0
    assert hercertificering_bewaken(NU) == 3
    assert hercertificering_bewaken(NU + timedelta(days=1)) == 0
    wie = {
        "zelf",
        "accountbeheerder, GGZ De Linde",
        "procesregisseur, Gemeente, OOV",
    }
    assert gewaarschuwd(rol) == wie
    taken = als(zorg).get(reverse("convenant:taken")).text
    assert reverse("convenant:hoedanigheid_bevestigen", args=[rol.pk]) in taken
    assert "Zoë" not in taken
    hoedanigheid_bevestigen(zorg.toegang, rol)
    assert gewaarschuwd(rol) == set()
    assert gewaarschuwd(rol, open_=False) == wie


def test_wie_geen_beheerder_heeft_komt_bij_wie_er_een_aanwijst(cast: Cast) -> None:
    assert cast.bram.hoedanigheid
    rol = tot(cast.sanne, VANDAAG)
    eindigt_toch = tot(cast.mark, OVER_30_DAGEN)
    eindigt_toch.tot = VANDAAG + timedelta(days=5)
    eindigt_toch.save()
    assert hercertificering_bewaken(NU) == 2
    assert gewaarschuwd(rol) == {"zelf", "functioneel_beheerder, Gemeente, OOV"}
    beheerder = tot(cast.anja, VANDAAG)
    hercertificering_bewaken(NU)
    assert gewaarschuwd(beheerder) == {"zelf", "functioneel_beheerder, Gemeente, OOV"}
    accounts_nalopen()


def test_bevestigen_op_de_bladzijde(cast: Cast, als: Als) -> None:
    zorg = beheerder_bij(cast, cast.zoe)
    assert cast.rik.hoedanigheid
    lijst, anja = reverse("convenant:te_bevestigen"), als(zorg)
    assert "Zoë" in anja.get(lijst).text
    assert "Rik" not in anja.get(lijst).text
    url = reverse("convenant:hoedanigheid_bevestigen", args=[cast.zoe.hoedanigheid.pk])
    assert "Zoë Linden" in anja.get(url).text
    assert anja.post(url).status_code == 303
    vreemd = reverse("convenant:hoedanigheid_bevestigen", args=[cast.rik.hoedanigheid.pk])
    assert anja.get(vreemd).status_code == 404
    medewerkers = anja.get(reverse("convenant:medewerkers")).text
    assert "Zoë" in medewerkers
    assert "Rik" not in medewerkers
    account = reverse("convenant:medewerker_inzien", args=[cast.zoe.medewerker.pk])
    assert "geldt nu" in anja.get(account).text
    rik = reverse("convenant:medewerker_inzien", args=[cast.rik.medewerker.pk])
    assert anja.get(rik).status_code == 404


def test_de_fg_ziet_wie_niet_bevestigd_is(cast: Cast, als: Als) -> None:
    tot(cast.ron, VANDAAG - timedelta(days=3))
    tekst = als(cast.frits).get(reverse("convenant:fg_bureau")).text
    assert "Ron Achterberg" in tekst
    assert "niemand op tijd bevestigde" in tekst
