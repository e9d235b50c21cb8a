"""Steps of the room beoordeling for the stories of other tests: each calls the real services."""

from collections.abc import Mapping
from datetime import timedelta

from beoordeling.enums import Aanleiding, Advies, Waarde, Weegwaarde
from beoordeling.models import (
    Beoordeling,
    Bevraging,
    Indicator,
    Informatie,
    Weging,
    Wegingsbijdrage,
)
from beoordeling.rules.volledigheid import stand
from beoordeling.services.beoordeling import (
    beoordeling_starten,
    beoordeling_vaststellen,
    beoordeling_voorleggen,
)
from beoordeling.services.beoordeling_invullen import (
    Bevinding,
    Oordeel,
    Stroomkeuze,
    beoordeling_bewaren,
)
from beoordeling.services.bevraging import Gegeven as Antwoord
from beoordeling.services.bevraging import bevraging_beantwoorden, bevraging_sturen
from beoordeling.services.bijdrage import Gegeven, wegingsbijdrage_indienen
from beoordeling.services.informatie import contactmoment_vastleggen
from beoordeling.services.kader import kaders_laden
from beoordeling.services.weging import weging_starten, weging_vaststellen
from convenant.enums import Categorie, Fase, Relatie
from convenant.models import Dossier
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.dossier import volgend_nummer
from meldpunt.enums import Kanaal, Meldersoort, Meldingstatus, Persoonsrol, Stroom
from meldpunt.models import Melding, Persoon
from tests.cast import NU, Cast, Speler

ADVIEZEN = {"gemma": Advies.AANPAK, "piet": Advies.AANPAK, "olga": Advies.MEER_INFORMATIE}
SCHETS = "Jongere praat in de klas steeds vaker over wraak."


def dossier_in_fase(cast: Cast, fase: Fase = Fase.WEGING, **persoon: object) -> Dossier:
    """A dossier with a hoofdbetrokkene and one melding, put straight into ``fase``."""
    kaders_laden()
    dossier = Dossier(
        nummer=volgend_nummer(cast.paula.toegang),
        fase=fase,
        fase_sinds=NU,
        geopend_op=NU,
        gewijzigd_op=NU,
    )
    dossier.save(force_insert=True)
    wie = Persoon(
        dossier=dossier,
        rol=Persoonsrol.HOOFD,
        toegevoegd_op=NU,
        **({"voornaam": "Milan", "achternaam": "Verzonnen"} | persoon),
    )
    wie.save(force_insert=True)
    Melding(
        nummer=volgend_nummer(cast.paula.toegang, "M"),
        dossier=dossier,
        persoon=wie,
        status=Meldingstatus.AFGEHANDELD,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        bron=cast.organisatie("school"),
        situatieschets=SCHETS,
        gemeld_op=NU,
        ingevoerd_op=NU,
        ingevoerd_door=cast.samira.hoedanigheid,
    ).save(force_insert=True)
    return dossier


def dossier_in_regie(cast: Cast, fase: Fase = Fase.UITVOERING) -> Dossier:
    """A dossier in uitvoering that Rik leads, with Zoë (GGZ) and Ron (reclassering) as partners."""
    dossier = dossier_in_fase(cast, fase)
    for speler, relatie in (
        (cast.rik, Relatie.REGISSEUR),
        (cast.wendy, Relatie.WAARNEMER),
        (cast.zoe, Relatie.PARTNER),
        (cast.ron, Relatie.PARTNER),
    ):
        betrokkenheid_verlenen(
            cast.paula.toegang,
            dossier,
            wie=speler.hoedanigheid,
            relatie=relatie,
            reden="Werkt in dit dossier",
        )
    return dossier


def bevraagd(cast: Cast, dossier: Dossier, *wie: Speler, dagen: int = 7) -> list[Bevraging]:
    """Paula asks the organisations of these people what they may share."""
    toegang = cast.paula.toegang
    return bevraging_sturen(
        toegang,
        dossier,
        organisaties=[speler.organisatie for speler in wie],
        doel="Weging van de melding",
        vraag="Is er iets bekend dat voor de weging van belang is?",
        uiterlijk=toegang.vandaag + timedelta(days=dagen),
    )


def bevraging_beantwoord(speler: Speler, vraag: Bevraging) -> Bevraging:
    """Answered with one thing that this organisation knows."""
    gegeven = Antwoord("Was in beeld", "Toezicht afgerond", Categorie.GEWOON, NU.date())
    return bevraging_beantwoorden(speler.toegang, vraag, gegevens=[gegeven])


def weging_gestart(cast: Cast, dossier: Dossier | None = None) -> Weging:
    """A round in which gemeente, politie and OM are asked to answer within a week."""
    dossier = dossier or dossier_in_fase(cast)
    kaders_laden()
    cast.weegploeg()
    toegang = cast.paula.toegang
    return weging_starten(toegang, dossier, uiterlijk=toegang.vandaag + timedelta(days=7))


