"""Waarom mag ik dit stuk zien?: the reason that is told is the one by which the rule lets it go."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from beoordeling.enums import Informatiesoort
from beoordeling.models import Informatie
from beoordeling.services.informatie import informatie_intrekken
from beoordeling.services.zorgdeling import toestemming_intrekken
from convenant.enums import Categorie, Fase, Niveau, Rol, Voorwaarde
from convenant.models import Bronbevestiging, Dossier, Logregel, Ondertekening
from convenant.regelboek import Regel
from convenant.selectors.waarom import Reden, reden_van
from convenant.services.noodtoegang import noodtoegang_nemen
from convenant.services.vervanging import vervanging_regelen
from tests.cast import NU, Cast, Speler, ondertekend
from tests.stappen import beoordeling as stap
from tests.stappen.convenant import versie_vastgesteld
from tests.stappen.embargo import embargo_gelegd
from tests.stappen.verzegeling import verzegeld
from tests.stappen.zorg import toestemming_gegeven

type Als = Callable[[Speler], Client]
VANDAAG = NU.date()
WEEK = timedelta(days=7)


@pytest.fixture
def dossier(cast: Cast) -> Dossier:
    """Rik leads, Zoë (GGZ) and Ron (reclassering) work along."""
    return stap.dossier_in_regie(cast)


def van(
    bron: Speler, dossier: Dossier, categorie: Categorie, op: datetime = NU - WEEK
) -> Informatie:
    """Something of this source and kind, recorded at that moment."""
    item = Informatie(
        dossier=dossier,
        categorie=categorie,
        bron=bron.organisatie,
        soort=Informatiesoort.WAARNEMING,
        titel="Iets van een bron",
        gebeurd_op=op.date(),
        vastgelegd_op=op,
        vastgelegd_door=bron.hoedanigheid,
        grondslag="x",
        doel="x",
    )
    Informatie._base_manager.bulk_create([item])
    return item


def url_van(item: Informatie) -> str:
    return reverse("beoordeling:informatie_waarom", args=[item.pk])


def reden(speler: Speler, item: Informatie) -> Reden:
    gevonden = reden_van(speler.toegang, item)
    assert gevonden is not None
    return gevonden


def einden(speler: Speler, item: Informatie) -> dict[str, str]:
    """By what it ends, in the order in which that happens."""
    return {einde.wat: einde.wanneer for einde in reden(speler, item).einden}


def test_wie_betrokken_is_leest_waardoor_en_tot_wanneer(
    cast: Cast, dossier: Dossier, als: Als
) -> None:
    item = stap.contact_vastgelegd(cast.ron, dossier)
    client = als(cast.rik)
    assert (
        url_van(item) in client.get(reverse("beoordeling:informatie_inzien", args=[item.pk])).text
    )
    tekst = client.get(url_van(item)).text
    for zin in (
        "casusregisseur",
        "artikel 5.1",
        "5.1, in versie 1 van het convenant",
        "De bron is <strong>Reclassering</strong>",
        "Het mag omdat u bij het dossier betrokken bent.",
        "maakt voor deze regel niet uit",
        "<strong>regisseur</strong> van 18 november 2026, zonder einddatum",
        "Verandert er niets, dan leest u dit tot en met 1 januari 2099.",
    ):
        assert zin in tekst, zin
    assert list(einden(cast.rik, item))[1:] == [
        "De handtekening van uw organisatie",
        "Uw betrokkenheid",
    ]
    gelezen = Logregel.objects.filter(naam="informatie_waarom", object_id=item.pk)
    assert gelezen.get().hoedanigheid_id == cast.rik.hoedanigheid.pk
    assert als(cast.ruben).get(url_van(item)).status_code == 404


def test_van_wie_het_zelf_vastlegde_is_de_eigen_bron_de_reden(
    cast: Cast, dossier: Dossier, als: Als
) -> None:
    bijzonder = van(cast.ron, dossier, Categorie.BIJZONDER)
    tekst = als(cast.ron).get(url_van(bijzonder)).text
    assert "artikel 7.1" in tekst
    assert "bij het dossier betrokken bent en uw organisatie de bron is" in tekst
    assert als(cast.zoe).get(url_van(bijzonder)).status_code == 404
    politie = van(cast.piet, dossier, Categorie.POLITIEGEGEVEN)
    assert reden(cast.piet, politie).regel.voorwaarde == Voorwaarde.BRON_IN_FASE
    assert einden(cast.piet, politie) == {
        "Uw rol als lid weegploeg": "tot en met 1 januari 2099",
        "De handtekening van uw organisatie": "zonder einddatum",
        "De fase van het dossier": "zolang die een van deze is: weging, besluit, uitvoering, afschaling, nazorg",
    }


def test_een_vervanger_leest_voor_wie_en_tot_wanneer(
    cast: Cast, dossier: Dossier, als: Als
) -> None:
    item = stap.contact_vastgelegd(cast.rik, dossier)
    vervanging_regelen(
        cast.paula.toegang,
        cast.rik.hoedanigheid,
        vervanger=cast.ruben.hoedanigheid,
        van=VANDAAG,
        tot=VANDAAG + WEEK,
    )
    tekst = als(cast.ruben).get(url_van(item)).text
    assert "betrokken bent in de plaats van een collega" in tekst
    assert "vervanging voor Rik de Boer (casusregisseur)" in tekst
    assert next(iter(einden(cast.ruben, item).items())) == (
        "Uw vervanging",
        "tot en met 25 november 2026",
    )


def test_met_noodtoegang_eindigt_het_vandaag_en_is_er_iets_te_vragen(
    cast: Cast, dossier: Dossier, als: Als
) -> None:
    item = stap.contact_vastgelegd(cast.rik, dossier)
    van(cast.piet, dossier, Categorie.POLITIEGEGEVEN)
    onder_embargo = van(cast.ron, dossier, Categorie.GEWOON)
    embargo_gelegd(cast, onder_embargo, "zichtbaar")
    noodtoegang_nemen(cast.ruben.toegang, nummer=dossier.nummer, reden="Crisis", uren=2)
    client = als(cast.ruben)
    tekst = client.get(url_van(item)).text
    assert "U leest met noodtoegang, tot wo 18 nov 2026, 12.30 uur" in tekst
    assert next(iter(einden(cast.ruben, item))) == "Uw noodtoegang"
    vragen = reverse("convenant:toegang_aanvragen", args=[dossier.pk])
    for naam in ("beoordeling:informatie", "convenant:tijdlijn_inzien"):
        tekst = client.get(reverse(naam, args=[dossier.pk])).text
        assert tekst.count("De inhoud is niet met u gedeeld") == 2, naam
        assert tekst.count(vragen) == 1, "een embargo gaat niet open door te vragen"
        assert vragen not in als(cast.rik).get(reverse(naam, args=[dossier.pk])).text


def test_van_de_zorg_staat_er_op_welke_grond_tot_het_wordt_ingetrokken(
    cast: Cast, dossier: Dossier, als: Als
) -> None:
    item = stap.contact_vastgelegd(cast.zoe, dossier)
    toestemming_gegeven(cast.zoe, item, cast.ron)
    ron = als(cast.ron)
    tekst = ron.get(url_van(item)).text
    assert "Alles wat een zorgorganisatie vastlegt, is medisch." in tekst
    assert "deelt dit stuk. De grond is: toestemming van de betrokkene." in tekst
    assert "artikel 7.4" in tekst
    assert einden(cast.ron, item)["Het delen door GGZ De Linde"] == "tot en met 17 januari 2027"
    eigen = einden(cast.zoe, item)
    assert "Het delen door GGZ De Linde" not in eigen
    toestemming_intrekken(cast.zoe.toegang, dossier, intrekwijze="Aan de telefoon")
    assert ron.get(url_van(item)).status_code == 404


def test_onder_embargo_staat_waarom_u_het_nog_leest(cast: Cast, dossier: Dossier, als: Als) -> None:
    item = stap.contact_vastgelegd(cast.ron, dossier)
    embargo_gelegd(cast, item, "zichtbaar")
    zin = "zichtbaar embargo, tot en met 17 januari 2027. Anderen zien dat er iets is, niet wat."
    for wie, omdat in ((cast.ron, "uw organisatie de bron is"), (cast.paula, "de bewaarder van")):
        tekst = als(wie).get(url_van(item)).text
        assert zin in tekst
        assert omdat in tekst
    assert "Uw rol is genoeg." in tekst
    assert als(cast.rik).get(url_van(item)).status_code == 404


def test_een_verruiming_zegt_of_het_nieuw_is_of_bevestigd(
    cast: Cast, dossier: Dossier, als: Als
) -> None:
    vanaf = NU - timedelta(days=1)
    oud = van(cast.piet, dossier, Categorie.POLITIEGEGEVEN)
    nieuw = van(cast.piet, dossier, Categorie.POLITIEGEGEVEN, NU - timedelta(hours=1))
    ruimer = Regel(
        Rol.PARTNER,
        (Categorie.POLITIEGEGEVEN,),
        (Fase.UITVOERING,),
        Niveau.INHOUD,
        "5.8",
        Voorwaarde.BETROKKEN,
        vanaf=vanaf,
    )
    versie = versie_vastgesteld([*cast.rik.toegang.regels.regels, ruimer], vanaf=vanaf)
    ron = als(cast.ron)
    tekst = ron.get(url_van(nieuw)).text
    assert "artikel 5.8" in tekst
    assert "17 nov 2026, 10.30 uur. Dit stuk is daarna vastgelegd." in tekst
    assert ron.get(url_van(oud)).status_code == 404
    Bronbevestiging.objects.create(
        deelregel=versie.deelregels.get(artikel="5.8"),
        organisatie=cast.piet.organisatie,
        op=NU,
        door=cast.piet.hoedanigheid,
    )
    assert "De bron, Politie-eenheid, heeft bevestigd" in ron.get(url_van(oud)).text


def test_wat_is_ingetrokken_zegt_dat(cast: Cast, dossier: Dossier, als: Als) -> None:
    item = stap.contact_vastgelegd(cast.rik, dossier)
    telt = "Hoe lang de informatie telt"
    rik = als(cast.rik)
    assert telt in rik.get(url_van(item)).text
    informatie_intrekken(cast.rik.toegang, item, aanleiding="intrekking", reden="Vergissing")
    tekst = rik.get(url_van(item)).text
    assert "De bron heeft dit stuk ingetrokken" in tekst
    assert telt not in tekst


def test_wie_geen_reden_heeft_leest_het_niet_en_andersom(cast: Cast, dossier: Dossier) -> None:
    items = [van(cast.piet, dossier, soort) for soort in (Categorie.GEWOON, Categorie.BIJZONDER)]
    items.append(van(cast.zoe, dossier, Categorie.GEWOON))
    toestemming_gegeven(cast.zoe, items[-1], cast.ron)
    verzegeld(cast.paula, dossier, cast.rik, cast.ron, cast.zoe)
    geteld = 0
    for speler in cast.iedereen():
        leest = set(Informatie.objects.voor(speler.toegang).values_list("pk", flat=True))
        met_reden = {item.pk for item in items if reden_van(speler.toegang, item) is not None}
        assert leest == met_reden, speler.sleutel
        geteld += len(leest)
    assert geteld
    assert "Uw plaats op de lijst" in einden(cast.rik, items[0])


def test_wat_het_eerst_eindigt_staat_bovenaan(cast: Cast, dossier: Dossier) -> None:
    item = stap.contact_vastgelegd(cast.rik, dossier)
    rol, organisatie = cast.ron.hoedanigheid, cast.ron.organisatie
    rol.tot = VANDAAG + 3 * WEEK
    rol.save()
    Ondertekening.objects.filter(organisatie=organisatie).update(tot=VANDAAG + WEEK)
    ondertekend(organisatie, van=VANDAAG + WEEK + timedelta(days=1), tot=VANDAAG + 2 * WEEK)
    ondertekend(organisatie, van=VANDAAG + 4 * WEEK)
    assert list(einden(cast.ron, item).items())[:2] == [
        ("De handtekening van uw organisatie", "tot en met 2 december 2026"),
        ("Uw rol als partner in de uitvoering", "tot en met 9 december 2026"),
    ]


def test_wie_alleen_het_proces_kent_vindt_wie_te_bellen_en_het_verzoek(
    cast: Cast, dossier: Dossier, als: Als
) -> None:
    waarom = reverse("convenant:waarom", args=[dossier.pk])
    tekst = als(cast.gemma).get(waarom).text
    assert "Bel <strong>Gemeente, OOV</strong>" in tekst
    assert reverse("convenant:toegang_aanvragen", args=[dossier.pk]) in tekst
    assert "wie u daar kunt bellen" in als(cast.rik).get(waarom).text
