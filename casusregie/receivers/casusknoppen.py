"""The deeds of a running case as buttons on the overview of its dossier."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from casusregie.enums import Informeerstatus
from casusregie.models import Casus, Informering
from casusregie.rules.afschaling import VOOR_AFSCHALING, VOOR_SLUITEN
from casusregie.rules.casus import lopende_pauzes_nu
from casusregie.selectors.casus import (
    LOPEND,
    casus_van,
    geldende_waarschuwingen,
    laatste_informering,
    lopende_pauze,
)
from casusregie.services.afschaling import afschaling_voorstellen
from casusregie.services.casus import (
    herbeoordeling_vastleggen,
    regisseur_wijzigen,
    risicogroep_wijzigen,
)
from casusregie.services.informeren import betrokkene_informeren, informeren_uitstellen
from casusregie.services.pauze import casus_pauzeren, pauze_opheffen
from casusregie.services.sluiten import casus_heropenen, casus_sluiten
from casusregie.services.waarschuwing import waarschuwing_intrekken, waarschuwing_plaatsen
from casusregie.ui.blokken import Paneel
from casusregie.ui.tijd import dag_maand
from convenant.enums import Fase
from convenant.handeling import mogelijkheid
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Mogelijkheid, Toegang

type Knop = tuple[Any, Any, Any, str]
"""A deed, what it is about, the argument of its URL, and its label."""
ICONEN = {
    "betrokkene_informeren": "message-circle",
    "herbeoordeling_vastleggen": "refresh-cw",
    "waarschuwing_plaatsen": "shield-alert",
    "pauze_opheffen": "play",
    "afschaling_voorstellen": "trending-down",
    "casus_sluiten": "archive",
    "casus_heropenen": "archive-restore",
    "informeren_uitstellen": "clock",
    "casus_pauzeren": "pause",
    "waarschuwing_intrekken": "shield-off",
    "risicogroep_wijzigen": "pencil",
    "regisseur_wijzigen": "user-cog",
}


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """The deeds of every day that fit the phase of the case and the role of the asker."""
    casus = casus_van(toegang, dossier)
    return [] if casus is None else _mogelijkheden(toegang, _dagelijks(toegang, casus))


def te_wegen(toegang: Toegang, dossier: Dossier) -> list[Lijst[Any]]:
    """What the rules of these deeds look at, for who may do them in this phase."""
    per_fase: dict[str, list[tuple[Any, tuple[Lijst[Any], ...]]]] = {
        Fase.UITVOERING: [
            (casus_pauzeren, (lopende_pauzes_nu,)),
            (afschaling_voorstellen, VOOR_AFSCHALING),
        ],
        Fase.NAZORG: [(casus_sluiten, VOOR_SLUITEN)],
    }
    return [
        lijst
        for deed, lijsten in per_fase.get(dossier.fase, [])
        if toegang.rol in deed.regel.rollen
        for lijst in lijsten
    ]


def dossier_beheer(toegang: Toegang, dossier: Dossier) -> Paneel | None:
    """The deeds that are seldom needed, folded."""
    casus = casus_van(toegang, dossier)
    knoppen = [] if casus is None else _mogelijkheden(toegang, _zelden(toegang, casus))
    return Paneel("casusregie/casus_beheer.html", {"knoppen": knoppen}) if knoppen else None


def _mogelijkheden(toegang: Toegang, knoppen: Iterator[Knop]) -> list[Mogelijkheid]:
    return [
        mogelijkheid(
            toegang,
            deed,
            onderwerp,
            label=label,
            url=reverse(f"casusregie:{deed.__name__}", args=[argument]),
            icoon=ICONEN.get(deed.__name__, ""),
        )
        for deed, onderwerp, argument, label in knoppen
        if toegang.rol in deed.regel.rollen
    ]


def _dagelijks(toegang: Toegang, casus: Casus) -> Iterator[Knop]:
    dossier, fase = casus.dossier, Fase(casus.dossier.fase)
    if fase in LOPEND:
        informering = _te_informeren(toegang, casus)
        if informering is not None:
            yield betrokkene_informeren, informering, informering.pk, "Betrokkene informeren"
        yield herbeoordeling_vastleggen, casus, dossier.pk, "Herbeoordeling vastleggen"
        yield waarschuwing_plaatsen, dossier, dossier.pk, "Waarschuwing plaatsen"
    if fase == Fase.UITVOERING:
        pauze = lopende_pauze(toegang, dossier)
        if pauze is not None:
            yield pauze_opheffen, pauze, pauze.pk, "Pauze opheffen"
        yield afschaling_voorstellen, casus, dossier.pk, "Afschaling voorstellen"
    if fase == Fase.NAZORG:
        yield casus_sluiten, casus, dossier.pk, "Casus sluiten"
    if fase in (Fase.NAZORG, Fase.GESLOTEN):
        yield casus_heropenen, casus, dossier.pk, "Casus heropenen"


def _zelden(toegang: Toegang, casus: Casus) -> Iterator[Knop]:
    dossier = casus.dossier
    if dossier.fase not in LOPEND:
        return
    informering = _te_informeren(toegang, casus)
    if informering is not None:
        yield informeren_uitstellen, informering, informering.pk, "Informeren uitstellen"
    if dossier.fase == Fase.UITVOERING and lopende_pauze(toegang, dossier) is None:
        yield casus_pauzeren, casus, dossier.pk, "Op pauze zetten"
    for rij in geldende_waarschuwingen(toegang, dossier):
        yield (
            waarschuwing_intrekken,
            rij,
            rij.pk,
            f"Waarschuwing tot {dag_maand(rij.tot)} intrekken",
        )
    yield risicogroep_wijzigen, casus, dossier.pk, "Risicogroep wijzigen"
    yield regisseur_wijzigen, casus, dossier.pk, "Regisseur wijzigen"


def _te_informeren(toegang: Toegang, casus: Casus) -> Informering | None:
    informering = laatste_informering(toegang, casus.dossier)
    if informering is None or informering.status == Informeerstatus.GEDAAN:
        return None
    return informering
