"""The weging as people see it: rounds, who is in, and after closing the advices side by side."""

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from beoordeling.enums import NEGATIEF, ZWAAR_GENOEG, Wegingstatus
from beoordeling.models import (
    Indicator,
    Informatie,
    Kaderdeel,
    Weging,
    Wegingsantwoord,
    Wegingsbijdrage,
)
from convenant.enums import Niveau, Organisatiesoort, Rol
from convenant.models import Dossier, Organisatie
from convenant.selectors.eenmaal import Lijst
from convenant.toegang import Toegang, niveau_van

NIEMAND = uuid.UUID(int=0)


@dataclass(frozen=True)
class Adviesregel:
    """The advice of one organisation; ``afwijkend`` when the others mostly advised otherwise."""

    organisatie: Organisatie
    advies: str
    advies_label: str
    reden: str
    afwijkend: bool
    bewijs: tuple[uuid.UUID, ...] = ()


@dataclass(frozen=True)
class Vraagregel:
    """A question with the answers in the order of the advices; ``None``: not handed in."""

    vraag: Indicator
    antwoorden: tuple[Wegingsantwoord | None, ...]
    organisaties: tuple[str, ...] = ()

    @property
    def per_organisatie(self) -> list[tuple[str, Wegingsantwoord | None]]:
        """The answers with the name of the organisation, for a table."""
        return list(zip(self.organisaties, self.antwoorden, strict=True))


@dataclass(frozen=True)
class Schermweging:
    """What every partner in the weging may see of a round, and how much is left out.

    While the round is open there are no advices and no answers, only the count.
    """

    weging: Weging
    binnen: int
    gevraagd: int
    adviezen: tuple[Adviesregel, ...]
    niet_ingediend: tuple[str, ...]
    vragen: tuple[tuple[Kaderdeel, tuple[Vraagregel, ...]], ...]
    verborgen: int

    @property
    def stand(self) -> str:
        """How many are in, in words."""
        return f"{self.binnen} van {self.gevraagd} binnen"


def wegingen(toegang: Toegang) -> QuerySet[Weging]:
    """The rounds that this asker may read, newest first."""
    return (
        Weging.objects.voor(toegang)
        .select_related("dossier", "melding", "gestart_door__organisatie")
        .order_by("-gestart_op", "-pk")
    )


def wegingen_van_dossier(toegang: Toegang, dossier_id: uuid.UUID) -> QuerySet[Weging]:
    """The rounds of one dossier, at process level, newest first."""
    return (
        Weging.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(dossier_id=dossier_id)
        .select_related("vastgesteld_door__medewerker")
        .order_by("-ronde")
    )


@Lijst[Weging]
def wegingen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Weging]:
    """The same, for the pages of the dossier."""
    return wegingen_van_dossier(toegang, dossier.pk)


def laatste_weging(toegang: Toegang, dossier: Dossier) -> Weging | None:
    """The newest round of a dossier."""
    return next(iter(wegingen_in(toegang, dossier)), None)


def te_vullen(toegang: Toegang) -> QuerySet[Wegingsbijdrage]:
    """The bijdragen that this member still has to hand in; nothing for who is not in the weegploeg."""
    if toegang.rol != Rol.LID_WEEGPLOEG:
        return Wegingsbijdrage.objects.voor(toegang).none()
    return (
        Wegingsbijdrage.objects.voor(toegang)
        .filter(
            organisatie_id=toegang.organisatie_id,
            ingediend_op__isnull=True,
            weging__status=Wegingstatus.OPEN,
        )
        .select_related("weging__dossier", "weging__melding")
        .order_by("weging__uiterlijk", "pk")
    )


def wegingen_met_stand(toegang: Toegang, stand: str) -> QuerySet[Weging]:
    """The rounds in one state: lopend, invullen, gesloten, vastgesteld, or all."""
    lijst = wegingen(toegang)
    match stand:
        case "lopend":
            return lijst.filter(status=Wegingstatus.OPEN)
        case "invullen":
            return lijst.filter(pk__in=te_vullen(toegang).order_by().values("weging_id"))
        case "gesloten" | "vastgesteld":
            return lijst.filter(status=stand)
    return lijst


