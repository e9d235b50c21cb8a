"""Trying every URL as everyone: each wrong status and each betrayed word is a finding."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.http import HttpResponseBase
from django.urls import reverse

from convenant.guard import deur_van
from tests.architecture.matrixtabel import (
    KENNIS,
    PER_AFSCHERMING,
    PER_ORGANISATIE,
    Adres,
    Beleid,
    beleid,
)
from tests.architecture.matrixwereld import (
    Matrixwereld,
    Proever,
    korte_weigering,
    tekst_van,
    teruggedraaid,
)
from tests.orakel.artikelen import in_nood, is_betrokken
from tests.orakel.gegevens import Gegeven, Kennis
from tests.orakel.stukken import weet

STEEDS_ANDERS = re.compile(r'nonce(-|=")[\w+/=-]+|csrf[^>]*|sleutel[^>]*|%3A[\w-]+%3A[\w-]+"')
HTMX = {"HX-Request": "true"}


@dataclass
class Uitslag:
    """What was tried, and what was not as it should be."""

    bevindingen: list[str] = field(default_factory=list)
    geprobeerd: int = 0
    toegestaan: int = 0
    gelezen: set[str] = field(default_factory=set)
    """The words that somebody who may was shown: without them silence would prove nothing."""

    def __str__(self) -> str:
        return (
            f"{self.geprobeerd} keer URL × methode × persoon × stuk, "
            f"waarvan {self.toegestaan} toegestaan; {len(self.gelezen)} kanaries gelezen"
        )


@dataclass(frozen=True)
class Cel:
    """One cell of the matrix: this person at this address, about this stuk."""

    adres: Adres
    stuk: str
    url: str
    proever: Proever
    binnen: bool
    """Whether the door lets this role in."""
    mag: bool
    """Whether the person may know every stuk of the address as well."""

    def __str__(self) -> str:
        return f"{self.adres.sleutel} ({self.stuk or 'lijst'}) als {self.proever.naam}"

    @property
    def kan_posten(self) -> bool:
        return "post" in self.adres.view.http_method_names


def cellen(wereld: Matrixwereld, adres: Adres) -> Iterator[Cel]:
    """Every kind of person at every stuk on which this URL is tried.

    Where the door stays closed the role decides alone, so one of each role tries it, once;
    elsewhere who differs in nothing that counts is tried by one of them.
    """
    rij = beleid()[adres.sleutel]
    for naam in rij.stukken:
        plaats = Plaats(wereld, rij, naam)
        url = reverse(adres.naam, kwargs={n: plaats.waarde(n) for n in adres.namen})
        geweest = set()
        for proever in wereld.proevers:
            binnen = _binnen(adres, proever)
            mag = binnen and _kent(wereld, adres, plaats, proever)
            soort: tuple[Any, ...] = (proever.rol, binnen)
            if binnen:
                soort += (mag, plaats.betrokken(proever))
                soort += (proever.vrager.organisatie,) if adres.sleutel in PER_ORGANISATIE else ()
                soort += (wereld.dicht(proever),) if adres.sleutel in PER_AFSCHERMING else ()
            elif naam != rij.stukken[0]:
                continue
            if soort not in geweest:
                geweest.add(soort)
                yield Cel(adres, naam, url, proever, binnen, mag)


def _binnen(adres: Adres, proever: Proever) -> bool:
    deur = deur_van(adres.patroon.callback, adres.naam)
    return deur is not None and deur.laat_toe(proever.rol)


def _kent(wereld: Matrixwereld, adres: Adres, plaats: "Plaats", proever: Proever) -> bool:
    for deel in adres.namen:
        eis = plaats.rij.kennis.get(deel, KENNIS[deel])
        if eis is None:
            continue
        niveau = plaats.niveau(deel, eis[0], proever)
        if niveau is None or niveau < eis[1]:
            return False
    ook = plaats.rij.ook
    return ook is None or ook(wereld.beeld, plaats.waarde("dossier_id"))


@dataclass(frozen=True)
class Plaats:
    """The stukken of the world that fill in one address."""

    wereld: Matrixwereld
    rij: Beleid
    naam: str

    def stuk(self, deel: str = "") -> Any:
        return self.wereld.stuk(self.rij.extra.get(deel, self.naam))

    def waarde(self, deel: str) -> Any:
        stuk = self.stuk(deel)
        if stuk is None:
            return self.rij.extra[deel]
        return getattr(stuk, "dossier_id", stuk.pk) if deel == "dossier_id" else stuk.pk

    def niveau(self, deel: str, wat: type[models.Model] | str, proever: Proever) -> Kennis:
        """What this person knows of the stuk that this part of the address names."""
        beeld = self.wereld.beeld
        if isinstance(wat, str):
            return beeld.kent_gegeven(
                proever.vrager, Gegeven(wat, beeld.dossiers[self.waarde(deel)])
            )
        sleutel = self.stuk().nota_id if deel == "besluit_id" else self.waarde(deel)
        return weet(proever.vrager, beeld.stukken[wat][sleutel])

    def betrokken(self, proever: Proever) -> tuple[bool, ...]:
        """Involvement and capacity of one's own set people of one role apart."""
        stuk = self.stuk()
        dossier = self.wereld.beeld.dossiers.get(
            getattr(stuk, "dossier_id", getattr(stuk, "pk", None))
        )
        lopend = dossier is not None and is_betrokken(proever.vrager, Gegeven("", dossier))
        ooit = dossier is not None and proever.vrager.hoedanigheid in {
            b.hoedanigheid for b in dossier.betrokkenen
        }
        nood = dossier is not None and in_nood(proever.vrager, Gegeven("", dossier))
        return lopend, ooit, nood


