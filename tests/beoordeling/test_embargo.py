"""embargo_leggen, embargo_herzien, informatie_vrijgeven en embargo_laten_verlopen."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.services.embargo import embargo_herzien, embargo_leggen, informatie_vrijgeven
from beoordeling.services.informatie import informatie_corrigeren, informatie_intrekken
from beoordeling.tasks import embargos_bewaken
from convenant.enums import Embargoeinde, Niveau, Taaksoort
from convenant.handeling import Geweigerd
from convenant.identiteit import namens
from convenant.models import (
    Dossier,
    Embargo,
    Embargoherziening,
    Logregel,
    Taak,
    Terughaalpost,
    Verstrekking,
)
from convenant.rules.termijnen import maanden_later
from convenant.selectors.logboek import logboek_van_dossier
from convenant.toegang import Toegang
from tests.cast import NU, Cast, Speler, later
from tests.orakel.vergelijken import kaal
from tests.stappen.embargo import EINDE, collega, embargo_gelegd, in_uitvoering, van_ron

type Als = Callable[[Speler], Client]
VANDAAG = NU.date()


def weet(toegang: Toegang, item: Informatie) -> str:
    """Through the filter, and with bare SQL: the two say the same."""
    leest = Informatie.objects.voor(toegang).filter(pk=item.pk).exists()
    kent = Informatie.objects.voor(toegang, minstens=Niveau.BESTAAN).filter(pk=item.pk).exists()
    with namens(toegang):
        assert kent == (item.pk in kaal(Informatie))
    return "inhoud" if leest else "bestaan" if kent else "niets"


def wat_weten(item: Informatie, *wie: Speler, **delta: float) -> list[str]:
    return [weet(later(speler.toegang, **delta), item) for speler in wie]


def na(toegang: Toegang, dag: date) -> Toegang:
    """The same asker at noon of this day."""
    return later(toegang, days=(dag - VANDAAG).days)


def open_taken(embargo: Embargo) -> list[Taak]:
    return list(
        Taak._base_manager.filter(
            soort=Taaksoort.EMBARGO, object_id=embargo.pk, gereed_op__isnull=True
        )
    )


# Wat anderen nog zien


def test_een_zichtbaar_embargo_sluit_de_inhoud_tot_en_met_de_laatste_dag(
    cast: Cast, als: Als
) -> None:
    dossier = in_uitvoering(cast, cast.zoe)
    cast.organisatie("reclassering").contactpunt = "020 123 45 67"
    cast.organisatie("reclassering").save()
    item = van_ron(cast, dossier)
    assert wat_weten(item, cast.ron, cast.rik, cast.zoe, cast.leo) == ["inhoud"] * 4
    embargo_gelegd(cast, item, "zichtbaar")
    assert wat_weten(item, cast.rik, cast.zoe, cast.leo, cast.pieter) == ["bestaan"] * 4
    assert wat_weten(item, cast.ron, cast.paula) == ["inhoud"] * 2
    dagen = (EINDE - VANDAAG).days
    assert wat_weten(item, cast.rik, days=dagen) == ["bestaan"]
    assert wat_weten(item, cast.rik, days=dagen + 1) == ["inhoud"]

    zin = "onder embargo tot en met 17 januari 2027. De inhoud is niet met u gedeeld."
    for naam in ("beoordeling:informatie", "convenant:tijdlijn_inzien"):
        tekst = als(cast.rik).get(reverse(naam, args=[dossier.pk])).content.decode()
        assert zin in tekst
        assert "Vraag het aan 020 123 45 67." in tekst
        assert item.tekst not in tekst
    inzien = reverse("beoordeling:informatie_inzien", args=[item.pk])
    assert als(cast.rik).get(inzien).status_code == 404
    assert "Anderen zien dat er iets is" in als(cast.ron).get(inzien).content.decode()


def test_een_verborgen_embargo_laat_voor_anderen_niets_over(cast: Cast, als: Als) -> None:
    dossier = in_uitvoering(cast, cast.zoe)
    item = van_ron(cast, dossier)
    gewijzigd = Dossier._base_manager.get(pk=dossier.pk).gewijzigd_op
    with time_machine.travel(NU + timedelta(hours=1)):
        embargo_gelegd(cast, item, "verborgen", bewaarder=collega(cast, cast.ron))
    anderen = (cast.rik, cast.zoe, cast.leo, cast.paula, cast.frits)
    assert wat_weten(item, *anderen) == ["niets"] * 5
    assert wat_weten(item, cast.ron) == ["inhoud"]
    assert Dossier._base_manager.get(pk=dossier.pk).gewijzigd_op == gewijzigd
    assert not Informatie.history.voor(cast.rik.toegang).filter(id=item.pk).exists()
    assert not Verstrekking.objects.voor(cast.paula.toegang).filter(stuk_id=item.pk).exists()
    for speler in (cast.paula, cast.rik):
        assert not Embargo.objects.voor(speler.toegang, minstens=Niveau.BESTAAN).exists()
        regels = logboek_van_dossier(speler.toegang, dossier.pk)
        assert not regels.filter(naam__in=("embargo_leggen", "contactmoment_vastleggen")).exists()
    assert Logregel.objects.filter(naam="embargo_leggen", dossier_id=dossier.pk).exists()
    tekst = als(cast.ron).get(reverse("beoordeling:informatie", args=[dossier.pk])).content.decode()
    assert "verborgen embargo" in tekst


def test_na_het_einde_blijft_wat_verborgen_was_verborgen_tot_de_bron_het_vrijgeeft(
    cast: Cast,
) -> None:
    dossier = in_uitvoering(cast)
    item = van_ron(cast, dossier)
    embargo = embargo_gelegd(cast, item, "verborgen")
    assert wat_weten(item, cast.rik, days=100) == ["niets"]
    assert embargo.is_te_laat(EINDE + timedelta(days=1))
    with pytest.raises(Geweigerd, match="Verlengen kan niet meer"):
        embargo_herzien(na(cast.paula.toegang, EINDE + timedelta(days=1)), embargo, **OPHEFFEN)
    with pytest.raises(Geweigerd, match="Alleen de bron"):
        informatie_vrijgeven(cast.paula.toegang, embargo)
    informatie_vrijgeven(later(cast.ron.toegang, days=100), embargo)
    assert wat_weten(item, cast.rik, days=100) == ["inhoud"]


def test_wie_opheft_geeft_iets_verborgens_nog_niet_vrij(cast: Cast) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    embargo = embargo_herzien(
        cast.paula.toegang, embargo_gelegd(cast, item, "verborgen"), **OPHEFFEN
    )
    assert (embargo.einde, wat_weten(item, cast.rik)) == (Embargoeinde.OPGEHEVEN, ["niets"])
    assert embargo.is_te_laat(VANDAAG)
    zichtbaar = van_ron(cast, item.dossier)
    embargo_herzien(cast.paula.toegang, embargo_gelegd(cast, zichtbaar, "zichtbaar"), **OPHEFFEN)
    assert wat_weten(zichtbaar, cast.rik) == ["inhoud"]


def test_wat_meteen_onder_embargo_komt_heeft_niemand_anders_gelezen(cast: Cast, als: Als) -> None:
    dossier = in_uitvoering(cast)
    url = reverse("beoordeling:waarneming_vastleggen", args=[dossier.pk])
    ron = als(cast.ron)
    vooraf = ron.get(url).context["form"].initial
    invoer = {naam: waarde for naam, waarde in vooraf.items() if waarde is not None}
    invoer |= {"gebeurd_op": VANDAAG.isoformat(), "titel": "Zoeking", "tekst": "Morgen vroeg"}
    invoer |= {"embargo": "verborgen", "embargo_tot": EINDE.isoformat(), "embargo_reden": "OM"}
    fout = ron.post(url, invoer)
    assert "Kies wie het embargo bewaakt." in fout.content.decode()
    invoer["embargo_bewaarder"] = str(cast.pieter.hoedanigheid.pk)
    assert ron.post(url, invoer).status_code == 303
    item = Informatie.objects.voor(cast.ron.toegang).get(dossier=dossier)
    assert wat_weten(item, cast.rik, cast.paula) == ["niets"] * 2
    assert not Verstrekking._base_manager.filter(stuk_id=item.pk).exists()
    informatie_vrijgeven(cast.ron.toegang, Embargo.objects.voor(cast.ron.toegang).get())
    assert Verstrekking.objects.voor(cast.paula.toegang).filter(stuk_id=item.pk).exists()


# Wie het mag, en hoe lang


def test_alleen_de_bron_legt_een_embargo_van_hoogstens_drie_maanden(cast: Cast) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    gegevens = {"soort": "zichtbaar", "reden": "Onderzoek", "bewaarder": cast.paula.hoedanigheid}
    with pytest.raises(Geweigerd, match="Alleen de bron"):
        embargo_leggen(cast.rik.toegang, item, tot=EINDE, **gegevens)
    with pytest.raises(Geweigerd, match="hoogstens drie maanden"):
        embargo_leggen(cast.ron.toegang, item, tot=date(2027, 2, 19), **gegevens)
    zelf = gegevens | {"bewaarder": cast.ron.hoedanigheid}
    with pytest.raises(Geweigerd, match="Kies iemand anders"):
        embargo_leggen(cast.ron.toegang, item, tot=EINDE, **zelf)
    embargo_leggen(cast.ron.toegang, item, tot=date(2027, 2, 18), **gegevens)
    with pytest.raises(Geweigerd, match="ligt al een embargo"):
        embargo_leggen(cast.ron.toegang, item, tot=EINDE, **gegevens)


def test_drie_maanden_eindigen_op_de_laatste_dag_van_een_kortere_maand() -> None:
    assert maanden_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert maanden_later(date(2026, 10, 15), 3) == date(2027, 1, 15)


def test_alleen_een_tweede_persoon_verlengt_en_iedere_verlenging_blijft_staan(cast: Cast) -> None:
    rena = collega(cast, cast.ron)
    embargo = embargo_gelegd(cast, van_ron(cast, in_uitvoering(cast)), "verborgen", bewaarder=rena)
    verder = {"uitkomst": "verlengd", "reden": "Nog nodig", "tot": EINDE + timedelta(days=5)}
    with pytest.raises(Geweigerd, match="Een tweede persoon"):
        embargo_herzien(cast.ron.toegang, embargo, **verder)
    with pytest.raises(Geweigerd, match="later is dan de huidige"):
        embargo_herzien(rena.toegang, embargo, **(verder | {"tot": EINDE}))
    with pytest.raises(Geweigerd, match="hoogstens drie maanden"):
        embargo_herzien(rena.toegang, embargo, **(verder | {"tot": EINDE + timedelta(days=60)}))
    embargo = embargo_herzien(na(rena.toegang, EINDE), embargo, **verder)
    assert (embargo.van, embargo.tot) == (EINDE, EINDE + timedelta(days=5))
    (rij,) = embargo.herzieningen.voor(cast.frits.toegang, minstens=Niveau.PROCES)
    assert (rij.vorig_tot, rij.nieuw_tot) == (EINDE, embargo.tot)


def test_de_database_verlengt_niets_in_stilte(cast: Cast) -> None:
    embargo = embargo_gelegd(cast, van_ron(cast, in_uitvoering(cast)), "zichtbaar")
    rij = Embargo._base_manager.filter(pk=embargo.pk)
    with pytest.raises(DatabaseError, match="alleen verlengd"), transaction.atomic():
        rij.update(tot=EINDE + timedelta(days=1))
    te_laat = Embargoherziening(
        embargo=embargo,
        uitkomst="verlengd",
        reden="Te laat",
        dag=EINDE + timedelta(days=1),
        gedaan_op=NU,
        gedaan_door=cast.paula.hoedanigheid,
        vorig_tot=EINDE,
        nieuw_tot=EINDE + timedelta(days=9),
    )
    with pytest.raises(IntegrityError, match="voor_het_einde"), transaction.atomic():
        Embargoherziening._base_manager.bulk_create([te_laat])
    with pytest.raises(DatabaseError, match="alleen de termijn"), transaction.atomic():
        rij.update(soort="verborgen")


# Wat er met het stuk gebeurt


def test_wat_een_verborgen_stuk_verandert_hoort_wie_het_kreeg_pas_bij_de_vrijgave(
    cast: Cast,
) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    embargo = embargo_gelegd(cast, item, "verborgen")
    informatie_corrigeren(later(cast.ron.toegang, hours=1), item, reden="Fout", titel="Anders")
    assert not Terughaalpost._base_manager.filter(stuk_id=item.pk).exists()
    informatie_vrijgeven(later(cast.ron.toegang, hours=2), embargo)
    assert Terughaalpost._base_manager.filter(stuk_id=item.pk, aanleiding="correctie").exists()


def test_ook_ingetrokken_blijft_iets_verborgen(cast: Cast) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    embargo = embargo_gelegd(cast, item, "verborgen")
    informatie_intrekken(cast.ron.toegang, item, reden="Klopt niet")
    embargo.refresh_from_db()
    assert (embargo.einde, wat_weten(item, cast.rik)) == (Embargoeinde.INGETROKKEN, ["niets"])
    assert not Terughaalpost._base_manager.filter(stuk_id=item.pk).exists()


def test_verbergen_kan_niet_zolang_anderen_over_het_stuk_moeten_antwoorden(cast: Cast) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    informatie_corrigeren(cast.ron.toegang, item, reden="Fout", titel="Anders")
    item.refresh_from_db()
    with pytest.raises(Geweigerd, match="moeten nog antwoorden"):
        embargo_gelegd(cast, item, "verborgen")
    embargo_gelegd(cast, item, "zichtbaar")


# Het komt vanzelf terug


def test_voor_het_einde_krijgen_zetter_en_bewaarder_een_taak_die_niets_verraadt(cast: Cast) -> None:
    dossier = in_uitvoering(cast)
    embargo = embargo_gelegd(cast, van_ron(cast, dossier), "verborgen")
    with time_machine.travel(NU + timedelta(days=45)):
        assert embargos_bewaken() == 0
    with time_machine.travel(NU + timedelta(days=46)):
        assert embargos_bewaken() == 2
        assert embargos_bewaken() == 0
    taken = open_taken(embargo)
    assert {t.voor_hoedanigheid_id for t in taken} == {
        cast.ron.hoedanigheid.pk,
        cast.paula.hoedanigheid.pk,
    }
    assert {(t.dossier_id, t.titel) for t in taken} == {
        (None, "Een embargo eindigt op 17-01-2027"),
    }
    informatie_vrijgeven(cast.ron.toegang, embargo)
    assert open_taken(embargo) == []


def test_als_wie_het_legde_weg_is_gaat_de_taak_naar_de_bron(cast: Cast) -> None:
    rena = collega(cast, cast.ron)
    embargo = embargo_gelegd(cast, van_ron(cast, in_uitvoering(cast)), "verborgen")
    cast.ron.hoedanigheid.tot = VANDAAG
    cast.ron.hoedanigheid.save()
    dag = NU + timedelta(days=70)
    with time_machine.travel(dag):
        assert embargos_bewaken() == 2
    taken = {(t.voor_hoedanigheid_id, t.voor_rol) for t in open_taken(embargo)}
    assert taken == {(cast.paula.hoedanigheid.pk, ""), (None, "partner")}
    assert Taak.objects.voor(rena.op(dag)).filter(object_id=embargo.pk).exists()
    informatie_vrijgeven(rena.op(dag), embargo)


def test_een_zichtbaar_embargo_dat_voorbij_is_sluit_zichzelf(cast: Cast) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    embargo = embargo_gelegd(cast, item, "zichtbaar")
    with time_machine.travel(NU + timedelta(days=61)):
        assert embargos_bewaken() == 0
    embargo.refresh_from_db()
    assert embargo.einde == Embargoeinde.VERLOPEN
    regel = Logregel.objects.get(naam="embargo_laten_verlopen")
    assert regel.hoedanigheid_id == cast.ron.hoedanigheid.pk


# De bladzijden


def test_de_fg_ziet_einde_en_herzieningen_en_niets_van_de_inhoud(cast: Cast, als: Als) -> None:
    dossier = in_uitvoering(cast)
    embargo = embargo_gelegd(cast, van_ron(cast, dossier), "verborgen", tot=VANDAAG)
    embargo_herzien(
        cast.paula.toegang,
        embargo,
        uitkomst="verlengd",
        reden="Zoeking",
        tot=VANDAAG + timedelta(days=1),
    )
    frits = als(cast.frits)
    bureau = frits.get(reverse("convenant:fg_bureau")).content.decode()
    assert "embargo loopt" in bureau
    for url in (
        reverse("beoordeling:embargos"),
        reverse("beoordeling:embargo_inzien", args=[embargo.pk]),
    ):
        tekst = frits.get(url).content.decode()
        assert "19 nov" in tekst
        for woord in (dossier.nummer, "Het onderzoek loopt nog", "Zoeking", "Kennismaken"):
            assert woord not in tekst


def test_van_het_stuk_naar_het_embargo_en_terug(cast: Cast, als: Als) -> None:
    item = van_ron(cast, in_uitvoering(cast))
    ron, paula = als(cast.ron), als(cast.paula)
    antwoord = ron.post(
        reverse("beoordeling:embargo_leggen", args=[item.pk]),
        {
            "soort": "zichtbaar",
            "tot": EINDE.isoformat(),
            "reden": "Onderzoek",
            "bewaarder": str(cast.paula.hoedanigheid.pk),
        },
    )
    assert antwoord.status_code == 303
    embargo = Embargo.objects.voor(cast.ron.toegang).get()
    herzien = reverse("beoordeling:embargo_herzien", args=[embargo.pk])
    fout = paula.post(herzien, {"uitkomst": "verlengd", "reden": "Nodig"}).content.decode()
    assert "Vul de nieuwe laatste dag in." in fout
    antwoord = paula.post(herzien, {"uitkomst": "opgeheven", "reden": "Klaar"})
    assert antwoord.status_code == 303
    inzien = paula.get(antwoord.headers["Location"]).content.decode()
    assert "Dit embargo is al voorbij." in inzien
    assert ron.get(reverse("beoordeling:embargos") + "?stand=beeindigd").content.count(b"opgeheven")


OPHEFFEN = {"uitkomst": "opgeheven", "reden": "Klaar"}
