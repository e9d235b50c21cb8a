"""Noodtoegang: who took it, what was read with it, and the deeds that take, end and judge it."""

import uuid
from typing import Any

from django.urls import reverse

from casusregie.ui import tijd
from casusregie.ui.blokken import Cel, Chip, Feit, Kolom, Kruimel
from casusregie.ui.paging import bladeren
from convenant.enums import Niveau, Noodoordeel, Rol
from convenant.forms.noodtoegang import (
    NoodtoegangBeeindigenFormulier,
    NoodtoegangBeoordelenFormulier,
    NoodtoegangFilter,
    NoodtoegangNemenFormulier,
)
from convenant.guard import HandelingPagina, Pagina, een_of_404, inzage, verricht
from convenant.handeling import mogelijkheid
from convenant.logboek import in_woorden
from convenant.models import Dossier, Logregel, Noodtoegang
from convenant.rules.noodtoegang import NEMERS
from convenant.selectors.noodtoegang import STANDEN, gelezen_onder, noodtoegangen
from convenant.services.noodtoegang import (
    noodtoegang_beeindigen,
    noodtoegang_beoordelen,
    noodtoegang_nemen,
)
from convenant.toegang import Mogelijkheid, Toegang

LEZERS = (*NEMERS, Rol.PROCESREGISSEUR, Rol.FG)
KOLOMMEN = [
    Kolom("Genomen"),
    Kolom("Dossier"),
    Kolom("Door wie"),
    Kolom("Beoordelen voor"),
    Kolom("Stand"),
]
MEESTE_REGELS = 200
"""Three hours of reading is less; what is more stands in the logboek of the dossier."""


class Noodtoegangen(Pagina):
    """One's own, or for who judges and oversees everybody's; what is late stands on top."""

    deur = inzage("noodtoegangen", *LEZERS, titel="Noodtoegang")
    template_name = "convenant/noodtoegangen.html"

    def gegevens(self) -> dict[str, Any]:
        filter_ = NoodtoegangFilter(self.request.GET)
        stand = filter_.gekozen().get("stand", "open")
        op = "beoordelen_voor" if stand in ("open", "te_laat") else "-genomen_op"
        pagina = bladeren(STANDEN[stand](self.toegang), self.request.GET.get("vanaf"), op=op)
        nummers = nummers_van(self.toegang, {n.dossier_id for n in pagina})
        self.getoonde_dossiers = sorted(nummers)
        return {
            "filter": filter_,
            "bladzijde": pagina,
            "kolommen": KOLOMMEN,
            "rijen": [noodrij(self.toegang, n, nummers) for n in pagina],
            "nemen": knop_nemen(self.toegang),
        }


class NoodtoegangInzien(Pagina):
    """One noodtoegang: who, why, until when, what was read, and what was thought of it."""

    deur = inzage("noodtoegang_inzien", *LEZERS, titel="Eén noodtoegang")
    template_name = "convenant/noodtoegang_inzien.html"

    def gegevens(self) -> dict[str, Any]:
        toegang = self.toegang
        noodtoegang = noodtoegang_of_404(toegang, self.kwargs["noodtoegang_id"])
        self.gelezen = noodtoegang
        dossier = _dossier_van(toegang, noodtoegang)
        return {
            "titel": self.deur.titel,
            "noodtoegang": noodtoegang,
            "chips": [stand(toegang, noodtoegang)],
            "feiten": _feiten(noodtoegang, dossier),
            "kolommen": [Kolom("Wanneer"), Kolom("Wat is geopend")],
            "rijen": [_gelezen(r) for r in gelezen_onder(noodtoegang)[:MEESTE_REGELS]],
            "kruimelpad": [
                Kruimel("Noodtoegang", reverse("convenant:noodtoegangen")),
                Kruimel("Eén noodtoegang"),
            ],
            "mogelijkheden": _mogelijkheden(toegang, noodtoegang),
        }


class NoodtoegangNemen(HandelingPagina):
    """Take it, by the exact number of a dossier."""

    deur = verricht(noodtoegang_nemen)
    handeling = staticmethod(noodtoegang_nemen)
    formulier = NoodtoegangNemenFormulier
    titel = "Noodtoegang nemen"
    uitleg = (
        "Alleen als u nu moet weten wat er in een dossier staat en niemand u erbij kan betrekken. "
        "U leest wat iemand in uw rol leest die wel betrokken is. Alles wat u opent wordt "
        "vastgelegd, en een procesregisseur beoordeelt achteraf of het terecht was."
    )
    knop = "Noodtoegang nemen"
    gelukt = "U hebt noodtoegang. Alles wat u in dit dossier opent, wordt vastgelegd."

    def kruimelpad(self) -> list[Kruimel]:
        return [Kruimel("Noodtoegang", reverse("convenant:noodtoegangen")), Kruimel(self.titel)]

    def succes_url(self, resultaat: Noodtoegang) -> str:
        return reverse("convenant:dossier_inzien", args=[resultaat.dossier_id])

    def terug_url(self) -> str:
        return reverse("convenant:noodtoegangen")


class NoodtoegangBeeindigen(HandelingPagina):
    """End it before its time."""

    deur = verricht(noodtoegang_beeindigen)
    handeling = staticmethod(noodtoegang_beeindigen)
    formulier = NoodtoegangBeeindigenFormulier
    titel = "Noodtoegang beëindigen"
    uitleg = "Vanaf nu kan dit dossier niet meer met deze noodtoegang worden gelezen."
    knop = "Beëindigen"
    gelukt = "De noodtoegang is beëindigd."

    def vind_onderwerp(self) -> Noodtoegang:
        return noodtoegang_of_404(self.toegang, self.kwargs["noodtoegang_id"])

    def terug_url(self) -> str:
        return reverse("convenant:noodtoegang_inzien", args=[self.kwargs["noodtoegang_id"]])


