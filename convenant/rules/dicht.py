"""What shuts dossiers whatever else somebody may know: a seal, and a belangenconflict."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from convenant.handeling import Geweigerd
from convenant.models import Belangenconflict, Hoedanigheid, Ingewijde, Taak, Verzegeling
from convenant.models.verzegeling import BEHEERDERS, TOEZICHTHOUDER
from convenant.toegang import Toegang

REDEN = "bepaalt zelf wie toegang heeft"
DICHT_VOOR_DEZE = "Dit dossier is gesloten voor wie u koos."


def verzegelde_dossiers() -> frozenset[uuid.UUID]:
    """Every dossier that is sealed now."""
    return frozenset(_verzegelingen().values_list("dossier_id", flat=True))


def zonder_verzegelde(toegang: Toegang) -> Toegang:
    """The same asker, who shows what he reads to others: nothing of any sealed dossier."""
    return toegang.zonder_dichte(toegang.dicht | verzegelde_dossiers())


def dicht_voor(hoedanigheid: Hoedanigheid) -> frozenset[uuid.UUID]:
    """The dossiers that are shut for this person in this hoedanigheid."""
    dicht = frozenset(
        _conflicten()
        .filter(medewerker=hoedanigheid.medewerker_id)
        .values_list("dossier_id", flat=True)
    )
    if hoedanigheid.rol == TOEZICHTHOUDER:
        return dicht
    mag_weten = _ingewijden().filter(hoedanigheid=hoedanigheid).values("verzegeling_id")
    verzegeld = _verzegelingen().exclude(pk__in=mag_weten)
    return dicht | frozenset(verzegeld.values_list("dossier_id", flat=True))


@dataclass(frozen=True)
class Afscherming:
    """What shuts one dossier: for everyone but the ingewijden, and for who has a conflict."""

    verzegeld: bool
    ingewijden: frozenset[uuid.UUID]
    conflicten: frozenset[uuid.UUID]

    def zonder_wie_dicht_is(self, mensen: QuerySet[Hoedanigheid]) -> QuerySet[Hoedanigheid]:
        """Those of these people for whom the dossier is not shut."""
        mensen = mensen.exclude(medewerker_id__in=self.conflicten)
        if not self.verzegeld:
            return mensen
        return mensen.filter(Q(pk__in=self.ingewijden) | Q(rol=TOEZICHTHOUDER))

    def beheerders(self, dag: date) -> QuerySet[Hoedanigheid]:
        """Who can look after the seal on this day: named, in function, without a conflict."""
        return Hoedanigheid.objects.filter(
            Hoedanigheid.geldig_op(dag), pk__in=self.ingewijden, rol__in=BEHEERDERS
        ).exclude(medewerker_id__in=self.conflicten)

    def is_taak_dicht(self, taak: Taak) -> bool:
        """Whether a task that hangs on no dossier reaches people for whom this one is shut.

        A role of an organisation has people who are not named.
        """
        if taak.voor_hoedanigheid is None:
            return self.verzegeld
        return self.is_dicht_voor(taak.voor_hoedanigheid)

    def is_dicht_voor(self, wie: Hoedanigheid) -> bool:
        """Whether this person knows nothing of the dossier in this hoedanigheid."""
        if wie.medewerker_id in self.conflicten:
            return True
        if not self.verzegeld or wie.rol == TOEZICHTHOUDER:
            return False
        return wie.pk not in self.ingewijden


def afscherming_van(dossier_id: uuid.UUID) -> Afscherming:
    """Whom this dossier is shut for, and whom not."""
    verzegeld = _verzegelingen().filter(dossier_id=dossier_id).exists()
    ingewijden = _ingewijden().filter(dossier_id=dossier_id, verzegeling__ontzegeld_op__isnull=True)
    conflicten = _conflicten().filter(dossier_id=dossier_id)
    wie = ingewijden.values_list("hoedanigheid_id", flat=True) if verzegeld else ()
    return Afscherming(
        verzegeld=verzegeld,
        ingewijden=frozenset(wie),
        conflicten=frozenset(conflicten.values_list("medewerker_id", flat=True)),
    )


def niet_voor_wie_het_dicht_is(dossier_id: uuid.UUID, wie: Hoedanigheid | None) -> None:
    """Raise ``Geweigerd`` when this person may not know of the dossier: he gets no work in it."""
    if wie is not None and afscherming_van(dossier_id).is_dicht_voor(wie):
        raise Geweigerd(f"{DICHT_VOOR_DEZE} Vraag de procesregisseur.")


def _verzegelingen() -> QuerySet[Verzegeling]:
    rijen = Verzegeling.objects.buiten_toegang(REDEN)
    return rijen.filter(ontzegeld_op__isnull=True).order_by()


def _ingewijden() -> QuerySet[Ingewijde]:
    return Ingewijde.objects.buiten_toegang(REDEN).filter(geschrapt_op__isnull=True).order_by()


def _conflicten() -> QuerySet[Belangenconflict]:
    rijen = Belangenconflict.objects.buiten_toegang(REDEN)
    return rijen.filter(opgeheven_op__isnull=True).order_by()
