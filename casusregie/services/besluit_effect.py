"""What follows at once from a besluit that is final: phase, casus, tasks."""

from datetime import timedelta

from casusregie.enums import Besluitstatus, Besluituitkomst, Notastatus
from casusregie.models import Besluit, Casus
from casusregie.rules.besluit import adviezen_zonder_antwoord
from casusregie.rules.termijnen import termijn
from casusregie.services.casus import casus_openen
from convenant.enums import Fase, Rol, Taaksoort
from convenant.handeling import bouwsteen
from convenant.services.dossier import fase_zetten
from convenant.services.taken import taken_sluiten
from convenant.toegang import Toegang

from .besluitnota import roltaak_zetten

FASE_NA = {
    Besluituitkomst.AANPAK: Fase.UITVOERING,
    Besluituitkomst.GEEN_ACTIE: Fase.AFGEDAAN,
    Besluituitkomst.STRAFRECHTELIJK: Fase.AFGEDAAN,
    Besluituitkomst.MEER_INFORMATIE: Fase.WEGING,
    Besluituitkomst.AFSCHALEN: Fase.NAZORG,
    Besluituitkomst.VOORTZETTEN: Fase.UITVOERING,
}


@bouwsteen
def besluit_laten_ingaan(toegang: Toegang, besluit: Besluit) -> None:
    """Make the besluit final and let it take effect in the same transaction."""
    uitkomst = Besluituitkomst(besluit.uitkomst)
    besluit.status = Besluitstatus.GENOMEN
    besluit.save()
    nota = besluit.nota
    nota.status = Notastatus.BESLOTEN
    nota.versie += 1
    nota.save()
    taken_sluiten(toegang, nota, Taaksoort.BESLUIT, uitkomst=f"Besloten: {uitkomst.label}")
    taken_sluiten(toegang, besluit, Taaksoort.TWEEDE_PERSOON, uitkomst="Bevestigd")
    for advies in adviezen_zonder_antwoord(toegang, nota):
        taken_sluiten(toegang, advies, Taaksoort.ADVIES, uitkomst="Besloten zonder dit advies")
    besluit.dossier = fase_zetten(toegang, besluit.dossier, FASE_NA[uitkomst])
    _gevolg(toegang, besluit, uitkomst)


def _gevolg(toegang: Toegang, besluit: Besluit, uitkomst: Besluituitkomst) -> None:
    if uitkomst == Besluituitkomst.AANPAK:
        casus_openen(toegang, besluit, besluit.nota)
    elif uitkomst == Besluituitkomst.AFSCHALEN:
        _afschalen(toegang, besluit)
    elif uitkomst == Besluituitkomst.MEER_INFORMATIE:
        roltaak_zetten(
            toegang,
            Rol.PROCESREGISSEUR,
            soort=Taaksoort.ACTIE,
            titel="Nieuwe weging: de beslisser vraagt meer informatie",
            uiterlijk=toegang.vandaag + timedelta(days=termijn("nota_dagen")),
            dossier=besluit.dossier,
            over=besluit.dossier,
        )


def _afschalen(toegang: Toegang, besluit: Besluit) -> None:
    casus = Casus.objects.buiten_toegang("het besluit verandert de casus zelf").get(
        dossier_id=besluit.dossier_id
    )
    casus.afgeschaald_op = toegang.moment
    casus.versie += 1
    casus.save()
    taken_sluiten(toegang, casus, Taaksoort.HERBEOORDELING, uitkomst="De casus is afgeschaald")
