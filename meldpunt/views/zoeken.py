"""Searching by name or number: the words travel by POST and are kept nowhere."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from casusregie.ui.blokken import Cel, Chip, Kolom
from convenant.enums import Logsoort
from convenant.guard import Pagina, inzage
from convenant.guard.context import ZOEKROLLEN
from convenant.logboek import log_schrijven
from meldpunt.enums import Persoonsrol
from meldpunt.forms.duiden import ZoekFormulier
from meldpunt.models import Melding
from meldpunt.selectors.zoeken import (
    MEEST,
    Kandidaat,
    dossiers_met_nummer,
    is_nummer,
    kandidaten,
    meldingen_met_nummer,
    over_onbekenden,
)

from .kader import statuschip

KOLOMMEN = [Kolom("Wie of wat"), Kolom("Dossier"), Kolom("Fase of status")]


class Zoeken(Pagina):
    """People in any spelling, dossiers and reports by number: only what this asker may know."""

    deur = inzage("zoeken", *sorted(ZOEKROLLEN), titel="Zoeken")
    template_name = "meldpunt/zoeken.html"
    http_method_names: ClassVar[list[str]] = ["get", "head", "post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Search, and log that there was a search and what it showed, not the words."""
        form = ZoekFormulier(request.POST)
        if not form.is_valid():
            return self.toon(self.gegevens() | {"form": form}, status=422)
        vraag = form.cleaned_data["vraag"]
        rijen = self._op_nummer(vraag) if is_nummer(vraag) else self._op_naam(vraag)
        log_schrijven(
            self.toegang, Logsoort.ZOEKVRAAG, "zoeken", dossiers=list(self.getoonde_dossiers)
        )
        return self.toon(
            self.gegevens()
            | {"form": form, "gezocht": True, "rijen": rijen, "vol": len(rijen) >= MEEST}
        )

    def gegevens(self) -> dict[str, Any]:
        return {
            "form": ZoekFormulier(),
            "gezocht": False,
            "kolommen": KOLOMMEN,
            "rijen": [],
            "vol": False,
        }

    def _op_naam(self, vraag: str) -> list[list[Cel]]:
        gevonden = kandidaten(self.toegang, vraag)
        onbekenden = list(over_onbekenden(self.toegang, vraag))
        self.getoonde_dossiers = [
            *(k.persoon.dossier_id for k in gevonden),
            *(m.dossier_id for m in onbekenden if m.dossier_id),
        ]
        return [_persoonrij(k) for k in gevonden] + [_onbekendrij(m) for m in onbekenden]

    def _op_nummer(self, vraag: str) -> list[list[Cel]]:
        dossiers = list(dossiers_met_nummer(self.toegang, vraag))
        self.getoonde_dossiers = [dossier.pk for dossier in dossiers]
        rijen = [
            [Cel("Dossier"), _naar_dossier(d), Cel(chip=Chip(d.get_fase_display()))]
            for d in dossiers
        ]
        for melding in meldingen_met_nummer(self.toegang, vraag):
            url = reverse("meldpunt:melding_inzien", args=[melding.pk])
            rijen.append([Cel("Melding"), Cel(melding.nummer, url), Cel(chip=statuschip(melding))])
        return rijen


def _persoonrij(kandidaat: Kandidaat) -> list[Cel]:
    persoon = kandidaat.persoon
    jaar = persoon.geboortedatum.year if persoon.geboortedatum else persoon.geboortejaar
    sub = [f"geboren in {jaar}" if jaar else "geboortejaar onbekend"]
    if persoon.rol == Persoonsrol.NEVEN:
        sub.append("nevenbetrokkene")
    return [
        Cel(persoon.volledige_naam, sub=" · ".join(sub)),
        _naar_dossier(persoon.dossier),
        Cel(chip=Chip(persoon.dossier.get_fase_display())),
    ]


def _onbekendrij(melding: Melding) -> list[Cel]:
    url = reverse("meldpunt:melding_inzien", args=[melding.pk])
    dossier: Any = melding.dossier
    return [
        Cel(f"Persoon onbekend, melding {melding.nummer}", url=url, sub="deze woorden staan erin"),
        _naar_dossier(dossier),
        Cel(chip=Chip(dossier.get_fase_display())),
    ]


def _naar_dossier(dossier: Any) -> Cel:
    return Cel(dossier.nummer, url=reverse("convenant:dossier_inzien", args=[dossier.pk]))
