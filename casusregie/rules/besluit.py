"""Who may prepare, take and confirm a besluit, and when."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from beoordeling.enums import Advies, Wegingstatus
from beoordeling.models import Weging, Wegingsbijdrage
from beoordeling.rules.weging import tegen_advies
from casusregie.enums import Besluitstatus, Besluituitkomst, Notasoort, Notastatus
from casusregie.models import Besluit, Besluitnota, Partneradvies, Uitstroomvoorwaarde
from casusregie.ui import tijd
from convenant.enums import Fase, Rol
from convenant.handeling import Geweigerd, regel
from convenant.models import Dossier
from convenant.selectors.eenmaal import Lijst
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
    if nota_in_de_maak(toegang, dossier):
        raise Geweigerd("Voor dit dossier is al een besluitnota in de maak.")
    if weging_onder_nota(toegang, dossier) is None:
        raise Geweigerd("Er is geen vastgestelde weging met de uitkomst aanpak.")


@regel(Rol.BESTUURSADVISEUR)
def besluitnota_wijzigen(toegang: Toegang, nota: Besluitnota) -> None:
    """What was offered to the beslisser stands."""
    _nog_concept(nota)


@regel(Rol.BESTUURSADVISEUR)
def besluitnota_aanbieden(toegang: Toegang, nota: Besluitnota) -> None:
    """A nota goes to the beslisser when nothing is missing."""
    _nog_concept(nota)
    mist = ontbreekt(toegang, nota)
    if mist:
        raise Geweigerd(f"De nota is nog niet compleet. Vul nog in: {', '.join(mist)}.")
    if nota.herbeoordeling_op is not None and nota.herbeoordeling_op <= toegang.vandaag:
        raise Geweigerd("De datum van de herbeoordeling is al voorbij. Kies een nieuwe.")
    _eis_adviezen(toegang, nota)


@regel(Rol.BESLISSER)
def besluit_instroom_nemen(toegang: Toegang, nota: Besluitnota) -> None:
    """The beslisser decides on an offered nota, once."""
    _te_besluiten(toegang, nota, Notasoort.INSTROOM)


@regel(Rol.BESLISSER)
def besluit_afschaling_nemen(toegang: Toegang, nota: Besluitnota) -> None:
    """The beslisser decides on an offered nota about scaling down, once."""
    _te_besluiten(toegang, nota, Notasoort.AFSCHALING)


@regel(Rol.BESTUURSADVISEUR)
def besluit_op_papier_vastleggen(toegang: Toegang, nota: Besluitnota) -> None:
    """A besluit that was signed on paper is recorded on an offered nota, once."""
    _te_besluiten(toegang, nota, Notasoort.INSTROOM)


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
    wachtend = adviezen_zonder_antwoord(toegang, nota)
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


@Lijst[Partneradvies]
def wachtende_adviezen(toegang: Toegang, dossier: Dossier) -> QuerySet[Partneradvies]:
    """What partners were asked in a dossier and did not answer."""
    return (
        Partneradvies.objects.buiten_toegang("elk advies telt, wie het ook mag lezen")
        .filter(dossier=dossier, gegeven_op__isnull=True)
        .select_related("organisatie")
    )


def adviezen_zonder_antwoord(toegang: Toegang, nota: Besluitnota) -> list[Partneradvies]:
    """What partners were asked on this nota and did not answer."""
    wachtend = wachtende_adviezen(toegang, nota.dossier)
    return [advies for advies in wachtend if advies.nota_id == nota.pk]


@Lijst[Weging]
def vastgestelde_wegingen(toegang: Toegang, dossier: Dossier) -> QuerySet[Weging]:
    """The last established weging of a dossier: one or none."""
    return (
        Weging.objects.buiten_toegang("bepaalt of er een nota mag komen")
        .filter(dossier=dossier, status=Wegingstatus.VASTGESTELD)
        .order_by("-ronde")[:1]
    )


def weging_onder_nota(toegang: Toegang, dossier: Dossier) -> Weging | None:
    """The last established weging of a dossier, when its outcome was aanpak."""
    wegingen = vastgestelde_wegingen(toegang, dossier)
    return next((weging for weging in wegingen if weging.uitkomst == Advies.AANPAK), None)


def ontbreekt(toegang: Toegang, nota: Besluitnota, voorstel: str = "") -> list[str]:
    """What the nota still lacks to carry ``voorstel`` (default: its own), in words."""
    voorstel = voorstel or nota.voorstel
    velden = TEKSTEN | (BIJ_AANPAK if voorstel == Besluituitkomst.AANPAK else {})
    mist = [woord for veld, woord in velden.items() if not getattr(nota, veld)]
    if not nota.afwijkende_adviezen and _heeft_afwijkend_advies(toegang, nota, voorstel):
        mist.append("hoe de afwijkende adviezen zijn gewogen")
    if voorstel == Besluituitkomst.AANPAK and nota.pk not in notas_met_voorwaarde(
        toegang, nota.dossier
    ):
        mist.append("minstens één uitstroomvoorwaarde")
    return mist


def motivering_nodig(toegang: Toegang, nota: Besluitnota, uitkomst: str) -> str:
    """Why this outcome needs a motivation; empty when it needs none."""
    if gaat_tegen_advies(nota, uitkomst):
        return "Dit besluit gaat in tegen een advies, of verder dan elk advies."
    if uitkomst != nota.voorstel:
        return "Dit besluit wijkt af van het voorstel in de nota."
    if nota.soort == Notasoort.AFSCHALING and adviezen_zonder_antwoord(toegang, nota):
        return "Niet elke partner heeft advies gegeven."
    return ""


def gaat_tegen_advies(nota: Besluitnota, uitkomst: str) -> bool:
    """Whether instroom goes against, or beyond, what the weegploeg advised."""
    if nota.soort != Notasoort.INSTROOM or uitkomst != Besluituitkomst.AANPAK:
        return False
    return nota.weging is not None and tegen_advies(nota.weging, uitkomst)


@Lijst[uuid.UUID]
def nota_in_de_maak(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The nota of a dossier on which nothing was decided yet: one key or none."""
    return (
        Besluitnota.objects.buiten_toegang("er is één nota tegelijk, wie haar ook mag lezen")
        .filter(dossier=dossier)
        .exclude(status=Notastatus.BESLOTEN)
        .order_by()
        .values_list("pk", flat=True)[:1]
    )


