"""The pages of the case: the list, the forms, and what they refuse."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from casusregie.enums import Informeerstatus
from casusregie.models import Casus, Informering, Pauze, Veiligheidswaarschuwing
from casusregie.selectors.casus import casussen_gefilterd
from casusregie.services.casus import risicogroep_wijzigen
from casusregie.services.pauze import casus_pauzeren
from casusregie.services.waarschuwing import waarschuwing_plaatsen
from casusregie.ui.paging import GROOTTE
from convenant.enums import Fase
from tests.cast import NU, Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen.casus import casus_geopend, partner_betrokken

type Als = Callable[[Speler], Client]

VANDAAG = NU.date()
LIJST_QUERIES = 8
LANG = "a" * 20_001
STUURTEKEN = "tekst met \x07 erin"


def lijst(query: str = "") -> str:
    return reverse("casusregie:casussen") + query


def op_dossier(naam: str, casus: Casus) -> str:
    return reverse(f"casusregie:{naam}", args=[casus.dossier_id])


@pytest.mark.parametrize("aantal", [1, 3])
def test_de_lijst_kost_evenveel_bij_een_en_bij_drie(
    cast: Cast, als: Als, paginavragen: Paginavragen, aantal: int
) -> None:
    for _ in range(aantal):
        casus_geopend(cast)
    paula = als(cast.paula)
    paula.get(lijst())
    with paginavragen(LIJST_QUERIES):
        antwoord = paula.get(lijst())
    assert antwoord.content.decode().count("over 6 maanden") == aantal


def test_de_lijst_noemt_nummers_en_nooit_namen(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    tekst = als(cast.paula).get(lijst()).content.decode()
    assert casus.dossier.nummer in tekst
    assert "Voorbeeld" not in tekst


def test_ieder_ziet_de_eigen_casussen(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    nummer = casus.dossier.nummer
    assert nummer in als(cast.rik).get(lijst()).content.decode()
    assert nummer not in als(cast.ruben).get(lijst()).content.decode()
    assert "Geen casussen" in als(cast.ruben).get(lijst()).content.decode()
    assert als(cast.samira).get(lijst()).status_code == 404
    assert als(cast.cora).get(lijst()).status_code == 404


def test_filters_staan_in_de_url_en_tellen_als_mijn_werk(cast: Cast, als: Als) -> None:
    laat = casus_geopend(cast, herbeoordeling_op=VANDAAG - timedelta(days=3))
    straks = casus_geopend(cast, herbeoordeling_op=VANDAAG + timedelta(days=9))
    casus_pauzeren(
        cast.rik.toegang,
        straks,
        reden="Opname",
        eigenaar=cast.rik.hoedanigheid,
        tot=VANDAAG + timedelta(days=5),
    )
    rik = als(cast.rik)
    verwacht = {
        "stand=te_laat": (laat, straks),
        "stand=straks": (straks, laat),
        "stand=pauze": (straks, laat),
        "stand=pauze_loopt_af": (straks, laat),
        "fase=gesloten": (None, laat),
        "risicogroep=2": (None, laat),
    }
    for vraag, (wel, niet) in verwacht.items():
        tekst = rik.get(lijst(f"?{vraag}")).content.decode()
        assert wel is None or wel.dossier.nummer in tekst, vraag
        assert niet is None or niet.dossier.nummer not in tekst, vraag
    beide = rik.get(lijst("?stand=zonder_plan&sorteer=-herbeoordeling_volgorde")).content.decode()
    assert beide.index(straks.dossier.nummer) < beide.index(laat.dossier.nummer)
    werk = rik.get(reverse("convenant:mijn_werk")).content.decode()
    assert "?stand=te_laat" in werk
    assert rik.get(lijst("?stand=onzin&vanaf=kapot&regisseur=x")).status_code == 200


def test_de_procesregisseur_filtert_op_regisseur(cast: Cast, als: Als) -> None:
    van_rik = casus_geopend(cast)
    van_ruben = casus_geopend(cast, regisseur="ruben")
    vraag = f"?regisseur={cast.ruben.hoedanigheid.pk}"
    tekst = als(cast.paula).get(lijst(vraag)).content.decode()
    assert van_ruben.dossier.nummer in tekst
    assert van_rik.dossier.nummer not in tekst


def test_het_dossier_zegt_wat_er_is_en_wat_er_moet(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast, herbeoordeling_op=VANDAAG + timedelta(days=9))
    partner_betrokken(cast, casus, cast.zoe)
    waarschuwing_plaatsen(
        cast.rik.toegang, casus.dossier, tekst="Nooit alleen op bezoek", tot=VANDAAG
    )
    url = reverse("convenant:dossier_inzien", args=[casus.dossier_id])
    tekst = als(cast.rik).get(url).content.decode()
    for stuk in (
        "Herbeoordeling over 9 dagen",
        "Nooit alleen op bezoek",
        "GGZ De Linde",
        "4 radicaliserend met strafbare feiten",
        "Betrokkene informeren",
        "voorwaarden: 0 van 2 gehaald",
        "Opgenomen in de aanpak",
        "Plan van aanpak",
        "Afschaling",
        "laatste 3 maanden",
    ):
        assert stuk in tekst, stuk


@pytest.mark.parametrize(
    ("naam", "gegevens"),
    [
        ("waarschuwing_plaatsen", {"tekst": "Bel eerst", "tot": "2026-12-01"}),
        ("casus_pauzeren", {"reden": "Opname", "eigenaar": "rik", "tot": "2026-12-01"}),
        ("risicogroep_wijzigen", {"risicogroep": "3", "reden": "Ticket", "versie": "1"}),
        (
            "herbeoordeling_vastleggen",
            {
                "conclusie": "voortzetten",
                "onderbouwing": "Nog niet stabiel",
                "volgende_op": "2027-05-18",
            },
        ),
    ],
)
def test_een_handeling_van_de_regisseur(
    cast: Cast, als: Als, naam: str, gegevens: dict[str, str]
) -> None:
    casus = casus_geopend(cast)
    url = op_dossier(naam, casus)
    if "eigenaar" in gegevens:
        gegevens = gegevens | {"eigenaar": str(cast.rik.hoedanigheid.pk)}
    rik = als(cast.rik)
    assert rik.get(url).status_code == 200
    assert als(cast.ruben).get(url).status_code == 404
    leeg = rik.post(url, {})
    assert leeg.status_code == 422
    for veld in gegevens:
        if veld in ("versie", "eigenaar", "risicogroep", "conclusie"):
            continue
        datumveld = veld in ("tot", "volgende_op")
        for fout in ("2040-01-01", "geen datum") if datumveld else (LANG, STUURTEKEN):
            antwoord = rik.post(url, gegevens | {veld: fout})
            assert antwoord.status_code == 422, (veld, fout[:20])
    antwoord = rik.post(url, gegevens)
    assert antwoord.status_code == 303, antwoord.content.decode()[:3000]


def test_een_ander_uit_de_lijst_kan_geen_eigenaar_zijn(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    gegevens = {"reden": "Opname", "tot": "2026-12-01"}
    for wie in (str(cast.zoe.hoedanigheid.pk), str(uuid.uuid4()), "onzin"):
        antwoord = als(cast.rik).post(
            op_dossier("casus_pauzeren", casus), gegevens | {"eigenaar": wie}
        )
        assert antwoord.status_code == 422
    assert not Pauze.objects.voor(cast.rik.toegang).exists()


def test_wie_te_laat_is_ziet_het_verschil_en_houdt_zijn_tekst(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    url = op_dossier("risicogroep_wijzigen", casus)
    risicogroep_wijzigen(cast.wendy.toegang, casus, risicogroep=2, reden="Wendy")
    antwoord = als(cast.rik).post(url, {"risicogroep": "3", "reden": "Mijn reden", "versie": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Mijn reden" in tekst
    assert "2 ronselaars" in tekst


def test_een_dubbele_klik_geeft_een_waarschuwing(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    gegevens = {"tekst": "Bel eerst", "tot": "2026-12-01", "sleutel": str(uuid.uuid4())}
    rik = als(cast.rik)
    for _ in range(2):
        assert rik.post(op_dossier("waarschuwing_plaatsen", casus), gegevens).status_code == 303
    assert Veiligheidswaarschuwing.objects.voor(cast.rik.toegang).count() == 1


def test_informeren_en_uitstellen_op_het_scherm(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    informering = Informering.objects.voor(cast.rik.toegang).get(dossier=casus.dossier)
    rik = als(cast.rik)
    uitstel = reverse("casusregie:informeren_uitstellen", args=[informering.pk])
    antwoord = rik.post(uitstel, {"uitstelgrond": "Onderzoek", "uitgesteld_tot": "2027-04-01"})
    assert antwoord.status_code == 422
    assert "Uiterlijk 18 februari 2027" in antwoord.content.decode()
    antwoord = rik.post(uitstel, {"uitstelgrond": "Onderzoek", "uitgesteld_tot": "2027-02-01"})
    assert antwoord.status_code == 303
    url = reverse("casusregie:betrokkene_informeren", args=[informering.pk])
    assert als(cast.ruben).get(url).status_code == 404
    assert rik.post(url, {"geinformeerd_op": "2030-01-01", "wijze": "Brief"}).status_code == 422
    assert rik.post(url, {"geinformeerd_op": "2026-11-18", "wijze": "Brief"}).status_code == 303
    informering.refresh_from_db()
    assert informering.status == Informeerstatus.GEDAAN
    nog_eens = rik.get(url)
    assert nog_eens.status_code == 403
    assert "al geïnformeerd" in nog_eens.content.decode()


def test_wie_helpt_staat_er_alleen_voor_wie_dat_mag_weten(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    partner_betrokken(cast, casus, cast.zoe)
    url = reverse("convenant:dossier_inzien", args=[casus.dossier_id])
    assert cast.zoe.organisatie.naam in als(cast.rik).get(url).content.decode()
    for wie in (cast.olga, cast.piet, cast.samira):
        tekst = als(wie).get(url).content.decode()
        assert cast.zoe.organisatie.naam not in tekst
        assert cast.zoe.medewerker.naam not in tekst


def test_pauze_en_waarschuwing_gaan_er_weer_af(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    rik = cast.rik.toegang
    pauze = casus_pauzeren(
        rik,
        casus,
        reden="Opname",
        eigenaar=cast.rik.hoedanigheid,
        tot=VANDAAG + timedelta(days=5),
    )
    waarschuwing = waarschuwing_plaatsen(rik, casus.dossier, tekst="Let op", tot=VANDAAG)
    for naam, pk in (("pauze_opheffen", pauze.pk), ("waarschuwing_intrekken", waarschuwing.pk)):
        url = reverse(f"casusregie:{naam}", args=[pk])
        assert als(cast.ruben).get(url).status_code == 404
        assert als(cast.rik).post(url, {"reden": ""}).status_code == 422
        assert als(cast.rik).post(url, {"reden": "Niet meer nodig"}).status_code == 303


def test_de_procesregisseur_wijst_een_regisseur_aan(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    url = op_dossier("regisseur_wijzigen", casus)
    keuze = str(cast.ruben.hoedanigheid.pk)
    paula = als(cast.paula)
    assert als(cast.rik).get(url).status_code == 404
    zelfde = paula.post(url, {"regisseur": keuze, "waarnemer": keuze, "reden": "Verlof"})
    assert "iemand anders" in zelfde.content.decode()
    assert paula.post(url, {"regisseur": keuze, "reden": "Verlof"}).status_code == 303


def test_wie_geen_herbeoordeling_meer_nodig_heeft_staat_achteraan(cast: Cast, als: Als) -> None:
    klaar = casus_geopend(cast, herbeoordeling_op=VANDAAG - timedelta(days=20))
    casus_geopend(cast, herbeoordeling_op=VANDAAG + timedelta(days=100))
    for dagen in range(GROOTTE):
        casus_geopend(cast, herbeoordeling_op=VANDAAG - timedelta(days=30 - dagen))
    klaar.dossier.fase, klaar.afgeschaald_op = Fase.NAZORG, NU
    klaar.dossier.save()
    klaar.save()
    paula = als(cast.paula)
    eerste = paula.get(lijst())
    wanneer = [rij[2] for rij in eerste.context["rijen"]]
    assert all(cel.chip and "te laat" in cel.chip.tekst for cel in wanneer)
    tweede = paula.get(lijst(f"?vanaf={eerste.context['bladzijde'].volgende}"))
    assert [rij[0].tekst for rij in tweede.context["rijen"]][-1] == klaar.dossier.nummer
    assert [rij[2].tekst for rij in tweede.context["rijen"]] == ["", "niet meer nodig"]
    terug = paula.get(lijst("?sorteer=-herbeoordeling_volgorde"))
    assert terug.context["rijen"][0][0].tekst == klaar.dossier.nummer
    assert paula.get(lijst("?stand=te_laat")).text.count("te laat") >= GROOTTE
    assert klaar.dossier.nummer not in paula.get(lijst("?stand=te_laat")).text


def test_de_volgorde_van_de_herbeoordeling_loopt_over_een_index(cast: Cast) -> None:
    casus_geopend(cast)
    wachtrij = casussen_gefilterd(cast.paula.toegang, {}).order_by("herbeoordeling_volgorde", "pk")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off")
    assert "casus_lopend" in wachtrij[:26].explain()