class NoodtoegangBeoordelen(HandelingPagina):
    """Say as a second person whether it was right."""

    deur = verricht(noodtoegang_beoordelen)
    handeling = staticmethod(noodtoegang_beoordelen)
    formulier = NoodtoegangBeoordelenFormulier
    titel = "Noodtoegang beoordelen"
    uitleg = "De functionaris gegevensbescherming leest uw oordeel en uw reden."
    knop = "Oordeel vastleggen"
    gelukt = "Uw oordeel is vastgelegd."

    def vind_onderwerp(self) -> Noodtoegang:
        return noodtoegang_of_404(self.toegang, self.kwargs["noodtoegang_id"])

    def terug_url(self) -> str:
        return reverse("convenant:noodtoegang_inzien", args=[self.kwargs["noodtoegang_id"]])


def noodtoegang_of_404(toegang: Toegang, noodtoegang_id: Any) -> Noodtoegang:
    """One's own, or any for who judges and oversees."""
    return een_of_404(noodtoegangen(toegang), pk=noodtoegang_id)


def knop_nemen(toegang: Toegang) -> Mogelijkheid:
    """The way to the form, for the roles that can take it."""
    return mogelijkheid(
        toegang,
        noodtoegang_nemen,
        None,
        label="Noodtoegang nemen",
        url=reverse("convenant:noodtoegang_nemen"),
        icoon="key-round",
    )


def nummers_van(toegang: Toegang, ids: set[uuid.UUID]) -> dict[uuid.UUID, str]:
    """The numbers of the dossiers that this asker may know (now)."""
    bekend = Dossier.objects.voor(toegang, minstens=Niveau.BESTAAN).filter(pk__in=ids)
    return dict(bekend.values_list("pk", "nummer"))


def stand(toegang: Toegang, n: Noodtoegang) -> Chip:
    """Where it stands: running, to be judged, late, or judged."""
    if n.loopt_op(toegang.moment):
        return Chip(f"loopt tot {tijd.uur(n.tot)}", "straks")
    if n.oordeel:
        return Chip(n.get_oordeel_display(), "goed" if n.oordeel == Noodoordeel.TERECHT else "laat")
    if n.beoordelen_voor < toegang.vandaag:
        return Chip("beoordeling te laat", "laat")
    return Chip("nog te beoordelen")


def noodrij(toegang: Toegang, n: Noodtoegang, nummers: dict[uuid.UUID, str]) -> list[Cel]:
    """The row of a noodtoegang; a number only where the dossier may be known."""
    url = reverse("convenant:noodtoegang_inzien", args=[n.pk])
    wie = n.hoedanigheid
    return [
        Cel(tijd.moment(n.genomen_op), url=url),
        Cel(nummers.get(n.dossier_id, "niet meer met u gedeeld")),
        Cel(wie.medewerker.naam, sub=f"{wie.get_rol_display()} · {wie.organisatie.naam}"),
        Cel(tijd.datum_kort(n.beoordelen_voor)),
        Cel(chip=stand(toegang, n)),
    ]


def _dossier_van(toegang: Toegang, n: Noodtoegang) -> Dossier | None:
    bekend = Dossier.objects.voor(toegang, minstens=Niveau.PROCES)
    return bekend.filter(pk=n.dossier_id).first()


def _feiten(n: Noodtoegang, dossier: Dossier | None) -> list[Feit]:
    wie = n.hoedanigheid
    lijst = [
        Feit("Door wie", wie.medewerker.naam, toelichting=f"{wie.get_rol_display()}"),
        Feit("Organisatie", wie.organisatie.naam),
        Feit("Genomen", tijd.moment(n.genomen_op)),
        Feit("Tot", tijd.moment(n.beeindigd_op or n.tot)),
        Feit("Beoordelen voor", tijd.datum(n.beoordelen_voor)),
    ]
    if dossier is not None:
        url = reverse("convenant:dossier_inzien", args=[dossier.pk])
        lijst.insert(0, Feit("Dossier", dossier.nummer, url=url))
    if n.beoordeeld_door is not None:
        naam = n.beoordeeld_door.medewerker.naam
        lijst.append(Feit("Beoordeeld", tijd.moment(n.beoordeeld_op), toelichting=naam))
    return lijst


def _gelezen(regel: Logregel) -> list[Cel]:
    return [Cel(tijd.moment(regel.gebeurd_op)), Cel(in_woorden(regel))]


def _mogelijkheden(toegang: Toegang, n: Noodtoegang) -> list[Mogelijkheid]:
    alle = [
        mogelijkheid(
            toegang,
            noodtoegang_beoordelen,
            n,
            label="Beoordelen",
            url=reverse("convenant:noodtoegang_beoordelen", args=[n.pk]),
            primair=True,
        )
    ]
    if n.loopt_op(toegang.moment):
        einde = reverse("convenant:noodtoegang_beeindigen", args=[n.pk])
        alle.append(
            mogelijkheid(toegang, noodtoegang_beeindigen, n, label="Nu beëindigen", url=einde)
        )
    return [m for m in alle if m.zichtbaar]
