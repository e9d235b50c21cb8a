"""The terughaallijst: who received something is told what became of it, and says what he did."""

import uuid
from datetime import datetime

from django.db import models
from django.db.models import Q

from convenant.enums import Rol, Taaksoort, Terughaalaanleiding, Terughaaluitkomst
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import (
    Bronstuk,
    Dossier,
    Hoedanigheid,
    Organisatie,
    Terughaalpost,
    Zorgdeling,
)
from convenant.rules import terughalen as rules
from convenant.rules.dicht import afscherming_van
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang

TITEL = {
    Terughaalaanleiding.CORRECTIE: "Informatie is gecorrigeerd: bevestig wat u ermee deed",
    Terughaalaanleiding.INTREKKING: "Informatie is ingetrokken: bevestig wat u ermee deed",
    Terughaalaanleiding.BEZWAAR: "Een bezwaar is gegrond: bevestig wat u met de informatie deed",
    Terughaalaanleiding.EINDE: "Een dossier is gesloten: bevestig wat u met de informatie deed",
    Terughaalaanleiding.WISSING: "Informatie is gewist: bevestig dat u haar ook niet meer hebt",
}

HEROPEND = "Het dossier is heropend."
NIET_MEER_NODIG = "De vraag is niet meer nodig."


@bouwsteen
def stuk_terughalen(
    toegang: Toegang, stuk: Bronstuk, vastgelegd_op: datetime, aanleiding: Terughaalaanleiding
) -> None:
    """Ask everyone who received this item what they do now that it changed; not who changed it."""
    ontvangen = rules.ontvangen_van_stuk(stuk, vastgelegd_op)
    ontvangen.pop(toegang.organisatie_id, None)
    _terughalen(toegang, stuk.dossier, stuk, ontvangen, aanleiding)


@bouwsteen
def gewist_melden(toegang: Toegang, stuk: Bronstuk, vastgelegd_op: datetime) -> None:
    """Ask who still may have something of it, now that it may be nowhere any more (AVG 19)."""
    ontvangen = rules.ontvangen_van_stuk(stuk, vastgelegd_op)
    klaar = rules.hoeft_niet_meer(stuk.pk)
    over = {wie: sinds for wie, sinds in ontvangen.items() if wie not in klaar}
    _terughalen(toegang, stuk.dossier, stuk, over, Terughaalaanleiding.WISSING)


@bouwsteen
def deling_terughalen(toegang: Toegang, deling: Zorgdeling) -> None:
    """Ask who received something of care what it does now that it is no longer shared."""
    ontvangen = {deling.ontvanger_id: deling.vastgelegd_op}
    _terughalen(toegang, deling.dossier, deling, ontvangen, Terughaalaanleiding.INTREKKING)


@bouwsteen
def dossier_terughalen(toegang: Toegang, dossier: Dossier) -> None:
    """Ask everyone who received anything from a dossier what they do now that it ended."""
    wie = rules.ontvangen_uit_dossier(toegang, dossier.pk)
    _terughalen(toegang, dossier, dossier, wie, Terughaalaanleiding.EINDE)


@bouwsteen
def terughalen_stoppen(toegang: Toegang, dossier: Dossier) -> None:
    """A dossier that is open again asks nobody to destroy it; who answered already, did so."""
    _stoppen(toegang, Q(stuk_id=dossier.pk, aanleiding=Terughaalaanleiding.EINDE), HEROPEND)


@bouwsteen
def deling_hervatten(toegang: Toegang, deling: Zorgdeling) -> None:
    """Who receives it again does not have to destroy it; the words do not tell that care shares."""
    eerder = Zorgdeling.objects.buiten_toegang("wat opnieuw wordt gedeeld, is van dezelfde bron")
    eerder = eerder.filter(
        dossier_id=deling.dossier_id, bron_id=deling.bron_id, ontvanger_id=deling.ontvanger_id
    )
    if deling.stuk_id is not None:
        eerder = eerder.filter(stuk_id=deling.stuk_id)
    _stoppen(toegang, Q(stuk_id__in=eerder.order_by().values("pk")), NIET_MEER_NODIG)


@bouwsteen
def terughalen_overdragen(toegang: Toegang, dossier_id: uuid.UUID, wie: Hoedanigheid) -> None:
    """What an organisation received it answers for itself: the question goes to his colleagues."""
    posten = (
        Terughaalpost.objects.buiten_toegang("het antwoord blijft bij de organisatie")
        .filter(dossier_id=dossier_id, taak__voor_hoedanigheid=wie, bevestigd_op__isnull=True)
        .select_related("taak")
    )
    for post in posten:
        post.taak.voor_hoedanigheid = None
        post.taak.voor_rol, post.taak.voor_organisatie_id = wie.rol, wie.organisatie_id
        post.taak.save()