def proberen(uitslag: Uitslag, wereld: Matrixwereld, cel: Cel) -> None:
    """Every method on one cell."""
    with korte_weigering():
        antwoord = _vraag(uitslag, wereld, cel, "get", cel.mag)
        if not cel.mag and cel.binnen:
            _als_niemands(uitslag, cel, antwoord)
        if getattr(cel.adres.view, "deel", ""):
            _vraag(uitslag, wereld, cel, "get", cel.mag, headers=HTMX)
        if cel.kan_posten and cel.binnen:
            _vraag(uitslag, wereld, cel, "post", cel.mag)


def _vraag(
    uitslag: Uitslag, wereld: Matrixwereld, cel: Cel, methode: str, mag: bool, **hoe: Any
) -> HttpResponseBase:
    with teruggedraaid():
        antwoord = getattr(cel.proever.client, methode)(cel.url, **hoe)
        tekst = tekst_van(antwoord)
    uitslag.geprobeerd += 1
    uitslag.toegestaan += mag
    if (antwoord.status_code != 404) != mag or antwoord.status_code >= 500:
        uitslag.bevindingen.append(f"{methode} {cel}: {antwoord.status_code}")
    uitslag.gelezen |= wereld.voliere.woorden_in(tekst)
    gevraagd = set(cel.url.split("/"))
    for verraden in wereld.voliere.verraad(wereld.beeld, cel.proever.vrager, tekst, zelf=gevraagd):
        uitslag.bevindingen.append(f"{methode} {cel} verraadt {verraden}")
    return antwoord


def zoekvragen(wereld: Matrixwereld) -> dict[str, list[str]]:
    """What is searched for: the names from before the canaries, by which rows are still found."""
    namen = ["Aad Voorbeeld", "Joesef Voorbeelt", "Milan Verzonnen", "Arjen"]
    dossiers = [wereld.stuk(naam) for naam in ("te_wegen", "gewogen", "casus")]
    nummers = [getattr(stuk, "dossier", stuk).nummer for stuk in dossiers]
    nummers.append(wereld.stuk("melding_nieuw").nummer)
    return {
        "meldpunt:zoeken": [*namen, *nummers],
        "meldpunt:melding_koppelen": namen,
        "meldpunt:melding_herkoppelen": namen,
    }


def zoeken(uitslag: Uitslag, wereld: Matrixwereld, cel: Cel, vraag: str) -> None:
    """What one search tells."""
    with teruggedraaid():
        antwoord = cel.proever.client.post(cel.url, {"vraag": vraag})
        tekst = tekst_van(antwoord)
    uitslag.geprobeerd += 1
    uitslag.gelezen |= wereld.voliere.woorden_in(tekst)
    if antwoord.status_code != 200:
        uitslag.bevindingen.append(f"{cel} zoekt {vraag}: {antwoord.status_code}")
    gevraagd = {vraag, *cel.url.split("/")}
    for verraden in wereld.voliere.verraad(wereld.beeld, cel.proever.vrager, tekst, zelf=gevraagd):
        uitslag.bevindingen.append(f"{cel} zoekt {vraag} en vindt {verraden}")


def _als_niemands(uitslag: Uitslag, cel: Cel, antwoord: HttpResponseBase) -> None:
    """A refusal reads exactly as the page of a key that nobody has."""
    if not any(naam.endswith("_id") for naam in cel.adres.namen):
        return
    kwargs = {n: uuid.uuid4() if n.endswith("_id") else "1" for n in cel.adres.namen}
    niemands = reverse(cel.adres.naam, kwargs=kwargs)
    with teruggedraaid():
        ander = cel.proever.client.get(niemands)
    if _vorm(ander, niemands) != _vorm(antwoord, cel.url):
        uitslag.bevindingen.append(f"{cel}: de weigering leest anders dan een onbekend nummer")


def _vorm(antwoord: HttpResponseBase, url: str) -> tuple[int, str]:
    return antwoord.status_code, STEEDS_ANDERS.sub("", tekst_van(antwoord).replace(url, ""))
