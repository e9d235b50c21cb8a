"""wissen_vragen, informatie_wissen en wissen_afwijzen: twee personen, en er blijft niets van over."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.selectors.informatie import verborgen
from beoordeling.services.embargo import informatie_vrijgeven
from beoordeling.services.informatie import (
    document_toevoegen,
    informatie_corrigeren,
    informatie_intrekken,
)
from beoordeling.services.wissing import informatie_wissen, wissen_afwijzen, wissen_vragen
from convenant.enums import (
    Categorie,
    Niveau,
    Taaksoort,
    Terughaalaanleiding,
    Terughaaluitkomst,
    Wisgrond,
    Wisstand,
)
from convenant.handeling import Geweigerd
from convenant.logboek import log_controleren, log_verzegelen
from convenant.models import Hoedanigheid, Taak, Terughaalpost, Wissing
from convenant.rules.wissing import tweede_personen
from convenant.selectors.logboek import logboek_van_dossier
from convenant.selectors.wissing import STANDEN, wissingen
from convenant.services.terughalen import terughalen_bevestigen
from monitoring.models import Vrijgave
from monitoring.rapportage import dossier_verborgen
from tests.cast import LANG, Cast, Speler, later
from tests.stappen.beoordeling import contact_vastgelegd
from tests.stappen.besluit import PDF
from tests.stappen.embargo import collega, embargo_gelegd, in_uitvoering, van_ron
from tests.stappen.monitoring import tekst_vrijgegeven
from tests.stappen.verzegeling import verzegeld
from tests.stappen.wissing import ingetrokken, waar_staat, wissen_gevraagd

type Als = Callable[[Speler], Client]
GEHEIM = "tulpenvaas"
"""A word that only this item ever says, in whatever became of it."""


def document(cast: Cast, **gegevens: object) -> Informatie:
    """Recorded by Ron, put right once, released for the Commissie, and taken back."""
    dossier = in_uitvoering(cast)
    item = document_toevoegen(
        cast.ron.toegang,
        dossier,
        bestand=SimpleUploadedFile(f"{GEHEIM}.pdf", PDF),
        titel=f"Verslag {GEHEIM}",
        tekst=f"Eerst stond er {GEHEIM}",
        gebeurd_op=cast.ron.toegang.vandaag - timedelta(days=90),
        grondslag=f"Aangifte van de {GEHEIM}",
        doel=f"Weten waar de {GEHEIM} is",
        **gegevens,
    )
    informatie_corrigeren(
        cast.ron.toegang, item, reden=f"Niet {GEHEIM}", tekst=f"Toen stond er {GEHEIM}"
    )
    tekst_vrijgegeven(cast.paula.toegang, dossier, tekst=f"Iets over een {GEHEIM}", informatie=item)
    return informatie_intrekken(cast.ron.toegang, item, reden=f"Het was geen {GEHEIM}")


def contact(cast: Cast) -> Informatie:
    """A contact of Ron that he took back."""
    return ingetrokken(cast.ron, van_ron(cast, in_uitvoering(cast)))


def vers(item: Informatie) -> Informatie:
    return Informatie._base_manager.get(pk=item.pk)


def open_taken(wissing: Wissing) -> list[Taak]:
    return list(
        Taak._base_manager.filter(
            soort=Taaksoort.WISSEN, object_id=wissing.pk, gereed_op__isnull=True
        )
    )


# Wat er van overblijft


def test_na_het_wissen_staat_het_nergens_meer_in_de_database_en_niet_als_bestand(
    cast: Cast, als: Als
) -> None:
    item = document(cast)
    bestand = vers(item).bestand.name
    wissing = wissen_gevraagd(cast.ron, item, cast.paula)
    assert set(waar_staat(GEHEIM)) == {
        "beoordeling_informatie",
        "beoordeling_historicalinformatie",
        "monitoring_vrijgave",
        "monitoring_historicalvrijgave",
    }
    assert default_storage.exists(bestand)
    log_verzegelen()

    wissing = informatie_wissen(cast.paula.toegang, wissing)

    assert waar_staat(GEHEIM) == {}
    assert not default_storage.exists(bestand)
    assert (wissing.stand, wissing.versies, wissing.bestanden) == (Wisstand.GEWIST, 4, 1)
    assert log_controleren() == []
    rest = vers(item)
    assert (rest.titel, rest.tekst, rest.bestand.name) == ("Gewist", "", "")
    assert rest.gebeurd_op == cast.ron.toegang.vandaag
    assert not Vrijgave._base_manager.filter(informatie=item).exists()
    (versie,) = Informatie.history.voor(cast.ron.toegang).filter(id=item.pk)
    assert (versie.handeling, versie.titel) == ("informatie_wissen", "Gewist")
    pagina = als(cast.ron).get(reverse("beoordeling:informatie_inzien", args=[item.pk]))
    assert "Deze informatie is gewist" in pagina.text
    assert "<dt>Gebeurd</dt>" not in pagina.text
    ophalen = reverse("beoordeling:document_ophalen", args=[item.pk])
    assert als(cast.ron).get(ophalen).status_code == 404


def test_een_bestand_dat_niet_weg_kan_houdt_alles_tegen(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    wissing = wissen_gevraagd(cast.ron, document(cast), cast.paula)
    monkeypatch.setattr(default_storage, "delete", weigert)
    with pytest.raises(OSError, match="alleen lezen"):
        informatie_wissen(cast.paula.toegang, wissing)
    wissing = wissingen(cast.paula.toegang).get(pk=wissing.pk)
    assert wissing.wacht
    assert "beoordeling_historicalinformatie" in waar_staat(GEHEIM)
    monkeypatch.undo()
    informatie_wissen(cast.paula.toegang, wissing)
    assert waar_staat(GEHEIM) == {}


def weigert(naam: str) -> None:
    """A disk that cannot be written."""
    raise OSError("alleen lezen")


def test_wie_alleen_wist_dat_het_er_was_leest_daar_niets_meer_van(cast: Cast) -> None:
    """Leo knows of what is strafrechtelijk that it is there, on the pages and in a report."""
    item = van_ron(cast, in_uitvoering(cast), categorie=Categorie.STRAFRECHTELIJK)
    leo, dossier = cast.leo.toegang, item.dossier

    def bekend() -> tuple[int, int]:
        return len(verborgen(leo, dossier.pk)), len(dossier_verborgen.blok(leo, dossier).verborgen)

    assert bekend() == (1, 1)
    informatie_wissen(
        cast.paula.toegang, wissen_gevraagd(cast.ron, ingetrokken(cast.ron, item), cast.paula)
    )
    assert bekend() == (0, 0)


# Wie het doet


def test_langs_de_paginas_vraagt_de_een_en_wist_de_ander(cast: Cast, als: Als) -> None:
    item = contact(cast)
    rena = collega(cast, cast.ron)
    ron = als(cast.ron)
    vragen = reverse("beoordeling:wissen_vragen", args=[item.pk])
    item_url = reverse("beoordeling:informatie_inzien", args=[item.pk])
    knoppen = ron.get(item_url).text
    assert vragen in knoppen
    assert reverse("beoordeling:informatie_intrekken", args=[item.pk]) not in knoppen
    velden = {
        "grond": "onrechtmatig",
        "reden": "Zonder grondslag gedeeld",
        "tweede": str(rena.hoedanigheid.pk),
    }
    leeg = ron.post(vragen, {})
    assert leeg.status_code == 422
    assert ron.post(vragen, velden | {"grond": "termijn"}).status_code == 422
    antwoord = ron.post(vragen, velden)
    inzien = reverse("beoordeling:wissing_inzien", args=[item.pk])
    assert antwoord.headers["Location"] == inzien
    assert "Verzoek bekijken" in ron.get(item_url).text
    wissen = reverse("beoordeling:informatie_wissen", args=[item.pk])
    assert ron.post(wissen, {}).status_code == 422
    (taak,) = open_taken(Wissing._base_manager.get(pk=item.pk))
    assert taak.voor_hoedanigheid == rena.hoedanigheid
    rena_ = als(rena)
    assert inzien in rena_.get(reverse("convenant:taak_inzien", args=[taak.pk])).text
    assert "Zonder grondslag gedeeld" in rena_.get(inzien).text
    assert rena_.post(wissen, {"versie": 1}).status_code == 303
    assert "Verklaring van vernietiging" in ron.get(inzien).text
    assert vers(item).gewist_op is not None
    assert open_taken(Wissing._base_manager.get(pk=item.pk)) == []


def test_alleen_de_bron_vraagt_en_pas_na_het_intrekken(cast: Cast) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    with pytest.raises(Geweigerd, match="Trek de informatie eerst in"):
        wissen_gevraagd(cast.ron, item, cast.paula)
    ingetrokken(cast.ron, item)
    with pytest.raises(Geweigerd, match="Alleen de bron"):
        wissen_gevraagd(cast.rik, item, cast.paula)
    with pytest.raises(Geweigerd, match="nog niet voorbij"):
        wissen_gevraagd(cast.ron, item, cast.paula, Wisgrond.TERMIJN)
    wissen_gevraagd(cast.ron, item, cast.paula)
    with pytest.raises(Geweigerd, match="al gevraagd"):
        wissen_gevraagd(cast.ron, item, cast.paula)


def test_na_de_dag_van_vernietigen_is_die_dag_de_grond(cast: Cast) -> None:
    item = contact(cast)
    ron = later(cast.ron.toegang, days=4000)
    assert vers(item).vernietigen_op < ron.vandaag
    wissing = wissen_vragen(
        ron,
        item,
        grond=Wisgrond.TERMIJN,
        reden="De termijn is voorbij",
        tweede=cast.paula.hoedanigheid,
    )
    assert wissing.grond == Wisgrond.TERMIJN


def test_alleen_wie_is_gevraagd_wist_het(cast: Cast) -> None:
    item = contact(cast)
    rena = collega(cast, cast.ron)
    wissing = wissen_gevraagd(cast.ron, item, rena)
    with pytest.raises(Geweigerd, match="U vroeg dit zelf"):
        informatie_wissen(cast.ron.toegang, wissing)
    with pytest.raises(Geweigerd, match="Rena Vlug is gevraagd"):
        informatie_wissen(cast.paula.toegang, wissing)
    with pytest.raises(Geweigerd, match="Alleen de bron"):
        wissen_afwijzen(cast.paula.toegang, wissing, reden="Nee")
    informatie_wissen(rena.toegang, wissing)
    for nog_eens in (
        lambda: informatie_wissen(rena.toegang, wissing),
        lambda: wissen_afwijzen(cast.ron.toegang, wissing, reden="Toch niet"),
    ):
        with pytest.raises(Geweigerd, match="al beslist"):
            nog_eens()
    with pytest.raises(Geweigerd, match="al gewist"):
        wissen_gevraagd(cast.ron, item, rena)


def test_afgewezen_kan_later_opnieuw_en_een_ander_van_de_bron_neemt_het_terug(cast: Cast) -> None:
    item = contact(cast)
    rena = collega(cast, cast.ron)
    wissing = wissen_gevraagd(cast.ron, item, cast.paula)
    wissing = wissen_afwijzen(cast.paula.toegang, wissing, reden="Er loopt een klacht")
    assert (wissing.stand, wissing.antwoord) == (Wisstand.AFGEWEZEN, "Er loopt een klacht")
    assert open_taken(wissing) == []
    wissing = wissen_gevraagd(cast.ron, item, cast.paula)
    assert (wissing.stand, wissing.antwoord, wissing.besloten_op) == (Wisstand.GEVRAAGD, "", None)
    wissen_afwijzen(rena.toegang, wissing, reden="Paula is weg")
    assert vers(item).gewist_op is None


def test_in_een_verzegeld_dossier_kan_alleen_wie_genoemd_is_de_tweede_zijn(cast: Cast) -> None:
    item = contact(cast)
    rena = collega(cast, cast.ron)
    verzegeld(cast.paula, item.dossier, cast.ron)
    ron = cast.ron.toegang
    mogelijk = set(tweede_personen(ron, item))
    assert cast.paula.hoedanigheid in mogelijk
    assert not {rena.hoedanigheid, cast.pieter.hoedanigheid} & mogelijk


def test_wie_het_voor_de_bron_vastlegde_vraagt_iemand_van_de_bron(cast: Cast) -> None:
    """Rik wrote it down for the reclassering: nothing of hers goes without her."""
    dossier = in_uitvoering(cast)
    van_haar = contact_vastgelegd(cast.rik, dossier, bron=cast.ron.organisatie)
    eigen = contact_vastgelegd(cast.rik, dossier)
    rik = cast.rik.toegang
    wie = {h.organisatie_id for h in tweede_personen(rik, van_haar)}
    assert wie == {cast.ron.organisatie.pk}
    assert cast.paula.hoedanigheid in set(tweede_personen(rik, eigen))
    ingetrokken(cast.rik, van_haar)
    with pytest.raises(Geweigerd, match="Kies iemand anders"):
        wissen_gevraagd(cast.rik, van_haar, cast.paula)
    informatie_wissen(cast.ron.toegang, wissen_gevraagd(cast.rik, van_haar, cast.ron))


def test_een_verzoek_dat_intussen_anders_is_wordt_niet_uitgevoerd(cast: Cast, als: Als) -> None:
    """Taken back and asked again while the page of the second person stood open."""
    item = contact(cast)
    wissing = wissen_gevraagd(cast.ron, item, cast.paula)
    url = reverse("beoordeling:informatie_wissen", args=[wissing.pk])
    gelezen = wissing.versie
    wissing = wissen_afwijzen(cast.ron.toegang, wissing, reden="Andere reden")
    wissing = wissen_gevraagd(cast.ron, item, cast.paula, Wisgrond.BEZWAAR)
    paula = als(cast.paula)
    assert paula.post(url, {"versie": gelezen}).status_code == 409
    assert vers(item).gewist_op is None
    assert paula.post(url, {"versie": wissing.versie}).status_code == 303


# De database houdt het vast


def test_de_toepassing_wist_zelf_niets(cast: Cast) -> None:
    item = contact(cast)
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Informatie.history.filter(id=item.pk)._raw_delete("default")
    for wissing in (None, wissen_gevraagd(cast.ron, item, cast.paula)):
        with (
            pytest.raises(DatabaseError, match="twee personen"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT wissen(%s)", [item.pk])
        assert wissing is None or wissing.wacht


def test_een_mens_in_twee_rollen_is_geen_twee_mensen(cast: Cast) -> None:
    """Also where the code would forget to look."""
    item = contact(cast)
    dezelfde = Hoedanigheid.objects.create(
        medewerker=cast.ron.hoedanigheid.medewerker,
        rol="procesregisseur",
        organisatie=cast.paula.organisatie,
        van=cast.ron.hoedanigheid.van,
        bevestigd_tot=LANG,
    )
    wissing = wissen_gevraagd(cast.ron, item, cast.paula)
    zo = {"stand": Wisstand.GEWIST, "besloten_op": cast.ron.toegang.moment}
    rij = Wissing._base_manager.filter(pk=wissing.pk)
    with pytest.raises(IntegrityError, match="gewist_door_een_ander"), transaction.atomic():
        rij.update(**zo, besloten_door=cast.ron.hoedanigheid)
    rij.update(**zo, besloten_door=dezelfde, tweede=dezelfde)
    with (
        pytest.raises(DatabaseError, match="twee personen"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT wissen(%s)", [item.pk])


def test_een_verklaring_verandert_niet_meer_en_gaat_niet_weg(cast: Cast) -> None:
    wissing = wissen_gevraagd(cast.ron, contact(cast), cast.paula)
    informatie_wissen(cast.paula.toegang, wissing)
    rij = Wissing._base_manager.filter(pk=wissing.pk)
    with pytest.raises(DatabaseError, match="blijft gewist"), transaction.atomic():
        rij.update(reden="Iets anders")
    with pytest.raises(DatabaseError, match="blijft gewist"), transaction.atomic():
        rij._raw_delete("default")


# Wie het hoort


def test_wie_nog_iets_heeft_wordt_opnieuw_gevraagd(cast: Cast) -> None:
    """Rik's item went to the reclassering, which kept it, and to care, which destroyed it."""
    item = van_ron(cast, in_uitvoering(cast, cast.zoe))
    ingetrokken(cast.ron, item)
    posten = Terughaalpost._base_manager.filter(stuk_id=item.pk)
    gemeente = posten.get(organisatie=cast.rik.organisatie)
    zorg = posten.get(organisatie=cast.zoe.organisatie)
    terughalen_bevestigen(
        cast.rik.toegang,
        gemeente,
        uitkomst=Terughaaluitkomst.BEWAART,
        toelichting="Nodig voor het besluit",
    )
    terughalen_bevestigen(cast.zoe.toegang, zorg, uitkomst=Terughaaluitkomst.VERNIETIGD)
    anders = posten.exclude(pk__in=[gemeente.pk, zorg.pk])
    assert not anders.filter(bevestigd_op__isnull=False).exists()

    informatie_wissen(cast.paula.toegang, wissen_gevraagd(cast.ron, item, cast.paula))

    nieuw = posten.filter(aanleiding=Terughaalaanleiding.WISSING)
    assert [post.organisatie for post in nieuw] == [cast.rik.organisatie]


