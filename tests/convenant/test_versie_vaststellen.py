"""A new version: drawn up from what holds, changed, weighed on the real data, and by two people."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.urls import reverse

from convenant.enums import Categorie, Fase, Niveau, Rol, Voorwaarde
from convenant.handeling import Geweigerd
from convenant.models import Convenantversie, Deelregel, Dossier, Grondslag, Logregel
from convenant.selectors.regels import regelboek_nu
from convenant.selectors.simulatie import gevolgen
from convenant.services.convenantversie import (
    convenantversie_bevestigen,
    convenantversie_opstellen,
    convenantversie_terugsturen,
    convenantversie_vaststellen,
    deelregel_schrappen,
    deelregel_toevoegen,
    deelregel_wijzigen,
)
from tests.cast import NU, Cast, Speler
from tests.stappen import beoordeling
from tests.stappen.embargo import embargo_gelegd, van_ron

STRAKS = NU + timedelta(minutes=1)


@pytest.fixture
def concept(cast: Cast) -> Convenantversie:
    return convenantversie_opstellen(cast.paula.toegang, toelichting="Minder voor de leiding")


def regel_van(versie: Convenantversie, artikel: str, **zoek: object) -> Deelregel:
    return versie.deelregels.filter(artikel=artikel, **zoek).earliest("volgorde")


def vastgesteld(cast: Cast, versie: Convenantversie) -> Convenantversie:
    versie = convenantversie_vaststellen(cast.paula.toegang, versie)
    return convenantversie_bevestigen(cast.leo.op(STRAKS), versie)


def ziet(speler: Speler, dossier: Dossier) -> bool:
    lijst = Dossier.objects.voor(speler.op(STRAKS), minstens=Niveau.BESTAAN)
    return lijst.filter(pk=dossier.pk).exists()


def test_convenantversie_opstellen_neemt_over_wat_geldt(cast: Cast, concept) -> None:
    eerste = Convenantversie.objects.get(nummer=1)
    assert (concept.nummer, concept.status) == (2, "concept")
    assert regelboek_nu(concept).regels == regelboek_nu(eerste).regels
    assert cast.paula.op(STRAKS).regels.nummer == 1


def test_schrappen_en_vaststellen_sluit_meteen(cast: Cast, concept) -> None:
    dossier = beoordeling.dossier_in_fase(cast)
    assert ziet(cast.leo, dossier)
    for rij in concept.deelregels.filter(rol=Rol.LEIDINGGEVENDE):
        deelregel_schrappen(cast.paula.toegang, rij)
    assert ziet(cast.leo, dossier)
    versie = vastgesteld(cast, concept)
    assert (versie.status, versie.ingangsmoment) == ("vastgesteld", STRAKS)
    assert not ziet(cast.leo, dossier)
    assert ziet(cast.paula, dossier)
    assert cast.leo.op(NU).regels.nummer == 1
    assert Logregel.objects.filter(naam="convenantversie_bevestigen").exists()


def test_een_vastgestelde_versie_wordt_niet_meer_gewijzigd(cast: Cast, concept) -> None:
    versie = vastgesteld(cast, concept)
    rij = regel_van(versie, "5.3")
    pogingen: list[Callable[[], object]] = [
        lambda: deelregel_wijzigen(cast.paula.op(STRAKS), rij, niveau=2),
        lambda: deelregel_schrappen(cast.paula.op(STRAKS), rij),
        lambda: convenantversie_vaststellen(cast.paula.op(STRAKS), versie),
    ]
    for poging in pogingen:
        with pytest.raises(Geweigerd, match="verandert niet meer"):
            poging()


def test_een_tweede_persoon_in_de_andere_rol_bevestigt(cast: Cast, concept) -> None:
    versie = convenantversie_vaststellen(cast.paula.toegang, concept)
    with pytest.raises(Geweigerd, match="Iemand anders"):
        convenantversie_bevestigen(cast.paula.toegang, versie)
    with pytest.raises(Geweigerd, match="stellen samen vast"):
        convenantversie_bevestigen(cast.pieter.toegang, versie)
    with pytest.raises(Geweigerd, match="wacht op de tweede persoon"):
        deelregel_schrappen(cast.leo.toegang, regel_van(versie, "5.3"))
    versie = convenantversie_terugsturen(cast.leo.toegang, versie, reden="Artikel 5.3 klopt niet")
    assert (versie.status, versie.vastgesteld_door) == ("concept", None)
    assert "Artikel 5.3 klopt niet" in versie.toelichting


def test_wie_twee_rollen_heeft_is_een_mens(cast: Cast, concept) -> None:
    """The same person as leidinggevende: two hoedanigheden do not make two people."""
    versie = convenantversie_vaststellen(cast.paula.toegang, concept)
    tweede = cast.leo.hoedanigheid
    tweede.medewerker = cast.paula.medewerker
    tweede.save()
    with pytest.raises(Geweigerd, match="Iemand anders"):
        convenantversie_bevestigen(cast.leo.toegang, versie)


def test_zonder_geldige_grondslag_wordt_niets_vastgesteld(cast: Cast, concept) -> None:
    rij = regel_van(concept, "5.3")
    deelregel_wijzigen(cast.paula.toegang, rij, grondslag=None)
    with pytest.raises(Geweigerd, match=r"Artikel 5.3 .* nog geen grondslag"):
        convenantversie_vaststellen(cast.paula.toegang, concept)
    voorbij = Grondslag.objects.create(
        code="oud",
        naam="Oude wet",
        wet="x",
        geldig_van=date(2015, 1, 1),
        geldig_tot=date(2020, 1, 1),
    )
    deelregel_wijzigen(cast.paula.toegang, rij, grondslag=voorbij)
    with pytest.raises(Geweigerd, match=r"grondslag die nu niet geldt: Oude wet"):
        convenantversie_vaststellen(cast.paula.toegang, concept)


def test_een_grondslag_die_intussen_vervalt_houdt_de_bevestiging_tegen(cast: Cast, concept) -> None:
    versie = convenantversie_vaststellen(cast.paula.toegang, concept)
    Grondslag.objects.filter(code="wjsg").update(geldig_tot=NU.date() - timedelta(days=1))
    with pytest.raises(Geweigerd, match="nu niet geldt"):
        convenantversie_bevestigen(cast.leo.toegang, versie)


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"rol": Rol.ACCOUNTHOUDER}, "leest geen dossiers"),
        ({"rol": Rol.FUNCTIONEEL_BEHEERDER}, "leest geen dossiers"),
        ({"categorieen": [Categorie.MELDER]}, "weet alleen de MAP-medewerker"),
        ({"categorieen": [Categorie.MEDISCH]}, "zonder toestemming"),
        ({"rol": Rol.FG}, "geen inhoud en geen namen"),
        (
            {"rol": Rol.LID_COMMISSIE, "niveau": 0, "categorieen": [Categorie.IDENTITEIT]},
            "geen namen",
        ),
    ],
)
def test_geen_convenant_geeft_wat_de_wet_verbiedt(cast: Cast, concept, velden, reden) -> None:
    gegevens = {
        "artikel": "5.9",
        "rol": Rol.PARTNER,
        "categorieen": [Categorie.GEWOON],
        "fasen": [Fase.UITVOERING],
        "niveau": Niveau.INHOUD,
        "doel": "x",
    } | velden
    with pytest.raises(Geweigerd, match=reden):
        deelregel_toevoegen(cast.paula.toegang, concept, **gegevens)
    assert not concept.deelregels.filter(artikel="5.9").exists()


def test_wie_een_stuk_kent_moet_het_dossier_kennen(cast: Cast, concept) -> None:
    deelregel_toevoegen(
        cast.paula.toegang,
        concept,
        artikel="5.9",
        rol=Rol.PARTNER,
        categorieen=[Categorie.GEWOON],
        fasen=[Fase.WEGING],
        niveau=Niveau.BESTAAN,
        voorwaarde=Voorwaarde.BETROKKEN,
        doel="x",
        grondslag=Grondslag.objects.get(code="pga"),
    )
    with pytest.raises(Geweigerd, match=r"Artikel 5.9 .* niet dat het dossier er is"):
        convenantversie_vaststellen(cast.paula.toegang, concept)


def test_een_ouder_concept_maakt_een_nieuwe_versie_niet_ongedaan(cast: Cast, concept) -> None:
    ander = convenantversie_opstellen(cast.paula.toegang, toelichting="Iets anders")
    vastgesteld(cast, concept)
    with pytest.raises(Geweigerd, match="Maak een nieuw concept"):
        convenantversie_vaststellen(cast.paula.op(STRAKS), ander)


def test_de_gevolgen_worden_geteld_in_de_echte_dossiers(cast: Cast, concept) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    beoordeling.contact_vastgelegd(cast.rik, dossier)
    for artikel in ("5.2", "6.1"):
        for rij in concept.deelregels.filter(artikel=artikel, categorieen__contains=["gewoon"]):
            rest = [c for c in rij.categorieen if c != "gewoon"]
            deelregel_wijzigen(cast.paula.toegang, rij, categorieen=rest)
    nu = cast.leo.toegang.regels
    lijst = gevolgen(cast.leo.toegang, nu, regelboek_nu(concept))
    assert {(g.rol, g.richting, g.categorie) for g in lijst} == {
        (Rol.PARTNER, "dicht", Categorie.GEWOON),
        (Rol.LEIDINGGEVENDE, "dicht", Categorie.GEWOON),
    }
    partners = [g for g in lijst if g.rol == Rol.PARTNER]
    assert [g.organisatie for g in partners] == ["GGZ De Linde", "Reclassering"]
    for gevolg in partners:
        assert gevolg.fase == Fase.UITVOERING
        assert int(gevolg.aantal_stukken) > 0
        assert gevolg.aantal_dossiers == "1"
    andersom = gevolgen(cast.leo.toegang, regelboek_nu(concept), nu)
    assert [(g.rol, g.stukken) for g in andersom] == [(g.rol, g.stukken) for g in lijst]
    assert {g.richting for g in andersom} == {"open"}

    verborgen = van_ron(cast, dossier)
    embargo_gelegd(cast, verborgen, "verborgen", wie=cast.ron, bewaarder=cast.pieter)
    met_iets_verborgens = gevolgen(cast.leo.toegang, nu, regelboek_nu(concept))
    assert [(g.rol, g.stukken) for g in met_iets_verborgens] == [(g.rol, g.stukken) for g in lijst]


def test_de_gevolgen_staan_op_een_pagina_zonder_namen(cast: Cast, als, concept) -> None:
    dossier = beoordeling.dossier_in_regie(cast)
    for rij in concept.deelregels.filter(rol=Rol.LEIDINGGEVENDE):
        deelregel_schrappen(cast.paula.toegang, rij)
    url = reverse("convenant:convenantversie_gevolgen", args=[concept.pk])
    tekst = als(cast.leo).get(url).content.decode()
    assert "gaat dicht" in tekst
    assert "Gemeente, OOV" in tekst
    assert dossier.nummer not in tekst
    assert als(cast.rik).get(url).status_code == 404


def test_een_versie_van_begin_tot_eind_op_de_paginas(cast: Cast, als) -> None:
    paula, leo = als(cast.paula), als(cast.leo)
    opstellen = reverse("convenant:convenantversie_opstellen")
    assert paula.post(opstellen, {"toelichting": "Korter"}).status_code == 303
    versie = Convenantversie.objects.get(nummer=2)
    rij = regel_van(versie, "5.3")
    pagina = reverse("convenant:convenantversie_inzien", args=[versie.pk])
    assert "Wijzigen" in paula.get(pagina).content.decode()
    wijzigen = reverse("convenant:deelregel_wijzigen", args=[rij.pk])
    gegevens = {
        "artikel": "5.3",
        "rol": "partner",
        "categorieen": ["bijzonder"],
        "fasen": ["uitvoering"],
        "niveau": "0",
        "voorwaarde": "betrokken",
        "doel": "Weten dat er meer is",
        "grondslag": str(rij.grondslag_id),
    }
    assert paula.post(wijzigen, gegevens).status_code == 303
    toevoegen = reverse("convenant:deelregel_toevoegen", args=[versie.pk])
    fout = paula.post(toevoegen, gegevens | {"categorieen": ["melder"]})
    assert fout.status_code == 422
    assert "weet alleen de MAP-medewerker" in fout.content.decode()
    assert paula.post(toevoegen, gegevens | {"artikel": "5.3a"}).status_code == 303
    nieuw = regel_van(versie, "5.3a")
    schrappen = reverse("convenant:deelregel_schrappen", args=[nieuw.pk])
    assert paula.post(schrappen).status_code == 303
    for client, naam in ((paula, "vaststellen"), (leo, "bevestigen")):
        url = reverse(f"convenant:convenantversie_{naam}", args=[versie.pk])
        assert client.post(url).status_code == 303
    rij.refresh_from_db()
    assert (rij.categorieen, rij.versie.status) == (["bijzonder"], "vastgesteld")
    assert "Versie 2" in leo.get(reverse("convenant:convenant_inzien")).content.decode()


@pytest.mark.parametrize("wie", ["rik", "piet", "bram", "frits", "cora", "femke"])
def test_een_ander_stelt_niets_op_of_vast(cast: Cast, als, concept, wie: str) -> None:
    client = als(getattr(cast, wie))
    rij = regel_van(concept, "5.3")
    assert client.get(reverse("convenant:convenantversie_opstellen")).status_code == 404
    for naam in ("vaststellen", "bevestigen", "terugsturen", "gevolgen"):
        url = reverse(f"convenant:convenantversie_{naam}", args=[concept.pk])
        assert client.get(url).status_code == 404
    for naam in ("wijzigen", "schrappen"):
        assert client.get(reverse(f"convenant:deelregel_{naam}", args=[rij.pk])).status_code == 404
    with pytest.raises(Geweigerd):
        convenantversie_vaststellen(getattr(cast, wie).toegang, concept)
