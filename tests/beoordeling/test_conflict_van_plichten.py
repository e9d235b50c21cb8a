"""A care professional shares without consent, on his own word and nobody else's."""

from datetime import timedelta

import pytest
from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.services.zorgdeling import toestemming_intrekken
from convenant.enums import Niveau
from convenant.handeling import Geweigerd
from convenant.models import Verstrekking, Zorgdeling
from tests.cast import NU, Cast
from tests.stappen import beoordeling as stap
from tests.stappen.zorg import conflict_afgewogen, toestemming_gegeven


@pytest.fixture
def item(cast: Cast) -> Informatie:
    return stap.contact_vastgelegd(cast.zoe, stap.dossier_in_regie(cast), tekst="Een naam en dag")


def test_de_ontvanger_leest_dit_stuk_met_de_grond_erbij(cast: Cast, item: Informatie, als) -> None:
    ander = stap.contact_vastgelegd(cast.zoe, item.dossier)
    (deling,) = conflict_afgewogen(cast.zoe, item, cast.ron)
    leest = Informatie.objects.voor(cast.ron.toegang)
    assert leest.filter(pk=item.pk).exists()
    assert not leest.filter(pk=ander.pk).exists()
    straks = cast.ron.op(NU + timedelta(days=8))
    assert not Informatie.objects.voor(straks).filter(pk=item.pk).exists()
    alle = Verstrekking.objects.buiten_toegang("de test leest wat niemand ziet")
    assert alle.get(stuk_id=item.pk).soort == deling.grond
    assert not Zorgdeling.objects.voor(cast.rik.toegang, minstens=Niveau.BESTAAN).exists()
    ron, zoe = als(cast.ron), als(cast.zoe)
    url = reverse("beoordeling:informatie_inzien", args=[item.pk])
    assert "conflict van plichten, tot en met" in ron.get(url).text
    lijst = reverse("beoordeling:toestemmingen", args=[item.dossier_id])
    assert "Praten hielp niet" in zoe.get(lijst).text
    assert "Praten hielp niet" not in ron.get(lijst).text


@pytest.mark.parametrize("wie", ["rik", "paula", "ron", "gemma", "leo", "piet"])
def test_niemand_anders_legt_het_voor_hem_vast(cast: Cast, item: Informatie, wie: str) -> None:
    with pytest.raises(Geweigerd):
        conflict_afgewogen(getattr(cast, wie), item, cast.ron)


def test_zonder_afweging_of_te_lang_kan_het_niet(cast: Cast, item: Informatie) -> None:
    te_laat = NU.date() + timedelta(days=91)
    for gegevens, zin in (
        ({"nadeel": " "}, "afgewogen"),
        ({"geen_andere_weg": ""}, "afgewogen"),
        ({"minste_inbreuk": ""}, "afgewogen"),
        ({"tot": te_laat}, "hoogstens 90 dagen"),
        ({"ontvangers": [cast.organisatie("om")]}, "betrokken"),
    ):
        with pytest.raises(Geweigerd, match=zin):
            conflict_afgewogen(cast.zoe, item, cast.ron, **gegevens)


def test_wie_zijn_toestemming_intrekt_neemt_de_eigen_afweging_niet_weg(
    cast: Cast, item: Informatie
) -> None:
    conflict_afgewogen(cast.zoe, item, cast.ron)
    toestemming_gegeven(cast.zoe, item, cast.rik)
    toestemming_intrekken(cast.zoe.toegang, item.dossier, intrekwijze="Aan de telefoon")
    assert Informatie.objects.voor(cast.ron.toegang).filter(pk=item.pk).exists()
    assert not Informatie.objects.voor(cast.rik.toegang).filter(pk=item.pk).exists()
