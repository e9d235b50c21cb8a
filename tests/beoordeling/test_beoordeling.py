"""An assessment: protective part before any level, and never established by its maker."""

import pytest

from beoordeling.enums import Aanleiding, Beoordelingstatus, Waarde
from beoordeling.models import Antwoord, Beoordeling, Deeloordeel, Kaderdeel
from beoordeling.rules.beoordeling import laatst_vastgesteld
from beoordeling.rules.volledigheid import stand
from beoordeling.services.beoordeling import (
    beoordeling_starten,
    beoordeling_terugsturen,
    beoordeling_vaststellen,
    beoordeling_voorleggen,
)
from beoordeling.services.beoordeling_invullen import (
    Bevinding,
    Oordeel,
    Stroomkeuze,
    beoordeling_bewaren,
)
from convenant.enums import Fase
from convenant.handeling import Geweigerd, Gewijzigd
from convenant.selectors.taken import eigen_taken
from tests.cast import Cast
from tests.stappen import beoordeling as stap

OORDEEL = Oordeel("laag", "Gaat goed", "Twee gesprekken")


def deel(beoordeling: Beoordeling, code: str) -> Kaderdeel:
    return Kaderdeel.objects.get(kader_id=beoordeling.kader_id, code=code)


def bewaar(cast: Cast, beoordeling: Beoordeling, code: str, **gegevens: object) -> Beoordeling:
    return beoordeling_bewaren(
        cast.rik.toegang,
        beoordeling,
        deel=deel(beoordeling, code),
        **({"antwoorden": {}} | gegevens),
    )


def alles_in_deel(beoordeling: Beoordeling, code: str, waarde: Waarde) -> dict[object, Bevinding]:
    regel = next(d for d in stand(beoordeling) if d.deel.code == code)
    return {i.pk: Bevinding(waarde) for i in regel.indicatoren}


