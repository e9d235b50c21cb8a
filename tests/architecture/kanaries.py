"""A word of its own in every text of the world, so that an answer betrays which row it shows.

Who may read a word the oracle says: the row, and for a row of the process the category of the
field as well. Keys of rows and numbers of dossiers are words too: they tell that something exists.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.core.files.base import ContentFile
from django.db import models

from beoordeling.enums import Informatiesoort
from beoordeling.models import Informatie
from convenant.enums import INHOUDSCATEGORIEEN, Categorie
from convenant.models import Dossier, Embargoherziening, Verstrekking
from meldpunt.models import Melder, Persoon
from monitoring.enums import Incidentaard
from monitoring.models import Incident
from tests.cast import NU, Speler
from tests.orakel.artikelen import kennis
from tests.orakel.gegevens import BESTAAN, INHOUD, PROCES, Gegeven, Vrager
from tests.orakel.stukken import CATEGORIE, weet
from tests.orakel.wereldbeeld import BESCHERMD, Wereldbeeld
from tests.stappen.wereld import Wereld

WOORD = re.compile(r"qz[a-z]{4}x")
NUMMER = re.compile(r"(?<![\w-])[MA]?20\d\d-\d{4}(?![\w-])")
SLEUTEL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
BRONNEN = ("gemeente", "politie", "ggz")
ZOEKVELDEN = ("sleutel",)
"""What the application works out of other fields is found by them."""
GENUMMERD = {"dossier": PROCES, "melding": PROCES, "adviesvraag": INHOUD}


@dataclass(frozen=True)
class Kanarie:
    """Where a word stands: in which field, of which category, of which row."""

    model: type[models.Model]
    sleutel: Any
    veld: str
    categorie: str

    def __str__(self) -> str:
        return f"{self.model.__name__}.{self.veld} ({self.categorie})"


class Voliere:
    """Every word that was planted, and who may read it."""

    def __init__(self, wereld: Wereld) -> None:
        voorraad(wereld)
        self._woorden: dict[str, Kanarie] = {}
        self._nummers: dict[str, tuple[type[models.Model], Any]] = {}
        self._rijen: dict[str, list[tuple[type[models.Model], Any]]] = {}
        """A key can be of more rows: who asks to erase an item does so under the key of that item."""
        for soort, model in BESCHERMD.items():
            for rij in model._base_manager.all():
                self._rijen.setdefault(str(rij.pk), []).append((model, rij.pk))
                if soort in GENUMMERD:
                    self._nummers[rij.nummer] = (model, rij.pk)
                self._planten(rij)

    def __len__(self) -> int:
        return len(self._woorden)

    def _planten(self, rij: models.Model) -> None:
        velden = list(_tekstvelden(rij))
        for veld in velden:
            woord = _woord(len(self._woorden))
            self._woorden[woord] = Kanarie(
                type(rij),
                rij.pk,
                veld.name,
                rij.veldcategorie[veld.name],  # type: ignore[attr-defined]
            )
            setattr(rij, veld.name, woord)
        if velden:
            rij.save()
        self._in_bestand(rij)

    def _in_bestand(self, rij: models.Model) -> None:
        for veld in rij._meta.concrete_fields:
            bestand = getattr(rij, veld.name) if isinstance(veld, models.FileField) else None
            if not bestand:
                continue
            woord = _woord(len(self._woorden))
            self._woorden[woord] = Kanarie(type(rij), rij.pk, veld.name, "bestand")
            bestand.storage.delete(bestand.name)
            bestand.storage.save(bestand.name, ContentFile(b"%PDF-1.4 " + woord.encode()))

    def woorden_in(self, tekst: str) -> set[str]:
        """The planted words that stand in this text."""
        return set(WOORD.findall(tekst.lower())) & self._woorden.keys()

    def verraad(
        self, beeld: Wereldbeeld, v: Vrager, tekst: str, *, zelf: Iterable[str] = ()
    ) -> Iterator[str]:
        """What this text tells that the asker may not know; ``zelf`` stood in his question."""
        laag = tekst.lower()
        for woord in self.woorden_in(tekst):
            kanarie = self._woorden[woord]
            if woord not in zelf and not self._mag(beeld, v, kanarie):
                yield str(kanarie)
        for nummer in set(NUMMER.findall(tekst)) & self._nummers.keys():
            model, sleutel = self._nummers[nummer]
            eis = GENUMMERD[model._meta.model_name]  # type: ignore[index]
            if nummer not in zelf and not _weet(beeld, v, model, sleutel, eis):
                yield f"nummer van {model.__name__}"
        for id_ in set(SLEUTEL.findall(laag)) & self._rijen.keys():
            van = self._rijen[id_]
            if id_ not in zelf and not any(_weet(beeld, v, *rij, BESTAAN) for rij in van):
                yield f"sleutel van {van[0][0].__name__}"

    def _mag(self, beeld: Wereldbeeld, v: Vrager, kanarie: Kanarie) -> bool:
        if kanarie.categorie == Categorie.PROCES:
            return _weet(beeld, v, kanarie.model, kanarie.sleutel, PROCES)
        if not _weet(beeld, v, kanarie.model, kanarie.sleutel, INHOUD):
            return False
        stuk = beeld.stukken[kanarie.model][kanarie.sleutel]
        if CATEGORIE.get(stuk.soort) != Categorie.PROCES or kanarie.categorie == "bestand":
            return True
        return kennis(v, Gegeven(kanarie.categorie, stuk.dossier)) == INHOUD  # type: ignore[arg-type]


def _weet(beeld: Wereldbeeld, v: Vrager, model: Any, sleutel: Any, minstens: int) -> bool:
    niveau = weet(v, beeld.stukken[model][sleutel])
    return niveau is not None and niveau >= minstens


def _tekstvelden(rij: models.Model) -> Iterator[Any]:
    """The fields in which someone can tell something: not a choice, a number or a file."""
    for veld in rij._meta.concrete_fields:
        tekst = isinstance(veld, models.CharField | models.TextField)
        vast = veld.choices or veld.unique or isinstance(veld, models.FileField)
        techniek = rij.veldcategorie[veld.name] == Categorie.TECHNIEK  # type: ignore[attr-defined]
        if tekst and not vast and not techniek and not _blijft(rij, veld.name):
            yield veld


def _blijft(rij: models.Model, naam: str) -> bool:
    if isinstance(rij, Verstrekking):
        return True  # the register is never changed, and holds no text of a dossier
    if isinstance(rij, Embargoherziening):
        return True  # never changed either
    if isinstance(rij, Melder):
        return rij.anoniem
    if isinstance(rij, Persoon):
        return rij.onbekend
    if isinstance(rij, Informatie) and naam == "bestandsnaam":
        return not rij.bestand
    return naam in ZOEKVELDEN


def _woord(nummer: int) -> str:
    letters = ""
    for _ in range(4):
        nummer, rest = divmod(nummer, 26)
        letters = chr(ord("a") + rest) + letters
    return f"qz{letters}x"


def voorraad(wereld: Wereld) -> None:
    """In three phases, information and incidents of each category from gemeente, politie and zorg."""
    in_aanpak = wereld.casus.dossier
    for dossier in (wereld.te_wegen, wereld.gewogen, in_aanpak):
        for categorie, bron in product(INHOUDSCATEGORIEEN, BRONNEN):
            informatie_erbij(wereld, dossier, categorie, bron)
    for categorie, bron in product(INHOUDSCATEGORIEEN, BRONNEN):
        incident_erbij(wereld, in_aanpak, categorie, bron)


def informatie_erbij(
    wereld: Wereld, dossier: Dossier, categorie: str, bron: str, door: Speler | None = None
) -> Informatie:
    rij = Informatie(
        dossier=dossier,
        categorie=categorie,
        bron=wereld.cast.organisatie(bron),
        soort=Informatiesoort.DOCUMENT,
        titel="x",
        gebeurd_op=NU.date(),
        vastgelegd_op=NU,
        vastgelegd_door=(door or wereld.cast.paula).hoedanigheid,
        grondslag="x",
        doel="x",
        bestandstype="application/pdf",
        bestandsnaam="x",
    )
    rij.bestand.save("x.pdf", ContentFile(b"x"), save=False)
    rij.save(force_insert=True)
    return rij


def incident_erbij(wereld: Wereld, dossier: Dossier, categorie: str, bron: str) -> None:
    Incident(
        dossier=dossier,
        categorie=categorie,
        bron=wereld.cast.organisatie(bron),
        gebeurd_op=NU.date(),
        aard=Incidentaard.OVERTREDING,
        tekst="x",
        vastgelegd_op=NU,
        vastgelegd_door=wereld.cast.paula.hoedanigheid,
    ).save(force_insert=True)
