"""When an instrument of the koffer may be chosen, and when it may be used."""

from datetime import date

from casusregie.enums import Doelgroep, Gezag, Interventiestatus, Planstatus
from casusregie.models import Instrument, Interventie, Plandoel, Randvoorwaarde
from casusregie.ui.tijd import datum
from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon

from .casus import eis_fase, eis_regie
from .termijnen import maanden_later


@regel(Rol.CASUSREGISSEUR)
def interventie_voorstellen(toegang: Toegang, doel: Plandoel) -> None:
    """An instrument is proposed for a goal of a plan that is in the making or holds."""
    eis_regie(toegang, doel.dossier_id)
    eis_fase(doel.dossier)
    if doel.plan.status == Planstatus.VERVANGEN:
        raise Geweigerd("Dit doel staat in een oude versie van het plan.")


@regel(Rol.CASUSREGISSEUR)
def randvoorwaarden_invullen(toegang: Toegang, interventie: Interventie) -> None:
    """Preconditions are ticked before the instrument is used."""
    eis_regie(toegang, interventie.dossier_id)
    _eis_voorgesteld(interventie)


@regel(Rol.CASUSREGISSEUR)
def instemming_vastleggen(toegang: Toegang, interventie: Interventie) -> None:
    """Agreement is recorded for what is voluntary."""
    eis_regie(toegang, interventie.dossier_id)
    _eis_voorgesteld(interventie)
    if not interventie.instrument.vrijwillig:
        raise Geweigerd("Dit instrument is niet vrijwillig; instemming is niet nodig.")


@regel(Rol.CASUSREGISSEUR)
def interventie_inzetten(toegang: Toegang, interventie: Interventie) -> None:
    """All preconditions with words, agreement where voluntary, a second person where it costs."""
    eis_regie(toegang, interventie.dossier_id)
    eis_fase(interventie.dossier)
    _eis_voorgesteld(interventie)
    if _ontbrekende_randvoorwaarden(interventie):
        raise Geweigerd("Nog niet alle randvoorwaarden zijn afgevinkt en toegelicht.")
    instrument = interventie.instrument
    if instrument.vrijwillig and interventie.instemming_op is None:
        raise Geweigerd("Dit is vrijwillig. Leg eerst de instemming van de persoon vast.")
    if instrument.kosten and interventie.doel.plan.vastgesteld_op is None:
        raise Geweigerd("Dit kost geld. Zet het pas in als een ander het plan heeft vastgesteld.")
    eis_instrument_past(toegang, instrument, interventie.doel)


@regel(Rol.CASUSREGISSEUR)
def interventie_beeindigen(toegang: Toegang, interventie: Interventie) -> None:
    """What runs or was proposed is ended once, with words."""
    eis_regie(toegang, interventie.dossier_id)
    if interventie.beeindigd_op is not None:
        raise Geweigerd("Deze interventie is al beëindigd.")


def eis_instrument_past(toegang: Toegang, instrument: Instrument, doel: Plandoel) -> None:
    """The instrument holds today, and is open to minors when the person is one."""
    if not instrument.geldt_op(toegang.vandaag):
        raise Geweigerd("Dit instrument geldt vandaag niet (meer).")
    if instrument.minderjarigen or instrument.doelgroep == Doelgroep.VERWANTEN:
        return
    persoon = (
        Persoon.objects.buiten_toegang("de leeftijd beslist of een instrument mag")
        .filter(dossier_id=doel.dossier_id, rol=Persoonsrol.HOOFD)
        .first()
    )
    if persoon is not None and persoon.minderjarig(toegang.vandaag):
        raise Geweigerd("De persoon is minderjarig; dit instrument mag dan niet.")


def eis_bevoegd_gezag(instrument: Instrument, gezag: str) -> None:
    """Only the competent authority orders: never the burgemeester in the Minister's place."""
    if gezag == instrument.bevoegd_gezag:
        return
    bevoegd = instrument.get_bevoegd_gezag_display()
    if not gezag:
        raise Geweigerd(f"Leg het besluit vast van het bevoegd gezag: {bevoegd}.")
    raise Geweigerd(
        f"{Gezag(gezag).label.capitalize()} kan dit niet opleggen. "
        f"Alleen {bevoegd} kan dat; leg dat besluit vast."
    )


def eis_termijn(instrument: Instrument, van: date, tot: date | None) -> None:
    """No longer than the instrument allows, and no longer than its legal ground lasts."""
    if not instrument.geldt_op(van):
        raise Geweigerd(f"Dit instrument geldt niet op {datum(van)}.")
    if tot is None:
        if instrument.maximale_termijn_maanden:
            raise Geweigerd("Dit instrument heeft een uiterste termijn. Vul een einddatum in.")
        return
    if tot < van:
        raise Geweigerd("De einddatum ligt voor de begindatum.")
    uiterst = uiterste_dag(instrument, van)
    if uiterst is not None and tot > uiterst:
        raise Geweigerd(f"Dit instrument mag uiterlijk tot en met {datum(uiterst)} duren.")


def uiterste_dag(instrument: Instrument, van: date) -> date | None:
    """The last day on which the instrument may run when it begins at ``van``."""
    grenzen = [instrument.geldig_tot] if instrument.geldig_tot else []
    if instrument.maximale_termijn_maanden:
        grenzen.append(maanden_later(van, instrument.maximale_termijn_maanden))
    return min(grenzen, default=None)


def _eis_voorgesteld(interventie: Interventie) -> None:
    if interventie.status != Interventiestatus.VOORGESTELD:
        raise Geweigerd(f"Deze interventie is al {interventie.get_status_display()}.")


def _ontbrekende_randvoorwaarden(interventie: Interventie) -> bool:
    rijen = Randvoorwaarde.objects.buiten_toegang("de regel kijkt of alles is afgevinkt").filter(
        interventie=interventie
    )
    return any(not rij.voldaan or not rij.toelichting.strip() for rij in rijen)
