"""The world of the matrix: a row of every kind with its canaries, and everyone who tries it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client
from pypdf import PdfReader

from beoordeling.models import Informatie
from casusregie.config import urls
from casusregie.models import Overleg
from casusregie.services.overleg import overleg_sluiten
from convenant.enums import Categorie, Relatie, Rol
from convenant.models import Dossier, Hoedanigheid, Medewerker, Taak
from convenant.selectors.toegang import SESSIESLEUTEL
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from monitoring.models import Incident, Meting, Rapport
from monitoring.services.rapportmaker import rapport_afmaken
from tests.architecture.kanaries import Voliere
from tests.cast import LANG, NU, Cast, Speler
from tests.orakel.gegevens import Vrager
from tests.orakel.wereldbeeld import Wereldbeeld, gelezen, vrager_van
from tests.stappen import beoordeling, meldpunt
from tests.stappen.hele_wereld import hele_wereld

ERBIJ = {
    "pim": ("Pim Agent", Rol.PARTNER, "politie"),
    "els": ("Els Vreemd", Rol.PARTNER, "andere_school"),
    "oud_rik": ("Oscar Eerder", Rol.CASUSREGISSEUR, "gemeente"),
    "oud_ron": ("Onno Eerder", Rol.PARTNER, "reclassering"),
    "wia": ("Wia Verder", Rol.LID_WEEGPLOEG, "politie"),
}
"""Beside the cast: involved from the police, from a school but not involved, no longer involved
(twice), and a second member of the weegploeg of one organisation."""


@dataclass
class Proever:
    """Someone who tries every URL, with his browser and how the oracle knows him."""

    naam: str
    rol: Rol
    client: Client
    vrager: Vrager


class Matrixwereld:
    """The whole world; stukken by name, as the tables use them."""

    def __init__(self) -> None:
        self.wereld = hele_wereld()
        self.cast = self.wereld.cast
        self.extra = self._extra()
        self.erbij = {speler.sleutel: speler for speler in self._erbij()}
        spelers = [*self.cast.iedereen(), *self.erbij.values()]
        self.proevers = [self._proever(speler) for speler in spelers]
        self.voliere = Voliere(self.wereld)
        self._stukken_met_kanaries()
        self.beeld: Wereldbeeld = gelezen()

    def stuk(self, naam: str) -> Any:
        return self.extra[naam] if naam in self.extra else getattr(self.wereld, naam, None)

    def dicht(self, proever: Proever) -> frozenset[Any]:
        """The dossiers that are shut for this person."""
        return frozenset(
            id_ for id_, d in self.beeld.dossiers.items() if d.is_dicht_voor(proever.vrager)
        )

    def _extra(self) -> dict[str, Any]:
        wereld, cast = self.wereld, self.cast
        return {
            "melding_ingestuurd": meldpunt.melding_ingestuurd(cast),
            "overleg_gesloten": self._overleg_gesloten(),
            "meting": Meting._base_manager.filter(dossier=wereld.casus.dossier).earliest("pk"),
            "instrument": wereld.interventie_klaar.instrument,
            "taak_map": Taak._base_manager.filter(voor_rol=Rol.MAP_MEDEWERKER).earliest("pk"),
            "weging_in_aanpak": self._weging_in_aanpak(),
        }

    def _overleg_gesloten(self) -> Overleg:
        paula = self.cast.paula.toegang
        return overleg_sluiten(paula, self.wereld.overleg_besproken)

    def _weging_in_aanpak(self) -> Any:
        weging = beoordeling.weging_gesloten(self.cast)
        dossier = Dossier._base_manager.get(pk=weging.dossier_id)
        dossier.fase = "uitvoering"
        dossier.save()
        return weging

    def _stukken_met_kanaries(self) -> None:
        informatie = Informatie._base_manager.filter(dossier=self.wereld.casus.dossier)
        incidenten = Incident._base_manager.filter(dossier=self.wereld.casus.dossier)
        politie, ggz = self.cast.organisatie("politie"), self.cast.organisatie("ggz")
        self.extra |= {
            "van_politie": informatie.get(bron=politie, categorie=Categorie.POLITIEGEGEVEN),
            "van_ggz": informatie.get(bron=ggz, categorie=Categorie.GEWOON),
            "in_weging": Informatie._base_manager.get(
                dossier=self.wereld.te_wegen, bron=politie, categorie=Categorie.STRAFRECHTELIJK
            ),
            "incident_van_politie": incidenten.get(
                bron=politie, categorie=Categorie.POLITIEGEGEVEN
            ),
            "incident_van_ggz": incidenten.get(bron=ggz, categorie=Categorie.GEWOON),
            "dossierrapport": Rapport._base_manager.get(dossier=self.wereld.casus.dossier),
        }
        rapport_afmaken(self.extra["dossierrapport"].pk)

    def _erbij(self) -> Iterator[Speler]:
        dossier = self.wereld.casus.dossier
        for sleutel, (naam, rol, organisatie) in ERBIJ.items():
            speler = nieuwe_speler(self.cast, sleutel, naam, rol, organisatie)
            if sleutel in ("pim", "oud_rik", "oud_ron"):
                relatie = Relatie.LEZER if sleutel == "oud_rik" else Relatie.PARTNER
                betrokken = betrokkenheid_verlenen(
                    self.cast.paula.toegang,
                    dossier,
                    wie=speler.hoedanigheid,
                    relatie=relatie,
                    reden="Werkt mee",
                )
                if sleutel.startswith("oud"):
                    betrokkenheid_beeindigen(self.cast.paula.toegang, betrokken, reden="Klaar")
            yield speler

    def _proever(self, speler: Speler) -> Proever:
        hoedanigheid = speler.hoedanigheid
        return Proever(
            speler.sleutel,
            Rol(hoedanigheid.rol),
            ingelogd(speler),
            vrager_van(hoedanigheid, NU),
        )


def nieuwe_speler(cast: Cast, sleutel: str, naam: str, rol: Rol, organisatie: str) -> Speler:
    medewerker = Medewerker.objects.create_user(f"{sleutel}@voorbeeld.test", None, naam=naam)
    hoedanigheid = Hoedanigheid.objects.create(
        medewerker=medewerker,
        rol=rol,
        organisatie=cast.organisatie(organisatie),
        van=date(2020, 1, 1),
        bevestigd_tot=LANG,
    )
    return Speler(sleutel, hoedanigheid)


class Browser(Client):
    """A browser that keeps nothing of the templates it saw: there are thousands of pages."""

    def request(self, **request: Any) -> Any:
        return self.handler(self._base_environ(**request))


def kort(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The refusal without the frame around it: what was raised, and nothing else."""
    return HttpResponse(repr(exception), status=404)


