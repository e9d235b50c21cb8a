"""The deeds of a running case as buttons on the overview of its dossier."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from casusregie.enums import Informeerstatus
from casusregie.models import Casus
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
from convenant.enums import Fase
from convenant.handeling import mogelijkheid
from convenant.models import Dossier
from convenant.toegang import Mogelijkheid, Toegang

type Knop = tuple[Any, Any, Any, str]
"""A deed, what it is about, the argument of its URL, and its label."""


def dossier_doen(toegang: Toegang, dossier: Dossier) -> list[Mogelijkheid]:
    """The deeds that fit the phase of the case and the role of the asker."""
    casus = casus_van(toegang, dossier)
    if casus is None:
        return []
    return [
        mogelijkheid(
            toegang,
            deed,
            onderwerp,
            label=label,
            url=reverse(f"casusregie:{deed.__name__}", args=[argument]),
        )
        for deed, onderwerp, argument, label in _knoppen(toegang, casus)
        if toegang.rol in deed.regel.rollen
    ]


def _knoppen(toegang: Toegang, casus: Casus) -> Iterator[Knop]:
    dossier, fase = casus.dossier, Fase(casus.dossier.fase)
    if fase in LOPEND:
        yield from _informeren(toegang, casus)
        yield herbeoordeling_vastleggen, casus, dossier.pk, "Herbeoordeling vastleggen"
        yield waarschuwing_plaatsen, dossier, dossier.pk, "Waarschuwing plaatsen"
        for rij in geldende_waarschuwingen(toegang, dossier.pk):
            yield waarschuwing_intrekken, rij, rij.pk, "Waarschuwing intrekken"
        yield risicogroep_wijzigen, casus, dossier.pk, "Risicogroep wijzigen"
        yield regisseur_wijzigen, casus, dossier.pk, "Regisseur wijzigen"
    if fase == Fase.UITVOERING:
        yield from _pauze(toegang, casus)
        yield afschaling_voorstellen, casus, dossier.pk, "Afschaling voorstellen"
    if fase == Fase.NAZORG:
        yield casus_sluiten, casus, dossier.pk, "Casus sluiten"
    if fase in (Fase.NAZORG, Fase.GESLOTEN):
        yield casus_heropenen, casus, dossier.pk, "Casus heropenen"


def _informeren(toegang: Toegang, casus: Casus) -> Iterator[Knop]:
    informering = laatste_informering(toegang, casus.dossier_id)
    if informering is not None and informering.status != Informeerstatus.GEDAAN:
        yield betrokkene_informeren, informering, informering.pk, "Betrokkene informeren"
        yield informeren_uitstellen, informering, informering.pk, "Informeren uitstellen"


def _pauze(toegang: Toegang, casus: Casus) -> Iterator[Knop]:
    pauze = lopende_pauze(toegang, casus.dossier_id)
    if pauze is None:
        yield casus_pauzeren, casus, casus.dossier_id, "Op pauze zetten"
    else:
        yield pauze_opheffen, pauze, pauze.pk, "Pauze opheffen"
