"""What looking back hangs on the pages of earlier rooms, and what starts after a deed."""

import logging
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from kombu.exceptions import OperationalError

from casusregie.ui.blokken import NavItem, Paneel, Tab, Telling, TijdlijnRegel
from casusregie.ui.panelen import registreer
from convenant.enums import Rol
from convenant.handeling import handeling_verricht, mogelijkheid
from convenant.models import Bronstuk, Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Mogelijkheid, Toegang
from monitoring.models import Incident
from monitoring.rules.lezen import MONITORINGROLLEN
from monitoring.rules.metingen import IN_AANPAK
from monitoring.selectors import metingen as selectors
from monitoring.selectors.incidenten import (
    bekende_incidenten,
    gewijzigde_incidenten,
    incident_url,
    incidenten,
)
from monitoring.selectors.rapporten import rapporten_gereed
from monitoring.selectors.strook import strook
from monitoring.services.incidenten import incident_vastleggen
from monitoring.services.metingen import meting_vastleggen
from monitoring.services.rapport import rapport_aanvragen
from monitoring.services.vrijgave import tekst_vrijgeven
from monitoring.tasks import rapport_maken, rapporten_opruimen

logger = logging.getLogger(__name__)

NEEMT_TERUG = frozenset(
    {
        "informatie_intrekken",
        "informatie_wissen",
        "incident_intrekken",
        "embargo_leggen",
        "toestemming_intrekken",
    }
)
"""The deeds by which a source or the betrokkene takes back what stood in a dossier."""


@receiver(handeling_verricht)
def start_rapport(naam: str, object_id: Any, **_: Any) -> None:
    """Let a worker make the report that was asked for; a broker that is away loses nothing."""
    if naam != rapport_aanvragen.__name__:
        return
    try:
        rapport_maken.delay(str(object_id))
    except OperationalError:
        logger.exception("rapport_maken could not be queued")


@receiver(handeling_verricht)
def ruim_rapporten_op(naam: str, dossier_id: Any, **_: Any) -> None:
    """Let a worker destroy the reports that hold what was taken back; the night does the rest."""
    if naam not in NEEMT_TERUG or dossier_id is None:
        return
    try:
        rapporten_opruimen.delay(str(dossier_id))
    except OperationalError:
        logger.exception("rapporten_opruimen could not be queued")


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]] | None:
    """Reports for the leidinggevende, the desk for the Commissie."""
    if toegang.rol == Rol.LEIDINGGEVENDE:
        return [("Terugkijken", NavItem("Rapporten", reverse("monitoring:rapporten"), "file-text"))]
    if toegang.rol == Rol.LID_COMMISSIE:
        return [
            (
                "Toezicht",
                NavItem("Dossiers zonder namen", reverse("monitoring:toezicht_dossiers"), "scale"),
            )
        ]
    return None


def werk_begin(toegang: Toegang) -> Paneel | None:
    """Where the Commissie reads."""
    if toegang.rol != Rol.LID_COMMISSIE:
        return None
    return Paneel(
        "convenant/werk_begin.html",
        {
            "kop": "Dossiers zonder namen",
            "tekst": "U leest data, termijnen, het logboek en de teksten die zijn vrijgegeven.",
            "url": reverse("monitoring:toezicht_dossiers"),
            "label": "Naar de dossiers",
        },
    )


def mijn_werk(toegang: Toegang) -> list[Telling] | None:
    """Reports that are ready for who asked for them."""
    if toegang.rol != Rol.LEIDINGGEVENDE:
        return None
    url = reverse("monitoring:rapporten") + "?status=klaar"
    return [Telling(rapporten_gereed(toegang), "rapporten klaar", url, een="rapport klaar")]


