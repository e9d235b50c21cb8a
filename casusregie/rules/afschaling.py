"""Leaving the aanpak: proposing, advising, closing, and opening again."""

import uuid

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
from convenant.models import Taak
from convenant.toegang import Toegang

from .casus import eis_fase, eis_regie
from .termijnen import maanden_later, termijn


@regel(Rol.CASUSREGISSEUR)
def afschaling_voorstellen(toegang: Toegang, casus: Casus) -> None:
    """On a fresh assessment, with the exit conditions reached or a review that says why not."""
    eis_regie(toegang, casus.dossier_id)
    eis_fase(casus.dossier, Fase.UITVOERING)
    if verse_beoordeling(toegang, casus.dossier_id) is None:
        maanden = termijn("afschaling_beoordeling_maanden")
        raise Geweigerd(
            f"Eerst is een beoordeling nodig die in de laatste {maanden} maanden is vastgesteld."
        )
    _eis_voorwaarden_gehaald(casus.dossier_id)
    if _nota_in_de_maak(casus.dossier_id):
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
    open_taken = (
        Taak.objects.buiten_toegang("sluiten kan pas als ieders werk klaar is")
        .filter(dossier_id=casus.dossier_id, gereed_op__isnull=True)
        .count()
    )
    if open_taken:
        wat = "is nog 1 taak" if open_taken == 1 else f"zijn nog {open_taken} taken"
        raise Geweigerd(f"Er {wat} open. Rond eerst alle taken af.")
    if (
        Interventie.objects.buiten_toegang("sluiten kan pas als niets meer loopt")
        .filter(dossier_id=casus.dossier_id, status=Interventiestatus.INGEZET)
        .exists()
    ):
        raise Geweigerd("Er loopt nog een interventie. Beëindig die eerst.")


@regel(Rol.PROCESREGISSEUR)
def casus_heropenen(toegang: Toegang, casus: Casus) -> None:
    """From aftercare or after closing, with a reason."""
    eis_fase(casus.dossier, Fase.NAZORG, Fase.GESLOTEN)


def verse_beoordeling(toegang: Toegang, dossier_id: uuid.UUID) -> Beoordeling | None:
    """The newest established assessment that is young enough to rest scaling down on."""
    sinds = maanden_later(toegang.vandaag, -termijn("afschaling_beoordeling_maanden"))
    return (
        Beoordeling.objects.buiten_toegang("afschaling rust op een verse beoordeling")
        .filter(
            dossier_id=dossier_id,
            status=Beoordelingstatus.VASTGESTELD,
            vastgesteld_op__date__gte=sinds,
        )
        .order_by("-vastgesteld_op")
        .first()
    )


def _eis_voorwaarden_gehaald(dossier_id: uuid.UUID) -> None:
    rijen = list(
        Uitstroomvoorwaarde.objects.buiten_toegang("de regel telt wat is gehaald")
        .filter(
            dossier_id=dossier_id,
            nota__soort=Notasoort.INSTROOM,
            nota_id=_laatste_instroomnota(dossier_id),
        )
        .values_list("gehaald_op", flat=True)
    )
    open_ = sum(op is None for op in rijen)
    if open_ and not _herbeoordeling_zegt_afschalen(dossier_id):
        raise Geweigerd(
            f"{open_} van de {len(rijen)} uitstroomvoorwaarden zijn niet gehaald. "
            "Wilt u toch afschalen, leg dan eerst in een herbeoordeling vast waarom."
        )


def _laatste_instroomnota(dossier_id: uuid.UUID) -> uuid.UUID | None:
    return (
        Besluitnota.objects.buiten_toegang("de voorwaarden van de geldende instroom tellen")
        .filter(dossier_id=dossier_id, soort=Notasoort.INSTROOM, status=Notastatus.BESLOTEN)
        .order_by("-opgesteld_op")
        .values_list("pk", flat=True)
        .first()
    )


def _herbeoordeling_zegt_afschalen(dossier_id: uuid.UUID) -> bool:
    laatste = (
        Herbeoordeling.objects.buiten_toegang("de laatste conclusie telt")
        .filter(dossier_id=dossier_id)
        .order_by("-gedaan_op", "-pk")
        .values_list("conclusie", flat=True)
        .first()
    )
    return laatste == Reviewconclusie.AFSCHALEN


def _nota_in_de_maak(dossier_id: uuid.UUID) -> bool:
    return (
        Besluitnota.objects.buiten_toegang("er is maar één nota in de maak")
        .filter(dossier_id=dossier_id)
        .exclude(status=Notastatus.BESLOTEN)
        .exists()
    )
