"""Who seals a dossier, names who may know of it, and opens it again with a second person."""

import uuid
from datetime import date

from django.db.models import Q, QuerySet

from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid, Ingewijde, Taak, Verzegeling
from convenant.models.verzegeling import BEHEERDERS, TOEZICHTHOUDER
from convenant.regelboek import LEESROLLEN
from convenant.toegang import Toegang

from .dicht import afscherming_van, verzegelde_dossiers

INWIJDBAAR = tuple(r for r in LEESROLLEN if r not in (TOEZICHTHOUDER, Rol.LID_COMMISSIE))
"""Who can be named. The FG oversees without being named; the Commissie samples other dossiers."""
GEEN_TWEEDE = (
    "Ontzegelen vraagt een tweede persoon. Wijd eerst een andere procesregisseur of "
    "leidinggevende in."
)
LAATSTE = (
    "Dit is de laatste die deze verzegeling kan beheren. Wijd eerst een andere procesregisseur of "
    "leidinggevende in."
)


@regel(Rol.PROCESREGISSEUR)
def dossier_verzegelen(toegang: Toegang, dossier: Dossier) -> None:
    """The procesregisseur. Once (``nog_niet_verzegeld``): who is named can change afterwards."""


@regel(*BEHEERDERS)
def ingewijde_toevoegen(toegang: Toegang, verzegeling: Verzegeling) -> None:
    """Whoever looks after the seal, as long as it runs."""
    _loopt(verzegeling)


@regel(*BEHEERDERS)
def ingewijde_schrappen(toegang: Toegang, ingewijde: Ingewijde) -> None:
    """Also oneself, but never the last one who can look after it."""
    _loopt(ingewijde.verzegeling)
    if ingewijde.geschrapt_op is not None:
        raise Geweigerd("Deze persoon staat al niet meer op de lijst.")
    over = beheerders(ingewijde.verzegeling, toegang.vandaag)
    if over.filter(pk=ingewijde.hoedanigheid_id).exists() and over.count() == 1:
        raise Geweigerd(LAATSTE)


@regel(*BEHEERDERS)
def ontzegelen_vragen(toegang: Toegang, verzegeling: Verzegeling) -> None:
    """There has to be somebody else who can say yes."""
    _loopt(verzegeling)
    if verzegeling.is_gevraagd:
        raise Geweigerd("Er is al gevraagd om dit dossier te ontzegelen.")
    if not andere_beheerders(verzegeling, toegang).exists():
        raise Geweigerd(GEEN_TWEEDE)


@regel(*BEHEERDERS)
def dossier_ontzegelen(toegang: Toegang, verzegeling: Verzegeling) -> None:
    """A second person does it, after somebody asked."""
    _gevraagd(verzegeling)
    vrager = verzegeling.gevraagd_door
    if vrager is not None and vrager.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("U vroeg dit zelf. Een ander die deze verzegeling beheert, bevestigt het.")


@regel(*BEHEERDERS)
def ontzegelen_afwijzen(toegang: Toegang, verzegeling: Verzegeling) -> None:
    """The second person says no, or who asked takes it back."""
    _gevraagd(verzegeling)


@regel(TOEZICHTHOUDER)
def beheerder_aanwijzen(toegang: Toegang, verzegeling: Verzegeling) -> None:
    """Only where nobody is left who can look after it: the FG opens nothing else."""
    _loopt(verzegeling)
    if beheerders(verzegeling, toegang.vandaag).exists():
        raise Geweigerd("Er is nog iemand die deze verzegeling beheert.")


def nog_niet_verzegeld(dossier: Dossier) -> None:
    """Raise ``Geweigerd`` when it is sealed already; asked by the deed alone, not by its button."""
    if dossier.pk in verzegelde_dossiers():
        raise Geweigerd("Dit dossier is al verzegeld.")


def beheerders(verzegeling: Verzegeling, dag: date) -> QuerySet[Hoedanigheid]:
    """Who can look after this seal today: named, in function, and without a belangenconflict."""
    return afscherming_van(verzegeling.dossier_id).beheerders(dag)


def andere_beheerders(verzegeling: Verzegeling, toegang: Toegang) -> QuerySet[Hoedanigheid]:
    """Those of them who are somebody else than who asks."""
    return beheerders(verzegeling, toegang.vandaag).exclude(medewerker_id=toegang.medewerker_id)


def in_te_wijden(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Hoedanigheid]:
    """Everyone who can still be named: in function, in a role that reads, without a conflict."""
    afscherming = afscherming_van(dossier_id)
    return (
        Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(toegang.vandaag), rol__in=INWIJDBAAR)
        .exclude(pk__in=afscherming.ingewijden)
        .exclude(medewerker_id__in=afscherming.conflicten)
        .select_related("medewerker", "organisatie")
        .order_by("organisatie__naam", "medewerker__naam", "pk")
    )


def voor_de_hand(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Hoedanigheid]:
    """Whom one thinks of first: who works in it by name, and who could look after the seal."""
    rijen = Betrokkenheid.objects.buiten_toegang("wie hier werkt, is het eerst aan de beurt")
    hier = rijen.filter(Betrokkenheid.lopend_op(toegang.vandaag), content_object_id=dossier_id)
    return (
        in_te_wijden(toegang, dossier_id)
        .filter(Q(pk__in=hier.values("hoedanigheid_id")) | Q(rol__in=BEHEERDERS))
        .exclude(pk=toegang.hoedanigheid_id)
    )


def is_te_doen(taak: Taak, wie: list[Hoedanigheid]) -> bool:
    """Whether one of these people has this task to do."""
    return any(
        taak.voor_hoedanigheid_id == h.pk
        or (taak.voor_rol, taak.voor_organisatie_id) == (h.rol, h.organisatie_id)
        for h in wie
    )


def _loopt(verzegeling: Verzegeling) -> None:
    if not verzegeling.loopt:
        raise Geweigerd("Dit dossier is niet meer verzegeld.")


def _gevraagd(verzegeling: Verzegeling) -> None:
    _loopt(verzegeling)
    if not verzegeling.is_gevraagd:
        raise Geweigerd("Niemand heeft gevraagd om dit dossier te ontzegelen.")
