from django.urls import path

from monitoring.views import incidenten, metingen, monitoring, rapport, toezicht, vrijgave

app_name = "monitoring"

DOSSIER = "dossier/<uuid:dossier_id>/"
INCIDENT = "incident/<uuid:incident_id>/"
urlpatterns = [
    path(DOSSIER, monitoring.MonitoringInzien.as_view(), name="monitoring_inzien"),
    path(f"{DOSSIER}meting/", metingen.MetingVastleggen.as_view(), name="meting_vastleggen"),
    path(
        f"{DOSSIER}meting/<uuid:meting_id>/",
        metingen.MetingInzien.as_view(),
        name="meting_inzien",
    ),
    path(
        f"{DOSSIER}incident/", incidenten.IncidentVastleggen.as_view(), name="incident_vastleggen"
    ),
    path(INCIDENT, incidenten.IncidentInzien.as_view(), name="incident_inzien"),
    path(f"{INCIDENT}waarom/", incidenten.IncidentWaarom.as_view(), name="incident_waarom"),
    path(
        f"{INCIDENT}corrigeren/",
        incidenten.IncidentCorrigeren.as_view(),
        name="incident_corrigeren",
    ),
    path(
        f"{INCIDENT}intrekken/", incidenten.IncidentIntrekken.as_view(), name="incident_intrekken"
    ),
    path(
        f"{INCIDENT}laten-wissen/",
        incidenten.IncidentWissenVragen.as_view(),
        name="incident_wissen_vragen",
    ),
    path(
        "interventie/<uuid:interventie_id>/voortgang/",
        metingen.VoortgangVastleggen.as_view(),
        name="voortgang_vastleggen",
    ),
    path("rapporten/", rapport.Rapporten.as_view(), name="rapporten"),
    path("rapporten/nieuw/", rapport.RapportAanvragen.as_view(), name="rapport_aanvragen"),
    path("rapport/<uuid:rapport_id>/", rapport.RapportInzien.as_view(), name="rapport_inzien"),
    path(
        "rapport/<uuid:rapport_id>/pdf/",
        rapport.RapportDownloaden.as_view(),
        name="rapport_downloaden",
    ),
    path("toezicht/", toezicht.ToezichtDossiers.as_view(), name="toezicht_dossiers"),
    path(f"toezicht/{DOSSIER}", toezicht.ToezichtDossier.as_view(), name="toezicht_dossier"),
    path(
        f"toezicht/{DOSSIER}logboek/",
        toezicht.ToezichtLogboek.as_view(),
        name="toezicht_logboek",
    ),
    path(f"{DOSSIER}vrijgaven/", vrijgave.Vrijgaven.as_view(), name="vrijgaven"),
    path(f"{DOSSIER}vrijgeven/", vrijgave.TekstVrijgeven.as_view(), name="tekst_vrijgeven"),
    path(
        f"{DOSSIER}vrijgeven/<uuid:informatie_id>/",
        vrijgave.TekstVrijgeven.as_view(),
        name="tekst_vrijgeven",
    ),
    path(
        "vrijgave/<uuid:vrijgave_id>/intrekken/",
        vrijgave.VrijgaveIntrekken.as_view(),
        name="vrijgave_intrekken",
    ),
]
