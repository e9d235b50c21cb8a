from django.urls import path

from convenant.views.dossier import DossierInzien, TijdlijnInzien
from convenant.views.dossierlijst import Dossiers
from convenant.views.hoedanigheid import HoedanigheidKiezen
from convenant.views.taken import TaakInzien
from convenant.views.waarom import Waarom
from convenant.views.werk import MijnWerk

app_name = "convenant"
urlpatterns = [
    path("werk/", MijnWerk.as_view(), name="mijn_werk"),
    path("rol/", HoedanigheidKiezen.as_view(), name="hoedanigheid_kiezen"),
    path("taak/<uuid:taak_id>/", TaakInzien.as_view(), name="taak_inzien"),
    path("dossiers/", Dossiers.as_view(), name="dossiers"),
    path("dossier/<uuid:dossier_id>/", DossierInzien.as_view(), name="dossier_inzien"),
    path("dossier/<uuid:dossier_id>/tijdlijn/", TijdlijnInzien.as_view(), name="tijdlijn_inzien"),
    path("dossier/<uuid:dossier_id>/waarom/", Waarom.as_view(), name="waarom"),
]
