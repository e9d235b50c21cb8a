"""The pages of the overleg: list, agenda, shared screen, minutes."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from beoordeling.enums import Advies, Wegingstatus
from beoordeling.models import Weging
from casusregie.enums import Puntstatus
from casusregie.models import Agendapunt, Overleg
from casusregie.services.agenda import agendapunt_toevoegen
from casusregie.services.overleg import (
    aanwezigheid_vastleggen,
    overleg_openen,
    overleg_plannen,
    overleg_sluiten,
)
from casusregie.services.overlegbesluit import agendapunt_bespreken
from convenant.models import Taak
from tests.cast import NU, Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen.besluit import overleg_met_weging

type Als = Callable[[Speler], Client]


def url(naam: str, *args: Any) -> str:
    return reverse(f"casusregie:{naam}", args=args)


def bezig(cast: Cast) -> tuple[Overleg, Agendapunt]:
    overleg = overleg_openen(cast.paula.toegang, overleg_met_weging(cast))
    cast.bas  # noqa: B018
    return overleg, Agendapunt.objects.voor(cast.paula.toegang).get(overleg=overleg)


def test_een_overleg_van_plannen_tot_verslag(cast: Cast, als: Als) -> None:
    paula = als(cast.paula)
    cast.bas, cast.ron, cast.gemma, cast.olga, cast.piet  # noqa: B018
    plannen = paula.get(url("overleg_plannen")).content.decode()
    assert "2026-11-25T09:30" in plannen
    overleg_met_weging(cast)
    overleg = Overleg.objects.get()
    paula.post(url("overleg_openen", overleg.pk))
    scherm = paula.get(url("overleg_scherm", overleg.pk)).content.decode()
    assert "wijkt af" in scherm
    assert "Verzonnen" not in scherm
    punt = Agendapunt.objects.voor(cast.paula.toegang).get()
    antwoord = paula.post(
        url("agendapunt_bespreken", punt.pk),
        {
            "versie": 1,
            "uitkomst": "aanpak",
            "besluittekst": "Opnemen in de aanpak.",
            "actie_1_titel": "Hulpaanbod navragen",
            "actie_1_wie": cast.ron.hoedanigheid.pk,
            "actie_1_uiterlijk": "2026-12-02",
        },
    )
    assert antwoord.status_code == 303
    assert Weging.objects.voor(cast.paula.toegang).get().uitkomst == Advies.AANPAK
    assert Taak.objects.voor(cast.ron.toegang).get(object_id=punt.pk)
    na = paula.get(antwoord["Location"]).content.decode()
    assert "Hulpaanbod navragen" in na
    paula.post(
        url("aanwezigheid_vastleggen", overleg.pk),
        {
            f"wie_{cast.organisatie('om').pk}": cast.olga.hoedanigheid.pk,
            f"wie_{cast.organisatie('politie').pk}": "afwezig",
        },
    )
    assert paula.get(url("verslag_downloaden", overleg.pk)).status_code == 404
    paula.post(url("overleg_sluiten", overleg.pk))
    verslag = paula.get(url("verslag_downloaden", overleg.pk))
    pdf = PdfReader(io.BytesIO(verslag.content))
    tekst = " ".join(blad.extract_text() for blad in pdf.pages)
    for woord in ("Opnemen in de aanpak.", "Hulpaanbod navragen", "Olga Smit", "afwezig"):
        assert woord in tekst
    assert "Verzonnen" not in tekst
    assert "verslag-2026-11-18.pdf" in verslag["Content-Disposition"]


def test_een_lid_kijkt_mee_en_legt_niets_vast(cast: Cast, als: Als) -> None:
    overleg, punt = bezig(cast)
    gemma = als(cast.gemma)
    scherm = gemma.get(url("overleg_scherm_punt", overleg.pk, punt.pk)).content.decode()
    assert "Reden van Arrondissementsparket." in scherm
    assert "<textarea" not in scherm
    assert gemma.get(url("agendapunt_bespreken", punt.pk)).status_code == 404
    assert gemma.post(url("overleg_sluiten", overleg.pk)).status_code == 404
    for wie in (cast.rik, cast.zoe, cast.sanne, cast.cora, cast.femke):
        assert als(wie).get(url("overleg_scherm", overleg.pk)).status_code == 404


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"besluittekst": ""}, "Vul dit in"),
        ({"uitkomst": ""}, "Maak hier een keuze"),
        ({"uitkomst": "onzin"}, "Kies een van de mogelijkheden"),
        ({"besluittekst": "a\x00b"}, "onzichtbare tekens"),
        ({"besluittekst": "x" * 4001}, "niet meer dan 4000"),
        ({"actie_1_titel": "Bellen"}, "Vul de actie helemaal in"),
        ({"actie_2_uiterlijk": "2026-11-01"}, "mag niet voorbij zijn"),
        ({"actie_1_wie": "00000000-0000-0000-0000-000000000000"}, "Kies een van de"),
    ],
)
def test_slechte_invoer_blijft_op_het_scherm(
    cast: Cast, als: Als, anders: dict[str, Any], zin: str
) -> None:
    _, punt = bezig(cast)
    post = {"versie": 1, "uitkomst": "aanpak", "besluittekst": "Dit typte ik.", **anders}
    antwoord = als(cast.paula).post(url("agendapunt_bespreken", punt.pk), post)
    assert antwoord.status_code == 422
    assert zin in antwoord.content.decode()
    assert Weging.objects.voor(cast.paula.toegang).get().status == Wegingstatus.GESLOTEN


def test_twee_mensen_leggen_hetzelfde_punt_vast(cast: Cast, als: Als) -> None:
    overleg, _ = bezig(cast)
    punt = agendapunt_toevoegen(cast.paula.toegang, overleg, onderwerp="Rondvraag")
    agendapunt_bespreken(cast.pieter.toegang, punt, besluittekst="Eerste tekst.", versie=1)
    post = {"versie": 1, "besluittekst": "Tweede tekst."}
    antwoord = als(cast.paula).post(url("agendapunt_bespreken", punt.pk), post)
    assert antwoord.status_code == 409
    assert "Eerste tekst." in antwoord.content.decode()
    assert "Tweede tekst." in antwoord.content.decode()


def test_een_dubbele_klik_is_een_besluit(cast: Cast, als: Als) -> None:
    overleg, _ = bezig(cast)
    punt = agendapunt_toevoegen(cast.paula.toegang, overleg, onderwerp="Rondvraag")
    post = {
        "versie": 1,
        "sleutel": "5f0c2d2e-0000-4000-8000-000000000001",
        "besluittekst": "Geen vragen.",
        "actie_1_titel": "Zaal regelen",
        "actie_1_wie": cast.paula.hoedanigheid.pk,
        "actie_1_uiterlijk": "2026-12-02",
    }
    for _ in range(2):
        als(cast.paula).post(url("agendapunt_bespreken", punt.pk), post)
    assert Taak.objects.voor(cast.paula.toegang).filter(titel="Zaal regelen").count() == 1


def test_de_agenda_in_orde_brengen(cast: Cast, als: Als) -> None:
    paula, overleg = als(cast.paula), overleg_met_weging(cast)
    doel = url("agendapunt_toevoegen", overleg.pk)
    fout = paula.post(doel, {"onderwerp": "Iets", "dossier": "1999-0001"})
    assert "geen dossier met dit nummer" in fout.content.decode()
    paula.post(doel, {"onderwerp": "Rondvraag"})
    punten = list(Agendapunt.objects.voor(cast.paula.toegang).order_by("volgorde"))
    paula.post(url("agendapunt_verplaatsen", punten[1].pk), {"richting": "omhoog"})
    inzien = paula.get(url("overleg_inzien", overleg.pk)).content.decode()
    assert inzien.index("Rondvraag") < inzien.index("Weging 2026")
    paula.post(url("overleg_openen", overleg.pk))
    overleg_plannen(cast.paula.toegang, begint_op=NU + timedelta(days=7))
    paula.post(url("agendapunt_doorschuiven", punten[1].pk), {"reden": "Geen tijd."})
    punten[1].refresh_from_db()
    assert punten[1].status == Puntstatus.DOORGESCHOVEN


def test_een_gesloten_overleg_ligt_vast(cast: Cast, als: Als) -> None:
    overleg, punt = bezig(cast)
    paula = cast.paula.toegang
    agendapunt_bespreken(paula, punt, besluittekst="Nee.", uitkomst=Advies.GEEN_ACTIE)
    aanwezigheid_vastleggen(
        paula, overleg, aanwezig={cast.organisatie("om"): cast.olga.hoedanigheid}
    )
    overleg_sluiten(paula, overleg)
    client = als(cast.paula)
    for naam in ("overleg_sluiten", "agendapunt_toevoegen", "aanwezigheid_vastleggen"):
        assert client.get(url(naam, overleg.pk)).status_code == 403
    assert client.post(url("agenda_vullen", overleg.pk)).status_code == 422
    scherm = client.get(url("overleg_scherm", overleg.pk)).content.decode()
    assert "Reden van" not in scherm


@pytest.mark.parametrize("aantal", [1, 3])
def test_lijst_en_agenda_vragen_altijd_even_veel(
    cast: Cast, als: Als, aantal: int, paginavragen: Paginavragen
) -> None:
    overleg = overleg_met_weging(cast)
    for nummer in range(aantal):
        overleg_plannen(cast.paula.toegang, begint_op=NU + timedelta(days=7 + nummer))
        agendapunt_toevoegen(cast.paula.toegang, overleg, onderwerp=f"Punt {nummer}")
    overleg_openen(cast.paula.toegang, overleg)
    lid, leider = als(cast.gemma), als(cast.paula)
    for client, naam, args, vragen in (
        (lid, "overleggen", (), LIJST),
        (leider, "overleg_inzien", (overleg.pk,), AGENDA),
        (leider, "overleg_scherm", (overleg.pk,), SCHERM),
    ):
        client.get(url(naam, *args))
        with paginavragen(vragen):
            client.get(url(naam, *args))


LIJST = 6
AGENDA = 14
SCHERM = 20


@pytest.mark.parametrize("begint_op", ["", "2026-11-17T09:30", "onzin", "3000-01-01T09:30"])
def test_een_overleg_op_een_dag_die_niet_kan(cast: Cast, als: Als, begint_op: str) -> None:
    antwoord = als(cast.paula).post(url("overleg_plannen"), {"begint_op": begint_op})
    assert antwoord.status_code == 422
    assert not Overleg.objects.exists()
