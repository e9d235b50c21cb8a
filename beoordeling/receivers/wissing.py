"""Erasing on the desk of the FG, in his navigation, and in the tasks."""

from django.urls import reverse

from casusregie.ui.blokken import Chip, NavItem, Telling
from casusregie.ui.panelen import registreer
from casusregie.ui.tijd import datum_kort
from convenant.enums import Rol, Wisstand
from convenant.models import Taak, Wissing
from convenant.models.embargo import HERZIENERS
from convenant.selectors.wissing import STANDEN
from convenant.toegang import Toegang

LEZERS = (*HERZIENERS, Rol.FG)


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]] | None:
    """Who oversees it has the list; the others come by the item or by their task."""
    if toegang.rol != Rol.FG:
        return None
    return [("", NavItem("Gewist", reverse("beoordeling:wissingen"), "eraser"))]


def taak_url(taak: Taak) -> str | None:
    """Where the second person reads what is asked."""
    if taak.object_soort != Wissing._meta.label_lower:
        return None
    return reverse("beoordeling:wissing_inzien", args=[taak.object_id])


def fg_bureau(toegang: Toegang) -> list[Telling]:
    """What waits too long for its second person, and what was erased this month."""
    url = reverse("beoordeling:wissingen")
    return [
        Telling(
            STANDEN["te_laat"](toegang),
            "verzoeken om te wissen wachten te lang",
            f"{url}?stand=te_laat",
            "laat",
            een="verzoek om te wissen wacht te lang",
        ),
        Telling(
            STANDEN["maand"](toegang),
            "keer informatie gewist in 30 dagen",
            f"{url}?stand=maand",
        ),
    ]


def wisstand(toegang: Toegang, wissing: Wissing) -> Chip:
    """Where it stands, in a few words."""
    if wissing.stand == Wisstand.GEWIST:
        return Chip(f"gewist op {datum_kort(wissing.besloten_op)}", "goed")
    if wissing.stand == Wisstand.AFGEWEZEN:
        return Chip("niet gewist")
    te_laat = wissing.is_te_laat(toegang.moment)
    return Chip("wacht op een tweede persoon", "laat" if te_laat else "straks")


registreer("navigatie", 46, navigatie)
registreer("taak_url", 28, taak_url)
registreer("fg_bureau", 20, fg_bureau)
