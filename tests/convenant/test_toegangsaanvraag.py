"""toegang_aanvragen, toegangsaanvraag_toekennen en toegangsaanvraag_weigeren."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from convenant.enums import Fase, Relatie, Taaksoort
from convenant.handeling import Geweigerd
from convenant.models import Betrokkenheid, Dossier, Taak, Toegangsaanvraag
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.services.toegangsaanvraag import (
    toegang_aanvragen,
    toegangsaanvraag_toekennen,
    toegangsaanvraag_weigeren,
)
from tests.cast import NU, Cast, Speler
from tests.stappen.beoordeling import contact_vastgelegd, dossier_in_fase

type Als = Callable[[Speler], Client]
MAAND = NU.date() + timedelta(days=30)


def een_dossier(cast: Cast, regisseur: str = "rik") -> Dossier:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    betrokkenheid_verlenen(
        cast.paula.toegang,
        dossier,
        wie=getattr(cast, regisseur).hoedanigheid,
        relatie=Relatie.REGISSEUR,
        reden="Leidt de casus",
    )
    return dossier


def gevraagd(speler: Speler, dossier: Dossier) -> Toegangsaanvraag:
    return toegang_aanvragen(speler.toegang, dossier, doel="Overdracht", tot=MAAND)


def inzien(dossier: Dossier) -> str:
    return reverse("convenant:dossier_inzien", args=[dossier.pk])


def test_wie_alleen_het_proces_kent_leest_wie_te_bellen_en_kan_toegang_vragen(
    cast: Cast, als: Als
) -> None:
    dossier = een_dossier(cast)
    gemeente = cast.organisatie("gemeente")
    gemeente.contactpunt = "Regie, 020 555 01 00"
    gemeente.save()
    vragen = reverse("convenant:toegang_aanvragen", args=[dossier.pk])
    tekst = als(cast.piet).get(inzien(dossier)).content.decode()
    assert "Regie, 020 555 01 00" in tekst
    assert vragen in tekst
    bas = als(cast.bas).get(inzien(dossier)).content.decode()
    assert "Regie, 020 555 01 00" in bas
    assert vragen not in bas
    assert "Rik de Boer" not in bas
    assert "Regie, 020 555 01 00" not in als(cast.rik).get(inzien(dossier)).content.decode()


def test_dat_de_zorg_een_dossier_leidt_vertelt_het_contactpunt_niet(cast: Cast, als: Als) -> None:
    """Then the procesregisseur is called: that care is involved is itself medical."""
    dossier = een_dossier(cast)
    ggz = cast.organisatie("ggz")
    ggz.contactpunt = "Zorgcoördinatie, 020 555 05 00"
    ggz.save()
    rik = cast.rik.hoedanigheid
    rik.organisatie = ggz
    rik.save()
    tekst = als(cast.piet).get(inzien(dossier)).content.decode()
    assert "Zorgcoördinatie" not in tekst
    assert ggz.naam not in tekst
    assert cast.paula.organisatie.naam in tekst


@pytest.mark.parametrize("wie", ["rik", "paula"])
def test_toegekend_leest_de_vrager_mee_tot_de_dag_die_hij_vroeg(
    cast: Cast, als: Als, wie: str
) -> None:
    dossier = een_dossier(cast)
    contact_vastgelegd(cast.rik, dossier)
    client = als(cast.piet)
    antwoord = client.post(
        reverse("convenant:toegang_aanvragen", args=[dossier.pk]),
        {"doel": "Overdracht aan de wijkagent", "tot": MAAND.isoformat()},
    )
    aanvraag = Toegangsaanvraag._base_manager.get()
    pagina = reverse("convenant:toegangsaanvraag_inzien", args=[aanvraag.pk])
    assert antwoord.headers["Location"] == pagina
    assert "nog geen besluit" in client.get(reverse("convenant:mijn_werk")).content.decode()
    taak = Taak.objects.voor(cast.paula.toegang).get(soort=Taaksoort.TOEGANGSAANVRAAG)
    assert taak.object_id == aanvraag.pk
    beslisser = als(getattr(cast, wie))
    assert "Overdracht aan de wijkagent" in beslisser.get(pagina).content.decode()
    toekennen = reverse("convenant:toegangsaanvraag_toekennen", args=[aanvraag.pk])
    assert beslisser.post(toekennen).status_code == 303
    rij = Betrokkenheid._base_manager.get(hoedanigheid=cast.piet.hoedanigheid)
    assert (rij.permission.codename, rij.tot) == (Relatie.LEZER, MAAND)
    taak.refresh_from_db()
    assert taak.gereed_op is not None
    assert "toegekend" in client.get(reverse("convenant:mijn_werk")).content.decode()
    assert dossier.pk in cast.piet.op(NU + timedelta(days=30)).betrokken
    assert dossier.pk not in cast.piet.op(NU + timedelta(days=31)).betrokken
    with time_machine.travel(NU + timedelta(minutes=1)):
        assert beslisser.get(toekennen).status_code == 403


def test_geweigerd_leest_de_vrager_waarom(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    aanvraag = gevraagd(cast.piet, dossier)
    weigeren = reverse("convenant:toegangsaanvraag_weigeren", args=[aanvraag.pk])
    client = als(cast.rik)
    assert client.post(weigeren, {"reden": ""}).status_code == 422
    assert client.post(weigeren, {"reden": "Bel mij liever."}).status_code == 303
    pagina = reverse("convenant:toegangsaanvraag_inzien", args=[aanvraag.pk])
    assert "Bel mij liever." in als(cast.piet).get(pagina).content.decode()
    assert not cast.piet.toegang.betrokken
    with pytest.raises(Geweigerd, match="al beslist"):
        toegangsaanvraag_toekennen(cast.paula.toegang, aanvraag)
    gevraagd(cast.piet, dossier)


def test_langer_dan_zes_maanden_kan_niet(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    url = reverse("convenant:toegang_aanvragen", args=[dossier.pk])
    lang = (NU + timedelta(days=184)).date()
    antwoord = als(cast.piet).post(url, {"doel": "Overdracht", "tot": lang.isoformat()})
    assert antwoord.status_code == 422
    assert "hoogstens zes maanden" in antwoord.content.decode()
    with pytest.raises(Geweigerd, match="hoogstens zes maanden"):
        toegang_aanvragen(cast.piet.toegang, dossier, doel="Overdracht", tot=lang)


def test_niemand_beslist_over_zijn_eigen_verzoek(cast: Cast) -> None:
    """Also not in another role."""
    aanvraag = gevraagd(cast.piet, een_dossier(cast))
    paula = cast.paula.hoedanigheid
    paula.medewerker = cast.piet.medewerker
    paula.save()
    for daad, extra in (
        (toegangsaanvraag_toekennen, {}),
        (toegangsaanvraag_weigeren, {"reden": "Nee"}),
    ):
        with pytest.raises(Geweigerd, match="eigen verzoek"):
            daad(cast.paula.toegang, aanvraag, **extra)


def test_een_andere_regisseur_en_een_collega_zien_het_verzoek_niet(cast: Cast, als: Als) -> None:
    aanvraag = gevraagd(cast.piet, een_dossier(cast))
    een_dossier(cast, "ruben")
    pagina = reverse("convenant:toegangsaanvraag_inzien", args=[aanvraag.pk])
    for speler in (cast.ruben, cast.olga, cast.ron):
        assert als(speler).get(pagina).status_code == 404
    assert als(cast.frits).get(pagina).status_code == 200


def test_wat_niet_te_geven_is_wordt_niet_gevraagd_of_toegekend(cast: Cast) -> None:
    dossier = een_dossier(cast)
    with pytest.raises(Geweigerd, match="al bij dit dossier betrokken"):
        gevraagd(cast.rik, dossier)
    aanvraag = gevraagd(cast.piet, dossier)
    with pytest.raises(Geweigerd, match="al gevraagd"):
        gevraagd(cast.piet, dossier)
    with pytest.raises(Geweigerd, match="leest u niet meer"):
        gevraagd(cast.olga, dossier_in_fase(cast, Fase.WEGING))
    with pytest.raises(Geweigerd, match="al voorbij"):
        toegangsaanvraag_toekennen(cast.paula.op(NU + timedelta(days=31)), aanvraag)


def test_een_dossier_dat_men_niet_kent_bestaat_ook_voor_een_verzoek_niet(
    cast: Cast, als: Als
) -> None:
    dossier = een_dossier(cast)
    url = reverse("convenant:toegang_aanvragen", args=[dossier.pk])
    for speler in (cast.ron, cast.ruben, cast.samira):
        assert als(speler).get(url).status_code == 404


def test_wie_in_nood_leest_kan_meteen_gewone_toegang_vragen(cast: Cast, als: Als) -> None:
    dossier = een_dossier(cast)
    noodtoegang_nemen(cast.ron.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    client = als(cast.ron)
    url = reverse("convenant:toegang_aanvragen", args=[dossier.pk])
    assert url in client.get(inzien(dossier)).content.decode()
    assert (
        client.post(url, {"doel": "Ik ga begeleiden", "tot": MAAND.isoformat()}).status_code == 303
    )
    assert Toegangsaanvraag._base_manager.get().hoedanigheid == cast.ron.hoedanigheid