def eigen_antwoorden(toegang: Toegang, bijdrage: Wegingsbijdrage) -> dict[str, Wegingsantwoord]:
    """The answers of one bijdrage by the code of the question."""
    rijen = Wegingsantwoord.objects.voor(toegang).filter(bijdrage=bijdrage).select_related("vraag")
    return {rij.vraag.code: rij for rij in rijen}


@dataclass(frozen=True)
class Rondestand:
    """How far a round is: the count for everyone, who is in only for the procesregisseur."""

    binnen: int
    gevraagd: int
    wie: tuple[tuple[str, bool], ...]
    eigen_id: uuid.UUID | None
    eigen_ingediend: bool

    @property
    def in_woorden(self) -> str:
        """How many are in, in words."""
        return f"{self.binnen} van {self.gevraagd} binnen"


def rondestanden(toegang: Toegang, weging_ids: list[uuid.UUID]) -> dict[uuid.UUID, Rondestand]:
    """The state of each round; reads no content of any bijdrage."""
    rijen = _wie_is_binnen(toegang).filter(weging_id__in=weging_ids)
    return _standen(toegang, weging_ids, rijen)


@Lijst[tuple[Any, ...]]
def binnen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """Who has handed in, in every round of a dossier."""
    return _wie_is_binnen(toegang).filter(weging__dossier=dossier)


def rondestanden_in(toegang: Toegang, dossier: Dossier) -> dict[uuid.UUID, Rondestand]:
    """The state of every round of a dossier."""
    weging_ids = [weging.pk for weging in wegingen_in(toegang, dossier)]
    return _standen(toegang, weging_ids, binnen_in(toegang, dossier))


def _wie_is_binnen(toegang: Toegang) -> QuerySet[Any]:
    return (
        Wegingsbijdrage.objects.voor(toegang, minstens=Niveau.PROCES)
        .order_by("organisatie__naam")
        .values_list("weging_id", "pk", "organisatie_id", "organisatie__naam", "ingediend_op")
    )


def _standen(
    toegang: Toegang, weging_ids: list[uuid.UUID], rijen: Iterable[Any]
) -> dict[uuid.UUID, Rondestand]:
    per_weging: dict[uuid.UUID, list[Any]] = {weging_id: [] for weging_id in weging_ids}
    for weging_id, *rij in rijen:
        per_weging[weging_id].append(rij)
    return {weging_id: _rondestand(toegang, rijen) for weging_id, rijen in per_weging.items()}


def _rondestand(toegang: Toegang, rijen: list[Any]) -> Rondestand:
    mag_namen = toegang.rol == Rol.PROCESREGISSEUR
    is_lid = toegang.rol == Rol.LID_WEEGPLOEG
    eigen = next((r for r in rijen if is_lid and r[1] == toegang.organisatie_id), None)
    return Rondestand(
        sum(op is not None for *_, op in rijen),
        len(rijen),
        tuple((naam, op is not None) for *_, naam, op in rijen) if mag_namen else (),
        eigen[0] if eigen else None,
        eigen is not None and eigen[3] is not None,
    )


def adviezen(toegang: Toegang, weging: Weging) -> tuple[Adviesregel, ...]:
    """The advices of a closed round with their shareable reasons; nothing while it is open."""
    if weging.status == Wegingstatus.OPEN:
        return ()
    return _adviesregels(list(_ingediend(toegang).filter(weging=weging)))


@Lijst[Wegingsbijdrage]
def bijdragen_in(toegang: Toegang, dossier: Dossier) -> QuerySet[Wegingsbijdrage]:
    """What was handed in, in the rounds of a dossier that are closed."""
    return (
        _ingediend(toegang)
        .filter(weging__dossier=dossier)
        .exclude(weging__status=Wegingstatus.OPEN)
    )


def adviezen_in(toegang: Toegang, dossier: Dossier, weging: Weging) -> tuple[Adviesregel, ...]:
    """The same advices, for the timeline of the dossier."""
    bijdragen = bijdragen_in(toegang, dossier)
    return _adviesregels([b for b in bijdragen if b.weging_id == weging.pk])


