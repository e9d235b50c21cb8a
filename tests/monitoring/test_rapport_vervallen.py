"""A dossierrapport that holds what its asker may no longer read is vervallen, and its file goes."""

import io
from collections.abc import Callable
from datetime import timedelta

import pikepdf
import pytest
import time_machine
from django.core.files.storage import default_storage
from django.test import Client
from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.services.informatie import informatie_corrigeren, informatie_intrekken
from beoordeling.services.wissing import informatie_wissen
from beoordeling.services.zorgdeling import toestemming_intrekken
from casusregie.config.celery import app
from convenant.enums import IN_AANPAK, Categorie, Niveau, Relatie, Rol, Voorwaarde
from convenant.models import Convenantversie, Grondslag, Logregel
from convenant.services.convenantversie import (
    convenantversie_bevestigen,
    convenantversie_opstellen,
    convenantversie_vaststellen,
    deelregel_schrappen,
    deelregel_toevoegen,
)
from monitoring import tasks
from monitoring.enums import Rapportsoort, Rapportstatus
from monitoring.models import Rapport
from monitoring.selectors.rapporten import rapporten
from monitoring.services.rapportmaker import rapport_afmaken
from tests.cast import NU, Cast, Speler, later
from tests.infra.vragen import Paginavragen
from tests.monitoring.conftest import Aanpak, betrek
from tests.stappen.beoordeling import contact_vastgelegd
from tests.stappen.embargo import embargo_gelegd, van_ron
from tests.stappen.monitoring import (
    dossierrapport_gevraagd,
    incident_gemeld,
    toezichtrapport_gevraagd,
)
from tests.stappen.verzegeling import verzegeld
from tests.stappen.wissing import wissen_gevraagd
from tests.stappen.zorg import toestemming_gegeven

type Als = Callable[[Speler], Client]
type Daad = Callable[[Cast, Informatie], object]
EVEN, LATER = NU + timedelta(minutes=30), NU + timedelta(hours=2)
ZIN = "Dit rapport is vervallen: wat erin staat, mag u niet allemaal meer lezen."
MAKER = "monitoring.services.rapportmaker.pdf_van_html"
LIJST_QUERIES = 7
"""Two more than without a report of a dossier: what its items are to the asker now, and a line in
the logboek that he read of that dossier."""


def klein_blad(html: str) -> bytes:
    """A page without words: what is drawn is not what these tests are about."""
    blad = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(blad)
    return blad.getvalue()


@pytest.fixture(autouse=True)
def _zonder_tekenen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MAKER, klein_blad)


@pytest.fixture
def item(cast: Cast, aanpak: Aanpak, als: Als) -> Informatie:
    """A contact of the reclassering that Leo reads, from the moment that the clock stands still."""
    return van_ron(cast, aanpak.dossier)


@pytest.fixture
def rapport(cast: Cast, item: Informatie) -> Rapport:
    return gemaakt(cast, item)


def gemaakt(cast: Cast, item: Informatie) -> Rapport:
    rapport = dossierrapport_gevraagd(cast.leo.toegang, item.dossier)
    rapport_afmaken(rapport.pk)
    return vers(rapport)


def vers(rapport: Rapport) -> Rapport:
    rapport.refresh_from_db()
    return rapport


def opgehaald(client: Client, rapport: Rapport) -> int:
    antwoord = client.get(reverse("monitoring:rapport_downloaden", args=[rapport.pk]))
    if antwoord.streaming:
        assert b"".join(antwoord.streaming_content).startswith(b"%PDF")
    return antwoord.status_code


def leest(client: Client, rapport: Rapport) -> str:
    return client.get(reverse("monitoring:rapport_inzien", args=[rapport.pk])).content.decode()


