"""Lock 3: a deed checks its rule, writes once, is logged, and so is its refusal."""

import uuid
from datetime import date

import pytest
from django.db import Error, connection, transaction

from convenant.enums import Fase, Logsoort, Relatie
from convenant.handeling import AlGedaan, Geweigerd, bouwsteen
from convenant.models import Betrokkenheid, Dossier, Logregel, Taak, ToegangOntbreekt
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from convenant.services.dossier import dossier_openen, volgend_nummer
from convenant.services.taken import taak_afronden, taak_toevoegen
from tests.cast import NU, Cast


def een_dossier(cast: Cast, fase: Fase = Fase.UITVOERING) -> Dossier:
    dossier = Dossier(
        nummer=volgend_nummer(cast.paula.toegang),
        fase=fase,
        fase_sinds=NU,
        geopend_op=NU,
        gewijzigd_op=NU,
    )
    dossier.save()
    return dossier


def geef_regie(cast: Cast, dossier: Dossier) -> Betrokkenheid:
    return betrokkenheid_verlenen(
        cast.paula.toegang,
        dossier,
        wie=cast.rik.hoedanigheid,
        relatie=Relatie.REGISSEUR,
        reden="Leidt de casus",
    )


def taakgegevens(cast: Cast) -> dict[str, object]:
    return {
        "titel": "Werkplek zoeken",
        "uiterlijk": date(2026, 12, 1),
        "voor": cast.rik.hoedanigheid,
    }


def test_regisseur_geeft_een_taak_en_rondt_haar_af(cast: Cast) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    taak = taak_toevoegen(cast.rik.toegang, dossier, **taakgegevens(cast))
    taak = taak_afronden(cast.rik.toegang, taak, uitkomst="Gelukt")
    assert taak.gereed_op == NU
    namen = list(Logregel.objects.filter(soort=Logsoort.HANDELING).values_list("naam", flat=True))
    assert namen == ["taak_afronden", "taak_toevoegen", "betrokkenheid_verlenen"]
    versies = Taak.history.voor(cast.rik.toegang)
    assert [v.handeling for v in versies] == ["taak_afronden", "taak_toevoegen"]
    assert {v.history_user_id for v in versies} == {cast.rik.medewerker.pk}


def test_wie_de_casus_niet_leidt_wordt_geweigerd_en_dat_staat_in_het_log(cast: Cast) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    with pytest.raises(Geweigerd, match="Alleen de regisseur"):
        taak_toevoegen(cast.wendy.toegang, dossier, **taakgegevens(cast))
    assert not Taak.objects.voor(cast.rik.toegang).exists()
    weigering = Logregel.objects.get(soort=Logsoort.WEIGERING)
    assert (weigering.naam, weigering.dossier_id) == ("taak_toevoegen", dossier.pk)
    assert weigering.medewerker_id == cast.wendy.medewerker.pk


def test_een_dubbele_klik_is_een_taak(cast: Cast) -> None:
    dossier = een_dossier(cast)
    geef_regie(cast, dossier)
    rik = cast.rik.toegang.met_sleutel(uuid.uuid4())
    taak = taak_toevoegen(rik, dossier, **taakgegevens(cast))
    with pytest.raises(AlGedaan) as dubbel:
        taak_toevoegen(rik, dossier, **taakgegevens(cast))
    assert dubbel.value.logregel.object_id == taak.pk
    assert Taak.objects.voor(rik).count() == 1


def test_een_beeindigde_betrokkenheid_geeft_niets_meer_en_kan_opnieuw(cast: Cast) -> None:
    dossier = een_dossier(cast, Fase.WEGING)
    rij = geef_regie(cast, dossier)
    assert Dossier.objects.voor(cast.rik.toegang).get() == dossier
    betrokkenheid_beeindigen(cast.paula.toegang, rij, reden="Andere regisseur")
    assert not Dossier.objects.voor(cast.rik.toegang).exists()
    geef_regie(cast, dossier)
    assert Dossier.objects.voor(cast.rik.toegang).get() == dossier
    assert len(Betrokkenheid.history.voor(cast.paula.toegang)) == 3


def test_zonder_toegang_geen_antwoord(cast: Cast) -> None:
    een_dossier(cast)
    for vraag in (
        lambda: list(Dossier.objects.all()),
        lambda: Dossier.objects.count(),
        lambda: Dossier.objects.filter(fase=Fase.UITVOERING).exists(),
        lambda: Dossier.objects.first(),
        lambda: list(Dossier.objects.values("pk")),
        lambda: list(
            Taak.objects.voor(cast.paula.toegang).filter(dossier__in=Dossier.objects.all())
        ),
        lambda: Dossier.objects.voor(cast.paula.toegang) | Dossier.objects.all(),
        lambda: Dossier.objects.voor(cast.paula.toegang).union(Dossier.objects.all()),
        lambda: Dossier.objects.all().update(fase=Fase.GESLOTEN),
        lambda: Dossier.objects.raw("SELECT * FROM convenant_dossier"),
        lambda: list(Dossier.history.all()),
        lambda: Dossier.history.count(),
    ):
        with pytest.raises(ToegangOntbreekt):
            vraag()


@pytest.mark.parametrize("tabel", ["convenant_logregel", "convenant_historicaldossier"])
@pytest.mark.parametrize(
    "opdracht", ["UPDATE {} SET handeling = 'x'", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_log_en_geschiedenis_kunnen_niet_worden_veranderd(
    cast: Cast, tabel: str, opdracht: str
) -> None:
    geef_regie(cast, een_dossier(cast))
    sql = opdracht.format(tabel)
    if tabel == "convenant_logregel":
        sql = sql.replace("handeling", "naam")
    with pytest.raises(Error, match="permission denied"), transaction.atomic():
        connection.cursor().execute(sql)


def test_een_bouwsteen_is_geen_handeling(cast: Cast) -> None:
    with pytest.raises(RuntimeError, match="hoort in een handeling"):
        dossier_openen(cast.samira.toegang)
    assert bouwsteen(dossier_openen).__name__ == "dossier_openen"
