"""Leaving the aanpak: proposal, advices, closing with guards, opening again."""

from datetime import date, timedelta
from typing import Any

import pytest

from casusregie.enums import (
    Notasoort,
    Partneradviesuitkomst,
    Reviewconclusie,
    Sluituitkomst,
)
from casusregie.models import Besluitnota, Casus, Partneradvies, Uitstroomvoorwaarde
from casusregie.services.afschaling import (
    afschaling_voorstellen,
    partneradvies_geven,
    uitstroomvoorwaarde_afvinken,
)
from casusregie.services.casus import herbeoordeling_vastleggen
from casusregie.services.sluiten import casus_heropenen, casus_sluiten
from convenant.enums import Fase, Niveau, Taaksoort
from convenant.handeling import Geweigerd
from convenant.models import Betrokkenheid, Dossier, Taak
from tests.cast import NU, Cast
from tests.stappen.casus import (
    beoordeling_vastgesteld,
    casus_geopend,
    partner_betrokken,
    taken_gedaan,
    voorwaarden_gehaald,
)

TEKSTEN = {
    "aanleiding": "De voorwaarden zijn gehaald",
    "doel": "Heeft werk en een huis",
    "proportionaliteit": "De aanpak is niet meer nodig",
    "subsidiariteit": "Het wijkteam kan het over nemen",
}
SLUITING: dict[str, Any] = {
    "uitkomst": Sluituitkomst.DOELEN_BEREIKT,
    "sluittoelichting": "Werk en huis, geen zorgen meer",
    "nazorg": "Het wijkteam belt na drie maanden",
    "bewaren_tot": date(2031, 11, 18),
}


def in_nazorg(cast: Cast) -> Casus:
    casus = casus_geopend(cast)
    dossier = casus.dossier
    dossier.fase = Fase.NAZORG
    dossier.save()
    return casus


def test_afschaling_rust_op_een_verse_beoordeling_en_de_voorwaarden(cast: Cast) -> None:
    casus = casus_geopend(cast)
    rik = cast.rik.toegang
    beoordeling_vastgesteld(cast, casus, dagen_geleden=120)
    with pytest.raises(Geweigerd, match="laatste 3 maanden"):
        afschaling_voorstellen(rik, casus, **TEKSTEN)
    vers = beoordeling_vastgesteld(cast, casus)
    with pytest.raises(Geweigerd, match="2 van de 2 uitstroomvoorwaarden"):
        afschaling_voorstellen(rik, casus, **TEKSTEN)
    voorwaarden_gehaald(cast, casus)
    nota = afschaling_voorstellen(rik, casus, **TEKSTEN)
    assert (nota.soort, nota.beoordeling_id) == (Notasoort.AFSCHALING, vers.pk)
    assert Dossier.objects.voor(rik).get(pk=casus.dossier_id).fase == Fase.AFSCHALING
    assert Taak.objects.voor(cast.bas.toegang).get(object_id=nota.pk).soort == Taaksoort.NOTA


def test_een_herbeoordeling_kan_zeggen_waarom_toch(cast: Cast) -> None:
    casus = casus_geopend(cast)
    beoordeling_vastgesteld(cast, casus)
    herbeoordeling_vastleggen(
        cast.rik.toegang,
        casus,
        conclusie=Reviewconclusie.AFSCHALEN,
        onderbouwing="Had niet in de aanpak moeten komen",
        volgende_op=NU.date() + timedelta(days=90),
    )
    casus.refresh_from_db()
    afschaling_voorstellen(cast.rik.toegang, casus, **TEKSTEN)
    assert Besluitnota.objects.voor(cast.paula.toegang).filter(soort="afschaling").count() == 1


def test_elke_partner_geeft_zelf_een_advies(cast: Cast) -> None:
    casus = casus_geopend(cast)
    partner_betrokken(cast, casus, cast.zoe)
    partner_betrokken(cast, casus, cast.ron)
    beoordeling_vastgesteld(cast, casus)
    voorwaarden_gehaald(cast, casus)
    nota = afschaling_voorstellen(cast.rik.toegang, casus, **TEKSTEN)
    adviezen = Partneradvies.objects.voor(cast.paula.toegang).filter(nota=nota)
    assert {a.organisatie_id for a in adviezen} == {
        cast.zoe.organisatie.pk,
        cast.ron.organisatie.pk,
    }
    zorg = adviezen.get(organisatie=cast.zoe.organisatie)
    assert Taak.objects.voor(cast.zoe.toegang).get(object_id=zorg.pk).soort == Taaksoort.ADVIES
    gegevens = {"uitkomst": Partneradviesuitkomst.VOORTZETTEN, "reden": "Nog te vroeg"}
    with pytest.raises(Geweigerd, match="andere organisatie"):
        partneradvies_geven(cast.ron.toegang, zorg, **gegevens)
    with pytest.raises(Geweigerd, match="reden"):
        partneradvies_geven(cast.zoe.toegang, zorg, uitkomst="voortzetten", reden="")
    zorg = partneradvies_geven(cast.zoe.toegang, zorg, **gegevens)
    with pytest.raises(Geweigerd, match="al advies gegeven"):
        partneradvies_geven(cast.zoe.toegang, zorg, **gegevens)


