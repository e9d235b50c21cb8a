from typing import Any

from django.urls import include, path

from convenant.views import (
    accounts,
    belangenconflict,
    betrokkenen,
    deelregel,
    fg,
    grondslag,
    hercertificering,
    noodtoegang,
    ondertekening,
    taken,
    terughalen,
    toegangsaanvraag,
    verruiming,
    versie,
    vervanging,
    verzegeling,
)
from convenant.views.convenant import ConvenantInzien
from convenant.views.dossier import DossierInzien, TijdlijnInzien
from convenant.views.dossierlijst import Dossiers
from convenant.views.formuliersleutel import Formuliersleutel
from convenant.views.hoedanigheid import HoedanigheidKiezen
from convenant.views.logboek import Logboek
from convenant.views.verstrekkingen import Verstrekkingen
from convenant.views.waarom import Waarom
from convenant.views.wat_kan_deze_medewerker_zien import WatKanDezeMedewerkerZien
from convenant.views.werk import MijnWerk
from convenant.views.wie_kan_dit_zien import WieKanDitZien

app_name = "convenant"

DOSSIER = [
    path("", DossierInzien.as_view(), name="dossier_inzien"),
    path("tijdlijn/", TijdlijnInzien.as_view(), name="tijdlijn_inzien"),
    path("waarom/", Waarom.as_view(), name="waarom"),
    path("wie/", WieKanDitZien.as_view(), name="wie_kan_dit_zien"),
    path("verstrekkingen/", Verstrekkingen.as_view(), name="verstrekkingen"),
    path("logboek/", Logboek.as_view(), name="logboek"),
    path("betrokkenen/", betrokkenen.Betrokkenen.as_view(), name="betrokkenen"),
    path(
        "betrokkenen/verlenen/",
        betrokkenen.BetrokkenheidVerlenen.as_view(),
        name="betrokkenheid_verlenen",
    ),
    path(
        "toegang/aanvragen/",
        toegangsaanvraag.ToegangAanvragen.as_view(),
        name="toegang_aanvragen",
    ),
    path("taak/toevoegen/", taken.TaakToevoegen.as_view(), name="taak_toevoegen"),
    path("verzegelen/", verzegeling.DossierVerzegelen.as_view(), name="dossier_verzegelen"),
    path("verzegeling/", verzegeling.VerzegelingInzien.as_view(), name="verzegeling_inzien"),
    path(
        "belangenconflict/melden/",
        belangenconflict.BelangenconflictMelden.as_view(),
        name="belangenconflict_melden",
    ),
    path(
        "belangenconflict/registreren/",
        belangenconflict.BelangenconflictRegistreren.as_view(),
        name="belangenconflict_registreren",
    ),
]
VERZEGELING = [
    path(
        "<uuid:verzegeling_id>/inwijden/",
        verzegeling.IngewijdeToevoegen.as_view(),
        name="ingewijde_toevoegen",
    ),
    path(
        "ingewijde/<uuid:ingewijde_id>/schrappen/",
        verzegeling.IngewijdeSchrappen.as_view(),
        name="ingewijde_schrappen",
    ),
    path(
        "<uuid:verzegeling_id>/ontzegelen/vragen/",
        verzegeling.OntzegelenVragen.as_view(),
        name="ontzegelen_vragen",
    ),
    path(
        "<uuid:verzegeling_id>/ontzegelen/",
        verzegeling.DossierOntzegelen.as_view(),
        name="dossier_ontzegelen",
    ),
    path(
        "<uuid:verzegeling_id>/ontzegelen/afwijzen/",
        verzegeling.OntzegelenAfwijzen.as_view(),
        name="ontzegelen_afwijzen",
    ),
    path(
        "<uuid:verzegeling_id>/beheerder/",
        verzegeling.BeheerderAanwijzen.as_view(),
        name="beheerder_aanwijzen",
    ),
]
ACCOUNTS = [
    path("", accounts.Medewerkers.as_view(), name="medewerkers"),
    path("toevoegen/", accounts.MedewerkerToevoegen.as_view(), name="medewerker_toevoegen"),
    path("<uuid:medewerker_id>/", accounts.MedewerkerInzien.as_view(), name="medewerker_inzien"),
    path(
        "<uuid:medewerker_id>/sluiten/",
        accounts.MedewerkerSluiten.as_view(),
        name="medewerker_sluiten",
    ),
    path(
        "<uuid:medewerker_id>/heropenen/",
        accounts.MedewerkerHeropenen.as_view(),
        name="medewerker_heropenen",
    ),
    path(
        "<uuid:medewerker_id>/rol/",
        accounts.HoedanigheidVerlenen.as_view(),
        name="hoedanigheid_verlenen",
    ),
    path(
        "rol/<uuid:hoedanigheid_id>/beeindigen/",
        accounts.HoedanigheidBeeindigen.as_view(),
        name="hoedanigheid_beeindigen",
    ),
    path("bevestigen/", hercertificering.TeBevestigen.as_view(), name="te_bevestigen"),
    path(
        "rol/<uuid:hoedanigheid_id>/bevestigen/",
        hercertificering.HoedanigheidBevestigen.as_view(),
        name="hoedanigheid_bevestigen",
    ),
    path(
        "rol/<uuid:hoedanigheid_id>/zien/",
        WatKanDezeMedewerkerZien.as_view(),
        name="wat_kan_deze_medewerker_zien",
    ),
]
VERSIE = [
    path("", versie.ConvenantversieInzien.as_view(), name="convenantversie_inzien"),
    path("gevolgen/", versie.Gevolgen.as_view(), name="convenantversie_gevolgen"),
    path("regel/", deelregel.DeelregelToevoegen.as_view(), name="deelregel_toevoegen"),
    path(
        "vaststellen/",
        versie.ConvenantversieVaststellen.as_view(),
        name="convenantversie_vaststellen",
    ),
    path(
        "bevestigen/",
        versie.ConvenantversieBevestigen.as_view(),
        name="convenantversie_bevestigen",
    ),
    path(
        "terugsturen/",
        versie.ConvenantversieTerugsturen.as_view(),
        name="convenantversie_terugsturen",
    ),
]
AFSPRAKEN: list[Any] = [
    path("", ConvenantInzien.as_view(), name="convenant_inzien"),
    path("nieuw-geopend/", verruiming.Verruimingen.as_view(), name="verruimingen"),
    path(
        "nieuw-geopend/<uuid:deelregel_id>/",
        verruiming.VerruimingBevestigen.as_view(),
        name="verruiming_bevestigen",
    ),
    path("grondslagen/", grondslag.Grondslagen.as_view(), name="grondslagen"),
    path(
        "grondslagen/toevoegen/",
        grondslag.GrondslagToevoegen.as_view(),
        name="grondslag_toevoegen",
    ),
    path(
        "grondslagen/<uuid:grondslag_id>/beeindigen/",
        grondslag.GrondslagBeeindigen.as_view(),
        name="grondslag_beeindigen",
    ),
    path("concept/", versie.ConvenantversieOpstellen.as_view(), name="convenantversie_opstellen"),
    path("versie/<uuid:versie_id>/", include(VERSIE)),
    path(
        "regel/<uuid:deelregel_id>/",
        deelregel.DeelregelWijzigen.as_view(),
        name="deelregel_wijzigen",
    ),
    path(
        "regel/<uuid:deelregel_id>/schrappen/",
        deelregel.DeelregelSchrappen.as_view(),
        name="deelregel_schrappen",
    ),
    path(
        "handtekening/vastleggen/",
        ondertekening.OndertekeningRegistreren.as_view(),
        name="ondertekening_registreren",
    ),
    path(
        "handtekening/<uuid:ondertekening_id>/",
        ondertekening.OndertekeningGevolgen.as_view(),
        name="ondertekening_gevolgen",
    ),
    path(
        "handtekening/<uuid:ondertekening_id>/intrekken/",
        ondertekening.OndertekeningIntrekken.as_view(),
        name="ondertekening_intrekken",
    ),
]
FG = [
    path("", fg.FgBureau.as_view(), name="fg_bureau"),
    path("noodtoegang/", fg.FgInzagenInNood.as_view(), name="fg_inzagen_in_nood"),
    path("verzegeld/", fg.FgVerzegeld.as_view(), name="fg_verzegeld"),
    path("gelezen/<uuid:hoedanigheid_id>/", fg.FgInzagen.as_view(), name="fg_inzagen"),
]
NOODTOEGANG = [
    path("", noodtoegang.Noodtoegangen.as_view(), name="noodtoegangen"),
    path("nemen/", noodtoegang.NoodtoegangNemen.as_view(), name="noodtoegang_nemen"),
    path(
        "<uuid:noodtoegang_id>/", noodtoegang.NoodtoegangInzien.as_view(), name="noodtoegang_inzien"
    ),
    path(
        "<uuid:noodtoegang_id>/beeindigen/",
        noodtoegang.NoodtoegangBeeindigen.as_view(),
        name="noodtoegang_beeindigen",
    ),
    path(
        "<uuid:noodtoegang_id>/beoordelen/",
        noodtoegang.NoodtoegangBeoordelen.as_view(),
        name="noodtoegang_beoordelen",
    ),
]
VERVANGING = [
    path("", vervanging.Vervangingen.as_view(), name="vervangingen"),
    path(
        "regelen/<uuid:hoedanigheid_id>/",
        vervanging.VervangingRegelen.as_view(),
        name="vervanging_regelen",
    ),
    path(
        "<uuid:vervanging_id>/beeindigen/",
        vervanging.VervangingBeeindigen.as_view(),
        name="vervanging_beeindigen",
    ),
]
TOEGANG = [
    path(
        "<uuid:aanvraag_id>/",
        toegangsaanvraag.ToegangsaanvraagInzien.as_view(),
        name="toegangsaanvraag_inzien",
    ),
    path(
        "<uuid:aanvraag_id>/toekennen/",
        toegangsaanvraag.ToegangsaanvraagToekennen.as_view(),
        name="toegangsaanvraag_toekennen",
    ),
    path(
        "<uuid:aanvraag_id>/weigeren/",
        toegangsaanvraag.ToegangsaanvraagWeigeren.as_view(),
        name="toegangsaanvraag_weigeren",
    ),
]
urlpatterns = [
    path("werk/", MijnWerk.as_view(), name="mijn_werk"),
    path("formuliersleutel/", Formuliersleutel.as_view(), name="formuliersleutel"),
    path("rol/", HoedanigheidKiezen.as_view(), name="hoedanigheid_kiezen"),
    path("taken/", taken.Taken.as_view(), name="taken"),
    path("taak/<uuid:taak_id>/", taken.TaakInzien.as_view(), name="taak_inzien"),
    path("taak/<uuid:taak_id>/afronden/", taken.TaakAfronden.as_view(), name="taak_afronden"),
    path(
        "betrokkenheid/<uuid:betrokkenheid_id>/beeindigen/",
        betrokkenen.BetrokkenheidBeeindigen.as_view(),
        name="betrokkenheid_beeindigen",
    ),
    path("terughalen/", terughalen.Terughaallijst.as_view(), name="terughaallijst"),
    path(
        "terughalen/<uuid:post_id>/",
        terughalen.TerughalenBevestigen.as_view(),
        name="terughalen_bevestigen",
    ),
    path("dossiers/", Dossiers.as_view(), name="dossiers"),
    path("dossier/<uuid:dossier_id>/", include(DOSSIER)),
    path("noodtoegang/", include(NOODTOEGANG)),
    path("vervanging/", include(VERVANGING)),
    path("verzegeling/", include(VERZEGELING)),
    path(
        "belangenconflict/<uuid:conflict_id>/opheffen/",
        belangenconflict.BelangenconflictOpheffen.as_view(),
        name="belangenconflict_opheffen",
    ),
    path("fg/", include(FG)),
    path("toegang/", include(TOEGANG)),
    path("medewerkers/", include(ACCOUNTS)),
    path("afspraken/", include(AFSPRAKEN)),
]
