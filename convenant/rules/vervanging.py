"""Who may let a colleague take the place of somebody who is away, and what that never gives."""

import uuid
from datetime import date, timedelta

from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Hoedanigheid, Vervanging
from convenant.models.vervanging import LANGST
from convenant.toegang import Toegang

from .taken import TAAKROLLEN

VERVANGROLLEN = tuple(rol for rol in TAAKROLLEN if rol != Rol.FG)
"""Who has work that a colleague can take over; the FG decides nothing here."""
VOORUIT = timedelta(days=183)
TE_LANG = (
    "Een vervanging duurt hoogstens zes weken. Duurt het langer, laat het werk dan overdragen."
)
NIET_ZELF = "U vervangt hier alleen een collega. Kies die collega, of iemand anders dan uzelf."


@regel(*VERVANGROLLEN)
def vervanging_regelen(toegang: Toegang, afwezige: Hoedanigheid) -> None:
    """Whoever goes away arranges it himself; for who cannot, who steers does."""
    if afwezige.rol not in VERVANGROLLEN:
        raise Geweigerd("In deze rol is er geen werk dat een ander kan overnemen.")
    if not afwezige.geldt_op(toegang.vandaag):
        raise Geweigerd("Deze rol geldt nu niet. Er is niets waarin iemand kan vervangen.")
    if afwezige.medewerker_id != toegang.medewerker_id and not _stuurt(toegang, afwezige):
        raise Geweigerd("U regelt alleen uw eigen vervanging. Een procesregisseur kan dit wel.")


@regel(*VERVANGROLLEN)
def vervanging_beeindigen(toegang: Toegang, vervanging: Vervanging) -> None:
    """Each of the two ends it before its time, or who steers does."""
    zelf = toegang.medewerker_id in (
        vervanging.afwezige.medewerker_id,
        vervanging.vervanger.medewerker_id,
    )
    if not zelf and not _stuurt(toegang, vervanging.afwezige):
        raise Geweigerd("Alleen de afwezige, de vervanger of een procesregisseur kan dit.")
    if vervanging.is_voorbij(toegang.vandaag):
        raise Geweigerd("Deze vervanging is al voorbij.")


def _stuurt(toegang: Toegang, wie: Hoedanigheid) -> bool:
    """A procesregisseur for everyone, a leidinggevende for his own organisation."""
    if toegang.rol == Rol.LEIDINGGEVENDE:
        return wie.organisatie_id == toegang.organisatie_id
    return toegang.rol == Rol.PROCESREGISSEUR


def periode_kan(vandaag: date, van: date, tot: date) -> None:
    """From today on, six weeks at most, and not so far ahead that nobody remembers it."""
    if van < vandaag:
        raise Geweigerd("Een vervanging begint op zijn vroegst vandaag.")
    if van > vandaag + VOORUIT:
        raise Geweigerd("Regel een vervanging hoogstens zes maanden vooruit.")
    if tot < van:
        raise Geweigerd("De laatste dag ligt voor de eerste dag.")
    if tot > van + LANGST:
        raise Geweigerd(TE_LANG)


def niet_voor_zichzelf(toegang: Toegang, dossier_id: uuid.UUID, wie: Hoedanigheid | None) -> None:
    """Who is in a dossier as a stand-in alone makes nothing there that lasts for himself."""
    if wie is None or dossier_id not in toegang.als_vervanger:
        return
    if wie.medewerker_id == toegang.medewerker_id:
        raise Geweigerd(NIET_ZELF)
