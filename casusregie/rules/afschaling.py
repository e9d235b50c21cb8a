"""Leaving the aanpak: proposing, advising, closing, and opening again."""

import uuid
from datetime import date
from typing import Any

from django.db.models import QuerySet, Subquery

from beoordeling.enums import Beoordelingstatus
from beoordeling.models import Beoordeling
from casusregie.enums import Interventiestatus, Notasoort, Notastatus, Reviewconclusie
from casusregie.models import (
    Besluitnota,
    Casus,
    Herbeoordeling,
    Interventie,
    Partneradvies,
    Uitstroomvoorwaarde,
)
from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier, Taak
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang

from .besluit import nota_in_de_maak
from .casus import eis_fase, eis_regie
from .termijnen import maanden_later, termijn


@regel(Rol.CASUSREGISSEUR)
def afschaling_voorstellen(toegang: Toegang, casus: Casus) -> None:
    """On a fresh assessment, with the exit conditions reached or a review that says why not."""
    eis_regie(toegang, casus.dossier_id)
    eis_fase(casus.dossier, Fase.UITVOERING)
    if verse_beoordeling(toegang, casus.dossier) is None:
        maanden = termijn("afschaling_beoordeling_maanden")
        raise Geweigerd(
            f"Eerst is een beoordeling nodig die in de laatste {maanden} maanden is vastgesteld."
        )
    _eis_voorwaarden_gehaald(toegang, casus.dossier)
    if nota_in_de_maak(toegang, casus.dossier):
        raise Geweigerd("Er is al een besluitnota in de maak.")


@regel(Rol.PARTNER, Rol.LID_WEEGPLOEG)
def partneradvies_geven(toegang: Toegang, advies: Partneradvies) -> None:
    """An organisation that was asked gives its advice once, before the besluit."""
    if advies.organisatie_id != toegang.organisatie_id:
        raise Geweigerd("Dit advies is aan een andere organisatie gevraagd.")
    if advies.dossier_id not in toegang.betrokken:
        raise Geweigerd("Alleen wie bij deze casus betrokken is, geeft het advies.")
    if advies.gegeven_op is not None:
        raise Geweigerd("Uw organisatie heeft al advies gegeven.")
    if advies.nota.status == Notastatus.BESLOTEN:
        raise Geweigerd("Er is al een besluit genomen.")


@regel(Rol.CASUSREGISSEUR)
def uitstroomvoorwaarde_afvinken(toegang: Toegang, voorwaarde: Uitstroomvoorwaarde) -> None:
    """The regisseur records that an exit condition is reached."""
    eis_regie(toegang, voorwaarde.dossier_id)
    eis_fase(voorwaarde.dossier)
    if voorwaarde.gehaald_op is not None:
        raise Geweigerd("Deze voorwaarde is al gehaald.")


@regel(Rol.PROCESREGISSEUR)
def casus_sluiten(toegang: Toegang, casus: Casus) -> None:
    """After aftercare, with nothing left open."""
    eis_fase(casus.dossier, Fase.NAZORG)
    open_ = len(open_taken(toegang, casus.dossier))
    if open_:
        wat = "is nog 1 taak" if open_ == 1 else f"zijn nog {open_} taken"
        raise Geweigerd(f"Er {wat} open. Rond eerst alle taken af.")
    if lopende_interventies(toegang, casus.dossier):
        raise Geweigerd("Er loopt nog een interventie. Beëindig die eerst.")


@regel(Rol.PROCESREGISSEUR)
def casus_heropenen(toegang: Toegang, casus: Casus) -> None:
    """From aftercare or after closing, with a reason."""
    eis_fase(casus.dossier, Fase.NAZORG, Fase.GESLOTEN)


@Lijst[Beoordeling]
def verse_beoordelingen(toegang: Toegang, dossier: Dossier) -> QuerySet[Beoordeling]:
    """The newest established assessment that is young enough: one or none."""
    sinds = maanden_later(toegang.vandaag, -termijn("afschaling_beoordeling_maanden"))
    return (
        Beoordeling.objects.buiten_toegang("afschaling rust op een verse beoordeling")
        .filter(
            dossier=dossier,
            status=Beoordelingstatus.VASTGESTELD,
            vastgesteld_op__date__gte=sinds,
        )
        .order_by("-vastgesteld_op")[:1]
    )


def verse_beoordeling(toegang: Toegang, dossier: Dossier) -> Beoordeling | None:
    """The newest established assessment that is young enough to rest scaling down on."""
    return next(iter(verse_beoordelingen(toegang, dossier)), None)


@Lijst[date | None]
def gehaalde_voorwaarden(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """When each exit condition of the instroom that holds was reached."""
    instroom = (
        Besluitnota.objects.buiten_toegang("de voorwaarden van de geldende instroom tellen")
        .filter(dossier=dossier, soort=Notasoort.INSTROOM, status=Notastatus.BESLOTEN)
        .order_by("-opgesteld_op")
    )
    return (
        Uitstroomvoorwaarde.objects.buiten_toegang("de regel telt wat is gehaald")
        .filter(dossier=dossier, nota_id=Subquery(instroom.values("pk")[:1]))
        .order_by("volgorde")
        .values_list("gehaald_op", flat=True)
    )


@Lijst[str]
def laatste_conclusie(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The conclusion of the last review: one or none."""
    return (
        Herbeoordeling.objects.buiten_toegang("de laatste conclusie telt")
        .filter(dossier=dossier)
        .order_by("-gedaan_op", "-pk")
        .values_list("conclusie", flat=True)[:1]
    )


@Lijst[uuid.UUID]
def open_taken(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The tasks of anyone in the dossier that are still to be done."""
    return (
        Taak.objects.buiten_toegang("sluiten kan pas als ieders werk klaar is")
        .filter(dossier=dossier, gereed_op__isnull=True)
        .order_by()
        .values_list("pk", flat=True)
    )


@Lijst[uuid.UUID]
def lopende_interventies(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The interventions that still run."""
    return (
        Interventie.objects.buiten_toegang("sluiten kan pas als niets meer loopt")
        .filter(dossier=dossier, status=Interventiestatus.INGEZET)
        .order_by()
        .values_list("pk", flat=True)
    )


VOOR_AFSCHALING = (verse_beoordelingen, gehaalde_voorwaarden, laatste_conclusie, nota_in_de_maak)
"""What the rule of proposing looks at."""
VOOR_SLUITEN = (open_taken, lopende_interventies)
"""What the rule of closing looks at."""


def _eis_voorwaarden_gehaald(toegang: Toegang, dossier: Dossier) -> None:
    rijen = gehaalde_voorwaarden(toegang, dossier)
    open_ = sum(op is None for op in rijen)
    if open_ and Reviewconclusie.AFSCHALEN not in laatste_conclusie(toegang, dossier):
        raise Geweigerd(
            f"{open_} van de {len(rijen)} uitstroomvoorwaarden zijn niet gehaald. "
            "Wilt u toch afschalen, leg dan eerst in een herbeoordeling vast waarom."
        )
