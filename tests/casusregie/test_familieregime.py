"""Risk group 5 is nobody's suspect: an assessment about a relative asks nothing about ideology."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.enums import Aanleiding
from beoordeling.models import Beoordeling
from beoordeling.services.beoordeling import beoordeling_starten
from beoordeling.services.kader import kaders_laden
from casusregie.enums import Risicogroep
from casusregie.models import Casus
from casusregie.services.casus import risicogroep_wijzigen
from convenant.handeling import Geweigerd
from tests.cast import Cast, Speler
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
