"""An assessment from start to established: made by one, looked at by another."""

from datetime import timedelta

from beoordeling.enums import Aanleiding, Beoordelingstatus, Kadersoort
from beoordeling.models import Beoordeling
from beoordeling.rules import beoordeling as rules
from beoordeling.selectors.kader import nieuwste_kader
from convenant.enums import Rol, Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.models import Dossier, Hoedanigheid
from convenant.selectors.betrokkenen import hoedanigheden_met_rol
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.toegang import Toegang

TWEEDE_PERSOON_TERMIJN = timedelta(days=7)


@handeling(rules.beoordeling_starten)
def beoordeling_starten(
    toegang: Toegang,
    dossier: Dossier,
    *,
    aanleiding: str,
    zonder_ideologie: bool | None = None,
) -> Beoordeling:
    """Begin on the newest framework; this assessment keeps that version for ever.

    ``zonder_ideologie`` is the regime for relatives and minors; ``None`` follows risk group and
    age. Raises ``Geweigerd`` when ideology is asked about a relative.
    """
    if zonder_ideologie is False and rules.is_familie(toegang, dossier):
        raise Geweigerd("Bij familie (risicogroep 5) vervalt het deel over ideologie. Kies ‘ja’.")
    kader = nieuwste_kader(Kadersoort.BEOORDELING, toegang.vandaag)
    if kader is None:
        raise Geweigerd("Er is nog geen beoordelingskader.")
    if zonder_ideologie is None:
        zonder_ideologie = rules.familieregime(toegang, dossier)
    beoordeling = Beoordeling(
        dossier=dossier,
        kader=kader,
        aanleiding=Aanleiding(aanleiding),
        opgesteld_door_id=toegang.hoedanigheid_id,
        gestart_op=toegang.moment,
        zonder_ideologie=zonder_ideologie,
    )
    beoordeling.save(force_insert=True)
    dossier_bijwerken(toegang, dossier.pk)
    return beoordeling


@handeling(rules.beoordeling_voorleggen)
def beoordeling_voorleggen(toegang: Toegang, beoordeling: Beoordeling) -> Beoordeling:
    """Ask a second person, a procesregisseur, to establish it."""
    procesregisseur = _procesregisseur(toegang)
    beoordeling.status = Beoordelingstatus.VOORGELEGD
    beoordeling.voorgelegd_op = toegang.moment
    beoordeling.versie += 1
    beoordeling.save()
    taken_sluiten(toegang, beoordeling, Taaksoort.ACTIE, uitkomst="Voorgelegd.")
    taak_zetten(
        toegang,
        soort=Taaksoort.VASTSTELLEN,
        titel="Beoordeling vaststellen",
        uiterlijk=toegang.vandaag + TWEEDE_PERSOON_TERMIJN,
        dossier=beoordeling.dossier,
        rol=Rol.PROCESREGISSEUR,
        organisatie=procesregisseur.organisatie,
        over=beoordeling,
    )
    dossier_bijwerken(toegang, beoordeling.dossier_id)
    return beoordeling


@handeling(rules.beoordeling_terugsturen)
def beoordeling_terugsturen(
    toegang: Toegang, beoordeling: Beoordeling, *, reden: str
) -> Beoordeling:
    """Give it back to who made it, with what is missing in words."""
    if not reden.strip():
        raise Geweigerd("Schrijf op wat er nog moet gebeuren.")
    beoordeling.status = Beoordelingstatus.CONCEPT
    beoordeling.terugstuurreden = reden
    beoordeling.voorgelegd_op = None
    beoordeling.versie += 1
    beoordeling.save()
    taken_sluiten(toegang, beoordeling, Taaksoort.VASTSTELLEN, uitkomst="Teruggestuurd.")
    taak_zetten(
        toegang,
        soort=Taaksoort.ACTIE,
        titel="Beoordeling aanvullen",
        uiterlijk=toegang.vandaag + TWEEDE_PERSOON_TERMIJN,
        dossier=beoordeling.dossier,
        voor=beoordeling.opgesteld_door,
        over=beoordeling,
        toelichting=reden,
    )
    dossier_bijwerken(toegang, beoordeling.dossier_id)
    return beoordeling


@handeling(rules.beoordeling_vaststellen)
def beoordeling_vaststellen(toegang: Toegang, beoordeling: Beoordeling) -> Beoordeling:
    """Establish as second person: from now on it never changes."""
    beoordeling.status = Beoordelingstatus.VASTGESTELD
    beoordeling.vastgesteld_op = toegang.moment
    beoordeling.vastgesteld_door_id = toegang.hoedanigheid_id
    beoordeling.versie += 1
    beoordeling.save()
    for over in (beoordeling, beoordeling.dossier):
        taken_sluiten(toegang, over, Taaksoort.VASTSTELLEN, uitkomst="Vastgesteld.")
    dossier_bijwerken(toegang, beoordeling.dossier_id)
    return beoordeling


def _procesregisseur(toegang: Toegang) -> Hoedanigheid:
    kandidaten: list[Hoedanigheid] = [
        h
        for h in hoedanigheden_met_rol(Rol.PROCESREGISSEUR, toegang=toegang)
        if h.medewerker_id != toegang.medewerker_id
    ]
    if not kandidaten:
        raise Geweigerd("Er is nu geen procesregisseur die als tweede persoon kan meekijken.")
    eigen = (h for h in kandidaten if h.organisatie_id == toegang.organisatie_id)
    return next(eigen, kandidaten[0])
