"""Waarom mag ik dit zien?: the rows of the access table that apply to this asker, here and now."""

import uuid
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.urls import reverse

from convenant.enums import Categorie, Fase
from convenant.guard import DossierPagina, inzage
from convenant.handeling import mogelijkheid
from convenant.models import Betrokkenheid
from convenant.regelboek import LEESROLLEN, Regel
from convenant.selectors.betrokkenen import lopende_betrokkenheden
from convenant.selectors.vervangingen import wie_ik_vervang
from convenant.selectors.verzegeling import ingewijden_nu_in
from convenant.selectors.zorgdeling import met_mij_gedeeld
from convenant.services.belangenconflict import belangenconflict_melden
from convenant.toegang import beste_regel

from .vervanging import in_woorden


class Uitleg(NamedTuple):
    """What categories of information are to this asker, and by which article."""

    categorieen: tuple[Categorie, ...]
    eigen_bron: bool
    regel: Regel | None

    @property
    def soorten(self) -> str:
        """The categories in words."""
        eigen = ", van uw eigen organisatie" if self.eigen_bron else ""
        return ", ".join(c.label for c in self.categorieen) + eigen

    @property
    def niveau(self) -> str:
        """The level in words."""
        return self.regel.niveau.label if self.regel else "niets"


class Waarom(DossierPagina):
    """Per category: how far this role knows it in this phase, the article, and on what it rests."""

    deur = inzage("waarom", *LEESROLLEN, titel="Waarom mag ik dit zien?")
    template_name = "convenant/waarom.html"
    tab = "waarom"

    def gegevens(self) -> dict[str, Any]:
        return {
            "versienummer": self.toegang.regels.nummer,
            "uitleg": _samengenomen(u for c in Categorie for u in self._uitleg(c)),
            "betrokken": self._betrokkenheden({self.toegang.hoedanigheid_id}),
            "vervangt": self._als_vervanger(),
            "gedeeld": met_mij_gedeeld(self.toegang, self.dossierstuk.pk),
            "ingewijd": [
                i
                for i in ingewijden_nu_in(self.toegang, self.dossierstuk)
                if i.hoedanigheid_id == self.toegang.hoedanigheid_id
            ],
            "conflict": mogelijkheid(
                self.toegang,
                belangenconflict_melden,
                self.dossierstuk,
                label="Ik ken deze persoon",
                url=reverse("convenant:belangenconflict_melden", args=[self.dossierstuk.pk]),
                icoon="user-x",
            ),
            "in_nood": self.dossierstuk.pk in self.toegang.nood,
        }

    def _uitleg(self, categorie: Categorie) -> list[Uitleg]:
        if categorie == Categorie.TECHNIEK:
            return []
        algemeen = Uitleg((categorie,), False, self._regel(categorie, None))
        eigen = Uitleg((categorie,), True, self._regel(categorie, self.toegang.organisatie_id))
        meer = eigen.regel is not None and (
            algemeen.regel is None or eigen.regel.niveau > algemeen.regel.niveau
        )
        return [algemeen, eigen] if meer else [algemeen]

    def _regel(self, categorie: Categorie, bron_id: Any) -> Regel | None:
        dossier = self.dossierstuk
        return beste_regel(
            self.toegang,
            categorie=categorie,
            fase=Fase(dossier.fase),
            dossier_id=dossier.pk,
            bron_id=bron_id,
            vastgelegd_op=self.toegang.moment,
        )

    def _betrokkenheden(self, van: Iterable[uuid.UUID]) -> list[Betrokkenheid]:
        lopend = lopende_betrokkenheden(self.toegang, self.dossierstuk.pk)
        return list(lopend.filter(hoedanigheid_id__in=van))

    def _als_vervanger(self) -> list[tuple[str, str]]:
        """In what relation the absent colleague is involved here, and in whose place one reads."""
        if not self.toegang.vervangt:
            return []
        waarvoor = {v.afwezige_id: in_woorden(v) for v in wie_ik_vervang(self.toegang)}
        return [
            (rij.permission.name, waarvoor[rij.hoedanigheid_id])
            for rij in self._betrokkenheden(waarvoor)
        ]


def _samengenomen(rijen: Iterable[Uitleg]) -> list[Uitleg]:
    """One row for all categories that follow from the same rule; what is closed stands last."""
    samen: dict[Any, Uitleg] = {}
    for rij in rijen:
        sleutel = (rij.eigen_bron, rij.regel)
        eerder = samen.get(sleutel)
        samen[sleutel] = (
            rij._replace(categorieen=(*eerder.categorieen, *rij.categorieen)) if eerder else rij
        )
    return sorted(samen.values(), key=lambda rij: rij.regel is None)
