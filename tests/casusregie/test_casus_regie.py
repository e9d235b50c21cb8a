"""Leading a case: its opening, who leads it, informing, warning, pausing, reviewing."""

from datetime import date, timedelta
from typing import Any

import pytest

from casusregie.enums import Informeerstatus, Reviewconclusie, Risicogroep
from casusregie.models import Casus, Informering, Pauze, Veiligheidswaarschuwing
from casusregie.services.casus import (
    herbeoordeling_vastleggen,
    regisseur_wijzigen,
    risicogroep_wijzigen,
)
from casusregie.services.informeren import betrokkene_informeren, informeren_uitstellen
from casusregie.services.pauze import casus_pauzeren, pauze_opheffen
from casusregie.services.waarschuwing import waarschuwing_intrekken, waarschuwing_plaatsen
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd
from convenant.identiteit import namens
from convenant.models import Dossier, Taak
from convenant.services.taken import taak_toevoegen
from tests.cast import NU, Cast, later
from tests.stappen.casus import casus_geopend, partner_betrokken

VANDAAG = NU.date()


def informering_van(cast: Cast, casus: Casus) -> Informering:
    return Informering.objects.voor(cast.rik.toegang).get(dossier_id=casus.dossier_id)


def test_een_geopende_casus_heeft_regisseur_waarnemer_en_eerste_werk(cast: Cast) -> None:
    casus = casus_geopend(cast)
    assert casus.dossier_id in cast.rik.toegang.regie
    assert casus.dossier_id in cast.wendy.toegang.regie
    assert casus.dossier_id not in cast.ruben.toegang.betrokken
    taken = Taak.objects.voor(cast.rik.toegang).filter(voor_hoedanigheid=cast.rik.hoedanigheid)
    assert [t.soort for t in taken] == [
        Taaksoort.INFORMEREN,
        Taaksoort.VASTSTELLEN,
        Taaksoort.PLAN,
        Taaksoort.HERBEOORDELING,
    ]


def test_informeren_sluit_de_taak_en_kan_een_keer(cast: Cast) -> None:
    casus = casus_geopend(cast)
    informering = informering_van(cast, casus)
    gegevens = {"geinformeerd_op": VANDAAG, "wijze": "In gesprek en met een brief"}
    with pytest.raises(Geweigerd, match="Alleen de regisseur"):
        betrokkene_informeren(cast.ruben.toegang, informering, **gegevens)
    informering = betrokkene_informeren(cast.rik.toegang, informering, **gegevens)
    assert informering.status == Informeerstatus.GEDAAN
    assert not Taak.objects.voor(cast.rik.toegang).filter(
        soort=Taaksoort.INFORMEREN, gereed_op__isnull=True
    )
    with pytest.raises(Geweigerd, match="al geïnformeerd"):
        betrokkene_informeren(cast.rik.toegang, informering, **gegevens)


def test_uitstel_heeft_een_einde_en_wordt_steeds_opnieuw_getekend(cast: Cast) -> None:
    informering = informering_van(cast, casus_geopend(cast))
    rik = cast.rik.toegang
    with pytest.raises(Geweigerd, match="ten hoogste 3 maanden"):
        informeren_uitstellen(
            rik, informering, uitstelgrond="Onderzoek", uitgesteld_tot=date(2027, 2, 19)
        )
    eind = date(2027, 2, 18)
    informering = informeren_uitstellen(
        rik, informering, uitstelgrond="Onderzoek", uitgesteld_tot=eind
    )
    later_rik = later(rik, days=90)
    informeren_uitstellen(
        later_rik, informering, uitstelgrond="Nog steeds", uitgesteld_tot=date(2027, 4, 1)
    )
    open_taak = Taak.objects.voor(rik).get(soort=Taaksoort.INFORMEREN, gereed_op__isnull=True)
    assert open_taak.uiterlijk == date(2027, 4, 1)
    versies = Informering.history.voor(rik).filter(handeling="informeren_uitstellen")
    assert [v.uitstelgrond for v in versies] == ["Nog steeds", "Onderzoek"]


def test_een_waarschuwing_ziet_ook_wie_alleen_een_taak_heeft(cast: Cast) -> None:
    casus = casus_geopend(cast)
    rik = cast.rik.toegang
    waarschuwing = waarschuwing_plaatsen(
        rik, casus.dossier, tekst="Nooit alleen op huisbezoek", tot=VANDAAG + timedelta(days=30)
    )
    assert not Veiligheidswaarschuwing.objects.voor(cast.zoe.toegang).exists()
    taak_toevoegen(
        rik, casus.dossier, titel="Bellen", uiterlijk=VANDAAG, voor=cast.zoe.hoedanigheid
    )
    assert Veiligheidswaarschuwing.objects.voor(cast.zoe.toegang).get() == waarschuwing
    with pytest.raises(Geweigerd, match="Alleen wie de waarschuwing gaf"):
        waarschuwing_intrekken(cast.zoe.toegang, waarschuwing, reden="Nee")
    waarschuwing = waarschuwing_intrekken(rik, waarschuwing, reden="Niet meer nodig")
    assert waarschuwing.ingetrokken_op == NU
    with pytest.raises(Geweigerd, match="al ingetrokken"):
        waarschuwing_intrekken(rik, waarschuwing, reden="Nog eens")


@pytest.mark.parametrize("tot", [VANDAAG - timedelta(days=1), date(2027, 11, 19)])
def test_een_waarschuwing_heeft_een_einde_binnen_een_jaar(cast: Cast, tot: date) -> None:
    casus = casus_geopend(cast)
    with pytest.raises(Geweigerd, match="ten hoogste 12 maanden"):
        waarschuwing_plaatsen(cast.rik.toegang, casus.dossier, tekst="Let op", tot=tot)


