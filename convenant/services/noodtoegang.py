"""Noodtoegang: taken with a reason, ended by the clock or by hand, judged afterwards."""

from datetime import timedelta

from convenant.enums import Noodoordeel, Rol, Taaksoort
from convenant.handeling import bouwsteen, handeling
from convenant.models import Dossier, Noodtoegang
from convenant.rules import noodtoegang as rules
from convenant.rules.termijnen import BEOORDELEN_WERKDAGEN, werkdagen_later
from convenant.selectors.betrokkenen import regie_van_een_ander
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang


@handeling(rules.noodtoegang_nemen)
def noodtoegang_nemen(toegang: Toegang, *, nummer: str, reden: str, uren: int) -> Noodtoegang:
    """Read the dossier with this number from now on, for so many hours.

    The access of the next request tells that it is open; this one may still not read it.
    """
    gezocht = Dossier.objects.buiten_toegang("wie het nummer kent, mag het proberen")
    dossier = rules.kan_openen(toegang, gezocht.select_for_update().filter(nummer=nummer).first())
    noodtoegang = Noodtoegang(
        dossier=dossier,
        hoedanigheid_id=toegang.hoedanigheid_id,
        reden=reden,
        genomen_op=toegang.moment,
        tot=toegang.moment + timedelta(hours=uren),
        beoordelen_voor=werkdagen_later(toegang.vandaag, BEOORDELEN_WERKDAGEN),
    )
    noodtoegang.save(force_insert=True)
    _beoordeling_vragen(toegang, noodtoegang)
    return noodtoegang


@handeling(rules.noodtoegang_beeindigen)
def noodtoegang_beeindigen(toegang: Toegang, noodtoegang: Noodtoegang) -> Noodtoegang:
    """End it now: the next request is refused."""
    noodtoegang.beeindigd_op = toegang.moment
    noodtoegang.save()
    return noodtoegang


@handeling(rules.noodtoegang_beoordelen)
def noodtoegang_beoordelen(
    toegang: Toegang, noodtoegang: Noodtoegang, *, oordeel: Noodoordeel, reden: str
) -> Noodtoegang:
    """Say afterwards whether it was right, and why."""
    noodtoegang.oordeel = oordeel
    noodtoegang.oordeelreden = reden
    noodtoegang.beoordeeld_op = toegang.moment
    noodtoegang.beoordeeld_door_id = toegang.hoedanigheid_id
    noodtoegang.save()
    uitkomst = f"Beoordeeld: {Noodoordeel(oordeel).label}"
    taken_sluiten(toegang, noodtoegang, Taaksoort.NOODTOEGANG, uitkomst=uitkomst)
    return noodtoegang


@bouwsteen
def _beoordeling_vragen(toegang: Toegang, noodtoegang: Noodtoegang) -> None:
    taak_zetten(
        toegang,
        soort=Taaksoort.NOODTOEGANG,
        titel="Noodtoegang beoordelen",
        uiterlijk=noodtoegang.beoordelen_voor,
        dossier=noodtoegang.dossier,
        rol=Rol.PROCESREGISSEUR,
        organisatie=regie_van_een_ander(toegang),
        over=noodtoegang,
    )
