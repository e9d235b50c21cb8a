"""The verstrekkingenregister: written by each deed by which content goes to another organisation."""

import uuid
from collections.abc import Iterable

from django.db import models

from convenant.enums import Categorie, Fase, Rol, Verstrekkingsoort
from convenant.handeling import bouwsteen, dossier_van
from convenant.models import Bronstuk, Dossier, Hoedanigheid, Verstrekking
from convenant.rules.ontvangers import Gelezen, Lezer, lezers_van, ontvangers
from convenant.toegang import Toegang

NOODZAAK = {
    Verstrekkingsoort.INFORMATIE: "Nodig voor wie in dit dossier weegt of meewerkt",
    Verstrekkingsoort.BETROKKENHEID: "Nodig voor de taak; de reden staat bij de betrokkenheid",
    Verstrekkingsoort.FASE: "Nodig voor wie in deze fase weegt of meewerkt",
    Verstrekkingsoort.WEGING: "Nodig om samen tot een uitkomst te komen",
    Verstrekkingsoort.PLAN: "Nodig om het plan samen uit te voeren",
    Verstrekkingsoort.ADVIES: "Nodig om advies te geven",
    Verstrekkingsoort.VRIJGAVE: "Nodig voor het toezicht, zonder namen",
    Verstrekkingsoort.BEVRAGING: "Nodig om te kunnen antwoorden; het doel staat bij de vraag",
    Verstrekkingsoort.ANTWOORD: "Antwoord op een vraag",
    Verstrekkingsoort.TOESTEMMING: "Met toestemming; doel en termijn staan bij de toestemming",
    Verstrekkingsoort.CONFLICT: "Conflict van plichten; de afweging staat bij de bron",
    Verstrekkingsoort.VERZEGELING: "Nodig voor wie is ingewijd, of omdat het dossier niet meer verzegeld is",
}


@bouwsteen
def verstrekking_vastleggen(
    toegang: Toegang,
    *,
    soort: Verstrekkingsoort,
    stuk: models.Model,
    naar: uuid.UUID,
    categorieen: Iterable[Categorie],
    artikelen: Iterable[str],
    van: uuid.UUID | None = None,
    noodzaak: str = "",
) -> Verstrekking | None:
    """Record that content of ``stuk`` went to another organisation; to one's own is no disclosure.

    ``van`` defaults to the organisation of who acts.
    """
    bron = van or toegang.organisatie_id
    if bron == naar:
        return None
    rij = Verstrekking(
        dossier_id=dossier_van(stuk),
        soort=soort,
        stuk_soort=stuk._meta.label_lower,
        stuk_id=stuk.pk,
        categorieen=sorted(str(c) for c in categorieen),
        van_id=bron,
        naar_id=naar,
        grondslag=f"Convenant artikel {', '.join(sorted(set(artikelen)))}",
        noodzaak=noodzaak or NOODZAAK[soort],
        besloten_door_id=toegang.hoedanigheid_id,
        verstrekt_op=toegang.moment,
    )
    rij.save(force_insert=True)
    return rij


@bouwsteen
def stuk_verstrekken(
    toegang: Toegang,
    stuk: models.Model,
    categorie: Categorie,
    *,
    soort: Verstrekkingsoort,
    van: uuid.UUID | None = None,
    aan: uuid.UUID | None = None,
) -> None:
    """Record that everyone who by the rule reads this stuk of a dossier now has it.

    ``aan``: it was handed to this organisation only.
    """
    dossier_id = dossier_van(stuk)
    if dossier_id is None:
        return
    fase = Fase(Dossier._base_manager.values_list("fase", flat=True).get(pk=dossier_id))
    wie = ontvangers(
        toegang,
        dossier_id,
        fase,
        categorieen=(categorie,),
        bron_id=van,
        vastgelegd_op=toegang.moment,
    )
    if aan is not None:
        wie = {o: gelezen for o, gelezen in wie.items() if o == aan}
    _naar_allen(toegang, stuk, wie, soort=soort, van=van)


