"""Who may make an assessment, and who — always somebody else — may establish it."""

import uuid
from typing import Any

from django.db.models import QuerySet

from beoordeling.enums import Beoordelingstatus
from beoordeling.models import Beoordeling
from beoordeling.rules.volledigheid import stand
from casusregie.ui.panelen import panelen
from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon

MAKERS = (Rol.CASUSREGISSEUR, Rol.PROCESREGISSEUR)
SCHRIJFHANDELINGEN = ("beoordeling_starten", "beoordeling_bewaren", "beoordeling_voorleggen")


@regel(*MAKERS)
def beoordeling_starten(toegang: Toegang, dossier: Dossier) -> None:
    """One assessment at a time, by who leads the dossier, while it is open."""
    _leidt(toegang, dossier.pk)
    if dossier.fase in (Fase.MELDING, Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("In deze fase wordt er geen beoordeling gemaakt.")
    if in_de_maak(toegang, dossier):
        raise Geweigerd("Er is al een beoordeling in de maak in dit dossier.")


@regel(*MAKERS)
def beoordeling_bewaren(toegang: Toegang, beoordeling: Beoordeling) -> None:
    """A draft is written by who leads the dossier, until it is submitted."""
    _leidt(toegang, beoordeling.dossier_id)
    _is_concept(beoordeling)


@regel(*MAKERS)
def beoordeling_voorleggen(toegang: Toegang, beoordeling: Beoordeling) -> None:
    """Only a complete draft goes to the second person."""
    _leidt(toegang, beoordeling.dossier_id)
    _is_concept(beoordeling)
    open_delen = [d for d in stand(beoordeling) if not d.klaar]
    if open_delen:
        lijst = "; ".join(f"{d.deel.naam} ({d.in_woorden})" for d in open_delen)
        raise Geweigerd(f"Nog niet af: {lijst}.")


@regel(*MAKERS)
def beoordeling_vaststellen(toegang: Toegang, beoordeling: Beoordeling) -> None:
    """A second person establishes: never who wrote on it."""
    _tweede_persoon(toegang, beoordeling)


@regel(*MAKERS)
def beoordeling_terugsturen(toegang: Toegang, beoordeling: Beoordeling) -> None:
    """The second person may ask for more instead."""
    _tweede_persoon(toegang, beoordeling)


@Lijst[uuid.UUID]
def in_de_maak(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The assessment of this dossier that is not established yet: one key or none."""
    return (
        Beoordeling.objects.buiten_toegang("er is er één tegelijk in de maak")
        .filter(dossier_id=dossier.pk)
        .exclude(status=Beoordelingstatus.VASTGESTELD)
        .order_by()
        .values_list("pk", flat=True)[:1]
    )


def laatst_vastgesteld(dossier_id: object) -> Beoordeling | None:
    """The newest established assessment: what an afschaling or a plan rests on."""
    return (
        Beoordeling.objects.buiten_toegang("of er een verse beoordeling is, beslist een regel")
        .filter(dossier_id=dossier_id, status=Beoordelingstatus.VASTGESTELD)
        .order_by("-vastgesteld_op", "-pk")
        .first()
    )


def familieregime(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether the part about ideology is left out by default: for relatives and for a minor."""
    if is_familie(toegang, dossier):
        return True
    hoofd = (
        Persoon.objects.buiten_toegang("het regime hangt af van de leeftijd")
        .filter(dossier=dossier, rol=Persoonsrol.HOOFD)
        .first()
    )
    return hoofd is not None and hoofd.minderjarig(toegang.vandaag)


def is_familie(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether the dossier is about a relative: nobody's suspect, so ideology is never asked.

    The room that knows the risk group says so (domein.md §2).
    """
    return any(panelen("familieregime", toegang=toegang, dossier=dossier))


def _leidt(toegang: Toegang, dossier_id: object) -> None:
    if toegang.rol == Rol.CASUSREGISSEUR and dossier_id not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van dit dossier maakt de beoordeling.")


def _is_concept(beoordeling: Beoordeling) -> None:
    if beoordeling.status == Beoordelingstatus.VASTGESTELD:
        raise Geweigerd("Deze beoordeling is vastgesteld en verandert niet meer.")
    if beoordeling.status == Beoordelingstatus.VOORGELEGD:
        raise Geweigerd("Deze beoordeling ligt bij een tweede persoon.")


def _tweede_persoon(toegang: Toegang, beoordeling: Beoordeling) -> None:
    if beoordeling.status != Beoordelingstatus.VOORGELEGD:
        raise Geweigerd("Deze beoordeling is niet voorgelegd.")
    if toegang.rol == Rol.CASUSREGISSEUR and beoordeling.dossier_id not in toegang.betrokken:
        raise Geweigerd("U bent niet bij dit dossier betrokken.")
    schreef_mee = (
        Beoordeling.history.voor(toegang)
        .filter(
            id=beoordeling.pk,
            history_user_id=toegang.medewerker_id,
            handeling__in=SCHRIJFHANDELINGEN,
        )
        .exists()
    )
    if schreef_mee or beoordeling.opgesteld_door.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("Iemand anders dan wie eraan schreef, stelt de beoordeling vast.")
