"""Who may start, fill in, close and settle a round of weighing, and when."""

import uuid
from typing import Any

from django.db.models import QuerySet

from beoordeling.enums import NEGATIEF, ZWAAR_GENOEG, Advies, Wegingstatus
from beoordeling.models import Weging, Wegingsbijdrage
from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang
from meldpunt.models import Melding


@regel(Rol.PROCESREGISSEUR)
def weging_starten(toegang: Toegang, dossier: Dossier) -> None:
    """One round at a time, on a melding, in a dossier that is in the weging."""
    if dossier.fase != Fase.WEGING:
        raise Geweigerd("Dit dossier is niet in de fase weging.")
    if lopende_weging(toegang, dossier):
        raise Geweigerd("Er loopt al een weging in dit dossier.")
    if not meldingen_om_te_wegen(toegang, dossier):
        raise Geweigerd("Er is geen melding om te wegen.")


@regel(Rol.LID_WEEGPLOEG)
def wegingsbijdrage_bewaren(toegang: Toegang, bijdrage: Wegingsbijdrage) -> None:
    """A member writes for the own organisation, until it is handed in or the round is closed."""
    _mag_invullen(toegang, bijdrage)


@regel(Rol.LID_WEEGPLOEG)
def wegingsbijdrage_indienen(toegang: Toegang, bijdrage: Wegingsbijdrage) -> None:
    """As for keeping a draft; what was handed in stays as it is."""
    _mag_invullen(toegang, bijdrage)


@regel(Rol.PROCESREGISSEUR)
def weging_sluiten(toegang: Toegang, weging: Weging) -> None:
    """Only an open round is closed before everyone is in."""
    if weging.status != Wegingstatus.OPEN:
        raise Geweigerd("Deze weging is al gesloten.")


@regel(Rol.PROCESREGISSEUR)
def weging_vaststellen(toegang: Toegang, weging: Weging) -> None:
    """The outcome follows on the joint discussion: after the advices, once."""
    if weging.status == Wegingstatus.OPEN:
        raise Geweigerd(
            "Nog niet alle adviezen zijn binnen. Wacht, of sluit de weging met een reden."
        )
    if weging.status == Wegingstatus.VASTGESTELD:
        raise Geweigerd("De uitkomst van deze weging is al vastgesteld.")


def tegen_advies(weging: Weging, uitkomst: str) -> bool:
    """Whether ``uitkomst`` is an aanpak against the weegploeg: needs a motivation and a second person.

    So when any member advised *geen actie*, or when nobody advised anything as heavy.
    """
    if uitkomst != Advies.AANPAK:
        return False
    gegeven = set(
        Wegingsbijdrage.objects.buiten_toegang("het advies van ieder telt voor de regel")
        .filter(weging=weging, ingediend_op__isnull=False)
        .values_list("advies", flat=True)
    )
    return bool(gegeven & NEGATIEF) or not gegeven & ZWAAR_GENOEG


@Lijst[uuid.UUID]
def lopende_weging(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The round of this dossier that is not settled yet: one key or none."""
    lopend = _wegingen(dossier.pk).exclude(status=Wegingstatus.VASTGESTELD)
    return lopend.order_by().values_list("pk", flat=True)[:1]


@Lijst[uuid.UUID]
def meldingen_om_te_wegen(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """Whether there is a melding that a round can be about: one key or none."""
    return _meldingen(dossier).values_list("pk", flat=True)[:1]


def laatste_melding(dossier: Dossier) -> Melding | None:
    """The newest melding of the dossier: what a round of weighing is about."""
    return _meldingen(dossier).first()


def _meldingen(dossier: Dossier) -> QuerySet[Melding]:
    return (
        Melding.objects.buiten_toegang("een weging rust op de melding, wie die ook mag lezen")
        .filter(dossier=dossier)
        .order_by("-gemeld_op", "-pk")
    )


def laatste_ronde(dossier: Dossier) -> int:
    """The number of the last round in this dossier; zero when there was none."""
    laatste = _wegingen(dossier.pk).order_by("-ronde").first()
    return laatste.ronde if laatste else 0


def _mag_invullen(toegang: Toegang, bijdrage: Wegingsbijdrage) -> None:
    if bijdrage.organisatie_id != toegang.organisatie_id:
        raise Geweigerd("U vult alleen de bijdrage van uw eigen organisatie in.")
    if bijdrage.ingediend_op is not None:
        raise Geweigerd("Deze bijdrage is al ingediend.")
    if not _wegingen(bijdrage.dossier_id).filter(pk=bijdrage.weging_id, status=Wegingstatus.OPEN):
        raise Geweigerd("Deze weging is gesloten; u kunt niets meer invullen.")


def _wegingen(dossier_id: object):  # type: ignore[no-untyped-def]
    return Weging.objects.buiten_toegang("de stand van de weging beslist de regel").filter(
        dossier_id=dossier_id
    )
