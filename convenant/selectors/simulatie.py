"""What a draft of the convenant would open and close, counted on the real data.

The rule itself is asked, twice: by someone with the rules in force and by someone with those of
the draft. Only numbers come out: who may see the numbers may not see the rows.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from django.apps import apps
from django.db.models import F, Q, Value

from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Rol
from convenant.models import Beschermd, Betrokkenheid, Hoedanigheid, Organisatie, Versieregel
from convenant.regelboek import Regelboek
from convenant.rules.dicht import verzegelde_dossiers
from convenant.selectors.toegang import Denkbeeldig, delingen_aan
from convenant.toegang import Toegang

GRENS = 1_000
"""Above this many a count says "1000+"."""
REDEN = "telt voor een ander wat een concept opent; er komen alleen aantallen uit"

type Richting = Literal["open", "dicht"]


@dataclass
class Gevolg:
    """What changes for one receiver, in one category and phase."""

    rol: Rol
    organisatie: str
    richting: Richting
    categorie: Categorie
    fase: Fase
    stukken: int = 0
    dossiers: int = 0

    @property
    def aantal_stukken(self) -> str:
        """The number of items, capped."""
        return _afgekapt(self.stukken)

    @property
    def aantal_dossiers(self) -> str:
        """The number of dossiers they are in, capped."""
        return _afgekapt(self.dossiers)


def gevolgen(toegang: Toegang, nu: Regelboek, straks: Regelboek) -> list[Gevolg]:
    """What ``straks`` opens and closes beside ``nu``, for everyone for whom it differs."""
    gevonden = []
    for vrager in _ontvangers(toegang, nu, straks):
        categorieen = _verschil(vrager, nu, straks)
        oud, nieuw = replace(vrager, regels=nu), replace(vrager, regels=straks)
        gevonden += _geteld(oud, nieuw, "open", categorieen)
        gevonden += _geteld(nieuw, oud, "dicht", categorieen)
    return gevonden


def _ontvangers(toegang: Toegang, nu: Regelboek, straks: Regelboek) -> Iterator[Denkbeeldig]:
    """One per role and organisation whose people get other rules; none of them is ingewijd."""
    verzegeld = verzegelde_dossiers()
    bronnen = frozenset(Organisatie.objects.values_list("soort", "pk"))
    paren = (
        Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(toegang.vandaag))
        .order_by("rol", "organisatie__naam")
        .values_list("rol", "organisatie_id", "organisatie__naam", "organisatie__soort")
        .distinct()
    )
    for rol, organisatie_id, naam, soort in paren:
        vrager = Denkbeeldig(
            medewerker_id=toegang.medewerker_id,
            naam="",
            hoedanigheid_id=uuid.UUID(int=0),
            rol=Rol(rol),
            organisatie_id=organisatie_id,
            organisatie_naam=naam,
            organisatiesoort=Organisatiesoort(soort),
            moment=toegang.moment,
            getekend=True,
            geldig=True,
            bevestigd=toegang.bevestigd,
            bronnen=bronnen,
        )
        if _verschil(vrager, nu, straks):
            betrokken = _betrokken(vrager)
            gedeeld = delingen_aan(vrager.organisatie_id, betrokken, vrager.moment)
            wie = replace(vrager, betrokken=betrokken, gedeeld=gedeeld)
            yield wie.zonder_dichte(verzegeld)


def _verschil(vrager: Toegang, nu: Regelboek, straks: Regelboek) -> frozenset[Categorie]:
    """The categories of which this receiver gets something else."""
    oud, nieuw = (set(_atomen(vrager, boek)) for boek in (nu, straks))
    return frozenset(categorie for categorie, *_ in oud ^ nieuw)


def _atomen(vrager: Toegang, boek: Regelboek) -> Iterator[tuple[Categorie, Any]]:
    for regel in boek.voor(vrager.rol, vrager.organisatiesoort):
        for categorie in regel.categorieen:
            for fase in regel.fasen:
                yield (
                    categorie,
                    (fase, regel.niveau, regel.voorwaarde, regel.bron_id, regel.bron_soort),
                )


def _betrokken(vrager: Toegang) -> frozenset[uuid.UUID]:
    return frozenset(
        Betrokkenheid.objects.buiten_toegang(REDEN)
        .filter(
            Betrokkenheid.lopend_op(vrager.vandaag),
            hoedanigheid__rol=vrager.rol,
            hoedanigheid__organisatie_id=vrager.organisatie_id,
        )
        .values_list("content_object_id", flat=True)
    )


def _geteld(
    minder: Toegang, meer: Toegang, richting: Richting, categorieen: Iterable[Categorie]
) -> Iterator[Gevolg]:
    """What ``meer`` may know and ``minder`` may not, at any level."""
    vakken: dict[tuple[str, str], tuple[set[Any], set[Any]]] = defaultdict(lambda: (set(), set()))
    for model in _modellen():
        vorm: Any = model.vorm
        if _volgt_alleen_de_regels(model) and vorm.categorie not in {None, *categorieen}:
            continue
        categorie: Any = F(vorm.categorie_pad) if vorm.categorie is None else Value(vorm.categorie)
        rijen = (
            model.objects.buiten_toegang(REDEN)
            .filter(_erbij(model, minder, meer))
            .order_by()
            .values_list("pk", vorm.id_pad(), vorm.fase_pad(), categorie)[: GRENS + 1]
        )
        for sleutel, dossier, fase, soort in rijen:
            stukken, dossiers = vakken[soort, fase]
            stukken.add((model, sleutel))
            dossiers.add(dossier)
    for (soort, fase), (stukken, dossiers) in sorted(vakken.items(), key=lambda vak: vak[0]):
        yield Gevolg(
            rol=meer.rol,
            organisatie=meer.organisatie_naam,
            richting=richting,
            categorie=Categorie(soort),
            fase=Fase(fase),
            stukken=len(stukken),
            dossiers=len(dossiers),
        )


def _erbij(model: type[Beschermd], minder: Toegang, meer: Toegang) -> Q:
    samen = Q(pk__in=[])
    for niveau in Niveau:
        samen |= model.kenbaar_voor(meer, niveau) & ~model.kenbaar_voor(minder, niveau)
    return samen


def _modellen() -> list[type[Beschermd]]:
    """Every kind of stuk of a dossier, of every room."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Beschermd)
        and not issubclass(model, Versieregel)
        and model.vorm is not Beschermd.vorm
    ]


def _volgt_alleen_de_regels(model: type[Beschermd]) -> bool:
    """Whether a model says nothing of its own about who may know it, beside its category."""
    eigen: Any = model.zichtbaar_voor
    gewoon: Any = Beschermd.zichtbaar_voor
    return eigen.__func__ is gewoon.__func__


def _afgekapt(aantal: int) -> str:
    return f"{GRENS}+" if aantal > GRENS else str(aantal)
