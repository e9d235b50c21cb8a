"""The deeds in a running case, each as a form of its own."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from casusregie.forms.casus import (
    BetrokkeneInformerenFormulier,
    CasusPauzerenFormulier,
    HerbeoordelingVastleggenFormulier,
    InformerenUitstellenFormulier,
    RedenFormulier,
    RegisseurWijzigenFormulier,
    RisicogroepWijzigenFormulier,
    WaarschuwingPlaatsenFormulier,
)
from casusregie.models import Informering, Pauze, Veiligheidswaarschuwing
from casusregie.rules.termijnen import maanden_later, termijn
from casusregie.selectors.casus import betrokken_nu, casussen
from casusregie.services.casus import (
    herbeoordeling_vastleggen,
    regisseur_wijzigen,
    risicogroep_wijzigen,
)
from casusregie.services.informeren import betrokkene_informeren, informeren_uitstellen
from casusregie.services.pauze import casus_pauzeren, pauze_opheffen
from casusregie.services.waarschuwing import waarschuwing_intrekken, waarschuwing_plaatsen
from casusregie.ui import tijd
from convenant.enums import Relatie, Rol
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.models import Dossier
from convenant.selectors.betrokkenen import hoedanigheden_met_rol


class CasusHandeling(HandelingPagina):
    """A deed on the case of the dossier in the URL; afterwards back to the overview."""

    def vind_onderwerp(self) -> Any:
        return een_of_404(casussen(self.toegang), dossier_id=self.kwargs["dossier_id"])

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.kwargs["dossier_id"]])


class StukHandeling(HandelingPagina):
    """A deed on one stuk of a case; afterwards back to the overview of its dossier."""

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.onderwerp.dossier_id])


class _Informeren(StukHandeling):
    def vind_onderwerp(self) -> Informering:
        rijen = Informering.objects.voor(self.toegang).select_related("dossier")
        return een_of_404(rijen, pk=self.kwargs["informering_id"])


class BetrokkeneInformeren(_Informeren):
    deur = verricht(betrokkene_informeren)
    handeling = staticmethod(betrokkene_informeren)
    formulier = BetrokkeneInformerenFormulier
    titel = "Betrokkene informeren"
    uitleg = "De betrokkene hoort te weten dat de aanpak er is, en waarom."
    knop = "Vastleggen"
    gelukt = "Vastgelegd dat de betrokkene is geïnformeerd."

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"geinformeerd_op": self.toegang.vandaag}


class InformerenUitstellen(_Informeren):
    deur = verricht(informeren_uitstellen)
    handeling = staticmethod(informeren_uitstellen)
    formulier = InformerenUitstellenFormulier
    titel = "Informeren uitstellen"
    uitleg = "Uitstel is een uitzondering, met een grond en een einddatum. U tekent ervoor."
    knop = "Uitstel vastleggen"
    gelukt = "Het uitstel is vastgelegd. De taak komt terug op de einddatum."


class WaarschuwingPlaatsen(CasusHandeling):
    deur = verricht(waarschuwing_plaatsen)
    handeling = staticmethod(waarschuwing_plaatsen)
    formulier = WaarschuwingPlaatsenFormulier
    titel = "Veiligheidswaarschuwing plaatsen"
    uitleg = "Iedereen met een taak in deze casus ziet deze tekst. Zet er niet meer in dan nodig."
    knop = "Plaatsen"
    gelukt = "De waarschuwing staat boven de casus."

    def vind_onderwerp(self) -> Dossier:
        return self.dossier()

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"tot": maanden_later(self.toegang.vandaag, termijn("waarschuwing_maanden"))}


class WaarschuwingIntrekken(StukHandeling):
    deur = verricht(waarschuwing_intrekken)
    handeling = staticmethod(waarschuwing_intrekken)
    formulier = RedenFormulier
    titel = "Waarschuwing intrekken"
    knop = "Intrekken"
    gelukt = "De waarschuwing is ingetrokken."

    def vind_onderwerp(self) -> Veiligheidswaarschuwing:
        rijen = Veiligheidswaarschuwing.objects.voor(self.toegang)
        return een_of_404(rijen, pk=self.kwargs["waarschuwing_id"])

    def waarover(self) -> str:
        return str(self.onderwerp.tekst)

    def terug_url(self) -> str:
        """Who reads the warning because of a task may not know which dossier it is about."""
        if Dossier.objects.voor(self.toegang).filter(pk=self.onderwerp.dossier_id).exists():
            return super().terug_url()
        return reverse("convenant:taken")


class CasusPauzeren(CasusHandeling):
    deur = verricht(casus_pauzeren)
    handeling = staticmethod(casus_pauzeren)
    formulier = CasusPauzerenFormulier
    titel = "Casus op pauze zetten"
    uitleg = "Een pauze heeft altijd een reden, een eigenaar en een einddatum, en komt terug in het overleg."
    knop = "Op pauze zetten"
    gelukt = "De casus staat op pauze."

    def formulier_argumenten(self) -> dict[str, Any]:
        rijen = betrokken_nu(
            self.toegang, [self.onderwerp.dossier_id], Relatie.REGISSEUR, Relatie.WAARNEMER
        )
        return {"kandidaten": [rij.hoedanigheid for rij in rijen]}

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"eigenaar": str(self.toegang.hoedanigheid_id)}


class PauzeOpheffen(StukHandeling):
    deur = verricht(pauze_opheffen)
    handeling = staticmethod(pauze_opheffen)
    formulier = RedenFormulier
    titel = "Pauze opheffen"
    knop = "Pauze opheffen"
    gelukt = "De casus loopt weer."

    def vind_onderwerp(self) -> Pauze:
        rijen = Pauze.objects.voor(self.toegang).select_related("dossier")
        return een_of_404(rijen, pk=self.kwargs["pauze_id"])

    def waarover(self) -> str:
        return f"Op pauze tot en met {tijd.datum(self.onderwerp.tot)}: {self.onderwerp.reden}"


class RegisseurWijzigen(CasusHandeling):
    deur = verricht(regisseur_wijzigen)
    handeling = staticmethod(regisseur_wijzigen)
    formulier = RegisseurWijzigenFormulier
    titel = "Regisseur wijzigen"
    uitleg = "De nieuwe regisseur krijgt vandaag toegang en alle open taken van de vorige."
    knop = "Regisseur wijzigen"
    gelukt = "De casus heeft een andere regisseur."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"kandidaten": hoedanigheden_met_rol(Rol.CASUSREGISSEUR, toegang=self.toegang)}


class RisicogroepWijzigen(CasusHandeling):
    deur = verricht(risicogroep_wijzigen)
    handeling = staticmethod(risicogroep_wijzigen)
    formulier = RisicogroepWijzigenFormulier
    titel = "Risicogroep wijzigen"
    uitleg = (
        "Groep 5 gaat over familie. Een beoordeling die nog in de maak is, verliest dan het deel "
        "over ideologie. Wat er stond, blijft bewaard in de geschiedenis."
    )
    gelukt = "De risicogroep is gewijzigd."

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"risicogroep": self.onderwerp.risicogroep}


class HerbeoordelingVastleggen(CasusHandeling):
    deur = verricht(herbeoordeling_vastleggen)
    handeling = staticmethod(herbeoordeling_vastleggen)
    formulier = HerbeoordelingVastleggenFormulier
    titel = "Herbeoordeling vastleggen"
    uitleg = "Is de aanpak nog nodig? Wat is er veranderd sinds de vorige keer?"
    knop = "Herbeoordeling vastleggen"
    gelukt = "De herbeoordeling is vastgelegd."

    def beginwaarden(self) -> Mapping[str, Any]:
        return {
            "volgende_op": maanden_later(self.toegang.vandaag, termijn("herbeoordeling_maanden"))
        }
