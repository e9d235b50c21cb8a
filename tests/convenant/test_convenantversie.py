"""The convenant as data: the version in force decides, and an established one never changes."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from convenant.enums import Categorie, Fase, Niveau, Rol, Voorwaarde
from convenant.models import Convenantversie, Deelregel, Dossier
from convenant.regelboek import Regel
from convenant.services.convenantinhoud import convenant_laden
from tests.cast import NU, Cast
from tests.stappen import beoordeling
from tests.stappen.convenant import concept_met, versie_vastgesteld

ALLEEN_DE_FG = Regel(
    Rol.FG, (Categorie.PROCES,), tuple(Fase), Niveau.PROCES, "9.3", Voorwaarde.ALTIJD
)


def test_de_eerste_versie_is_geladen_en_wordt_niet_nog_eens_geladen(cast: Cast) -> None:
    versie = Convenantversie.objects.get()
    assert (versie.nummer, versie.status, versie.meegeleverd) == (1, "vastgesteld", True)
    assert versie.deelregels.count() == 26
    assert not versie.deelregels.filter(grondslag__isnull=True).exists()
    assert convenant_laden() == 0
    assert cast.paula.toegang.regels.nummer == 1


def test_een_nieuwe_versie_geldt_vanaf_haar_moment_en_versmalt_meteen(cast: Cast) -> None:
    dossier = beoordeling.dossier_in_fase(cast)
    straks = NU + timedelta(hours=1)
    versie_vastgesteld([ALLEEN_DE_FG], vanaf=straks)
    assert Dossier.objects.voor(cast.paula.op(NU), minstens=Niveau.PROCES).get() == dossier
    assert not Dossier.objects.voor(cast.paula.op(straks), minstens=Niveau.BESTAAN).exists()
    assert cast.paula.op(straks).regels.nummer == 2


def test_een_concept_geeft_niets_en_neemt_niets(cast: Cast) -> None:
    concept_met([ALLEEN_DE_FG])
    assert cast.paula.toegang.regels.nummer == 1


def test_zonder_versie_ziet_niemand_iets(cast: Cast) -> None:
    beoordeling.dossier_in_fase(cast)
    vroeger = Convenantversie.objects.get().ingangsmoment - timedelta(days=1)
    toegang = cast.paula.op(vroeger)
    assert toegang.regels.regels == ()
    assert not Dossier.objects.voor(toegang, minstens=Niveau.BESTAAN).exists()


def test_wat_is_vastgesteld_verandert_niet(cast: Cast) -> None:
    versie = Convenantversie.objects.get()
    regel = versie.deelregels.earliest("pk")
    pogingen = (
        lambda: Convenantversie.objects.filter(pk=versie.pk).update(status="concept"),
        lambda: Convenantversie.objects.filter(pk=versie.pk).update(ingangsmoment=NU),
        lambda: Deelregel.objects.filter(pk=regel.pk).update(niveau=2),
        lambda: Deelregel.objects.filter(pk=regel.pk).delete(),
        lambda: Deelregel.objects.create(
            versie=versie,
            volgorde=99,
            artikel="0.0",
            rol=Rol.ACCOUNTHOUDER,
            categorieen=["gewoon"],
            fasen=["weging"],
            niveau=2,
            doel="x",
        ),
        lambda: Deelregel.objects.filter(pk=concept_met([ALLEEN_DE_FG]).deelregels.get().pk).update(
            versie=versie
        ),
    )
    for poging in pogingen:
        with pytest.raises(DatabaseError, match="verandert niet"), transaction.atomic():
            poging()


def test_een_mens_alleen_stelt_niets_vast(cast: Cast) -> None:
    for wie in (None, cast.paula.hoedanigheid):
        versie = concept_met([ALLEEN_DE_FG])
        versie.status, versie.ingangsmoment = "vastgesteld", NU
        versie.vastgesteld_door = versie.bevestigd_door = wie
        with pytest.raises(DatabaseError, match="door_twee"), transaction.atomic():
            versie.save()


def test_waarom_toont_versie_artikel_doel_en_grondslag(cast: Cast, als) -> None:
    dossier = beoordeling.dossier_in_fase(cast)
    pagina = als(cast.paula).get(reverse("convenant:waarom", args=[dossier.pk]))
    tekst = pagina.content.decode()
    for woord in ("versie 1", "artikel 4.2", "Leiding geven aan triage", "wetsvoorstel 36 225"):
        assert woord in tekst
