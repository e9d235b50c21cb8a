"""What the Commissie van Toezicht reads: process facts, terms, released texts; no names."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from django.db.models import Exists, Min, OuterRef, QuerySet, Subquery

from beoordeling.models import Weging, Wegingsbijdrage
from casusregie.models import Besluit, Casus, Herbeoordeling, Informering, Pauze
from casusregie.ui import tijd
from casusregie.ui.blokken import Toon
from convenant.enums import Logsoort, Niveau, Rol
from convenant.logboek import in_woorden
from convenant.models import Dossier, Logregel
from convenant.selectors.logboek import logboek_van_dossier, namen_bij
from convenant.toegang import Toegang
from monitoring.models import Vrijgave

PROCES = Niveau.PROCES


def toezichtdossiers(toegang: Toegang) -> QuerySet[Dossier]:
    """Every dossier, with its risk group and whether text of it was released."""
    casus = Casus.objects.voor(toegang, minstens=PROCES).filter(dossier=OuterRef("pk"))
    return (
        Dossier.objects.voor(toegang, minstens=PROCES)
        .annotate(
            risicogroep=Subquery(casus.values("risicogroep")[:1]),
            met_tekst=Exists(Vrijgave.objects.voor(toegang).filter(dossier=OuterRef("pk"))),
        )
        .order_by("-geopend_op", "-pk")
    )


def vrijgaven(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Vrijgave]:
    """The released texts of a dossier, newest first, as far as this asker may read them."""
    return (
        Vrijgave.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("vrijgegeven_door__organisatie", "informatie")
        .order_by("-vrijgegeven_op", "-pk")
    )


@dataclass(frozen=True)
class Termijn:
    """A term: what had to be done, before when, and whether it was."""

    wat: str
    uiterlijk: date
    gedaan_op: date | None
    oordeel: str
    toon: Toon


def termijnen(toegang: Toegang, dossier: Dossier) -> list[Termijn]:
    """The terms of weging, review, hold and informing, kept or missed, by their last day."""
    rijen = [
        *_wegingstermijnen(toegang, dossier),
        *_herbeoordelingen(toegang, dossier),
        *(
            _termijn(toegang, "Pauze opheffen", pauze.tot, pauze.opgeheven_op)
            for pauze in _van(Pauze, toegang, dossier)
        ),
        *(
            _termijn(toegang, "Betrokkene informeren", rij.uitgesteld_tot, rij.geinformeerd_op)
            for rij in _van(Informering, toegang, dossier)
            if rij.uitgesteld_tot is not None
        ),
    ]
    return sorted(rijen, key=lambda termijn: termijn.uiterlijk)


def _wegingstermijnen(toegang: Toegang, dossier: Dossier) -> list[Termijn]:
    return [
        _termijn(
            toegang, f"Adviezen weging, ronde {weging.ronde}", weging.uiterlijk, weging.gesloten_op
        )
        for weging in _van(Weging, toegang, dossier)
    ]


def _herbeoordelingen(toegang: Toegang, dossier: Dossier) -> list[Termijn]:
    """Each review against the day that the one before it set; the next one is still open."""
    rijen = sorted(_van(Herbeoordeling, toegang, dossier), key=lambda rij: rij.gedaan_op)
    paren = pairwise(rijen)
    termijnen = [
        _termijn(toegang, "Herbeoordeling", eerder.volgende_op, later.gedaan_op)
        for eerder, later in paren
    ]
    for casus in _van(Casus, toegang, dossier):
        if casus.gesloten_op is None and casus.afgeschaald_op is None:
            termijnen.append(_termijn(toegang, "Herbeoordeling", casus.herbeoordeling_op, None))
    return termijnen


def _van[T](model: type[T], toegang: Toegang, dossier: Dossier) -> list[T]:
    return list(model.objects.voor(toegang, minstens=PROCES).filter(dossier=dossier))  # type: ignore[attr-defined]


def _termijn(
    toegang: Toegang, wat: str, uiterlijk: date, gedaan_op: date | datetime | None
) -> Termijn:
    gedaan = tijd.dag_van(gedaan_op) if gedaan_op else None
    oordeel: tuple[str, Toon] = ("loopt nog", "neutraal")
    if gedaan is not None:
        oordeel = ("op tijd", "goed") if gedaan <= uiterlijk else ("te laat gedaan", "laat")
    elif uiterlijk < toegang.vandaag:
        oordeel = ("niet gedaan, termijn voorbij", "laat")
    return Termijn(wat, uiterlijk, gedaan, *oordeel)


@dataclass(frozen=True)
class Wegingsbeeld:
    """A weging without its words: when, the outcome, and which party gave its advice when."""

    weging: Weging
    bijdragen: Sequence[Wegingsbijdrage]


def wegingen(toegang: Toegang, dossier: Dossier) -> list[Wegingsbeeld]:
    """The wegingen of a dossier; two queries."""
    per_weging: dict[uuid.UUID, list[Wegingsbijdrage]] = {}
    for bijdrage in (
        Wegingsbijdrage.objects.voor(toegang, minstens=PROCES)
        .filter(weging__dossier=dossier)
        .select_related("organisatie")
        .only("weging_id", "organisatie__naam", "ingediend_op")
    ):
        per_weging.setdefault(bijdrage.weging_id, []).append(bijdrage)
    return [
        Wegingsbeeld(weging, per_weging.get(weging.pk, []))
        for weging in sorted(_van(Weging, toegang, dossier), key=lambda w: w.gestart_op)
    ]


def besluiten(toegang: Toegang, dossier: Dossier) -> QuerySet[Besluit]:
    """The besluiten of a dossier, oldest first."""
    return (
        Besluit.objects.voor(toegang, minstens=PROCES)
        .filter(dossier=dossier)
        .order_by("genomen_op", "pk")
    )


def casus_van(toegang: Toegang, dossier: Dossier) -> Casus | None:
    """The process facts of the casus, when there is one."""
    return next(iter(_van(Casus, toegang, dossier)), None)


@dataclass(frozen=True)
class Logbeeld:
    """A line of the logboek without names: what, by which role, and a code for the person."""

    op: datetime
    soort: str
    wat: str
    wie: str
    resultaat: str


def logregels(toegang: Toegang, dossier_id: uuid.UUID, soort: str = "") -> QuerySet[Logregel]:
    """The lines of the logboek about a dossier, newest first."""
    regels = logboek_van_dossier(toegang, dossier_id)
    return regels.filter(soort=soort) if soort else regels


def zonder_namen(toegang: Toegang, dossier_id: uuid.UUID, rijen: list[Logregel]) -> list[Logbeeld]:
    """These lines with a role, an organisation and a code that is the same within the dossier."""
    codes = _codes(toegang, dossier_id)
    _, organisaties = namen_bij(rijen)
    return [
        Logbeeld(
            regel.gebeurd_op,
            Logsoort(regel.soort).label,
            in_woorden(regel),
            " · ".join(
                filter(
                    None,
                    (
                        Rol(regel.rol).label if regel.rol else "",
                        organisaties.get(regel.organisatie_id) if regel.organisatie_id else "",
                        codes.get(regel.medewerker_id) if regel.medewerker_id else "",
                    ),
                )
            ),
            regel.resultaat,
        )
        for regel in rijen
    ]


def _codes(toegang: Toegang, dossier_id: uuid.UUID) -> dict[uuid.UUID, str]:
    """A code per person in the order in which they first appear in this dossier."""
    eerste = (
        logboek_van_dossier(toegang, dossier_id)
        .filter(medewerker_id__isnull=False)
        .order_by()
        .values("medewerker_id")
        .annotate(eerste=Min("pk"))
        .order_by("eerste")
        .values_list("medewerker_id", flat=True)
    )
    return {medewerker_id: f"persoon {plek}" for plek, medewerker_id in enumerate(eerste, 1)}