def test_het_advies_van_de_zorg_leest_wie_meewerkt_of_erop_beslist(cast: Cast) -> None:
    casus = casus_geopend(cast)
    beoordeling_vastgesteld(cast, casus)
    voorwaarden_gehaald(cast, casus)
    for partner in (cast.zoe, cast.ron):
        partner_betrokken(cast, casus, partner)
    afschaling_voorstellen(cast.rik.toegang, casus, **TEKSTEN)
    for speler, kent_de_zorg in (
        (cast.rik, True),
        (cast.zoe, True),
        (cast.bas, True),
        (cast.femke, True),
        (cast.leo, False),
    ):
        rijen = Partneradvies.objects.voor(speler.toegang, minstens=Niveau.BESTAAN)
        gezien = {rij.organisatie_id for rij in rijen}
        assert cast.ron.organisatie.pk in gezien, speler.sleutel
        assert (cast.zoe.organisatie.pk in gezien) is kent_de_zorg, speler.sleutel


def test_een_voorwaarde_wordt_een_keer_gehaald(cast: Cast) -> None:
    casus = casus_geopend(cast)
    voorwaarden_gehaald(cast, casus)
    voorwaarde = Uitstroomvoorwaarde.objects.voor(cast.rik.toegang).first()
    assert voorwaarde is not None
    with pytest.raises(Geweigerd, match="al gehaald"):
        uitstroomvoorwaarde_afvinken(
            cast.rik.toegang, voorwaarde, gehaald_op=NU.date(), gehaald_toelichting="Nog eens"
        )


def test_sluiten_kan_pas_als_alles_klaar_is(cast: Cast) -> None:
    casus = in_nazorg(cast)
    paula = cast.paula.toegang
    with pytest.raises(Geweigerd, match="Uw rol"):
        casus_sluiten(cast.rik.toegang, casus, **SLUITING)
    with pytest.raises(Geweigerd, match="nog 4 taken open"):
        casus_sluiten(paula, casus, **SLUITING)
    taken_gedaan(cast, casus)
    with pytest.raises(Geweigerd, match="ten hoogste 5 jaar"):
        casus_sluiten(paula, casus, **(SLUITING | {"bewaren_tot": date(2031, 11, 19)}))
    casus = casus_sluiten(paula, casus, **SLUITING)
    assert casus.gesloten_op == NU
    assert Dossier.objects.voor(paula).get(pk=casus.dossier_id).fase == Fase.GESLOTEN
    for speler in (cast.rik, cast.wendy):
        assert not Dossier.objects.voor(speler.toegang, minstens=Niveau.BESTAAN).exists()
    rijen = Betrokkenheid.objects.voor(paula).filter(content_object=casus.dossier)
    assert {rij.eindreden for rij in rijen} == {"De casus is gesloten"}


def test_een_gesloten_casus_gaat_met_een_reden_weer_open(cast: Cast) -> None:
    casus = in_nazorg(cast)
    taken_gedaan(cast, casus)
    casus = casus_sluiten(cast.paula.toegang, casus, **SLUITING)
    casus.dossier.refresh_from_db()
    gegevens: dict[str, Any] = {"reden": "Nieuwe signalen", "regisseur": cast.rik.hoedanigheid}
    with pytest.raises(Geweigerd, match="binnen 12 maanden"):
        casus_heropenen(cast.paula.toegang, casus, **gegevens, herbeoordeling_op=date(2028, 1, 1))
    casus = casus_heropenen(
        cast.paula.toegang, casus, **gegevens, herbeoordeling_op=date(2027, 5, 18)
    )
    assert (casus.gesloten_op, casus.uitkomst, casus.bewaren_tot) == (None, "", None)
    assert casus.dossier_id in cast.rik.toegang.regie
    assert Dossier.objects.voor(cast.paula.toegang).get(pk=casus.dossier_id).fase == Fase.UITVOERING


def test_een_lopende_casus_kan_niet_worden_gesloten_of_heropend(cast: Cast) -> None:
    casus = casus_geopend(cast)
    with pytest.raises(Geweigerd, match="niet in de fase uitvoering"):
        casus_sluiten(cast.paula.toegang, casus, **SLUITING)
    with pytest.raises(Geweigerd, match="niet in de fase uitvoering"):
        casus_heropenen(
            cast.paula.toegang,
            casus,
            reden="Zomaar",
            regisseur=cast.rik.hoedanigheid,
            herbeoordeling_op=date(2027, 5, 18),
        )
