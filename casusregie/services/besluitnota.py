"""The besluitnota: drafted by the bestuursadviseur, offered to the beslisser, then fixed."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from casusregie.enums import Notasoort, Notastatus
from casusregie.models import Besluitnota, Uitstroomvoorwaarde
from casusregie.rules import besluit as rules
from casusregie.rules.termijnen import termijn, uiterste_herbeoordeling
from convenant.enums import Rol, Taaksoort
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Dossier
from convenant.selectors.betrokkenen import hoedanigheden_met_rol
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang

NOTAVELDEN = (
    "voorstel",
    "risicogroep",
    "aanleiding",
    "doel",
    "proportionaliteit",
    "subsidiariteit",
    "afwijkende_adviezen",
    "herbeoordeling_op",
    "regisseur",
    "waarnemer",
)


@handeling(rules.besluitnota_opstellen)
def besluitnota_opstellen(
    toegang: Toegang, dossier: Dossier, *, voorwaarden: Sequence[str] = (), **gegevens: Any
) -> Besluitnota:
    """Draft the nota on the last weging; what is still empty can be filled in later.

    ``gegevens`` are the fields of ``NOTAVELDEN``; ``voorwaarden`` the exit conditions in order.
    """
    nota = Besluitnota(
        dossier=dossier,
        soort=Notasoort.INSTROOM,
        weging=rules.weging_onder_nota(toegang, dossier),
        opgesteld_door_id=toegang.hoedanigheid_id,
        opgesteld_op=toegang.moment,
    )
    _vullen(toegang, nota, gegevens)
    nota.save(force_insert=True)
    _voorwaarden_zetten(nota, voorwaarden)
    dossier_bijwerken(toegang, dossier.pk)
    return nota


@handeling(rules.besluitnota_wijzigen)
def besluitnota_wijzigen(
    toegang: Toegang, nota: Besluitnota, *, voorwaarden: Sequence[str] = (), **gegevens: Any
) -> Besluitnota:
    """Change the draft; takes the same fields as ``besluitnota_opstellen``."""
    _vullen(toegang, nota, gegevens)
    nota.versie += 1
    nota.save()
    if nota.soort == Notasoort.INSTROOM:
        _voorwaarden_zetten(nota, voorwaarden)
    dossier_bijwerken(toegang, nota.dossier_id)
    return nota


@handeling(rules.besluitnota_aanbieden)
def besluitnota_aanbieden(toegang: Toegang, nota: Besluitnota) -> Besluitnota:
    """Fix the nota and lay it before the beslisser, with a task."""
    nota.status = Notastatus.AANGEBODEN
    nota.aangeboden_op = toegang.moment
    nota.versie += 1
    nota.save()
    for over in (nota, nota.dossier, nota.weging):
        if over is not None:
            taken_sluiten(toegang, over, Taaksoort.NOTA, uitkomst="Nota aangeboden")
    besluittaak_zetten(toegang, nota)
    dossier_bijwerken(toegang, nota.dossier_id)
    return nota


@bouwsteen
def besluittaak_zetten(toegang: Toegang, nota: Besluitnota) -> None:
    """Ask the beslisser of every organisation that has one to decide on this nota."""
    roltaak_zetten(
        toegang,
        Rol.BESLISSER,
        soort=Taaksoort.BESLUIT,
        titel=f"Besluit nemen over {Notasoort(nota.soort).label}",
        uiterlijk=toegang.vandaag + timedelta(days=termijn("besluit_dagen")),
        dossier=nota.dossier,
        over=nota,
    )


@bouwsteen
def roltaak_zetten(toegang: Toegang, rol: Rol, **gegevens: Any) -> None:
    """Make one task for each organisation in which someone has this role now."""
    mensen = hoedanigheden_met_rol(rol, toegang=toegang)
    organisaties = {wie.organisatie_id: wie.organisatie for wie in mensen}
    for organisatie in organisaties.values():
        taak_zetten(toegang, rol=rol, organisatie=organisatie, **gegevens)


def _vullen(toegang: Toegang, nota: Besluitnota, gegevens: dict[str, Any]) -> None:
    for veld in NOTAVELDEN:
        if veld in gegevens:
            setattr(nota, veld, gegevens[veld])
    dag = nota.herbeoordeling_op
    if dag is not None and not toegang.vandaag < dag <= uiterste_herbeoordeling(toegang.vandaag):
        raise Geweigerd(
            f"De herbeoordeling is na vandaag en binnen "
            f"{termijn('herbeoordeling_uiterst_maanden')} maanden."
        )
    if nota.regisseur_id is not None and nota.regisseur_id == nota.waarnemer_id:
        raise Geweigerd("De regisseur en de waarnemer zijn twee verschillende mensen.")
    for wie in (nota.regisseur, nota.waarnemer):
        if wie is not None and (wie.rol != Rol.CASUSREGISSEUR or not wie.geldt_op(toegang.vandaag)):
            raise Geweigerd("Kies als regisseur en waarnemer mensen die nu casusregisseur zijn.")


def _voorwaarden_zetten(nota: Besluitnota, teksten: Sequence[str]) -> None:
    bestaand = list(
        Uitstroomvoorwaarde.objects.buiten_toegang("de nota wordt als geheel gewijzigd")
        .filter(nota=nota)
        .order_by("volgorde")
    )
    for volgorde, tekst in enumerate(teksten, start=1):
        rij = (
            bestaand[volgorde - 1]
            if volgorde <= len(bestaand)
            else Uitstroomvoorwaarde(nota=nota, dossier_id=nota.dossier_id, volgorde=volgorde)
        )
        if rij.omschrijving != tekst or rij._state.adding:
            rij.omschrijving = tekst
            rij.save()
    for over in bestaand[len(teksten) :]:
        over.delete()
