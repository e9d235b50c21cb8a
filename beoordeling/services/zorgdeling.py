"""Care shares what it knows: with toestemming, or in a conflict van plichten; and that it ends."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.files.uploadedfile import UploadedFile

from beoordeling.models import Informatie
from beoordeling.rules import zorgdeling as rules
from beoordeling.services.bestand import mediatype_van
from convenant.enums import Rol, Taaksoort, Toestemmingsvraag, Toestemmingswijze, Zorggrond
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier, Organisatie, Zorgdeling
from convenant.rules.terughalen import wie_antwoordt
from convenant.services.taken import taak_zetten
from convenant.services.terughalen import deling_terughalen
from convenant.services.zorgdeling import zorgdelingen_intrekken, zorgdelingen_zetten
from convenant.toegang import Toegang

NAGAAN = timedelta(days=7)
"""So soon a care professional hears what the betrokkene told someone else."""
INGETROKKEN = "Een betrokkene trok toestemming in bij een ander: ga na wat dit voor u betekent"


@handeling(rules.toestemming_vastleggen)
def toestemming_vastleggen(
    toegang: Toegang,
    informatie: Informatie,
    *,
    ontvangers: Sequence[Organisatie],
    doel: str,
    wijze: str,
    gegeven_op: date,
    tot: date,
    alles: bool = False,
    aanwezig: str = "",
    scan: UploadedFile | None = None,
) -> list[Zorgdeling]:
    """Share an item, or all of this source here, with each receiver the betrokkene agreed to."""
    grond = Zorggrond.TOESTEMMING
    rules.kan_zo_delen(toegang, informatie.dossier, grond, ontvangers=ontvangers, tot=tot)
    if wijze == Toestemmingswijze.SCHRIFTELIJK and scan is None:
        raise Geweigerd("Voeg de scan van de schriftelijke toestemming toe.")
    if wijze == Toestemmingswijze.MONDELING and not aanwezig.strip():
        raise Geweigerd("Vul in wie erbij was toen de betrokkene toestemming gaf.")
    if gegeven_op > toegang.vandaag:
        raise Geweigerd("Toestemming kan niet in de toekomst gegeven zijn.")
    if scan is not None:
        mediatype_van(scan)
    return zorgdelingen_zetten(
        toegang,
        informatie,
        ontvangers=ontvangers,
        grond=grond,
        doel=doel,
        tot=tot,
        alles=alles,
        wijze=Toestemmingswijze(wijze),
        gegeven_op=gegeven_op,
        aanwezig=aanwezig,
        scan=scan or "",
    )


@handeling(rules.conflict_van_plichten_vastleggen)
def conflict_van_plichten_vastleggen(
    toegang: Toegang,
    informatie: Informatie,
    *,
    ontvangers: Sequence[Organisatie],
    doel: str,
    tot: date,
    toestemming_gevraagd: str,
    nadeel: str,
    geen_andere_weg: str,
    minste_inbreuk: str,
    overlegd_met: str = "",
) -> list[Zorgdeling]:
    """Share this one item without consent, with what was weighed (KNMG, beroepsgeheim)."""
    grond = Zorggrond.CONFLICT
    rules.kan_zo_delen(toegang, informatie.dossier, grond, ontvangers=ontvangers, tot=tot)
    if not all(tekst.strip() for tekst in (doel, nadeel, geen_andere_weg, minste_inbreuk)):
        raise Geweigerd("Schrijf bij elke vraag op wat u hebt afgewogen.")
    return zorgdelingen_zetten(
        toegang,
        informatie,
        ontvangers=ontvangers,
        grond=grond,
        doel=doel,
        tot=tot,
        toestemming_gevraagd=Toestemmingsvraag(toestemming_gevraagd),
        nadeel=nadeel,
        geen_andere_weg=geen_andere_weg,
        minste_inbreuk=minste_inbreuk,
        overlegd_met=overlegd_met,
    )


@handeling(rules.toestemming_intrekken)
def toestemming_intrekken(
    toegang: Toegang,
    dossier: Dossier,
    *,
    intrekwijze: str,
    toestemming: Zorgdeling | None = None,
) -> Dossier:
    """The betrokkene withdraws: one consent, or all of it; what was shared is closed at once.

    Whether there was any, nobody learns from it: the answer is the same. The source hears it when
    somebody else did.
    """
    rijen = rules.in_te_trekken(toegang, dossier)
    if toestemming is not None:
        rijen = [rij for rij in rijen if rij.pk == toestemming.pk]
    zorgdelingen_intrekken(toegang, rijen, wijze=intrekwijze)
    for bron in {rij.bron_id: rij.bron for rij in rijen}.values():
        if bron.pk != toegang.organisatie_id:
            _bron_inlichten(toegang, dossier, bron)
    return dossier


@handeling(rules.zorgdeling_laten_verlopen)
def zorgdeling_laten_verlopen(toegang: Toegang, deling: Zorgdeling) -> Zorgdeling:
    """What care shared ended by its day: ask the receiver what it did with it, as for withdrawal."""
    deling_terughalen(toegang, deling)
    return deling


def _bron_inlichten(toegang: Toegang, dossier: Dossier, bron: Organisatie) -> None:
    """On no dossier: a task there would tell others that care is involved."""
    wie = wie_antwoordt(toegang, dossier.pk, bron.pk)
    rol = isinstance(wie, Rol)
    taak_zetten(
        toegang,
        soort=Taaksoort.ACTIE,
        titel=INGETROKKEN,
        toelichting=f"Dossier {dossier.nummer}",
        uiterlijk=toegang.vandaag + NAGAAN,
        voor=None if rol else wie,  # type: ignore[arg-type]
        rol=wie if rol else "",  # type: ignore[arg-type]
        organisatie=bron,
        over=dossier,
    )
