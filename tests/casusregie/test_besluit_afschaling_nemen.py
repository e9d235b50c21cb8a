"""The beslisser decides whether a case is scaled down; leaving is as easy as entering."""

from datetime import timedelta

import pytest

from casusregie.enums import Besluituitkomst, Partneradviesuitkomst
from casusregie.models import Besluitnota, Casus, Partneradvies
from casusregie.selectors.besluit import adviezen_bij
from casusregie.services.afschaling import afschaling_voorstellen, partneradvies_geven
from casusregie.services.besluit import besluit_afschaling_nemen
from casusregie.services.besluitnota import besluitnota_aanbieden
from convenant.enums import Fase, Taaksoort
from convenant.handeling import Geweigerd
from convenant.models import Dossier, Taak
from tests.cast import NU, Cast
from tests.stappen.casus import (
    beoordeling_vastgesteld,
    casus_geopend,
    partner_betrokken,
    voorwaarden_gehaald,
)

NA_DE_TERMIJN = NU + timedelta(days=15)


def nota_gemaakt(cast: Cast, *, advies: bool = True) -> Besluitnota:
    casus = casus_geopend(cast)
    partner_betrokken(cast, casus, cast.ron)
    beoordeling_vastgesteld(cast, casus)
    voorwaarden_gehaald(cast, casus)
    nota = afschaling_voorstellen(
        cast.rik.toegang,
        casus,
        aanleiding="De voorwaarden zijn gehaald",
        doel="Afbouwen naar nazorg",
        proportionaliteit="Niet meer nodig",
        subsidiariteit="Gewone hulp is genoeg",
    )
    if advies:
        partneradvies_geven(
            cast.ron.toegang,
            Partneradvies.objects.voor(cast.ron.toegang).get(nota=nota),
            uitkomst=Partneradviesuitkomst.AFSCHALEN,
            reden="Komt alle afspraken na",
        )
    return nota


def nota_aangeboden(cast: Cast, *, advies: bool = True) -> Besluitnota:
    bas = cast.bas.toegang if advies else cast.bas.op(NA_DE_TERMIJN)
    return besluitnota_aanbieden(bas, nota_gemaakt(cast, advies=advies))


def fase_van(cast: Cast, nota: Besluitnota) -> str:
    return Dossier.objects.voor(cast.paula.toegang).get(pk=nota.dossier_id).fase


def test_afschalen_gaat_meteen_in_en_brengt_het_dossier_in_nazorg(cast: Cast) -> None:
    nota = nota_aangeboden(cast)
    besluit_afschaling_nemen(cast.femke.toegang, nota, uitkomst=Besluituitkomst.AFSCHALEN)
    assert fase_van(cast, nota) == Fase.NAZORG
    casus = Casus.objects.voor(cast.paula.toegang).get(dossier_id=nota.dossier_id)
    assert casus.afgeschaald_op is not None


def test_voortzetten_wijkt_af_van_het_voorstel_en_vraagt_een_motivering(cast: Cast) -> None:
    nota = nota_aangeboden(cast)
    with pytest.raises(Geweigerd, match="wijkt af van het voorstel"):
        besluit_afschaling_nemen(cast.femke.toegang, nota, uitkomst=Besluituitkomst.VOORTZETTEN)
    besluit_afschaling_nemen(
        cast.femke.toegang,
        nota,
        uitkomst=Besluituitkomst.VOORTZETTEN,
        motivering="De verhuizing is volgende maand; daarna opnieuw bekijken.",
    )
    assert fase_van(cast, nota) == Fase.UITVOERING


def test_zonder_elk_advies_is_een_motivering_nodig(cast: Cast) -> None:
    nota = nota_aangeboden(cast, advies=False)
    with pytest.raises(Geweigerd, match="Niet elke partner"):
        besluit_afschaling_nemen(cast.femke.toegang, nota, uitkomst=Besluituitkomst.AFSCHALEN)
    assert fase_van(cast, nota) == Fase.AFSCHALING
    besluit_afschaling_nemen(
        cast.femke.toegang,
        nota,
        uitkomst=Besluituitkomst.AFSCHALEN,
        motivering="De reclassering antwoordt ook na een herinnering niet.",
    )
    taak = Taak.objects.voor(cast.ron.toegang).get(soort=Taaksoort.ADVIES)
    assert taak.uitkomst == "Besloten zonder dit advies"


def test_aanbieden_wacht_op_elk_advies_of_op_de_termijn(cast: Cast) -> None:
    nota = nota_gemaakt(cast, advies=False)
    for moment in (NU, NU + timedelta(days=14)):
        with pytest.raises(Geweigerd, match=r"advies van: Reclassering.* na 2 december 2026"):
            besluitnota_aanbieden(cast.bas.op(moment), nota)
    nota = besluitnota_aanbieden(cast.bas.op(NA_DE_TERMIJN), nota)
    assert nota.aangeboden_op == NA_DE_TERMIJN
    (advies,) = adviezen_bij(cast.femke.toegang, nota)
    assert (advies.organisatie, advies.uitkomst) == ("Reclassering", "geen advies gegeven")
    assert advies.reden == "Gevraagd op 18 november 2026."


def test_een_uitkomst_van_instroom_past_niet(cast: Cast) -> None:
    nota = nota_aangeboden(cast)
    with pytest.raises(Geweigerd, match="past niet bij deze nota"):
        besluit_afschaling_nemen(cast.femke.toegang, nota, uitkomst=Besluituitkomst.AANPAK)


def test_alleen_de_beslisser_besluit(cast: Cast) -> None:
    nota = nota_aangeboden(cast)
    for wie in (cast.rik, cast.paula, cast.bas, cast.leo):
        with pytest.raises(Geweigerd, match="Uw rol mag dit niet"):
            besluit_afschaling_nemen(wie.toegang, nota, uitkomst=Besluituitkomst.AFSCHALEN)
    assert fase_van(cast, nota) == Fase.AFSCHALING
