"""grondslag_toevoegen en grondslag_beeindigen: waar de regels van het convenant op rusten."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from convenant.handeling import Geweigerd
from convenant.models import Convenantversie, Grondslag, Logregel
from convenant.services.convenantversie import (
    convenantversie_opstellen,
    convenantversie_vaststellen,
    deelregel_wijzigen,
)
from convenant.services.grondslag import grondslag_beeindigen, grondslag_toevoegen
from tests.cast import NU, Cast, Speler

type Als = Callable[[Speler], Client]
VANDAAG = NU.date()
LIJST = "convenant:grondslagen"


def toegevoegd(cast: Cast, naam: str = "Toezicht op naleving") -> Grondslag:
    return grondslag_toevoegen(
        cast.paula.toegang, naam=naam, wet="Gemeentewet artikel 125", geldig_van=VANDAAG
    )


def test_een_nieuwe_grondslag_draagt_een_regel_tot_zij_eindigt(cast: Cast) -> None:
    grondslag = toegevoegd(cast)
    paula = cast.paula.toegang
    versie = convenantversie_opstellen(paula, toelichting="Andere grondslag")
    regel = versie.deelregels.earliest("volgorde")
    velden = {f.name for f in regel._meta.fields} - {"id", "versie", "volgorde", "grondslag"}
    velden -= {"verruimt_vanaf"}
    gegevens = {veld: getattr(regel, veld) for veld in velden}
    deelregel_wijzigen(paula, regel, **gegevens, grondslag=grondslag)
    straks = cast.paula.op(NU + timedelta(days=1))
    grondslag_beeindigen(paula, grondslag, geldig_tot=VANDAAG, reden="De wet is gewijzigd")
    versie = Convenantversie.objects.get(pk=versie.pk)
    with pytest.raises(Geweigerd, match="rust op een grondslag die nu niet geldt"):
        convenantversie_vaststellen(straks, versie)
    convenantversie_vaststellen(paula, versie)
    with pytest.raises(Geweigerd, match="geldt al niet meer"):
        grondslag_beeindigen(straks, grondslag, geldig_tot=VANDAAG, reden="Nog eens")
    assert Logregel.objects.filter(naam="grondslag_beeindigen").exists()


def test_wat_niet_kan_staat_bij_het_veld_of_bovenaan(cast: Cast, als: Als) -> None:
    client, url = als(cast.paula), reverse("convenant:grondslag_toevoegen")
    gegevens = {"naam": "Nieuw", "wet": "Wet X artikel 1", "geldig_van": "2026-11-18"}
    fout = client.post(url, gegevens | {"geldig_tot": "2026-11-17"})
    assert fout.status_code == 422
    assert client.post(url, gegevens).status_code == 303
    dubbel = client.post(url, gegevens | {"naam": "NIEUW"})
    assert "Er is al een grondslag met deze naam" in dubbel.content.decode()
    with pytest.raises(Geweigerd, match="op zijn vroegst vandaag"):
        grondslag_beeindigen(
            cast.paula.toegang,
            Grondslag.objects.get(naam="Nieuw"),
            geldig_tot=VANDAAG - timedelta(days=1),
            reden="Fout",
        )


def test_ieder_leest_de_lijst_en_de_gemeente_beheert_haar(cast: Cast, als: Als) -> None:
    toegevoegd(cast)
    paula, zoe = (als(wie).get(reverse(LIJST)).content.decode() for wie in (cast.paula, cast.zoe))
    for tekst in (paula, zoe):
        assert "Gemeentewet artikel 125" in tekst
    assert reverse("convenant:grondslag_toevoegen") in paula
    assert reverse("convenant:grondslag_toevoegen") not in zoe
    assert als(cast.zoe).get(reverse("convenant:grondslag_toevoegen")).status_code == 404


def test_wat_voorbij_is_en_nog_gebruikt_wordt_valt_op(cast: Cast, als: Als) -> None:
    grondslag = Grondslag.objects.get(code="pga")
    grondslag.geldig_tot = VANDAAG - timedelta(days=1)
    grondslag.save()
    tekst = als(cast.paula).get(reverse(LIJST)).content.decode()
    assert "voorbij, nog gebruikt" in tekst
