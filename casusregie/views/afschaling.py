"""The tab "Afschaling", and the deeds of leaving the aanpak."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404
from django.urls import reverse

from casusregie.enums import Risicogroep
from casusregie.forms.afschaling import (
    AfschalingVoorstellenFormulier,
    CasusHeropenenFormulier,
    CasusSluitenFormulier,
    PartneradviesGevenFormulier,
    VoorwaardeAfvinkenFormulier,
)
from casusregie.models import Partneradvies, Uitstroomvoorwaarde
from casusregie.rules.lezen import PLANROLLEN, leest_gewoon
from casusregie.rules.termijnen import maanden_later, termijn
from casusregie.selectors.afschaling import (
    afschalingsnota,
    gehaald_in_woorden,
    herbeoordelingen,
    partneradviezen,
    uitstroomvoorwaarden,
)
from casusregie.selectors.casus import casus_van
from casusregie.services.afschaling import (
    afschaling_voorstellen,
    partneradvies_geven,
    uitstroomvoorwaarde_afvinken,
)
from casusregie.services.sluiten import casus_heropenen, casus_sluiten
from convenant.enums import Fase, Organisatiesoort, Rol
from convenant.guard import DossierPagina, HandelingPagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.selectors.betrokkenen import hoedanigheden_met_rol
from convenant.toegang import Mogelijkheid, Toegang

from .afschalingblokken import adviesregel, casusfeiten, voorwaarderegel
from .casus import CasusHandeling


class AfschalingInzien(DossierPagina):
    """Conditions, reviews, the proposal with its advices, and the closing."""

    deur = inzage("afschaling_inzien", *PLANROLLEN, titel="Dossier: afschaling")
    template_name = "casusregie/afschaling_inzien.html"
    tab = "afschaling"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        casus = casus_van(toegang, dossier)
        if casus is None or not leest_gewoon(toegang, dossier):
            raise Http404
        voorwaarden = uitstroomvoorwaarden(toegang, dossier)
        return {
            "casus": casus,
            "stand": gehaald_in_woorden(voorwaarden),
            "voorwaarden": [voorwaarderegel(toegang, rij) for rij in voorwaarden],
            "herbeoordelingen": herbeoordelingen(toegang, dossier),
            "nota": afschalingsnota(toegang, dossier),
            "adviezen": [adviesregel(toegang, a) for a in partneradviezen(toegang, dossier)],
            "feiten": casusfeiten(casus),
            "afschaalknoppen": afschaalknoppen(toegang, casus),
        }


def afschaalknoppen(toegang: Toegang, casus: Any) -> list[Mogelijkheid]:
    """The deeds that fit the phase the case is in."""
    per_fase: dict[Fase, list[tuple[Any, str]]] = {
        Fase.UITVOERING: [(afschaling_voorstellen, "Afschaling voorstellen")],
        Fase.NAZORG: [(casus_sluiten, "Casus sluiten"), (casus_heropenen, "Casus heropenen")],
        Fase.GESLOTEN: [(casus_heropenen, "Casus heropenen")],
    }
    deden = [
        mogelijkheid(
            toegang,
            deed,
            casus,
            label=label,
            url=reverse(f"casusregie:{deed.__name__}", args=[casus.dossier_id]),
        )
        for deed, label in per_fase.get(Fase(casus.dossier.fase), [])
    ]
    return [deed for deed in deden if deed.zichtbaar]


class AfschalingVoorstellen(CasusHandeling):
    deur = verricht(afschaling_voorstellen)
    handeling = staticmethod(afschaling_voorstellen)
    formulier = AfschalingVoorstellenFormulier
    titel = "Afschaling voorstellen"
    uitleg = "Elke partner in de casus krijgt de vraag om advies. Daarna beslist de beslisser op een nota."
    knop = "Voorstel doen"
    gelukt = "Het voorstel is gedaan. De partners zijn om advies gevraagd."

    def terug_url(self) -> str:
        return reverse("casusregie:afschaling_inzien", args=[self.kwargs["dossier_id"]])


class CasusSluiten(CasusHandeling):
    deur = verricht(casus_sluiten)
    handeling = staticmethod(casus_sluiten)
    formulier = CasusSluitenFormulier
    titel = "Casus sluiten"
    uitleg = "Na het sluiten eindigt de toegang van iedereen die bij de casus betrokken is."
    knop = "Casus sluiten"
    gelukt = "De casus is gesloten."

    def beginwaarden(self) -> Mapping[str, Any]:
        kort = self.onderwerp.risicogroep == Risicogroep.FAMILIE
        jaren = termijn("bewaren_kort_jaren" if kort else "bewaren_jaren")
        return {"bewaren_tot": maanden_later(self.toegang.vandaag, 12 * jaren)}


class CasusHeropenen(CasusHandeling):
    deur = verricht(casus_heropenen)
    handeling = staticmethod(casus_heropenen)
    formulier = CasusHeropenenFormulier
    titel = "Casus heropenen"
    uitleg = "De casus gaat terug naar uitvoering, met een regisseur en een datum voor de herbeoordeling."
    knop = "Heropenen"
    gelukt = "De casus is heropend."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"kandidaten": hoedanigheden_met_rol(Rol.CASUSREGISSEUR, toegang=self.toegang)}

    def beginwaarden(self) -> Mapping[str, Any]:
        maanden = termijn("herbeoordeling_maanden")
        return {"herbeoordeling_op": maanden_later(self.toegang.vandaag, maanden)}


class UitstroomvoorwaardeAfvinken(HandelingPagina):
    deur = verricht(uitstroomvoorwaarde_afvinken)
    handeling = staticmethod(uitstroomvoorwaarde_afvinken)
    formulier = VoorwaardeAfvinkenFormulier
    titel = "Uitstroomvoorwaarde afvinken"
    knop = "Afvinken"
    gelukt = "De voorwaarde is gehaald."

    def vind_onderwerp(self) -> Uitstroomvoorwaarde:
        rijen = Uitstroomvoorwaarde.objects.voor(self.toegang).select_related("dossier")
        return een_of_404(rijen, pk=self.kwargs["voorwaarde_id"])

    def waarover(self) -> str:
        return str(self.onderwerp.omschrijving)

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"gehaald_op": self.toegang.vandaag}

    def terug_url(self) -> str:
        return reverse("casusregie:afschaling_inzien", args=[self.onderwerp.dossier_id])


class PartneradviesGeven(HandelingPagina):
    deur = verricht(partneradvies_geven)
    handeling = staticmethod(partneradvies_geven)
    formulier = PartneradviesGevenFormulier
    titel = "Advies geven over afschaling"
    uitleg = "De regisseur stelt voor om af te schalen. Wat adviseert uw organisatie?"
    knop = "Advies geven"
    gelukt = "Uw advies is vastgelegd."

    def formulier_argumenten(self) -> dict[str, Any]:
        return {"van_zorg": self.toegang.organisatiesoort == Organisatiesoort.ZORG}

    def vind_onderwerp(self) -> Partneradvies:
        rijen = Partneradvies.objects.voor(self.toegang).select_related("dossier", "nota")
        return een_of_404(rijen, pk=self.kwargs["advies_id"])

    def terug_url(self) -> str:
        return reverse("convenant:dossier_inzien", args=[self.onderwerp.dossier_id])
