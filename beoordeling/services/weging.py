"""A round of weighing: started for the weegploeg, closed, and settled with an outcome."""

from datetime import date, timedelta

from beoordeling.enums import (
    BLIJFT_IN_WEGING,
    Advies,
    Kadersoort,
    Wegingstatus,
)
from beoordeling.models import Weging, Wegingsbijdrage
from beoordeling.rules import weging as rules
from beoordeling.selectors.kader import nieuwste_kader
from convenant.enums import Categorie, Fase, Rol, Taaksoort, Verstrekkingsoort
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Dossier, Organisatie
from convenant.selectors.betrokkenen import hoedanigheden_met_rol
from convenant.services.dossier import dossier_bijwerken, fase_zetten
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.services.verstrekking import stuk_verstrekken
from convenant.toegang import Toegang

NOTATERMIJN = timedelta(days=7)


@handeling(rules.weging_starten)
def weging_starten(toegang: Toegang, dossier: Dossier, *, uiterlijk: date) -> Weging:
    """Ask every organisation in the weegploeg to answer before ``uiterlijk``.

    Raises ``Geweigerd`` when the day has passed or when there is no weegploeg.
    """
    if uiterlijk < toegang.vandaag:
        raise Geweigerd("De laatste dag om in te vullen is al voorbij.")
    kader = nieuwste_kader(Kadersoort.WEGING, toegang.vandaag)
    organisaties = weegploeg(toegang)
    if kader is None or not organisaties:
        raise Geweigerd("Er is nu geen weegploeg of geen vragenlijst voor de weging.")
    weging = Weging(
        dossier=dossier,
        melding=rules.laatste_melding(dossier),
        ronde=rules.laatste_ronde(dossier) + 1,
        kader=kader,
        gestart_op=toegang.moment,
        gestart_door_id=toegang.hoedanigheid_id,
        uiterlijk=uiterlijk,
    )
    weging.save(force_insert=True)
    taken_sluiten(toegang, dossier, Taaksoort.WEGING, uitkomst="De weging is gestart.")
    for organisatie in organisaties:
        _bijdrage_vragen(toegang, weging, organisatie)
    dossier_bijwerken(toegang, dossier.pk)
    return weging


@handeling(rules.weging_sluiten)
def weging_sluiten(toegang: Toegang, weging: Weging, *, reden: str) -> Weging:
    """Close the round before every bijdrage is in; what is not handed in stays unseen."""
    weging.sluitreden = reden
    return ronde_sluiten(toegang, weging)


@handeling(rules.weging_vaststellen)
def weging_vaststellen(toegang: Toegang, weging: Weging, *, uitkomst: str, reden: str) -> Weging:
    """Write down what the weegploeg concluded together, and let the dossier follow.

    An aanpak asks the bestuursadviseur for a besluitnota; *geen actie* and *strafrechtelijk* end
    the dossier here; otherwise it stays in the weging for a new round.
    """
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom dit de uitkomst is.")
    weging.uitkomst = Advies(uitkomst)
    weging.uitkomst_reden = reden
    weging.status = Wegingstatus.VASTGESTELD
    weging.vastgesteld_op = toegang.moment
    weging.vastgesteld_door_id = toegang.hoedanigheid_id
    weging.save()
    taken_sluiten(toegang, weging, Taaksoort.WEGING, uitkomst=weging.get_uitkomst_display())
    if weging.uitkomst == Advies.AANPAK:
        _naar_besluit(toegang, weging)
    elif weging.uitkomst not in BLIJFT_IN_WEGING:
        fase_zetten(toegang, weging.dossier, Fase.AFGEDAAN)
    dossier_bijwerken(toegang, weging.dossier_id)
    return weging


@bouwsteen
def ronde_sluiten(toegang: Toegang, weging: Weging) -> Weging:
    """End the blind part: from now on everyone in the weging sees what was handed in."""
    weging.status = Wegingstatus.GESLOTEN
    weging.gesloten_op = toegang.moment
    weging.save()
    bijdragen = (
        Wegingsbijdrage.objects.buiten_toegang("de ronde gaat voor iedereen dicht")
        .filter(weging=weging)
        .select_related("weging")
    )
    for bijdrage in bijdragen:
        if bijdrage.ingediend_op is not None:
            _aan_de_anderen(toegang, bijdrage)
            continue
        taken_sluiten(toegang, bijdrage, Taaksoort.WEGING, uitkomst="De weging is gesloten.")
    taak_zetten(
        toegang,
        soort=Taaksoort.WEGING,
        titel="Uitkomst van de weging vaststellen",
        uiterlijk=max(weging.uiterlijk, toegang.vandaag),
        dossier=weging.dossier,
        rol=Rol.PROCESREGISSEUR,
        organisatie=weging.gestart_door.organisatie,
        over=weging,
    )
    dossier_bijwerken(toegang, weging.dossier_id)
    return weging


def weegploeg(toegang: Toegang) -> list[Organisatie]:
    """The organisations that have a member in the weegploeg today."""
    leden = hoedanigheden_met_rol(Rol.LID_WEEGPLOEG, toegang=toegang)
    return list({lid.organisatie_id: lid.organisatie for lid in leden}.values())


def _bijdrage_vragen(toegang: Toegang, weging: Weging, organisatie: Organisatie) -> None:
    bijdrage = Wegingsbijdrage(weging=weging, organisatie=organisatie)
    bijdrage.save(force_insert=True)
    taak_zetten(
        toegang,
        soort=Taaksoort.WEGING,
        titel="Weging invullen",
        uiterlijk=weging.uiterlijk,
        dossier=weging.dossier,
        rol=Rol.LID_WEEGPLOEG,
        organisatie=organisatie,
        over=bijdrage,
    )


def _aan_de_anderen(toegang: Toegang, bijdrage: Wegingsbijdrage) -> None:
    stuk_verstrekken(
        toegang,
        bijdrage,
        Categorie.GEWOON,
        soort=Verstrekkingsoort.WEGING,
        van=bijdrage.organisatie_id,
    )


def _naar_besluit(toegang: Toegang, weging: Weging) -> None:
    fase_zetten(toegang, weging.dossier, Fase.BESLUIT)
    adviseur = hoedanigheden_met_rol(Rol.BESTUURSADVISEUR, toegang=toegang).first()
    if adviseur is None:
        raise Geweigerd("Er is nu geen bestuursadviseur die de besluitnota kan maken.")
    taak_zetten(
        toegang,
        soort=Taaksoort.NOTA,
        titel="Besluitnota maken",
        uiterlijk=toegang.vandaag + NOTATERMIJN,
        dossier=weging.dossier,
        rol=Rol.BESTUURSADVISEUR,
        organisatie=adviseur.organisatie,
        over=weging,
    )
