"""Asking partners what they know: the question, the answer, reminding and taking back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from beoordeling.enums import Bevragingsantwoord, Bewijssoort, Informatiesoort, MagVerder
from beoordeling.models import Bevraging, Informatie
from beoordeling.models.bevraging import ANTWOORDERS
from beoordeling.rules import bevraging as rules
from beoordeling.rules.houdbaarheid import gewoon_houdbaar_tot, gewoon_vernietigen_op
from beoordeling.rules.informatie import GRONDSLAG, GRONDSLAG_ANDERS
from convenant.enums import Categorie, Organisatiesoort, Taaksoort, Verstrekkingsoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier, Hoedanigheid, Organisatie
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.services.verstrekking import informatie_verstrekken, verstrekking_vastleggen
from convenant.toegang import Toegang


@dataclass(frozen=True)
class Gegeven:
    """One thing that a partner tells in answer to a question."""

    titel: str
    tekst: str
    categorie: Categorie
    gebeurd_op: date
    mag_verder: str = MagVerder.OVERLEG


@handeling(rules.bevraging_sturen)
def bevraging_sturen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    organisaties: Sequence[Organisatie],
    doel: str,
    vraag: str,
    uiterlijk: date,
) -> list[Bevraging]:
    """Ask each of these partners, with a task; each question is a verstrekking."""
    if uiterlijk < toegang.vandaag:
        raise Geweigerd("De laatste dag om te antwoorden is al voorbij.")
    mogelijk = {o.pk for o in rules.te_bevragen(toegang, dossier)}
    if not organisaties or any(o.pk not in mogelijk for o in organisaties):
        raise Geweigerd("Kies een of meer partners waar iemand kan antwoorden.")
    return [
        _vragen(toegang, dossier, organisatie, doel=doel, vraag=vraag, uiterlijk=uiterlijk)
        for organisatie in organisaties
    ]


@handeling(rules.bevraging_beantwoorden)
def bevraging_beantwoorden(
    toegang: Toegang, bevraging: Bevraging, *, gegevens: Sequence[Gegeven] = ()
) -> Bevraging:
    """Answer with what may be shared; nothing at all is *geen te delen informatie*."""
    te_geven = rules.te_geven(toegang.organisatiesoort)
    if any(gegeven.categorie not in te_geven for gegeven in gegevens):
        raise Geweigerd("In deze categorie kunt u langs deze weg niets delen.")
    for gegeven in gegevens:
        _geven(toegang, bevraging, gegeven)
    bevraging.antwoord = (
        Bevragingsantwoord.INFORMATIE if gegevens else Bevragingsantwoord.GEEN_TE_DELEN
    )
    bevraging.beantwoord_op = toegang.moment
    bevraging.beantwoord_door_id = toegang.hoedanigheid_id
    bevraging.save()
    verstrekking_vastleggen(
        toegang,
        soort=Verstrekkingsoort.ANTWOORD,
        stuk=bevraging,
        naar=bevraging.gesteld_door.organisatie_id,
        categorieen={g.categorie for g in gegevens} or {Categorie.PROCES},
        artikelen=(rules.ARTIKEL,),
    )
    taken_sluiten(toegang, bevraging, Taaksoort.BEVRAGING, uitkomst="Beantwoord")
    dossier_bijwerken(toegang, bevraging.dossier_id)
    return bevraging


@handeling(rules.bevraging_intrekken)
def bevraging_intrekken(toegang: Toegang, bevraging: Bevraging, *, reden: str) -> Bevraging:
    """Take the question back: who was asked no longer reads it."""
    bevraging.ingetrokken_op = toegang.moment
    bevraging.save()
    taken_sluiten(toegang, bevraging, Taaksoort.BEVRAGING, uitkomst="Vraag ingetrokken")
    return bevraging


@handeling(rules.bevraging_herinneren)
def bevraging_herinneren(toegang: Toegang, bevraging: Bevraging) -> Bevraging:
    """Put the question on the desk of the partner again; by hand, or by the clock."""
    bevraging.herinneringen += 1
    bevraging.save()
    _taken_voor(toegang, bevraging, "Herinnering: vraag van de procesregisseur beantwoorden")
    return bevraging


def _vragen(
    toegang: Toegang,
    dossier: Dossier,
    organisatie: Organisatie,
    *,
    doel: str,
    vraag: str,
    uiterlijk: date,
) -> Bevraging:
    bevraging = Bevraging(
        dossier=dossier,
        organisatie=organisatie,
        kenmerk=dossier.nummer,
        wie=rules.om_wie(dossier),
        doel=doel,
        vraag=vraag,
        uiterlijk=uiterlijk,
        gesteld_op=toegang.moment,
        gesteld_door_id=toegang.hoedanigheid_id,
    )
    bevraging.save(force_insert=True)
    verstrekking_vastleggen(
        toegang,
        soort=Verstrekkingsoort.BEVRAGING,
        stuk=bevraging,
        naar=organisatie.pk,
        categorieen=(Categorie.IDENTITEIT,),
        artikelen=(rules.ARTIKEL,),
    )
    _taken_voor(toegang, bevraging, "Vraag van de procesregisseur beantwoorden")
    return bevraging


def _taken_voor(toegang: Toegang, bevraging: Bevraging, titel: str) -> None:
    """A task for each role that can answer there; on no dossier, for nobody else may know of it."""
    mensen = Hoedanigheid.objects.filter(
        Hoedanigheid.geldig_op(toegang.vandaag),
        organisatie_id=bevraging.organisatie_id,
        rol__in=ANTWOORDERS,
    )
    for rol in sorted(set(mensen.values_list("rol", flat=True))):
        taak_zetten(
            toegang,
            soort=Taaksoort.BEVRAGING,
            titel=titel,
            uiterlijk=max(bevraging.uiterlijk, toegang.vandaag),
            rol=rol,
            organisatie=bevraging.organisatie,
            over=bevraging,
        )


def _geven(toegang: Toegang, bevraging: Bevraging, gegeven: Gegeven) -> None:
    soort = Organisatiesoort(toegang.organisatiesoort)
    item = Informatie(
        dossier_id=bevraging.dossier_id,
        bron_id=toegang.organisatie_id,
        antwoord_op=bevraging,
        soort=Informatiesoort.WAARNEMING,
        titel=gegeven.titel,
        tekst=gegeven.tekst,
        categorie=gegeven.categorie,
        gebeurd_op=gegeven.gebeurd_op,
        mag_verder=gegeven.mag_verder,
        grondslag=GRONDSLAG.get(soort, GRONDSLAG_ANDERS),
        doel=bevraging.doel,
        vastgelegd_op=toegang.moment,
        vastgelegd_door_id=toegang.hoedanigheid_id,
        houdbaar_tot=gewoon_houdbaar_tot(
            toegang.vandaag, Informatiesoort.WAARNEMING, Bewijssoort.WAARNEMING
        ),
        vernietigen_op=gewoon_vernietigen_op(toegang.vandaag, bevraging.dossier.fase),
    )
    item.save(force_insert=True)
    informatie_verstrekken(toegang, item)