def versie_vastgesteld(cast: Cast, wijzig: Callable[[Convenantversie], object], op=EVEN) -> None:
    paula = cast.paula.op(op - timedelta(minutes=5))
    concept = convenantversie_opstellen(paula, toelichting="Anders delen")
    wijzig(concept)
    convenantversie_bevestigen(cast.leo.op(op), convenantversie_vaststellen(paula, concept))


def versmald(cast: Cast, item: Informatie) -> None:
    """The leidinggevende is no longer told that there is anything strafrechtelijk."""

    def zonder(concept: Convenantversie) -> None:
        rijen = concept.deelregels.filter(rol=Rol.LEIDINGGEVENDE)
        for rij in rijen.filter(categorieen__contains=[Categorie.STRAFRECHTELIJK]):
            deelregel_schrappen(cast.paula.op(EVEN - timedelta(minutes=5)), rij)

    versie_vastgesteld(cast, zonder)


def zichtbaar(cast: Cast, item: Informatie) -> None:
    embargo_gelegd(cast, item, "zichtbaar")


def verborgen(cast: Cast, item: Informatie) -> None:
    embargo_gelegd(cast, item, "verborgen")


def ingetrokken(cast: Cast, item: Informatie) -> None:
    informatie_intrekken(cast.ron.toegang, item, reden="Het ging over iemand anders")


def gecorrigeerd(cast: Cast, item: Informatie) -> None:
    ron = later(cast.ron.toegang, minutes=1)
    informatie_corrigeren(ron, item, reden="Verkeerde dag", tekst="Het was dinsdag.")


def iets_nieuws_verborgen(cast: Cast, item: Informatie) -> None:
    embargo_gelegd(cast, van_ron(cast, item.dossier), "verborgen")


@pytest.mark.parametrize("daad", [zichtbaar, verborgen, ingetrokken, versmald])
def test_wat_is_ontnomen_is_ook_uit_het_rapport_weg(
    cast: Cast, als: Als, item: Informatie, rapport: Rapport, daad: Daad
) -> None:
    assert opgehaald(als(cast.leo), rapport) == 200
    bestand = rapport.bestand.name
    daad(cast, item)
    with time_machine.travel(LATER, tick=False):
        client = als(cast.leo)
        assert opgehaald(client, rapport) == 404
        for keer in ("voor het opruimen", "erna"):
            pagina = leest(client, rapport)
            assert ZIN in pagina, keer
            assert item.titel not in pagina
            assert f"soort=dossier&amp;nummer={item.dossier.nummer}" in pagina
            lijst = client.get(reverse("monitoring:rapporten")).content.decode()
            assert "vervallen" in lijst.split("<tbody")[1]
            gedaan = 1 if keer == "voor het opruimen" else 0
            assert tasks.rapporten_opruimen(str(item.dossier_id)) == gedaan
    assert not default_storage.exists(bestand)
    over = vers(rapport)
    assert (over.status, over.vervallen_op, over.bestand.name) == ("vervallen", LATER, "")
    assert Logregel.objects.buiten_toegang("de test leest alles").filter(
        naam="rapport_vervallen", object_id=rapport.pk, dossier_id=None
    )
    rapport_afmaken(rapport.pk)
    assert not vers(rapport).bestand


@pytest.mark.parametrize("daad", [gecorrigeerd, iets_nieuws_verborgen])
def test_wat_hij_nog_mag_lezen_blijft(
    cast: Cast, als: Als, item: Informatie, rapport: Rapport, daad: Daad
) -> None:
    daad(cast, item)
    toezicht = toezichtrapport_gevraagd(cast.leo.toegang, NU.date(), NU.date())
    rapport_afmaken(toezicht.pk)
    with time_machine.travel(LATER, tick=False):
        assert tasks.rapporten_opruimen() == 0
        client = als(cast.leo)
        assert (opgehaald(client, rapport), opgehaald(client, toezicht)) == (200, 200)
        assert ("is gecorrigeerd" in leest(client, rapport)) is (daad is gecorrigeerd)


