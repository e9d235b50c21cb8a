"""Steps with an embargo: an item of the reclassering in a case that runs, and who works there."""

from datetime import date, timedelta

from beoordeling.models import Informatie
from beoordeling.services.embargo import embargo_leggen
from convenant.enums import Fase, Relatie
from convenant.models import Dossier, Embargo, Hoedanigheid, Medewerker
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from tests.cast import LANG, NU, Cast, Speler
from tests.stappen.beoordeling import contact_vastgelegd, dossier_in_fase

EINDE = NU.date() + timedelta(days=60)


def collega(cast: Cast, van: Speler, naam: str = "Rena Vlug") -> Speler:
    """Someone else of the same organisation in the same role, involved in nothing."""
    sleutel = naam.split()[0].lower()
    medewerker = Medewerker.objects.create_user(f"{sleutel}@voorbeeld.test", None, naam=naam)
    wie = van.hoedanigheid
    hoedanigheid = Hoedanigheid.objects.create(
        medewerker=medewerker,
        rol=wie.rol,
        organisatie=wie.organisatie,
        van=date(2020, 1, 1),
        bevestigd_tot=LANG,
    )
    return Speler(sleutel, hoedanigheid)


def in_uitvoering(cast: Cast, *partners: Speler) -> Dossier:
    """In uitvoering: Rik leads, Ron of the reclassering and these partners help."""
    dossier = dossier_in_fase(cast, Fase.UITVOERING)
    for wie in (cast.rik, cast.ron, *partners):
        relatie = Relatie.REGISSEUR if wie is cast.rik else Relatie.PARTNER
        betrokkenheid_verlenen(
            cast.paula.toegang, dossier, wie=wie.hoedanigheid, relatie=relatie, reden="Werkt hier"
        )
    return dossier


def van_ron(cast: Cast, dossier: Dossier, **gegevens: object) -> Informatie:
    """An ordinary contact that the reclassering recorded: everyone who works here reads it."""
    return contact_vastgelegd(cast.ron, dossier, **gegevens)


def embargo_gelegd(
    cast: Cast,
    item: Informatie,
    soort: str,
    *,
    wie: Speler | None = None,
    bewaarder: Speler | None = None,
    tot: date = EINDE,
) -> Embargo:
    """By Ron, with Paula as bewaarder, unless said otherwise."""
    return embargo_leggen(
        (wie or cast.ron).toegang,
        item,
        soort=soort,
        tot=tot,
        bewaarder=(bewaarder or cast.paula).hoedanigheid,
        reden="Het onderzoek loopt nog",
    )
