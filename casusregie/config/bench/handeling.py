"""What evidence costs: the log line of a reading, and history and log of a deed."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import cycle
from unittest import mock

from django.db import transaction
from django.test import override_settings
from django.urls import reverse

from casusregie.config.bench.klok import midden, om_en_om, op, verhouding
from casusregie.config.bench.tabel import Meting
from casusregie.config.bench.tellingen import eerste_casus
from casusregie.config.bench.wereld import Gebruiker, Wereld
from casusregie.enums import Risicogroep
from casusregie.services.casus import risicogroep_wijzigen
from convenant.logboek import inzage_loggen


def meten(wereld: Wereld) -> list[Meting]:
    """Both, for the user who leads cases."""
    regisseur = wereld.gebruikers[1]
    return [_logregel(wereld, regisseur), _handeling(wereld, regisseur)]


def _logregel(wereld: Wereld, gebruiker: Gebruiker) -> Meting:
    """The line with its commit, against the page that it tells of."""
    casus = eerste_casus(gebruiker)
    url = reverse("convenant:dossier_inzien", args=[casus.dossier_id])
    with op(gebruiker.verbinding):
        toegang = gebruiker.toegang

    def met_regel() -> None:
        with op(gebruiker.verbinding), transaction.atomic():
            inzage_loggen(toegang, "bench", dossier_id=casus.dossier_id, onderwerp=casus.dossier)

    def zonder_regel() -> None:
        with op(gebruiker.verbinding), transaction.atomic():
            toegang.vandaag  # noqa: B018

    reeksen = om_en_om(
        {"pagina": lambda: gebruiker.haal(url), "met": met_regel, "zonder": zonder_regel},
        wereld.schaal.rondes,
    )
    deel = (midden(reeksen["met"]) - midden(reeksen["zonder"])) / midden(reeksen["pagina"])
    return Meting("logregel van een inzage / casuspagina", deel, 0.05, "deel")


def _handeling(wereld: Wereld, gebruiker: Gebruiker) -> Meting:
    """Another risk group, with and without versions and log; both check the rule and commit."""
    casus = eerste_casus(gebruiker)
    groepen = cycle(Risicogroep)
    next(groep for groep in groepen if groep == casus.risicogroep)

    with op(gebruiker.verbinding):
        toegang = gebruiker.toegang

    def verricht() -> None:
        with op(gebruiker.verbinding):
            risicogroep_wijzigen(toegang, casus, risicogroep=next(groepen), reden="bench")

    def zonder_bewijs() -> None:
        with _zonder_bewijs():
            verricht()

    reeksen = om_en_om({"met": verricht, "zonder": zonder_bewijs}, wereld.schaal.rondes)
    naam = "handeling met versies en log / dezelfde zonder"
    return Meting(naam, verhouding(reeksen["met"], reeksen["zonder"]), 3.5)


@contextmanager
def _zonder_bewijs() -> Iterator[None]:
    with ExitStack() as samen:
        samen.enter_context(override_settings(SIMPLE_HISTORY_ENABLED=False))
        samen.enter_context(mock.patch("convenant.handeling.log_schrijven"))
        yield
