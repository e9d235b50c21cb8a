"""Belangenconflict: the door shuts at once, and the work goes to somebody else."""

from convenant.enums import Conflictsoort, Taaksoort
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Belangenconflict, Dossier, Hoedanigheid, Medewerker
from convenant.rules import belangenconflict as rules
from convenant.rules.termijnen import BEOORDELEN_WERKDAGEN, werkdagen_later
from convenant.services.betrokkenheid import betrokkenheden_van_een_stoppen
from convenant.services.taken import taak_zetten, taken_doorgeven, taken_sluiten
from convenant.services.terughalen import terughalen_afschermen
from convenant.toegang import Toegang

EINDREDEN = "Weggevallen; de procesregisseur weet waarom"
"""Who works in the dossier reads this; that he knows the person is not theirs to know."""
WEGGEVALLEN = "Iemand is weggevallen: kijk wie het werk overneemt"


@handeling(rules.belangenconflict_melden)
def belangenconflict_melden(
    toegang: Toegang, dossier: Dossier, *, soort: Conflictsoort, reden: str
) -> Belangenconflict:
    """Say that one knows this person; from the next request on the dossier is shut."""
    zelf = Medewerker.objects.get(pk=toegang.medewerker_id)
    return _sluiten(toegang, dossier, zelf, soort, reden)


@handeling(rules.belangenconflict_registreren)
def belangenconflict_registreren(
    toegang: Toegang, dossier: Dossier, *, wie: Medewerker, soort: Conflictsoort, reden: str
) -> Belangenconflict:
    """Write down that somebody else knows this person."""
    if not rules.te_registreren(toegang, dossier).filter(pk=wie.pk).exists():
        raise Geweigerd("Van deze persoon kan hier geen belangenconflict worden vastgelegd.")
    return _sluiten(toegang, dossier, wie, soort, reden)


@handeling(rules.belangenconflict_opheffen)
def belangenconflict_opheffen(
    toegang: Toegang, conflict: Belangenconflict, *, reden: str
) -> Belangenconflict:
    """The rules decide again what this person may know; nobody is involved again by it."""
    conflict.opgeheven_op = toegang.moment
    conflict.opgeheven_door_id = toegang.hoedanigheid_id
    conflict.ophefreden = reden
    conflict.save()
    taken_sluiten(toegang, conflict, Taaksoort.BELANGENCONFLICT, uitkomst="Opgeheven")
    return conflict


@bouwsteen
def _sluiten(
    toegang: Toegang, dossier: Dossier, wie: Medewerker, soort: Conflictsoort, reden: str
) -> Belangenconflict:
    conflict = Belangenconflict(
        dossier=dossier,
        medewerker=wie,
        soort=Conflictsoort(soort),
        reden=reden,
        gemeld_op=toegang.moment,
        gemeld_door_id=toegang.hoedanigheid_id,
    )
    conflict.save(force_insert=True)
    was = _loslaten(toegang, dossier, wie)
    terughalen_afschermen(toegang, dossier.pk)
    _melden_aan_procesregie(toegang, conflict, was)
    return conflict


def _loslaten(toegang: Toegang, dossier: Dossier, wie: Medewerker) -> str:
    """End what he has in the dossier and pass his work on; tells what he was there."""
    taken_doorgeven(
        toegang,
        rules.open_taken_van(dossier.pk, wie),
        naar=rules.wie_neemt_over(toegang, dossier.pk, wie),
        anders=rules.procesregie_zonder(toegang, wie),
    )
    rijen = rules.betrokkenheden_van(dossier.pk, wie)
    betrokkenheden_van_een_stoppen(toegang, rijen, reden=EINDREDEN)
    for nood in rules.noodtoegang_van(dossier.pk, wie):
        if nood.loopt_op(toegang.moment):
            nood.beeindigd_op = toegang.moment
            nood.save()
    return ", ".join(dict.fromkeys(rij.permission.name for rij in rijen))


def _melden_aan_procesregie(toegang: Toegang, conflict: Belangenconflict, was: str) -> None:
    regie: Hoedanigheid | None = rules.procesregie_zonder(toegang, conflict.medewerker)
    if regie is None:
        return
    taak_zetten(
        toegang,
        soort=Taaksoort.BELANGENCONFLICT,
        titel=WEGGEVALLEN,
        toelichting=f"{conflict.medewerker.naam} werkt niet meer in dit dossier. "
        + (f"Was hier: {was}." if was else "Was hier niet bij naam betrokken."),
        uiterlijk=werkdagen_later(toegang.vandaag, BEOORDELEN_WERKDAGEN),
        dossier=conflict.dossier,
        rol=regie.rol,
        organisatie=regie.organisatie,
        over=conflict,
    )
