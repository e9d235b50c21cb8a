"""Who may prepare, take and confirm a besluit, and when."""

import uuid
from datetime import date, timedelta

from django.utils import timezone

from beoordeling.enums import Advies, Wegingstatus
from beoordeling.models import Weging, Wegingsbijdrage
from beoordeling.rules.weging import tegen_advies
from casusregie.enums import Besluitstatus, Besluituitkomst, Notasoort, Notastatus
from casusregie.models import Besluit, Besluitnota, Partneradvies, Uitstroomvoorwaarde
from casusregie.ui import tijd
from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier, Hoedanigheid
from convenant.toegang import Toegang

from .termijnen import termijn

TEKSTEN = {
    "aanleiding": "de aanleiding",
    "doel": "het doel",
    "proportionaliteit": "de proportionaliteit",
    "subsidiariteit": "de subsidiariteit",
}
BIJ_AANPAK = {
    "risicogroep": "de risicogroep",
    "regisseur_id": "de regisseur",
    "waarnemer_id": "de waarnemer",
    "herbeoordeling_op": "de datum van de herbeoordeling",
}


@regel(Rol.BESTUURSADVISEUR)
def besluitnota_opstellen(toegang: Toegang, dossier: Dossier) -> None:
    """A nota for instroom rests on an established weging, and there is one at a time."""
    if dossier.fase != Fase.BESLUIT:
        raise Geweigerd("Een besluitnota komt pas na een weging met de uitkomst aanpak.")
    if _nota_in_de_maak(dossier.pk):
        raise Geweigerd("Voor dit dossier is al een besluitnota in de maak.")
    if weging_onder_nota(dossier.pk) is None:
        raise Geweigerd("Er is geen vastgestelde weging met de uitkomst aanpak.")


@regel(Rol.BESTUURSADVISEUR)
def besluitnota_wijzigen(toegang: Toegang, nota: Besluitnota) -> None:
    """What was offered to the beslisser stands."""
    _nog_concept(nota)


@regel(Rol.BESTUURSADVISEUR)
def besluitnota_aanbieden(toegang: Toegang, nota: Besluitnota) -> None:
    """A nota goes to the beslisser when nothing is missing."""
    _nog_concept(nota)
    mist = ontbreekt(nota)
    if mist:
        raise Geweigerd(f"De nota is nog niet compleet. Vul nog in: {', '.join(mist)}.")
    if nota.herbeoordeling_op is not None and nota.herbeoordeling_op <= toegang.vandaag:
        raise Geweigerd("De datum van de herbeoordeling is al voorbij. Kies een nieuwe.")
    _eis_adviezen(toegang, nota)


@regel(Rol.BESLISSER)
def besluit_instroom_nemen(toegang: Toegang, nota: Besluitnota) -> None:
    """The beslisser decides on an offered nota, once."""
    _te_besluiten(nota, Notasoort.INSTROOM)


@regel(Rol.BESLISSER)
def besluit_afschaling_nemen(toegang: Toegang, nota: Besluitnota) -> None:
    """The beslisser decides on an offered nota about scaling down, once."""
    _te_besluiten(nota, Notasoort.AFSCHALING)


@regel(Rol.BESTUURSADVISEUR)
def besluit_op_papier_vastleggen(toegang: Toegang, nota: Besluitnota) -> None:
    """A besluit that was signed on paper is recorded on an offered nota, once."""
    _te_besluiten(nota, Notasoort.INSTROOM)


@regel(Rol.BESLISSER, Rol.PROCESREGISSEUR)
def besluit_op_papier_bevestigen(toegang: Toegang, besluit: Besluit) -> None:
    """A second person compares the scan with what was recorded."""
    _wacht_op_tweede(toegang, besluit)
    if not besluit.op_papier:
        raise Geweigerd("Dit besluit is niet op papier genomen.")


@regel(Rol.BESLISSER, Rol.PROCESREGISSEUR)
def besluit_bevestigen(toegang: Toegang, besluit: Besluit) -> None:
    """A second person confirms a besluit that goes against an advice."""
    _wacht_op_tweede(toegang, besluit)
    if besluit.op_papier:
        raise Geweigerd("Dit besluit is op papier genomen. Vergelijk het eerst met de scan.")


@regel(Rol.BESLISSER, Rol.PROCESREGISSEUR)
def besluit_afwijzen(toegang: Toegang, besluit: Besluit) -> None:
    """A second person does not confirm; the nota goes back to the beslisser."""
    _wacht_op_tweede(toegang, besluit)


def _eis_adviezen(toegang: Toegang, nota: Besluitnota) -> None:
    """Nobody decides on scaling down before every partner could speak; silence ends at a term."""
    wachtend = adviezen_zonder_antwoord(nota)
    if not wachtend:
        return
    laatste = max(uiterlijk_advies(advies) for advies in wachtend)
    if toegang.vandaag <= laatste:
        wie = ", ".join(sorted(advies.organisatie.naam for advies in wachtend))
        raise Geweigerd(
            f"Nog geen advies van: {wie}. Aanbieden kan als het advies er is, "
            f"of na {tijd.datum(laatste)}."
        )