def _ingediend(toegang: Toegang) -> QuerySet[Wegingsbijdrage]:
    return (
        Wegingsbijdrage.objects.voor(toegang)
        .filter(ingediend_op__isnull=False)
        .select_related("organisatie")
        .order_by("organisatie__naam")
    )


def _adviesregels(bijdragen: list[Wegingsbijdrage]) -> tuple[Adviesregel, ...]:
    telling = Counter(b.advies for b in bijdragen)
    meest = max(telling.values(), default=0)
    return tuple(
        Adviesregel(
            b.organisatie,
            b.advies,
            b.get_advies_display(),
            b.reden,
            afwijkend=len(telling) > 1 and telling[b.advies] < meest,
            bewijs=tuple(b.bewijs),
        )
        for b in bijdragen
    )


def verdeeld(regels: tuple[Adviesregel, ...]) -> bool:
    """Whether the advices given point both for and against an aanpak."""
    gegeven = {regel.advies for regel in regels}
    return bool(gegeven & NEGATIEF and gegeven & ZWAAR_GENOEG)


def weging_voor_scherm(toegang: Toegang, weging: Weging) -> Schermweging:
    """Exactly what every partner in the weging may see: for the shared screen and the page."""
    stand = rondestanden(toegang, [weging.pk])[weging.pk]
    regels = adviezen(toegang, weging)
    aanwezig = [regel.organisatie for regel in regels]
    return Schermweging(
        weging,
        stand.binnen,
        stand.gevraagd,
        regels,
        _niet_ingediend(toegang, weging),
        _vragen(toegang, weging, aanwezig) if regels else (),
        verborgen_voor_partners(toegang, weging),
    )


def verborgen_voor_partners(toegang: Toegang, weging: Weging) -> int:
    """How many items of the dossier not every member of the weegploeg may read.

    Only items whose existence ``toegang`` may know are counted: never medical ones.
    """
    lid = replace(
        toegang,
        rol=Rol.LID_WEEGPLOEG,
        organisatie_id=NIEMAND,
        organisatiesoort=Organisatiesoort.GEMEENTE,
        betrokken=frozenset(),
        regie=frozenset(),
    )
    items = (
        Informatie.objects.voor(toegang, minstens=Niveau.BESTAAN)
        .filter(dossier_id=weging.dossier_id, gewist_op__isnull=True)
        .order_by("pk")
        .values_list("categorie", "bron_id", "vastgelegd_op", "dossier__fase")
    )
    return sum(
        niveau_van(
            lid,
            categorie=categorie,
            fase=fase,
            dossier_id=weging.dossier_id,
            bron_id=bron_id,
            vastgelegd_op=vastgelegd_op,
        )
        != Niveau.INHOUD
        for categorie, bron_id, vastgelegd_op, fase in items
    )


def _niet_ingediend(toegang: Toegang, weging: Weging) -> tuple[str, ...]:
    if weging.status == Wegingstatus.OPEN:
        return ()
    return tuple(
        Wegingsbijdrage.objects.voor(toegang, minstens=Niveau.PROCES)
        .filter(weging=weging, ingediend_op__isnull=True)
        .order_by("organisatie__naam")
        .values_list("organisatie__naam", flat=True)
    )


def _vragen(
    toegang: Toegang, weging: Weging, organisaties: list[Organisatie]
) -> tuple[tuple[Kaderdeel, tuple[Vraagregel, ...]], ...]:
    antwoorden = {
        (a.vraag_id, a.bijdrage.organisatie_id): a
        for a in Wegingsantwoord.objects.voor(toegang)
        .filter(bijdrage__weging=weging, bijdrage__ingediend_op__isnull=False)
        .select_related("bijdrage")
    }
    per_deel: dict[Kaderdeel, list[Vraagregel]] = {}
    vragen = Indicator.objects.filter(deel__kader_id=weging.kader_id).select_related("deel")
    for vraag in vragen.order_by("deel__volgorde", "volgorde"):
        rij = tuple(antwoorden.get((vraag.pk, organisatie.pk)) for organisatie in organisaties)
        namen = tuple(organisatie.naam for organisatie in organisaties)
        per_deel.setdefault(vraag.deel, []).append(Vraagregel(vraag, rij, namen))
    return tuple((deel, tuple(rijen)) for deel, rijen in per_deel.items())
