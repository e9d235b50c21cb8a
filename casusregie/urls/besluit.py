"""Pages of besluitnota, besluit and overleg."""

from django.urls import path

from casusregie.views import agenda, besluit, besluitlijst, besluitnota, overleg, scherm

NOTA = "besluitnota/<uuid:nota_id>"
BESLUIT = "besluit/<uuid:besluit_id>"
OVERLEG = "overleg/<uuid:overleg_id>"
PUNT = "agendapunt/<uuid:punt_id>"

urlpatterns = [
    path("besluiten/", besluitlijst.Besluiten.as_view(), name="besluiten"),
    path(
        "dossier/<uuid:dossier_id>/besluit/",
        besluit.BesluitInzien.as_view(),
        name="besluit_inzien",
    ),
    path(
        "dossier/<uuid:dossier_id>/besluitnota/",
        besluitnota.BesluitnotaOpstellen.as_view(),
        name="besluitnota_opstellen",
    ),
    path(
        f"{NOTA}/wijzigen/",
        besluitnota.BesluitnotaWijzigen.as_view(),
        name="besluitnota_wijzigen",
    ),
    path(
        f"{NOTA}/aanbieden/",
        besluitnota.BesluitnotaAanbieden.as_view(),
        name="besluitnota_aanbieden",
    ),
    path(
        f"{NOTA}/pdf/",
        besluitnota.BesluitnotaDownloaden.as_view(),
        name="besluitnota_downloaden",
    ),
    path(
        f"{NOTA}/besluit/",
        besluit.BesluitInstroomNemen.as_view(),
        name="besluit_instroom_nemen",
    ),
    path(
        f"{NOTA}/besluit-afschaling/",
        besluit.BesluitAfschalingNemen.as_view(),
        name="besluit_afschaling_nemen",
    ),
    path(
        f"{NOTA}/besluit-op-papier/",
        besluit.BesluitOpPapierVastleggen.as_view(),
        name="besluit_op_papier_vastleggen",
    ),
    path(
        f"{BESLUIT}/op-papier-bevestigen/",
        besluit.BesluitOpPapierBevestigen.as_view(),
        name="besluit_op_papier_bevestigen",
    ),
    path(f"{BESLUIT}/bevestigen/", besluit.BesluitBevestigen.as_view(), name="besluit_bevestigen"),
    path(f"{BESLUIT}/afwijzen/", besluit.BesluitAfwijzen.as_view(), name="besluit_afwijzen"),
    path(f"{BESLUIT}/scan/", besluit.BesluitScan.as_view(), name="besluit_scan"),
    path("overleg/", overleg.Overleggen.as_view(), name="overleggen"),
    path("overleg/plannen/", overleg.OverlegPlannen.as_view(), name="overleg_plannen"),
    path(f"{OVERLEG}/", overleg.OverlegInzien.as_view(), name="overleg_inzien"),
    path(f"{OVERLEG}/openen/", overleg.OverlegOpenen.as_view(), name="overleg_openen"),
    path(
        f"{OVERLEG}/aanwezigheid/",
        overleg.AanwezigheidVastleggen.as_view(),
        name="aanwezigheid_vastleggen",
    ),
    path(f"{OVERLEG}/sluiten/", overleg.OverlegSluiten.as_view(), name="overleg_sluiten"),
    path(f"{OVERLEG}/verslag/", overleg.VerslagDownloaden.as_view(), name="verslag_downloaden"),
    path(f"{OVERLEG}/vullen/", agenda.AgendaVullen.as_view(), name="agenda_vullen"),
    path(f"{OVERLEG}/punt/", agenda.AgendapuntToevoegen.as_view(), name="agendapunt_toevoegen"),
    path(f"{OVERLEG}/scherm/", scherm.OverlegScherm.as_view(), name="overleg_scherm"),
    path(
        f"{OVERLEG}/scherm/<uuid:punt_id>/",
        scherm.OverlegScherm.as_view(),
        name="overleg_scherm_punt",
    ),
    path(
        f"{OVERLEG}/hamerstukken/",
        scherm.HamerstukkenAfdoen.as_view(),
        name="hamerstukken_afdoen",
    ),
    path(f"{PUNT}/bespreken/", scherm.AgendapuntBespreken.as_view(), name="agendapunt_bespreken"),
    path(
        f"{PUNT}/doorschuiven/",
        agenda.AgendapuntDoorschuiven.as_view(),
        name="agendapunt_doorschuiven",
    ),
    path(
        f"{PUNT}/verplaatsen/",
        agenda.AgendapuntVerplaatsen.as_view(),
        name="agendapunt_verplaatsen",
    ),
]
