"""Who may do what in a running case."""

import uuid
from typing import Any

from django.db.models import QuerySet

from casusregie.enums import Informeerstatus
from casusregie.models import Casus, Informering, Pauze, Veiligheidswaarschuwing
from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

IN_AANPAK = (Fase.UITVOERING, Fase.AFSCHALING, Fase.NAZORG)


def eis_regie(toegang: Toegang, dossier_id: uuid.UUID) -> None:
    """A casusregisseur acts only in the cases that he leads or deputises."""
    if toegang.rol == Rol.CASUSREGISSEUR and dossier_id not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van deze casus kan dit.")


def eis_fase(dossier: Dossier, *fasen: Fase) -> None:
    """The dossier is in one of these phases; without any: anywhere in the aanpak."""
    if dossier.fase not in (fasen or IN_AANPAK):
        fase = dossier.get_fase_display().lower()
        raise Geweigerd(f"Dit kan niet in de fase {fase}.")


@regel(Rol.CASUSREGISSEUR)
def betrokkene_informeren(toegang: Toegang, informering: Informering) -> None:
    """The regisseur tells the person, once."""
    eis_regie(toegang, informering.dossier_id)
    _nog_te_informeren(informering)


@regel(Rol.CASUSREGISSEUR)
def informeren_uitstellen(toegang: Toegang, informering: Informering) -> None:
    """Every postponement, also a next one, is signed for anew by the regisseur."""
    eis_regie(toegang, informering.dossier_id)
    _nog_te_informeren(informering)


@regel(Rol.CASUSREGISSEUR, Rol.PARTNER, Rol.PROCESREGISSEUR)
def waarschuwing_plaatsen(toegang: Toegang, dossier: Dossier) -> None:
    """Whoever works in the case may warn the others, while it runs."""
    eis_regie(toegang, dossier.pk)
    if toegang.rol == Rol.PARTNER and dossier.pk not in toegang.betrokken:
        raise Geweigerd("Alleen wie bij deze casus betrokken is, kan een waarschuwing plaatsen.")
    eis_fase(dossier, Fase.WEGING, Fase.BESLUIT, *IN_AANPAK)


@regel(Rol.CASUSREGISSEUR, Rol.PARTNER, Rol.PROCESREGISSEUR)
def waarschuwing_intrekken(toegang: Toegang, waarschuwing: Veiligheidswaarschuwing) -> None:
    """The regisseur, the procesregisseur or whoever gave the warning takes it back."""
    if waarschuwing.ingetrokken_op is not None:
        raise Geweigerd("Deze waarschuwing is al ingetrokken.")
    if waarschuwing.tot < toegang.vandaag:
        raise Geweigerd("Deze waarschuwing is al verlopen.")
    eigen = waarschuwing.gemaakt_door_id == toegang.hoedanigheid_id
    if toegang.rol == Rol.PARTNER and not eigen:
        raise Geweigerd("Alleen wie de waarschuwing gaf, of de regisseur, kan haar intrekken.")
    eis_regie(toegang, waarschuwing.dossier_id)


@regel(Rol.CASUSREGISSEUR, Rol.PROCESREGISSEUR)
def casus_pauzeren(toegang: Toegang, casus: Casus) -> None:
    """A case in uitvoering stands still for a reason, once at a time."""
    eis_regie(toegang, casus.dossier_id)
    eis_fase(casus.dossier, Fase.UITVOERING)
    if lopende_pauzes_nu(toegang, casus.dossier):
        raise Geweigerd("Deze casus staat al op pauze.")


@regel(Rol.CASUSREGISSEUR, Rol.PROCESREGISSEUR)
def pauze_opheffen(toegang: Toegang, pauze: Pauze) -> None:
    """A pause is lifted once."""
    eis_regie(toegang, pauze.dossier_id)
    if pauze.opgeheven_op is not None:
        raise Geweigerd("Deze pauze is al opgeheven.")


@regel(Rol.PROCESREGISSEUR)
def regisseur_wijzigen(toegang: Toegang, casus: Casus) -> None:
    """The procesregisseur decides who leads a case."""
    eis_fase(casus.dossier)


@regel(Rol.CASUSREGISSEUR, Rol.PROCESREGISSEUR)
def risicogroep_wijzigen(toegang: Toegang, casus: Casus) -> None:
    """Another risk group asks for a reason while the case runs."""
    eis_regie(toegang, casus.dossier_id)
    eis_fase(casus.dossier)


@regel(Rol.CASUSREGISSEUR)
def herbeoordeling_vastleggen(toegang: Toegang, casus: Casus) -> None:
    """The regisseur records why the case goes on, changes or ends."""
    eis_regie(toegang, casus.dossier_id)
    eis_fase(casus.dossier)


def _nog_te_informeren(informering: Informering) -> None:
    if informering.status == Informeerstatus.GEDAAN:
        raise Geweigerd("De betrokkene is al geïnformeerd.")


@Lijst[uuid.UUID]
def lopende_pauzes_nu(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The pause that a case is in: one key or none."""
    return (
        Pauze.objects.buiten_toegang("of er een pauze loopt beslist de regel")
        .filter(dossier=dossier, opgeheven_op__isnull=True)
        .order_by()
        .values_list("pk", flat=True)[:1]
    )
