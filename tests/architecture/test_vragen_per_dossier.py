"""The page of a dossier asks a literal number of questions per reader, whatever hangs on it.

The limit is twenty. What a page asks beforehand is named by the rooms (``dossier_…_vooraf``); a
list that is forgotten there is one question more here.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from casusregie.enums import Gezag, Reviewconclusie
from casusregie.models import Pauze
from casusregie.services.afschaling import afschaling_voorstellen
from casusregie.services.casus import herbeoordeling_vastleggen
from casusregie.services.interventie import interventie_inzetten
from casusregie.services.pauze import casus_pauzeren, pauze_opheffen
from casusregie.services.waarschuwing import waarschuwing_plaatsen
from convenant.enums import Fase, Rol
from convenant.models import Dossier
from convenant.regelboek import LEESROLLEN
from convenant.services.taken import taak_toevoegen
from meldpunt.models import Persoon
from tests.cast import NU, Cast, Speler
from tests.infra.vragen import Paginavragen
from tests.stappen import beoordeling, besluit, casus, meldpunt, monitoring
from tests.stappen.wereld import AFSCHALING

type Als = Callable[[Speler], Client]

HOOGSTENS = 20
VANDAAG = NU.date()
STRAKS = VANDAAG + timedelta(days=30)
PARTNERS = ("zoe", "ron")


def in_uitvoering(cast: Cast, aantal: int) -> Dossier:
    """A case with so many rows of everything that people record in it."""
    geopend = casus.casus_geopend(cast)
    dossier = geopend.dossier
    for naam in PARTNERS[:aantal]:
        casus.partner_betrokken(cast, geopend, getattr(cast, naam))
    doel = casus.plan_vastgesteld(cast, geopend)[1]
    rik = cast.rik.toegang
    for nummer in range(aantal):
        beoordeling.contact_vastgelegd(cast.rik, dossier)
        casus.beoordeling_vastgesteld(cast, geopend, 10 + nummer)
        monitoring.meting_gedaan(rik, dossier)
        monitoring.incident_gemeld(rik, dossier)
        waarschuwing_plaatsen(rik, dossier, tekst="Nooit alleen op huisbezoek", tot=STRAKS)
        taak_toevoegen(
            rik,
            dossier,
            titel="Bel de school",
            toelichting="",
            voor=cast.rik.hoedanigheid,
            uiterlijk=STRAKS,
        )
        ingezet = interventie_inzetten(
            rik,
            casus.interventie_voorbereid(cast, doel, "GEBIEDSVERBOD"),
            van=VANDAAG,
            tot=STRAKS,
            gezag=Gezag.BURGEMEESTER,
            besluit_op=VANDAAG,
            kenmerk="B-1",
        )
        monitoring.voortgang_verteld(rik, ingezet)
        geopend.refresh_from_db()
        herbeoordeling_vastleggen(
            rik,
            geopend,
            conclusie=Reviewconclusie.AFSCHALEN,
            onderbouwing="Het gaat goed",
            volgende_op=STRAKS,
        )
        for pauze in Pauze.objects.voor(rik).filter(dossier=dossier, opgeheven_op__isnull=True):
            pauze_opheffen(rik, pauze, reden="Weer thuis")
        geopend.refresh_from_db()
        eigenaar = cast.rik.hoedanigheid
        casus_pauzeren(rik, geopend, reden="Opname", eigenaar=eigenaar, tot=STRAKS)
    return dossier


def in_de_weging(cast: Cast, aantal: int) -> Dossier:
    """A round that goes on, on so many reports of one person."""
    dossier = beoordeling.weging_gestart(cast).dossier
    persoon = Persoon.objects.voor(cast.paula.toegang).get(dossier=dossier)
    for _ in range(aantal):
        meldpunt.melding_gekoppeld(cast, persoon=persoon)
        beoordeling.contact_vastgelegd(cast.paula, dossier)
    return dossier


def voor_het_besluit(cast: Cast, aantal: int) -> Dossier:
    """A nota that was offered, on a weging with so many items beside it."""
    dossier = besluit.nota_aangeboden(cast).dossier
    for _ in range(aantal):
        beoordeling.contact_vastgelegd(cast.paula, dossier)
    return dossier


def in_afschaling(cast: Cast, aantal: int) -> Dossier:
    """A proposal on which partners were asked for advice, in a case that ran for a while."""
    geopend = casus.casus_geopend(cast)
    for naam in PARTNERS[:aantal]:
        casus.partner_betrokken(cast, geopend, getattr(cast, naam))
    for nummer in range(aantal):
        casus.beoordeling_vastgesteld(cast, geopend, 10 + nummer)
        beoordeling.contact_vastgelegd(cast.rik, geopend.dossier)
    casus.voorwaarden_gehaald(cast, geopend)
    return afschaling_voorstellen(cast.rik.toegang, geopend, **AFSCHALING).dossier


def in_nazorg(cast: Cast, aantal: int) -> Dossier:
    """A case in aftercare, with tasks that are still open."""
    dossier = casus.casus_geopend(cast).dossier
    for _ in range(aantal):
        monitoring.meting_gedaan(cast.rik.toegang, dossier)
    dossier.fase = Fase.NAZORG
    dossier.save()
    return dossier


def ter_vaststelling(cast: Cast, aantal: int) -> Dossier:
    """An assessment that waits for a second person."""
    dossier = beoordeling.dossier_in_regie(cast)
    for _ in range(aantal):
        beoordeling.contact_vastgelegd(cast.rik, dossier)
    return beoordeling.beoordeling_voorgelegd(cast, dossier).dossier


def te_duiden(cast: Cast, aantal: int) -> Dossier:
    """Reports of one person that nobody interpreted yet."""
    dossier = meldpunt.melding_gekoppeld(cast).dossier
    persoon = Persoon.objects.voor(cast.samira.toegang).get(dossier=dossier)
    for _ in range(aantal - 1):
        meldpunt.melding_gekoppeld(cast, persoon=persoon)
    return dossier


STANDEN: dict[str, tuple[Callable[[Cast, int], Dossier], dict[str, int]]] = {
    "melding": (te_duiden, {"paula": 12, "samira": 8, "leo": 10}),
    "weging": (
        in_de_weging,
        {"paula": 12, "gemma": 11, "bas": 8, "femke": 8, "leo": 10, "samira": 8, "frits": 7},
    ),
    "besluit": (
        voor_het_besluit,
        {"paula": 12, "gemma": 11, "bas": 11, "femke": 11, "leo": 10, "samira": 8, "frits": 7},
    ),
    "uitvoering": (
        in_uitvoering,
        {"rik": 12, "wendy": 12, "paula": 13, "zoe": 10, "gemma": 10, "bas": 10, "femke": 10}
        | {"leo": 10, "samira": 8, "frits": 7},
    ),
    "ter vaststelling": (ter_vaststelling, {"rik": 13, "wendy": 13, "paula": 14}),
    "afschaling": (
        in_afschaling,
        {"rik": 12, "paula": 13, "zoe": 10, "gemma": 10, "bas": 12, "femke": 12}
        | {"leo": 10, "samira": 8, "frits": 7},
    ),
    "nazorg": (
        in_nazorg,
        {"rik": 12, "paula": 13, "gemma": 10, "bas": 9, "femke": 9, "leo": 10}
        | {"samira": 8, "frits": 7},
    ),
}
"""Per state of the dossier its readers, each with the number of questions."""


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize("stand", STANDEN)
def test_de_casuspagina_vraagt_per_lezer_steeds_even_veel(
    cast: Cast, als: Als, paginavragen: Paginavragen, stand: str, aantal: int
) -> None:
    maak, vragen = STANDEN[stand]
    url = reverse("convenant:dossier_inzien", args=[maak(cast, aantal).pk])
    for naam, verwacht in vragen.items():
        client = als(getattr(cast, naam))
        assert client.get(url).status_code == 200, naam
        with paginavragen(verwacht):
            client.get(url)


def test_nergens_meer_dan_twintig_vragen() -> None:
    assert all(n <= HOOGSTENS for _, vragen in STANDEN.values() for n in vragen.values())


def test_elke_rol_die_dossiers_leest_komt_voor(cast: Cast) -> None:
    """But the Commissie, which has pages of its own without names."""
    lezers = {naam for _, vragen in STANDEN.values() for naam in vragen}
    rollen = {Rol(getattr(cast, naam).hoedanigheid.rol) for naam in lezers}
    assert rollen == set(LEESROLLEN) - {Rol.LID_COMMISSIE}
