"""Information items as people look for them: what they may read, and what is only known to exist."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from beoordeling.models import Informatie
from beoordeling.rules.informatie import bron_toegestaan
from casusregie.ui import tijd
from casusregie.ui.blokken import Chip
from convenant.enums import Embargosoort, Niveau
from convenant.models import Dossier, Organisatie
from convenant.models.embargo import IEDER_ANDER, EmbargoTot, EmbargoVoor
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Verborgen:
    """How much of one source exists that is not shared with the asker, and whom to ask."""

    bron: Organisatie
    aantal: int
    embargo_tot: date | None = None

    @property
    def zin(self) -> str:
        """What the page says about it; no hint of content."""
        wat = "Er is een onderdeel" if self.aantal == 1 else f"Er zijn {self.aantal} onderdelen"
        return f"{wat} van {niet_gedeeld(self.bron, self.embargo_tot)}"


def niet_gedeeld(bron: Organisatie, embargo_tot: date | None) -> str:
    """The rest of a sentence about what exists: from whom, until when closed, and whom to ask."""
    embargo = f", onder embargo tot en met {tijd.datum(embargo_tot)}" if embargo_tot else ""
    vraag = f" Vraag het aan {bron.contactpunt}." if bron.contactpunt else ""
    return f"{bron.naam}{embargo}. De inhoud is niet met u gedeeld.{vraag}"


def informatie_van(
    toegang: Toegang, dossier_id: uuid.UUID, tot: datetime | None = None
) -> QuerySet[Informatie]:
    """The items whose content this asker may read, newest event first.

    ``tot`` leaves out what was recorded later. Each tells by which ``embargo`` it is closed for
    others.
    """
    return (
        Informatie.objects.voor(toegang)
        .filter(_tot(tot), dossier_id=dossier_id)
        .annotate(embargo=EmbargoVoor("pk", IEDER_ANDER, toegang.vandaag))
        .select_related("bron", "vastgelegd_door__medewerker")
        .order_by("-gebeurd_op", "-pk")
    )


def bestaat_alleen(
    toegang: Toegang, dossier_id: uuid.UUID, tot: datetime | None = None
) -> QuerySet[Informatie]:
    """The items of which this asker may know that they exist, and no more.

    Not what was erased: who never read it has nothing to ask for.
    """
    gelezen = Informatie.objects.voor(toegang).filter(dossier_id=dossier_id).values("pk")
    return (
        Informatie.objects.voor(toegang, minstens=Niveau.BESTAAN)
        .filter(_tot(tot), dossier_id=dossier_id, gewist_op__isnull=True)
        .exclude(pk__in=gelezen)
        .annotate(embargo_tot=EmbargoTot("pk", toegang.vandaag))
        .select_related("bron")
        .only("vastgelegd_op", "bron")
        .order_by("-vastgelegd_op", "-pk")
    )


def titels_van(toegang: Toegang, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The title of each of these items that this asker may read."""
    items = Informatie.objects.voor(toegang).filter(pk__in=list(ids))
    return dict(items.order_by().values_list("pk", "titel"))


@Lijst[Informatie]
def informatie_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Informatie]:
    """The items that may be read, for the pages of the dossier."""
    return informatie_van(toegang, dossier.pk)


@Lijst[Informatie]
def bestaat_alleen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Informatie]:
    """The items that are only known to exist, for the pages of the dossier."""
    return bestaat_alleen(toegang, dossier.pk)


@Lijst[uuid.UUID]
def iets_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """Whether there is any item that may be known at all: one key or none."""
    iets = Informatie.objects.voor(toegang, minstens=Niveau.BESTAAN).filter(dossier=dossier)
    return iets.order_by().values_list("pk", flat=True)[:1]


def verborgen(
    toegang: Toegang, dossier_id: uuid.UUID, tot: datetime | None = None
) -> list[Verborgen]:
    """What exists unshared, per source organisation, and apart what is under embargo."""
    telling = Counter(
        (item.bron, item.embargo_tot) for item in bestaat_alleen(toegang, dossier_id, tot)
    )
    volgorde = sorted(telling, key=lambda paar: (paar[0].naam, paar[1] or date.min))
    return [Verborgen(bron, telling[bron, dag], dag) for bron, dag in volgorde]


def _tot(moment: datetime | None) -> Q:
    return Q(vastgelegd_op__lte=moment) if moment else Q()


@Lijst[Organisatie]
def organisaties_bij(toegang: Toegang, dossier: Dossier) -> QuerySet[Organisatie]:
    """Every organisation, for the quick entry on the page of a dossier."""
    return Organisatie.objects.order_by("naam")


def bronnen_voor(
    toegang: Toegang, organisaties: Iterable[Organisatie] | None = None
) -> list[Organisatie]:
    """The organisations that this asker may name as a source, the own one first."""
    alle = Organisatie.objects.order_by("naam") if organisaties is None else organisaties
    lijst = [o for o in alle if bron_toegestaan(toegang, o)]
    return sorted(lijst, key=lambda o: o.pk != toegang.organisatie_id)


def bronregel(item: Informatie) -> str:
    """The source line under an item: bron, categorie, how good it is, and how far it may go."""
    delen = [
        f"Bron: {item.bron.naam}",
        f"categorie {item.get_categorie_display()}",
        item.get_bewijssoort_display(),
        f"betrouwbaarheid {item.betrouwbaarheid}" if item.betrouwbaarheid else "",
        f"geloofwaardigheid {item.geloofwaardigheid}" if item.geloofwaardigheid else "",
        item.get_mag_verder_display(),
        f"{Embargosoort(item.embargo).label} embargo" if item.embargo else "",
    ]
    return " · ".join(filter(None, delen))


def termijnchip(item: Informatie, vandaag: date) -> Chip | None:
    """The marker of an item on which nobody may rely any more without looking again."""
    if item.moet_weg(vandaag):
        return Chip("moet worden vernietigd", "laat")
    if item.is_verouderd(vandaag):
        return Chip("verouderd, nagaan of het klopt", "straks")
    return None
