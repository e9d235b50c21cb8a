"""dossier_verzegelen, ingewijde_toevoegen en dossier_ontzegelen: alleen wie genoemd is, weet ervan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from beoordeling.services.informatie import informatie_corrigeren
from casusregie.models import Agendapunt
from casusregie.services.agenda import agenda_vullen, agendapunt_toevoegen
from casusregie.services.overleg import overleg_openen, overleg_plannen
from casusregie.services.overlegbesluit import agendapunt_bespreken
from convenant.enums import Fase, Niveau, Relatie, Rol, Taaksoort, Verstrekkingsoort
from convenant.handeling import DICHT, REGELS, Geweigerd
from convenant.identiteit import namens
from convenant.models import (
    Betrokkenheid,
    Dossier,
    Ingewijde,
    Taak,
    Terughaalpost,
    Verstrekking,
    Verzegeling,
)
from convenant.rules.noodtoegang import ONBEKEND
from convenant.selectors.verzegeling import ingewijden_nu_in
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.embargo import embargotaken_zetten
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.services.taken import taak_toevoegen
from convenant.services.terughalen import terughalen_bevestigen
from convenant.services.verzegeling import (
    beheerder_aanwijzen,
    dossier_ontzegelen,
    ingewijde_schrappen,
    ingewijde_toevoegen,
    ontzegelen_afwijzen,
    ontzegelen_vragen,
)
from monitoring.enums import Rapportstatus
from monitoring.models import Rapport
from monitoring.services.rapportmaker import RECHT_VERVALLEN, rapport_afmaken
from tests.cast import NU, Cast, Speler
from tests.orakel.vergelijken import kaal
from tests.stappen.beoordeling import (
    bevraagd,
    contact_vastgelegd,
    dossier_in_fase,
    dossier_in_regie,
)
from tests.stappen.casus import casus_geopend
from tests.stappen.embargo import embargo_gelegd
from tests.stappen.monitoring import dossierrapport_gevraagd
from tests.stappen.verzegeling import kent_de_persoon, verzegeld

type Als = Callable[[Speler], Client]


def inzien(dossier: Dossier) -> str:
    return reverse("convenant:dossier_inzien", args=[dossier.pk])


def ziet(speler: Speler, dossier: Dossier) -> bool:
    """By the filter and in bare SQL: they have to say the same."""
    toegang = speler.toegang
    gefilterd = Dossier.objects.voor(toegang, minstens=Niveau.BESTAAN).filter(pk=dossier.pk)
    with namens(toegang):
        in_sql = dossier.pk in kaal(Dossier)
        assert gefilterd.exists() == in_sql
    return in_sql


def betrokken(cast: Cast, dossier: Dossier, wie: Speler, relatie: Relatie) -> Betrokkenheid:
    return betrokkenheid_verlenen(
        cast.paula.toegang, dossier, wie=wie.hoedanigheid, relatie=relatie, reden="Werkt hier"
    )


def ingewijde(zegel: Verzegeling, wie: Speler) -> Ingewijde:
    return Ingewijde._base_manager.get(verzegeling=zegel, hoedanigheid=wie.hoedanigheid)


def test_alleen_wie_genoemd_is_weet_nog_van_het_dossier(cast: Cast) -> None:
    dossier = dossier_in_regie(cast)
    iedereen = (cast.paula, cast.pieter, cast.rik, cast.wendy, cast.zoe, cast.ron)
    iedereen += (cast.samira, cast.leo, cast.femke, cast.cora, cast.frits)
    assert all(ziet(speler, dossier) for speler in iedereen)
    verzegeld(cast.paula, dossier, cast.rik)
    assert [s.sleutel for s in iedereen if ziet(s, dossier)] == ["paula", "rik", "frits"]
    wendy = cast.wendy.toegang
    assert (wendy.dicht, wendy.betrokken, wendy.regie) == ({dossier.pk}, frozenset(), frozenset())
    for naam, regel in REGELS.items():
        if wendy.rol in regel.rollen:
            with pytest.raises(Geweigerd) as geweigerd:
                regel(wendy, dossier)
            assert geweigerd.value.reden == DICHT, naam


def test_wie_een_bladzijde_open_had_vindt_haar_bij_de_volgende_klik_niet_meer(
    cast: Cast, als: Als
) -> None:
    dossier = dossier_in_regie(cast)
    rik, paula = als(cast.rik), als(cast.paula)
    assert rik.get(inzien(dossier)).status_code == 200
    antwoord = paula.post(
        reverse("convenant:dossier_verzegelen", args=[dossier.pk]),
        {
            "grond": "familie",
            "reden": "De neef van een collega",
            "ingewijden": [str(cast.leo.hoedanigheid.pk)],
        },
    )
    assert antwoord.headers["Location"] == reverse(
        "convenant:verzegeling_inzien", args=[dossier.pk]
    )
    assert "2 mensen mogen dit weten" in " ".join(paula.get(inzien(dossier)).text.split())
    assert rik.get(inzien(dossier)).status_code == 404
    assert dossier.nummer not in rik.get(reverse("convenant:dossiers")).text
    tekst = als(cast.leo).get(reverse("convenant:verzegeling_inzien", args=[dossier.pk])).text
    assert "Paula Stroom" in tekst
    assert "De neef van een collega" in tekst
    waarom = als(cast.leo).get(reverse("convenant:waarom", args=[dossier.pk])).text
    assert "U bent ingewijd" in waarom
    assert als(cast.pieter).get(reverse("convenant:logboek", args=[dossier.pk])).status_code == 404


def test_niets_anders_opent_het(cast: Cast) -> None:
    """Noodtoegang as an unknown number, no involvement, no task; a running one stays shut."""
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    verzegeld(cast.paula, dossier, cast.rik)
    with pytest.raises(Geweigerd) as geweigerd:
        noodtoegang_nemen(cast.wendy.toegang, nummer=dossier.nummer, reden="Crisis", uren=1)
    assert geweigerd.value.reden == ONBEKEND
    with pytest.raises(Geweigerd, match="waar iemand kan antwoorden"):
        bevraagd(cast, dossier, cast.ron)
    with pytest.raises(Geweigerd, match="gesloten voor wie u koos"):
        betrokken(cast, dossier, cast.wendy, Relatie.LEZER)
    with pytest.raises(Geweigerd, match="gesloten voor wie u koos"):
        taak_toevoegen(
            cast.paula.toegang,
            dossier,
            titel="Bel",
            voor=cast.wendy.hoedanigheid,
            uiterlijk=NU.date(),
        )


def test_genoemd_worden_geeft_geen_rechten(cast: Cast, als: Als) -> None:
    """A partner who is not involved may know of it, and the convenant gives him nothing."""
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    verzegeld(cast.paula, dossier, cast.ron)
    assert not ziet(cast.ron, dossier)
    assert not cast.ron.toegang.dicht
    betrokken(cast, dossier, cast.ron, Relatie.PARTNER)
    assert ziet(cast.ron, dossier)
    tekst = als(cast.paula).get(reverse("convenant:wie_kan_dit_zien", args=[dossier.pk])).text
    assert "ingewijd; partner in de uitvoering" in tekst
    assert "Gemma" not in tekst
    zicht = reverse("convenant:wat_kan_deze_medewerker_zien", args=[cast.pieter.hoedanigheid.pk])
    assert dossier.nummer not in als(cast.paula).get(zicht).text


def test_de_lijst_verandert_met_een_reden_en_de_laatste_beheerder_blijft(cast: Cast) -> None:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    zegel = verzegeld(cast.paula, dossier)
    paula = cast.paula.toegang
    with pytest.raises(Geweigerd, match="laatste"):
        ingewijde_schrappen(paula, ingewijde(zegel, cast.paula), reden="Ga weg")
    ingewijde_toevoegen(paula, zegel, wie=cast.pieter.hoedanigheid, reden="Neemt het over")
    with pytest.raises(Geweigerd, match="kan niet worden ingewijd"):
        ingewijde_toevoegen(paula, zegel, wie=cast.pieter.hoedanigheid, reden="Nog eens")
    ingewijde_schrappen(cast.pieter.toegang, ingewijde(zegel, cast.paula), reden="Andere baan")
    assert (ziet(cast.paula, dossier), ziet(cast.pieter, dossier)) == (False, True)
    geschrapt = ingewijde(zegel, cast.paula)
    assert (geschrapt.schrapreden, geschrapt.geschrapt_door) == (
        "Andere baan",
        cast.pieter.hoedanigheid,
    )


def test_wie_zijn_rol_verliest_valt_af_en_de_fg_wijst_zo_nodig_een_beheerder_aan(
    cast: Cast, als: Als
) -> None:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    zegel = verzegeld(cast.paula, dossier)
    bureau = reverse("convenant:fg_bureau")
    frits = als(cast.frits)
    assert "niemand beheert dit" not in frits.get(bureau).text
    with pytest.raises(Geweigerd, match="nog iemand"):
        beheerder_aanwijzen(
            cast.frits.toegang, zegel, wie=cast.pieter.hoedanigheid, reden="Wacht op niemand"
        )
    rol = cast.paula.hoedanigheid
    rol.ingetrokken_op = NU
    rol.save()
    assert "niemand beheert dit" in frits.get(bureau).text
    antwoord = frits.post(
        reverse("convenant:beheerder_aanwijzen", args=[zegel.pk]),
        {"wie": str(cast.pieter.hoedanigheid.pk), "reden": "Paula is weg"},
    )
    assert antwoord.status_code == 303
    assert ziet(cast.pieter, dossier)
    assert "niemand beheert dit" not in frits.get(bureau).text


def test_ontzegelen_vraagt_een_tweede_persoon(cast: Cast, als: Als) -> None:
    dossier = dossier_in_regie(cast)
    zegel = verzegeld(cast.paula, dossier)
    paula = cast.paula.toegang
    with pytest.raises(Geweigerd, match="Wijd eerst"):
        ontzegelen_vragen(paula, zegel, reden="Niet meer nodig")
    ingewijde_toevoegen(paula, zegel, wie=cast.leo.hoedanigheid, reden="Leidinggevende")
    with pytest.raises(Geweigerd, match="Niemand heeft gevraagd"):
        dossier_ontzegelen(cast.leo.toegang, zegel)
    zegel = ontzegelen_vragen(paula, zegel, reden="De collega werkt hier niet meer")
    taak = Taak.objects.voor(cast.leo.toegang).get(soort=Taaksoort.ONTZEGELEN)
    with pytest.raises(Geweigerd, match="U vroeg dit zelf"):
        dossier_ontzegelen(paula, zegel)
    assert not ziet(cast.rik, dossier)
    tekst = als(cast.leo).get(reverse("convenant:dossier_ontzegelen", args=[zegel.pk])).text
    assert "De collega werkt hier niet meer" in tekst
    dossier_ontzegelen(cast.leo.toegang, zegel)
    assert all(ziet(speler, dossier) for speler in (cast.rik, cast.zoe, cast.pieter))
    taak.refresh_from_db()
    assert taak.gereed_op is not None
    weer_open = Verstrekking._base_manager.filter(soort=Verstrekkingsoort.VERZEGELING)
    assert cast.ron.organisatie.pk in set(weer_open.values_list("naar_id", flat=True))


def test_wie_nee_zegt_houdt_het_dicht(cast: Cast) -> None:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    zegel = verzegeld(cast.paula, dossier, cast.leo)
    zegel = ontzegelen_vragen(cast.paula.toegang, zegel, reden="Kan wel weer")
    zegel = ontzegelen_afwijzen(cast.leo.toegang, zegel, reden="De collega werkt hier nog")
    assert not zegel.is_gevraagd
    assert not Taak.objects.voor(cast.leo.toegang).filter(gereed_op__isnull=True).exists()
    assert not ziet(cast.pieter, dossier)


def test_werk_dat_niemand_op_de_lijst_kan_doen_staat_er(cast: Cast, als: Als) -> None:
    dossier = dossier_in_regie(cast)
    for wie in (cast.rik, cast.zoe):
        taak_toevoegen(
            cast.paula.toegang,
            dossier,
            titel=f"Werk voor {wie.sleutel}",
            voor=wie.hoedanigheid,
            uiterlijk=NU.date(),
        )
    verzegeld(cast.paula, dossier, cast.rik)
    tekst = als(cast.paula).get(reverse("convenant:verzegeling_inzien", args=[dossier.pk])).text
    assert "Werk voor zoe" in tekst
    assert "Werk voor rik" not in tekst
    assert not Taak.objects.voor(cast.zoe.toegang).exists()
    betrokkenen = als(cast.paula).get(reverse("convenant:betrokkenen", args=[dossier.pk])).text
    assert betrokkenen.count("niet ingewijd") > 1
    overzicht = als(cast.paula).get(inzien(dossier)).text
    assert "niet ingewijd: weet dit dossier nu niet" in overzicht


def test_een_lopend_rapport_stopt_en_een_klaar_rapport_is_weg(cast: Cast, als: Als) -> None:
    dossier = casus_geopend(cast).dossier
    klaar = dossierrapport_gevraagd(cast.leo.toegang, dossier)
    rapport_afmaken(klaar.pk)
    loopt = dossierrapport_gevraagd(cast.leo.toegang, dossier)
    leo = als(cast.leo)
    ophalen = reverse("monitoring:rapport_downloaden", args=[klaar.pk])
    assert leo.get(ophalen).getvalue().startswith(b"%PDF")
    verzegeld(cast.paula, dossier)
    rapport_afmaken(loopt.pk)
    mislukt = Rapport._base_manager.get(pk=loopt.pk)
    assert (mislukt.status, mislukt.stap) == (Rapportstatus.MISLUKT, RECHT_VERVALLEN[:100])
    assert leo.get(ophalen).status_code == 404


def test_het_komt_niet_op_de_agenda_en_niet_op_het_gedeelde_scherm(cast: Cast, als: Als) -> None:
    """Also not when who leads the meeting is named: others look along."""
    paula = cast.paula.toegang
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    overleg = overleg_plannen(paula, begint_op=NU)
    agendapunt_toevoegen(paula, overleg, onderwerp="Rondvraag")
    agendapunt_toevoegen(paula, overleg, onderwerp="Deze casus", dossier=dossier)
    scherm = reverse("casusregie:overleg_scherm", args=[overleg.pk])
    agenda = reverse("casusregie:overleg_inzien", args=[overleg.pk])
    client = als(cast.paula)
    assert dossier.nummer in client.get(scherm).text
    verzegeld(cast.paula, dossier)
    assert dossier.nummer not in client.get(scherm).text
    assert "Deze casus" in client.get(agenda).text
    assert "Deze casus" not in als(cast.pieter).get(agenda).text
    with pytest.raises(Geweigerd, match="komt niet op de agenda"):
        agendapunt_toevoegen(paula, overleg, onderwerp="Toch", dossier=dossier)
    agenda_vullen(paula, overleg)
    punt = Agendapunt.objects.voor(paula).get(dossier=dossier)
    overleg_openen(paula, overleg)
    with pytest.raises(Geweigerd, match="niet in het overleg besproken"):
        agendapunt_bespreken(paula, punt, besluittekst="Zo doen we het")
    assert client.get(reverse("casusregie:agendapunt_bespreken", args=[punt.pk])).status_code == 404


def test_de_fg_ziet_dat_het_er_is_en_wie_het_las(cast: Cast, als: Als) -> None:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    with time_machine.travel(NU - timedelta(hours=1)):
        als(cast.pieter).get(reverse("convenant:dossier_inzien", args=[dossier.pk]))
    zegel = verzegeld(cast.paula, dossier, cast.leo)
    als(cast.leo).get(inzien(dossier))
    frits = als(cast.frits)
    bureau = frits.get(reverse("convenant:fg_bureau")).text
    assert dossier.nummer in bureau
    assert zegel.get_grond_display() in bureau
    lijst = frits.get(reverse("convenant:fg_verzegeld")).text
    assert "Leo Dijkman" in lijst
    assert dossier.nummer in lijst
    assert "Pieter" not in lijst, "toen was het nog niet verzegeld"
    assert not ingewijden_nu_in(cast.pieter.toegang, dossier)
    assert als(cast.pieter).get(reverse("convenant:fg_verzegeld")).status_code == 404
    zegelblad = reverse("convenant:verzegeling_inzien", args=[dossier.pk])
    assert "belangenconflict" not in frits.get(zegelblad).text
    kent_de_persoon(cast.leo, dossier)
    assert "dicht: belangenconflict" in frits.get(zegelblad).text


def test_een_tweede_verzegeling_gaat_niet(cast: Cast) -> None:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    verzegeld(cast.paula, dossier)
    with pytest.raises(Geweigerd, match="al verzegeld"):
        verzegeld(cast.paula, dossier)
    ander = dossier_in_fase(cast, Fase.UITVOERING)
    assert replace(cast.paula.toegang, rol=Rol.CASUSREGISSEUR).dicht == frozenset()
    with pytest.raises(Geweigerd, match="kan niet worden ingewijd"):
        verzegeld(cast.paula, ander, cast.cora)


def test_een_beheerder_met_een_belangenconflict_telt_niet_mee(cast: Cast) -> None:
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    zegel = verzegeld(cast.paula, dossier, cast.pieter)
    kent_de_persoon(cast.pieter, dossier)
    with pytest.raises(Geweigerd, match="Wijd eerst"):
        ontzegelen_vragen(cast.paula.toegang, zegel, reden="Kan weer")


def test_wat_op_geen_dossier_hangt_gaat_naar_wie_ervan_mag_weten(cast: Cast) -> None:
    """Ron has to say what the reclassering did with an item; he is not named, so Paula does."""
    dossier = dossier_in_regie(cast)
    item = contact_vastgelegd(cast.rik, dossier)
    informatie_corrigeren(cast.rik.toegang, item, reden="Verkeerde dag", gebeurd_op=NU.date())
    mijn = Taak.objects.voor(cast.ron.toegang).filter(soort=Taaksoort.TERUGHALEN)
    assert mijn.exists()
    verzegeld(cast.paula, dossier, cast.rik)
    assert not Taak.objects.voor(cast.ron.toegang).exists()
    posten = Terughaalpost.objects.voor(cast.paula.toegang)
    post = posten.get(organisatie=cast.ron.organisatie)
    assert post.taak.voor_hoedanigheid == cast.paula.hoedanigheid
    terughalen_bevestigen(cast.paula.toegang, post, uitkomst="vernietigd")


def test_de_klok_geeft_alleen_taken_aan_wie_ervan_mag_weten(cast: Cast) -> None:
    dossier = dossier_in_regie(cast)
    item = contact_vastgelegd(cast.rik, dossier)
    gelegd = embargo_gelegd(cast, item, "zichtbaar", wie=cast.rik, bewaarder=cast.pieter)
    vlak_ervoor = NU + (gelegd.tot - NU.date()) - timedelta(days=1)
    verzegeld(cast.paula, dossier, cast.rik)
    embargotaken_zetten(vlak_ervoor)
    taken = Taak._base_manager.filter(soort=Taaksoort.EMBARGO)
    wie = set(taken.values_list("voor_hoedanigheid", flat=True))
    assert wie == {cast.rik.hoedanigheid.pk, cast.paula.hoedanigheid.pk}
    assert not Taak.objects.voor(cast.pieter.toegang).exists()
