"""Who prepares, leads and closes the overleg, and when."""

from django.db.models import QuerySet

from casusregie.enums import Overlegstatus, Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Overleg
from convenant.enums import Rol
from convenant.handeling import Geweigerd, regel
from convenant.rules.dicht import zonder_verzegelde
from convenant.toegang import Toegang


@regel(Rol.PROCESREGISSEUR)
def overleg_plannen(toegang: Toegang, onderwerp: None) -> None:
    """The procesregisseur plans the meetings of the series."""


@regel(Rol.PROCESREGISSEUR)
def agenda_vullen(toegang: Toegang, overleg: Overleg) -> None:
    """Items come on the agenda until the meeting is closed."""
    _niet_gesloten(overleg)


@regel(Rol.PROCESREGISSEUR)
def agendapunt_toevoegen(toegang: Toegang, overleg: Overleg) -> None:
    """Items come on the agenda until the meeting is closed."""
    _niet_gesloten(overleg)


@regel(Rol.PROCESREGISSEUR)
def agendapunt_verplaatsen(toegang: Toegang, punt: Agendapunt) -> None:
    """What was discussed keeps its place."""
    _niet_gesloten(punt.overleg)
    _nog_open(punt)


@regel(Rol.PROCESREGISSEUR)
def overleg_openen(toegang: Toegang, overleg: Overleg) -> None:
    """A planned meeting begins once, with something to discuss."""
    if overleg.status != Overlegstatus.GEPLAND:
        raise Geweigerd("Dit overleg is al begonnen.")
    if not _punten(toegang, overleg).exists():
        raise Geweigerd("De agenda is nog leeg. Vul eerst de agenda.")


@regel(Rol.PROCESREGISSEUR)
def aanwezigheid_vastleggen(toegang: Toegang, overleg: Overleg) -> None:
    """Who is at the table can change until the meeting is closed."""
    _niet_gesloten(overleg)


@regel(Rol.PROCESREGISSEUR)
def agendapunt_bespreken(toegang: Toegang, punt: Agendapunt) -> None:
    """Decisions are recorded, and corrected, while the meeting goes on."""
    _bezig(punt.overleg)
    if punt.status == Puntstatus.DOORGESCHOVEN:
        raise Geweigerd("Dit punt is doorgeschoven naar een volgend overleg.")


@regel(Rol.PROCESREGISSEUR)
def hamerstukken_afdoen(toegang: Toegang, overleg: Overleg) -> None:
    """The hamerstukken are decided together, while the meeting goes on."""
    _bezig(overleg)
    if (
        not _punten(toegang, overleg)
        .filter(soort=Puntsoort.HAMERSTUK, status=Puntstatus.OPEN)
        .exists()
    ):
        raise Geweigerd("Er zijn geen open hamerstukken.")


@regel(Rol.PROCESREGISSEUR)
def agendapunt_doorschuiven(toegang: Toegang, punt: Agendapunt) -> None:
    """What was not discussed goes to the next meeting of the series."""
    _niet_gesloten(punt.overleg)
    _nog_open(punt)
    if volgend_overleg(punt.overleg) is None:
        raise Geweigerd("Plan eerst het volgende overleg; daar komt dit punt op de agenda.")


@regel(Rol.PROCESREGISSEUR)
def overleg_sluiten(toegang: Toegang, overleg: Overleg) -> None:
    """A meeting ends when it is known who was there and what became of every item."""
    _bezig(overleg)
    open_ = _punten(toegang, overleg).filter(status=Puntstatus.OPEN).count()
    if open_:
        woord = "is 1 punt" if open_ == 1 else f"zijn {open_} punten"
        raise Geweigerd(f"Er {woord} nog open. Bespreek of verschuif wat open staat.")
    if not overleg.aanwezigheden.exists():
        raise Geweigerd("Leg eerst vast wie er aanwezig is.")


def volgend_overleg(overleg: Overleg) -> Overleg | None:
    """The next planned meeting of the same series."""
    return (
        Overleg.objects.filter(
            serie=overleg.serie, begint_op__gt=overleg.begint_op, status=Overlegstatus.GEPLAND
        )
        .order_by("begint_op")
        .first()
    )


def _punten(toegang: Toegang, overleg: Overleg) -> QuerySet[Agendapunt]:
    """What the table decides on: a sealed dossier waits until it is passed on, or open again."""
    return Agendapunt.objects.voor(zonder_verzegelde(toegang)).filter(overleg=overleg)


def _niet_gesloten(overleg: Overleg) -> None:
    if overleg.status == Overlegstatus.GESLOTEN:
        raise Geweigerd("Dit overleg is gesloten; het verslag ligt vast.")


def _bezig(overleg: Overleg) -> None:
    _niet_gesloten(overleg)
    if overleg.status != Overlegstatus.BEZIG:
        raise Geweigerd("Dit overleg is nog niet geopend. Dat doet de procesregisseur.")


def _nog_open(punt: Agendapunt) -> None:
    if punt.status != Puntstatus.OPEN:
        raise Geweigerd("Dit punt is al besproken of doorgeschoven.")
