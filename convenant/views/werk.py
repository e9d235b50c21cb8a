"""Mijn werk: what waits, what is late and what is new for this hoedanigheid."""

from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Kolom, Telling
from casusregie.ui.panelen import panelen
from convenant.enums import Fase, Niveau, Rol
from convenant.guard import Pagina, fasechip, inzage
from convenant.models import Dossier
from convenant.regelboek import LEESROLLEN
from convenant.selectors.taken import STANDEN, eerste_taken
from convenant.selectors.tellen import geteld
from convenant.toegang import Toegang

from .dossier import dossieraanduiding, taakregel, waarschuwingen_bij_taken

NU_TE_DOEN, GEWIJZIGD = 10, 6


class MijnWerk(Pagina):
    """The first page after login. What later rooms count is shown when there is something."""

    deur = inzage("mijn_werk", titel="Mijn werk")
    template_name = "convenant/mijn_werk.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        eigen = taaktellingen(toegang)
        elders = [t for lijst in panelen("mijn_werk", toegang=toegang) for t in lijst]
        alle = geteld([*eigen, *elders])
        eigen, verder = alle[: len(eigen)], [t for t in alle[len(eigen) :] if t.aantal != "0"]
        rijen = _gewijzigd(toegang)
        self.getoonde_dossiers = [dossier.pk for dossier in rijen]
        taken = list(eerste_taken(toegang, NU_TE_DOEN))
        gewaarschuwd = waarschuwingen_bij_taken(toegang, taken)
        return {
            "tellingen": [*eigen, *verder],
            "er_wacht_iets": bool(verder) or any(t.aantal != "0" for t in eigen),
            "panelen": panelen("mijn_werk_paneel", toegang=toegang),
            "taken_nu": [
                taakregel(
                    toegang,
                    taak,
                    dossieraanduiding(taak, zonder=taak.get_soort_display()),
                    gewaarschuwd=taak.dossier_id in gewaarschuwd,
                )
                for taak in taken
            ],
            "kolommen": [Kolom("Dossier"), Kolom("Fase"), Kolom("Gewijzigd")],
            "rijen": [_rij(dossier) for dossier in rijen],
        }


def taaktellingen(toegang: Toegang) -> list[Telling]:
    """Own tasks per state, each number a link to exactly those."""
    url = reverse("convenant:taken")
    lijst = {stand: STANDEN[stand](toegang) for stand in ("te_laat", "deze_week", "nieuw", "open")}
    return [
        Telling(lijst["te_laat"], "te laat", f"{url}?stand=te_laat", "laat", "alarm-clock"),
        Telling(
            lijst["deze_week"],
            "voor deze week",
            f"{url}?stand=deze_week",
            "straks",
            "calendar-days",
        ),
        Telling(lijst["nieuw"], "nieuw", f"{url}?stand=nieuw", icoon="sparkles"),
        Telling(lijst["open"], "alle open taken", url, icoon="list-checks"),
    ]


def _gewijzigd(toegang: Toegang) -> list[Dossier]:
    if toegang.rol not in LEESROLLEN or toegang.rol == Rol.LID_COMMISSIE:
        return []
    lijst = Dossier.objects.voor(toegang, minstens=Niveau.PROCES)
    return list(lijst.order_by("-gewijzigd_op", "-pk")[:GEWIJZIGD])


def _rij(dossier: Dossier) -> list[Cel]:
    return [
        Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk])),
        Cel(chip=fasechip(Fase(dossier.fase))),
        Cel(tijd.moment(dossier.gewijzigd_op)),
    ]
