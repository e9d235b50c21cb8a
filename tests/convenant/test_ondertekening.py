"""A signature under the convenant: without a valid one an organisation sees and does nothing."""

from datetime import timedelta

import pytest
from django.db import connection, models
from django.urls import reverse

from convenant.enums import Niveau
from convenant.handeling import NIET_GETEKEND, Geweigerd
from convenant.identiteit import namens
from convenant.models import Beschermd, Dossier, Ondertekening
from convenant.selectors.toegang import toegang_van
from convenant.services.ondertekening import ondertekening_intrekken, ondertekening_registreren
from convenant.services.taken import taak_toevoegen
from tests.cast import NU, Cast, Speler, ondertekend
from tests.orakel.wereldbeeld import BESCHERMD
from tests.stappen import beoordeling

STRAKS = NU + timedelta(seconds=1)


def handtekening_van(speler: Speler) -> Ondertekening:
    return speler.organisatie.ondertekeningen.get()


def intrekken(cast: Cast, speler: Speler) -> Ondertekening:
    return ondertekening_intrekken(
        cast.leo.toegang, handtekening_van(speler), reden="De raad heeft besloten te stoppen"
    )


def kaal(model: type[models.Model]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{model._meta.db_table}"')
        return cursor.fetchone()[0]


@pytest.mark.parametrize("wie", ["paula", "piet", "rik", "leo"])
def test_intrekken_sluit_alles_bij_de_volgende_klik(cast: Cast, als, wie: str) -> None:
    """Also the own municipality; the browser stays logged in and says why there is nothing."""
    speler = getattr(cast, wie)
    dossier = beoordeling.dossier_in_fase(cast)
    client = als(speler)
    lijst, werk = reverse("convenant:dossiers"), reverse("convenant:mijn_werk")
    voor = dossier.nummer in client.get(lijst).content.decode()
    assert voor == Dossier.objects.voor(speler.toegang, minstens=Niveau.PROCES).exists()
    intrekken(cast, speler)
    assert dossier.nummer not in client.get(lijst).content.decode()
    for naam in ("dossier_inzien", "tijdlijn_inzien", "waarom", "logboek", "taak_toevoegen"):
        assert client.get(reverse(f"convenant:{naam}", args=[dossier.pk])).status_code == 404
    assert "geen geldige handtekening" in client.get(werk).content.decode()


def test_zonder_handtekening_is_elke_tabel_leeg(cast: Cast) -> None:
    """Filter and bare SQL, also where a model is wider than the rules: a report not yet matched."""
    beoordeling.dossier_in_fase(cast)
    speler = cast.paula
    assert any(
        m.objects.voor(speler.toegang, minstens=Niveau.BESTAAN).exists() for m in BESCHERMD.values()
    )
    intrekken(cast, speler)
    toegang = speler.op(STRAKS)
    assert (toegang.getekend, toegang.regels.regels, toegang.betrokken) == (False, (), frozenset())
    for model in BESCHERMD.values():
        assert issubclass(model, Beschermd)
        assert not model.objects.voor(toegang, minstens=Niveau.BESTAAN).exists()
        with namens(toegang):
            assert kaal(model) == 0, model


def test_zonder_handtekening_geen_handeling(cast: Cast) -> None:
    dossier = beoordeling.dossier_in_fase(cast)
    intrekken(cast, cast.paula)
    with pytest.raises(Geweigerd) as weigering:
        taak_toevoegen(
            cast.paula.op(STRAKS),
            dossier,
            titel="Bellen",
            uiterlijk=NU.date(),
            voor=cast.rik.hoedanigheid,
        )
    assert weigering.value.reden == NIET_GETEKEND


def test_een_taak_op_de_achtergrond_verliest_het_ook(cast: Cast) -> None:
    intrekken(cast, cast.rik)
    toegang = toegang_van(cast.rik.hoedanigheid.pk, STRAKS)
    assert toegang is not None
    assert not toegang.getekend


@pytest.mark.parametrize(
    ("velden", "geldt"),
    [
        ({"tot": NU.date()}, True),
        ({"tot": NU.date() - timedelta(days=1)}, False),
        ({"van": NU.date()}, True),
        ({"van": NU.date() + timedelta(days=1)}, False),
        ({"ingetrokken_op": NU}, False),
        ({"ingetrokken_op": STRAKS}, True),
    ],
)
def test_een_handtekening_geldt_op_de_seconde(cast: Cast, velden, geldt: bool) -> None:
    handtekening_van(cast.piet).delete()
    assert not cast.piet.toegang.getekend
    assert ondertekend(cast.piet.organisatie, **velden).geldt_op(NU) == geldt
    assert cast.piet.toegang.getekend == geldt


def test_wie_toeziet_is_geen_partij_en_leest_krachtens_de_wet(cast: Cast) -> None:
    beoordeling.dossier_in_fase(cast)
    intrekken(cast, cast.frits)
    for speler in (cast.frits, cast.cora):
        toegang = speler.op(STRAKS)
        assert toegang.getekend
        assert Dossier.objects.voor(toegang, minstens=Niveau.PROCES).exists()
    with pytest.raises(Geweigerd, match="geen partij"):
        registreren(cast, cast.cora)


def registreren(cast: Cast, speler: Speler, **velden) -> Ondertekening:
    gegevens = {"ondertekenaar": "Bestuurder", "van": NU.date()} | velden
    return ondertekening_registreren(
        cast.paula.op(STRAKS), organisatie=speler.organisatie, **gegevens
    )


def test_ondertekening_registreren_geeft_meteen_weer_toegang(cast: Cast) -> None:
    """Also when it is the municipality that has to sign again: otherwise nobody could."""
    intrekken(cast, cast.paula)
    assert not cast.rik.op(STRAKS).getekend
    registreren(cast, cast.paula)
    assert cast.rik.op(STRAKS).getekend
    with pytest.raises(Geweigerd, match="al een handtekening"):
        registreren(cast, cast.paula)


def test_ondertekening_registreren_en_intrekken_op_de_pagina(cast: Cast, als) -> None:
    client = als(cast.leo)
    tekening = handtekening_van(cast.piet)
    url = reverse("convenant:ondertekening_intrekken", args=[tekening.pk])
    assert client.post(url, {"reden": "Stopt ermee"}).status_code == 303
    assert client.get(url).status_code == 403
    pagina = client.get(reverse("convenant:convenant_inzien")).content.decode()
    assert "ingetrokken" in pagina
    gegevens = {
        "organisatie": str(cast.piet.organisatie.pk),
        "ondertekenaar": "Politiechef",
        "van": "2026-11-20",
        "tot": "2026-11-19",
    }
    url = reverse("convenant:ondertekening_registreren")
    assert "ligt voor de eerste dag" in client.post(url, gegevens).content.decode()
    assert (
        client.post(url, gegevens | {"van": "2026-11-18", "tot": "2027-11-17"}).status_code == 303
    )
    assert cast.piet.op(STRAKS).getekend


@pytest.mark.parametrize("wie", ["rik", "piet", "bram", "frits", "cora"])
def test_een_ander_beheert_geen_handtekeningen(cast: Cast, als, wie: str) -> None:
    speler = getattr(cast, wie)
    client = als(speler)
    url = reverse("convenant:ondertekening_intrekken", args=[handtekening_van(cast.zoe).pk])
    assert client.get(url).status_code == 404
    assert client.get(reverse("convenant:ondertekening_registreren")).status_code == 404
    with pytest.raises(Geweigerd):
        ondertekening_intrekken(speler.toegang, handtekening_van(cast.zoe), reden="x")


def test_een_procesregisseur_van_een_partner_beheert_geen_handtekeningen(cast: Cast) -> None:
    hoedanigheid = cast.piet.hoedanigheid
    hoedanigheid.rol = "procesregisseur"
    hoedanigheid.save()
    with pytest.raises(Geweigerd, match="Alleen de gemeente"):
        ondertekening_registreren(
            cast.piet.toegang,
            organisatie=cast.zoe.organisatie,
            ondertekenaar="x",
            van=NU.date(),
        )


def test_iedereen_leest_het_convenant(cast: Cast, als) -> None:
    for speler in cast.per_rol().values():
        antwoord = als(speler).get(reverse("convenant:convenant_inzien"))
        assert antwoord.status_code == 200
        assert "Leiding geven aan triage" in antwoord.content.decode()