@bouwsteen
def terughalen_afschermen(toegang: Toegang, dossier_id: uuid.UUID) -> None:
    """What people have to answer for whom the dossier is shut now, goes to who may know of it."""
    afscherming = afscherming_van(dossier_id)
    posten = (
        Terughaalpost.objects.buiten_toegang(
            "wie het niet meer mag weten, hoeft niet te antwoorden"
        )
        .filter(dossier_id=dossier_id, bevestigd_op__isnull=True)
        .select_related("taak__voor_hoedanigheid")
    )
    for post in posten:
        if not afscherming.is_taak_dicht(post.taak):
            continue
        wie = rules.wie_antwoordt(toegang, dossier_id, post.organisatie_id)
        rol = isinstance(wie, Rol)
        post.taak.voor_hoedanigheid = None if rol else wie
        post.taak.voor_rol = wie if rol else ""
        post.taak.voor_organisatie_id = post.organisatie_id if rol else None
        post.taak.save()


@handeling(rules.terughalen_bevestigen)
def terughalen_bevestigen(
    toegang: Toegang, post: Terughaalpost, *, uitkomst: str, toelichting: str = ""
) -> Terughaalpost:
    """Say what one's organisation did with what it had received."""
    keuze = Terughaaluitkomst(uitkomst)
    if keuze == Terughaaluitkomst.BEWAART and not toelichting.strip():
        raise Geweigerd("Schrijf op waarom uw organisatie het moet bewaren.")
    post.uitkomst = keuze
    post.toelichting = toelichting
    post.bevestigd_op = toegang.moment
    post.bevestigd_door_id = toegang.hoedanigheid_id
    post.save()
    taken_sluiten(toegang, post, Taaksoort.TERUGHALEN, uitkomst=keuze.label)
    return post


def _stoppen(toegang: Toegang, welke: Q, waarom: str) -> None:
    posten = (
        Terughaalpost.objects.buiten_toegang("niemand hoeft nog te antwoorden, wie hij ook is")
        .select_for_update()
        .filter(welke, bevestigd_op__isnull=True)
    )
    for post in posten:
        post.toelichting = waarom
        post.bevestigd_op = toegang.moment
        post.bevestigd_door_id = toegang.hoedanigheid_id
        post.save()
        taken_sluiten(toegang, post, Taaksoort.TERUGHALEN, uitkomst=waarom)


def _terughalen(
    toegang: Toegang,
    dossier: Dossier,
    stuk: models.Model,
    ontvangen: rules.Ontvangen,
    aanleiding: Terughaalaanleiding,
) -> None:
    loopt_al = set(
        Terughaalpost.objects.buiten_toegang("wie al gevraagd is, wordt niet nog eens gevraagd")
        .filter(stuk_id=stuk.pk, aanleiding=aanleiding, bevestigd_op__isnull=True)
        .values_list("organisatie_id", flat=True)
    )
    organisaties = Organisatie.objects.filter(pk__in=set(ontvangen) - loopt_al).order_by("naam")
    for organisatie in organisaties:
        post = Terughaalpost(
            dossier=dossier,
            kenmerk=dossier.nummer,
            aanleiding=aanleiding,
            stuk_soort=stuk._meta.label_lower,
            stuk_id=stuk.pk,
            organisatie=organisatie,
            ontvangen_op=ontvangen[organisatie.pk],
            gemaakt_op=toegang.moment,
            gemaakt_door_id=toegang.hoedanigheid_id,
            uiterlijk=toegang.vandaag + rules.TERMIJN[aanleiding],
        )
        _taak_erbij(toegang, post)
        post.save(force_insert=True)


def _taak_erbij(toegang: Toegang, post: Terughaalpost) -> None:
    """The task hangs on no dossier: whom it asks would tell others who is known to care."""
    wie = rules.wie_antwoordt(toegang, post.dossier_id, post.organisatie_id)
    rol = isinstance(wie, Rol)
    post.taak = taak_zetten(
        toegang,
        soort=Taaksoort.TERUGHALEN,
        titel=TITEL[Terughaalaanleiding(post.aanleiding)],
        uiterlijk=post.uiterlijk,
        voor=None if rol else wie,  # type: ignore[arg-type]
        rol=wie if rol else "",  # type: ignore[arg-type]
        organisatie=post.organisatie,
        over=post,
    )
