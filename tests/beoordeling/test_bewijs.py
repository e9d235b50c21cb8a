"""An answer, an advice or a goal names what it rests on; who may not read that sees no sign of it."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.enums import DEEL_BESCHERMING, Waarde
from beoordeling.models import Antwoord, Beoordeling, Indicator, Informatie, Kaderdeel
from beoordeling.selectors.bewijs import bewijskeuzes, bewijsregels
from beoordeling.services.beoordeling_invullen import Bevinding, beoordeling_bewaren
from beoordeling.services.bijdrage import wegingsbijdrage_bewaren
from beoordeling.services.informatie import informatie_intrekken
from casusregie.services.plandoel import plandoel_toevoegen, plandoel_wijzigen
from convenant.handeling import Geweigerd
from tests.cast import NU, Cast, Speler
from tests.stappen import beoordeling as stap
from tests.stappen import casus

type Als = Callable[[Speler], Client]


@pytest.fixture
def beoordeling(cast: Cast) -> Beoordeling:
    return stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))


def beschermend(beoordeling: Beoordeling) -> tuple[Kaderdeel, Indicator]:
    deel = Kaderdeel.objects.get(code=DEEL_BESCHERMING, kader_id=beoordeling.kader_id)
    return deel, Indicator.objects.filter(deel=deel).order_by("volgorde")[0]


def noem(speler: Speler, beoordeling: Beoordeling, *bewijs: uuid.UUID) -> Antwoord:
    deel, indicator = beschermend(beoordeling)
    beoordeling_bewaren(
        speler.toegang,
        beoordeling,
        deel=deel,
        antwoorden={indicator.pk: Bevinding(Waarde.ENIGSZINS, "Werkt weer", bewijs=bewijs)},
    )
    return Antwoord._base_manager.get(beoordeling=beoordeling, indicator=indicator)


def inzien(als: Als, speler: Speler, beoordeling: Beoordeling) -> str:
    return als(speler).get(reverse("beoordeling:beoordeling_inzien", args=[beoordeling.pk])).text


def van_zorg(cast: Cast, beoordeling: Beoordeling) -> Informatie:
    return stap.contact_vastgelegd(cast.zoe, beoordeling.dossier, contactdoel="Behandelgesprek")


def test_een_antwoord_noemt_zijn_bron_en_merkt_dat_die_weg_is(
    cast: Cast, als: Als, beoordeling: Beoordeling
) -> None:
    item = stap.contact_vastgelegd(cast.rik, beoordeling.dossier, contactdoel="Werkplek bezocht")
    assert noem(cast.rik, beoordeling, item.pk).bewijs == [item.pk]
    url = reverse("beoordeling:informatie_inzien", args=[item.pk])
    assert url in inzien(als, cast.rik, beoordeling)
    Informatie._base_manager.filter(pk=item.pk).update(houdbaar_tot=NU.date() - timedelta(days=1))
    assert "die hier is genoemd, is verouderd" in inzien(als, cast.paula, beoordeling)
    informatie_intrekken(cast.rik.toegang, item, reden="Verwisseld met een ander")
    tekst = inzien(als, cast.paula, beoordeling)
    assert "die hier is genoemd, is ingetrokken" in tekst
    assert "Werkplek bezocht" not in tekst
    keuzes = bewijskeuzes(cast.rik.toegang, beoordeling.dossier_id, [item.pk])
    assert [pk for pk, _ in keuzes] == [str(item.pk)]
    assert bewijskeuzes(cast.rik.toegang, beoordeling.dossier_id) == []


def test_wie_een_bron_niet_mag_kennen_ziet_geen_spoor_en_haalt_hem_niet_weg(
    cast: Cast, als: Als, beoordeling: Beoordeling
) -> None:
    gewoon = stap.contact_vastgelegd(cast.rik, beoordeling.dossier, contactdoel="Werkplek bezocht")
    medisch = van_zorg(cast, beoordeling)
    antwoord = noem(cast.rik, beoordeling, gewoon.pk)
    antwoord.bewijs = sorted([gewoon.pk, medisch.pk])
    antwoord.save()
    tekst = inzien(als, cast.rik, beoordeling)
    assert "Werkplek bezocht" in tekst
    assert "Behandelgesprek" not in tekst
    assert str(medisch.pk) not in tekst
    assert set(bewijsregels(cast.zoe.toegang, [antwoord.bewijs])) == {gewoon.pk, medisch.pk}
    assert noem(cast.rik, beoordeling).bewijs == [medisch.pk]


def test_alleen_wat_u_mag_lezen_en_uit_dit_dossier(cast: Cast, beoordeling: Beoordeling) -> None:
    medisch = van_zorg(cast, beoordeling)
    elders = stap.contact_vastgelegd(cast.rik, stap.dossier_in_regie(cast))
    for pk in (medisch.pk, elders.pk, uuid.uuid4()):
        with pytest.raises(Geweigerd, match="uit dit dossier die u mag lezen"):
            noem(cast.rik, beoordeling, pk)
    assert bewijskeuzes(cast.rik.toegang, beoordeling.dossier_id) == []


def test_kiezen_op_het_formulier(cast: Cast, als: Als, beoordeling: Beoordeling) -> None:
    item = stap.contact_vastgelegd(cast.rik, beoordeling.dossier)
    _, indicator = beschermend(beoordeling)
    url = reverse("beoordeling:beoordeling_bewaren", args=[beoordeling.pk, DEEL_BESCHERMING])
    rik = als(cast.rik)
    assert "Welke informatie uit dit dossier?" in rik.get(url).text
    invoer = {f"w_{indicator.code}": "enigszins", f"i_{indicator.code}": str(item.pk)}
    invoer |= {f"o_{indicator.code}": "Werkt weer", f"s_{indicator.code}": "waarneming"}
    versie = {"versie": str(beoordeling.versie)}
    vreemd = rik.post(url, invoer | versie | {f"i_{indicator.code}": str(uuid.uuid4())})
    assert vreemd.status_code == 422
    assert rik.post(url, invoer | versie).status_code == 303
    antwoord = Antwoord._base_manager.get(beoordeling=beoordeling, indicator=indicator)
    assert antwoord.bewijs == [item.pk]
    assert f'value="{item.pk}" ' in rik.get(url).text


def test_een_bijdrage_aan_de_weging_noemt_waar_zij_op_rust(cast: Cast, als: Als) -> None:
    weging = stap.weging_gestart(cast)
    item = stap.contact_vastgelegd(cast.gemma, weging.dossier)
    bijdrage = stap.bijdrage_van(cast.gemma, weging)
    url = reverse("beoordeling:wegingsbijdrage_bewaren", args=[bijdrage.pk])
    assert "Op welke informatie uit dit dossier rust dit?" in als(cast.gemma).get(url).text
    wegingsbijdrage_bewaren(cast.gemma.toegang, bijdrage, antwoorden={}, bewijs=[item.pk])
    bijdrage.refresh_from_db()
    assert bijdrage.bewijs == [item.pk]


def test_een_doel_van_het_plan_noemt_het_ook(cast: Cast, als: Als) -> None:
    plan, doel = casus.plan_met_doel(cast, casus.casus_geopend(cast))
    item = stap.contact_vastgelegd(cast.rik, plan.dossier, contactdoel="Schulden besproken")
    velden = {
        "leefdomein": "inkomen",
        "omschrijving": "Schulden onder controle",
        "meetbaar": "Een regeling",
        "uiterlijk": NU.date() + timedelta(days=90),
    }
    plandoel_toevoegen(cast.rik.toegang, plan, bewijs=[item.pk], **velden)
    plandoel_wijzigen(cast.rik.toegang, doel, bewijs=[item.pk], **velden)
    url = reverse("casusregie:plan_inzien", args=[plan.dossier_id])
    tekst = als(cast.rik).get(url).text
    assert "Dit rust op:" in tekst
    informatie_intrekken(cast.rik.toegang, item, reden="Klopt niet")
    tekst = als(cast.rik).get(url).text
    assert "die hier is genoemd, is ingetrokken" in tekst
