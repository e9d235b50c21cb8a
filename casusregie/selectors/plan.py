"""The plan van aanpak as one reads it: goals with their steps, interventions, versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from casusregie.enums import Planstatus
from casusregie.models import Interventie, Plan, Plandoel, Planstap, Randvoorwaarde
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Versieverschil:
    """What a version of the plan changed in the goals of the version before it."""

    vorige: Plan
    nieuw: Sequence[Plandoel]
    vervallen: Sequence[Plandoel]


@Lijst[Plan]
def plannen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Plan]:
    """All versions of the plan, newest first."""
    return (
        Plan.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("opgesteld_door__medewerker", "vastgesteld_door__medewerker")
        .order_by("-nummer")
    )


def getoond_plan(versies: Sequence[Plan], nummer: int | None) -> Plan | None:
    """The version asked for; without a number the one that holds, else the newest."""
    if nummer is not None:
        return next((plan for plan in versies if plan.nummer == nummer), None)
    geldend = (plan for plan in versies if plan.status == Planstatus.VASTGESTELD)
    in_de_maak = (p for p in versies if p.status in (Planstatus.CONCEPT, Planstatus.VOORGELEGD))
    return next(in_de_maak, None) or next(geldend, None)


def doelen_met_stappen(toegang: Toegang, plan: Plan) -> list[Plandoel]:
    """The goals of one version with their steps and whether those are done."""
    stappen = (
        Planstap.objects.voor(toegang)
        .select_related("eigenaar__medewerker", "eigenaar__organisatie", "taak")
        .order_by("uiterlijk", "pk")
    )
    doelen = list(
        Plandoel.objects.voor(toegang)
        .filter(plan=plan)
        .select_related("dossier")
        .prefetch_related(Prefetch("stappen", queryset=stappen))
        .order_by("uiterlijk", "pk")
    )
    for doel in doelen:
        doel.plan = plan
    return doelen


@Lijst[Interventie]
def interventies_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Interventie]:
    """All interventions of the case; running ones keep their goal."""
    return (
        Interventie.objects.voor(toegang)
        .filter(dossier=dossier)
        .select_related("instrument", "doel__plan")
        .order_by("-voorgesteld_op", "pk")
    )


def interventies(toegang: Toegang, dossier: Dossier) -> list[Interventie]:
    """The same, with their preconditions."""
    rijen = interventies_in(toegang, dossier)
    voorwaarden = Randvoorwaarde.objects.voor(toegang).order_by("volgorde")
    prefetch_related_objects(rijen, Prefetch("randvoorwaarden", queryset=voorwaarden))
    return rijen


def versieverschil(
    toegang: Toegang, versies: Sequence[Plan], plan: Plan, doelen: Sequence[Plandoel]
) -> Versieverschil | None:
    """What is different from the version before, in goals that came and went."""
    vorige = next((p for p in versies if p.nummer == plan.nummer - 1), None)
    if vorige is None:
        return None
    oud = list(Plandoel.objects.voor(toegang).filter(plan=vorige).order_by("uiterlijk", "pk"))
    return Versieverschil(
        vorige=vorige,
        nieuw=_zonder(doelen, oud),
        vervallen=_zonder(oud, doelen),
    )


def _zonder(doelen: Sequence[Plandoel], andere: Sequence[Plandoel]) -> list[Plandoel]:
    bekend = {(doel.leefdomein, doel.omschrijving) for doel in andere}
    return [doel for doel in doelen if (doel.leefdomein, doel.omschrijving) not in bekend]