def dossier_tab(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The tab Monitoring, once there is an aanpak to look back on."""
    if not selectors.mag_monitoring_zien(toegang, dossier) or not _opent(toegang):
        return None
    return "monitoring", Tab(
        "Monitoring", reverse("monitoring:monitoring_inzien", args=[dossier.pk])
    )


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """The deeds of looking back, in the phases where they make sense."""
    knoppen = []
    if dossier.fase in IN_AANPAK:
        knoppen += [
            _knop(toegang, meting_vastleggen, dossier, "Meting doen", "chart-line"),
            _knop(toegang, incident_vastleggen, dossier, "Incident vastleggen", "triangle-alert"),
        ]
    vrijgeven = mogelijkheid(
        toegang,
        tekst_vrijgeven,
        dossier,
        label="Tekst vrijgeven voor de Commissie",
        url=reverse("monitoring:vrijgaven", args=[dossier.pk]),
    )
    rapport = mogelijkheid(
        toegang,
        rapport_aanvragen,
        None,
        label="Dossierrapport vragen",
        url=reverse("monitoring:rapport_aanvragen") + f"?soort=dossier&nummer={dossier.nummer}",
    )
    return [*knoppen, vrijgeven, rapport]


def dossier_overzicht(toegang: Toegang, dossier: Dossier) -> Paneel | None:
    """The life domains that changed at the last measurements, in words."""
    if not selectors.mag_monitoring_zien(toegang, dossier):
        return None
    beelden = selectors.metingen(toegang, dossier)
    if not beelden:
        return None
    return Paneel(
        "monitoring/overzicht.html",
        {
            "strook": strook(beelden),
            "url": reverse("monitoring:monitoring_inzien", args=[dossier.pk])
            if _opent(toegang)
            else "",
            "laatste": beelden[-1].meting,
        },
    )


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """Measurements, incidents and progress, as far as shared."""
    if not selectors.mag_monitoring_zien(toegang, dossier):
        return []
    return [
        *_metingregels(toegang, dossier),
        *_incidentregels(toegang, dossier),
        *_voortgangregels(toegang, dossier),
    ]


def tijdlijn_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the timeline shows of this room."""
    if not selectors.mag_monitoring_zien(toegang, dossier):
        return []
    return [
        selectors.metingen_in,
        selectors.domeinmetingen_in,
        incidenten,
        selectors.voortgang_in,
    ]


def _opent(toegang: Toegang) -> bool:
    """Whether the pages of this room are there; who reads along for another role has the lines."""
    return toegang.is_een(*MONITORINGROLLEN)


def _metingregels(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    return [
        TijdlijnRegel(
            moment=meting.gemeten_op,
            vastgelegd=meting.vastgelegd_op,
            soort="meting",
            kop="Leefdomeinen gemeten",
            tekst=meting.toelichting,
            bronregel=f"{meting.gedaan_door.medewerker.naam}, {met}",
            url=reverse("monitoring:meting_inzien", args=[dossier.pk, meting.pk])
            if _opent(toegang)
            else "",
            url_label="Bekijk de meting",
        )
        for meting in (beeld.meting for beeld in selectors.metingen(toegang, dossier))
        for met in ["samen met de betrokkene" if meting.met_betrokkene else "zonder de betrokkene"]
    ]


def _incidentregels(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    regels = []
    for incident, gedeeld in bekende_incidenten(toegang, dossier):
        if gedeeld:
            regels.append(
                TijdlijnRegel(
                    moment=incident.gebeurd_op,
                    vastgelegd=incident.vastgelegd_op,
                    soort="incident",
                    kop=incident.kop,
                    tekst=incident.tekst,
                    bronregel=f"Bron: {incident.bron.naam} · {incident.get_categorie_display()}",
                    toon="merk" if incident.ingetrokken_op else "laat",
                    url=incident_url(toegang, incident),
                    url_label="Bekijk het incident",
                )
            )
        else:
            regels.append(
                TijdlijnRegel(
                    moment=incident.gebeurd_op,
                    vastgelegd=incident.vastgelegd_op,
                    soort="incident",
                    tekst=f"Er is een incident vastgelegd door {incident.bron.naam}. "
                    "De inhoud is niet met u gedeeld.",
                    toon="verborgen",
                )
            )
    return regels


def stuk_url(toegang: Toegang, stuk: Bronstuk) -> str | None:
    """The page of an incident."""
    return incident_url(toegang, stuk) if isinstance(stuk, Incident) else None


def _voortgangregels(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    return [
        TijdlijnRegel(
            moment=rij.verteld_op,
            soort="voortgang",
            kop=f"{beeld.interventie.instrument.naam}: {rij.get_stand_display()}",
            tekst=rij.toelichting,
            bronregel=f"{rij.verteld_door.medewerker.naam}, {rij.verteld_door.organisatie.naam}",
        )
        for beeld in selectors.interventies(toegang, dossier)
        for rij in beeld.voortgang
    ]


def _knop(toegang: Toegang, deed: Any, dossier: Dossier, label: str, icoon: str) -> Mogelijkheid:
    url = reverse(f"monitoring:{deed.__name__}", args=[dossier.pk])
    return mogelijkheid(toegang, deed, dossier, label=label, url=url, icoon=icoon)


registreer("navigatie", 80, navigatie)
registreer("mijn_werk", 80, mijn_werk)
registreer("mijn_werk_paneel", 80, werk_begin)
registreer("dossier_tab", 50, dossier_tab)
registreer("dossier_doen", 60, dossier_doen)
registreer("dossier_overzicht", 40, dossier_overzicht)
registreer("tijdlijn", 50, tijdlijn)
registreer("dossier_tijdlijn_vooraf", 50, tijdlijn_vooraf)
registreer("bronwijziging", 50, gewijzigde_incidenten)
registreer("stuk_url", 50, stuk_url)
