"""What the case and its plan hang on the pages of earlier rooms."""

import uuid
from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from casusregie.enums import Informeerstatus, Planstatus, Risicogroep
from casusregie.models import (
    Casus,
    Informering,
    Partneradvies,
    Pauze,
    Plan,
    Veiligheidswaarschuwing,
)
from casusregie.rules.lezen import (
    KOFFERROLLEN,
    LIJSTROLLEN,
    PLANROLLEN,
    kop_van_lijst,
    leest_gewoon,
)
from casusregie.selectors.afschaling import (
    gehaald_in_woorden,
    herbeoordelingen,
    notas_in,
    partneradviezen,
    uitstroomvoorwaarden,
    voorwaarden_in,
)
from casusregie.selectors.casus import (
    ONDER_HERBEOORDELING,
    aantal_niet_gedeeld,
    aantal_per_stand,
    casus_in,
    casus_van,
    geldende_waarschuwingen,
    informeringen_in,
    laatste_informering,
    lopende,
    lopende_pauze,
    lopende_pauzes_in,
    pauzes_in,
    te_tellen,
    waarschuwingen_bij,
)
from casusregie.selectors.plan import interventies_in, plannen_in
from casusregie.ui import tijd
from casusregie.ui.blokken import Chip, Contact, Feit, NavItem, Paneel, Tab, Telling, Toon
from casusregie.ui.panelen import registreer
from convenant.enums import Fase, Relatie, Rol, Taaksoort
from convenant.models import Betrokkenheid, Dossier, Taak
from convenant.rules.betrokkenheid import kent_betrokkenen
from convenant.selectors.betrokkenen import betrokken_nu_in
from convenant.selectors.eenmaal import Lijst
from convenant.selectors.tellen import begrensd
from convenant.selectors.verzegeling import niet_ingewijd
from convenant.toegang import Toegang

from .casusknoppen import dossier_beheer, dossier_doen, te_wegen
from .casustijdlijn import tijdlijn

TELLINGEN = {
    Rol.CASUSREGISSEUR: ("te_laat", "straks", "informeren", "pauze_loopt_af", "zonder_plan"),
    Rol.PROCESREGISSEUR: ("te_laat", "straks", "plan_voorgelegd", "pauze_loopt_af"),
    Rol.LEIDINGGEVENDE: ("te_laat", "informeren", "pauze"),
}
OPSCHRIFT: dict[str, tuple[str, Toon, str]] = {
    "te_laat": ("herbeoordelingen te laat", "laat", "herbeoordeling te laat"),
    "straks": ("herbeoordelingen binnen 14 dagen", "straks", "herbeoordeling binnen 14 dagen"),
    "informeren": ("betrokkenen nog te informeren", "straks", "betrokkene nog te informeren"),
    "pauze": ("casussen op pauze", "neutraal", "casus op pauze"),
    "pauze_loopt_af": ("pauzes lopen af", "straks", "pauze loopt af"),
    "plan_voorgelegd": ("plannen vast te stellen", "straks", "plan vast te stellen"),
    "zonder_plan": (
        "casussen zonder vastgesteld plan",
        "neutraal",
        "casus zonder vastgesteld plan",
    ),
}


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]]:
    """The cases with their number, and the koffer to look things up in."""
    items: list[tuple[str, NavItem]] = []
    if toegang.rol in LIJSTROLLEN:
        url = reverse("casusregie:casussen")
        lijst = NavItem(kop_van_lijst(toegang), url, "folder-open", lopende(toegang))
        items.append(("", lijst))
    if toegang.rol in KOFFERROLLEN:
        koffer = NavItem("Instrumentenkoffer", reverse("casusregie:koffer"), "briefcase")
        items.append(("Naslag", koffer))
    return items


def mijn_werk(toegang: Toegang) -> list[Telling] | None:
    """What waits in the cases, each number a link to exactly that list."""
    standen = TELLINGEN.get(toegang.rol)
    if standen is None:
        return None
    url = reverse("casusregie:casussen")
    eigen = toegang.is_een(Rol.CASUSREGISSEUR)
    geteld = aantal_per_stand(toegang, standen) if eigen else {}
    tellingen = []
    for stand in standen:
        label, toon, een = OPSCHRIFT[stand]
        aantal = begrensd(geteld[stand]) if eigen else te_tellen(toegang, stand)
        tellingen.append(Telling(aantal, label, f"{url}?stand={stand}", toon, een=een))
    return tellingen


