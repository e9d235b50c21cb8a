"""Tasks: made by deeds for a person or a role, added by hand, and finished with an outcome."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models

from convenant.enums import Rol, Taaksoort
from convenant.handeling import bouwsteen, dossier_van, handeling
from convenant.models import Dossier, Hoedanigheid, Organisatie, Taak
from convenant.rules import taken as rules
from convenant.rules.dicht import niet_voor_wie_het_dicht_is
from convenant.rules.vervanging import niet_voor_zichzelf
from convenant.toegang import Toegang

VERVALLEN = "Vervallen: de betrokkenheid is beëindigd"


@bouwsteen
def taak_zetten(
    toegang: Toegang,
    *,
    soort: Taaksoort,
    titel: str,
    uiterlijk: date,
    dossier: Dossier | None = None,
    voor: Hoedanigheid | None = None,
    rol: Rol | str = "",
    organisatie: Organisatie | None = None,
    over: models.Model | None = None,
    toelichting: str = "",
    over_dossier: uuid.UUID | None = None,
) -> Taak:
    """Make a task as part of a deed: ``voor`` a person, or for a ``rol`` of an ``organisatie``.

    ``titel`` holds no names: it stands in lists. ``over`` is the object that the task is about,
    ``over_dossier`` the dossier where that does not tell it itself. A stand-in gets none of his
    own by what he does, for it would stay when he is no stand-in.
    """
    if dossier is not None:
        niet_voor_zichzelf(toegang, dossier.pk, voor)
    taak = Taak(
        dossier=dossier,
        soort=soort,
        titel=titel,
        toelichting=toelichting,
        voor_hoedanigheid=voor,
        voor_rol="" if voor else rol,
        voor_organisatie=None if voor else organisatie,
        object_soort=over._meta.label_lower if over is not None else "",
        object_id=over.pk if over is not None else None,
        over_dossier_id=dossier.pk if dossier else over_dossier or dossier_van(over),
        gemaakt_op=toegang.moment,
        gemaakt_door_id=toegang.hoedanigheid_id,
        uiterlijk=uiterlijk,
    )
    taak.save(force_insert=True)
    return taak


@bouwsteen
def taken_sluiten(toegang: Toegang, over: models.Model, *soorten: Taaksoort, uitkomst: str) -> int:
    """Finish the open tasks about ``over`` that the running deed has made superfluous."""
    open_taken = list(
        Taak.objects.buiten_toegang("de handeling rondt ook taken van anderen af")
        .select_for_update()
        .filter(object_id=over.pk, gereed_op__isnull=True, soort__in=soorten)
    )
    for taak in open_taken:
        _gereed(toegang, taak, uitkomst)
    return len(open_taken)


@bouwsteen
def taken_overdragen(
    toegang: Toegang,
    dossier_id: uuid.UUID,
    *,
    van: uuid.UUID,
    naar: uuid.UUID,
    ook_adviezen: bool = False,
) -> None:
    """Open work in this dossier goes to another hoedanigheid; an advice not given lapses.

    ``ook_adviezen``: to a colleague who takes the place in the dossier. The organisation was asked.
    """
    open_taken = Taak.objects.buiten_toegang("het werk gaat mee, van wie het ook is").filter(
        dossier_id=dossier_id, voor_hoedanigheid_id=van, gereed_op__isnull=True
    )
    for taak in open_taken.select_for_update():
        if taak.soort == Taaksoort.ADVIES and not ook_adviezen:
            _gereed(toegang, taak, VERVALLEN)
        else:
            taak.voor_hoedanigheid_id = naar
            taak.save()


@bouwsteen
def taken_doorgeven(
    toegang: Toegang,
    taken: Iterable[Taak],
    *,
    naar: Hoedanigheid | None,
    anders: Hoedanigheid | None,
) -> None:
    """These tasks go to a person, or else to the role of ``anders``; an advice not given lapses."""
    for taak in taken:
        if taak.soort == Taaksoort.ADVIES:
            _gereed(toegang, taak, VERVALLEN)
            continue
        if naar is not None:
            taak.voor_hoedanigheid = naar
        elif anders is not None:
            taak.voor_hoedanigheid = None
            taak.voor_rol, taak.voor_organisatie_id = anders.rol, anders.organisatie_id
        taak.save()


@bouwsteen
def taken_bij_dossier(toegang: Toegang, over: Iterable[uuid.UUID], dossier_id: uuid.UUID) -> None:
    """What these tasks are about belongs to a dossier from now on; the tasks name it as little."""
    rijen = Taak.objects.buiten_toegang("van wie de taak ook is, zij gaat over dit dossier")
    for taak in rijen.select_for_update().filter(object_id__in=list(over)):
        taak.over_dossier_id = dossier_id
        taak.save()


@handeling(rules.taak_toevoegen)
def taak_toevoegen(toegang: Toegang, dossier: Dossier, **gegevens: Any) -> Taak:
    """Give someone a task in this dossier."""
    niet_voor_wie_het_dicht_is(dossier.pk, gegevens.get("voor"))
    return taak_zetten(toegang, dossier=dossier, soort=Taaksoort.ACTIE, **gegevens)


@handeling(rules.taak_afronden)
def taak_afronden(toegang: Toegang, taak: Taak, *, uitkomst: str) -> Taak:
    """Finish a task with its outcome in words."""
    return _gereed(toegang, taak, uitkomst)


def _gereed(toegang: Toegang, taak: Taak, uitkomst: str) -> Taak:
    taak.gereed_op = toegang.moment
    taak.gereed_door_id = toegang.hoedanigheid_id
    taak.uitkomst = uitkomst
    taak.save()
    return taak
