"""How it goes in a dossier over time, as far as this asker may know it."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, QuerySet

from casusregie.enums import Interventiestatus, Leefdomein
from casusregie.models import Herbeoordeling, Interventie
from casusregie.ui.grafiek import Reeks
from convenant.enums import Categorie, Fase, Niveau
from convenant.models import Dossier
from convenant.toegang import Toegang, niveau_van
from monitoring.enums import Trap
from monitoring.models import Domeinmeting, Incident, Leefdomeintrap, Meting, Voortgang


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
        toegang, categorie=Categorie.GEWOON, fase=Fase(dossier.fase), dossier_id=dossier.pk
    ) == Niveau.INHOUD and dossier.fase in (
        Fase.UITVOERING,
        Fase.AFSCHALING,
        Fase.NAZORG,
        Fase.GESLOTEN,
    )


def metingen(toegang: Toegang, dossier: Dossier) -> list[Metingbeeld]:
    """Every measurement, oldest first; two queries."""
    rijen = (
        Meting.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("gedaan_door__medewerker")
        .prefetch_related(
            Prefetch(
                "domeinen",
                queryset=Domeinmeting.objects.voor(toegang, minstens=Niveau.BESTAAN),
            )
        )
        .order_by("gemeten_op", "vastgelegd_op")
    )
    return [beeld_van(toegang, dossier, meting) for meting in rijen]


def beeld_van(toegang: Toegang, dossier: Dossier, meting: Meting) -> Metingbeeld:
    """One measurement (its ``domeinen`` prefetched through ``voor``) as this asker may see it."""
    volgorde = list(Leefdomein)
    domeinen = [_domeinbeeld(toegang, dossier, d) for d in meting.domeinen.all()]
    return Metingbeeld(meting, sorted(domeinen, key=lambda d: volgorde.index(d.leefdomein)))


def _domeinbeeld(toegang: Toegang, dossier: Dossier, rij: Domeinmeting) -> Domeinbeeld:
    niveau = niveau_van(
        toegang,
        categorie=Categorie(rij.categorie),
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
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


def incidenten(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Incident]:
    """The incidents of which this asker may know at least that they exist, newest first."""
    return (
        Incident.objects.voor(toegang, minstens=Niveau.BESTAAN)
        .filter(dossier_id=dossier_id)
        .select_related("bron", "dossier", "vastgelegd_door__medewerker")
        .order_by("-gebeurd_op", "-vastgelegd_op")
    )


def incident_gedeeld(toegang: Toegang, incident: Incident) -> bool:
    """Whether the words of this incident are shared with this asker."""
    return (
        niveau_van(
            toegang,
            categorie=Categorie(incident.categorie),
            fase=Fase(incident.dossier.fase),
            dossier_id=incident.dossier_id,
            bron_id=incident.bron_id,
        )
        == Niveau.INHOUD
    )


@dataclass(frozen=True)
class Interventiebeeld:
    """An intervention that was put to work, with what was told of it, newest first."""

    interventie: Interventie
    voortgang: Sequence[Voortgang]

    @property
    def loopt(self) -> bool:
        """Whether progress can still be told."""
        return self.interventie.status == Interventiestatus.INGEZET


def interventies(toegang: Toegang, dossier_id: uuid.UUID) -> list[Interventiebeeld]:
    """The interventions that run or ran, each with its progress; two queries."""
    verteld: dict[uuid.UUID, list[Voortgang]] = {}
    for rij in (
        Voortgang.objects.voor(toegang)
        .filter(dossier_id=dossier_id)
        .select_related("verteld_door__medewerker", "verteld_door__organisatie")
        .order_by("-verteld_op", "-pk")
    ):
        verteld.setdefault(rij.interventie_id, []).append(rij)
    rijen = (
        Interventie.objects.voor(toegang)
        .filter(dossier_id=dossier_id, ingezet_op__isnull=False)
        .select_related("instrument")
        .order_by("ingezet_op", "pk")
    )
    return [Interventiebeeld(rij, verteld.get(rij.pk, [])) for rij in rijen]


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
