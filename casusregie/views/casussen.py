"""The list of cases that this role may know."""

from typing import Any

from django.urls import reverse

from casusregie.forms.casus import CasusFilter
from casusregie.models import Casus
from casusregie.rules.lezen import LIJSTROLLEN, OVERZICHTSROLLEN, kop_van_lijst
from casusregie.selectors.casus import (
    ONDER_HERBEOORDELING,
    casussen_gefilterd,
    met_regisseur_en_pauze,
    regisseurs,
)
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom
from casusregie.ui.paging import bladeren
from convenant.enums import Fase
from convenant.guard import Pagina, fasechip, inzage

SORTERINGEN = ("herbeoordeling_volgorde", "geopend_op", "dossier__nummer")
KOLOMMEN = [
    Kolom("Casus", "dossier__nummer"),
    Kolom("Fase"),
    Kolom("Herbeoordeling", "herbeoordeling_volgorde"),
    Kolom("Regisseur"),
    Kolom("Risicogroep"),
    Kolom("In de aanpak sinds", "geopend_op"),
]


class Casussen(Pagina):
    """First the case that is due first, last what needs no review any more; never with a name."""

    deur = inzage("casussen", *LIJSTROLLEN, titel="Casussen")
    template_name = "casusregie/casussen.html"

    def gegevens(self) -> dict[str, Any]:
        overzicht = self.toegang.is_een(*OVERZICHTSROLLEN)
        filter_ = CasusFilter(
            self.request.GET, regisseurs=regisseurs(self.toegang) if overzicht else ()
        )
        sorteer = self._sortering()
        pagina = bladeren(
            met_regisseur_en_pauze(
                self.toegang, casussen_gefilterd(self.toegang, filter_.gekozen())
            ),
            self.request.GET.get("vanaf"),
            op=sorteer,
        )
        self.getoonde_dossiers = [casus.dossier_id for casus in pagina]
        return {
            "kop": kop_van_lijst(self.toegang),
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "sorteer": sorteer,
            "rijen": [self._rij(casus) for casus in pagina],
        }

    def _sortering(self) -> str:
        gevraagd = self.request.GET.get("sorteer", "")
        return gevraagd if gevraagd.lstrip("-") in SORTERINGEN else SORTERINGEN[0]

    def _rij(self, casus: Any) -> list[Cel]:
        dossier, pauze_tot = casus.dossier, casus.pauze_tot
        return [
            Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk])),
            Cel(
                chip=fasechip(Fase(dossier.fase)),
                sub=f"op pauze tot {tijd.dag_maand_jaar(pauze_tot)}" if pauze_tot else "",
            ),
            self._herbeoordeling(casus),
            Cel(casus.regisseur_naam or "geen regisseur"),
            Cel(casus.get_risicogroep_display()),
            Cel(tijd.datum_kort(casus.geopend_op)),
        ]

    def _herbeoordeling(self, casus: Casus) -> Cel:
        dag, vandaag = casus.herbeoordeling_op, self.toegang.vandaag
        if casus.dossier.fase not in ONDER_HERBEOORDELING:
            return Cel("niet meer nodig")
        return Cel(
            chip=Chip(tijd.termijn(dag, vandaag), tijd.termijn_toon(dag, vandaag)),  # type: ignore[arg-type]
            sub=tijd.datum_kort(dag),
        )