def test_van_leeg_tot_vastgesteld_door_een_ander(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    beoordeling = stap.beoordeling_voorgelegd(cast, dossier)
    assert eigen_taken(cast.paula.toegang).get().object_id == beoordeling.pk
    with pytest.raises(Geweigerd, match="Iemand anders"):
        beoordeling_vaststellen(cast.rik.toegang, beoordeling)
    beoordeling = beoordeling_vaststellen(cast.paula.toegang, beoordeling)
    assert beoordeling.status == Beoordelingstatus.VASTGESTELD
    assert laatst_vastgesteld(dossier.pk) == beoordeling
    assert not eigen_taken(cast.paula.toegang).exists()


def test_wie_meeschreef_stelt_niet_vast_de_waarnemer_die_niet_meeschreef_wel(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    beoordeling = stap.beoordeling_gestart(cast, dossier)
    beoordeling = stap.beoordeling_ingevuld(cast, beoordeling, cast.wendy)
    assert cast.paula.hoedanigheid
    beoordeling = beoordeling_voorleggen(cast.rik.toegang, beoordeling)
    with pytest.raises(Geweigerd, match="Iemand anders"):
        beoordeling_vaststellen(cast.wendy.toegang, beoordeling)
    ander = stap.beoordeling_voorgelegd(cast, stap.dossier_in_regie(cast))
    assert beoordeling_vaststellen(cast.wendy.toegang, ander).vastgesteld_door_id


@pytest.mark.parametrize("wie", ["ruben", "zoe", "piet", "leo", "bas", "samira"])
def test_wie_het_dossier_niet_leidt_maakt_geen_beoordeling(cast: Cast, wie: str) -> None:
    dossier = stap.dossier_in_regie(cast)
    with pytest.raises(Geweigerd):
        beoordeling_starten(getattr(cast, wie).toegang, dossier, aanleiding=Aanleiding.PERIODIEK)


def test_maar_een_beoordeling_tegelijk_en_niet_na_het_einde(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    stap.beoordeling_gestart(cast, dossier)
    with pytest.raises(Geweigerd, match="al een beoordeling"):
        stap.beoordeling_gestart(cast, dossier)
    dicht = stap.dossier_in_regie(cast)
    dicht.fase = Fase.GESLOTEN
    dicht.save()
    with pytest.raises(Geweigerd, match="deze fase"):
        stap.beoordeling_gestart(cast, dicht)


@pytest.mark.parametrize("code", ["bescherming", "veiligheid", "ideologie", "kwetsbaarheid"])
def test_geen_niveau_voordat_elke_beschermende_factor_een_antwoord_heeft(
    cast: Cast, code: str
) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    antwoorden = alles_in_deel(beoordeling, "bescherming", Waarde.NIET_GEVRAAGD)
    laatste = antwoorden.popitem()
    beoordeling = bewaar(cast, beoordeling, "bescherming", antwoorden=antwoorden)
    with pytest.raises(Geweigerd, match="beschermende factoren"):
        bewaar(cast, beoordeling, code, oordeel=OORDEEL)
    beoordeling = bewaar(
        cast, beoordeling, "bescherming", antwoorden={laatste[0]: Bevinding(Waarde.ONBEKEND)}
    )
    bewaar(cast, beoordeling, code, oordeel=OORDEEL)
    assert Deeloordeel.objects.voor(cast.rik.toegang).get().deel.code == code


@pytest.mark.parametrize(("oordeel", "rust_op"), [("", "Gesprek"), ("Gaat goed", "  ")])
def test_een_niveau_alleen_zegt_niets(cast: Cast, oordeel: str, rust_op: str) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    antwoorden = alles_in_deel(beoordeling, "bescherming", Waarde.AFWEZIG)
    with pytest.raises(Geweigerd, match="in woorden"):
        bewaar(
            cast,
            beoordeling,
            "bescherming",
            antwoorden=antwoorden,
            oordeel=Oordeel("hoog", oordeel, rust_op),
        )


def test_de_stroom_bepaalt_de_vragen_en_vraagt_een_reden(cast: Cast) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    for stromen, reden, zin in (
        (("rechts",), "", "waarom"),
        (("geen", "rechts"), "Want", "niet allebei"),
    ):
        with pytest.raises(Geweigerd, match=zin):
            bewaar(cast, beoordeling, "ideologie", stroomkeuze=Stroomkeuze(stromen, reden))
    aantal = {}
    for stroom in ("geen", "rechts", "onduidelijk"):
        beoordeling = bewaar(
            cast, beoordeling, "ideologie", stroomkeuze=Stroomkeuze((stroom,), "Want")
        )
        regel = next(d for d in stand(beoordeling) if d.deel.code == "ideologie")
        aantal[stroom] = len(regel.indicatoren)
    assert aantal == {"geen": 7, "rechts": 10, "onduidelijk": 18}


def test_een_minderjarige_krijgt_geen_deel_over_ideologie(cast: Cast) -> None:
    dossier = stap.dossier_in_regie(cast)
    jong = stap.dossier_in_fase(cast, geboortejaar=2011)
    assert not stap.beoordeling_gestart(cast, dossier).zonder_ideologie
    beoordeling = stap.beoordeling_gestart(cast, jong, cast.paula)
    assert beoordeling.zonder_ideologie
    assert "ideologie" not in {d.deel.code for d in stand(beoordeling)}
    with pytest.raises(Geweigerd, match="geen deel over ideologie"):
        beoordeling_bewaren(
            cast.paula.toegang, beoordeling, deel=deel(beoordeling, "ideologie"), antwoorden={}
        )


def test_voorleggen_noemt_wat_ontbreekt(cast: Cast) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    beoordeling = bewaar(
        cast,
        beoordeling,
        "bescherming",
        antwoorden=alles_in_deel(beoordeling, "bescherming", Waarde.DUIDELIJK),
    )
    with pytest.raises(Geweigerd) as weigering:
        beoordeling_voorleggen(cast.rik.toegang, beoordeling)
    zin = weigering.value.reden
    assert "Beschermende factoren (onderbouwing ontbreekt)" in zin
    assert "Veiligheidsrisico's (0 van 13 beantwoord)" in zin
    assert "Ideologisch gehalte (kies eerst een stroom)" in zin


def test_terugsturen_geeft_het_terug_met_een_taak(cast: Cast) -> None:
    beoordeling = stap.beoordeling_voorgelegd(cast, stap.dossier_in_regie(cast))
    with pytest.raises(Geweigerd, match="tweede persoon"):
        bewaar(cast, beoordeling, "bescherming")
    with pytest.raises(Geweigerd, match="wat er nog moet"):
        beoordeling_terugsturen(cast.paula.toegang, beoordeling, reden="")
    beoordeling_terugsturen(cast.paula.toegang, beoordeling, reden="Noem de bron bij V01")
    taak = eigen_taken(cast.rik.toegang).get()
    assert taak.toelichting == "Noem de bron bij V01"
    opnieuw = beoordeling_voorleggen(cast.rik.toegang, beoordeling)
    assert not eigen_taken(cast.rik.toegang).exists()
    vast = beoordeling_vaststellen(cast.paula.toegang, opnieuw)
    with pytest.raises(Geweigerd, match="verandert niet meer"):
        bewaar(cast, vast, "bescherming")


def test_een_verouderde_versie_overschrijft_niets(cast: Cast) -> None:
    beoordeling = stap.beoordeling_gestart(cast, stap.dossier_in_regie(cast))
    bewaar(cast, beoordeling, "bescherming", versie=1)
    with pytest.raises(Gewijzigd):
        bewaar(cast, beoordeling, "bescherming", versie=1)


def test_een_partner_leest_alleen_het_gewone_deel(cast: Cast) -> None:
    stap.beoordeling_vastgesteld(cast, stap.dossier_in_regie(cast))
    delen = set(
        Antwoord.objects.voor(cast.zoe.toegang).values_list("indicator__deel__code", flat=True)
    )
    assert delen == {"bescherming"}
    assert not Antwoord.objects.voor(cast.cora.toegang).exists()
    assert Deeloordeel.objects.voor(cast.rik.toegang).count() == 4
