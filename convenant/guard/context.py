"""What the frame of every page needs: who is here, and the navigation that role may use."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from casusregie.ui.blokken import NavGroep, NavItem, Wie, Wissel
from casusregie.ui.panelen import panelen
from convenant.enums import Rol
from convenant.selectors.noodtoegang import lopende_noodtoegang
from convenant.selectors.tellen import geteld
from convenant.toegang import Toegang

ZOEKROLLEN = frozenset(
    {Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR, Rol.LEIDINGGEVENDE}
)


def context(request: HttpRequest) -> dict[str, Any]:
    """The asker, the groups of the navigation, and whether a search box makes sense."""
    toegang: Toegang | None = getattr(request, "toegang", None)
    if toegang is None:
        return {
            "toegang": None,
            "wie": None,
            "navigatie": [],
            "mag_zoeken": False,
            "noodtoegangen_nu": [],
        }
    return {
        "toegang": toegang,
        "wie": _wie(request, toegang),
        "navigatie": _groepen(request.path, toegang),
        "mag_zoeken": toegang.rol in ZOEKROLLEN and _kan_zoeken(),
        "noodtoegangen_nu": lopende_noodtoegang(toegang) if toegang.nood else [],
    }


def _wie(request: HttpRequest, toegang: Toegang) -> Wie:
    return Wie(
        naam=toegang.naam,
        rol=Rol(toegang.rol).label,
        organisatie=toegang.organisatie_naam,
        wissel_url=reverse("convenant:hoedanigheid_kiezen"),
        wissels=[
            Wissel(str(h.pk), f"{h.get_rol_display()} · {h.organisatie.naam}")
            for h in getattr(request, "hoedanigheden", ())
            if h.pk != toegang.hoedanigheid_id
        ],
        beheer_url=reverse("usersessions_list"),
    )


def _groepen(pad: str, toegang: Toegang) -> list[NavGroep]:
    """What the rooms offer this role, by group; the item whose path fits best is the present one."""
    paren = [paar for bron in panelen("navigatie", toegang=toegang) for paar in bron]
    koppen, items = [kop for kop, _ in paren], geteld([item for _, item in paren])
    passend = [item.url for item in items if pad.startswith(item.url)]
    hier = max(passend, key=len, default="")
    groepen: dict[str, list[NavItem]] = {}
    for kop, item in zip(koppen, items, strict=True):
        groepen.setdefault(kop, []).append(replace(item, actief=item.url == hier))
    return [NavGroep(items, kop) for kop, items in groepen.items()]


def _kan_zoeken() -> bool:
    """Searching is a page of a later room; without that room there is no search box."""
    try:
        return bool(reverse("meldpunt:zoeken"))
    except NoReverseMatch:
        return False
