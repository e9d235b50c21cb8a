"""The list of dossiers in which a besluit is prepared, asked, confirmed or taken."""

from typing import Any

from django.urls import reverse

from casusregie.enums import Besluitstatus, Notastatus
from casusregie.forms.besluit import BesluitFilter
from casusregie.models import Besluit, Besluitnota
from casusregie.selectors.besluit import besluitdossiers, laatsten
from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Kolom
from casusregie.ui.paging import bladeren
from convenant.enums import Fase, Rol
from convenant.guard import Pagina, inzage
from convenant.models import Dossier

KOLOMMEN = [Kolom("Nummer"), Kolom("Fase"), Kolom("Stand"), Kolom("Sinds"), Kolom("Gewijzigd")]


class Besluiten(Pagina):
    """Newest change first, 25 a page, filtered by where the besluit stands."""

    deur = inzage(
        "besluiten", Rol.BESTUURSADVISEUR, Rol.BESLISSER, Rol.PROCESREGISSEUR, titel="Besluiten"
    )
    template_name = "casusregie/besluiten.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = BesluitFilter(self.request.GET)
        lijst = besluitdossiers(self.toegang, filter_.gekozen().get("stand", ""))
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gewijzigd_op")
        self.getoonde_dossiers = [dossier.pk for dossier in pagina]
        notas, besluiten = laatsten(self.toegang, list(self.getoonde_dossiers))
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(d, notas.get(d.pk), besluiten.get(d.pk)) for d in pagina],
        }


def _rij(dossier: Dossier, nota: Besluitnota | None, besluit: Besluit | None) -> list[Cel]:
    chip, sinds = _stand(dossier, nota, besluit)
    return [
        Cel(dossier.nummer, url=reverse("casusregie:besluit_inzien", args=[dossier.pk])),
        Cel(dossier.get_fase_display()),
        Cel(chip=chip),
        Cel(tijd.datum_kort(sinds)),
        Cel(tijd.moment(dossier.gewijzigd_op)),
    ]


def _stand(dossier: Dossier, nota: Besluitnota | None, besluit: Besluit | None) -> tuple[Chip, Any]:
    if besluit is not None and besluit.status == Besluitstatus.WACHT_OP_TWEEDE:
        return Chip("tweede persoon nodig", "straks"), besluit.genomen_op
    if nota is not None and nota.status == Notastatus.AANGEBODEN:
        return Chip("besluit nemen", "straks"), nota.aangeboden_op
    if nota is not None and nota.status == Notastatus.CONCEPT:
        return Chip("nota in concept", "merk"), nota.opgesteld_op
    if dossier.fase == Fase.BESLUIT or besluit is None:
        return Chip("nota maken", "merk"), dossier.fase_sinds
    return Chip(besluit.get_uitkomst_display(), "goed"), besluit.genomen_op