def bijdrage_van(speler: Speler, weging: Weging) -> Wegingsbijdrage:
    """The bijdrage that this member of the weegploeg fills in."""
    return Wegingsbijdrage.objects.voor(speler.toegang).get(
        weging=weging, organisatie=speler.organisatie
    )


def alle_antwoorden(
    weging: Weging, waarde: Weegwaarde = Weegwaarde.ENIGSZINS
) -> dict[object, Gegeven]:
    """The same answer to every question of the round."""
    vragen = Indicator.objects.filter(deel__kader_id=weging.kader_id)
    return {vraag.pk: Gegeven(waarde) for vraag in vragen}


def bijdrage_ingediend(
    speler: Speler, weging: Weging, advies: Advies, reden: str = ""
) -> Wegingsbijdrage:
    """This member answers every question and hands in an advice."""
    return wegingsbijdrage_indienen(
        speler.toegang,
        bijdrage_van(speler, weging),
        antwoorden=alle_antwoorden(weging),
        advies=advies,
        reden=reden or f"Reden van de {speler.organisatie.naam}",
    )


def weging_gesloten(
    cast: Cast, dossier: Dossier | None = None, adviezen: Mapping[str, Advies] = ADVIEZEN
) -> Weging:
    """A round in which everyone handed in: the last one closed it."""
    weging = weging_gestart(cast, dossier)
    for naam, advies in adviezen.items():
        bijdrage_ingediend(getattr(cast, naam), weging, advies)
    weging.refresh_from_db()
    return weging


def weging_vastgesteld(
    cast: Cast,
    dossier: Dossier | None = None,
    *,
    uitkomst: Advies = Advies.AANPAK,
    adviezen: Mapping[str, Advies] = ADVIEZEN,
) -> Weging:
    """A round with an outcome; an aanpak puts the dossier in the phase besluit."""
    assert cast.bas.hoedanigheid
    weging = weging_gesloten(cast, dossier, adviezen)
    return weging_vaststellen(
        cast.paula.toegang, weging, uitkomst=uitkomst, reden="Besproken in het overleg"
    )


def contact_vastgelegd(speler: Speler, dossier: Dossier, **gegevens: object) -> Informatie:
    """A contactmoment with what a person would type; ``gegevens`` overrides."""
    standaard = {
        "gebeurd_op": speler.toegang.vandaag,
        "met_wie": "betrokkene",
        "contactdoel": "Kennismaken",
        "tekst": "Rustig gesprek aan de keukentafel.",
    }
    return contactmoment_vastleggen(speler.toegang, dossier, **(standaard | gegevens))


def beoordeling_gestart(cast: Cast, dossier: Dossier, speler: Speler | None = None) -> Beoordeling:
    """An empty draft, by Rik unless said otherwise."""
    maker = speler or cast.rik
    return beoordeling_starten(maker.toegang, dossier, aanleiding=Aanleiding.INSTROOM)


def beoordeling_ingevuld(
    cast: Cast,
    beoordeling: Beoordeling,
    speler: Speler | None = None,
    waarde: Waarde = Waarde.ENIGSZINS,
    niveau: str = "matig",
) -> Beoordeling:
    """Every part filled in with the same value, its basis, a level and words."""
    toegang = (speler or cast.rik).toegang
    stroom = Stroomkeuze((Stroom.RECHTS,), "Uitingen zijn rechts-extremistisch")
    for deel in [d.deel for d in stand(beoordeling)]:
        beoordeling = beoordeling_bewaren(
            toegang, beoordeling, deel=deel, antwoorden={}, stroomkeuze=stroom
        )
        indicatoren = next(d for d in stand(beoordeling) if d.deel == deel).indicatoren
        bevinding = Bevinding(
            waarde, "Gezien bij huisbezoek", "", "waarneming", toegang.organisatie_id
        )
        beoordeling = beoordeling_bewaren(
            toegang,
            beoordeling,
            deel=deel,
            antwoorden={i.pk: bevinding for i in indicatoren},
            oordeel=Oordeel(niveau, f"Oordeel over {deel.naam}", "Drie gesprekken"),
        )
    return beoordeling


def beoordeling_voorgelegd(cast: Cast, dossier: Dossier, **invulling: object) -> Beoordeling:
    """Made by Rik and submitted to the procesregisseur."""
    assert cast.paula.hoedanigheid
    beoordeling = beoordeling_ingevuld(cast, beoordeling_gestart(cast, dossier), **invulling)
    return beoordeling_voorleggen(cast.rik.toegang, beoordeling)


def beoordeling_vastgesteld(cast: Cast, dossier: Dossier, **invulling: object) -> Beoordeling:
    """Made by Rik, established by Paula."""
    beoordeling = beoordeling_voorgelegd(cast, dossier, **invulling)
    return beoordeling_vaststellen(cast.paula.toegang, beoordeling)
