from datetime import date, timedelta

from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier, Toegangsaanvraag
from convenant.toegang import Toegang, opent_betrokkenheid

from .noodtoegang import NEMERS

LANGST = timedelta(days=183)
"""Half a year: what is needed longer is asked again."""
TE_LANG = "Vraag toegang voor hoogstens zes maanden. Daarna kunt u het opnieuw vragen."


@regel(*NEMERS, ook_in_nood=True)
def toegang_aanvragen(toegang: Toegang, dossier: Dossier) -> None:
    """Who knows of a running dossier and would read more of it if he were let in."""
    if dossier.pk in toegang.betrokken:
        raise Geweigerd("U bent al bij dit dossier betrokken.")
    if dossier.fase in (Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("Dit dossier is gesloten; niemand kan er nog bij betrokken worden.")
    if not opent_betrokkenheid(toegang, dossier.pk, Fase(dossier.fase)):
        raise Geweigerd("In deze fase leest u niet meer als u betrokken bent.")


@regel(Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR)
def toegangsaanvraag_toekennen(toegang: Toegang, aanvraag: Toegangsaanvraag) -> None:
    """The procesregisseur or the regisseur grants it, as long as there is something to grant."""
    _mag_besluiten(toegang, aanvraag)
    if aanvraag.dossier.fase in (Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("Dit dossier is gesloten; niemand kan er nog bij betrokken worden.")
    if aanvraag.tot < toegang.vandaag:
        raise Geweigerd("De gevraagde dagen zijn al voorbij. Weiger dit verzoek met die reden.")
    if not aanvraag.hoedanigheid.geldt_op(toegang.vandaag):
        raise Geweigerd("Wie dit vroeg, heeft deze rol niet meer.")


@regel(Rol.PROCESREGISSEUR, Rol.CASUSREGISSEUR)
def toegangsaanvraag_weigeren(toegang: Toegang, aanvraag: Toegangsaanvraag) -> None:
    """The same people refuse it."""
    _mag_besluiten(toegang, aanvraag)


def niet_te_lang(vandaag: date, tot: date) -> None:
    """At most half a year, and not over already."""
    if not vandaag <= tot <= vandaag + LANGST:
        raise Geweigerd(TE_LANG)


def _mag_besluiten(toegang: Toegang, aanvraag: Toegangsaanvraag) -> None:
    if aanvraag.hoedanigheid.medewerker_id == toegang.medewerker_id:
        raise Geweigerd("Over uw eigen verzoek beslist een ander.")
    if toegang.rol == Rol.CASUSREGISSEUR and aanvraag.dossier_id not in toegang.regie:
        raise Geweigerd("Alleen de regisseur of waarnemer van dit dossier kan dit.")
    if aanvraag.besluit:
        raise Geweigerd("Over dit verzoek is al beslist.")
