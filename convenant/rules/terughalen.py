"""What was given is taken back: who received it, who answers for them, and before when."""

import uuid
from datetime import date, datetime, timedelta

from django.db.models import Min, Q, QuerySet

from convenant.enums import (
    ZORG_GEDEELD,
    Organisatiesoort,
    Rol,
    Terughaalaanleiding,
    Terughaaluitkomst,
    Verstrekkingsoort,
)
from convenant.handeling import Geweigerd, regel
from convenant.models import (
    Betrokkenheid,
    Bronstuk,
    Hoedanigheid,
    Taak,
    Terughaalpost,
    Verstrekking,
)
from convenant.models.verzegeling import BEHEERDERS
from convenant.rules.dicht import afscherming_van
from convenant.rules.taken import TAAKROLLEN
from convenant.toegang import Toegang

TERMIJN = {
    Terughaalaanleiding.CORRECTIE: timedelta(days=14),
    Terughaalaanleiding.INTREKKING: timedelta(days=14),
    Terughaalaanleiding.BEZWAAR: timedelta(days=14),
    Terughaalaanleiding.EINDE: timedelta(days=30),
    Terughaalaanleiding.WISSING: timedelta(days=14),
}
WEG = (Terughaalaanleiding.INTREKKING, Terughaalaanleiding.BEZWAAR)
"""Why who received something was asked to destroy it."""
CONTACTROLLEN = (Rol.PARTNER, Rol.LID_WEEGPLOEG)
"""Who answers for an organisation of which nobody is involved; the first that somebody has."""
GEEFT_TOEGANG = (Verstrekkingsoort.BETROKKENHEID, Verstrekkingsoort.FASE)

type Ontvangen = dict[uuid.UUID, datetime]
"""Since when each organisation has it."""


@regel(*TAAKROLLEN)
def terughalen_bevestigen(toegang: Toegang, post: Terughaalpost) -> None:
    """Whoever was asked answers for the own organisation, once."""
    if post.ingetrokken:
        raise Geweigerd(f"U hoeft dit niet meer te bevestigen. {post.toelichting}")
    if post.bevestigd_op is not None:
        raise Geweigerd("Dit is al bevestigd.")
    taak = Taak.objects.buiten_toegang("wie het mag, staat in de taak").get(pk=post.taak_id)
    # Who looks after a seal answers for an organisation where nobody may know of the dossier.
    elders = post.organisatie_id != toegang.organisatie_id and toegang.rol not in BEHEERDERS
    if elders or not taak.is_van(toegang):
        raise Geweigerd("Alleen wie hiervoor de taak heeft, kan dit bevestigen.")


def ontvangen_van_stuk(stuk: Bronstuk, vastgelegd_op: datetime) -> Ontvangen:
    """Who received this item: when it was recorded, or with the access they were given later."""
    met_toegang = Q(
        dossier_id=stuk.dossier_id,
        soort__in=GEEFT_TOEGANG,
        categorieen__contains=[stuk.kenniscategorie],
        verstrekt_op__gte=vastgelegd_op,
    )
    alles_gedeeld = Q(
        soort__in=ZORG_GEDEELD,
        stuk_id=stuk.dossier_id,
        van_id=stuk.bron_id,
        verstrekt_op__gte=vastgelegd_op,
    )
    rijen = _verstrekkingen().filter(Q(stuk_id=stuk.pk) | met_toegang | alles_gedeeld)
    return _sinds(rijen.exclude(naar_id=stuk.bron_id))


def hoeft_niet_meer(stuk_id: uuid.UUID) -> set[uuid.UUID]:
    """Who destroyed what he had of a withdrawn item, or is asked about it now."""
    gedaan = Q(bevestigd_op__isnull=True) | Q(uitkomst=Terughaaluitkomst.VERNIETIGD)
    posten = Terughaalpost.objects.buiten_toegang("wie antwoordde, wordt niet nog eens gevraagd")
    rijen = posten.filter(gedaan, stuk_id=stuk_id, aanleiding__in=WEG)
    return set(rijen.order_by().values_list("organisatie_id", flat=True))


def ontvangen_uit_dossier(toegang: Toegang, dossier_id: uuid.UUID) -> Ontvangen:
    """Who received anything from this dossier; the Commissie has no names and keeps its samples."""
    rijen = _verstrekkingen().filter(dossier_id=dossier_id)
    anderen = rijen.exclude(naar_id=toegang.organisatie_id)
    return _sinds(anderen.exclude(naar__soort=Organisatiesoort.TOEZICHT))


def wie_antwoordt(
    toegang: Toegang, dossier_id: uuid.UUID, organisatie_id: uuid.UUID
) -> Hoedanigheid | Rol:
    """Someone of this organisation who is involved, else the role that speaks for it."""
    return wie_spreekt_voor(dossier_id, organisatie_id, toegang.vandaag)


def wie_spreekt_voor(
    dossier_id: uuid.UUID,
    organisatie_id: uuid.UUID,
    vandaag: date,
    *,
    liefst: uuid.UUID | None = None,
) -> Hoedanigheid | Rol:
    """The same on a day, for who asks on behalf of nobody; ``liefst`` goes first if involved.

    Of a sealed dossier someone who is named, or else who looks after the seal.
    """
    afscherming = afscherming_van(dossier_id)
    mensen = afscherming.zonder_wie_dicht_is(
        Hoedanigheid.objects.filter(
            Hoedanigheid.geldig_op(vandaag),
            organisatie_id=organisatie_id,
            medewerker__is_active=True,
        )
    )
    rijen = list(
        Betrokkenheid.objects.buiten_toegang("werk gaat naar wie nu betrokken is")
        .filter(Betrokkenheid.lopend_op(vandaag), content_object_id=dossier_id)
        .filter(hoedanigheid__in=mensen, hoedanigheid__rol__in=TAAKROLLEN)
        .select_related("hoedanigheid")
        .order_by("van", "pk")
    )
    rijen.sort(key=lambda rij: rij.hoedanigheid_id != liefst)
    if rijen:
        return rijen[0].hoedanigheid
    if afscherming.verzegeld:
        genoemd = mensen.filter(rol__in=TAAKROLLEN).order_by("van", "pk").first()
        anders = genoemd or afscherming.beheerders(vandaag).order_by("van", "pk").first()
        if anders is not None:
            return anders
    rollen = set(mensen.values_list("rol", flat=True))
    volgorde = (*CONTACTROLLEN, Rol.PROCESREGISSEUR, *TAAKROLLEN)
    return next((rol for rol in volgorde if rol in rollen), Rol.PARTNER)


def _verstrekkingen() -> QuerySet[Verstrekking]:
    return Verstrekking.objects.buiten_toegang("iedere ontvanger moet het weten, wie hij ook is")


def _sinds(rijen: QuerySet[Verstrekking]) -> Ontvangen:
    ontvangers = rijen.order_by().values_list("naar_id")
    return dict(ontvangers.annotate(sinds=Min("verstrekt_op")))
