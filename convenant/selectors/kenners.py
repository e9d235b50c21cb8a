"""Who may know what of a dossier: the access rule itself, asked for everyone who can log in."""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from convenant.enums import Categorie, Fase, Niveau
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid, Noodtoegang, Vervanging
from convenant.regelboek import Regel
from convenant.rules.dicht import afscherming_van
from convenant.selectors.betrokkenen import lopende_betrokkenheden
from convenant.selectors.noodtoegang import noodtoegang_nu_in
from convenant.selectors.toegang import alle_hoedanigheden, toegang_gedacht
from convenant.selectors.vervangingen import vervangers_van
from convenant.toegang import Toegang, beste_regel


@dataclass(frozen=True)
class Kennis:
    """What somebody may know at one level, and by which articles."""

    niveau: Niveau
    categorieen: tuple[Categorie, ...]
    artikelen: tuple[str, ...]


@dataclass(frozen=True)
class Kenner:
    """Someone by name, or the people of one organisation in one role, and what they may know.

    ``eigen`` holds what they know besides of items that come from their own organisation.
    ``ingewijd``: the dossier is sealed, and this person is one of those who may know of it.
    """

    hoedanigheid: Hoedanigheid
    betrokken: Betrokkenheid | None
    vervangt: Vervanging | None
    nood: Noodtoegang | None
    mensen: int
    kennis: tuple[Kennis, ...]
    eigen: tuple[Categorie, ...]
    ingewijd: bool = False

    @property
    def bij_naam(self) -> bool:
        """Whether this is one person, and not everybody in a role."""
        hoe = (self.betrokken, self.vervangt, self.nood)
        return self.ingewijd or any(reden is not None for reden in hoe)


def kenners(toegang: Toegang, dossier: Dossier) -> list[Kenner]:
    """Everyone who may know anything of this dossier now: first who is involved, by name.

    Who takes the place of an absent colleague stands there by name as well, and so does who reads
    it under noodtoegang; of a sealed dossier everyone does. Who has a belangenconflict is not
    there, and does not count.
    """
    afscherming = afscherming_van(dossier.pk)
    betrokken = {
        b.hoedanigheid_id: b for b in lopende_betrokkenheden(toegang, dossier.pk).order_by("van")
    }
    vervangers = {
        v.vervanger_id: v
        for v in vervangers_van(toegang, set(betrokken)).values()
        if v.vervanger_id not in betrokken
    }
    nood = {
        n.hoedanigheid_id: n
        for n in noodtoegang_nu_in(toegang, dossier)
        if n.hoedanigheid_id not in betrokken | vervangers
    }
    ingewijden = afscherming.ingewijden if afscherming.verzegeld else frozenset()
    bij_naam = {*betrokken, *vervangers, *nood, *ingewijden}
    per_groep: dict[tuple[uuid.UUID | None, str, uuid.UUID], list[Hoedanigheid]] = defaultdict(list)
    for hoedanigheid in alle_hoedanigheden(toegang.moment):
        if afscherming.is_dicht_voor(hoedanigheid):
            continue
        wie = hoedanigheid.pk if hoedanigheid.pk in bij_naam else None
        sleutel = (wie, hoedanigheid.rol, hoedanigheid.organisatie_id)
        per_groep[sleutel].append(hoedanigheid)
    gevonden = [
        replace(
            _kenner(
                dossier,
                groep,
                betrokken.get(groep[0].pk),
                vervangers.get(groep[0].pk),
                nood.get(groep[0].pk),
                toegang.moment,
            ),
            ingewijd=groep[0].pk in ingewijden,
        )
        for groep in per_groep.values()
    ]
    iets = [kenner for kenner in gevonden if kenner.kennis or kenner.eigen]
    return sorted(iets, key=_volgorde)


def _volgorde(kenner: Kenner) -> tuple[bool, str, str]:
    wie = kenner.hoedanigheid
    return not kenner.bij_naam, wie.organisatie.naam, wie.rol


def _kenner(
    dossier: Dossier,
    groep: list[Hoedanigheid],
    betrokken: Betrokkenheid | None,
    vervangt: Vervanging | None,
    nood: Noodtoegang | None,
    moment: datetime,
) -> Kenner:
    hier = [dossier.pk]
    vrager = toegang_gedacht(
        groep[0],
        moment,
        hier if betrokken or vervangt else [],
        hier if nood else [],
        dicht=frozenset(),
    )
    kennis, eigen = kennis_van(vrager, dossier)
    return Kenner(groep[0], betrokken, vervangt, nood, len(groep), kennis, eigen)


def kennis_van(
    vrager: Toegang, dossier: Dossier
) -> tuple[tuple[Kennis, ...], tuple[Categorie, ...]]:
    """What the rule lets this person know of a dossier, and what more of the own organisation."""
    regels = dict(_regels(vrager, dossier, None))
    eigen = dict(_regels(vrager, dossier, vrager.organisatie_id))
    meer = [c for c, r in eigen.items() if c not in regels or r.niveau > regels[c].niveau]
    return tuple(_per_niveau(regels)), tuple(meer)


def _regels(
    vrager: Toegang, dossier: Dossier, bron_id: uuid.UUID | None
) -> Iterator[tuple[Categorie, Regel]]:
    for categorie in Categorie:
        regel = beste_regel(
            vrager,
            categorie=categorie,
            fase=Fase(dossier.fase),
            dossier_id=dossier.pk,
            bron_id=bron_id,
            vastgelegd_op=vrager.moment,
        )
        if regel is not None:
            yield categorie, regel


def _per_niveau(regels: dict[Categorie, Regel]) -> Iterator[Kennis]:
    op_niveau = sorted(regels.items(), key=lambda paar: -paar[1].niveau)
    for niveau, paren in groupby(op_niveau, key=lambda paar: paar[1].niveau):
        samen = list(paren)
        artikelen = dict.fromkeys(regel.artikel for _, regel in samen)
        yield Kennis(niveau, tuple(c for c, _ in samen), tuple(artikelen))