@Lijst[uuid.UUID]
def notas_met_wachtend_besluit(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The notas on which was decided while a second person has yet to confirm it."""
    return (
        Besluit.objects.buiten_toegang("er is één besluit op een nota")
        .filter(dossier=dossier, status=Besluitstatus.WACHT_OP_TWEEDE)
        .order_by()
        .values_list("nota_id", flat=True)
    )


@Lijst[tuple[uuid.UUID, str]]
def ingediende_adviezen(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The advices handed in, each with the weging that it belongs to."""
    return (
        Wegingsbijdrage.objects.buiten_toegang("elk advies telt, wie het ook mag lezen")
        .filter(weging__dossier=dossier, ingediend_op__isnull=False)
        .order_by()
        .values_list("weging_id", "advies")
    )


@Lijst[uuid.UUID]
def notas_met_voorwaarde(toegang: Toegang, dossier: Dossier) -> QuerySet[Any]:
    """The notas with at least one exit condition."""
    return (
        Uitstroomvoorwaarde.objects.buiten_toegang("telt alleen of er een is")
        .filter(dossier=dossier)
        .order_by()
        .values_list("nota_id", flat=True)
        .distinct()
    )


VOOR_EEN_NOTA = (
    nota_in_de_maak,
    vastgestelde_wegingen,
    wachtende_adviezen,
    ingediende_adviezen,
    notas_met_voorwaarde,
)
"""What the rules of drafting and offering a nota look at."""


def _nog_concept(nota: Besluitnota) -> None:
    if nota.status != Notastatus.CONCEPT:
        raise Geweigerd("Deze nota is al aangeboden en ligt nu vast.")


def _te_besluiten(toegang: Toegang, nota: Besluitnota, soort: Notasoort) -> None:
    if nota.soort != soort:
        raise Geweigerd(f"Dit is geen nota over {soort.label}.")
    if nota.status == Notastatus.CONCEPT:
        raise Geweigerd("Deze nota is nog niet aangeboden.")
    if nota.status == Notastatus.BESLOTEN:
        raise Geweigerd("Op deze nota is al besloten.")
    if nota.pk in notas_met_wachtend_besluit(toegang, nota.dossier):
        raise Geweigerd("Er is al besloten; een tweede persoon moet dat nog bevestigen.")


def _wacht_op_tweede(toegang: Toegang, besluit: Besluit) -> None:
    if besluit.status != Besluitstatus.WACHT_OP_TWEEDE:
        raise Geweigerd("Dit besluit wacht niet op een tweede persoon.")
    eersten = (besluit.genomen_door, besluit.ingevoerd_door)
    if toegang.medewerker_id in {eerste.medewerker_id for eerste in eersten}:
        raise Geweigerd("U nam dit besluit of voerde het in. Iemand anders moet het bevestigen.")


def _heeft_afwijkend_advies(toegang: Toegang, nota: Besluitnota, voorstel: str) -> bool:
    return any(
        weging_id == nota.weging_id and advies != voorstel
        for weging_id, advies in ingediende_adviezen(toegang, nota.dossier)
    )