@bouwsteen
def vrijgave_verstrekken(toegang: Toegang, stuk: models.Model) -> None:
    """Record that a released text went to the Commissie, which by the rule reads no content."""
    leden = Hoedanigheid.objects.filter(
        Hoedanigheid.geldig_op(toegang.vandaag), rol=Rol.LID_COMMISSIE
    )
    for organisatie_id in leden.order_by().values_list("organisatie_id", flat=True).distinct():
        verstrekking_vastleggen(
            toegang,
            soort=Verstrekkingsoort.VRIJGAVE,
            stuk=stuk,
            naar=organisatie_id,
            categorieen=(Categorie.GEWOON,),
            artikelen=("9.1",),
        )


@bouwsteen
def informatie_verstrekken(toegang: Toegang, stuk: Bronstuk) -> None:
    """Record that an item of a source organisation went to all who by the rule read it."""
    stuk_verstrekken(
        toegang,
        stuk,
        stuk.kenniscategorie,
        soort=Verstrekkingsoort.INFORMATIE,
        van=stuk.bron_id,
    )


@bouwsteen
def betrokkenheid_verstrekken(
    toegang: Toegang, rij: models.Model, dossier: Dossier, wie: Hoedanigheid
) -> None:
    """Record what someone who is involved from now on reads that his organisation did not."""
    eerder = [
        lezer
        for lezer in lezers_van(toegang, dossier.pk)
        if lezer.organisatie_id == wie.organisatie_id
    ]
    nieuw = Lezer(wie.rol, wie.organisatie_id, wie.organisatie.soort, betrokken=True)  # type: ignore[arg-type]
    voor = ontvangers(toegang, dossier.pk, Fase(dossier.fase), lezers=eerder)
    na = ontvangers(toegang, dossier.pk, Fase(dossier.fase), lezers=[nieuw])
    _naar_allen(toegang, rij, _erbij(voor, na), soort=Verstrekkingsoort.BETROKKENHEID)


@bouwsteen
def fase_verstrekken(toegang: Toegang, dossier: Dossier, vorige: Fase) -> None:
    """Record what each organisation reads in the new phase that it did not read in the last."""
    lezers = lezers_van(toegang, dossier.pk)
    voor = ontvangers(toegang, dossier.pk, vorige, lezers=lezers)
    na = ontvangers(toegang, dossier.pk, Fase(dossier.fase), lezers=lezers)
    _naar_allen(toegang, dossier, _erbij(voor, na), soort=Verstrekkingsoort.FASE)


@bouwsteen
def opening_verstrekken(
    toegang: Toegang, rij: models.Model, dossier: Dossier, eerder: list[Lezer]
) -> None:
    """Record what is read now that a seal was opened, for one more person or altogether."""
    fase = Fase(dossier.fase)
    voor = ontvangers(toegang, dossier.pk, fase, lezers=eerder)
    na = ontvangers(toegang, dossier.pk, fase)
    _naar_allen(toegang, rij, _erbij(voor, na), soort=Verstrekkingsoort.VERZEGELING)


def _erbij(
    voor: dict[uuid.UUID, Gelezen], na: dict[uuid.UUID, Gelezen]
) -> dict[uuid.UUID, Gelezen]:
    return {
        organisatie: erbij
        for organisatie, gelezen in na.items()
        if (erbij := {c: a for c, a in gelezen.items() if c not in voor.get(organisatie, {})})
    }


def _naar_allen(
    toegang: Toegang,
    stuk: models.Model,
    wie: dict[uuid.UUID, Gelezen],
    *,
    soort: Verstrekkingsoort,
    van: uuid.UUID | None = None,
) -> None:
    for organisatie_id, gelezen in wie.items():
        verstrekking_vastleggen(
            toegang,
            soort=soort,
            stuk=stuk,
            van=van,
            naar=organisatie_id,
            categorieen=gelezen,
            artikelen=gelezen.values(),
        )