def test_ook_dat_er_iets_is_mag_niet_meer_worden_verteld(
    cast: Cast, als: Als, aanpak: Aanpak, item: Informatie
) -> None:
    """Of what is strafrechtelijk Leo knows that it is there; of what is hidden he does not."""
    incident = incident_gemeld(cast.rik.toegang, aanpak.dossier)
    een, ander = (
        van_ron(cast, aanpak.dossier, categorie=Categorie.STRAFRECHTELIJK) for _ in range(2)
    )
    rapport = gemaakt(cast, item)
    assert set(rapport.noemt) == {incident.pk, een.pk, ander.pk}
    client = als(cast.leo)
    zichtbaar(cast, een)
    assert opgehaald(client, rapport) == 200
    verborgen(cast, ander)
    assert opgehaald(client, rapport) == 404


def test_wat_wordt_gewist_is_ook_niet_meer_te_noemen(
    cast: Cast, als: Als, item: Informatie
) -> None:
    """Of a withdrawn item a report still tells the day; erasing takes that away as well."""
    ingetrokken(cast, item)
    rapport = gemaakt(cast, item)
    assert opgehaald(als(cast.leo), rapport) == 200
    wissing = wissen_gevraagd(cast.ron, item, cast.paula)
    assert opgehaald(als(cast.leo), rapport) == 200
    informatie_wissen(cast.paula.toegang, wissing)
    assert opgehaald(als(cast.leo), rapport) == 404
    assert opgehaald(als(cast.leo), gemaakt(cast, item)) == 200


def test_met_de_toestemming_vervalt_wat_de_zorg_deelde(
    cast: Cast, als: Als, request: pytest.FixtureRequest
) -> None:
    """Under a version that lets a leidinggevende who is involved read it."""
    begin = NU - timedelta(hours=1)
    versie_vastgesteld(
        cast,
        lambda concept: deelregel_toevoegen(
            cast.paula.op(begin),
            concept,
            artikel="7.4",
            rol=Rol.LEIDINGGEVENDE,
            soorten=[],
            categorieen=[Categorie.MEDISCH],
            fasen=list(IN_AANPAK),
            niveau=Niveau.INHOUD,
            voorwaarde=Voorwaarde.TOESTEMMING,
            doel="Lezen wat de zorg deelt",
            grondslag=Grondslag.objects.get(code="wgbo"),
        ),
        op=begin,
    )
    dossier = request.getfixturevalue("aanpak").dossier
    betrek(cast, dossier, cast.leo, Relatie.LEZER)
    item = contact_vastgelegd(cast.zoe, dossier)
    toestemming_gegeven(cast.zoe, item, cast.rik)
    rapport = gemaakt(cast, item)
    assert item.pk in rapport.rust_op
    assert opgehaald(als(cast.leo), rapport) == 200
    toestemming_intrekken(cast.zoe.toegang, dossier, intrekwijze="In een gesprek")
    with time_machine.travel(LATER, tick=False):
        assert opgehaald(als(cast.leo), rapport) == 404
        assert tasks.rapporten_opruimen(str(dossier.pk)) == 1
    assert not vers(rapport).bestand


def test_wie_zijn_rol_kwijt_is_laat_geen_bestand_achter(
    cast: Cast, als: Als, rapport: Rapport
) -> None:
    client = als(cast.leo)
    assert opgehaald(client, rapport) == 200
    cast.leo.hoedanigheid.tot = NU.date() - timedelta(days=1)
    cast.leo.hoedanigheid.save()
    assert opgehaald(client, rapport) == 302
    assert tasks.rapporten_opruimen() == 1
    assert not vers(rapport).bestand


