"""Wie kan dit zien?: the page says of everyone what the access rule lets them know."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from convenant.enums import Categorie, Niveau, Rol
from convenant.models import Betrokkenheid, Dossier, Ondertekening
from convenant.selectors.kenners import Kenner, kenners
from convenant.services.betrokkenheid import betrokkenheid_beeindigen
from convenant.services.ondertekening import ondertekening_intrekken
from tests.cast import Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen import beoordeling

type Als = Callable[[Speler], Client]


def wie(cast: Cast, dossier: Dossier, speler: Speler) -> list[Kenner]:
    gevonden = kenners(cast.paula.toegang, dossier)
    return [k for k in gevonden if k.hoedanigheid.pk == speler.hoedanigheid.pk]


def op_niveau(kenner: Kenner, niveau: Niveau) -> set[Categorie]:
    return {c for k in kenner.kennis if k.niveau == niveau for c in k.categorieen}


def test_wie_betrokken_is_staat_er_bij_naam_met_wat_hij_mag_weten(cast: Cast) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    [ron] = wie(cast, dossier, cast.ron)
    assert ron.betrokken is not None
    assert Categorie.GEWOON in op_niveau(ron, Niveau.INHOUD)
    assert Categorie.STRAFRECHTELIJK in op_niveau(ron, Niveau.INHOUD)
    assert op_niveau(ron, Niveau.BESTAAN) == {Categorie.BIJZONDER}
    [zoe] = wie(cast, dossier, cast.zoe)
    assert op_niveau(zoe, Niveau.BESTAAN) == {Categorie.BIJZONDER, Categorie.STRAFRECHTELIJK}
    assert Categorie.MEDISCH in zoe.eigen


def test_wie_niet_meer_betrokken_is_staat_er_niet_meer(cast: Cast) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    assert wie(cast, dossier, cast.ron)
    rij = Betrokkenheid._base_manager.get(
        content_object=dossier, hoedanigheid=cast.ron.hoedanigheid
    )
    betrokkenheid_beeindigen(cast.paula.toegang, rij, reden="Klaar")
    assert wie(cast, dossier, cast.ron) == []


def test_zonder_handtekening_staat_een_organisatie_er_niet(cast: Cast) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    assert wie(cast, dossier, cast.ron)
    getekend = Ondertekening.objects.get(organisatie=cast.ron.organisatie)
    ondertekening_intrekken(cast.paula.toegang, getekend, reden="Stopt")
    assert wie(cast, dossier, cast.ron) == []
    assert wie(cast, dossier, cast.zoe)


def test_wie_dossiers_nooit_leest_staat_er_niet(cast: Cast) -> None:
    cast.iedereen()
    dossier = beoordeling.dossier_in_regie(cast)
    rollen = {k.hoedanigheid.rol for k in kenners(cast.paula.toegang, dossier)}
    assert {Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE, Rol.LID_COMMISSIE} <= rollen
    assert not rollen & {Rol.ACCOUNTHOUDER, Rol.FUNCTIONEEL_BEHEERDER}


def test_de_bladzijde_is_voor_de_procesregisseur(
    cast: Cast, als: Als, paginavragen: Paginavragen
) -> None:
    cast.iedereen()
    dossier = beoordeling.dossier_in_regie(cast)
    url = reverse("convenant:wie_kan_dit_zien", args=[dossier.pk])
    paula = als(cast.paula)
    antwoord = paula.get(url)
    assert "Ron" in antwoord.content.decode()
    assert "niet bij naam betrokken" in antwoord.content.decode()
    with paginavragen(14):
        paula.get(url)
    assert url in paula.get(reverse("convenant:betrokkenen", args=[dossier.pk])).content.decode()
    assert als(cast.rik).get(url).status_code == 404
    assert (
        url
        not in als(cast.rik)
        .get(reverse("convenant:betrokkenen", args=[dossier.pk]))
        .content.decode()
    )
