"""The assessment on the pages of a dossier: what changed, tab, timeline, tasks."""

from typing import Any

from django.urls import reverse

from beoordeling.enums import Beoordelingstatus
from beoordeling.models import Beoordeling
from beoordeling.rules.beoordeling import MAKERS, in_de_maak
from beoordeling.selectors.beoordeling import beoordelingen_in
from beoordeling.selectors.verandering import antwoorden_in, strook_van, vergelijkbaar_in
from beoordeling.services.beoordeling import beoordeling_starten, beoordeling_vaststellen
from casusregie.ui.blokken import Paneel, Tab, TijdlijnRegel
from casusregie.ui.panelen import registreer
from convenant.enums import Fase, Rol, Taaksoort
from convenant.handeling import mogelijkheid
from convenant.models import Dossier, Taak
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Mogelijkheid, Toegang

LEZERS = frozenset(
    {
        *MAKERS,
        Rol.LID_WEEGPLOEG,
        Rol.PARTNER,
        Rol.BESTUURSADVISEUR,
        Rol.BESLISSER,
        Rol.LEIDINGGEVENDE,
    }
)
KORT = 6
"""Rows of the strip on the overview."""


def dossier_overzicht(toegang: Toegang, dossier: Dossier) -> Paneel | None:
    """*Wat veranderde er*: the strip of change, once there is an assessment to read."""
    if toegang.rol not in LEZERS:
        return None
    strook = strook_van(toegang, dossier, meest=KORT)
    if strook is None:
        return None
    context: dict[str, object] = {
        "strook": strook,
        "strook_url": reverse("beoordeling:beoordelingen", args=[dossier.pk]),
    }
    return Paneel("beoordeling/wat_veranderde.html", context)


def dossier_tab(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The tab, for who makes assessments here or may know of one."""
    if toegang.rol not in LEZERS:
        return None
    maakt = toegang.rol == Rol.PROCESREGISSEUR or dossier.pk in toegang.regie
    if dossier.fase == Fase.MELDING or not (maakt or beoordelingen_in(toegang, dossier)):
        return None
    url = reverse("beoordeling:beoordelingen", args=[dossier.pk])
    return "beoordeling", Tab("Beoordeling", url)


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """Begin an assessment, go on with the draft, or establish what is submitted."""
    onaf = [
        b for b in beoordelingen_in(toegang, dossier) if b.status != Beoordelingstatus.VASTGESTELD
    ]
    if not onaf:
        url = reverse("beoordeling:beoordeling_starten", args=[dossier.pk])
        knop = mogelijkheid(
            toegang,
            beoordeling_starten,
            dossier,
            label="Beoordeling starten",
            url=url,
            icoon="list-checks",
        )
        return [] if knop.reden else [knop]
    url = reverse("beoordeling:beoordeling_inzien", args=[onaf[0].pk])
    if onaf[0].status == Beoordelingstatus.VOORGELEGD:
        label = "Beoordeling vaststellen"
        return [mogelijkheid(toegang, beoordeling_vaststellen, onaf[0], label=label, url=url)]
    if toegang.rol not in MAKERS:
        return []
    return [Mogelijkheid("beoordeling_inzien", "Verder met de beoordeling", url)]


def tijdlijn(toegang: Toegang, dossier: Dossier) -> list[TijdlijnRegel]:
    """When an assessment was established, by whom."""
    if toegang.rol not in LEZERS:
        return []
    return [
        _regel(b)
        for b in beoordelingen_in(toegang, dossier)
        if b.status == Beoordelingstatus.VASTGESTELD
    ]


def kader_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the frame of a dossier shows of assessments."""
    return [beoordelingen_in] if toegang.rol in LEZERS else []


def overzicht_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the overview shows of assessments beside its timeline."""
    lijsten: list[Lijst[Any]] = [beoordelingen_in]
    if inhoud and toegang.rol in LEZERS:
        lijsten += [vergelijkbaar_in, antwoorden_in]
    if toegang.rol in MAKERS:
        lijsten.append(in_de_maak)
    return lijsten


def taak_url(taak: Taak) -> str | None:
    """Tasks about an assessment are done on its page; one that has still to begin, on the tab."""
    if taak.soort == Taaksoort.VASTSTELLEN and taak.object_soort == "convenant.dossier":
        return reverse("beoordeling:beoordelingen", args=[taak.object_id])
    if taak.object_soort != "beoordeling.beoordeling":
        return None
    return reverse("beoordeling:beoordeling_inzien", args=[taak.object_id])


def _regel(beoordeling: Beoordeling) -> TijdlijnRegel:
    maker = beoordeling.opgesteld_door.medewerker.naam
    tweede = beoordeling.vastgesteld_door
    door = f" Vastgesteld door {tweede.medewerker.naam}." if tweede else ""
    return TijdlijnRegel(
        beoordeling.vastgesteld_op or beoordeling.gestart_op,
        "beoordeling",
        f"Opgesteld door {maker}.{door}",
        kop=f"Beoordeling vastgesteld ({beoordeling.get_aanleiding_display()})",
        bronregel=beoordeling.kader.naam,
        toon="goed",
        url=reverse("beoordeling:beoordeling_inzien", args=[beoordeling.pk]),
        url_label="Bekijken",
    )


registreer("dossier_overzicht", 10, dossier_overzicht)
registreer("dossier_tab", 20, dossier_tab)
registreer("dossier_doen", 30, dossier_doen)
registreer("tijdlijn", 40, tijdlijn)
registreer("taak_url", 30, taak_url)
registreer("dossier_kader_vooraf", 30, kader_vooraf)
registreer("dossier_overzicht_vooraf", 30, overzicht_vooraf)
