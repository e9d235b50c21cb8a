"""The list of all dossiers that this role may know."""

import uuid
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Kolom
from casusregie.ui.paging import bladeren
from casusregie.ui.panelen import panelen
from convenant.enums import Fase
from convenant.forms.dossiers import DossierFilter
from convenant.guard import Pagina, fasechip, inzage, kent_inhoud
from convenant.models import Dossier
from convenant.regelboek import LEESROLLEN
from convenant.selectors.dossiers import dossiers

KOLOMMEN = [
    Kolom("Nummer"),
    Kolom("Betrokkene"),
    Kolom("Fase"),
    Kolom("In deze fase sinds"),
    Kolom("Laatst gewijzigd"),
]


class Dossiers(Pagina):
    """Newest change first, 25 a page; a name only where this asker may know who it is."""

    deur = inzage("dossiers", *LEESROLLEN, titel="Dossiers")
    template_name = "convenant/dossiers.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = DossierFilter(self.request.GET)
        lijst = dossiers(self.toegang).filter(**filter_.gekozen())
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gewijzigd_op")
        self.getoonde_dossiers = [d.pk for d in pagina]
        namen = self._namen(pagina.rijen)
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(dossier, namen.get(dossier.pk, "")) for dossier in pagina],
        }

    def _namen(self, rijen: list[Dossier]) -> dict[uuid.UUID, str]:
        bekend = [d.pk for d in rijen if kent_inhoud(self.toegang, d)]
        namen: dict[uuid.UUID, str] = {}
        for bron in panelen("dossierlijst_naam", toegang=self.toegang, dossier_ids=bekend):
            namen |= bron
        return namen


def _rij(dossier: Dossier, naam: str) -> list[Cel]:
    fase = Fase(dossier.fase)
    return [
        Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk])),
        Cel(naam or "niet met u gedeeld"),
        Cel(chip=fasechip(fase)),
        Cel(tijd.datum_kort(dossier.fase_sinds)),
        Cel(tijd.moment(dossier.gewijzigd_op)),
    ]
