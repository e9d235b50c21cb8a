"""Loading who asks: the one place where a Toegang is made."""

import uuid
from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from convenant.enums import Organisatiesoort, Rol
from convenant.identiteit import aanmelden
from convenant.models import (
    Betrokkenheid,
    Bronbevestiging,
    Deelregel,
    Hoedanigheid,
    Ondertekening,
    Organisatie,
)
from convenant.regelboek import GEEN_REGELS
from convenant.selectors.regels import geldende_versies, regelboek
from convenant.toegang import REGIEROLLEN, Toegang

SESSIESLEUTEL = "hoedanigheid"


def geldige_hoedanigheden(medewerker: Any, moment: datetime) -> QuerySet[Hoedanigheid]:
    """The capacities in which someone may act at ``moment``, each with what the convenant says."""
    return (
        Hoedanigheid.objects.filter(
            Hoedanigheid.geldig_op(timezone.localdate(moment)), medewerker=medewerker
        )
        .select_related("medewerker", "organisatie")
        .annotate(**_stand(moment))
        .order_by("rol", "van")
    )


def _stand(moment: datetime) -> dict[str, Any]:
    """What the convenant says of a hoedanigheid at ``moment``, as part of another question."""
    handtekening = Ondertekening.objects.filter(
        Ondertekening.geldig_op(moment), organisatie=OuterRef("organisatie")
    )
    versie = Subquery(geldende_versies(moment).values("pk")[:1])
    return {
        "convenantversie_id": versie,
        "heeft_handtekening": Exists(handtekening),
        "bronbevestigingen": ArraySubquery(_bevestigingen(versie, moment)),
        "bronorganisaties": ArraySubquery(_bronorganisaties(versie)),
    }


def _bevestigingen(versie: Subquery, moment: datetime) -> QuerySet[Any, str]:
    """Deelregel, organisation and its kind, of what the version in force opens."""
    geopend = Deelregel.objects.filter(versie=versie, verruimt_vanaf__isnull=False)
    return (
        Bronbevestiging.objects.filter(
            deelregel__in=geopend.values(eerste=Coalesce("oorsprong", "pk")), op__lte=moment
        )
        .order_by()
        .values_list(
            Concat(
                Cast("deelregel", TextField()),
                Value(" "),
                Cast("organisatie", TextField()),
                Value(" "),
                "organisatie__soort",
                output_field=TextField(),
            ),
            flat=True,
        )
    )


def _bronorganisaties(versie: Subquery) -> QuerySet[Any, str]:
    """Kind and organisation, where a rule names a kind as the source."""
    soorten = Deelregel.objects.filter(versie=versie).exclude(bron_soort="").values("bron_soort")
    return (
        Organisatie.objects.filter(soort__in=soorten)
        .order_by()
        .values_list(
            Concat("soort", Value(" "), Cast("pk", TextField()), output_field=TextField()),
            flat=True,
        )
    )


def _met_stand(hoedanigheid: Hoedanigheid, moment: datetime) -> Any:
    """The same row with the state of the convenant; asked when it did not come along."""
    if hasattr(hoedanigheid, "convenantversie_id"):
        return hoedanigheid
    return Hoedanigheid.objects.annotate(**_stand(moment)).only("pk").get(pk=hoedanigheid.pk)


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
    if not vrager.getekend:
        return vrager
    rijen = _actief(hoedanigheid, vrager.vandaag).values_list(
        "content_object_id", "permission__codename"
    )
    return _met_betrokken(vrager, list(rijen))


def toegang_aanmelden(
    hoedanigheid: Hoedanigheid, moment: datetime, *, trace_id: str = ""
) -> Toegang:
    """The same, and the database knows from here on who asks; one question for both."""
    vrager = _vrager(hoedanigheid, moment, trace_id)
    return _met_betrokken(vrager, aanmelden(vrager))


def _vrager(hoedanigheid: Hoedanigheid, moment: datetime, trace_id: str) -> Toegang:
    stand = _met_stand(hoedanigheid, moment)
    getekend = stand.heeft_handtekening or _leest_krachtens_wet(hoedanigheid)
    versie_id = stand.convenantversie_id if getekend else None
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
        bevestigd=frozenset(_bevestigd(stand.bronbevestigingen)),
        bronnen=frozenset(_bronnen(stand.bronorganisaties)),
        regels=GEEN_REGELS if versie_id is None else regelboek(versie_id),
    )


def _bevestigd(rijen: list[str]) -> Iterator[tuple[uuid.UUID, uuid.UUID | None]]:
    """What the municipality confirms holds for what has no source of its own as well."""
    for rij in rijen:
        regel, organisatie, soort = rij.split()
        yield uuid.UUID(regel), uuid.UUID(organisatie)
        if soort == Organisatiesoort.GEMEENTE:
            yield uuid.UUID(regel), None


def _bronnen(rijen: list[str]) -> Iterator[tuple[str, uuid.UUID]]:
    for rij in rijen:
        soort, organisatie = rij.split()
        yield soort, uuid.UUID(organisatie)


def _leest_krachtens_wet(hoedanigheid: Hoedanigheid) -> bool:
    """Oversight is no party to the convenant: it reads by law, and signs nothing."""
    return hoedanigheid.organisatie.soort == Organisatiesoort.TOEZICHT or hoedanigheid.rol == Rol.FG


def _met_betrokken(vrager: Toegang, rijen: list[tuple[uuid.UUID, str]]) -> Toegang:
    return replace(
        vrager,
        betrokken=frozenset(dossier for dossier, _ in rijen),
        regie=frozenset(dossier for dossier, relatie in rijen if relatie in REGIEROLLEN),
    )


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


def _actief(hoedanigheid: Hoedanigheid, dag: date) -> QuerySet[Betrokkenheid]:
    return Betrokkenheid.objects.buiten_toegang("bepaalt zelf wie toegang heeft").filter(
        Betrokkenheid.lopend_op(dag), hoedanigheid=hoedanigheid
    )
