"""Lock 3: every write is a deed with a rule, a page and a test of its own name."""

import importlib
import pkgutil
import types

from django.conf import settings

from convenant.handeling import REGELS
from convenant.management.commands.bevoegdheden import laad_handelingen
from tests.architecture.bron import ROOT, public_functions, url_patterns

laad_handelingen()


def services() -> list[types.ModuleType]:
    modules = []
    for room in settings.ROOMS:
        pakket = importlib.import_module(f"{room}.services")
        for info in pkgutil.iter_modules(pakket.__path__, f"{pakket.__name__}."):
            modules.append(importlib.import_module(info.name))
    return modules


FUNCTIES = {
    f"{module.__name__}.{naam}": functie
    for module in services()
    for naam, functie in public_functions(module).items()
}
HANDELINGEN = {f.__name__: f for f in FUNCTIES.values() if hasattr(f, "regel")}
GEEN_HANDELING: set[str] = {
    "convenant.services.accounts_bewaken.hercertificering_bewaken",
    "convenant.services.accounts_bewaken.ongebruikte_accounts_sluiten",
    "convenant.services.accounts_bewaken.ongebruikte_accounts_waarschuwen",
    "convenant.services.convenantinhoud.convenant_laden",
    "convenant.services.dossier.volgend_nummer",
    "convenant.services.embargo.embargotaken_zetten",
    "convenant.services.handtekeningen.handtekeningen_bewaken",
    "convenant.services.klok.taken_van_de_klok",
    "meldpunt.services.registreren.organisatie_van_het_map",
    "beoordeling.services.beoordeling_invullen.bevinding_van",
    "beoordeling.services.bestand.mediatype_van",
    "beoordeling.services.informatie_bewaken.informatie_bewaken",
    "beoordeling.services.kader.kaders_laden",
    "beoordeling.services.weging.weegploeg",
    "casusregie.services.koffer.koffer_laden",
    "monitoring.services.leefdomeinen.leefdomeinen_laden",
    "monitoring.services.rapporten_opruimen.rapporten_opruimen",
    "monitoring.services.rapportmaker.rapport_afmaken",
}
"""Functions that answer a value, load content that ships with the application, finish or destroy
the file of a report in a worker, warn that a term nears, or close an account that nobody uses: they
decide nothing in a dossier."""
ELDERS = {"embargo_laten_verlopen", "zorgdeling_laten_verlopen"}
"""Deeds that are done from the page of another deed, or by the clock alone."""
URLNAMEN = {naam.rsplit(":", 1)[-1] for naam, _, _ in url_patterns()}


def test_een_service_is_een_handeling_of_een_bouwsteen() -> None:
    zwevend = {
        naam
        for naam, functie in FUNCTIES.items()
        if not hasattr(functie, "regel") and not hasattr(functie, "bouwsteen")
    }
    assert zwevend <= GEEN_HANDELING


def test_een_handeling_heeft_haar_eigen_regel() -> None:
    assert {naam for naam, f in HANDELINGEN.items() if f.regel is not REGELS[naam]} == set()


def test_een_regel_heeft_haar_handeling() -> None:
    assert set(REGELS) - set(HANDELINGEN) == set()


def test_een_handeling_heeft_een_pagina() -> None:
    assert set(HANDELINGEN) - URLNAMEN - ELDERS == set()


def test_een_handeling_heeft_een_test() -> None:
    tests = "\n".join(
        pad.read_text() for pad in (ROOT / "tests").rglob("*.py") if "architecture" not in pad.parts
    )
    assert {naam for naam in HANDELINGEN if naam not in tests} == set()
