"""The tab "Plan van aanpak" and the deeds on a plan."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import Http404
from django.urls import reverse

from beoordeling.selectors.bewijs import bewijsregels
from beoordeling.selectors.bronwijzigingen import Bronwijziging, bronwijzigingen
from casusregie.enums import Planstatus, Visie
from casusregie.forms.casus import RedenFormulier
from casusregie.forms.plan import PlanWijzigenFormulier
from casusregie.models import Plan, Plandoel
from casusregie.rules.lezen import PLANROLLEN, leest_gewoon
from casusregie.selectors.afschaling import uitstroomvoorwaarden
from casusregie.selectors.casus import casus_van
from casusregie.selectors.plan import (
    doelen_met_stappen,
    getoond_plan,
    interventies,
    plannen_in,
    versieverschil,
)
from casusregie.services.plan import (
    plan_opstellen,
    plan_terugsturen,
    plan_vaststellen,
    plan_voorleggen,
    plan_wijzigen,
)
from casusregie.services.plandoel import plandoel_toevoegen
from convenant.guard import DossierPagina, HandelingPagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.toegang import Mogelijkheid, Toegang

from .casus import CasusHandeling
from .planblokken import doelblok, interventieblok, planfeiten, versieregels


class PlanInzien(DossierPagina):
    """The version in the making or the one that holds, or an old one by its number."""

    deur = inzage("plan_inzien", *PLANROLLEN, titel="Dossier: plan van aanpak")
    template_name = "casusregie/plan_inzien.html"
    tab = "plan"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        casus = casus_van(toegang, dossier)
        if casus is None or not leest_gewoon(toegang, dossier):
            raise Http404
        versies = plannen_in(toegang, dossier)
        plan = getoond_plan(versies, self.kwargs.get("nummer"))
        if plan is None and "nummer" in self.kwargs:
            raise Http404
        self.gelezen = plan
        doelen = doelen_met_stappen(toegang, plan) if plan else []
        bewijs = bewijsregels(toegang, [doel.bewijs for doel in doelen])
        knoppen = [] if self.kwargs.get("nummer") else planknoppen(toegang, casus, plan)
        return {
            "plan": plan,
            "oud": plan is not None and plan.status == Planstatus.VERVANGEN,
            "bronwijzigingen": _bronwijzigingen(toegang, plan, doelen),
            "visie": Visie(plan.visie).label if plan else "",
            "feiten": planfeiten(plan) if plan else [],
            "doelen": [doelblok(toegang, doel, bewijs) for doel in doelen],
            "interventies": [
                interventieblok(toegang, i, plan) for i in interventies(toegang, dossier)
            ],
            "versies": versieregels(versies, plan),
            "verschil": versieverschil(toegang, versies, plan, doelen) if plan else None,
            "voorwaarden": uitstroomvoorwaarden(toegang, dossier),
            "planknoppen": knoppen,
            "doel_toevoegen": _doel_toevoegen(toegang, plan) if plan else None,
            "dossier_id": dossier.pk,
        }


def _bronwijzigingen(
    toegang: Toegang, plan: Plan | None, doelen: Iterable[Plandoel]
) -> list[Bronwijziging]:
    """What changed under this version; an old one is what it was."""
    if plan is None or plan.status == Planstatus.VERVANGEN:
        return []
    return bronwijzigingen(
        toegang,
        plan.dossier_id,
        begonnen=plan.opgesteld_op,
        klaar=plan.vastgesteld_op,
        genoemd={pk for doel in doelen for pk in doel.bewijs},
    )


def planknoppen(toegang: Toegang, casus: Any, plan: Plan | None) -> list[Mogelijkheid]:
    """What can be done with the plan as a whole, in its present state."""
    dossier_id = casus.dossier_id
    nieuw = mogelijkheid(
        toegang,
        plan_opstellen,
        casus,
        label="Nieuwe versie maken" if plan else "Plan opstellen",
        url=reverse("casusregie:plan_opstellen", args=[dossier_id]),
        primair=plan is None,
    )
    if plan is None or plan.status not in (Planstatus.CONCEPT, Planstatus.VOORGELEGD):
        return [nieuw]
    if plan.status == Planstatus.CONCEPT:
        return [
            _knop(toegang, plan_voorleggen, plan, "Voorleggen", primair=True),
            _knop(toegang, plan_wijzigen, plan, "Samenvatting en mening"),
        ]
    return [
        _knop(toegang, plan_vaststellen, plan, "Plan vaststellen", primair=True),
        _knop(toegang, plan_terugsturen, plan, "Terugsturen"),
    ]


def _knop(toegang: Toegang, deed: Any, plan: Plan, label: str, **extra: Any) -> Mogelijkheid:
    url = reverse(f"casusregie:{deed.__name__}", args=[plan.pk])
    return mogelijkheid(toegang, deed, plan, label=label, url=url, **extra)


def _doel_toevoegen(toegang: Toegang, plan: Plan) -> Mogelijkheid | None:
    if plan.status != Planstatus.CONCEPT:
        return None
    return _knop(toegang, plandoel_toevoegen, plan, "Doel toevoegen", icoon="plus")


class PlanOpstellen(CasusHandeling):
    deur = verricht(plan_opstellen)
    handeling = staticmethod(plan_opstellen)
    titel = "Plan van aanpak opstellen"
    uitleg = (
        "Een nieuwe versie begint met de doelen van de vorige die nog niet zijn bereikt. "
        "De vorige versie blijft gelden tot de nieuwe is vastgesteld."
    )
    knop = "Versie beginnen"
    gelukt = "De nieuwe versie is een concept."

    def terug_url(self) -> str:
        return reverse("casusregie:plan_inzien", args=[self.kwargs["dossier_id"]])


class PlanHandeling(HandelingPagina):
    """A deed on a version of the plan."""

    def vind_onderwerp(self) -> Any:
        rijen = Plan.objects.voor(self.toegang).select_related("dossier", "opgesteld_door")
        return een_of_404(rijen, pk=self.kwargs["plan_id"])

    def terug_url(self) -> str:
        return reverse("casusregie:plan_inzien", args=[self.onderwerp.dossier_id])


class PlanWijzigen(PlanHandeling):
    deur = verricht(plan_wijzigen)
    handeling = staticmethod(plan_wijzigen)
    formulier = PlanWijzigenFormulier
    titel = "Samenvatting en mening van de betrokkene"

    def beginwaarden(self) -> Mapping[str, Any]:
        plan = self.onderwerp
        return {
            "samenvatting": plan.samenvatting,
            "visie": plan.visie,
            "visie_toelichting": plan.visie_toelichting,
        }


class PlanVoorleggen(PlanHandeling):
    deur = verricht(plan_voorleggen)
    handeling = staticmethod(plan_voorleggen)
    titel = "Plan voorleggen"
    uitleg = "Het plan gaat naar de procesregisseur en komt op de agenda van het overleg. Tot dan verandert het niet."
    knop = "Voorleggen"
    gelukt = "Het plan is voorgelegd."


class PlanVaststellen(PlanHandeling):
    deur = verricht(plan_vaststellen)
    handeling = staticmethod(plan_vaststellen)
    titel = "Plan vaststellen"
    uitleg = "Deze versie gaat gelden. De vorige versie blijft te lezen."
    knop = "Vaststellen"
    gelukt = "Het plan is vastgesteld."


class PlanTerugsturen(PlanHandeling):
    deur = verricht(plan_terugsturen)
    handeling = staticmethod(plan_terugsturen)
    formulier = RedenFormulier
    titel = "Plan terugsturen"
    uitleg = "Het plan wordt weer een concept. De regisseur leest uw reden in zijn taak."
    knop = "Terugsturen"
    gelukt = "Het plan is teruggestuurd."
