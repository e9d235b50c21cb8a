"""The head of every page about a dossier: chips, phase bar, tabs and safety warnings."""

from dataclasses import replace
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Chip, Kruimel, Stap, Tab, Toon
from casusregie.ui.panelen import panelen
from convenant.enums import IN_AANPAK, PROCESBALK, Categorie, Fase, Niveau
from convenant.models import Dossier
from convenant.selectors.dossiers import fasedata
from convenant.selectors.verzegeling import ingewijden_nu_in
from convenant.toegang import Toegang, niveau_van

TOON_VAN_FASE: dict[Fase, Toon] = {
    Fase.UITVOERING: "goed",
    Fase.NAZORG: "goed",
    Fase.GESLOTEN: "neutraal",
    Fase.AFGEDAAN: "neutraal",
}


def fasechip(fase: Fase) -> Chip:
    """The phase in a word, in the same colour on every page."""
    return Chip(fase.label, TOON_VAN_FASE.get(fase, "merk"))


def kent_inhoud(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether anything in this dossier is open to this asker beyond number, phase and dates."""
    return any(
        niveau_van(
            toegang,
            categorie=categorie,
            fase=Fase(dossier.fase),
            dossier_id=dossier.pk,
            bron_id=toegang.organisatie_id,
            vastgelegd_op=toegang.moment,
        )
        == Niveau.INHOUD
        for categorie in Categorie
    )


def dossiernaam(dossier: Dossier) -> str:
    """What the heading calls it: a casus once there is an aanpak, a dossier before; never a name."""
    soort = "Casus" if dossier.fase in (*IN_AANPAK, Fase.GESLOTEN) else "Dossier"
    return f"{soort} {dossier.nummer}"


def dossierkader(toegang: Toegang, dossier: Dossier, tab: str) -> dict[str, Any]:
    """What ``convenant/dossier_basis.html`` draws around the content of a page."""
    return {
        "dossier": dossier,
        "kent_inhoud": kent_inhoud(toegang, dossier),
        "titel": dossiernaam(dossier),
        "kruimelpad": [
            Kruimel("Dossiers", reverse("convenant:dossiers")),
            Kruimel(dossier.nummer),
        ],
        "chips": _chips(toegang, dossier),
        "stappen": _stappen(toegang, dossier),
        "tabbladen": _tabs(toegang, dossier, tab),
        "waarschuwingen": _samen("dossier_waarschuwing", toegang, dossier),
        "ingewijden": len(ingewijden_nu_in(toegang, dossier)),
        "verzegeling_url": reverse("convenant:verzegeling_inzien", args=[dossier.pk]),
        "waarom_url": reverse("convenant:waarom", args=[dossier.pk]),
    }


def _samen(plek: str, toegang: Toegang, dossier: Dossier) -> list[Any]:
    return [deel for lijst in panelen(plek, toegang=toegang, dossier=dossier) for deel in lijst]


def _chips(toegang: Toegang, dossier: Dossier) -> list[Chip]:
    fase = Fase(dossier.fase)
    eigen = fasechip(fase)
    if not kent_inhoud(toegang, dossier):
        return [eigen, Chip("alleen procesgegevens", "verborgen", "lock")]
    return [eigen, *_samen("dossier_chip", toegang, dossier)]


def _stappen(toegang: Toegang, dossier: Dossier) -> list[Stap]:
    data = fasedata(toegang, dossier)
    regels: dict[Fase, list[str]] = {}
    for bron in panelen("dossier_fase", toegang=toegang, dossier=dossier):
        for fase, extra in bron.items():
            regels.setdefault(fase, []).extend(extra)
    stappen = []
    for fase in PROCESBALK:
        eigen = [tijd.dag_maand_jaar(data[fase])] if fase in data else []
        stappen.append(
            Stap(fase.label, _staat(fase, dossier, data), (regels.get(fase) or eigen)[:2])
        )
    return stappen


def _staat(fase: Fase, dossier: Dossier, data: dict[Fase, Any]) -> Any:
    if fase == dossier.fase:
        return "nu"
    if dossier.fase in PROCESBALK:
        eerder = PROCESBALK.index(fase) < PROCESBALK.index(Fase(dossier.fase))
        return "gedaan" if eerder else "straks"
    return "gedaan" if fase in data else "straks"


def _tabs(toegang: Toegang, dossier: Dossier, tab: str) -> list[Tab]:
    return [
        replace(blad, actief=naam == tab)
        for naam, blad in panelen("dossier_tab", toegang=toegang, dossier=dossier)
    ]
