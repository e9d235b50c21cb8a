"""Nobody raises his own rights: not by a form, an address, a session, a stand-in or an old version."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from beoordeling.models import Informatie
from convenant.enums import Fase, Niveau, Relatie, Rol
from convenant.identiteit import namens
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid
from convenant.selectors.toegang import SESSIESLEUTEL
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from meldpunt.models import Persoon
from tests.architecture.formulierpagina import Formulierpagina
from tests.architecture.formuliertabel import LIJSTEN
from tests.cast import LANG, NU, Cast, Speler
from tests.stappen.beoordeling import contact_vastgelegd, dossier_in_fase, dossier_in_regie

type Als = Callable[[Speler], Client]
KIEZEN = "convenant:hoedanigheid_kiezen"
ZELF_GEKOZEN = "&".join(
    (
        "toegang={paula}",
        "hoedanigheid={paula}",
        "rol=procesregisseur",
        "organisatie={politie}",
        "minstens=0",
        "betrokken={dossier}",
        "wijd=ja",
        "casusregie.wijd=ja",
    )
)
"""What an address could ask for, if anyone listened."""
WAARNEMING = {
    "soort": "waarneming",
    "titel": "Gezien",
    "tekst": "Hij was op tijd.",
    "gebeurd_op": NU.date().isoformat(),
    "bewijssoort": "waarneming",
    "categorie": "gewoon",
    "grondslag": "Convenant",
    "doel": "Uitvoeren",
    "mag_verder": "nee",
}


def inzien(dossier: Dossier) -> str:
    return reverse("convenant:dossier_inzien", args=[dossier.pk])


def rol_erbij(speler: Speler, rol: Rol, tot: date | None = None, **velden: Any) -> Hoedanigheid:
    return Hoedanigheid.objects.create(
        medewerker=speler.medewerker,
        rol=rol,
        organisatie=speler.organisatie,
        van=date(2020, 1, 1),
        tot=tot,
        bevestigd_tot=LANG,
        **velden,
    )


def met_sleutel(client: Client, hoedanigheid: Hoedanigheid) -> Client:
    sessie = client.session
    sessie[SESSIESLEUTEL] = str(hoedanigheid.pk)
    sessie.save()
    return client


def ziet(client: Client, dossier: Dossier) -> bool:
    antwoord = client.get(inzien(dossier))
    assert antwoord.status_code in (200, 404)
    return antwoord.status_code == 200


def test_de_sleutel_van_een_ander_in_de_sessie_geeft_niets(cast: Cast, als: Als) -> None:
    dossier = dossier_in_regie(cast)
    assert ziet(als(cast.paula), dossier)
    client = met_sleutel(als(cast.ruben), cast.paula.hoedanigheid)
    assert not ziet(client, dossier)
    werk = client.get(reverse("convenant:mijn_werk"))
    assert werk.context["toegang"].hoedanigheid_id == cast.ruben.hoedanigheid.pk


@pytest.mark.parametrize(
    "einde",
    [{"tot": NU.date() - timedelta(days=1)}, {"ingetrokken_op": NU}],
    ids=["voorbij", "weg"],
)
def test_een_rol_die_voorbij_is_geldt_ook_in_een_open_sessie_niet(
    cast: Cast, als: Als, einde: dict[str, Any]
) -> None:
    dossier = dossier_in_regie(cast)
    oud = rol_erbij(cast.ruben, Rol.PROCESREGISSEUR, **einde)
    client = met_sleutel(als(cast.ruben), oud)
    assert not ziet(client, dossier)
    nieuw = rol_erbij(cast.ruben, Rol.LEIDINGGEVENDE)
    assert client.get(inzien(dossier)).headers["Location"] == reverse(KIEZEN)
    assert ziet(met_sleutel(client, nieuw), dossier)


def test_wisselen_kan_alleen_naar_een_eigen_rol_die_geldt(cast: Cast, als: Als) -> None:
    dossier = dossier_in_regie(cast)
    voorbij = rol_erbij(cast.ruben, Rol.PROCESREGISSEUR, tot=NU.date() - timedelta(days=1))
    client = als(cast.ruben)
    for keuze in (cast.paula.hoedanigheid.pk, voorbij.pk, "procesregisseur", "", "\x00"):
        antwoord = client.post(reverse(KIEZEN), {"hoedanigheid": str(keuze), "rol": "fg"})
        assert antwoord.status_code == 422
        assert client.session[SESSIESLEUTEL] == str(cast.ruben.hoedanigheid.pk)
        assert not ziet(client, dossier)
    assert cast.paula.medewerker.naam not in client.get(reverse(KIEZEN)).content.decode()
    eigen = rol_erbij(cast.ruben, Rol.LEIDINGGEVENDE)
    assert client.post(reverse(KIEZEN), {"hoedanigheid": str(eigen.pk)}).status_code == 302
    assert ziet(client, dossier)


def test_twee_rollen_worden_nooit_samen_gebruikt(cast: Cast, als: Als) -> None:
    """Involved in one capacity, and in the other not: the first lends nothing to the second."""
    dossier = dossier_in_regie(cast)
    tweede = rol_erbij(cast.rik, Rol.PARTNER)
    client = als(cast.rik)
    assert ziet(client, dossier)
    assert not ziet(met_sleutel(client, tweede), dossier)


def test_een_adres_vraagt_geen_rechten(cast: Cast, als: Als) -> None:
    """The answer is the same as without; on every list, and on a dossier of others."""
    dossier = dossier_in_regie(cast)
    vraag = ZELF_GEKOZEN.format(
        paula=cast.paula.hoedanigheid.pk,
        politie=cast.organisatie("politie").pk,
        dossier=dossier.pk,
    )
    geprobeerd = 0
    for speler in (cast.ruben, cast.sanne, cast.bram, cast.zoe):
        client = als(speler)
        for url in [inzien(dossier), *map(reverse, _zonder_nummer())]:
            gewoon, verhoogd = client.get(url), client.get(f"{url}?{vraag}")
            assert verhoogd.status_code == gewoon.status_code, url
            if gewoon.status_code == 200 and "bladzijde" in gewoon.context:
                eigen, meer = gewoon.context["bladzijde"], verhoogd.context["bladzijde"]
                assert set(meer) <= set(eigen), url
                geprobeerd += 1
    assert geprobeerd


def _zonder_nummer() -> list[str]:
    return [naam for naam, plek in LIJSTEN.items() if not plek.stuk]


def test_een_formulier_neemt_geen_velden_die_het_niet_heeft(cast: Cast, als: Als) -> None:
    """Who records something does so as himself, for his own organisation, in this dossier."""
    dossier, ander = dossier_in_regie(cast), dossier_in_fase(cast, Fase.UITVOERING)
    paula, politie = cast.paula.hoedanigheid, cast.organisatie("politie")
    erbij = {
        **dict.fromkeys(("hoedanigheid", "vastgelegd_door", "toegang", "medewerker"), paula.pk),
        **dict.fromkeys(("organisatie", "organisatie_id", "bron_id"), politie.pk),
        **dict.fromkeys(("dossier", "dossier_id"), ander.pk),
        "rol": "procesregisseur",
        "fase": "gesloten",
        "versie": "99",
    }
    client = als(cast.ron)
    url = reverse("beoordeling:waarneming_vastleggen", args=[dossier.pk])
    pagina = Formulierpagina(client.get(url).content.decode())
    begin = {naam: waarden[0] for naam, waarden in pagina.waarden.items() if waarden and waarden[0]}
    gegevens = begin | WAARNEMING | erbij
    assert client.post(url, gegevens | {"bron": str(politie.pk)}).status_code == 422
    assert client.post(url, gegevens | {"bron": begin["bron"]}).status_code == 303
    stuk = Informatie._base_manager.get()
    assert (stuk.bron, stuk.vastgelegd_door) == (cast.ron.organisatie, cast.ron.hoedanigheid)
    assert (stuk.dossier_id, stuk.versie) == (dossier.pk, 1)
    dossier.refresh_from_db()
    assert dossier.fase == Fase.UITVOERING


@pytest.mark.parametrize("wie", ["cora", "sanne", "bram", "paula", "rik"])
def test_in_een_keuzelijst_staat_niemand_die_er_niet_hoort(cast: Cast, als: Als, wie: str) -> None:
    """Sent all the same, the key of such a person is refused; also one's own."""
    dossier = dossier_in_regie(cast)
    vreemd = getattr(cast, wie).hoedanigheid
    voor = set(Betrokkenheid._base_manager.values_list("pk", flat=True))
    antwoord = als(cast.rik).post(
        reverse("convenant:betrokkenheid_verlenen", args=[dossier.pk]),
        {"wie": str(vreemd.pk), "relatie": Relatie.PARTNER, "reden": "Nodig"},
    )
    assert antwoord.status_code == 422
    assert set(Betrokkenheid._base_manager.values_list("pk", flat=True)) == voor


