"""The logboek of a dossier: who did or saw what, when, and in which hoedanigheid."""

import uuid
from typing import Any

from django.http import Http404

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom
from casusregie.ui.paging import bladeren
from convenant.enums import Logsoort, Rol
from convenant.forms.logboek import LogboekFilter
from convenant.guard import DossierPagina, inzage
from convenant.logboek import NOOD, VERVANGING, in_woorden
from convenant.models import Logregel
from convenant.models.logregel import LOGBOEKROLLEN
from convenant.receivers import mag_logboek_lezen
from convenant.selectors.logboek import logboek_van_dossier, namen_bij

KOLOMMEN = [Kolom("Wanneer"), Kolom("Soort"), Kolom("Wat"), Kolom("Wie")]
TONEN = {Logsoort.WEIGERING: "laat", Logsoort.HANDELING: "merk"}


class Logboek(DossierPagina):
    """Newest first, 25 a page; a lid of the Commissie sees roles and organisations, no names."""

    deur = inzage("logboek", *LOGBOEKROLLEN, titel="Dossier: logboek")
    template_name = "convenant/logboek.html"
    tab = "logboek"

    def gegevens(self) -> dict[str, Any]:
        if not mag_logboek_lezen(self.toegang, self.dossierstuk):
            raise Http404
        filter_ = LogboekFilter(self.request.GET)
        regels = logboek_van_dossier(self.toegang, self.dossierstuk.pk).filter(**filter_.gekozen())
        pagina = bladeren(regels, self.request.GET.get("vanaf"), op="-gebeurd_op")
        mensen, organisaties = namen_bij(pagina.rijen)
        if self.toegang.rol == Rol.LID_COMMISSIE:
            mensen = {}
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(regel, mensen, organisaties) for regel in pagina],
        }


def _rij(
    regel: Logregel, mensen: dict[uuid.UUID, str], organisaties: dict[uuid.UUID, str]
) -> list[Cel]:
    rol = Rol(regel.rol).label if regel.rol else "toepassing"
    organisatie = organisaties.get(regel.organisatie_id, "") if regel.organisatie_id else ""
    plek = f"{rol} · {organisatie}" if organisatie else rol
    naam = mensen.get(regel.medewerker_id, "") if regel.medewerker_id else ""
    return [
        Cel(tijd.moment(regel.gebeurd_op)),
        Cel(chip=_soort(regel)),
        Cel(in_woorden(regel)),
        Cel(naam or plek, sub=plek if naam else ""),
    ]


def _soort(regel: Logregel) -> Chip:
    """What kind of line it is; reading in need, and acting for an absent colleague, stand out."""
    soort = Logsoort(regel.soort)
    if regel.resultaat == NOOD:
        return Chip(f"{soort.label} met noodtoegang", "laat")
    if regel.resultaat == VERVANGING:
        return Chip(f"{soort.label} als vervanger", "straks")
    return Chip(soort.label, TONEN.get(soort, "neutraal"))  # type: ignore[arg-type]