def uiterlijk_advies(advies: Partneradvies) -> date:
    """The last day on which the advice is waited for."""
    return timezone.localdate(advies.gevraagd_op) + timedelta(days=termijn("advies_dagen"))


def adviezen_zonder_antwoord(nota: Besluitnota) -> list[Partneradvies]:
    """What partners were asked on this nota and did not answer."""
    return list(
        Partneradvies.objects.buiten_toegang("elk advies telt, wie het ook mag lezen")
        .filter(nota=nota, gegeven_op__isnull=True)
        .select_related("organisatie")
    )


def weging_onder_nota(dossier_id: uuid.UUID) -> Weging | None:
    """The last established weging of a dossier, when its outcome was aanpak."""
    laatste = (
        Weging.objects.buiten_toegang("bepaalt of er een nota mag komen")
        .filter(dossier_id=dossier_id, status=Wegingstatus.VASTGESTELD)
        .order_by("-ronde")
        .first()
    )
    return laatste if laatste is not None and laatste.uitkomst == Advies.AANPAK else None


def ontbreekt(nota: Besluitnota, voorstel: str = "") -> list[str]:
    """What the nota still lacks to carry ``voorstel`` (default: its own), in words."""
    voorstel = voorstel or nota.voorstel
    velden = TEKSTEN | (BIJ_AANPAK if voorstel == Besluituitkomst.AANPAK else {})
    mist = [woord for veld, woord in velden.items() if not getattr(nota, veld)]
    if not nota.afwijkende_adviezen and _heeft_afwijkend_advies(nota, voorstel):
        mist.append("hoe de afwijkende adviezen zijn gewogen")
    if voorstel == Besluituitkomst.AANPAK and not _heeft_voorwaarde(nota):
        mist.append("minstens één uitstroomvoorwaarde")
    return mist


def motivering_nodig(nota: Besluitnota, uitkomst: str) -> str:
    """Why this outcome needs a motivation; empty when it needs none."""
    if gaat_tegen_advies(nota, uitkomst):
        return "Dit besluit gaat in tegen een advies, of verder dan elk advies."
    if uitkomst != nota.voorstel:
        return "Dit besluit wijkt af van het voorstel in de nota."
    if nota.soort == Notasoort.AFSCHALING and adviezen_zonder_antwoord(nota):
        return "Niet elke partner heeft advies gegeven."
    return ""


def gaat_tegen_advies(nota: Besluitnota, uitkomst: str) -> bool:
    """Whether instroom goes against, or beyond, what the weegploeg advised."""
    if nota.soort != Notasoort.INSTROOM or uitkomst != Besluituitkomst.AANPAK:
        return False
    return nota.weging is not None and tegen_advies(nota.weging, uitkomst)


def _nota_in_de_maak(dossier_id: uuid.UUID) -> bool:
    notas = Besluitnota.objects.buiten_toegang("er is één nota tegelijk, wie haar ook mag lezen")
    return notas.filter(dossier_id=dossier_id).exclude(status=Notastatus.BESLOTEN).exists()


def _nog_concept(nota: Besluitnota) -> None:
    if nota.status != Notastatus.CONCEPT:
        raise Geweigerd("Deze nota is al aangeboden en ligt nu vast.")


def _te_besluiten(nota: Besluitnota, soort: Notasoort) -> None:
    if nota.soort != soort:
        raise Geweigerd(f"Dit is geen nota over {soort.label}.")
    if nota.status == Notastatus.CONCEPT:
        raise Geweigerd("Deze nota is nog niet aangeboden.")
    if nota.status == Notastatus.BESLOTEN:
        raise Geweigerd("Op deze nota is al besloten.")
    besluiten = Besluit.objects.buiten_toegang("er is één besluit op een nota")
    if besluiten.filter(nota=nota, status=Besluitstatus.WACHT_OP_TWEEDE).exists():
        raise Geweigerd("Er is al besloten; een tweede persoon moet dat nog bevestigen.")


def _wacht_op_tweede(toegang: Toegang, besluit: Besluit) -> None:
    if besluit.status != Besluitstatus.WACHT_OP_TWEEDE:
        raise Geweigerd("Dit besluit wacht niet op een tweede persoon.")
    eersten = {besluit.genomen_door_id, besluit.ingevoerd_door_id}
    mensen = Hoedanigheid.objects.filter(pk__in=eersten).values_list("medewerker_id", flat=True)
    if toegang.medewerker_id in set(mensen):
        raise Geweigerd("U nam dit besluit of voerde het in. Iemand anders moet het bevestigen.")


def _heeft_afwijkend_advies(nota: Besluitnota, voorstel: str) -> bool:
    if nota.weging_id is None:
        return False
    return (
        Wegingsbijdrage.objects.buiten_toegang("elk advies telt, wie het ook mag lezen")
        .filter(weging_id=nota.weging_id, ingediend_op__isnull=False)
        .exclude(advies=voorstel)
        .exists()
    )


def _heeft_voorwaarde(nota: Besluitnota) -> bool:
    voorwaarden = Uitstroomvoorwaarde.objects.buiten_toegang("telt alleen of er een is")
    return voorwaarden.filter(nota=nota).exists()