def tab_plan(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """The plan, for who may read it, once there is a case."""
    return _tab(toegang, dossier, "plan", "Plan van aanpak")


def tab_afschaling(toegang: Toegang, dossier: Dossier) -> tuple[str, Tab] | None:
    """Leaving is as visible as entering."""
    return _tab(toegang, dossier, "afschaling", "Afschaling")


def dossier_chip(toegang: Toegang, dossier: Dossier) -> list[Chip]:
    """What is late, what stands still, and what the asker does not see."""
    chips = []
    casus = casus_van(toegang, dossier)
    if casus is not None and dossier.fase in ONDER_HERBEOORDELING:
        chips.append(_herbeoordelingchip(casus, toegang))
        pauze = lopende_pauze(toegang, dossier)
        if pauze is not None:
            chips.append(Chip(f"Pauze tot {tijd.dag_maand_jaar(pauze.tot)}", "straks"))
    verborgen = aantal_niet_gedeeld(toegang, dossier)
    if verborgen:
        wat = "1 onderdeel" if verborgen == 1 else f"{verborgen} onderdelen"
        chips.append(Chip(f"{wat} niet met u gedeeld", "verborgen", "lock"))
    return chips


def dossier_fase(toegang: Toegang, dossier: Dossier) -> dict[Fase, list[str]]:
    """Which plan holds, how far the conditions are, until when there is aftercare."""
    casus = casus_van(toegang, dossier)
    if casus is None:
        return {}
    regels: dict[Fase, list[str]] = {}
    plannen = plannen_in(toegang, dossier)
    plan = next((plan for plan in plannen if plan.status == Planstatus.VASTGESTELD), None)
    opened = tijd.dag_maand_jaar(casus.geopend_op)
    regels[Fase.UITVOERING] = [f"{opened} · plan versie {plan.nummer}" if plan else opened]
    voorwaarden = uitstroomvoorwaarden(toegang, dossier)
    if voorwaarden:
        regels[Fase.AFSCHALING] = [gehaald_in_woorden(voorwaarden)]
    if casus.afgeschaald_op:
        regels[Fase.NAZORG] = [f"sinds {tijd.dag_maand_jaar(casus.afgeschaald_op)}"]
    return regels


def dossier_waarschuwing(toegang: Toegang, dossier: Dossier) -> list[tuple[str, str, str]]:
    """The safety warnings that hold today."""
    return [_waarschuwing(rij) for rij in geldende_waarschuwingen(toegang, dossier)]


def taak_waarschuwing(
    toegang: Toegang, dossier_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, list[tuple[str, str, str]]]:
    """The same by dossier, for who has a task there, whatever his level (domein.md §5)."""
    per_dossier: dict[uuid.UUID, list[tuple[str, str, str]]] = {}
    for rij in waarschuwingen_bij(toegang, dossier_ids):
        per_dossier.setdefault(rij.dossier_id, []).append(_waarschuwing(rij))
    return per_dossier


def dossier_feit(toegang: Toegang, dossier: Dossier) -> list[Feit]:
    """Group, partners, ground, and whether the person knows."""
    casus = casus_van(toegang, dossier)
    if casus is None:
        return []
    feiten = [
        Feit("Risicogroep", casus.get_risicogroep_display()),
        *_partnerfeit(toegang, dossier),
        Feit(
            "Grondslag",
            "Besluit tot opname",
            toelichting=f"in de persoonsgerichte aanpak sinds {tijd.datum(casus.geopend_op)}",
        ),
    ]
    informering = laatste_informering(toegang, dossier)
    return [*feiten, _informeerfeit(informering)] if informering else feiten


def dossier_zij(toegang: Toegang, dossier: Dossier) -> Paneel | None:
    """Who to call beside the person: the regisseur, the deputy and, if known, the partners."""
    relaties: tuple[Relatie, ...] = (Relatie.REGISSEUR, Relatie.WAARNEMER)
    if kent_betrokkenen(toegang, dossier):
        relaties += (Relatie.PARTNER,)
    contacten = [_contact(rij) for rij in _met_relatie(toegang, dossier, *relaties)]
    if not contacten:
        return None
    return Paneel("casusregie/casus_contact.html", {"contacten": contacten})


def familieregime(toegang: Toegang, dossier: Dossier) -> bool:
    """Risk group 5 is nobody's suspect: the assessment asks nothing about ideology."""
    casus = casus_van(toegang, dossier)
    return casus is not None and casus.risicogroep == Risicogroep.FAMILIE


def kader_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the frame of a dossier shows of the case."""
    altijd: list[Lijst[Any]] = [casus_in, plannen_in, voorwaarden_in, geldende_waarschuwingen]
    pauze = inhoud and dossier.fase in ONDER_HERBEOORDELING
    return [*altijd, lopende_pauzes_in] if pauze else altijd


def tijdlijn_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the timeline shows of the case."""
    if not leest_gewoon(toegang, dossier):
        return []
    return [
        interventies_in,
        herbeoordelingen,
        pauzes_in,
        informeringen_in,
        notas_in,
        partneradviezen,
    ]


def overzicht_vooraf(toegang: Toegang, dossier: Dossier, inhoud: bool) -> list[Lijst[Any]]:
    """What the facts of a case show, and what its rules look at."""
    regels = te_wegen(toegang, dossier)
    return [informeringen_in, *regels] if inhoud or regels else []


def taak_url(taak: Taak) -> str | None:
    """Where a task of the case is done."""
    soort = taak.object_soort
    if soort == Informering._meta.label_lower:
        return reverse("casusregie:betrokkene_informeren", args=[taak.object_id])
    if soort == Pauze._meta.label_lower:
        return reverse("casusregie:pauze_opheffen", args=[taak.object_id])
    if soort == Partneradvies._meta.label_lower:
        return reverse("casusregie:partneradvies_geven", args=[taak.object_id])
    if taak.soort == Taaksoort.HERBEOORDELING and taak.dossier_id:
        return reverse("casusregie:herbeoordeling_vastleggen", args=[taak.dossier_id])
    plan = soort == Plan._meta.label_lower or taak.soort == Taaksoort.PLAN
    if plan and taak.dossier_id:
        return reverse("casusregie:plan_inzien", args=[taak.dossier_id])
    return None


def _tab(toegang: Toegang, dossier: Dossier, naam: str, label: str) -> tuple[str, Tab] | None:
    if toegang.rol not in PLANROLLEN or not leest_gewoon(toegang, dossier):
        return None
    if casus_van(toegang, dossier) is None:
        return None
    return naam, Tab(label, reverse(f"casusregie:{naam}_inzien", args=[dossier.pk]))


def _waarschuwing(rij: Veiligheidswaarschuwing) -> tuple[str, str, str]:
    return rij.tekst, rij.bron.naam, tijd.datum(rij.tot)


def _herbeoordelingchip(casus: Casus, toegang: Toegang) -> Chip:
    dag, vandaag = casus.herbeoordeling_op, toegang.vandaag
    toon: Any = tijd.termijn_toon(dag, vandaag)
    return Chip(f"Herbeoordeling {tijd.termijn(dag, vandaag)}", toon)


def _partnerfeit(toegang: Toegang, dossier: Dossier) -> list[Feit]:
    if not kent_betrokkenen(toegang, dossier):
        return []
    rijen = _met_relatie(toegang, dossier, Relatie.PARTNER)
    namen = {rij.hoedanigheid.organisatie.naam for rij in rijen}
    return [Feit("Partners", ", ".join(sorted(namen)) or "nog geen")]


def _informeerfeit(informering: Informering) -> Feit:
    woorden = {
        Informeerstatus.GEDAAN: f"sinds {tijd.datum(informering.geinformeerd_op)}",
        Informeerstatus.UITGESTELD: f"uitgesteld tot {tijd.datum(informering.uitgesteld_tot)}",
        Informeerstatus.OPEN: "nog niet",
    }
    return Feit("Op de hoogte", woorden[Informeerstatus(informering.status)])


def _met_relatie(toegang: Toegang, dossier: Dossier, *relaties: Relatie) -> list[Betrokkenheid]:
    """In the order in which the relations are asked: the regisseur before the deputy."""
    rijen = [
        r
        for r in betrokken_nu_in(toegang, dossier)
        if r.permission.codename in relaties
        and not niet_ingewijd(toegang, dossier, r.hoedanigheid_id)
    ]
    return sorted(rijen, key=lambda rij: relaties.index(Relatie(rij.permission.codename)))


def _contact(rij: Betrokkenheid) -> Contact:
    wie = rij.hoedanigheid
    return Contact(
        naam=wie.medewerker.naam,
        rol=Relatie(rij.permission.codename).label,
        organisatie=wie.organisatie.naam,
        telefoon=wie.medewerker.telefoon,
        email=wie.medewerker.email,
    )


registreer("navigatie", 30, navigatie)
registreer("mijn_werk", 50, mijn_werk)
registreer("dossier_tab", 45, tab_plan)
registreer("dossier_tab", 60, tab_afschaling)
registreer("dossier_chip", 20, dossier_chip)
registreer("dossier_fase", 50, dossier_fase)
registreer("dossier_waarschuwing", 10, dossier_waarschuwing)
registreer("dossier_feit", 20, dossier_feit)
registreer("dossier_zij", 50, dossier_zij)
registreer("dossier_zij", 60, dossier_beheer)
registreer("dossier_doen", 30, dossier_doen)
registreer("tijdlijn", 45, tijdlijn)
registreer("familieregime", 10, familieregime)
registreer("taak_url", 50, taak_url)
registreer("dossier_kader_vooraf", 50, kader_vooraf)
registreer("dossier_tijdlijn_vooraf", 45, tijdlijn_vooraf)
registreer("dossier_overzicht_vooraf", 50, overzicht_vooraf)
registreer("taak_waarschuwing", 10, taak_waarschuwing)
