"""Matching a report to a person: candidates in any spelling, a new person, or nobody yet."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property

from casusregie.ui.blokken import Kruimel
from casusregie.ui.formulieren import Formulier
from convenant.enums import Logsoort
from convenant.guard import HandelingPagina, een_of_404, verricht
from convenant.handeling import Geweigerd
from convenant.logboek import log_schrijven
from meldpunt.enums import Persoonsrol
from meldpunt.forms.duiden import (
    NIEUW,
    ONBEKEND,
    PERSOONSVELDEN,
    MeldingHerkoppelenFormulier,
    MeldingKoppelenFormulier,
    ZoekFormulier,
)
from meldpunt.models import Melding
from meldpunt.selectors.zoeken import Kandidaat, geboorte_van, kandidaten, kandidaten_bij
from meldpunt.services.koppelen import melding_herkoppelen, melding_koppelen

from .kader import kruimels_van_melding, melding_url


class _Koppelen(HandelingPagina):
    """Who is meant; the MAP sees name, year of birth, dossier number and phase, nothing more."""

    template_name = "meldpunt/melding_koppelen.html"

    def vind_onderwerp(self) -> Melding:
        return een_of_404(Melding.objects.voor(self.toegang), pk=self.kwargs["melding_id"])

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Match, or look for candidates under another name."""
        if "vraag" not in request.POST:
            return super().post(request, **kwargs)
        try:
            type(self).handeling.regel(self.toegang, self.onderwerp)
        except Geweigerd as weigering:
            return self.toon_weigering(weigering)
        if not self.zoekformulier.is_valid():
            return self.toon_formulier(self.maak_formulier(), status=422)
        self._zoekvraag_loggen()
        return self.toon_formulier(self.maak_formulier())

    @cached_property
    def zoekformulier(self) -> ZoekFormulier:
        """The other name to look for, from its own form or carried along by the main one."""
        if "vraag" in self.request.POST:
            return ZoekFormulier(self.request.POST)
        zoeknaam = self.request.POST.get("zoeknaam", "")
        return ZoekFormulier({"vraag": zoeknaam}) if zoeknaam else ZoekFormulier()

    @cached_property
    def zoeknaam(self) -> str:
        """What is looked for beside the name in the report; empty when it cannot be a name."""
        form = self.zoekformulier
        return form.cleaned_data["vraag"] if form.is_bound and form.is_valid() else ""

    @cached_property
    def kandidaten(self) -> list[Kandidaat]:
        """Found under the other name first, then under the name in the report."""
        bij_naam = kandidaten_bij(self.toegang, self.onderwerp)
        if not self.zoeknaam:
            return bij_naam
        anders = kandidaten(self.toegang, self.zoeknaam, geboorte_van(self.onderwerp))
        gezien = {k.persoon.pk for k in anders}
        return anders + [k for k in bij_naam if k.persoon.pk not in gezien]

    def beginwaarden(self) -> Mapping[str, Any]:
        melding = self.onderwerp
        return {
            "voornaam": melding.genoemde_voornaam,
            "achternaam": melding.genoemde_achternaam,
            "geboortedatum": melding.genoemde_geboortedatum,
            "geboortejaar": _geschat_jaar(melding),
            "zoeknaam": self.zoeknaam,
        }

    def formulier_argumenten(self) -> dict[str, Any]:
        return {
            "keuzes": [
                *((str(k.persoon.pk), _in_woorden(k)) for k in self.kandidaten),
                (NIEUW, "Nieuwe persoon"),
                (ONBEKEND, "Persoon onbekend: er is nog geen naam"),
            ]
        }

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        keuze = form.cleaned_data["keuze"]
        if keuze == ONBEKEND:
            return {"onbekend": True}
        if keuze == NIEUW:
            return {"nieuw": {veld: form.cleaned_data[veld] for veld in PERSOONSVELDEN}}
        return {"persoon": next(k.persoon for k in self.kandidaten if str(k.persoon.pk) == keuze)}

    def gegevens(self) -> dict[str, Any]:
        self.getoonde_dossiers = [k.persoon.dossier_id for k in self.kandidaten]
        return {
            "melding": self.onderwerp,
            "aantal": len(self.kandidaten),
            "zoekformulier": self.zoekformulier,
            "actie": self.request.path,
        }

    def kruimelpad(self) -> list[Kruimel]:
        return kruimels_van_melding(self.onderwerp, self.toegang.rol, self.titel)

    def terug_url(self) -> str:
        return melding_url(self.onderwerp.pk)

    def _zoekvraag_loggen(self) -> None:
        log_schrijven(
            self.toegang,
            Logsoort.ZOEKVRAAG,
            self.deur.doel,
            dossiers=[k.persoon.dossier_id for k in self.kandidaten],
            onderwerp=self.onderwerp,
        )


class MeldingKoppelen(_Koppelen):
    """The first match."""

    deur = verricht(melding_koppelen)
    handeling = staticmethod(melding_koppelen)
    formulier = MeldingKoppelenFormulier
    titel = "Melding koppelen"
    knop = "Koppelen"
    gelukt = "De melding is gekoppeld. Geef nu de duiding."


class MeldingHerkoppelen(_Koppelen):
    """The same choice again, with the reason why the first one was wrong."""

    deur = verricht(melding_herkoppelen)
    handeling = staticmethod(melding_herkoppelen)
    formulier = MeldingHerkoppelenFormulier
    titel = "Opnieuw koppelen"
    uitleg = (
        "De melding gaat weg uit het dossier waar zij nu staat. De reden blijft bewaard bij de "
        "geschiedenis van de melding."
    )
    knop = "Opnieuw koppelen"
    gelukt = "De melding is opnieuw gekoppeld. Geef nu de duiding."

    def argumenten(self, form: Formulier) -> dict[str, Any]:
        return super().argumenten(form) | {"reden": form.cleaned_data["reden"]}


def _geschat_jaar(melding: Melding) -> int | None:
    if melding.genoemde_geboortedatum:
        return None
    return geboorte_van(melding).jaar


def _in_woorden(kandidaat: Kandidaat) -> str:
    persoon = kandidaat.persoon
    jaar = persoon.geboortedatum.year if persoon.geboortedatum else persoon.geboortejaar
    delen = [
        persoon.volledige_naam,
        f"geboren in {jaar}" if jaar else "geboortejaar onbekend",
        f"dossier {persoon.dossier.nummer}",
        persoon.dossier.get_fase_display().lower(),
    ]
    if persoon.roepnamen:
        delen.insert(1, f"ook: {persoon.roepnamen}")
    if persoon.rol == Persoonsrol.NEVEN:
        delen.append("hier nevenbetrokkene, krijgt een eigen dossier")
    return " · ".join(delen)
