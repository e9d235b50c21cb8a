"""Looking at how it goes: measurements, and the progress of interventions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casusregie.enums import Leefdomein
from casusregie.models import Interventie
from convenant.enums import Categorie
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier
from convenant.toegang import Toegang
from monitoring.enums import GEZONDHEIDSDOMEINEN, Trap, Voortgangstand
from monitoring.models import Domeinmeting, Meting, Voortgang
from monitoring.rules import metingen as rules


@dataclass(frozen=True)
class Domeinwaarde:
    """What was found in one life domain; no ``trap`` means unknown."""

    leefdomein: Leefdomein
    trap: Trap | None
    toelichting: str = ""


@handeling(rules.meting_vastleggen, raakt_dossier=True)
def meting_vastleggen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    gemeten_op: date,
    domeinen: Sequence[Domeinwaarde],
    met_betrokkene: bool = True,
    toelichting: str = "",
) -> Meting:
    """Record the life domains on one day. Health domains are kept as ``bijzonder``."""
    rules.eis_niet_in_de_toekomst(toegang, gemeten_op)
    if {waarde.leefdomein for waarde in domeinen} != set(Leefdomein):
        raise Geweigerd("Vul elk leefdomein in; kies onbekend als u het niet weet.")
    meting = Meting(
        dossier=dossier,
        gemeten_op=gemeten_op,
        vastgelegd_op=toegang.moment,
        gedaan_door_id=toegang.hoedanigheid_id,
        met_betrokkene=met_betrokkene,
        toelichting=toelichting,
    )
    meting.save(force_insert=True)
    for waarde in domeinen:
        Domeinmeting(
            meting=meting,
            leefdomein=waarde.leefdomein,
            categorie=_domeincategorie(waarde.leefdomein),
            trap=waarde.trap,
            toelichting=waarde.toelichting,
        ).save(force_insert=True)
    return meting


@handeling(rules.voortgang_vastleggen, raakt_dossier=True)
def voortgang_vastleggen(
    toegang: Toegang,
    interventie: Interventie,
    *,
    stand: Voortgangstand | str,
    toelichting: str,
) -> Voortgang:
    """Tell how a running intervention goes."""
    voortgang = Voortgang(
        dossier_id=interventie.dossier_id,
        interventie=interventie,
        stand=stand,
        toelichting=toelichting,
        verteld_op=toegang.moment,
        verteld_door_id=toegang.hoedanigheid_id,
    )
    voortgang.save(force_insert=True)
    return voortgang


def _domeincategorie(leefdomein: Leefdomein) -> Categorie:
    """Health says more than the other domains and is shared with fewer people."""
    return Categorie.BIJZONDER if leefdomein in GEZONDHEIDSDOMEINEN else Categorie.GEWOON
