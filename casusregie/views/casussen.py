"""The list of cases that this role may know."""

import uuid
from typing import Any

from django.urls import reverse

from casusregie.forms.casus import CasusFilter
from casusregie.models import Casus, Pauze
from casusregie.rules.lezen import LIJSTROLLEN, OVERZICHTSROLLEN, kop_van_lijst
from casusregie.selectors.casus import (
    ONDER_HERBEOORDELING,
    betrokken_nu,
    casussen_gefilterd,
    gepauzeerd,
    regisseurs,
)
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom
from casusregie.ui.paging import bladeren
from convenant.enums import Fase, Relatie
from convenant.guard import Pagina, inzage

SORTERINGEN = ("herbeoordeling_op", "geopend_op", "dossier__nummer")
KOLOMMEN = [
    Kolom("Casus", "dossier__nummer"),
    Kolom("Fase"),
    Kolom("Herbeoordeling", "herbeoordeling_op"),
    Kolom("Regisseur"),
    Kolom("Risicogroep"),
    Kolom("In de aanpak sinds", "geopend_op"),
]


class Casussen(Pagina):
    """First the case that is due first; never with a name."""

    deur = inzage("casussen", *LIJSTROLLEN)
    template_name = "casusregie/casussen.html"

    def gegevens(self) -> dict[str, Any]:
        overzicht = self.toegang.is_een(*OVERZICHTSROLLEN)
        filter_ = CasusFilter(
            self.request.GET, regisseurs=regisseurs(self.toegang) if overzicht else ()
        )
        sorteer = self._sortering()
        pagina = bladeren(
            casussen_gefilterd(self.toegang, filter_.gekozen()),
            self.request.GET.get("vanaf"),
            op=sorteer,
        )
        dossiers = [casus.dossier_id for casus in pagina]
        self.getoonde_dossiers = dossiers
        namen = {
            b.content_object_id: b.hoedanigheid.medewerker.naam
            for b in betrokken_nu(self.toegang, dossiers, Relatie.REGISSEUR)
        }
        pauzes = gepauzeerd(self.toegang, dossiers)
        return {
            "kop": kop_van_lijst(self.toegang),
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "sorteer": sorteer,
            "rijen": [self._rij(casus, namen, pauzes) for casus in pagina],
        }

    def _sortering(self) -> str:
        gevraagd = self.request.GET.get("sorteer", "")
        return gevraagd if gevraagd.lstrip("-") in SORTERINGEN else SORTERINGEN[0]

    def _rij(
        self, casus: Casus, namen: dict[uuid.UUID, str], pauzes: dict[uuid.UUID, Pauze]
    ) -> list[Cel]:
        dossier, pauze = casus.dossier, pauzes.get(casus.dossier_id)
        return [
            Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk])),
            Cel(
                chip=Chip(Fase(dossier.fase).label, "goed"),
                sub=f"op pauze tot {tijd.dag_maand_jaar(pauze.tot)}" if pauze else "",
            ),
            self._herbeoordeling(casus),
            Cel(namen.get(dossier.pk, "geen regisseur")),
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