def test_van_wat_verborgen_is_hoort_niemand_dat_het_is_gewist(cast: Cast, als: Als) -> None:
    """Until its source releases it; a sister item that is not hidden shows what there is to hear."""
    dossier = in_uitvoering(cast)
    open_, stil = van_ron(cast, dossier), van_ron(cast, dossier)
    rena = collega(cast, cast.ron)
    embargo = embargo_gelegd(cast, stil, "verborgen", bewaarder=rena)
    for item in (open_, stil):
        wissing = wissen_gevraagd(cast.ron, ingetrokken(cast.ron, item), rena)
        informatie_wissen(rena.toegang, wissing)
    wat = {"wissen_vragen", "informatie_wissen"}
    regels = logboek_van_dossier(cast.paula.toegang, dossier.pk).filter(naam__in=wat)
    assert {regel.object_id for regel in regels} == {open_.pk}
    assert not Terughaalpost._base_manager.filter(stuk_id=stil.pk).exists()
    bestaan = Informatie.objects.voor(cast.rik.toegang, minstens=Niveau.BESTAAN)
    assert set(bestaan.filter(dossier=dossier)) == {open_}
    assert not wissingen(cast.rik.toegang).exists()
    assert wissingen(cast.ron.toegang).count() == 2
    gevraagd = "is gevraagd om het te vernietigen"
    for item, gehoord in ((open_, True), (stil, False)):
        url = reverse("beoordeling:informatie_inzien", args=[item.pk])
        assert (gevraagd in als(cast.ron).get(url).text) == gehoord
    informatie_vrijgeven(cast.ron.toegang, embargo)
    posten = Terughaalpost._base_manager.filter(stuk_id=stil.pk)
    assert {post.aanleiding for post in posten} == {Terughaalaanleiding.WISSING}


def test_de_fg_ziet_wat_is_gewist_en_wat_te_lang_wacht(cast: Cast, als: Als) -> None:
    item = contact(cast)
    wissing = wissen_gevraagd(cast.ron, item, cast.paula)
    frits = als(cast.frits)
    lijst = reverse("beoordeling:wissingen")
    inzien = reverse("beoordeling:wissing_inzien", args=[item.pk])
    assert inzien in frits.get(lijst).text
    pagina = frits.get(inzien).text
    assert "Er was geen grondslag om dit te delen" in pagina
    assert item.dossier.nummer not in pagina
    assert reverse("beoordeling:informatie_wissen", args=[item.pk]) not in pagina
    assert "Wat kan nu" not in pagina
    assert not STANDEN["te_laat"](cast.frits.toegang).exists()
    assert STANDEN["te_laat"](later(cast.frits.toegang, days=8)).exists()
    informatie_wissen(cast.paula.toegang, wissing)
    assert "keer informatie gewist in 30 dagen" in frits.get(reverse("convenant:fg_bureau")).text
    assert als(cast.rik).get(inzien).status_code == 404
    assert als(cast.leo).get(lijst).status_code == 404
