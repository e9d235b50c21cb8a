"""zorgdeling_laten_verlopen: when sharing ends by its day, the receiver is asked what it did."""

from datetime import timedelta

import pytest
import time_machine

from beoordeling.models import Informatie
from beoordeling.services.informatie import informatie_intrekken
from beoordeling.services.zorgdeling import toestemming_vastleggen, zorgdeling_laten_verlopen
from beoordeling.tasks import zorgdelingen_bewaken
from convenant.enums import Toestemmingswijze
from convenant.handeling import Geweigerd
from convenant.models import Logregel, Taak, Terughaalpost, Zorgdeling
from tests.cast import NU, Cast
from tests.stappen import beoordeling as stap
from tests.stappen.embargo import collega, embargo_gelegd
from tests.stappen.zorg import conflict_afgewogen, toestemming_gegeven

LAATSTE = NU.date() + timedelta(days=7)
NA = NU + timedelta(days=8)


@pytest.fixture
def item(cast: Cast) -> Informatie:
    return stap.contact_vastgelegd(cast.zoe, stap.dossier_in_regie(cast), tekst="Van de zorg")


@pytest.fixture
def deling(cast: Cast, item: Informatie) -> Zorgdeling:
    return toestemming_gegeven(cast.zoe, item, cast.ron, tot=LAATSTE)[0]


def posten(stuk_id: object) -> list[Terughaalpost]:
    alle = Terughaalpost.objects.buiten_toegang("de test leest wat niemand ziet")
    return list(alle.filter(stuk_id=stuk_id))


def test_na_de_laatste_dag_zegt_de_ontvanger_eenmaal_wat_hij_ermee_deed(
    cast: Cast, deling: Zorgdeling
) -> None:
    with time_machine.travel(NU + timedelta(days=7)):
        assert zorgdelingen_bewaken() == 0
    with time_machine.travel(NA):
        assert zorgdelingen_bewaken() == 1
        assert zorgdelingen_bewaken() == 0
    (post,) = posten(deling.pk)
    assert Taak.objects.voor(cast.ron.op(NA)).filter(pk=post.taak_id).exists()
    assert (post.organisatie_id, post.taak.dossier_id) == (cast.ron.organisatie.pk, None)
    regel = Logregel.objects.get(naam="zorgdeling_laten_verlopen")
    assert regel.hoedanigheid_id == cast.zoe.hoedanigheid.pk


def test_ook_na_een_conflict_van_plichten(cast: Cast, item: Informatie) -> None:
    (deling,) = conflict_afgewogen(cast.zoe, item, cast.ron)
    with time_machine.travel(NA):
        assert zorgdelingen_bewaken() == 1
    assert len(posten(deling.pk)) == 1


def test_wie_verder_leest_hoeft_niets_te_zeggen(
    cast: Cast, item: Informatie, deling: Zorgdeling
) -> None:
    toestemming_gegeven(cast.zoe, item, cast.ron, alles=True)
    with time_machine.travel(NA):
        assert zorgdelingen_bewaken() == 0
    with time_machine.travel(NU + timedelta(days=61)):
        assert zorgdelingen_bewaken() == 1
    assert posten(deling.pk) == []


def test_wordt_het_opnieuw_gedeeld_dan_vervalt_de_vraag(
    cast: Cast, item: Informatie, deling: Zorgdeling
) -> None:
    with time_machine.travel(NA):
        zorgdelingen_bewaken()
        toestemming_vastleggen(
            cast.zoe.op(NA),
            item,
            ontvangers=[cast.ron.organisatie],
            doel="Afstemmen",
            wijze=Toestemmingswijze.MONDELING,
            gegeven_op=NA.date(),
            aanwezig="zijn moeder",
            tot=LAATSTE + timedelta(days=30),
        )
    (post,) = posten(deling.pk)
    assert post.ingetrokken
    assert not Taak.objects.voor(cast.ron.op(NA)).filter(pk=post.taak_id, gereed_op=None).exists()


def test_wat_de_bron_introk_of_verbergt_vraagt_niets(
    cast: Cast, item: Informatie, deling: Zorgdeling
) -> None:
    verborgen = stap.contact_vastgelegd(cast.zoe, item.dossier)
    toestemming_gegeven(cast.zoe, verborgen, cast.ron, tot=LAATSTE)
    embargo_gelegd(cast, verborgen, "verborgen", wie=cast.zoe)
    informatie_intrekken(cast.zoe.toegang, item, reden="Klopt niet")
    with time_machine.travel(NA):
        assert zorgdelingen_bewaken() == 0


def test_is_wie_deelde_weg_dan_doet_een_collega_het_en_een_ander_nooit(
    cast: Cast, deling: Zorgdeling
) -> None:
    with pytest.raises(Geweigerd, match="die deelde"):
        zorgdeling_laten_verlopen(cast.ron.op(NA), deling)
    with pytest.raises(Geweigerd, match="loopt nu niet af"):
        zorgdeling_laten_verlopen(cast.zoe.toegang, deling)
    nel = collega(cast, cast.zoe, "Nel Zorg")
    cast.zoe.hoedanigheid.tot = LAATSTE
    cast.zoe.hoedanigheid.save()
    with time_machine.travel(NA):
        assert zorgdelingen_bewaken() == 1
    regel = Logregel.objects.get(naam="zorgdeling_laten_verlopen", resultaat="gelukt")
    assert regel.hoedanigheid_id == nel.hoedanigheid.pk
