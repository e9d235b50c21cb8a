"""Questions answered without recording a person: the list with its count, and the form."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Kolom, Kruimel
from casusregie.ui.paging import begrensd_aantal, bladeren
from convenant.enums import Rol
from convenant.guard import HandelingPagina, Pagina, inzage, verricht
from convenant.handeling import mogelijkheid
from meldpunt.enums import Kanaal
from meldpunt.forms.duiden import AdviesvraagBeantwoordenFormulier
from meldpunt.forms.meldingen import AdviesvraagFilter
from meldpunt.models import Adviesvraag
from meldpunt.selectors.adviesvragen import adviesvragen
from meldpunt.services.antwoorden import adviesvraag_beantwoorden

KOLOMMEN = [Kolom("Nummer"), Kolom("Gesteld"), Kolom("Wie vroeg"), Kolom("Vraag en advies")]


class Adviesvragen(Pagina):
    """What was asked and advised, newest first; how many, within the filter."""

    deur = inzage(
        "adviesvragen",
        Rol.MAP_MEDEWERKER,
        Rol.PROCESREGISSEUR,
        Rol.LEIDINGGEVENDE,
        titel="Adviesvragen",
    )
    template_name = "meldpunt/adviesvragen.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = AdviesvraagFilter(self.request.GET)
        lijst = adviesvragen(self.toegang, **filter_.gekozen())
        pagina = bladeren(lijst, self.request.GET.get("vanaf"), op="-gesteld_op")
        return {
            "filter": filter_,
            "aantal": begrensd_aantal(lijst),
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [_rij(vraag) for vraag in pagina],
            "beantwoorden": mogelijkheid(
                self.toegang,
                adviesvraag_beantwoorden,
                None,
                label="Adviesvraag beantwoorden",
                url=reverse("meldpunt:adviesvraag_beantwoorden"),
                primair=True,
            ),
        }


class AdviesvraagBeantwoorden(HandelingPagina):
    """Note a question and the advice given; nobody is recorded."""

    deur = verricht(adviesvraag_beantwoorden)
    handeling = staticmethod(adviesvraag_beantwoorden)
    formulier = AdviesvraagBeantwoordenFormulier
    titel = "Adviesvraag beantwoorden"
    uitleg = "Een adviesvraag telt mee in de cijfers. Er wordt geen persoon vastgelegd."
    gelukt = "De adviesvraag is vastgelegd."

    def beginwaarden(self) -> Mapping[str, Any]:
        return {"kanaal": Kanaal.TELEFOON}

    def kruimelpad(self) -> list[Kruimel]:
        return [Kruimel("Adviesvragen", self.terug_url()), Kruimel(self.titel)]

    def na_dubbel(self, object_id: uuid.UUID | None) -> str:
        return self.terug_url()

    def terug_url(self) -> str:
        return reverse("meldpunt:adviesvragen")


def _rij(vraag: Adviesvraag) -> list[Cel]:
    return [
        Cel(vraag.nummer),
        Cel(
            tijd.datum_kort(vraag.gesteld_op),
            sub=f"{tijd.uur(vraag.gesteld_op)} · {vraag.get_kanaal_display()}",
        ),
        Cel(vraag.get_meldersoort_display()),
        Cel(vraag.onderwerp, sub=vraag.advies),
    ]
