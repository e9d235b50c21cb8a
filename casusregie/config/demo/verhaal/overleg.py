"""Every Wednesday morning: the agenda, item by item, and the minutes."""

import uuid
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from beoordeling.enums import Advies
from casusregie.enums import Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Overleg
from casusregie.services.agenda import (
    agenda_vullen,
    agendapunt_doorschuiven,
    agendapunt_toevoegen,
)
from casusregie.services.overleg import (
    aanwezigheid_vastleggen,
    overleg_openen,
    overleg_plannen,
    overleg_sluiten,
)
from casusregie.services.overlegbesluit import Actie, agendapunt_bespreken, hamerstukken_afdoen

from .toneel import AMSTERDAM, Toneel, Verloop

AAN_TAFEL = ("gemma", "piet", "olga")
UITKOMSTEN = {
    Puntsoort.HERBEOORDELING: "Besproken. De regisseur legt de herbeoordeling vast.",
    Puntsoort.PLAN: "De weegploeg kan zich vinden in het plan.",
    Puntsoort.AFSCHALING: "De partners geven hun advies; daarna besluit de burgemeester.",
    Puntsoort.PAUZE: "De pauze loopt af. De regisseur gaat verder.",
    Puntsoort.ANDERS: "Geen bijzonderheden.",
}


@dataclass(frozen=True)
class Weegafspraak:
    """What the meeting will conclude on a weging."""

    uitkomst: Advies
    tekst: str


class Overlegreeks:
    """The series of meetings; knows per weging what the table will conclude."""

    def __init__(self, toneel: Toneel, weken: int) -> None:
        self.toneel = toneel
        self.eerste = self._woensdag(weken)
        self.volgende: Overleg | None = None
        self.afspraken: dict[uuid.UUID, Weegafspraak] = {}

    def verloop(self) -> Verloop:
        """Week after week up to today."""
        begin = self.eerste
        yield begin - timedelta(days=1)
        overleg = self._plannen(begin)
        while True:
            yield begin
            begin = _week_later(begin)
            self.volgende = self._plannen(begin)
            self._vergaderen(overleg)
            overleg = self.volgende

    def agenda_klaarzetten(self) -> None:
        """Fill the agenda of the meeting that comes, as it stands today."""
        if self.volgende is not None:
            agenda_vullen(self.toneel.als("paula"), self.volgende)

    def _woensdag(self, weken_geleden: int) -> datetime:
        vandaag = self.toneel.vandaag
        dag = vandaag - timedelta(days=(vandaag.weekday() - 2) % 7, weeks=weken_geleden)
        return datetime.combine(dag, time(9, 30), AMSTERDAM)

    def _plannen(self, begin: datetime) -> Overleg:
        return overleg_plannen(
            self.toneel.als("paula"), begint_op=begin, plaats="Stadhuis, kamer 2.10"
        )

    def _vergaderen(self, overleg: Overleg) -> None:
        toegang = self.toneel.als("paula")
        agenda_vullen(toegang, overleg)
        agendapunt_toevoegen(toegang, overleg, onderwerp="Rondvraag")
        overleg_openen(toegang, overleg)
        leden = [self.toneel.spelers[sleutel] for sleutel in AAN_TAFEL]
        aanwezigheid_vastleggen(toegang, overleg, aanwezig={lid.organisatie: lid for lid in leden})
        if any(punt.duiding and punt.duiding.tweede_akkoord for punt in self._open(overleg)):
            hamerstukken_afdoen(toegang, overleg)
        for punt in self._open(overleg):
            self._bespreken(punt)
        overleg_sluiten(toegang, overleg)

    def _open(self, overleg: Overleg) -> list[Agendapunt]:
        return list(
            Agendapunt.objects.voor(self.toneel.als("paula"))
            .filter(overleg=overleg, status=Puntstatus.OPEN)
            .select_related("duiding", "weging", "overleg")
            .order_by("volgorde")
        )

    def _bespreken(self, punt: Agendapunt) -> None:
        toegang = self.toneel.als("paula")
        afspraak = self.afspraken.get(punt.weging_id) if punt.weging_id else None
        if afspraak is not None:
            agendapunt_bespreken(
                toegang,
                punt,
                besluittekst=afspraak.tekst,
                uitkomst=afspraak.uitkomst,
                acties=self._acties(afspraak),
            )
        elif punt.soort in UITKOMSTEN:
            agendapunt_bespreken(toegang, punt, besluittekst=UITKOMSTEN[Puntsoort(punt.soort)])
        else:
            agendapunt_doorschuiven(toegang, punt, reden="Nog niet rijp voor bespreking.")

    def _acties(self, afspraak: Weegafspraak) -> list[Actie]:
        if afspraak.uitkomst != Advies.MEER_INFORMATIE:
            return []
        dag = (self.toneel.moment + timedelta(days=10)).date()
        return [Actie("Navraag doen voor de tweede ronde", self.toneel.spelers["piet"], dag)]


def _week_later(begin: datetime) -> datetime:
    """The same hour on the clock, also when summer time begins or ends."""
    dag = begin.astimezone(AMSTERDAM).date() + timedelta(weeks=1)
    return datetime.combine(dag, time(9, 30), AMSTERDAM)
