"""Wie kan dit zien?: everyone who may know anything of this dossier, and by which article."""

from typing import Any

from casusregie.ui import tijd
from convenant.enums import Rol
from convenant.guard import DossierPagina, inzage
from convenant.selectors.kenners import Kenner, kenners
from convenant.selectors.vervangingen import in_woorden

from .wat_kan_deze_medewerker_zien import zicht_url


class WieKanDitZien(DossierPagina):
    """The people involved by name, and per organisation and role how many others."""

    deur = inzage("wie_kan_dit_zien", Rol.PROCESREGISSEUR, titel="Wie kan dit zien?")
    template_name = "convenant/wie_kan_dit_zien.html"
    tab = "betrokkenen"

    def gegevens(self) -> dict[str, Any]:
        return {"rijen": [_rij(kenner) for kenner in kenners(self.toegang, self.dossierstuk)]}


def _rij(kenner: Kenner) -> dict[str, Any]:
    wie = kenner.hoedanigheid
    bij_naam = kenner.bij_naam
    return {
        "naam": wie.medewerker.naam if bij_naam else _aantal(kenner.mensen),
        "url": zicht_url(wie) if bij_naam else "",
        "plek": f"{wie.get_rol_display()}, {wie.organisatie.naam}",  # type: ignore[attr-defined]
        "waardoor": _waardoor(kenner),
        "kennis": kenner.kennis,
        "eigen": kenner.eigen,
    }


def _aantal(mensen: int) -> str:
    return "1 medewerker" if mensen == 1 else f"{mensen} medewerkers"


def _waardoor(kenner: Kenner) -> str:
    waardoor = _betrokken_of_rol(kenner)
    return f"ingewijd; {waardoor}" if kenner.ingewijd else waardoor


def _betrokken_of_rol(kenner: Kenner) -> str:
    if kenner.nood is not None:
        return f"noodtoegang, tot {tijd.uur(kenner.nood.tot)}"
    if kenner.vervangt is not None:
        return in_woorden(kenner.vervangt)
    if kenner.betrokken is None:
        return "door de rol, niet bij naam betrokken"
    tot = kenner.betrokken.tot
    einde = f"tot en met {tijd.datum(tot)}" if tot else "zonder einddatum"
    return f"{kenner.betrokken.permission.name}, {einde}"
