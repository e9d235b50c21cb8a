"""Involvement: given and ended on pages, seen with its reason, never twice at once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from convenant.enums import Niveau, Relatie
from convenant.handeling import Geweigerd
from convenant.models import Betrokkenheid, Dossier, Taak
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from convenant.services.taken import taak_toevoegen
from monitoring.rapportage.dossier_kern import betrokkenenblok
from tests.cast import NU, Cast
from tests.convenant.test_handeling import een_dossier, geef_regie


def een_casus(cast: Cast) -> Dossier:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    return dossier


def formulier(cast: Cast, **anders: str) -> dict[str, str]:
    return {
        "wie": str(cast.ron.hoedanigheid.pk),
        "relatie": Relatie.PARTNER.value,
        "reden": "Voert het toezicht uit",
    } | anders


def test_de_regisseur_betrekt_een_partner_en_die_kan_dan_lezen(cast: Cast, als) -> None:
    dossier = een_casus(cast)
    overzicht = reverse("convenant:dossier_inzien", args=[dossier.pk])
    assert als(cast.ron).get(overzicht).status_code == 404
    url = reverse("convenant:betrokkenheid_verlenen", args=[dossier.pk])
    assert als(cast.rik).post(url, formulier(cast)).status_code == 303
    assert als(cast.ron).get(overzicht).status_code == 200
    tekst = als(cast.rik).get(reverse("convenant:betrokkenen", args=[dossier.pk])).content.decode()
    assert "Ron Achterberg" in tekst
    assert "Voert het toezicht uit" in tekst


def test_wie_is_betrokken_staat_overal_in_dezelfde_volgorde(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    for wie, relatie in (
        (cast.zoe, Relatie.PARTNER),
        (cast.ron, Relatie.PARTNER),
        (cast.ruben, Relatie.WAARNEMER),
        (cast.rik, Relatie.REGISSEUR),
    ):
        betrokkenheid_verlenen(
            cast.paula.toegang, dossier, wie=wie.hoedanigheid, relatie=relatie, reden="Werkt mee"
        )
    namen = [s.medewerker.naam for s in (cast.rik, cast.ruben, cast.ron, cast.zoe)]
    pagina = als(cast.rik).get(reverse("convenant:betrokkenen", args=[dossier.pk]))
    assert [rij["naam"] for rij in pagina.context["rijen"]] == namen
    (tabel,) = betrokkenenblok(cast.rik.toegang, dossier).tabellen
    assert [rij[0] for rij in tabel.rijen] == namen


@pytest.mark.parametrize(
    "anders",
    [
        {"reden": ""},
        {"reden": "x" * 501},
        {"relatie": "regisseur"},
        {"relatie": "waarnemer"},
        {"wie": "onzin"},
        {"tot": "2026-11-17"},
    ],
)
def test_slechte_invoer_geeft_niemand_toegang(cast: Cast, als, anders: dict[str, str]) -> None:
    dossier = een_casus(cast)
    url = reverse("convenant:betrokkenheid_verlenen", args=[dossier.pk])
    assert als(cast.rik).post(url, formulier(cast, **anders)).status_code == 422
    assert Betrokkenheid.objects.voor(cast.paula.toegang).count() == 1


def test_wie_de_casus_niet_leidt_betrekt_niemand(cast: Cast, als) -> None:
    dossier = een_casus(cast)
    url = reverse("convenant:betrokkenheid_verlenen", args=[dossier.pk])
    assert als(cast.wendy).get(url).status_code == 404
    assert als(cast.ron).get(url).status_code == 404


def test_niemand_is_twee_keer_tegelijk_hetzelfde(cast: Cast) -> None:
    dossier = een_casus(cast)
    with pytest.raises(Geweigerd, match="in die periode al"):
        geef_regie(cast, dossier)


@pytest.mark.parametrize("dagen_geleden", [0, 1])
def test_betrokkenheid_beeindigen_sluit_de_deur_meteen(cast: Cast, als, dagen_geleden: int) -> None:
    dossier = een_casus(cast)
    begin = cast.paula.op(cast.paula.toegang.moment - timedelta(days=dagen_geleden))
    rij = betrokkenheid_verlenen(
        begin, dossier, wie=cast.ron.hoedanigheid, relatie=Relatie.PARTNER, reden="Toezicht"
    )
    url = reverse("convenant:betrokkenheid_beeindigen", args=[rij.pk])
    wie = "Ron Achterberg: partner in de uitvoering"
    assert wie in als(cast.rik).post(url, {"reden": ""}).content.decode()
    assert wie not in als(cast.leo).post(url, {"reden": ""}).content.decode()
    assert als(cast.rik).post(url, {"reden": "Toezicht is klaar"}).status_code == 303
    overzicht = reverse("convenant:dossier_inzien", args=[dossier.pk])
    assert als(cast.ron).get(overzicht).status_code == 404
    assert als(cast.rik).get(url).status_code == 403
    tekst = als(cast.rik).get(reverse("convenant:betrokkenen", args=[dossier.pk])).content.decode()
    assert "beëindigd op wo 18 nov 2026" in tekst
    assert "Toezicht is klaar" in tekst


def test_de_regisseur_van_een_lopende_casus_wordt_vervangen_niet_beeindigd(cast: Cast, als) -> None:
    dossier = een_dossier(cast)
    rij = geef_regie(cast, dossier)
    url = reverse("convenant:betrokkenheid_beeindigen", args=[rij.pk])
    antwoord = als(cast.paula).post(url, {"reden": "Gaat weg"})
    assert antwoord.status_code == 422
    assert "Kies ‘Regisseur wijzigen’" in antwoord.content.decode()
    assert dossier.pk in cast.rik.toegang.regie


@pytest.mark.parametrize("nog_meelezer", [True, False])
def test_open_werk_blijft_niet_bij_wie_er_niet_meer_bij_hoort(
    cast: Cast, nog_meelezer: bool
) -> None:
    dossier = een_casus(cast)
    rik, ron = cast.rik, cast.ron.hoedanigheid
    partner = betrokkenheid_verlenen(
        rik.toegang, dossier, wie=ron, relatie=Relatie.PARTNER, reden="Voert het toezicht uit"
    )
    if nog_meelezer:
        betrokkenheid_verlenen(
            rik.toegang, dossier, wie=ron, relatie=Relatie.LEZER, reden="Neemt het over"
        )
    morgen = NU.date() + timedelta(days=1)
    taak = taak_toevoegen(rik.toegang, dossier, titel="Bel de school", voor=ron, uiterlijk=morgen)
    betrokkenheid_beeindigen(rik.toegang, partner, reden="Het toezicht is klaar")
    taak.refresh_from_db()
    assert taak.voor_hoedanigheid == (ron if nog_meelezer else rik.hoedanigheid)
    assert Taak.objects.voor(cast.ron.toegang).exists() is nog_meelezer


def test_wie_de_zorg_erbij_betrok_weet_alleen_wie_meewerkt(cast: Cast) -> None:
    """That someone is known to the GGZ is itself medical (domein.md §5)."""
    dossier = een_casus(cast)
    for partner in (cast.zoe, cast.ron):
        betrokkenheid_verlenen(
            cast.rik.toegang,
            dossier,
            wie=partner.hoedanigheid,
            relatie=Relatie.PARTNER,
            reden="Begeleidt",
        )
    for speler, kent_de_zorg in (
        (cast.rik, True),
        (cast.paula, True),
        (cast.zoe, True),
        (cast.ron, True),
        (cast.leo, False),
        (cast.bas, False),
        (cast.femke, False),
        (cast.samira, False),
        (cast.frits, False),
    ):
        rijen = Betrokkenheid.objects.voor(speler.toegang, minstens=Niveau.BESTAAN)
        gezien = {rij.hoedanigheid_id for rij in rijen}
        assert cast.ron.hoedanigheid.pk in gezien, speler.sleutel
        assert (cast.zoe.hoedanigheid.pk in gezien) is kent_de_zorg, speler.sleutel
