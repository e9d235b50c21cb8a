"""A request for access: asked with a purpose, granted or refused by somebody else."""

from datetime import date

from convenant.enums import Aanvraagbesluit, Relatie, Rol, Taaksoort
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Dossier, Toegangsaanvraag
from convenant.rules import toegangsaanvraag as rules
from convenant.rules.termijnen import BEOORDELEN_WERKDAGEN, werkdagen_later
from convenant.selectors.betrokkenen import regie_van_een_ander
from convenant.services.betrokkenheid import betrokkenheid_zetten
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang


@handeling(rules.toegang_aanvragen)
def toegang_aanvragen(
    toegang: Toegang, dossier: Dossier, *, doel: str, tot: date
) -> Toegangsaanvraag:
    """Ask to read along in this dossier until a day."""
    rules.niet_te_lang(toegang.vandaag, tot)
    open_ = Toegangsaanvraag.objects.voor(toegang).filter(
        dossier=dossier, hoedanigheid_id=toegang.hoedanigheid_id, besluit=""
    )
    if open_.exists():
        raise Geweigerd("U hebt dit al gevraagd. Over dat verzoek is nog niet beslist.")
    aanvraag = Toegangsaanvraag(
        dossier=dossier,
        hoedanigheid_id=toegang.hoedanigheid_id,
        doel=doel,
        tot=tot,
        gevraagd_op=toegang.moment,
    )
    aanvraag.save(force_insert=True)
    _besluit_vragen(toegang, aanvraag)
    return aanvraag


@handeling(rules.toegangsaanvraag_toekennen)
def toegangsaanvraag_toekennen(toegang: Toegang, aanvraag: Toegangsaanvraag) -> Toegangsaanvraag:
    """Let the asker read along until the day that he asked for."""
    betrokkenheid_zetten(
        toegang,
        aanvraag.dossier,
        wie=aanvraag.hoedanigheid,
        relatie=Relatie.LEZER,
        reden=aanvraag.doel,
        tot=aanvraag.tot,
    )
    return _beslissen(toegang, aanvraag, Aanvraagbesluit.TOEGEKEND)


@handeling(rules.toegangsaanvraag_weigeren)
def toegangsaanvraag_weigeren(
    toegang: Toegang, aanvraag: Toegangsaanvraag, *, reden: str
) -> Toegangsaanvraag:
    """Refuse it with a reason that the asker reads."""
    return _beslissen(toegang, aanvraag, Aanvraagbesluit.GEWEIGERD, reden)


def _beslissen(
    toegang: Toegang, aanvraag: Toegangsaanvraag, besluit: Aanvraagbesluit, reden: str = ""
) -> Toegangsaanvraag:
    aanvraag.besluit = besluit
    aanvraag.besluitreden = reden
    aanvraag.besloten_op = toegang.moment
    aanvraag.besloten_door_id = toegang.hoedanigheid_id
    aanvraag.save()
    uitkomst = f"Verzoek {besluit.label}"
    taken_sluiten(toegang, aanvraag, Taaksoort.TOEGANGSAANVRAAG, uitkomst=uitkomst)
    return aanvraag


@bouwsteen
def _besluit_vragen(toegang: Toegang, aanvraag: Toegangsaanvraag) -> None:
    taak_zetten(
        toegang,
        soort=Taaksoort.TOEGANGSAANVRAAG,
        titel="Beslissen over een verzoek om toegang",
        uiterlijk=werkdagen_later(toegang.vandaag, BEOORDELEN_WERKDAGEN),
        dossier=aanvraag.dossier,
        rol=Rol.PROCESREGISSEUR,
        organisatie=regie_van_een_ander(toegang),
        over=aanvraag,
    )
