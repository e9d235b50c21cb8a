"""Leaving the aanpak on the screen."""

import uuid
from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from casusregie.models import Casus, Partneradvies, Uitstroomvoorwaarde
from convenant.enums import Fase
from tests.cast import Cast, Speler
from tests.stappen.casus import (
    beoordeling_vastgesteld,
    casus_geopend,
    partner_betrokken,
    taken_gedaan,
    voorwaarden_gehaald,
)

type Als = Callable[[Speler], Client]

VOORSTEL = {
    "aanleiding": "De voorwaarden zijn gehaald",
    "doel": "Werk en een huis",
    "proportionaliteit": "Niet meer nodig",
    "subsidiariteit": "Het wijkteam neemt het over",
}
SLUITING = {
    "uitkomst": "doelen_bereikt",
    "sluittoelichting": "Geen zorgen meer",
    "nazorg": "Het wijkteam belt na drie maanden",
    "nazorg_tot": "2027-02-18",
    "bewaren_tot": "2031-11-18",
}


def op_dossier(naam: str, casus: Casus) -> str:
    return reverse(f"casusregie:{naam}", args=[casus.dossier_id])


def in_nazorg(cast: Cast) -> Casus:
    casus = casus_geopend(cast)
    casus.dossier.fase = Fase.NAZORG
    casus.dossier.save()
    taken_gedaan(cast, casus)
    return casus


def test_van_voorwaarde_tot_advies(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    partner_betrokken(cast, casus, cast.zoe)
    beoordeling_vastgesteld(cast, casus)
    rik = als(cast.rik)
    tab = rik.get(op_dossier("afschaling_inzien", casus)).content.decode()
    assert "2 van de 2 uitstroomvoorwaarden zijn niet gehaald" in tab
    assert rik.get(op_dossier("afschaling_voorstellen", casus)).status_code == 403
    for voorwaarde in Uitstroomvoorwaarde.objects.voor(cast.rik.toegang):
        url = reverse("casusregie:uitstroomvoorwaarde_afvinken", args=[voorwaarde.pk])
        assert als(cast.ruben).get(url).status_code == 404
        assert rik.post(url, {"gehaald_op": "2027-01-01"}).status_code == 422
        goed = {"gehaald_op": "2026-11-17", "gehaald_toelichting": "Gezien"}
        assert rik.post(url, goed).status_code == 303
    assert rik.post(op_dossier("afschaling_voorstellen", casus), {}).status_code == 422
    te_lang = VOORSTEL | {"doel": "a" * 20_001}
    assert rik.post(op_dossier("afschaling_voorstellen", casus), te_lang).status_code == 422
    assert rik.post(op_dossier("afschaling_voorstellen", casus), VOORSTEL).status_code == 303
    advies = Partneradvies.objects.voor(cast.zoe.toegang).get()
    url = reverse("casusregie:partneradvies_geven", args=[advies.pk])
    zoe = als(cast.zoe)
    assert als(cast.ron).get(url).status_code == 404
    assert "zonder iets over gezondheid" in zoe.get(url).text
    assert zoe.post(url, {"uitkomst": "voortzetten", "reden": ""}).status_code == 422
    assert zoe.post(url, {"uitkomst": "voortzetten", "reden": "Te vroeg"}).status_code == 303
    tekst = rik.get(op_dossier("afschaling_inzien", casus)).content.decode()
    assert "Te vroeg" in tekst
    assert "Werk en een huis" in tekst


def test_sluiten_en_heropenen_op_het_scherm(cast: Cast, als: Als) -> None:
    casus = in_nazorg(cast)
    paula, sluiten = als(cast.paula), op_dossier("casus_sluiten", casus)
    assert als(cast.rik).get(sluiten).status_code == 404
    assert paula.post(sluiten, {}).status_code == 422
    for fout in ({"bewaren_tot": "2040-01-01"}, {"nazorg": "\x07"}, {"uitkomst": "weg"}):
        assert paula.post(sluiten, SLUITING | fout).status_code == 422
    assert paula.post(sluiten, SLUITING).status_code == 303
    heropenen = op_dossier("casus_heropenen", casus)
    gegevens = {
        "reden": "Nieuwe signalen",
        "regisseur": str(uuid.uuid4()),
        "herbeoordeling_op": "2027-05-18",
    }
    assert paula.post(heropenen, gegevens).status_code == 422
    gegevens["regisseur"] = str(cast.ruben.hoedanigheid.pk)
    assert paula.post(heropenen, gegevens).status_code == 303
    tekst = paula.get(reverse("convenant:dossier_inzien", args=[casus.dossier_id]))
    assert "Casus heropend" in tekst.content.decode()


def test_sluiten_zegt_wat_er_nog_open_staat(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    casus.dossier.fase = Fase.NAZORG
    casus.dossier.save()
    antwoord = als(cast.paula).get(op_dossier("casus_sluiten", casus))
    assert antwoord.status_code == 403
    assert "nog 4 taken open" in antwoord.content.decode()


def test_het_tabblad_is_er_alleen_voor_wie_mag_lezen(cast: Cast, als: Als) -> None:
    casus = casus_geopend(cast)
    voorwaarden_gehaald(cast, casus)
    for speler in (cast.ruben, cast.zoe, cast.olga, cast.cora, cast.samira):
        antwoord = als(speler).get(op_dossier("afschaling_inzien", casus))
        assert antwoord.status_code == 404, speler.sleutel
    assert als(cast.leo).get(op_dossier("afschaling_inzien", casus)).status_code == 200