def test_niemand_geeft_zichzelf_een_rol_of_een_dossier(cast: Cast, als: Als) -> None:
    dossier = dossier_in_regie(cast)
    rol = {
        "rol": Rol.PROCESREGISSEUR,
        "organisatie": str(cast.organisatie("gemeente").pk),
        "van": NU.date().isoformat(),
        "tot": "",
    }
    verlenen = reverse("convenant:hoedanigheid_verlenen", args=[cast.bram.medewerker.pk])
    for speler, geweigerd in ((cast.bram, 422), (cast.ruben, 404)):
        assert als(speler).post(verlenen, rol).status_code == geweigerd
        assert speler.medewerker.hoedanigheden.count() == 1
    erbij = {"wie": str(cast.ruben.hoedanigheid.pk), "relatie": Relatie.LEZER, "reden": "Nodig"}
    url = reverse("convenant:betrokkenheid_verlenen", args=[dossier.pk])
    assert als(cast.ruben).post(url, erbij).status_code == 404
    assert als(cast.zoe).post(url, erbij).status_code == 404
    assert not cast.ruben.toegang.betrokken


def test_wie_waarneemt_krijgt_alleen_dat_dossier_en_alleen_zolang(cast: Cast, als: Als) -> None:
    dossier, ander = dossier_in_regie(cast), dossier_in_fase(cast, Fase.UITVOERING)
    client = als(cast.ruben)
    assert not ziet(client, dossier)
    waarneming = betrokkenheid_verlenen(
        cast.paula.toegang,
        dossier,
        wie=cast.ruben.hoedanigheid,
        relatie=Relatie.WAARNEMER,
        reden="Vakantie",
    )
    assert ziet(client, dossier)
    assert not ziet(client, ander)
    betrokkenheid_beeindigen(cast.paula.toegang, waarneming, reden="Terug")
    assert not ziet(client, dossier)