def test_alleen_een_betrokken_partner_mag_waarschuwen(cast: Cast) -> None:
    casus = casus_geopend(cast)
    gegevens: dict[str, Any] = {"tekst": "Bel eerst", "tot": VANDAAG}
    with pytest.raises(Geweigerd, match="betrokken"):
        waarschuwing_plaatsen(cast.ron.toegang, casus.dossier, **gegevens)
    partner_betrokken(cast, casus, cast.ron)
    rij = waarschuwing_plaatsen(cast.ron.toegang, casus.dossier, **gegevens)
    assert rij.bron == cast.ron.organisatie


def test_een_pauze_heeft_een_eigenaar_en_komt_vanzelf_terug(cast: Cast) -> None:
    casus = casus_geopend(cast)
    rik = cast.rik.toegang
    gegevens: dict[str, Any] = {"reden": "Opname", "eigenaar": cast.wendy.hoedanigheid}
    with pytest.raises(Geweigerd, match="ten hoogste 6 maanden"):
        casus_pauzeren(rik, casus, **gegevens, tot=date(2027, 5, 19))
    pauze = casus_pauzeren(rik, casus, **gegevens, tot=date(2027, 1, 10))
    taak = Taak.objects.voor(cast.wendy.toegang).get(object_id=pauze.pk)
    assert (taak.voor_hoedanigheid, taak.uiterlijk) == (cast.wendy.hoedanigheid, pauze.tot)
    with pytest.raises(Geweigerd, match="al op pauze"):
        casus_pauzeren(rik, casus, **gegevens, tot=date(2027, 1, 10))
    pauze = pauze_opheffen(rik, pauze, reden="Terug thuis")
    assert not Pauze.objects.voor(rik).filter(opgeheven_op__isnull=True).exists()
    with pytest.raises(Geweigerd, match="al opgeheven"):
        pauze_opheffen(rik, pauze, reden="Nog eens")


def test_een_andere_regisseur_krijgt_het_open_werk(cast: Cast) -> None:
    casus = casus_geopend(cast)
    paula = cast.paula.toegang
    with pytest.raises(Geweigerd, match="Uw rol"):
        regisseur_wijzigen(
            cast.rik.toegang, casus, regisseur=cast.ruben.hoedanigheid, reden="Verlof"
        )
    regisseur_wijzigen(
        paula,
        casus,
        regisseur=cast.ruben.hoedanigheid,
        waarnemer=cast.rik.hoedanigheid,
        reden="Verlof",
    )
    morgen = NU + timedelta(days=1)
    assert casus.dossier_id in cast.ruben.op(morgen).regie
    assert casus.dossier_id in cast.rik.op(morgen).regie
    assert casus.dossier_id not in cast.wendy.op(morgen).regie
    assert Taak.objects.voor(paula).filter(voor_hoedanigheid=cast.ruben.hoedanigheid).count() == 4
    with pytest.raises(Geweigerd, match="iemand anders"):
        regisseur_wijzigen(
            paula,
            casus,
            regisseur=cast.rik.hoedanigheid,
            waarnemer=cast.rik.hoedanigheid,
            reden="Kan niet",
        )


def test_een_andere_risicogroep_bewaart_de_reden(cast: Cast) -> None:
    casus = casus_geopend(cast)
    rik = cast.rik.toegang
    casus = risicogroep_wijzigen(
        rik, casus, risicogroep=Risicogroep.UITREIZIGER, reden="Ticket gevonden"
    )
    versie = Casus.history.voor(rik).first()
    assert versie is not None
    assert (versie.risicogroep, versie.history_change_reason) == (3, "Ticket gevonden")
    with pytest.raises(Geweigerd, match="al in deze risicogroep"):
        risicogroep_wijzigen(rik, casus, risicogroep=3, reden="Nog eens")


def test_een_herbeoordeling_zet_de_volgende_binnen_een_jaar(cast: Cast) -> None:
    casus = casus_geopend(cast)
    rik = cast.rik.toegang
    gegevens = {"conclusie": Reviewconclusie.VOORTZETTEN, "onderbouwing": "Nog niet stabiel"}
    for dag in (VANDAAG, date(2027, 11, 19)):
        with pytest.raises(Geweigerd, match="binnen 12 maanden"):
            herbeoordeling_vastleggen(rik, casus, **gegevens, volgende_op=dag)
    herbeoordeling_vastleggen(rik, casus, **gegevens, volgende_op=date(2027, 5, 18))
    casus.refresh_from_db()
    assert casus.herbeoordeling_op == date(2027, 5, 18)
    with pytest.raises(Geweigerd, match="Alleen de regisseur"):
        herbeoordeling_vastleggen(
            cast.ruben.toegang, casus, **gegevens, volgende_op=date(2027, 5, 18)
        )


def test_wie_hier_een_taak_heeft_kent_de_waarschuwing_ook_zonder_het_dossier(cast: Cast) -> None:
    """Also past the database, which shows this person nothing else of the dossier."""
    casus = casus_geopend(cast)
    taak_toevoegen(
        cast.rik.toegang,
        casus.dossier,
        titel="Bel de ouders",
        toelichting="",
        voor=cast.ruben.hoedanigheid,
        uiterlijk=NU.date(),
    )
    waarschuwing_plaatsen(
        cast.rik.toegang, casus.dossier, tekst="Nooit alleen op bezoek", tot=NU.date()
    )
    for speler, aantal in ((cast.ruben, 1), (cast.sanne, 0)):
        with namens(speler.toegang):
            assert Veiligheidswaarschuwing.objects.voor(speler.toegang).count() == aantal
            assert not Dossier.objects.voor(speler.toegang).exists()
