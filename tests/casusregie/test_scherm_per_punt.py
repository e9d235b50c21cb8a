"""The shared screen item by item: hamerstukken together or alone, and what was decided before."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from casusregie.enums import Puntsoort
from casusregie.models import Agendapunt, Overleg
from casusregie.selectors.overleg import punten_van, vorige_bespreking
from casusregie.services.agenda import agenda_vullen, agendapunt_toevoegen
from casusregie.services.overleg import overleg_openen, overleg_plannen
from casusregie.services.overlegbesluit import agendapunt_bespreken
from meldpunt.enums import Duidinguitkomst
from meldpunt.models import Duiding, Melding
from tests.cast import NU, Cast, Speler
from tests.stappen.besluit import gewogen_dossier

type Als = Callable[[Speler], Client]


def url(naam: str, *args: Any) -> str:
    return reverse(f"casusregie:{naam}", args=args)


def met_hamerstukken(cast: Cast, *akkoord: bool | None) -> tuple[Overleg, list[Agendapunt]]:
    """An open meeting with a hamerstuk for each word of a second person, or the lack of it."""
    gewogen_dossier(cast)
    melding = Melding.objects.voor(cast.paula.toegang).get()
    for woord in akkoord:
        Duiding(
            melding=melding,
            uitkomst=Duidinguitkomst.GEEN_ACTIE,
            reden="Geen zorgen meer.",
            gedaan_op=NU,
            gedaan_door=cast.samira.hoedanigheid,
            tweede_akkoord=woord,
        ).save()
    overleg = overleg_plannen(cast.paula.toegang, begint_op=NU)
    agenda_vullen(cast.paula.toegang, overleg)
    overleg_openen(cast.paula.toegang, overleg)
    punten = punten_van(cast.paula.toegang, overleg)
    return overleg, [punt for punt in punten if punt.soort == Puntsoort.HAMERSTUK]


def test_hamerstukken_samen_los_en_afgedaan(cast: Cast, als: Als) -> None:
    overleg, stukken = met_hamerstukken(cast, True, None)
    klaar = next(p for p in stukken if p.duiding and p.duiding.tweede_akkoord)
    wacht = next(p for p in stukken if p != klaar)
    paula = als(cast.paula)
    samen = paula.get(url("overleg_scherm_punt", overleg.pk, klaar.pk)).text
    assert "met 1 hamerstuk." in samen
    assert "1 hamerstuk wacht nog op een tweede persoon" in samen
    assert url("overleg_scherm_punt", overleg.pk, wacht.pk) not in samen.split("scherm__voet")[1]
    assert "<textarea" not in samen
    assert "<textarea" in paula.get(url("agendapunt_bespreken", wacht.pk)).text
    paula.post(url("hamerstukken_afdoen", overleg.pk))
    afgedaan = paula.get(url("overleg_scherm_punt", overleg.pk, klaar.pk)).text
    assert "Akkoord zonder bespreking." in afgedaan
    assert "Hamerstukken</h1>" not in afgedaan
    alleen_wachtend = paula.get(url("overleg_scherm_punt", overleg.pk, wacht.pk)).text
    assert ">Akkoord<" not in alleen_wachtend


def test_wat_een_vorig_overleg_over_het_dossier_besloot(cast: Cast) -> None:
    paula, dossier = cast.paula.toegang, gewogen_dossier(cast)
    punten = []
    for week in range(3):
        overleg = overleg_plannen(paula, begint_op=NU + timedelta(days=7 * week))
        punten.append(
            agendapunt_toevoegen(paula, overleg, onderwerp=f"Week {week}", dossier=dossier)
        )
    for punt in punten[:2]:
        punt.overleg = overleg_openen(paula, punt.overleg)
        agendapunt_bespreken(paula, punt, besluittekst=f"Besloten bij {punt.onderwerp}.")
    assert vorige_bespreking(paula, punten[0]) is None
    assert vorige_bespreking(paula, punten[2]) == punten[1]
