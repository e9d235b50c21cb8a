from django.urls import path

from meldpunt.views.accounthouder import EigenMeldingen, MeldingInsturen
from meldpunt.views.adviesvragen import AdviesvraagBeantwoorden, Adviesvragen
from meldpunt.views.duiden import (
    DuidingBevestigen,
    DuidingTerugsturen,
    MeldingDuiden,
    TerugkoppelingGeven,
)
from meldpunt.views.koppelen import MeldingHerkoppelen, MeldingKoppelen
from meldpunt.views.meldingen import Meldingen, MeldingenVanDossier, MeldingInzien
from meldpunt.views.personen import NevenbetrokkeneToevoegen, PersoonWijzigen
from meldpunt.views.registreren import MeldingAanvullen, MeldingRegistreren
from meldpunt.views.zoeken import Zoeken

app_name = "meldpunt"
MELDING = "melding/<uuid:melding_id>/"
DUIDING = "duiding/<uuid:duiding_id>/"
DOSSIER = "dossier/<uuid:dossier_id>/"
urlpatterns = [
    path("meldingen/", Meldingen.as_view(), name="meldingen"),
    path("melding/registreren/", MeldingRegistreren.as_view(), name="melding_registreren"),
    path("melding/insturen/", MeldingInsturen.as_view(), name="melding_insturen"),
    path("melding/eigen/", EigenMeldingen.as_view(), name="eigen_meldingen"),
    path(MELDING, MeldingInzien.as_view(), name="melding_inzien"),
    path(f"{MELDING}aanvullen/", MeldingAanvullen.as_view(), name="melding_aanvullen"),
    path(f"{MELDING}koppelen/", MeldingKoppelen.as_view(), name="melding_koppelen"),
    path(f"{MELDING}herkoppelen/", MeldingHerkoppelen.as_view(), name="melding_herkoppelen"),
    path(f"{MELDING}duiden/", MeldingDuiden.as_view(), name="melding_duiden"),
    path(f"{MELDING}terugkoppeling/", TerugkoppelingGeven.as_view(), name="terugkoppeling_geven"),
    path(f"{DUIDING}bevestigen/", DuidingBevestigen.as_view(), name="duiding_bevestigen"),
    path(f"{DUIDING}terugsturen/", DuidingTerugsturen.as_view(), name="duiding_terugsturen"),
    path("adviesvragen/", Adviesvragen.as_view(), name="adviesvragen"),
    path(
        "adviesvraag/beantwoorden/",
        AdviesvraagBeantwoorden.as_view(),
        name="adviesvraag_beantwoorden",
    ),
    path("zoeken/", Zoeken.as_view(), name="zoeken"),
    path(f"{DOSSIER}meldingen/", MeldingenVanDossier.as_view(), name="meldingen_van_dossier"),
    path(
        f"{DOSSIER}nevenbetrokkene/",
        NevenbetrokkeneToevoegen.as_view(),
        name="nevenbetrokkene_toevoegen",
    ),
    path("persoon/<uuid:persoon_id>/wijzigen/", PersoonWijzigen.as_view(), name="persoon_wijzigen"),
]
