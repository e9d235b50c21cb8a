"""What shuts dossiers whatever else somebody may know: a seal, and a belangenconflict."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from convenant.handeling import Geweigerd
from convenant.identiteit import wijd_gevraagd
from convenant.models import Hoedanigheid, Taak
from convenant.models.verzegeling import BEHEERDERS, TOEZICHTHOUDER, wat_dicht_is
from convenant.toegang import Toegang

DICHT_VOOR_DEZE = "Dit dossier is gesloten voor wie u koos."
DICHT_VOOR = f"""
    SELECT array_agg(dossier_id)
    FROM ({wat_dicht_is(rol="%s", hoedanigheid="%s", medewerker="%s")}) AS dicht
"""  # noqa: S608
AFSCHERMING = """
    SELECT
        EXISTS (SELECT 1 FROM convenant_verzegeling
            WHERE dossier_id = %s AND ontzegeld_op IS NULL),
        (SELECT array_agg(i.hoedanigheid_id) FROM convenant_ingewijde i
            JOIN convenant_verzegeling v ON v.id = i.verzegeling_id
            WHERE v.dossier_id = %s AND v.ontzegeld_op IS NULL AND i.geschrapt_op IS NULL),
        (SELECT array_agg(medewerker_id) FROM convenant_belangenconflict
            WHERE dossier_id = %s AND opgeheven_op IS NULL)
"""
"""Each in one question: a page asks them beside what it is about."""


def verzegelde_dossiers() -> frozenset[uuid.UUID]:
    """Every dossier that is sealed now."""
    (dossiers,) = wijd_gevraagd(
        "SELECT array_agg(dossier_id) FROM convenant_verzegeling WHERE ontzegeld_op IS NULL", []
    )
    return frozenset(dossiers or ())


def zonder_verzegelde(toegang: Toegang) -> Toegang:
    """The same asker, who shows what he reads to others: nothing of any sealed dossier."""
    return toegang.zonder_dichte(toegang.dicht | verzegelde_dossiers())


def dicht_voor(hoedanigheid: Hoedanigheid) -> frozenset[uuid.UUID]:
    """The dossiers that are shut for this person in this hoedanigheid: what ``eigen_dicht`` says."""
    (dossiers,) = wijd_gevraagd(
        DICHT_VOOR,
        [hoedanigheid.rol, hoedanigheid.pk, hoedanigheid.medewerker_id],
    )
    return frozenset(dossiers or ())


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
    verzegeld, ingewijden, conflicten = wijd_gevraagd(AFSCHERMING, [dossier_id] * 3)
    return Afscherming(verzegeld, frozenset(ingewijden or ()), frozenset(conflicten or ()))


def niet_voor_wie_het_dicht_is(dossier_id: uuid.UUID, wie: Hoedanigheid | None) -> None:
    """Raise ``Geweigerd`` when this person may not know of the dossier: he gets no work in it."""
    if wie is not None and afscherming_van(dossier_id).is_dicht_voor(wie):
        raise Geweigerd(f"{DICHT_VOOR_DEZE} Vraag de procesregisseur.")
