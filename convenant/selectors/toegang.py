"""Loading who asks: the one place where a Toegang is made."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from django.db.models import F, Func, JSONField, Q, QuerySet, TextField, Value
from django.utils import timezone

from convenant.enums import Organisatiesoort, Rol
from convenant.gedeeld import RELATIE_DELING, Deling
from convenant.identiteit import RELATIE_DICHT, aanmelden, rijen_van
from convenant.models import Hoedanigheid, Zorgdeling
from convenant.opzoeken import RELATIE_NOOD, RELATIE_VERVANGING, EenVan
from convenant.regelboek import GEEN_REGELS
from convenant.selectors.regels import regelboek
from convenant.toegang import REGIEROLLEN, Toegang

SESSIESLEUTEL = "hoedanigheid"


class Denkbeeldig(Toegang):
    """Someone of whom is asked what he may know, by another.

    Nobody logs in as this: the database cannot be asked who it is involved with, so that the ids
    are always sent along.
    """

    __slots__ = ()

    def in_eigen_dossier(self, pad: str) -> Q:
        ids = "{" + ",".join(sorted(map(str, self.betrokken))) + "}"
        return Q(EenVan(pad, Value(ids, TextField())))

    @property
    def bij_embargo(self) -> tuple[Any, Any]:
        """As nobody: not even a number tells what lies under a hidden embargo."""
        return None, None


def geldige_hoedanigheden(medewerker: Any, moment: datetime) -> QuerySet[Hoedanigheid]:
    """The capacities in which someone may act at ``moment``, each with what the convenant says."""
    return alle_hoedanigheden(moment).filter(medewerker=medewerker)


def alle_hoedanigheden(moment: datetime) -> QuerySet[Hoedanigheid]:
    """Every capacity in which anyone may act at ``moment``."""
    return (
        Hoedanigheid.objects.filter(Hoedanigheid.geldig_op(timezone.localdate(moment)))
        .select_related("medewerker", "organisatie")
        .annotate(**_stand(moment))
        .order_by("rol", "van")
    )


def _stand(moment: datetime) -> dict[str, Any]:
    """What the convenant says of a hoedanigheid at ``moment``, as part of another question."""
    dag = timezone.localdate(moment)
    return {
        "convenantstand": Func(
            Value(moment),
            Value(dag),
            F("organisatie"),
            function="convenantstand",
            output_field=JSONField(),
        )
    }


def _stand_van(hoedanigheid: Hoedanigheid, moment: datetime) -> dict[str, Any]:
    """The state of the convenant that came along with this row, or else asked now."""
    if not hasattr(hoedanigheid, "convenantstand"):
        rijen = Hoedanigheid.objects.filter(pk=hoedanigheid.pk).annotate(**_stand(moment))
        stand: dict[str, Any] = rijen.values_list("convenantstand", flat=True)[0]
        return stand
    gevonden: dict[str, Any] = hoedanigheid.convenantstand
    return gevonden


def gekozen_uit(
    geldig: list[Hoedanigheid], sessie: MutableMapping[str, Any]
) -> Hoedanigheid | None:
    """The chosen capacity, or the only one; ``None`` when there is none or a choice is due."""
    gekozen = next((h for h in geldig if str(h.pk) == sessie.get(SESSIESLEUTEL)), None)
    if gekozen is not None:
        return gekozen
    return geldig[0] if len(geldig) == 1 else None


def toegang_laden(hoedanigheid: Hoedanigheid, moment: datetime, *, trace_id: str = "") -> Toegang:
    """Everything the access rule needs to know of this asker at ``moment``, in one value.

    ``hoedanigheid`` comes with its medewerker and organisatie.
    """
    vrager = _vrager(hoedanigheid, moment, trace_id)
    if not vrager.telt_mee:
        return vrager
    return _met_rijen(vrager, rijen_van(vrager))


def delingen_aan(
    organisatie_id: uuid.UUID, dossiers: Iterable[uuid.UUID], moment: datetime
) -> frozenset[Deling]:
    """What care shares with this organisation in these dossiers at ``moment``."""
    rijen = (
        Zorgdeling.objects.buiten_toegang("bepaalt zelf wie toegang heeft")
        .filter(Zorgdeling.lopend_op(moment), ontvanger_id=organisatie_id)
        .filter(dossier_id__in=list(dossiers))
        .order_by()
        .values_list("pk", "dossier_id", "bron_id", "stuk_id")
    )
    return frozenset(Deling(*rij) for rij in rijen)


def toegang_gedacht(
    hoedanigheid: Hoedanigheid,
    moment: datetime,
    betrokken: Iterable[uuid.UUID],
    nood: Iterable[uuid.UUID] = (),
    *,
    dicht: frozenset[uuid.UUID],
) -> Denkbeeldig:
    """What someone may know, told to another: nobody logs in with it.

    ``dicht`` holds what is shut for him (``dicht_voor``); who asks of one dossier that is open to
    him has none.
    """
    vrager = _vrager(hoedanigheid, moment, "")
    gegevens = {veld.name: getattr(vrager, veld.name) for veld in fields(Toegang)}
    gegevens |= {
        "betrokken": frozenset(betrokken) - dicht,
        "nood": frozenset(nood) - dicht,
        "dicht": dicht,
    }
    return Denkbeeldig(**gegevens)


def toegang_aanmelden(
    hoedanigheid: Hoedanigheid, moment: datetime, *, trace_id: str = ""
) -> Toegang:
    """The same, and the database knows from here on who asks; one question for both."""
    vrager = _vrager(hoedanigheid, moment, trace_id)
    return _met_rijen(vrager, aanmelden(vrager))


def _vrager(hoedanigheid: Hoedanigheid, moment: datetime, trace_id: str) -> Toegang:
    stand = _stand_van(hoedanigheid, moment)
    getekend = stand["getekend"] or _leest_krachtens_wet(hoedanigheid)
    geldig = hoedanigheid.medewerker.is_active and hoedanigheid.geldt_op(timezone.localdate(moment))
    versie = stand["versie"] if getekend and geldig else None
    return Toegang(
        medewerker_id=hoedanigheid.medewerker_id,
        naam=hoedanigheid.medewerker.naam,
        hoedanigheid_id=hoedanigheid.pk,
        rol=Rol(hoedanigheid.rol),
        organisatie_id=hoedanigheid.organisatie_id,
        organisatie_naam=hoedanigheid.organisatie.naam,
        organisatiesoort=Organisatiesoort(hoedanigheid.organisatie.soort),
        moment=moment,
        trace_id=trace_id,
        getekend=getekend,
        geldig=geldig,
        bevestigd=frozenset(_bevestigd(stand["bevestigd"])),
        bronnen=frozenset(_bronnen(stand["bronnen"])),
        regels=GEEN_REGELS if versie is None else regelboek(uuid.UUID(versie)),
    )


def _bevestigd(rijen: list[list[str]]) -> Iterator[tuple[uuid.UUID, uuid.UUID | None]]:
    """What the municipality confirms holds for what has no source of its own as well."""
    for regel, organisatie, soort in rijen:
        yield uuid.UUID(regel), uuid.UUID(organisatie)
        if soort == Organisatiesoort.GEMEENTE:
            yield uuid.UUID(regel), None


def _bronnen(rijen: list[list[str]]) -> Iterator[tuple[str, uuid.UUID]]:
    for soort, organisatie in rijen:
        yield soort, uuid.UUID(organisatie)


def _leest_krachtens_wet(hoedanigheid: Hoedanigheid) -> bool:
    """Oversight is no party to the convenant: it reads by law, and signs nothing."""
    return hoedanigheid.organisatie.soort == Organisatiesoort.TOEZICHT or hoedanigheid.rol == Rol.FG


def _met_rijen(vrager: Toegang, rijen: Iterable[tuple[Any, ...]]) -> Toegang:
    """The asker with what ``aanmelden`` answers: dossiers, relatie, whose, and what care shares.

    Of a vervanging it is the colleague whose place he takes, and no dossier.
    """
    per_relatie: dict[str, frozenset[uuid.UUID]] = defaultdict(frozenset)
    gedeeld, eigen = set(), frozenset[uuid.UUID]()
    for lijst, relatie, waarvan, bron, stuk in rijen:
        ids = frozenset(lijst)
        if relatie == RELATIE_DELING:
            gedeeld |= {Deling(waarvan, id_, bron, stuk) for id_ in ids}
        else:
            per_relatie[relatie] |= ids
            eigen |= ids if waarvan == vrager.hoedanigheid_id else frozenset()
    niets = frozenset[uuid.UUID]()
    nood = per_relatie.pop(RELATIE_NOOD, niets)
    vervangt = per_relatie.pop(RELATIE_VERVANGING, niets)
    dicht = per_relatie.pop(RELATIE_DICHT, niets)
    betrokken = frozenset().union(*per_relatie.values())
    wie = replace(
        vrager,
        betrokken=betrokken,
        regie=frozenset().union(*(per_relatie[relatie] for relatie in REGIEROLLEN)),
        nood=nood - betrokken,
        vervangt=vervangt,
        als_vervanger=betrokken - eigen,
        gedeeld=frozenset(gedeeld),
    )
    return wie.zonder_dichte(dicht)


def toegang_van(hoedanigheid_id: uuid.UUID, moment: datetime) -> Toegang | None:
    """The asker of a background job, loaded again; ``None`` when the capacity no longer holds."""
    hoedanigheid = (
        Hoedanigheid.objects.select_related("medewerker", "organisatie")
        .filter(pk=hoedanigheid_id, medewerker__is_active=True)
        .first()
    )
    if hoedanigheid is None or not hoedanigheid.geldt_op(timezone.localdate(moment)):
        return None
    return toegang_laden(hoedanigheid, moment)
