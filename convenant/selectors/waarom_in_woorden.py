"""The reason by which somebody reads a stuk, in sentences for him."""

from casusregie.ui.blokken import Feit
from casusregie.ui.tijd import moment
from convenant.enums import Voorwaarde
from convenant.selectors.waarom import Reden
from convenant.toegang import Toegang


def voorwaardezin(reden: Reden) -> str:
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


def bronzin(reden: Reden) -> str:
    """What it matters to the rule of which organisation the item is, where it was not said yet."""
    if not reden.regel.van_elke_bron:
        return "De regel gaat alleen over informatie van deze bron."
    if reden.regel.voorwaarde not in (Voorwaarde.ALTIJD, Voorwaarde.BETROKKEN):
        return ""
    return "Van welke organisatie de informatie komt, maakt voor deze regel niet uit."


def regelfeiten(toegang: Toegang, reden: Reden) -> list[Feit]:
    """The rule itself, as it stands in the convenant."""
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
