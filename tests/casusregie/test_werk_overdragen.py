"""Werk overdragen: all that a leaver does goes to others at once, or nothing of it does."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from casusregie.models import Casus
from casusregie.selectors.overdracht import opvolgers, over_te_dragen
from casusregie.services.overdracht import NietOverdraagbaar, werk_overdragen
from convenant.enums import Logsoort, Relatie, Taaksoort
from convenant.handeling import Geweigerd
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid, Logregel, Medewerker, Taak
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.taken import taak_toevoegen, taak_zetten
from tests.cast import LANG, NU, Cast, Speler
from tests.stappen.casus import casus_geopend, partner_betrokken, tijdens

type Als = Callable[[Speler], Client]
MORGEN = NU + timedelta(days=1)
GAAT_WEG = "Gaat met pensioen"


def url(wie: Speler) -> str:
    return reverse("casusregie:werk_overdragen", args=[wie.hoedanigheid.pk])


def collega(van: Speler) -> Speler:
    """Someone else of the same role and organisation."""
    hoedanigheid = Hoedanigheid.objects.create(
        medewerker=Medewerker.objects.create_user("nel@voorbeeld.test", None, naam="Nel Nieuw"),
        rol=van.hoedanigheid.rol,
        organisatie=van.organisatie,
        van=date(2020, 1, 1),
        bevestigd_tot=LANG,
    )
    return Speler("nel", hoedanigheid)


def open_taken(cast: Cast, wie: Speler, casus: Casus) -> int:
    taken = Taak.objects.voor(cast.paula.toegang)
    van_wie = taken.filter(voor_hoedanigheid=wie.hoedanigheid, dossier_id=casus.dossier_id)
    return van_wie.filter(gereed_op__isnull=True).count()


def lopend(cast: Cast, wie: Speler) -> set[tuple[str, object]]:
    rijen = Betrokkenheid.objects.voor(cast.paula.toegang).filter(
        Betrokkenheid.lopend_op(NU.date()), hoedanigheid=wie.hoedanigheid
    )
    return set(rijen.values_list("permission__codename", "content_object_id"))


def test_alles_gaat_mee_en_wie_weggaat_leest_niets_meer(cast: Cast) -> None:
    naar_wendy, naar_ruben = casus_geopend(cast), casus_geopend(cast)
    a, b = naar_wendy.dossier_id, naar_ruben.dossier_id
    keuzes = {a: cast.wendy.hoedanigheid, b: cast.ruben.hoedanigheid}
    assert Dossier.objects.voor(cast.rik.op(MORGEN)).count() == 2
    with pytest.raises(Geweigerd, match="Uw rol"):
        werk_overdragen(cast.wendy.toegang, cast.rik.hoedanigheid, keuzes=keuzes, reden=GAAT_WEG)
    with pytest.raises(Geweigerd, match="eigen werk"):
        werk_overdragen(cast.paula.toegang, cast.paula.hoedanigheid, keuzes={}, reden=GAAT_WEG)
    werk_overdragen(cast.paula.toegang, cast.rik.hoedanigheid, keuzes=keuzes, reden=GAAT_WEG)

    assert lopend(cast, cast.wendy) == {(Relatie.REGISSEUR, a), (Relatie.WAARNEMER, b)}
    assert lopend(cast, cast.ruben) == {(Relatie.REGISSEUR, b)}
    assert open_taken(cast, cast.wendy, naar_wendy) == open_taken(cast, cast.ruben, naar_ruben) == 4
    assert not Dossier.objects.voor(cast.rik.op(MORGEN)).exists()
    assert not Taak.objects.voor(cast.rik.op(MORGEN)).exists()
    gedaan = Logregel.objects.filter(soort=Logsoort.HANDELING)
    assert gedaan.filter(naam="werk_overdragen").count() == 1
    assert set(gedaan.filter(naam="regisseur_wijzigen").values_list("dossier_id", flat=True)) == {
        a,
        b,
    }
    nieuw = Betrokkenheid.objects.voor(cast.paula.toegang).get(hoedanigheid=cast.ruben.hoedanigheid)
    assert (nieuw.reden, nieuw.verleend_door) == (GAAT_WEG, cast.paula.hoedanigheid)
    with pytest.raises(Geweigerd, match="niets"):
        werk_overdragen(cast.paula.toegang, cast.rik.hoedanigheid, keuzes={}, reden=GAAT_WEG)


def test_kan_een_dossier_niet_dan_gaat_er_niets(cast: Cast) -> None:
    """Wendy deputises in both; in one the successor already leads, the other would be fine."""
    van_rik, van_ruben = casus_geopend(cast), casus_geopend(cast, regisseur="ruben")
    naar_rik = dict.fromkeys((van_rik.dossier_id, van_ruben.dossier_id), cast.rik.hoedanigheid)
    voor = lopend(cast, cast.wendy)
    with pytest.raises(NietOverdraagbaar) as weigering:
        werk_overdragen(
            cast.paula.toegang, cast.wendy.hoedanigheid, keuzes=naar_rik, reden=GAAT_WEG
        )
    assert set(weigering.value.redenen) == {van_rik.dossier_id}
    assert "al regisseur" in weigering.value.redenen[van_rik.dossier_id]
    assert lopend(cast, cast.wendy) == voor
    assert lopend(cast, cast.rik) == {(Relatie.REGISSEUR, van_rik.dossier_id)}
    regels = Logregel.objects.filter(naam="werk_overdragen")
    assert [regel.soort for regel in regels] == [Logsoort.WEIGERING]


def test_een_partner_wordt_opgevolgd_binnen_zijn_organisatie(cast: Cast) -> None:
    """Also in care; the period and the tasks go along, and work left without involvement too."""
    casus, alleen_werk = casus_geopend(cast), casus_geopend(cast)
    paula, tot = cast.paula.toegang, NU.date() + timedelta(days=30)
    betrokkenheid_verlenen(
        paula,
        casus.dossier,
        wie=cast.zoe.hoedanigheid,
        relatie=Relatie.PARTNER,
        reden="Behandelt",
        tot=tot,
    )
    for stuk in (casus, alleen_werk):
        taak_toevoegen(paula, stuk.dossier, titel="Bel", uiterlijk=tot, voor=cast.zoe.hoedanigheid)
    advies = {"soort": Taaksoort.ADVIES, "titel": "Advies geven", "dossier": casus.dossier}
    with tijdens(paula, "afschaling_voorstellen"):
        taak_zetten(paula, **advies, uiterlijk=tot, voor=cast.zoe.hoedanigheid)
    assert cast.ron.hoedanigheid
    assert not opvolgers(paula, cast.zoe.hoedanigheid)
    nel = collega(cast.zoe)
    assert list(opvolgers(paula, cast.zoe.hoedanigheid)) == [nel.hoedanigheid]
    werk = over_te_dragen(paula, cast.zoe.hoedanigheid)
    assert [(deel.dossier, len(deel.betrokken), deel.taken) for deel in werk] == [
        (casus.dossier, 1, 2),
        (alleen_werk.dossier, 0, 1),
    ]
    keuzes = {deel.dossier.pk: cast.ron.hoedanigheid for deel in werk}
    with pytest.raises(NietOverdraagbaar):
        werk_overdragen(paula, cast.zoe.hoedanigheid, keuzes=keuzes, reden=GAAT_WEG)
    keuzes = dict.fromkeys(keuzes, nel.hoedanigheid)
    werk_overdragen(paula, cast.zoe.hoedanigheid, keuzes=keuzes, reden=GAAT_WEG)
    nieuw = Betrokkenheid.objects.voor(paula).get(hoedanigheid=nel.hoedanigheid)
    assert (nieuw.content_object_id, nieuw.tot) == (casus.dossier_id, tot)
    assert (open_taken(cast, nel, casus), open_taken(cast, nel, alleen_werk)) == (2, 1)
    assert not cast.zoe.op(MORGEN).betrokken


def test_een_bladzijde_met_een_keuze_voor_alles(cast: Cast, als: Als) -> None:
    een, twee = casus_geopend(cast), casus_geopend(cast, waarnemer="ruben")
    cast.rik.hoedanigheid.bevestigd_tot = NU.date() - timedelta(days=1)
    cast.rik.hoedanigheid.save()
    paula = als(cast.paula)
    assert (
        url(cast.rik)
        in paula.get(
            reverse("convenant:wat_kan_deze_medewerker_zien", args=[cast.rik.hoedanigheid.pk])
        ).text
    )
    antwoord = paula.get(url(cast.rik))
    assert een.dossier.nummer in antwoord.text
    assert "Voorbeeld" not in antwoord.text
    assert "draagt de eigen organisatie zelf over" in antwoord.text
    form = antwoord.context["form"]
    velden = {f"dossier_{c.dossier_id}": c for c in (een, twee)}
    assert [form[naam].value() for naam in velden] == [
        str(cast.wendy.hoedanigheid.pk),
        str(cast.ruben.hoedanigheid.pk),
    ]
    leeg = dict.fromkeys(velden, "") | {"reden": GAAT_WEG}
    antwoord = paula.post(url(cast.rik), leeg)
    assert antwoord.status_code == 422
    assert set(antwoord.context["form"].errors) == set(velden)
    antwoord = paula.post(url(cast.rik), leeg | {"voor_alles": str(cast.wendy.hoedanigheid.pk)})
    assert antwoord.status_code == 303
    leidt = {(Relatie.REGISSEUR, c.dossier_id) for c in (een, twee)}
    assert leidt <= lopend(cast, cast.wendy)


def test_de_reden_staat_naast_het_dossier_dat_niet_kan(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    naam = f"dossier_{casus.dossier_id}"
    antwoord = als(cast.paula).post(
        url(cast.wendy), {naam: str(cast.rik.hoedanigheid.pk), "reden": GAAT_WEG}
    )
    assert antwoord.status_code == 422
    assert "al regisseur" in str(antwoord.context["form"].errors[naam])


def test_waar_de_zorg_werkt_leert_niemand_hier(cast: Cast, als: Als) -> None:
    """The rows are those of the access rule of who asks: a manager may know of the one, not of
    the other. And only the procesregisseur has this page."""
    casus = casus_geopend(cast)
    for partner in (cast.zoe, cast.ron):
        partner_betrokken(cast, casus, partner)
    leo = cast.leo.toegang
    assert [deel.dossier for deel in over_te_dragen(leo, cast.ron.hoedanigheid)] == [casus.dossier]
    assert over_te_dragen(leo, cast.zoe.hoedanigheid) == []
    for lezer in (cast.leo, cast.frits, cast.rik):
        assert als(lezer).get(url(cast.zoe)).status_code == 404