@contextmanager
def korte_weigering() -> Iterator[None]:
    """Thousands of refusals differ in nothing but what was raised; the page is compared apart."""
    urls.handler404 = kort  # type: ignore[attr-defined]
    try:
        yield
    finally:
        del urls.handler404  # type: ignore[attr-defined]


def ingelogd(speler: Speler) -> Client:
    """The browser of this person, in this capacity."""
    client = Browser()
    client.force_login(speler.medewerker, settings.AUTHENTICATION_BACKENDS[0])
    sessie = client.session
    sessie[SESSIESLEUTEL] = str(speler.hoedanigheid.pk)
    sessie.save()
    return client


@contextmanager
def teruggedraaid() -> Iterator[None]:
    """What happens inside has not happened afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def tekst_van(antwoord: HttpResponseBase) -> str:
    """Everything an answer tells: headers, and a page, a fragment or the text of a PDF."""
    koppen = "\n".join(f"{naam}: {waarde}" for naam, waarde in antwoord.items())
    inhoud = antwoord.getvalue()
    if inhoud.startswith(b"%PDF-1.7"):
        bladen = PdfReader(io.BytesIO(inhoud)).pages
        return koppen + "\n".join(blad.extract_text() for blad in bladen)
    return koppen + "\n" + inhoud.decode("utf-8", "replace")
