from django.urls import include, path

from beoordeling.views import (
    beoordeling,
    bevraging,
    bijdrage,
    embargo,
    informatie,
    informatie_waarom,
    kader,
    weging,
    wissing,
    zorgdeling,
)

app_name = "beoordeling"

DOSSIER = [
    path("weging/starten/", weging.WegingStarten.as_view(), name="weging_starten"),
    path("informatie/", informatie.InformatieTab.as_view(), name="informatie"),
    path(
        "contact/",
        informatie.ContactmomentVastleggen.as_view(),
        name="contactmoment_vastleggen",
    ),
    path("waarneming/", informatie.WaarnemingVastleggen.as_view(), name="waarneming_vastleggen"),
    path("document/", informatie.DocumentToevoegen.as_view(), name="document_toevoegen"),
    path("toestemmingen/", zorgdeling.Toestemmingen.as_view(), name="toestemmingen"),
    path(
        "toestemming/intrekken/",
        zorgdeling.ToestemmingIntrekken.as_view(),
        name="toestemming_intrekken",
    ),
    path("vragen/", bevraging.Bevragingen.as_view(), name="bevragingen"),
    path("vragen/stellen/", bevraging.BevragingSturen.as_view(), name="bevraging_sturen"),
    path("beoordelingen/", beoordeling.Beoordelingen.as_view(), name="beoordelingen"),
    path(
        "beoordeling/starten/",
        beoordeling.BeoordelingStarten.as_view(),
        name="beoordeling_starten",
    ),
]
WEGING = [
    path("", weging.WegingInzien.as_view(), name="weging_inzien"),
    path("sluiten/", weging.WegingSluiten.as_view(), name="weging_sluiten"),
    path("vaststellen/", weging.WegingVaststellen.as_view(), name="weging_vaststellen"),
]
BIJDRAGE = [
    path("", bijdrage.WegingsbijdrageBewaren.as_view(), name="wegingsbijdrage_bewaren"),
    path("indienen/", bijdrage.WegingsbijdrageIndienen.as_view(), name="wegingsbijdrage_indienen"),
]
INFORMATIE = [
    path("", informatie.InformatieInzien.as_view(), name="informatie_inzien"),
    path("waarom/", informatie_waarom.InformatieWaarom.as_view(), name="informatie_waarom"),
    path("corrigeren/", informatie.InformatieCorrigeren.as_view(), name="informatie_corrigeren"),
    path("intrekken/", informatie.InformatieIntrekken.as_view(), name="informatie_intrekken"),
    path(
        "herbeoordelen/",
        informatie.InformatieHerbeoordelen.as_view(),
        name="informatie_herbeoordelen",
    ),
    path(
        "toestemming/",
        zorgdeling.ToestemmingVastleggen.as_view(),
        name="toestemming_vastleggen",
    ),
    path(
        "conflict-van-plichten/",
        zorgdeling.ConflictVanPlichtenVastleggen.as_view(),
        name="conflict_van_plichten_vastleggen",
    ),
    path("embargo/", embargo.EmbargoLeggen.as_view(), name="embargo_leggen"),
    path("document/", informatie.DocumentOphalen.as_view(), name="document_ophalen"),
    path("laten-wissen/", wissing.WissenVragen.as_view(), name="wissen_vragen"),
]
WISSING = [
    path("", wissing.WissingInzien.as_view(), name="wissing_inzien"),
    path("wissen/", wissing.InformatieWissen.as_view(), name="informatie_wissen"),
    path("afwijzen/", wissing.WissenAfwijzen.as_view(), name="wissen_afwijzen"),
]
EMBARGO = [
    path("", embargo.EmbargoInzien.as_view(), name="embargo_inzien"),
    path("herzien/", embargo.EmbargoHerzien.as_view(), name="embargo_herzien"),
    path("vrijgeven/", embargo.InformatieVrijgeven.as_view(), name="informatie_vrijgeven"),
]
BEOORDELING = [
    path("", beoordeling.BeoordelingInzien.as_view(), name="beoordeling_inzien"),
    path("deel/<slug:deel>/", beoordeling.BeoordelingBewaren.as_view(), name="beoordeling_bewaren"),
    path("voorleggen/", beoordeling.BeoordelingVoorleggen.as_view(), name="beoordeling_voorleggen"),
    path(
        "vaststellen/",
        beoordeling.BeoordelingVaststellen.as_view(),
        name="beoordeling_vaststellen",
    ),
    path(
        "terugsturen/",
        beoordeling.BeoordelingTerugsturen.as_view(),
        name="beoordeling_terugsturen",
    ),
]
BEVRAGING = [
    path("", bevraging.BevragingInzien.as_view(), name="bevraging_inzien"),
    path(
        "beantwoorden/",
        bevraging.BevragingBeantwoorden.as_view(),
        name="bevraging_beantwoorden",
    ),
    path("intrekken/", bevraging.BevragingIntrekken.as_view(), name="bevraging_intrekken"),
    path("herinneren/", bevraging.BevragingHerinneren.as_view(), name="bevraging_herinneren"),
]
urlpatterns = [
    path("wegingen/", weging.Wegingen.as_view(), name="wegingen"),
    path("kader/", kader.KaderInzien.as_view(), name="kader_inzien"),
    path("kader/<int:versie>/", kader.KaderInzien.as_view(), name="kader_versie_inzien"),
    path("wegingsvragen/", kader.WegingsvragenInzien.as_view(), name="wegingsvragen_inzien"),
    path("dossier/<uuid:dossier_id>/", include(DOSSIER)),
    path("weging/<uuid:weging_id>/", include(WEGING)),
    path("bijdrage/<uuid:bijdrage_id>/", include(BIJDRAGE)),
    path("informatie/<uuid:informatie_id>/", include(INFORMATIE)),
    path(
        "toestemming/<uuid:deling_id>/scan/",
        zorgdeling.ToestemmingScan.as_view(),
        name="toestemming_scan",
    ),
    path("embargos/", embargo.Embargos.as_view(), name="embargos"),
    path("embargo/<uuid:embargo_id>/", include(EMBARGO)),
    path("gewist/", wissing.Wissingen.as_view(), name="wissingen"),
    path("wissing/<uuid:wissing_id>/", include(WISSING)),
    path("vraag/<uuid:bevraging_id>/", include(BEVRAGING)),
    path("beoordeling/<uuid:beoordeling_id>/", include(BEOORDELING)),
]