def test_een_oude_versie_geeft_niet_meer_dan_de_regel_nu(cast: Cast) -> None:
    """What one could read while involved is gone with it, in every kept version as well."""
    dossier = dossier_in_regie(cast)
    contact_vastgelegd(cast.ron, dossier)
    betrokken = Betrokkenheid._base_manager.get(
        content_object=dossier, hoedanigheid=cast.ron.hoedanigheid
    )
    assert _versies(cast.ron) == (True, True)
    betrokkenheid_beeindigen(cast.paula.toegang, betrokken, reden="Klaar")
    assert _versies(cast.ron) == (False, False)


def _versies(speler: Speler) -> tuple[bool, bool]:
    """Whether this person reads kept versions: through the filter, and with bare SQL."""
    toegang = speler.toegang
    gefilterd = any(
        model.history.voor(toegang, minstens=Niveau.BESTAAN).exists()
        for model in (Dossier, Persoon, Informatie, Betrokkenheid)
    )
    with namens(toegang), connection.cursor() as cursor:
        kaal = 0
        for model in (Dossier, Persoon, Informatie, Betrokkenheid):
            cursor.execute(f'SELECT count(*) FROM "{model.history.model._meta.db_table}"')
            kaal += cursor.fetchone()[0]
    return gefilterd, kaal > 0
