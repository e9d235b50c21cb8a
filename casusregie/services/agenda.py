"""The agenda before the meeting: filled, added to, put in order, passed on."""

from typing import Literal

from django.db.models import Max

from casusregie.enums import Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Overleg
from casusregie.rules import overleg as rules
from casusregie.selectors.agendabronnen import kandidaten
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Dossier
from convenant.rules.dicht import verzegelde_dossiers
from convenant.toegang import Toegang


@handeling(rules.agenda_vullen)
def agenda_vullen(toegang: Toegang, overleg: Overleg) -> Overleg:
    """Put everything that waits for the overleg on the agenda, after what is there."""
    for punt in kandidaten(toegang, overleg):
        achteraan_zetten(toegang, overleg, punt)
    return overleg


@handeling(rules.agendapunt_toevoegen)
def agendapunt_toevoegen(
    toegang: Toegang, overleg: Overleg, *, onderwerp: str, dossier: Dossier | None = None
) -> Agendapunt:
    """Add an item by hand; ``onderwerp`` without names, and never about a sealed dossier."""
    if dossier is not None and dossier.pk in verzegelde_dossiers():
        raise Geweigerd("Een verzegeld dossier komt niet op de agenda van het overleg.")
    punt = Agendapunt(soort=Puntsoort.ANDERS, onderwerp=onderwerp, dossier=dossier)
    return achteraan_zetten(toegang, overleg, punt)


@handeling(rules.agendapunt_verplaatsen)
def agendapunt_verplaatsen(
    toegang: Toegang, punt: Agendapunt, *, richting: Literal["omhoog", "omlaag"]
) -> Agendapunt:
    """Change places with the item above or below; the first and the last stay."""
    punten = _punten(punt.overleg)
    buren = (
        punten.filter(volgorde__lt=punt.volgorde).order_by("-volgorde")
        if richting == "omhoog"
        else punten.filter(volgorde__gt=punt.volgorde).order_by("volgorde")
    )
    buur = buren.first()
    if buur is not None:
        punt.volgorde, buur.volgorde = buur.volgorde, punt.volgorde
        punt.save()
        buur.save()
    return punt


@handeling(rules.agendapunt_doorschuiven)
def agendapunt_doorschuiven(toegang: Toegang, punt: Agendapunt, *, reden: str) -> Agendapunt:
    """Pass the item on to the next meeting, with the reason."""
    volgend = rules.volgend_overleg(punt.overleg)
    assert volgend is not None  # noqa: S101 (the rule saw it in this transaction)
    achteraan_zetten(
        toegang,
        volgend,
        Agendapunt(
            soort=punt.soort,
            dossier_id=punt.dossier_id,
            weging_id=punt.weging_id,
            duiding_id=punt.duiding_id,
            onderwerp=punt.onderwerp,
        ),
    )
    punt.status = Puntstatus.DOORGESCHOVEN
    punt.besluittekst = reden
    punt.besproken_op = toegang.moment
    punt.versie += 1
    punt.save()
    return punt


@bouwsteen
def achteraan_zetten(toegang: Toegang, overleg: Overleg, punt: Agendapunt) -> Agendapunt:
    """Put an item at the end of the agenda."""
    laatste = _punten(overleg).aggregate(laatste=Max("volgorde"))["laatste"] or 0
    punt.overleg = overleg
    punt.volgorde = laatste + 1
    punt.vastgelegd_op = toegang.moment
    punt.save(force_insert=True)
    return punt


def _punten(overleg: Overleg):  # type: ignore[no-untyped-def]
    return Agendapunt.objects.buiten_toegang("de volgorde geldt voor de hele agenda").filter(
        overleg=overleg
    )
