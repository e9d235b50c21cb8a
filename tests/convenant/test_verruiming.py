"""What a new version opens: from that moment on, and older items when their source confirms."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from beoordeling.enums import Informatiesoort
from beoordeling.models import Informatie
from casusregie.models import Pauze, Plandoel
from casusregie.rules.lezen import leest_gewoon
from casusregie.services.pauze import casus_pauzeren
from convenant.enums import Categorie as C
from convenant.enums import Fase as F
from convenant.enums import Niveau, Organisatiesoort, Rol
from convenant.enums import Voorwaarde as V
from convenant.handeling import Geweigerd
from convenant.identiteit import namens, rechten_van, verruimd_van
from convenant.models import Bronbevestiging, Convenantversie, Deelregel, Dossier, Grondslag
from convenant.regelboek import Regel
from convenant.rules.verruiming import delen
from convenant.services.convenantversie import (
    convenantversie_bevestigen,
    convenantversie_opstellen,
    convenantversie_vaststellen,
    deelregel_toevoegen,
    deelregel_wijzigen,
)
from convenant.services.verruiming import verruiming_bevestigen
from tests.cast import NU, Cast, Speler
from tests.stappen import beoordeling, casus

BEGIN = NU + timedelta(hours=1)
LATER = NU + timedelta(hours=2)
POLITIEGEGEVENS = {
    "artikel": "5.8",
    "rol": Rol.PARTNER,
    "soorten": [Organisatiesoort.RECLASSERING],
    "categorieen": [C.POLITIEGEGEVEN],
    "fasen": [F.UITVOERING, F.AFSCHALING, F.NAZORG],
    "niveau": Niveau.INHOUD,
    "voorwaarde": V.BETROKKEN,
    "doel": "Toezicht in de casus",
}


@pytest.fixture
def dossier(cast: Cast) -> Dossier:
    return beoordeling.dossier_in_regie(cast)


def item(
    dossier: Dossier, bron: Speler, op: datetime, categorie: C = C.POLITIEGEGEVEN
) -> Informatie:
    rij = Informatie(
        dossier=dossier,
        categorie=categorie,
        bron=bron.organisatie,
        soort=Informatiesoort.WAARNEMING,
        titel="x",
        gebeurd_op=op.date(),
        vastgelegd_op=op,
        vastgelegd_door=bron.hoedanigheid,
        grondslag="x",
        doel="x",
    )
    Informatie._base_manager.bulk_create([rij])
    return rij


def nieuwe_versie(
    cast: Cast, wijzig: Callable[[Convenantversie], object], *, op: datetime = BEGIN
) -> Convenantversie:
    paula, leo = cast.paula.op(op - timedelta(minutes=5)), cast.leo.op(op)
    concept = convenantversie_opstellen(paula, toelichting="Meer delen")
    wijzig(concept)
    return convenantversie_bevestigen(leo, convenantversie_vaststellen(paula, concept))


def met_politiegegevens(cast: Cast, *, op: datetime = BEGIN, **velden: Any) -> Deelregel:
    """The rule in the version in force that opens police data to a probation officer."""
    gegevens = POLITIEGEGEVENS | {"grondslag": Grondslag.objects.get(code="wpg-20")} | velden
    versie = nieuwe_versie(
        cast, lambda concept: deelregel_toevoegen(cast.paula.op(op), concept, **gegevens), op=op
    )
    return versie.deelregels.get(artikel="5.8")


def ziet(speler: Speler, *, op: datetime = LATER, minstens: Niveau = Niveau.INHOUD) -> set[object]:
    """What this person reads by the filter; that bare SQL shows the same is checked on the way."""
    toegang = speler.op(op)
    gezien = set(Informatie.objects.voor(toegang, minstens=minstens).values_list("pk", flat=True))
    alles = Informatie.objects.voor(toegang, minstens=Niveau.BESTAAN).values_list("pk", flat=True)
    met_filter = set(alles)
    with namens(toegang), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM beoordeling_informatie")
        assert {rij[0] for rij in cursor.fetchall()} == met_filter
    return gezien


def test_een_verruiming_geldt_voor_wat_daarna_is_vastgelegd(cast: Cast, dossier) -> None:
    oud, nieuw = item(dossier, cast.piet, NU), item(dossier, cast.piet, LATER)
    assert ziet(cast.ron) == set()
    regel = met_politiegegevens(cast)
    assert (regel.verruimt_vanaf, regel.oorsprong) == (BEGIN, None)
    assert ziet(cast.ron) == {nieuw.pk}
    assert ziet(cast.ron, op=NU) == set()
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    assert ziet(cast.ron) == {oud.pk, nieuw.pk}
    assert ziet(cast.zoe) == set()


def test_elke_bron_bevestigt_alleen_voor_zichzelf(cast: Cast, dossier) -> None:
    van_politie, van_om = item(dossier, cast.piet, NU), item(dossier, cast.olga, NU)
    regel = met_politiegegevens(cast)
    verruiming_bevestigen(cast.olga.op(LATER), regel)
    assert ziet(cast.ron) == {van_om.pk}
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    assert ziet(cast.ron) == {van_om.pk, van_politie.pk}


@pytest.mark.parametrize("hoe", ["soort", "naam"])
def test_een_regel_kan_over_een_bron_gaan(cast: Cast, dossier, hoe: str) -> None:
    politie = cast.piet.organisatie
    bron = {"bron_soort": "politie"} if hoe == "soort" else {"bron_organisatie": politie}
    van_politie, van_om = item(dossier, cast.piet, LATER), item(dossier, cast.olga, LATER)
    oud = item(dossier, cast.piet, NU)
    regel = met_politiegegevens(cast, **bron)
    assert ziet(cast.ron) == {van_politie.pk}
    with pytest.raises(Geweigerd, match="niet over gegevens van uw organisatie"):
        verruiming_bevestigen(cast.olga.op(LATER), regel)
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    assert ziet(cast.ron) == {van_politie.pk, oud.pk}
    assert van_om.pk not in ziet(cast.ron)


def test_wat_al_open_was_blijft_open(cast: Cast, dossier) -> None:
    """A rule that goes further keeps what it gave: the level it had, of older items too."""
    oud = item(dossier, cast.piet, NU, C.BIJZONDER)
    nieuw = item(dossier, cast.piet, LATER, C.BIJZONDER)

    def tot_de_inhoud(concept: Convenantversie) -> None:
        rij = concept.deelregels.get(artikel="5.3")
        deelregel_wijzigen(cast.paula.op(BEGIN), rij, niveau=Niveau.INHOUD)

    versie = nieuwe_versie(cast, tot_de_inhoud)
    assert ziet(cast.ron) == {nieuw.pk}
    assert ziet(cast.ron, minstens=Niveau.BESTAAN) == {oud.pk, nieuw.pk}
    rijen = versie.deelregels.filter(artikel="5.3").order_by("niveau")
    assert [(r.niveau, r.verruimt_vanaf) for r in rijen] == [(0, None), (2, BEGIN)]


def test_een_volgende_versie_bewaart_moment_en_bevestiging(cast: Cast, dossier) -> None:
    oud, tussen = item(dossier, cast.piet, NU), item(dossier, cast.olga, LATER)
    regel = met_politiegegevens(cast)
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    derde = LATER + timedelta(hours=1)
    versie = nieuwe_versie(cast, lambda concept: None, op=derde)
    kopie = versie.deelregels.get(artikel="5.8")
    assert (kopie.verruimt_vanaf, kopie.oorsprong) == (BEGIN, regel)
    assert versie.deelregels.count() == regel.versie.deelregels.count()
    assert ziet(cast.ron, op=derde + timedelta(minutes=1)) == {oud.pk, tussen.pk}


def test_wat_dicht_gaat_gaat_meteen_dicht(cast: Cast, dossier) -> None:
    nieuw = item(dossier, cast.piet, LATER)
    regel = met_politiegegevens(cast)
    assert ziet(cast.ron) == {nieuw.pk}
    derde = LATER + timedelta(hours=1)
    nieuwe_versie(cast, lambda concept: concept.deelregels.get(artikel="5.8").delete(), op=derde)
    assert ziet(cast.ron, op=derde) == set()
    with pytest.raises(Geweigerd, match="geldt niet meer"):
        verruiming_bevestigen(cast.piet.op(derde), regel)


def test_wat_geen_bron_heeft_is_van_de_gemeente(cast: Cast, dossier) -> None:
    """A dossier is as old as its opening; the municipality lets older ones go."""
    accountbaar = {
        "artikel": "4.9",
        "rol": Rol.PARTNER,
        "soorten": [],
        "categorieen": [C.PROCES],
        "fasen": [F.UITVOERING],
        "niveau": Niveau.PROCES,
        "voorwaarde": V.ALTIJD,
        "doel": "Weten welke dossiers lopen",
        "grondslag": Grondslag.objects.get(code="pga"),
    }
    ander = beoordeling.dossier_in_fase(cast, F.UITVOERING)
    versie = nieuwe_versie(
        cast, lambda concept: deelregel_toevoegen(cast.paula.op(BEGIN), concept, **accountbaar)
    )
    regel = versie.deelregels.get(artikel="4.9", verruimt_vanaf__isnull=False)

    def kent() -> bool:
        lijst = Dossier.objects.voor(cast.ron.op(LATER), minstens=Niveau.BESTAAN)
        return lijst.filter(pk=ander.pk).exists()

    assert not kent()
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    assert not kent()
    verruiming_bevestigen(cast.leo.op(LATER), regel)
    assert kent()


def test_ook_wat_geen_bron_heeft_weet_wanneer_het_is_vastgelegd(cast: Cast) -> None:
    """A goal is as old as its plan; a pauze tells it itself. The page opens with the first one."""
    gewoon = {
        "artikel": "4.9",
        "rol": Rol.LID_WEEGPLOEG,
        "soorten": [],
        "categorieen": [C.GEWOON],
        "fasen": [F.UITVOERING],
        "niveau": Niveau.INHOUD,
        "voorwaarde": V.ALTIJD,
        "doel": "Volgen wat er van het advies komt",
        "grondslag": Grondslag.objects.get(code="pga"),
    }
    ander = casus.casus_geopend(cast)
    casus.plan_met_doel(cast, ander)
    assert not leest_gewoon(cast.gemma.op(LATER), ander.dossier)
    nieuwe_versie(
        cast, lambda concept: deelregel_toevoegen(cast.paula.op(BEGIN), concept, **gewoon)
    )
    casus_pauzeren(
        cast.rik.op(LATER),
        ander,
        reden="Hij is in het buitenland.",
        eigenaar=cast.rik.hoedanigheid,
        tot=LATER.date() + timedelta(days=30),
    )
    gemma = cast.gemma.op(LATER)
    assert leest_gewoon(gemma, ander.dossier)
    assert Pauze.objects.voor(gemma).filter(dossier=ander.dossier).exists()
    assert not Plandoel.objects.voor(gemma).filter(dossier=ander.dossier).exists()


def test_wie_niet_voor_de_bron_spreekt_bevestigt_niet(cast: Cast, dossier, als) -> None:
    regel = met_politiegegevens(cast)
    with pytest.raises(Geweigerd, match="Namens de gemeente"):
        verruiming_bevestigen(cast.gemma.op(LATER), regel)
    url = reverse("convenant:verruiming_bevestigen", args=[regel.pk])
    for wie in ("rik", "bram", "frits", "cora", "sanne"):
        with pytest.raises(Geweigerd):
            verruiming_bevestigen(getattr(cast, wie).op(LATER), regel)
        assert als(getattr(cast, wie)).get(url).status_code == 404
    gewoon = regel.versie.deelregels.filter(verruimt_vanaf__isnull=True).first()
    with pytest.raises(Geweigerd, match="opent niets nieuws"):
        verruiming_bevestigen(cast.piet.op(LATER), gewoon)
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    with pytest.raises(Geweigerd, match="al bevestigd"):
        verruiming_bevestigen(cast.piet.op(LATER), regel)


def test_een_bevestiging_verandert_niet(cast: Cast, dossier) -> None:
    regel = met_politiegegevens(cast)
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    for poging in (
        lambda: Bronbevestiging.objects.update(organisatie=cast.olga.organisatie),
        lambda: Bronbevestiging.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            poging()


def test_bevestigen_op_de_paginas(cast: Cast, dossier, als) -> None:
    oud = item(dossier, cast.piet, NU - timedelta(days=30))
    regel = met_politiegegevens(cast, op=NU - timedelta(minutes=30))
    client = als(cast.piet)
    werk, lijst = reverse("convenant:mijn_werk"), reverse("convenant:verruimingen")
    url = reverse("convenant:verruiming_bevestigen", args=[regel.pk])
    assert "opent meer van uw organisatie" in client.get(werk).content.decode()
    assert url in client.get(lijst).content.decode()
    assert client.post(url).status_code == 303
    assert "opent meer van uw organisatie" not in client.get(werk).content.decode()
    assert url not in client.get(lijst).content.decode()
    assert ziet(cast.ron) == {oud.pk}
    waarom = als(cast.ron).get(reverse("convenant:waarom", args=[dossier.pk])).content.decode()
    assert "vastgelegd vanaf 18" in waarom
    assert "artikel 5.8" in waarom


def test_in_de_eerste_versie_vraagt_niemand_naar_een_grens(cast: Cast, dossier) -> None:
    """The fast path: nothing is told to the database and no filter looks at a moment."""
    for speler in cast.iedereen():
        assert verruimd_van(speler.toegang) == ""
    sql = str(Informatie.objects.voor(cast.ron.toegang).query)
    assert '"vastgelegd_op" >=' not in sql
    assert "geopend_op" not in sql


def test_een_grens_staat_niet_tussen_de_gewone_rechten(cast: Cast, dossier) -> None:
    gewoon = rechten_van(cast.ron.toegang)
    regel = met_politiegegevens(cast)
    assert rechten_van(cast.ron.op(LATER)) == gewoon
    sleutel = "b:politiegegeven:uitvoering:2"
    assert f'"{sleutel}": "2026-11-18T10:30:00+00:00"' in verruimd_van(cast.ron.op(LATER))
    verruiming_bevestigen(cast.piet.op(LATER), regel)
    bron = cast.piet.organisatie.pk
    assert f'"{sleutel}:{bron}": "-infinity"' in verruimd_van(cast.ron.op(LATER))


OUD = Regel(
    Rol.PARTNER,
    (C.IDENTITEIT, C.PROCES, C.GEWOON),
    (F.UITVOERING, F.NAZORG),
    Niveau.PROCES,
    "5.2",
    V.BETROKKEN,
    (Organisatiesoort.ZORG, Organisatiesoort.POLITIE),
)


@pytest.mark.parametrize(
    ("nieuw", "verwacht"),
    [
        (OUD, [OUD]),
        (OUD._replace(fasen=(F.NAZORG,)), [OUD._replace(fasen=(F.NAZORG,))]),
        (OUD._replace(voorwaarde=V.EIGEN_BRON), [OUD._replace(voorwaarde=V.EIGEN_BRON)]),
        (
            OUD._replace(niveau=Niveau.INHOUD),
            [OUD._replace(niveau=Niveau.INHOUD, vanaf=BEGIN), OUD],
        ),
        (
            OUD._replace(voorwaarde=V.ALTIJD),
            [OUD._replace(voorwaarde=V.ALTIJD, vanaf=BEGIN), OUD],
        ),
        (
            OUD._replace(voorwaarde=V.BRON_IN_FASE),
            [
                OUD._replace(voorwaarde=V.BRON_IN_FASE, vanaf=BEGIN),
                OUD._replace(voorwaarde=V.EIGEN_BRON),
            ],
        ),
        (
            OUD._replace(soorten=(), fasen=(F.UITVOERING, F.WEGING), categorieen=(C.GEWOON,)),
            [
                OUD._replace(
                    soorten=(),
                    fasen=(F.UITVOERING, F.WEGING),
                    categorieen=(C.GEWOON,),
                    vanaf=BEGIN,
                ),
                OUD._replace(fasen=(F.UITVOERING,), categorieen=(C.GEWOON,)),
            ],
        ),
        (
            OUD._replace(categorieen=(C.MELDING,)),
            [OUD._replace(categorieen=(C.MELDING,), vanaf=BEGIN)],
        ),
        (OUD._replace(rol=Rol.CASUSREGISSEUR), [OUD._replace(rol=Rol.CASUSREGISSEUR, vanaf=BEGIN)]),
        (
            OUD._replace(bron_soort=Organisatiesoort.OM),
            [OUD._replace(bron_soort=Organisatiesoort.OM)],
        ),
    ],
)
def test_een_regel_wordt_gesneden_in_wat_al_open_was_en_wat_nieuw_is(nieuw, verwacht) -> None:
    assert delen(nieuw, [OUD], BEGIN) == verwacht
