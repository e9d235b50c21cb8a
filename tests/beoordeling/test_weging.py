"""A round of weighing: blind until everyone is in, then open to all in the weging."""

from datetime import timedelta

import pytest

from beoordeling.enums import Advies, Weegwaarde, Wegingstatus
from beoordeling.models import Weging, Wegingsantwoord, Wegingsbijdrage
from beoordeling.rules.weging import tegen_advies
from beoordeling.selectors.weging import adviezen, te_vullen, weging_voor_scherm
from beoordeling.services.bijdrage import (
    Gegeven,
    wegingsbijdrage_bewaren,
    wegingsbijdrage_indienen,
)
from beoordeling.services.informatie import waarneming_vastleggen
from beoordeling.services.weging import weging_sluiten, weging_starten, weging_vaststellen
from convenant.enums import Categorie, Fase, Niveau, Taaksoort
from convenant.handeling import Geweigerd, Gewijzigd
from convenant.models import Dossier, Taak
from convenant.selectors.taken import eigen_taken
from tests.cast import Cast
from tests.stappen import beoordeling as stap


def fase_van(dossier: Dossier) -> str:
    return Dossier._base_manager.get(pk=dossier.pk).fase


def test_iedere_organisatie_in_de_weegploeg_krijgt_een_taak(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    for lid in cast.weegploeg():
        taak = eigen_taken(lid.toegang).get()
        assert taak.soort == Taaksoort.WEGING
        assert taak.object_id == te_vullen(lid.toegang).get().pk
    assert weging.ronde == 1


def test_alleen_de_procesregisseur_start_en_maar_een_tegelijk(cast: Cast) -> None:
    dossier = stap.dossier_in_fase(cast)
    cast.weegploeg()
    dag = cast.paula.toegang.vandaag + timedelta(days=7)
    with pytest.raises(Geweigerd):
        weging_starten(cast.rik.toegang, dossier, uiterlijk=dag)
    weging_starten(cast.paula.toegang, dossier, uiterlijk=dag)
    with pytest.raises(Geweigerd, match="loopt al"):
        weging_starten(cast.paula.toegang, dossier, uiterlijk=dag)


@pytest.mark.parametrize("fase", [f for f in Fase if f != Fase.WEGING])
def test_in_een_andere_fase_wordt_niet_gewogen(cast: Cast, fase: Fase) -> None:
    dossier = stap.dossier_in_fase(cast, fase)
    cast.weegploeg()
    with pytest.raises(Geweigerd, match="fase weging"):
        weging_starten(cast.paula.toegang, dossier, uiterlijk=cast.paula.toegang.vandaag)


def test_een_termijn_in_het_verleden_en_een_lege_weegploeg_worden_geweigerd(cast: Cast) -> None:
    dossier = stap.dossier_in_fase(cast)
    vandaag = cast.paula.toegang.vandaag
    with pytest.raises(Geweigerd, match="geen weegploeg"):
        weging_starten(cast.paula.toegang, dossier, uiterlijk=vandaag)
    cast.weegploeg()
    with pytest.raises(Geweigerd, match="voorbij"):
        weging_starten(cast.paula.toegang, dossier, uiterlijk=vandaag - timedelta(days=1))


def test_niemand_ziet_een_ander_voordat_de_ronde_gesloten_is(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    stap.bijdrage_ingediend(cast.piet, weging, Advies.GEEN_ACTIE, "GEHEIM")
    for speler in (cast.gemma, cast.olga, cast.paula, cast.rik, cast.leo, cast.bas, cast.femke):
        gezien = Wegingsbijdrage.objects.voor(speler.toegang)
        assert not gezien.filter(organisatie=cast.piet.organisatie).exists(), speler.sleutel
        antwoorden = Wegingsantwoord.objects.voor(speler.toegang)
        assert not antwoorden.exists(), speler.sleutel
    assert adviezen(cast.paula.toegang, weging) == ()
    scherm = weging_voor_scherm(cast.paula.toegang, weging)
    assert (scherm.stand, scherm.vragen) == ("1 van 3 binnen", ())
    eigen = Wegingsbijdrage.objects.voor(cast.piet.toegang).get()
    assert eigen.reden == "GEHEIM"


def test_de_procesregisseur_leest_ook_de_bijdrage_van_haar_eigen_organisatie_niet(
    cast: Cast,
) -> None:
    weging = stap.weging_gestart(cast)
    stap.bijdrage_ingediend(cast.gemma, weging, Advies.AANPAK)
    assert cast.paula.organisatie == cast.gemma.organisatie
    assert not Wegingsbijdrage.objects.voor(cast.paula.toegang).exists()
    telling = Wegingsbijdrage.objects.voor(cast.paula.toegang, minstens=Niveau.PROCES)
    assert telling.count() == 3


def test_de_laatste_bijdrage_sluit_de_ronde_en_dan_ziet_ieder_alles(cast: Cast) -> None:
    weging = stap.weging_gesloten(cast)
    assert weging.status == Wegingstatus.GESLOTEN
    for lid in cast.weegploeg():
        scherm = weging_voor_scherm(lid.toegang, weging)
        assert [(a.organisatie.naam, a.advies, a.afwijkend) for a in scherm.adviezen] == [
            ("Arrondissementsparket", Advies.MEER_INFORMATIE, True),
            ("Gemeente, OOV", Advies.AANPAK, False),
            ("Politie-eenheid", Advies.AANPAK, False),
        ]
        assert sum(len(rijen) for _, rijen in scherm.vragen) == 14
    assert eigen_taken(cast.paula.toegang).get().object_id == weging.pk


def test_wie_er_niet_bij_was_leest_de_adviezen_niet(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast, Fase.WEGING)
    weging = stap.weging_gesloten(cast, dossier)
    Dossier._base_manager.filter(pk=dossier.pk).update(fase=Fase.UITVOERING)
    assert adviezen(cast.rik.toegang, weging)
    assert not adviezen(cast.zoe.toegang, weging)
    assert not adviezen(cast.ruben.toegang, weging)
    assert [a.organisatie for a in adviezen(cast.piet.toegang, weging)] == [cast.piet.organisatie]


def test_een_concept_blijft_van_de_eigen_organisatie_ook_na_vroeg_sluiten(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    stap.bijdrage_ingediend(cast.gemma, weging, Advies.AANPAK)
    wegingsbijdrage_bewaren(
        cast.piet.toegang,
        stap.bijdrage_van(cast.piet, weging),
        antwoorden=stap.alle_antwoorden(weging),
        advies=Advies.GEEN_ACTIE,
        reden="CONCEPT",
    )
    weging = weging_sluiten(cast.paula.toegang, weging, reden="Het is spoed")
    scherm = weging_voor_scherm(cast.paula.toegang, weging)
    assert [a.organisatie for a in scherm.adviezen] == [cast.gemma.organisatie]
    assert scherm.niet_ingediend == ("Arrondissementsparket", "Politie-eenheid")
    assert not eigen_taken(cast.piet.toegang).exists()
    with pytest.raises(Geweigerd, match="gesloten"):
        stap.bijdrage_ingediend(cast.piet, weging, Advies.AANPAK)
    assert not tegen_advies(weging, Advies.AANPAK)


def test_indienen_vraagt_alle_antwoorden_een_advies_en_een_reden(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    alles = stap.alle_antwoorden(weging, Weegwaarde.GEEN_TE_DELEN)
    een = dict(list(alles.items())[:1])
    for antwoorden, advies, reden, zin in (
        (een, Advies.AANPAK, "Want", "13 vragen"),
        (alles, "", "Want", "Geef een advies"),
        (alles, Advies.AANPAK, "  ", "Geef een advies"),
    ):
        with pytest.raises(Geweigerd, match=zin):
            wegingsbijdrage_indienen(
                cast.piet.toegang, bijdrage, antwoorden=antwoorden, advies=advies, reden=reden
            )
    stap.bijdrage_ingediend(cast.piet, weging, Advies.AANPAK)
    with pytest.raises(Geweigerd, match="al ingediend"):
        stap.bijdrage_ingediend(cast.piet, weging, Advies.AANPAK)


def test_een_lid_vult_niet_voor_een_ander_in(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    van_olga = stap.bijdrage_van(cast.olga, weging)
    with pytest.raises(Geweigerd, match="eigen organisatie"):
        wegingsbijdrage_bewaren(cast.piet.toegang, van_olga, antwoorden={})


def test_een_vraag_van_een_ander_kader_telt_niet(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    vreemd = stap.Indicator.objects.exclude(deel__kader_id=weging.kader_id).first()
    wegingsbijdrage_bewaren(
        cast.piet.toegang,
        stap.bijdrage_van(cast.piet, weging),
        antwoorden={vreemd.pk: Gegeven(Weegwaarde.AFWEZIG)},
    )
    assert not Wegingsantwoord.objects.voor(cast.piet.toegang).exists()


def test_twee_collega_s_overschrijven_elkaar_niet(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    wegingsbijdrage_bewaren(cast.piet.toegang, bijdrage, antwoorden={}, reden="eerste", versie=1)
    with pytest.raises(Gewijzigd):
        wegingsbijdrage_bewaren(
            cast.piet.toegang, bijdrage, antwoorden={}, reden="tweede", versie=1
        )


def test_bewaren_schrijft_alleen_wat_verandert(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    bijdrage = stap.bijdrage_van(cast.piet, weging)
    antwoorden = stap.alle_antwoorden(weging)
    for _ in range(2):
        wegingsbijdrage_bewaren(cast.piet.toegang, bijdrage, antwoorden=antwoorden)
    assert Wegingsantwoord.history.voor(cast.piet.toegang).count() == len(antwoorden)


@pytest.mark.parametrize(
    ("uitkomst", "fase"),
    [
        (Advies.AANPAK, Fase.BESLUIT),
        (Advies.GEEN_ACTIE, Fase.AFGEDAAN),
        (Advies.STRAFRECHTELIJK, Fase.AFGEDAAN),
        (Advies.MEER_INFORMATIE, Fase.WEGING),
        (Advies.UITGESTELD, Fase.WEGING),
    ],
)
def test_de_uitkomst_bepaalt_waar_het_dossier_heen_gaat(
    cast: Cast, uitkomst: Advies, fase: Fase
) -> None:
    weging = stap.weging_vastgesteld(cast, uitkomst=uitkomst)
    assert fase_van(weging.dossier) == fase
    nota = Taak.objects.voor(cast.bas.toegang).filter(soort=Taaksoort.NOTA)
    assert nota.exists() == (uitkomst == Advies.AANPAK)
    assert not eigen_taken(cast.paula.toegang).exists()


def test_na_meer_informatie_kan_een_nieuwe_ronde(cast: Cast) -> None:
    eerste = stap.weging_vastgesteld(cast, uitkomst=Advies.MEER_INFORMATIE)
    tweede = stap.weging_gestart(cast, eerste.dossier)
    assert tweede.ronde == 2


def test_vaststellen_kan_pas_na_de_adviezen_en_maar_een_keer(cast: Cast) -> None:
    weging = stap.weging_gestart(cast)
    gegevens = {"uitkomst": Advies.GEEN_ACTIE, "reden": "Niets aan de hand"}
    with pytest.raises(Geweigerd, match="Nog niet alle adviezen"):
        weging_vaststellen(cast.paula.toegang, weging, **gegevens)
    weging_sluiten(cast.paula.toegang, weging, reden="Spoed")
    with pytest.raises(Geweigerd, match="al gesloten"):
        weging_sluiten(cast.paula.toegang, weging, reden="Nog eens")
    with pytest.raises(Geweigerd, match="waarom"):
        weging_vaststellen(cast.paula.toegang, weging, uitkomst=Advies.GEEN_ACTIE, reden=" ")
    weging_vaststellen(cast.paula.toegang, weging, **gegevens)
    with pytest.raises(Geweigerd, match="al vastgesteld"):
        weging_vaststellen(cast.paula.toegang, weging, **gegevens)


@pytest.mark.parametrize(
    ("gegeven", "uitkomst", "tegen"),
    [
        (("aanpak", "aanpak", "aanpak"), "aanpak", False),
        (("aanpak", "aanpak", "meer_informatie"), "aanpak", False),
        (("aanpak", "aanpak", "geen_actie"), "aanpak", True),
        (("meer_informatie", "uitgesteld", "meer_informatie"), "aanpak", True),
        (("strafrechtelijk", "uitgesteld", "uitgesteld"), "aanpak", False),
        (("geen_actie", "geen_actie", "geen_actie"), "geen_actie", False),
    ],
)
def test_tegen_advies(
    cast: Cast, gegeven: tuple[str, str, str], uitkomst: str, tegen: bool
) -> None:
    namen = ("gemma", "piet", "olga")
    weging = stap.weging_gesloten(
        cast, adviezen={n: Advies(a) for n, a in zip(namen, gegeven, strict=True)}
    )
    assert tegen_advies(weging, uitkomst) is tegen


def test_het_scherm_telt_wat_niet_iedereen_mag_lezen(cast: Cast) -> None:
    weging = stap.weging_gesloten(cast)
    for categorie in (Categorie.POLITIEGEGEVEN, Categorie.GEWOON):
        waarneming_vastleggen(
            cast.piet.toegang,
            weging.dossier,
            gebeurd_op=cast.piet.toegang.vandaag,
            titel="Antecedent",
            tekst="Inhoud",
            categorie=categorie,
        )
    for speler in (cast.piet, cast.paula, cast.gemma):
        assert weging_voor_scherm(speler.toegang, weging).verborgen == 1
    assert Weging.objects.voor(cast.paula.toegang).get() == weging
