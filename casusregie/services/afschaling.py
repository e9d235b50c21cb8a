"""Scaling down: the proposal, the advices it asks for, the conditions it rests on."""

from datetime import date, timedelta

from casusregie.enums import Besluituitkomst, Notasoort, Partneradviesuitkomst
from casusregie.models import Besluitnota, Casus, Partneradvies, Uitstroomvoorwaarde
from casusregie.rules import afschaling as rules
from casusregie.rules.betrokken import hoedanigheid_met_rol, partners_nu
from casusregie.rules.termijnen import termijn
from convenant.enums import Categorie, Fase, Rol, Taaksoort, Verstrekkingsoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid
from convenant.services.dossier import dossier_bijwerken, fase_zetten
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.services.verstrekking import stuk_verstrekken
from convenant.toegang import Toegang


@handeling(rules.afschaling_voorstellen)
def afschaling_voorstellen(
    toegang: Toegang,
    casus: Casus,
    *,
    aanleiding: str,
    doel: str,
    proportionaliteit: str,
    subsidiariteit: str,
) -> Besluitnota:
    """Draft the nota for scaling down and ask every partner organisation for its advice."""
    nota = Besluitnota(
        dossier=casus.dossier,
        soort=Notasoort.AFSCHALING,
        beoordeling=rules.verse_beoordeling(toegang, casus.dossier),
        voorstel=Besluituitkomst.AFSCHALEN,
        risicogroep=casus.risicogroep,
        aanleiding=aanleiding,
        doel=doel,
        proportionaliteit=proportionaliteit,
        subsidiariteit=subsidiariteit,
        opgesteld_door_id=toegang.hoedanigheid_id,
        opgesteld_op=toegang.moment,
    )
    nota.save(force_insert=True)
    for partner in partners_nu(toegang, casus.dossier_id):
        _advies_vragen(toegang, nota, partner)
    _nota_laten_aanbieden(toegang, nota)
    fase_zetten(toegang, casus.dossier, Fase.AFSCHALING)
    return nota


@handeling(rules.partneradvies_geven)
def partneradvies_geven(
    toegang: Toegang, advies: Partneradvies, *, uitkomst: str, reden: str
) -> Partneradvies:
    """Give the advice of one's organisation with its reason."""
    keuze = Partneradviesuitkomst(uitkomst)
    if keuze != Partneradviesuitkomst.GEEN_TE_DELEN and not reden.strip():
        raise Geweigerd("Vul de reden van uw advies in.")
    advies.advies = keuze
    advies.reden = reden
    advies.gegeven_op = toegang.moment
    advies.gegeven_door_id = toegang.hoedanigheid_id
    advies.save()
    taken_sluiten(toegang, advies, Taaksoort.ADVIES, uitkomst="Advies gegeven")
    dossier_bijwerken(toegang, advies.dossier_id)
    return advies


@handeling(rules.uitstroomvoorwaarde_afvinken)
def uitstroomvoorwaarde_afvinken(
    toegang: Toegang,
    voorwaarde: Uitstroomvoorwaarde,
    *,
    gehaald_op: date,
    gehaald_toelichting: str,
) -> Uitstroomvoorwaarde:
    """Record since when the condition is reached, and by what that is seen."""
    if gehaald_op > toegang.vandaag:
        raise Geweigerd("De dag kan niet in de toekomst liggen.")
    voorwaarde.gehaald_op = gehaald_op
    voorwaarde.gehaald_toelichting = gehaald_toelichting
    voorwaarde.save()
    dossier_bijwerken(toegang, voorwaarde.dossier_id)
    return voorwaarde


def _advies_vragen(toegang: Toegang, nota: Besluitnota, partner: Hoedanigheid) -> None:
    advies = Partneradvies(
        dossier=nota.dossier,
        nota=nota,
        organisatie=partner.organisatie,
        gevraagd_op=toegang.moment,
    )
    advies.save(force_insert=True)
    stuk_verstrekken(
        toegang,
        advies,
        Categorie.GEWOON,
        soort=Verstrekkingsoort.ADVIES,
        aan=partner.organisatie_id,
    )
    taak_zetten(
        toegang,
        soort=Taaksoort.ADVIES,
        titel="Advies geven over afschaling",
        uiterlijk=toegang.vandaag + timedelta(days=termijn("advies_dagen")),
        dossier=nota.dossier,
        voor=partner,
        over=advies,
    )


def _nota_laten_aanbieden(toegang: Toegang, nota: Besluitnota) -> None:
    adviseur = hoedanigheid_met_rol(toegang, Rol.BESTUURSADVISEUR)
    if adviseur is not None:
        taak_zetten(
            toegang,
            soort=Taaksoort.NOTA,
            titel="Besluitnota afschaling afmaken en aanbieden",
            uiterlijk=toegang.vandaag + timedelta(days=2 * termijn("advies_dagen")),
            dossier=nota.dossier,
            rol=Rol.BESTUURSADVISEUR,
            organisatie=adviseur.organisatie,
            over=nota,
        )
