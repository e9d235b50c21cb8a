"""The verstrekkingenregister of a dossier: what was given to which organisation, when and why."""

from typing import Any

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Kolom
from casusregie.ui.paging import bladeren
from convenant.enums import Categorie
from convenant.forms.verstrekkingen import VerstrekkingFilter
from convenant.guard import DossierPagina, inzage
from convenant.models import Verstrekking
from convenant.models.verstrekking import REGISTERLEZERS
from convenant.selectors.verstrekkingen import verstrekkingen_van

KOLOMMEN = [Kolom("Wanneer"), Kolom("Wat"), Kolom("Van en naar"), Kolom("Grond"), Kolom("Besloten")]


class Verstrekkingen(DossierPagina):
    """Newest first, 25 a page; kinds and categories only, no text of the dossier."""

    deur = inzage("verstrekkingen", *REGISTERLEZERS, titel="Dossier: verstrekkingen")
    template_name = "convenant/verstrekkingen.html"
    tab = "verstrekkingen"

    def gegevens(self) -> dict[str, Any]:
        filter_ = VerstrekkingFilter(self.request.GET)
        lijst = verstrekkingen_van(self.toegang, self.dossierstuk.pk).filter(**filter_.gekozen())
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-verstrekt_op")
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(v) for v in pagina],
        }


def _rij(v: Verstrekking) -> list[Cel]:
    categorieen = ", ".join(Categorie(c).label for c in v.categorieen)
    wie = v.besloten_door
    return [
        Cel(tijd.datum_kort(v.verstrekt_op), sub=tijd.uur(v.verstrekt_op)),
        Cel(v.get_soort_display(), sub=categorieen),
        Cel(f"naar {v.naar.naam}", sub=f"van {v.van.naam}"),
        Cel(v.grondslag, sub=v.noodzaak),
        Cel(wie.medewerker.naam, sub=wie.get_rol_display()),
    ]
