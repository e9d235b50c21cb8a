"""Embargo: the parts of the deeds of later rooms, and the tasks before one ends."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from convenant.enums import (
    Embargoeinde,
    Embargosoort,
    Herzieningsuitkomst,
    Rol,
    Taaksoort,
)
from convenant.handeling import Geweigerd, bouwsteen
from convenant.identiteit import wijd
from convenant.models import Bronstuk, Embargo, Embargoherziening, Hoedanigheid
from convenant.models.embargo import HERZIENERS
from convenant.rules import embargo as rules
from convenant.rules.dicht import afscherming_van
from convenant.services.klok import Ontvanger, taken_van_de_klok
from convenant.services.taken import taken_sluiten
from convenant.toegang import Toegang

VOORAF = timedelta(days=14)
"""So long before the end those who look after it get a task."""
TOELICHTING = "Herzie het voor die dag, of geef de informatie vrij."


@bouwsteen
def embargo_zetten(
    toegang: Toegang,
    stuk: Bronstuk,
    *,
    soort: str,
    tot: date,
    bewaarder: Hoedanigheid,
    reden: str,
) -> Embargo:
    """Put an embargo on this stuk from today on. Raises ``Geweigerd`` when it is too long."""
    _mag_tot(toegang, tot)
    _mag_bewaken(bewaarder, rules.bewaarders(toegang, stuk.bron_id))
    embargo = Embargo(
        dossier_id=stuk.dossier_id,
        stuk_soort=stuk._meta.label_lower,
        stuk_id=stuk.pk,
        kenmerk=stuk.dossier.nummer,
        soort=Embargosoort(soort),
        bron_id=stuk.bron_id,
        reden=reden,
        gelegd_op=toegang.moment,
        gelegd_door_id=toegang.hoedanigheid_id,
        bewaarder=bewaarder,
        van=toegang.vandaag,
        tot=tot,
    )
    embargo.save(force_insert=True)
    return embargo


@bouwsteen
def herziening_vastleggen(
    toegang: Toegang,
    embargo: Embargo,
    *,
    uitkomst: Herzieningsuitkomst,
    reden: str,
    tot: date | None = None,
    bewaarder: Hoedanigheid | None = None,
) -> Embargo:
    """Write the review down, and then what follows from it: another term, or the end."""
    verlengd = uitkomst == Herzieningsuitkomst.VERLENGD
    nieuw = _verlengd_tot(toegang, embargo, tot) if verlengd else None
    Embargoherziening(
        embargo=embargo,
        uitkomst=uitkomst,
        reden=reden,
        dag=toegang.vandaag,
        gedaan_op=toegang.moment,
        gedaan_door_id=toegang.hoedanigheid_id,
        vorig_tot=embargo.tot,
        nieuw_tot=nieuw,
    ).save(force_insert=True)
    if nieuw is None:
        return embargo_beeindigen(toegang, embargo, Embargoeinde.OPGEHEVEN)
    if bewaarder is not None and bewaarder.pk != embargo.bewaarder_id:
        _mag_bewaken(bewaarder, rules.bewaarders(toegang, embargo.bron_id, embargo))
        embargo.bewaarder = bewaarder
    embargo.van, embargo.tot = toegang.vandaag, nieuw
    embargo.versie += 1
    embargo.save()
    taken_sluiten(toegang, embargo, Taaksoort.EMBARGO, uitkomst="Verlengd")
    return embargo


@bouwsteen
def embargo_beeindigen(toegang: Toegang, embargo: Embargo, einde: Embargoeinde) -> Embargo:
    """Write down how it ended, and close what was asked about it."""
    embargo.einde, embargo.beeindigd_op = einde, toegang.moment
    embargo.versie += 1
    embargo.save()
    taken_sluiten(toegang, embargo, Taaksoort.EMBARGO, uitkomst=einde.label.capitalize())
    return embargo


@bouwsteen
def embargo_na_intrekken(toegang: Toegang, stuk: Bronstuk) -> None:
    """A withdrawn item needs no term any more; a hidden one stays as hidden as it was."""
    embargo = rules.gesloten_door(stuk.pk, toegang.vandaag)
    if embargo is not None:
        embargo_beeindigen(toegang, embargo, Embargoeinde.INGETROKKEN)


def _mag_tot(toegang: Toegang, tot: date) -> None:
    if tot < toegang.vandaag:
        raise Geweigerd("Het einde van een embargo ligt niet in het verleden.")
    if tot > rules.uiterste_dag(toegang.vandaag):
        raise Geweigerd("Een embargo duurt hoogstens drie maanden.")


def _mag_bewaken(bewaarder: Hoedanigheid, kandidaten: QuerySet[Hoedanigheid]) -> None:
    if not kandidaten.filter(pk=bewaarder.pk).exists():
        raise Geweigerd("Deze persoon kan dit embargo niet bewaken. Kies iemand anders.")


def _verlengd_tot(toegang: Toegang, embargo: Embargo, tot: date | None) -> date:
    if tot is None or tot <= embargo.tot:
        raise Geweigerd("Kies een laatste dag die later is dan de huidige.")
    _mag_tot(toegang, tot)
    return tot


def embargotaken_zetten(moment: datetime) -> int:
    """Give whoever looks after it a task before an embargo ends, and as long as a hidden one is late.

    Only people who may know of it, without a dossier; a second run adds nothing. Returns how many.
    """
    vandaag = timezone.localdate(moment)
    bijna = Q(einde="", tot__range=(vandaag, vandaag + VOORAF))
    with transaction.atomic(), wijd():
        embargos = (
            Embargo.objects.buiten_toegang("wie het embargo bewaakt, krijgt op tijd een taak")
            .select_for_update(of=("self",))
            .filter(bijna | Embargo.te_laat_op(vandaag))
            .order_by("tot", "pk")
        )
        return sum(_taken_voor(embargo, moment, vandaag) for embargo in embargos)


def _taken_voor(embargo: Embargo, moment: datetime, vandaag: date) -> int:
    return taken_van_de_klok(
        embargo,
        soort=Taaksoort.EMBARGO,
        titel=_titel(embargo, vandaag),
        toelichting=TOELICHTING,
        uiterlijk=embargo.tot,
        wie=set(_wie(embargo, vandaag)),
        moment=moment,
        opnieuw=True,
    )


def _titel(embargo: Embargo, vandaag: date) -> str:
    if embargo.loopt_op(vandaag):
        return f"Een embargo eindigt op {embargo.tot:%d-%m-%Y}"
    return "Een embargo is voorbij: beslis over de informatie"


def _wie(embargo: Embargo, vandaag: date) -> Iterator[Ontvanger]:
    """Who set it and the bewaarder; for one of them who cannot act, the source organisation.

    Of a sealed dossier its ingewijden by name.
    """
    eigen = {embargo.gelegd_door_id, embargo.bewaarder_id}
    afscherming = afscherming_van(embargo.dossier_id)
    in_functie = afscherming.zonder_wie_dicht_is(rules.nu_in_functie(vandaag))
    actief = set(in_functie.filter(pk__in=eigen).values_list("pk", flat=True))
    for pk in actief:
        yield Ontvanger(pk)
    if actief == eigen:
        return
    # A casusregisseur knows of it in his own dossiers only; his procesregisseur of all.
    rollen = [rol for rol in HERZIENERS if rol != Rol.CASUSREGISSEUR]
    mensen = in_functie.filter(organisatie_id=embargo.bron_id, rol__in=rollen)
    if afscherming.verzegeld:
        yield from (Ontvanger(pk) for pk in mensen.values_list("pk", flat=True))
        return
    for rol in set(mensen.values_list("rol", flat=True)):
        yield Ontvanger(None, rol, embargo.bron_id)
