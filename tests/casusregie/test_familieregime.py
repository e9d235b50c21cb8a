"""Risk group 5 is nobody's suspect: an assessment about a relative asks nothing about ideology."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from beoordeling.enums import DEEL_BESCHERMING, DEEL_IDEOLOGIE, Aanleiding
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel
from beoordeling.services.beoordeling import (
    beoordeling_starten,
    beoordeling_vaststellen,
    beoordeling_voorleggen,
)
from beoordeling.services.kader import kaders_laden
from casusregie.enums import Besluituitkomst, Risicogroep
from casusregie.models import Casus
from casusregie.services.besluit import besluit_instroom_nemen
from casusregie.services.casus import risicogroep_wijzigen
from convenant.handeling import Geweigerd
from convenant.identiteit import wijd
from convenant.models import Taak
from tests.cast import Cast, Speler
from tests.stappen.beoordeling import (
    beoordeling_gestart,
    beoordeling_ingevuld,
    beoordeling_vastgesteld,
    beoordeling_voorgelegd,
)
from tests.stappen.besluit import nota_aangeboden
from tests.stappen.casus import casus_geopend


def familiecasus(cast: Cast) -> Casus:
    kaders_laden()
    casus = casus_geopend(cast)
    return risicogroep_wijzigen(
        cast.rik.toegang, casus, risicogroep=Risicogroep.FAMILIE, reden="Broer van een uitreiziger"
    )


def test_groep_vijf_krijgt_het_familieregime_en_een_andere_groep_niet(cast: Cast) -> None:
    casus = familiecasus(cast)
    rik = cast.rik.toegang
    with pytest.raises(Geweigerd, match="risicogroep 5"):
        beoordeling_starten(
            rik, casus.dossier, aanleiding=Aanleiding.INSTROOM, zonder_ideologie=False
        )
    beoordeling = beoordeling_starten(rik, casus.dossier, aanleiding=Aanleiding.INSTROOM)
    assert beoordeling.zonder_ideologie
    ander = casus_geopend(cast)
    beoordeling = beoordeling_starten(
        cast.rik.toegang, ander.dossier, aanleiding=Aanleiding.INSTROOM
    )
    assert not beoordeling.zonder_ideologie


def test_op_de_pagina_staat_de_keuze_klaar(cast: Cast, als: Callable[[Speler], Client]) -> None:
    casus = familiecasus(cast)
    url = reverse("beoordeling:beoordeling_starten", args=[casus.dossier_id])
    client = als(cast.rik)
    assert client.get(url).context["form"].initial["zonder_ideologie"] is True
    gegevens = {"aanleiding": "instroom", "zonder_ideologie": "nee"}
    assert client.post(url, gegevens).status_code == 422
    assert not Beoordeling.objects.voor(cast.rik.toegang).exists()


def ideologie(cast: Cast, beoordeling: Beoordeling) -> tuple[int, int]:
    """How many answers and judgements about ideology there are now."""
    rik = cast.rik.toegang
    antwoorden = Antwoord.objects.voor(rik).filter(beoordeling=beoordeling)
    oordelen = Deeloordeel.objects.voor(rik).filter(beoordeling=beoordeling)
    return (
        antwoorden.filter(indicator__deel__code=DEEL_IDEOLOGIE).count(),
        oordelen.filter(deel__code=DEEL_IDEOLOGIE).count(),
    )


def naar_familie(cast: Cast, casus: Casus, wie: Speler) -> None:
    risicogroep_wijzigen(
        wie.toegang, casus, risicogroep=Risicogroep.FAMILIE, reden="Broer van een uitreiziger"
    )


def test_een_beoordeling_in_de_maak_verliest_haar_deel_over_ideologie(
    cast: Cast, als: Callable[[Speler], Client]
) -> None:
    kaders_laden()
    casus = casus_geopend(cast)
    beoordeling = beoordeling_ingevuld(cast, beoordeling_gestart(cast, casus.dossier))
    antwoorden, oordelen = ideologie(cast, beoordeling)
    assert antwoorden
    assert oordelen
    naar_familie(cast, casus, cast.paula)
    beoordeling.refresh_from_db()
    assert beoordeling.zonder_ideologie
    assert (beoordeling.stromen, beoordeling.stroomreden) == ([], "")
    assert ideologie(cast, beoordeling) == (0, 0)
    rik = als(cast.rik)
    url = reverse("beoordeling:beoordeling_inzien", args=[beoordeling.pk])
    for bladzijde in (
        url,
        reverse("beoordeling:beoordeling_bewaren", args=[beoordeling.pk, DEEL_BESCHERMING]),
    ):
        tekst = rik.get(bladzijde).text
        assert "Het deel over ideologie is vervallen" in tekst
        assert "Dat gebeurde op 18 november 2026" in tekst
    taak = Taak.objects.voor(cast.rik.toegang).get(titel__startswith="Beoordeling nalezen")
    assert taak.is_van(cast.rik.toegang)
    beoordeling_voorleggen(cast.rik.toegang, beoordeling)
    taak.refresh_from_db()
    assert taak.gereed_op is not None


def test_de_woorden_blijven_in_de_geschiedenis(cast: Cast) -> None:
    kaders_laden()
    casus = casus_geopend(cast)
    beoordeling = beoordeling_ingevuld(cast, beoordeling_gestart(cast, casus.dossier))
    antwoorden, _ = ideologie(cast, beoordeling)
    naar_familie(cast, casus, cast.rik)
    eerder = Beoordeling.history.voor(cast.rik.toegang).filter(zonder_ideologie=False)
    assert "Uitingen zijn rechts-extremistisch" in {versie.stroomreden for versie in eerder}
    with wijd(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT onderbouwing FROM beoordeling_historicalantwoord WHERE history_type = '-'"
            " AND handeling = 'risicogroep_wijzigen' AND beoordeling_id = %s",
            [beoordeling.pk],
        )
        weg = [onderbouwing for (onderbouwing,) in cursor]
    assert weg == ["Gezien bij huisbezoek"] * antwoorden
    assert not Taak.objects.voor(cast.rik.toegang).filter(titel__startswith="Beoordeling nalezen")


def test_wat_vastgesteld_is_of_geen_ideologie_had_verandert_niet(
    cast: Cast, als: Callable[[Speler], Client]
) -> None:
    kaders_laden()
    casus = casus_geopend(cast)
    vast = beoordeling_vastgesteld(cast, casus.dossier)
    eerder = ideologie(cast, vast)
    zonder = beoordeling_starten(
        cast.rik.toegang, casus.dossier, aanleiding=Aanleiding.PERIODIEK, zonder_ideologie=True
    )
    naar_familie(cast, casus, cast.rik)
    assert ideologie(cast, vast) == eerder
    versie = zonder.versie
    zonder.refresh_from_db()
    assert zonder.versie == versie
    url = reverse("beoordeling:beoordeling_inzien", args=[zonder.pk])
    assert "is vervallen" not in als(cast.rik).get(url).text


def test_wat_al_is_voorgelegd_blijft_zonder_dat_deel_liggen(cast: Cast) -> None:
    kaders_laden()
    casus = casus_geopend(cast)
    beoordeling = beoordeling_voorgelegd(cast, casus.dossier)
    naar_familie(cast, casus, cast.rik)
    vast = beoordeling_vaststellen(cast.paula.toegang, beoordeling)
    assert vast.zonder_ideologie
    assert ideologie(cast, vast) == (0, 0)


def test_ook_een_besluit_tot_opname_van_familie_laat_het_deel_vervallen(cast: Cast) -> None:
    kaders_laden()
    besluitdossier = nota_aangeboden(cast, risicogroep=Risicogroep.FAMILIE)
    dossier = besluitdossier.dossier
    beoordeling = beoordeling_starten(cast.paula.toegang, dossier, aanleiding=Aanleiding.INSTROOM)
    assert not beoordeling.zonder_ideologie
    besluit_instroom_nemen(cast.femke.toegang, besluitdossier, uitkomst=Besluituitkomst.AANPAK)
    beoordeling.refresh_from_db()
    assert beoordeling.zonder_ideologie
