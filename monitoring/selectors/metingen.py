"""How it goes in a dossier over time, as far as this asker may know it."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from casusregie.enums import Interventiestatus, Leefdomein
from casusregie.models import Herbeoordeling, Interventie
from casusregie.selectors.plan import interventies_in
from casusregie.ui.grafiek import Reeks
from convenant.enums import Categorie, Fase, Niveau
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst, eenmaal
from convenant.toegang import Toegang, niveau_van
from monitoring.enums import Trap
from monitoring.models import Domeinmeting, Leefdomeintrap, Meting, Voortgang


@dataclass(frozen=True)
class Domeinbeeld:
    """One life domain of a measurement as the asker may see it; ``gedeeld`` false: not its step."""

    leefdomein: Leefdomein
    trap: Trap | None
    toelichting: str
    gedeeld: bool


@dataclass(frozen=True)
class Metingbeeld:
    """A measurement with its domains in the order of the list of life domains."""

    meting: Meting
    domeinen: Sequence[Domeinbeeld] = field(default_factory=tuple)

    def trap(self, leefdomein: Leefdomein) -> Trap | None:
        """The shared step of one domain."""
        return next((d.trap for d in self.domeinen if d.leefdomein == leefdomein), None)


def mag_monitoring_zien(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether looking back in this dossier is open to this asker: its ordinary content."""
    return niveau_van(
        toegang,
        categorie=Categorie.GEWOON,
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
        vastgelegd_op=toegang.moment,
    ) == Niveau.INHOUD and dossier.fase in (
        Fase.UITVOERING,
        Fase.AFSCHALING,
        Fase.NAZORG,
        Fase.GESLOTEN,
    )


@Lijst[Meting]
def metingen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Meting]:
    """The measurements, oldest first, without their life domains."""
    return (
        Meting.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("gedaan_door__medewerker")
        .order_by("gemeten_op", "vastgelegd_op")
    )


@Lijst[Domeinmeting]
def domeinmetingen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Domeinmeting]:
    """The life domains of every measurement, of which this asker may know at least that they exist."""
    return Domeinmeting.objects.voor(toegang, minstens=Niveau.BESTAAN).filter(
        meting__dossier=dossier
    )


@eenmaal
def metingen(toegang: Toegang, dossier: Dossier) -> list[Metingbeeld]:
    """Every measurement, oldest first; two queries."""
    per_meting: dict[uuid.UUID, list[Domeinmeting]] = {}
    for domein in domeinmetingen_in(toegang, dossier):
        per_meting.setdefault(domein.meting_id, []).append(domein)
    return [
        beeld_van(toegang, dossier, meting, per_meting.get(meting.pk, ()))
        for meting in metingen_in(toegang, dossier)
    ]


def beeld_van(
    toegang: Toegang, dossier: Dossier, meting: Meting, domeinen: Iterable[Domeinmeting]
) -> Metingbeeld:
    """One measurement with its life domains as this asker may see them."""
    volgorde = list(Leefdomein)
    beelden = [_domeinbeeld(toegang, dossier, meting, d) for d in domeinen]
    return Metingbeeld(meting, sorted(beelden, key=lambda d: volgorde.index(d.leefdomein)))


def _domeinbeeld(
    toegang: Toegang, dossier: Dossier, meting: Meting, rij: Domeinmeting
) -> Domeinbeeld:
    niveau = niveau_van(
        toegang,
        categorie=Categorie(rij.categorie),
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
        vastgelegd_op=meting.vastgelegd_op,
    )
    gedeeld = niveau == Niveau.INHOUD
    return Domeinbeeld(
        Leefdomein(rij.leefdomein),
        Trap(rij.trap) if gedeeld and rij.trap is not None else None,
        rij.toelichting if gedeeld else "",
        gedeeld,
    )


def reeksen(beelden: Sequence[Metingbeeld]) -> list[Reeks]:
    """The shared life domains as series for a chart."""
    gedeeld = {d.leefdomein for beeld in beelden for d in beeld.domeinen if d.gedeeld}
    return [
        Reeks(
            domein.label,
            [(beeld.meting.gemeten_op, _getal(beeld.trap(domein))) for beeld in beelden],
        )
        for domein in Leefdomein
        if domein in gedeeld
    ]


def niet_gedeeld(beelden: Sequence[Metingbeeld]) -> list[str]:
    """The names of the measured life domains that are not shared with this asker."""
    dicht = {d.leefdomein for beeld in beelden for d in beeld.domeinen if not d.gedeeld}
    return [domein.label for domein in Leefdomein if domein in dicht]


def trapteksten() -> dict[Leefdomein, list[tuple[Trap, str]]]:
    """What each step of each life domain looks like, from the content."""
    teksten: dict[Leefdomein, list[tuple[Trap, str]]] = {domein: [] for domein in Leefdomein}
    for rij in Leefdomeintrap.objects.order_by("leefdomein", "trap"):
        teksten[Leefdomein(rij.leefdomein)].append((Trap(rij.trap), rij.omschrijving))
    return teksten


@dataclass(frozen=True)
class Interventiebeeld:
    """An intervention that was put to work, with what was told of it, newest first."""

    interventie: Interventie
    voortgang: Sequence[Voortgang]

    @property
    def loopt(self) -> bool:
        """Whether progress can still be told."""
        return self.interventie.status == Interventiestatus.INGEZET


@Lijst[Voortgang]
def voortgang_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Voortgang]:
    """What was told of the interventions, newest first."""
    return (
        Voortgang.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("verteld_door__medewerker", "verteld_door__organisatie")
        .order_by("-verteld_op", "-pk")
    )


def interventies(toegang: Toegang, dossier: Dossier) -> list[Interventiebeeld]:
    """The interventions that run or ran, each with its progress; two queries."""
    verteld: dict[uuid.UUID, list[Voortgang]] = {}
    for rij in voortgang_in(toegang, dossier):
        verteld.setdefault(rij.interventie_id, []).append(rij)
    ingezet = [(i.ingezet_op, i.pk, i) for i in interventies_in(toegang, dossier) if i.ingezet_op]
    return [Interventiebeeld(rij, verteld.get(rij.pk, [])) for *_, rij in sorted(ingezet)]


def herbeoordelingen(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Herbeoordeling]:
    """The reviews of the case, newest first."""
    return (
        Herbeoordeling.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("gedaan_door__medewerker")
        .order_by("-gedaan_op", "-pk")
    )


def _getal(trap: Trap | None) -> int | None:
    return None if trap is None else int(trap)
