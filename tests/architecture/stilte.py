"""Counts and dashboards: what somebody may not know changes nothing on any page he reads.

A number betrays without a word. So each page is read twice: before and after the world got more
that this person may not know at all, and both have to be the same.
"""

from collections.abc import Callable, Sequence
from itertools import product
from typing import Any

from django.urls import reverse

from beoordeling.services.informatie import informatie_corrigeren
from beoordeling.services.wissing import informatie_wissen
from convenant.enums import Categorie, Fase
from tests.architecture.kanaries import incident_erbij, informatie_erbij
from tests.architecture.matrix import STEEDS_ANDERS, Uitslag
from tests.architecture.matrixwereld import Matrixwereld, Proever, tekst_van, teruggedraaid
from tests.orakel.stukken import weet
from tests.orakel.wereldbeeld import BESCHERMD, gelezen
from tests.stappen import beoordeling, casus, meldpunt
from tests.stappen.embargo import embargo_gelegd
from tests.stappen.verzegeling import verzegeld
from tests.stappen.wissing import ingetrokken, wissen_gevraagd

LIJSTEN = (
    "convenant:mijn_werk",
    "convenant:taken",
    "convenant:dossiers",
    "meldpunt:meldingen",
    "meldpunt:eigen_meldingen",
    "beoordeling:wegingen",
    "casusregie:besluiten",
    "casusregie:overleggen",
    "casusregie:casussen",
    "monitoring:toezicht_dossiers",
)
VAN_DOSSIER = (
    "convenant:dossier_inzien",
    "convenant:tijdlijn_inzien",
    "beoordeling:informatie",
    "monitoring:monitoring_inzien",
    "monitoring:toezicht_dossier",
)
EN_WAT_ER_GEBEURDE = ("convenant:logboek", "convenant:verstrekkingen")
"""Where else a hidden item could leave a trace."""


def meer_dossiers(wereld: Matrixwereld) -> None:
    """A dossier in each phase, a case of others and a report that waits."""
    for fase in (Fase.WEGING, Fase.BESLUIT, Fase.UITVOERING):
        beoordeling.dossier_in_fase(wereld.cast, fase)
    casus.casus_geopend(wereld.cast, regisseur="ruben", waarnemer="wendy")
    meldpunt.melding_geregistreerd(wereld.cast)


def meer_stukken(wereld: Matrixwereld) -> None:
    """In a dossier that is known: what care told, and what only its source may know."""
    dossier = wereld.stuk("casus").dossier
    for categorie in (Categorie.GEWOON, Categorie.BIJZONDER, Categorie.MEDISCH):
        informatie_erbij(wereld.wereld, dossier, categorie, "ggz")
        incident_erbij(wereld.wereld, dossier, categorie, "ggz")


def meer_verborgen(wereld: Matrixwereld) -> None:
    """In a dossier that is known: what its source hid, and corrected or erased afterwards."""
    dossier = wereld.stuk("casus").dossier
    pim, wia = (wereld.erbij[naam] for naam in ("pim", "wia"))
    items = [
        informatie_erbij(wereld.wereld, dossier, Categorie.GEWOON, "politie", door=pim)
        for _ in range(2)
    ]
    for item in items:
        embargo_gelegd(wereld.cast, item, "verborgen", wie=pim, bewaarder=wia)
    informatie_corrigeren(pim.toegang, items[0], reden="Verkeerde dag", titel="Anders")
    informatie_wissen(wia.toegang, wissen_gevraagd(pim, ingetrokken(pim, items[1]), wia))


def meer_verzegeld(wereld: Matrixwereld) -> None:
    """A case with its tasks and an agenda, sealed: also for its regisseur, who is not named."""
    cast = wereld.cast
    geopend = casus.casus_geopend(cast, regisseur="ruben", waarnemer="wendy")
    verzegeld(cast.paula, geopend.dossier, cast.leo)


def stilte(
    uitslag: Uitslag,
    wereld: Matrixwereld,
    erbij: Callable[[Matrixwereld], None],
    alleen: Sequence[str] = (),
) -> None:
    """Read every page as everyone who may know nothing of what ``erbij`` adds, before and after."""
    with teruggedraaid():
        stil = _wie_niets_weet(wereld, erbij)
    urls = [reverse(naam) for naam in alleen] or _urls(wereld, erbij)
    voor = {(p.naam, url): _pagina(p, url) for p, url in product(stil, urls)}
    with teruggedraaid():
        erbij(wereld)
        for proever, url in product(stil, urls):
            uitslag.geprobeerd += 1
            if _pagina(proever, url) != voor[proever.naam, url]:
                uitslag.bevindingen.append(
                    f"{url} verandert voor {proever.naam} door wat hij niet mag weten"
                )


def _wie_niets_weet(wereld: Matrixwereld, erbij: Callable[[Matrixwereld], None]) -> list[Proever]:
    erbij(wereld)
    beeld = gelezen()
    nieuw = [
        stuk
        for model in BESCHERMD.values()
        for sleutel, stuk in beeld.stukken[model].items()
        if sleutel not in wereld.beeld.stukken[model]
    ]
    per_soort: dict[Any, Proever] = {}
    for proever in wereld.proevers:
        if all(weet(proever.vrager, stuk) is None for stuk in nieuw):
            per_soort.setdefault((proever.rol, proever.vrager.organisatie), proever)
    return list(per_soort.values())


def _urls(wereld: Matrixwereld, erbij: Callable[[Matrixwereld], None]) -> list[str]:
    if erbij in (meer_dossiers, meer_verzegeld):
        return [reverse(naam) for naam in LIJSTEN]
    dossier_id = wereld.stuk("casus").dossier_id
    namen = (*VAN_DOSSIER, *EN_WAT_ER_GEBEURDE) if erbij is meer_verborgen else VAN_DOSSIER
    van_dossier = [reverse(naam, args=[dossier_id]) for naam in namen]
    return [*van_dossier, reverse("convenant:mijn_werk"), reverse("convenant:dossiers")]


def _pagina(proever: Proever, url: str) -> str:
    with teruggedraaid():
        return STEEDS_ANDERS.sub("", tekst_van(proever.client.get(url)))
