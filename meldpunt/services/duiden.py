"""Triage: the coded outcome of a report, and the second person who looks at it."""

from datetime import datetime, timedelta

from convenant.enums import Fase, Rol, Taaksoort
from convenant.handeling import bouwsteen, handeling
from convenant.models import Dossier, Organisatie
from convenant.services.dossier import dossier_bijwerken, fase_zetten
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang
from meldpunt.enums import VRAAGT_TWEEDE_PERSOON, Duidinguitkomst, Meldingstatus
from meldpunt.models import Duiding, Melding
from meldpunt.rules import duiding as rules
from meldpunt.rules.termijnen import termijnen
from meldpunt.services.status import status_zetten

NAAR_WEGING = frozenset({Duidinguitkomst.NAAR_WEGING, Duidinguitkomst.ACUUT_POLITIE})


@handeling(rules.melding_duiden)
def melding_duiden(
    toegang: Toegang,
    melding: Melding,
    *,
    uitkomst: str,
    reden: str,
    doorverwezen_naar: str = "",
    gebeld_met: str = "",
    gebeld_op: datetime | None = None,
) -> Duiding:
    """Give a report its outcome with the reason.

    *Geen actie* and *doorverwezen* wait for a second person; *naar weging* and *acuut naar
    politie* bring the dossier to the weging; after *advies* nothing else is open.
    """
    duiding = Duiding(
        melding=melding,
        uitkomst=uitkomst,
        reden=reden,
        doorverwezen_naar=doorverwezen_naar,
        gedaan_op=toegang.moment,
        gedaan_door_id=toegang.hoedanigheid_id,
    )
    duiding.save(force_insert=True)
    if gebeld_met:
        melding.gebeld_met, melding.gebeld_op = gebeld_met, gebeld_op
    naar_tweede = uitkomst in VRAAGT_TWEEDE_PERSOON
    _verder(melding, Meldingstatus.TWEEDE_PERSOON if naar_tweede else Meldingstatus.AFGEHANDELD)
    if naar_tweede:
        _tweede_persoon_vragen(toegang, duiding)
    elif uitkomst in NAAR_WEGING:
        _naar_weging(toegang, melding)
    else:
        _afdoen_als_niets_open(toegang, melding)
    dossier_bijwerken(toegang, melding.dossier_id)
    return duiding


@handeling(rules.duiding_bevestigen)
def duiding_bevestigen(toegang: Toegang, duiding: Duiding, *, reden: str = "") -> Duiding:
    """The second person agrees: the report is handled, and the dossier over if nothing is open."""
    melding = _tweede_oordeel(toegang, duiding, akkoord=True, reden=reden)
    _verder(melding, Meldingstatus.AFGEHANDELD)
    _afdoen_als_niets_open(toegang, melding)
    dossier_bijwerken(toegang, melding.dossier_id)
    return duiding


@handeling(rules.duiding_terugsturen)
def duiding_terugsturen(toegang: Toegang, duiding: Duiding, *, reden: str) -> Duiding:
    """The second person does not agree: the report needs a new duiding."""
    melding = _tweede_oordeel(toegang, duiding, akkoord=False, reden=reden)
    _verder(melding, Meldingstatus.DUIDING)
    dossier_bijwerken(toegang, melding.dossier_id)
    return duiding


@bouwsteen
def _verder(melding: Melding, naar: Meldingstatus) -> None:
    status_zetten(melding, naar)
    melding.versie += 1
    melding.save()


@bouwsteen
def _tweede_oordeel(toegang: Toegang, duiding: Duiding, *, akkoord: bool, reden: str) -> Melding:
    duiding.tweede_persoon_id = toegang.hoedanigheid_id
    duiding.tweede_op = toegang.moment
    duiding.tweede_akkoord = akkoord
    duiding.tweede_reden = reden
    duiding.save()
    uitkomst = "Bevestigd" if akkoord else "Teruggestuurd"
    taken_sluiten(toegang, duiding, Taaksoort.TWEEDE_PERSOON, uitkomst=uitkomst)
    return Melding._base_manager.select_for_update().get(pk=duiding.melding_id)


@bouwsteen
def _tweede_persoon_vragen(toegang: Toegang, duiding: Duiding) -> None:
    andere_rol = Rol.MAP_MEDEWERKER if toegang.rol == Rol.PROCESREGISSEUR else Rol.PROCESREGISSEUR
    taak_zetten(
        toegang,
        soort=Taaksoort.TWEEDE_PERSOON,
        titel=f"Duiding van melding {duiding.melding.nummer} bekijken",
        uiterlijk=toegang.vandaag + timedelta(days=termijnen().tweede_persoon),
        rol=andere_rol,
        organisatie=Organisatie.objects.get(pk=toegang.organisatie_id),
        over=duiding,
        over_dossier=duiding.melding.dossier_id,
    )


@bouwsteen
def _naar_weging(toegang: Toegang, melding: Melding) -> None:
    """The procesregisseur gets a task: to start the weging, or to read along in a later phase."""
    dossier = Dossier._base_manager.select_for_update().get(pk=melding.dossier_id)
    in_melding = dossier.fase == Fase.MELDING
    if in_melding:
        dossier = fase_zetten(toegang, dossier, Fase.WEGING)
    taak_zetten(
        toegang,
        dossier=dossier,
        soort=Taaksoort.WEGING if in_melding else Taaksoort.ACTIE,
        titel="Weging starten" if in_melding else f"Nieuwe melding {melding.nummer} bekijken",
        uiterlijk=toegang.vandaag + timedelta(days=termijnen().weging_starten),
        rol=Rol.PROCESREGISSEUR,
        organisatie=Organisatie.objects.get(pk=toegang.organisatie_id),
        over=dossier if in_melding else melding,
    )


@bouwsteen
def _afdoen_als_niets_open(toegang: Toegang, melding: Melding) -> None:
    dossier = Dossier._base_manager.select_for_update().get(pk=melding.dossier_id)
    nog_open = (
        Melding.objects.buiten_toegang("elke open melding houdt het dossier open")
        .filter(dossier=dossier)
        .exclude(pk=melding.pk)
        .exclude(status=Meldingstatus.AFGEHANDELD)
        .exists()
    )
    if dossier.fase == Fase.MELDING and not nog_open:
        fase_zetten(toegang, dossier, Fase.AFGEDAAN)
