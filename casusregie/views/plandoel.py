"""The deeds on goals, steps and interventions of a plan."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from beoordeling.selectors.bewijs import bewijskeuzes
from casusregie.forms.interventie import (
    InstemmingVastleggenFormulier,
    InterventieBeeindigenFormulier,
    InterventieInzettenFormulier,
    InterventieVoorstellenFormulier,
    RandvoorwaardenFormulier,
)
from casusregie.forms.plan import (
    PlandoelEvaluerenFormulier,
    PlandoelFormulier,
    PlandoelWijzigenFormulier,
    PlanstapToevoegenFormulier,
)
from casusregie.models import Interventie, Plandoel, Randvoorwaarde
from casusregie.selectors.casus import betrokken_nu
from casusregie.selectors.koffer import te_kiezen_instrumenten
from casusregie.services.interventie import (
    instemming_vastleggen,
    interventie_beeindigen,
    interventie_inzetten,
    interventie_voorstellen,
    randvoorwaarden_invullen,
)
from casusregie.services.plandoel import (
    plandoel_evalueren,
    plandoel_toevoegen,
    plandoel_wijzigen,
    planstap_toevoegen,
)
from convenant.enums import Relatie
from convenant.guard import HandelingPagina, een_of_404, verricht

from .plan import PlanHandeling


class PlandoelToevoegen(PlanHandeling):
    deur = verricht(plandoel_toevoegen)
    handeling = staticmethod(plandoel_toevoegen)
    formulier = PlandoelFormulier
    titel = "Doel toevoegen"
    gelukt = "Het doel staat in het plan."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"bewijs": bewijskeuzes(self.toegang, self.onderwerp.dossier_id)}


class DoelHandeling(HandelingPagina):
    """A deed on a goal."""

    def vind_onderwerp(self) -> Any:
        rijen = Plandoel.objects.voor(self.toegang).select_related("dossier", "plan")
        return een_of_404(rijen, pk=self.kwargs["doel_id"])

    def terug_url(self) -> str:
        return reverse("casusregie:plan_inzien", args=[self.onderwerp.dossier_id])

    def waarover(self) -> str:
        return f"{self.onderwerp.get_leefdomein_display()}: {self.onderwerp.omschrijving}"


class PlandoelWijzigen(DoelHandeling):
    deur = verricht(plandoel_wijzigen)
    handeling = staticmethod(plandoel_wijzigen)
    formulier = PlandoelWijzigenFormulier
    titel = "Doel wijzigen"

    def waarover(self) -> str:
        return ""

    def formulier_argumenten(self) -> dict[str, Any]:
        doel = self.onderwerp
        return {"bewijs": bewijskeuzes(self.toegang, doel.dossier_id, doel.bewijs)}

    def beginwaarden(self) -> Mapping[str, Any]:
        doel = self.onderwerp
        return {
            "leefdomein": doel.leefdomein,
            "omschrijving": doel.omschrijving,
            "meetbaar": doel.meetbaar,
            "uiterlijk": doel.uiterlijk,
            "bewijs": [str(pk) for pk in doel.bewijs],
        }


class PlandoelEvalueren(DoelHandeling):
    deur = verricht(plandoel_evalueren)
    handeling = staticmethod(plandoel_evalueren)
    formulier = PlandoelEvaluerenFormulier
    titel = "Doel evalueren"
    gelukt = "De evaluatie is vastgelegd."

    def beginwaarden(self) -> Mapping[str, Any]:
        doel = self.onderwerp
        return {"uitkomst": doel.uitkomst, "uitkomst_toelichting": doel.uitkomst_toelichting}


class PlanstapToevoegen(DoelHandeling):
    deur = verricht(planstap_toevoegen)
    handeling = staticmethod(planstap_toevoegen)
    formulier = PlanstapToevoegenFormulier
    titel = "Stap toevoegen"
    gelukt = "De stap staat in het plan en in de takenlijst."

    def formulier_argumenten(self) -> dict[str, Any]:
        relaties = (Relatie.REGISSEUR, Relatie.WAARNEMER, Relatie.PARTNER)
        rijen = betrokken_nu(self.toegang, [self.onderwerp.dossier_id], *relaties)
        return {"kandidaten": [rij.hoedanigheid for rij in rijen]}


class InterventieVoorstellen(DoelHandeling):
    deur = verricht(interventie_voorstellen)
    handeling = staticmethod(interventie_voorstellen)
    formulier = InterventieVoorstellenFormulier
    titel = "Interventie voorstellen"
    gelukt = "De interventie is voorgesteld. Vul nu de randvoorwaarden in."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"instrumenten": te_kiezen_instrumenten(self.toegang.vandaag)}


class InterventieHandeling(HandelingPagina):
    """A deed on an intervention."""

    def vind_onderwerp(self) -> Any:
        rijen = Interventie.objects.voor(self.toegang)
        rijen = rijen.select_related("dossier", "instrument", "doel__plan")
        return een_of_404(rijen, pk=self.kwargs["interventie_id"])

    def waarover(self) -> str:
        return str(self.onderwerp.instrument.naam)

    def terug_url(self) -> str:
        return reverse("casusregie:plan_inzien", args=[self.onderwerp.dossier_id])


class RandvoorwaardenInvullen(InterventieHandeling):
    deur = verricht(randvoorwaarden_invullen)
    handeling = staticmethod(randvoorwaarden_invullen)
    formulier = RandvoorwaardenFormulier
    titel = "Randvoorwaarden"
    uitleg = "Vink alleen af wat er echt is, en schrijf op hoe. Pas daarna kan de interventie worden ingezet."
    gelukt = "De randvoorwaarden zijn opgeslagen."

    def formulier_argumenten(self) -> dict[str, Any]:
        rijen = Randvoorwaarde.objects.voor(self.toegang).filter(interventie=self.onderwerp)
        return {"rijen": list(rijen.order_by("volgorde"))}

    def beginwaarden(self) -> Mapping[str, Any]:
        waarden: dict[str, Any] = {}
        for rij in self.formulier_argumenten()["rijen"]:
            waarden[f"voldaan_{rij.volgorde}"] = rij.voldaan
            waarden[f"toelichting_{rij.volgorde}"] = rij.toelichting
        return waarden


class InstemmingVastleggen(InterventieHandeling):
    deur = verricht(instemming_vastleggen)
    handeling = staticmethod(instemming_vastleggen)
    formulier = InstemmingVastleggenFormulier
    titel = "Instemming vastleggen"
    uitleg = "Vrijwillig betekent: de persoon zei zelf ja, en mag altijd stoppen."
    gelukt = "De instemming is vastgelegd."

    def beginwaarden(self) -> Mapping[str, Any]:
        interventie = self.onderwerp
        return {
            "instemming_op": interventie.instemming_op,
            "instemming_toelichting": interventie.instemming_toelichting,
        }


class InterventieInzetten(InterventieHandeling):
    deur = verricht(interventie_inzetten)
    handeling = staticmethod(interventie_inzetten)
    formulier = InterventieInzettenFormulier
    titel = "Interventie inzetten"
    knop = "Inzetten"
    gelukt = "De interventie is ingezet."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"instrument": self.onderwerp.instrument}

    def beginwaarden(self) -> Mapping[str, Any]:
        interventie = self.onderwerp
        return {
            "van": interventie.van or self.toegang.vandaag,
            "tot": interventie.tot,
            "kenmerk": interventie.besluit_van_gezag,
        }


class InterventieBeeindigen(InterventieHandeling):
    deur = verricht(interventie_beeindigen)
    handeling = staticmethod(interventie_beeindigen)
    formulier = InterventieBeeindigenFormulier
    titel = "Interventie beëindigen"
    knop = "Beëindigen"
    gelukt = "De interventie is beëindigd."

    def beginwaarden(self) -> Mapping[str, Any]:
        interventie = self.onderwerp
        return {"uitkomst": interventie.status, "eindtoelichting": interventie.eindtoelichting}
