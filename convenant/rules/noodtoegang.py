from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier, Noodtoegang
from convenant.toegang import Toegang, opent_betrokkenheid

ONBEKEND = "Met dit nummer kan geen noodtoegang worden genomen."
"""The same words for a number that nobody has and for a dossier that would open nothing: who asks
learns from the refusal not even that there is such a dossier."""
NEMERS = (Rol.CASUSREGISSEUR, Rol.PARTNER, Rol.LID_WEEGPLOEG)


@regel(*NEMERS)
def noodtoegang_nemen(toegang: Toegang, onderwerp: None) -> None:
    """The roles that read a dossier when they are involved in it, and now are not."""


def kan_openen(toegang: Toegang, dossier: Dossier | None) -> Dossier:
    """The dossier, when noodtoegang to it opens something that is not open already."""
    if dossier is None or dossier.pk in toegang.dicht:
        raise Geweigerd(ONBEKEND)
    if dossier.pk in toegang.betrokken:
        raise Geweigerd("U bent al bij dit dossier betrokken. U hebt geen noodtoegang nodig.")
    if dossier.pk in toegang.nood:
        raise Geweigerd("U hebt al noodtoegang tot dit dossier.")
    if not opent_betrokkenheid(toegang, dossier.pk, Fase(dossier.fase)):
        raise Geweigerd(ONBEKEND)
    return dossier


@regel(*NEMERS, Rol.PROCESREGISSEUR, ook_in_nood=True)
def noodtoegang_beeindigen(toegang: Toegang, noodtoegang: Noodtoegang) -> None:
    """Whoever took it ends it at once, or the procesregisseur does."""
    eigen = noodtoegang.hoedanigheid_id == toegang.hoedanigheid_id
    if not eigen and toegang.rol != Rol.PROCESREGISSEUR:
        raise Geweigerd("Alleen wie de noodtoegang nam, of de procesregisseur, kan dit.")
    if not noodtoegang.loopt_op(toegang.moment):
        raise Geweigerd("Deze noodtoegang is al voorbij.")


@regel(Rol.PROCESREGISSEUR)
def noodtoegang_beoordelen(toegang: Toegang, noodtoegang: Noodtoegang) -> None:
    """A second person judges, once, when it is over."""
    if noodtoegang.hoedanigheid.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("U nam deze noodtoegang zelf. Een andere procesregisseur beoordeelt haar.")
    if noodtoegang.oordeel:
        raise Geweigerd("Deze noodtoegang is al beoordeeld.")
    if noodtoegang.loopt_op(toegang.moment):
        raise Geweigerd("Deze noodtoegang loopt nog. Beoordeel haar als zij voorbij is.")
