"""What the pages of a report share: the asker's roles, the way back, and how states look."""

import uuid

from django.urls import reverse

from casusregie.ui.blokken import Chip, Kruimel
from convenant.enums import Rol
from meldpunt.enums import Meldingstatus, Urgentie
from meldpunt.models import Melding

TRIAGE = (Rol.MAP_MEDEWERKER, Rol.PROCESREGISSEUR)
"""Who works on reports, and may see those that are not matched yet."""

URGENTIETOON = {Urgentie.ACUUT: "laat", Urgentie.HOOG: "straks"}
STATUSTOON = {
    Meldingstatus.NIEUW: "straks",
    Meldingstatus.DUIDING: "merk",
    Meldingstatus.TWEEDE_PERSOON: "straks",
}


def urgentiechip(melding: Melding) -> Chip:
    """How soon someone has to look."""
    urgentie = Urgentie(melding.urgentie)
    icoon = "siren" if urgentie == Urgentie.ACUUT else ""
    return Chip(urgentie.label, URGENTIETOON.get(urgentie, "neutraal"), icoon)  # type: ignore[arg-type]


def statuschip(melding: Melding) -> Chip:
    """Where the report stands in the triage."""
    status = Meldingstatus(melding.status)
    return Chip(status.label, STATUSTOON.get(status, "neutraal"))  # type: ignore[arg-type]


def melding_url(melding_id: uuid.UUID | None) -> str:
    """The page of a report."""
    return reverse("meldpunt:melding_inzien", args=[melding_id])


def kruimels_van_melding(melding: Melding, rol: Rol, *verder: str) -> list[Kruimel]:
    """The way back from a page about a report: the list, or Mijn werk for who has no list."""
    if rol in TRIAGE:
        begin = Kruimel("Meldingen", reverse("meldpunt:meldingen"))
    else:
        begin = Kruimel("Mijn werk", reverse("convenant:mijn_werk"))
    if not verder:
        return [begin, Kruimel(melding.nummer)]
    return [begin, Kruimel(melding.nummer, melding_url(melding.pk)), Kruimel(verder[0])]
