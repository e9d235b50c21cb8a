"""Taking the besluit, on screen or on paper, with a second person where the rule asks for one."""

from datetime import date, datetime, time, timedelta

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from casusregie.enums import UITKOMSTEN, Besluitstatus, Besluituitkomst, Notasoort
from casusregie.models import Besluit, Besluitnota
from casusregie.rules import besluit as rules
from casusregie.rules.termijnen import termijn
from convenant.enums import Rol, Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Hoedanigheid
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taken_sluiten
from convenant.toegang import Toegang

from .besluit_effect import besluit_laten_ingaan
from .besluitnota import besluittaak_zetten, roltaak_zetten

PDF_KOP = b"%PDF-"


@handeling(rules.besluit_instroom_nemen)
def besluit_instroom_nemen(
    toegang: Toegang, nota: Besluitnota, *, uitkomst: str, motivering: str = ""
) -> Besluit:
    """Decide on instroom. Against or beyond the advice it waits for a second person."""
    return _nemen(toegang, nota, uitkomst, motivering)


@handeling(rules.besluit_afschaling_nemen)
def besluit_afschaling_nemen(
    toegang: Toegang, nota: Besluitnota, *, uitkomst: str, motivering: str = ""
) -> Besluit:
    """Decide whether the case is scaled down or goes on; takes effect at once."""
    return _nemen(toegang, nota, uitkomst, motivering)


@handeling(rules.besluit_op_papier_vastleggen)
def besluit_op_papier_vastleggen(
    toegang: Toegang,
    nota: Besluitnota,
    *,
    uitkomst: str,
    genomen_door: Hoedanigheid,
    genomen_op: date,
    scan: UploadedFile,
    motivering: str = "",
) -> Besluit:
    """Record a besluit signed on paper, with its scan (pdf); it waits for a second person."""
    if genomen_door.rol != Rol.BESLISSER or not genomen_door.geldt_op(genomen_op):
        raise Geweigerd("Op papier besluit iemand die op die dag beslisser was.")
    aangeboden = timezone.localdate(nota.aangeboden_op or toegang.moment)
    if not aangeboden <= genomen_op <= toegang.vandaag:
        raise Geweigerd("De datum ligt niet tussen de dag van aanbieden en vandaag.")
    _is_pdf(scan)
    besluit = _maken(toegang, nota, uitkomst, motivering)
    besluit.op_papier, besluit.scan = True, scan
    besluit.genomen_door = genomen_door
    besluit.genomen_op = timezone.make_aware(datetime.combine(genomen_op, time(12)))
    _laten_wachten(toegang, besluit, "Besluit op papier vergelijken met de scan")
    return besluit


@handeling(rules.besluit_op_papier_bevestigen)
def besluit_op_papier_bevestigen(toegang: Toegang, besluit: Besluit, *, reden: str = "") -> Besluit:
    """Confirm that the scan says what was recorded; the besluit takes effect."""
    return _bevestigen(toegang, besluit, reden)


@handeling(rules.besluit_bevestigen)
def besluit_bevestigen(toegang: Toegang, besluit: Besluit, *, reden: str = "") -> Besluit:
    """Confirm a besluit against advice as second person; it takes effect."""
    return _bevestigen(toegang, besluit, reden)


@handeling(rules.besluit_afwijzen)
def besluit_afwijzen(toegang: Toegang, besluit: Besluit, *, reden: str) -> Besluit:
    """Refuse as second person, with the reason; the beslisser decides again on the same nota."""
    besluit.status = Besluitstatus.AFGEWEZEN
    _tweede_vastleggen(toegang, besluit, reden)
    besluit.save()
    taken_sluiten(toegang, besluit, Taaksoort.TWEEDE_PERSOON, uitkomst="Niet bevestigd")
    besluittaak_zetten(toegang, besluit.nota)
    dossier_bijwerken(toegang, besluit.dossier_id)
    return besluit


def _nemen(toegang: Toegang, nota: Besluitnota, uitkomst: str, motivering: str) -> Besluit:
    besluit = _maken(toegang, nota, uitkomst, motivering)
    if besluit.tegen_advies:
        _laten_wachten(toegang, besluit, "Besluit tegen advies bevestigen")
    else:
        besluit.save(force_insert=True)
        besluit_laten_ingaan(toegang, besluit)
    return besluit


def _maken(toegang: Toegang, nota: Besluitnota, uitkomst: str, motivering: str) -> Besluit:
    if uitkomst not in UITKOMSTEN[Notasoort(nota.soort)]:
        raise Geweigerd("Deze uitkomst past niet bij deze nota.")
    if uitkomst == Besluituitkomst.AANPAK and rules.ontbreekt(toegang, nota, uitkomst):
        raise Geweigerd("De nota is niet gemaakt voor opname in de aanpak. Vraag om een nieuwe.")
    waarom = rules.motivering_nodig(toegang, nota, uitkomst)
    if waarom and not motivering.strip():
        raise Geweigerd(f"{waarom} Schrijf in de motivering waarom u toch zo besluit.")
    return Besluit(
        dossier_id=nota.dossier_id,
        nota=nota,
        uitkomst=uitkomst,
        motivering=motivering,
        status=Besluitstatus.WACHT_OP_TWEEDE,
        genomen_op=toegang.moment,
        genomen_door_id=toegang.hoedanigheid_id,
        ingevoerd_door_id=toegang.hoedanigheid_id,
        tegen_advies=rules.gaat_tegen_advies(nota, uitkomst),
    )


def _laten_wachten(toegang: Toegang, besluit: Besluit, titel: str) -> None:
    besluit.save(force_insert=True)
    taken_sluiten(toegang, besluit.nota, Taaksoort.BESLUIT, uitkomst="Besloten")
    roltaak_zetten(
        toegang,
        Rol.PROCESREGISSEUR,
        soort=Taaksoort.TWEEDE_PERSOON,
        titel=titel,
        uiterlijk=toegang.vandaag + timedelta(days=termijn("tweede_persoon_dagen")),
        dossier=besluit.dossier,
        over=besluit,
    )
    dossier_bijwerken(toegang, besluit.dossier_id)


def _bevestigen(toegang: Toegang, besluit: Besluit, reden: str) -> Besluit:
    _tweede_vastleggen(toegang, besluit, reden)
    besluit_laten_ingaan(toegang, besluit)
    return besluit


def _tweede_vastleggen(toegang: Toegang, besluit: Besluit, reden: str) -> None:
    besluit.tweede_door_id = toegang.hoedanigheid_id
    besluit.tweede_op = toegang.moment
    besluit.tweede_reden = reden


def _is_pdf(scan: UploadedFile) -> None:
    scan.seek(0)
    begin = scan.read(1024)
    scan.seek(0)
    if PDF_KOP not in begin:
        raise Geweigerd("De scan is geen pdf, ook al eindigt de naam zo. Maak een nieuwe scan.")
