"""Embargoes in the navigation, in the tasks, and on the desk of the FG."""

from django.urls import reverse

from beoordeling.selectors.embargo import STANDEN
from casusregie.ui.blokken import Chip, NavItem, Telling
from casusregie.ui.panelen import registreer
from casusregie.ui.tijd import datum_kort
from convenant.enums import Rol
from convenant.models import Embargo, Taak
from convenant.models.embargo import HERZIENERS
from convenant.toegang import Toegang

LEZERS = (*HERZIENERS, Rol.FG)


def navigatie(toegang: Toegang) -> list[tuple[str, NavItem]] | None:
    """The list, the same for all who can have any: no number tells whether there is one."""
    if toegang.rol not in LEZERS:
        return None
    return [("", NavItem("Embargo's", reverse("beoordeling:embargos"), "lock"))]


def taak_url(taak: Taak) -> str | None:
    """Where an embargo is looked at and reviewed."""
    if taak.object_soort != Embargo._meta.label_lower:
        return None
    return reverse("beoordeling:embargo_inzien", args=[taak.object_id])


def fg_bureau(toegang: Toegang) -> list[Telling]:
    """How many hidden ones are over without a word of their source, and how many run."""
    url = reverse("beoordeling:embargos")
    return [
        Telling(
            STANDEN["te_laat"](toegang),
            "verborgen embargo's voorbij",
            f"{url}?stand=te_laat",
            "laat",
            een="verborgen embargo voorbij",
        ),
        Telling(STANDEN["lopend"](toegang), "embargo's lopen", url, een="embargo loopt"),
    ]


def embargostand(toegang: Toegang, embargo: Embargo) -> Chip:
    """Where it stands, in a few words."""
    if embargo.is_te_laat(toegang.vandaag):
        return Chip("voorbij, nog niet vrijgegeven", "laat")
    if embargo.einde:
        return Chip(embargo.get_einde_display())
    if embargo.loopt_op(toegang.vandaag):
        return Chip(f"loopt tot en met {datum_kort(embargo.tot)}", "straks")
    return Chip("voorbij")


registreer("navigatie", 45, navigatie)
registreer("taak_url", 27, taak_url)
registreer("fg_bureau", 10, fg_bureau)
