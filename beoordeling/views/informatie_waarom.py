"""Waarom mag ik dit stuk zien?: why this asker reads one item, and until when."""

from typing import Any

from django.http import Http404
from django.urls import reverse

from beoordeling.models import Informatie
from beoordeling.selectors.embargo import embargo_voor_anderen
from casusregie.ui.blokken import Feit, Kruimel
from casusregie.ui.tijd import datum, moment
from convenant.enums import Organisatiesoort, Voorwaarde
from convenant.guard import inzage
from convenant.selectors.waarom import Reden, reden_van
from convenant.toegang import Toegang

from .informatie import LEZERS, InformatieInzien


class InformatieWaarom(InformatieInzien):
    """The rule that gives this item, on what it rests here, and what would end it."""

    deur = inzage("informatie_waarom", *LEZERS, titel="Waarom mag ik dit stuk zien?")
    template_name = "beoordeling/informatie_waarom.html"

    def gegevens(self) -> dict[str, Any]:
        """Without a rule it is the answer that this asker gave himself."""
        self.gelezen = self.item
        toegang, item = self.toegang, self.item
        reden = reden_van(toegang, item) if self._dossier is not None else None
        if reden is None and item.antwoord_op_id is None:
            raise Http404
        if reden is None:
            return {"item": item, "kruimelpad": self._kruimelpad()}
        embargo, embargo_tot = embargo_voor_anderen(toegang, item)
        return {
            "item": item,
            "kruimelpad": self._kruimelpad(),
            "reden": reden,
            "hier": reden.hier,
            "gedeeld": reden.gedeeld,
            "van_zorg": item.bron.soort == Organisatiesoort.ZORG,
            "embargo": embargo,
            "embargo_tot": embargo_tot,
            "voorwaarde": _voorwaarde(reden),
            "bronzin": _bronzin(reden),
            "regelfeiten": _regelfeiten(toegang, reden),
            "eerste": reden.einden[0],
            "einden": [Feit(e.wat, e.wanneer, toelichting=e.toelichting) for e in reden.einden],
            "eigen_dagen": _eigen_dagen(item),
        }

    def _kruimelpad(self) -> list[Kruimel]:
        terug = reverse("beoordeling:informatie_inzien", args=[self.item.pk])
        return [*self.begin(), Kruimel("Stuk informatie", terug), Kruimel(self.deur.titel)]


def _voorwaarde(reden: Reden) -> str:
    """How this asker meets the condition of the rule, in a sentence."""
    hier, betrokken = reden.hier, "Het mag omdat u bij het dossier betrokken bent"
    if hier.vervangt and not hier.betrokken:
        betrokken = f"{betrokken} in de plaats van een collega"
    if hier.nood is not None:
        tot = moment(hier.nood.tot)
        betrokken = f"U leest met noodtoegang, tot {tot}. Daarmee telt u even als betrokken"
    return {
        Voorwaarde.ALTIJD: "Uw rol is genoeg. U hoeft niet bij het dossier betrokken te zijn.",
        Voorwaarde.BETROKKEN: f"{betrokken}.",
        Voorwaarde.EIGEN_BRON: f"{betrokken} en uw organisatie de bron is.",
        Voorwaarde.BRON_IN_FASE: "Het mag omdat uw organisatie de bron is.",
        Voorwaarde.TOESTEMMING: f"{betrokken} en de zorg dit met uw organisatie deelt.",
    }[reden.regel.voorwaarde]


def _bronzin(reden: Reden) -> str:
    """What it matters to the rule of which organisation the item is, where it was not said yet."""
    if not reden.regel.van_elke_bron:
        return "De regel gaat alleen over informatie van deze bron."
    if reden.regel.voorwaarde not in (Voorwaarde.ALTIJD, Voorwaarde.BETROKKEN):
        return ""
    return "Van welke organisatie de informatie komt, maakt voor deze regel niet uit."


def _regelfeiten(toegang: Toegang, reden: Reden) -> list[Feit]:
    regel = reden.regel
    lijst = [
        Feit("Artikel", f"{regel.artikel}, in versie {toegang.regels.nummer} van het convenant"),
        Feit("Doel", regel.doel),
        Feit("Grondslag", regel.grondslag),
        Feit("Voorwaarde", regel.voorwaarde.label),
    ]
    if regel.vanaf is not None:
        lijst.append(Feit("Ruimer sinds", moment(regel.vanaf)))
    return lijst


def _eigen_dagen(item: Informatie) -> list[Feit]:
    """The days of the item itself: it grows old for everyone, whoever reads it."""
    return [
        Feit("Houdbaar tot", datum(item.houdbaar_tot) or "niet bepaald"),
        Feit("Vernietigen op", datum(item.vernietigen_op) or "niet bepaald"),
    ]
