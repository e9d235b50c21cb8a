"""Sealed dossiers as people see them: who may know, what nobody can do, what the FG looks at."""

import uuid
from collections import Counter
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, QuerySet

from convenant.enums import Niveau
from convenant.models import (
    Belangenconflict,
    Dossier,
    Hoedanigheid,
    Ingewijde,
    Logregel,
    Taak,
    Verzegeling,
)
from convenant.models.verzegeling import BEHEERDERS
from convenant.rules.verzegeling import is_te_doen
from convenant.selectors.eenmaal import Lijst
from convenant.selectors.toezicht import inzagen
from convenant.toegang import Toegang

MEESTE = 25


@Lijst[Ingewijde]
def ingewijden_nu_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Ingewijde]:
    """Who is named for this sealed dossier, as far as the asker may know; of an open one nobody."""
    return _genoemd(toegang).filter(dossier_id=dossier.pk, geschrapt_op__isnull=True)


def niet_ingewijd(toegang: Toegang, dossier: Dossier, wie: uuid.UUID) -> bool:
    """Whether the dossier is sealed and this hoedanigheid is not on its list."""
    genoemd = ingewijden_nu_in(toegang, dossier)
    return bool(genoemd) and all(i.hoedanigheid_id != wie for i in genoemd)


def genoemd_in(toegang: Toegang, verzegeling: Verzegeling) -> QuerySet[Ingewijde]:
    """Everyone who is or was named, the present ones first."""
    rijen = _genoemd(toegang).filter(verzegeling=verzegeling)
    return rijen.order_by(F("geschrapt_op").asc(nulls_first=True), "genoemd_op", "pk")


def verzegeling_van(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Verzegeling]:
    """The running seal of this dossier."""
    return verzegelingen(toegang).filter(dossier_id=dossier_id)


def verzegelingen(toegang: Toegang) -> QuerySet[Verzegeling]:
    """Every running seal that this asker may know of."""
    return (
        Verzegeling.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(ontzegeld_op__isnull=True)
        .select_related("dossier", "verzegeld_door__medewerker", "gevraagd_door__medewerker")
        .order_by("verzegeld_op", "pk")
    )


def werkt_niemand_aan(toegang: Toegang, dossier: Dossier) -> list[Taak]:
    """The open tasks in a sealed dossier that none of the people on its list has to do."""
    vandaag = toegang.vandaag
    wie = [i.hoedanigheid for i in ingewijden_nu_in(toegang, dossier) if geldt(i, vandaag)]
    rijen = (
        Taak.objects.voor(toegang)
        .filter(over_dossier_id=dossier.pk, gereed_op__isnull=True)
        .select_related("voor_hoedanigheid__medewerker", "voor_organisatie")
        .order_by("uiterlijk", "pk")
    )
    return [taak for taak in rijen if not is_te_doen(taak, wie)]


def geldt(ingewijde: Ingewijde, vandaag: object) -> bool:
    """Whether this person is still in the role in which he was named."""
    wie = ingewijde.hoedanigheid
    return wie.medewerker.is_active and wie.geldt_op(vandaag)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Zegelstand:
    """A sealed dossier as the FG sees it: that it is there, how many may know, who keeps it."""

    verzegeling: Verzegeling
    ingewijden: int
    beheerd: bool
    gelezen: int


def zegelstanden(toegang: Toegang) -> list[Zegelstand]:
    """Every sealed dossier, those without anybody to look after them first."""
    rijen = list(verzegelingen(toegang)[:MEESTE])
    dossiers = [rij.dossier_id for rij in rijen]
    mensen: dict[uuid.UUID, list[Hoedanigheid]] = {}
    conflict = set(
        _conflicten(toegang).filter(dossier_id__in=dossiers).values_list("dossier_id", "medewerker")
    )
    genoemd = _genoemd(toegang).filter(verzegeling__in=rijen, geschrapt_op__isnull=True)
    for ingewijde in genoemd:
        dicht = (ingewijde.dossier_id, ingewijde.hoedanigheid.medewerker_id) in conflict
        if geldt(ingewijde, toegang.vandaag) and not dicht:
            mensen.setdefault(ingewijde.dossier_id, []).append(ingewijde.hoedanigheid)
    gelezen = Counter(inzagen_in_verzegeld(toegang).values_list("dossier_id", flat=True).order_by())
    standen = [
        Zegelstand(
            rij,
            len(mensen.get(rij.dossier_id, ())),
            any(h.rol in BEHEERDERS for h in mensen.get(rij.dossier_id, ())),
            gelezen[rij.dossier_id],
        )
        for rij in rijen
    ]
    return sorted(standen, key=lambda stand: stand.beheerd)


def inzagen_in_verzegeld(toegang: Toegang) -> QuerySet[Logregel]:
    """What was read lately of dossiers that are sealed now, since they were."""
    zegels = verzegelingen(toegang).order_by()
    sindsdien = zegels.filter(
        dossier_id=OuterRef("dossier_id"), verzegeld_op__lte=OuterRef("gebeurd_op")
    )
    return inzagen(toegang).filter(Exists(sindsdien), dossier_id__in=zegels.values("dossier_id"))


def belangenconflicten(toegang: Toegang) -> QuerySet[Belangenconflict]:
    """Those that run, of the dossiers whose process this asker may know, the newest first."""
    return _conflicten(toegang).select_related("dossier", "medewerker", "gemeld_door__medewerker")


def belangenconflicten_in(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Belangenconflict]:
    """Those of one dossier, lifted ones included, the running ones first."""
    return (
        Belangenconflict.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier_id=dossier_id)
        .select_related("medewerker", "gemeld_door__medewerker", "opgeheven_door__medewerker")
        .order_by(F("opgeheven_op").asc(nulls_first=True), "-gemeld_op", "pk")
    )


def kennen_de_persoon(toegang: Toegang, dossier_id: uuid.UUID) -> set[uuid.UUID]:
    """For whom this dossier is shut by a belangenconflict, as far as the asker reads that."""
    rijen = _conflicten(toegang).filter(dossier_id=dossier_id)
    return set(rijen.order_by().values_list("medewerker_id", flat=True))


def _conflicten(toegang: Toegang) -> QuerySet[Belangenconflict]:
    rijen = Belangenconflict.objects.voor(toegang, minstens=Niveau.PROCES)
    return rijen.filter(opgeheven_op__isnull=True).order_by("-gemeld_op", "-pk")


def _genoemd(toegang: Toegang) -> QuerySet[Ingewijde]:
    return (
        Ingewijde.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(verzegeling__ontzegeld_op__isnull=True)
        .select_related(
            "hoedanigheid__medewerker", "hoedanigheid__organisatie", "genoemd_door__medewerker"
        )
        .order_by("genoemd_op", "hoedanigheid__medewerker__naam", "pk")
    )
