"""What the frame of every page needs: who is here, and the navigation that role may use."""

from typing import Any

from django.http import HttpRequest

from casusregie.ui.panelen import panelen
from convenant.enums import Rol

ZOEKROLLEN = frozenset({Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR, Rol.LEIDINGGEVENDE})


def context(request: HttpRequest) -> dict[str, Any]:
    """The asker, the groups of the navigation, and whether a search box makes sense."""
    toegang = getattr(request, "toegang", None)
    if toegang is None:
        return {"toegang": None, "navigatie": [], "mag_zoeken": False}
    return {
        "toegang": toegang,
        "navigatie": _groepen(request),
        "mag_zoeken": toegang.rol in ZOEKROLLEN,
    }


def _groepen(request: HttpRequest) -> list[dict[str, Any]]:
    groepen: dict[str, list[dict[str, Any]]] = {}
    for item in panelen("navigatie", toegang=request.toegang):  # type: ignore[attr-defined]
        item["actief"] = request.path.startswith(item["url"]) and item["url"] != "/"
        groepen.setdefault(item.pop("groep", ""), []).append(item)
    return [{"naam": naam, "items": items} for naam, items in groepen.items()]
