"""Waarom mag ik dit zien?: the rows of the access table that apply to this asker, here and now."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.urls import reverse

from casusregie.ui.panelen import panelen
from convenant.enums import Categorie, Fase, Niveau
from convenant.guard import DossierPagina, inzage
from convenant.handeling import mogelijkheid
from convenant.regelboek import LEESROLLEN, Regel
from convenant.rules.betrokkenheid import kent_betrokkenen
from convenant.selectors.waarom import omstandigheden
from convenant.selectors.zorgdeling import met_mij_gedeeld
from convenant.services.belangenconflict import belangenconflict_melden
from convenant.toegang import beste_regel


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

    @property
    def is_deels(self) -> bool:
        """Whether they are known, but not what they say."""
        return self.regel is not None and self.regel.niveau < Niveau.INHOUD


class Waarom(DossierPagina):
    """Per category: how far this role knows it in this phase, the article, and on what it rests."""

    deur = inzage("waarom", *LEESROLLEN, titel="Waarom mag ik dit zien?")
    template_name = "convenant/waarom.html"
    tab = "waarom"

    def gegevens(self) -> dict[str, Any]:
        toegang, dossier = self.toegang, self.dossierstuk
        uitleg = _samengenomen(u for c in Categorie for u in self._uitleg(c))
        return {
            "versienummer": toegang.regels.nummer,
            "uitleg": uitleg,
            "hier": omstandigheden(toegang, dossier),
            "gedeeld": met_mij_gedeeld(toegang, dossier.pk),
            "meer_weten": panelen("dossier_meer_weten", toegang=toegang, dossier=dossier),
            "deels": kent_betrokkenen(toegang, dossier) and any(u.is_deels for u in uitleg),
            "conflict": mogelijkheid(
                toegang,
                belangenconflict_melden,
                dossier,
                label="Ik ken deze persoon",
                url=reverse("convenant:belangenconflict_melden", args=[dossier.pk]),
                icoon="user-x",
            ),
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