def test_een_bestand_dat_niet_weg_kan_houdt_de_andere_niet_tegen(
    cast: Cast, item: Informatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerste, tweede = (gemaakt(cast, item).bestand.name for _ in range(2))
    verwijder = default_storage.delete

    def weigert(naam: str) -> None:
        if naam == eerste:
            raise OSError("alleen lezen")
        verwijder(naam)

    ingetrokken(cast, item)
    monkeypatch.setattr(default_storage, "delete", weigert)
    with time_machine.travel(LATER, tick=False):
        assert tasks.rapporten_opruimen() == 2
    assert (default_storage.exists(eerste), default_storage.exists(tweede)) == (True, False)
    monkeypatch.undo()
    tasks.rapporten_opruimen()
    assert not default_storage.exists(eerste)


def test_wie_het_dossier_kwijt_is_laat_geen_bestand_achter(
    cast: Cast, als: Als, item: Informatie, rapport: Rapport
) -> None:
    client = als(cast.leo)
    assert opgehaald(client, rapport) == 200
    verzegeld(cast.paula, item.dossier)
    assert opgehaald(client, rapport) == 404
    assert leest(client, rapport).count(ZIN) == 0
    assert tasks.rapporten_opruimen() == 1
    assert not vers(rapport).bestand


def test_van_een_dossier_dat_hij_niet_meer_kent_staat_er_geen_rapport(
    cast: Cast, als: Als, rapport: Rapport
) -> None:
    def zonder_dossiers(concept: Convenantversie) -> None:
        for rij in concept.deelregels.filter(rol=Rol.LEIDINGGEVENDE):
            deelregel_schrappen(cast.paula.op(EVEN - timedelta(minutes=5)), rij)

    dag = NU.date()
    toezichtrapport_gevraagd(cast.leo.toegang, dag - timedelta(days=30), dag)
    versie_vastgesteld(cast, zonder_dossiers)
    assert [r.soort for r in rapporten(cast.leo.op(LATER))] == [Rapportsoort.TOEZICHT]


def test_een_rapport_dat_niet_zegt_waar_het_op_rust_is_vervallen(
    cast: Cast, als: Als, rapport: Rapport
) -> None:
    assert opgehaald(als(cast.leo), rapport) == 200
    rapport.rust_op = rapport.noemt = rapport.rechten = []
    rapport.save()
    assert opgehaald(als(cast.leo), rapport) == 404


def test_wat_tijdens_het_maken_wordt_ontnomen_wordt_niet_bewaard(
    cast: Cast, item: Informatie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def intussen(html: str) -> bytes:
        verborgen(cast, item)
        return klein_blad(html)

    monkeypatch.setattr(MAKER, intussen)
    rapport = gemaakt(cast, item)
    assert (rapport.status, rapport.bestand.name) == (Rapportstatus.MISLUKT, "")
    assert rapport.stap == "Intussen veranderde wat u mag lezen. Vraag het rapport opnieuw aan."


def test_terugnemen_ruimt_meteen_op_en_de_nacht_doet_de_rest(
    cast: Cast,
    rapport: Rapport,
    item: Informatie,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks,
) -> None:
    rij: list[str] = []
    monkeypatch.setattr(tasks.rapporten_opruimen, "delay", rij.append)
    for daad, dossiers in ((gecorrigeerd, []), (ingetrokken, [str(item.dossier_id)])):
        with django_capture_on_commit_callbacks(execute=True):
            daad(cast, item)
        assert rij == dossiers
    taken = {regel["task"] for regel in app.conf.beat_schedule.values()}
    assert tasks.rapporten_opruimen.name in taken


@pytest.mark.parametrize("aantal", [1, 3])
def test_de_lijst_vraagt_altijd_evenveel(
    cast: Cast, als: Als, item: Informatie, aantal: int, paginavragen: Paginavragen
) -> None:
    for _ in range(aantal):
        gemaakt(cast, item)
    verborgen(cast, item)
    client = als(cast.leo)
    url = reverse("monitoring:rapporten")
    client.get(url)
    with paginavragen(LIJST_QUERIES):
        html = client.get(url).content.decode()
    assert html.count(f"Dossierrapport {item.dossier.nummer}") == aantal
