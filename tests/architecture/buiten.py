"""Who has no business here at all: every URL sends them away and tells nothing."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from convenant.enums import Rol
from tests.architecture.matrix import Cel, Uitslag
from tests.architecture.matrixwereld import (
    Browser,
    Matrixwereld,
    ingelogd,
    nieuwe_speler,
    tekst_van,
    teruggedraaid,
)
from tests.cast import NU


def buitenstaanders(wereld: Matrixwereld) -> dict[str, Client]:
    """Browsers that were let in before: each kept the session in which that was so."""
    gesloten, ingetrokken, voorbij = (
        nieuwe_speler(wereld.cast, naam, naam.title(), Rol.PROCESREGISSEUR, "gemeente")
        for naam in ("gesloten", "ingetrokken", "voorbij")
    )
    clients = {s.sleutel: ingelogd(s) for s in (gesloten, ingetrokken, voorbij)}
    gesloten.medewerker.is_active = False
    gesloten.medewerker.save()
    ingetrokken.hoedanigheid.ingetrokken_op = NU
    ingetrokken.hoedanigheid.save()
    voorbij.hoedanigheid.tot = NU.date() - timedelta(days=1)
    voorbij.hoedanigheid.save()
    return clients | {"niemand": Browser()}


def niet_binnen(
    uitslag: Uitslag, wereld: Matrixwereld, cel: Cel, buiten: dict[str, Client]
) -> None:
    """What opens for someone who may is a redirect without content for each of these."""
    inloggen, kiezen = reverse("account_login"), reverse("convenant:hoedanigheid_kiezen")
    if cel.url in (kiezen, reverse("convenant:formuliersleutel")):
        return
    for naam, client in buiten.items():
        with teruggedraaid():
            antwoord = client.get(cel.url)
            tekst = tekst_van(antwoord)
        uitslag.geprobeerd += 1
        verwacht = inloggen if naam in ("niemand", "gesloten") else kiezen
        naar = antwoord.headers.get("Location", "")
        if antwoord.status_code != 302 or not naar.startswith(verwacht):
            uitslag.bevindingen.append(f"{cel.adres.sleutel} als {naam}: {antwoord.status_code}")
        if wereld.voliere.woorden_in(tekst):
            uitslag.bevindingen.append(f"{cel.adres.sleutel} als {naam} vertelt iets")
