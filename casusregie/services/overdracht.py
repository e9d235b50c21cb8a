"""The work of a leaver goes to others in one deed: all of it, or nothing."""

import uuid
from collections.abc import Mapping

from casusregie.rules import overdracht as rules
from casusregie.rules.betrokken import regisseur_nu
from casusregie.selectors.casus import casus_van
from casusregie.selectors.overdracht import Werk, opvolgers, over_te_dragen
from casusregie.services.casus import regisseur_wijzigen
from convenant.enums import GEEINDIGD, Relatie
from convenant.handeling import Geweigerd, handeling
from convenant.models import Betrokkenheid, Dossier, Hoedanigheid
from convenant.rules.dicht import niet_voor_wie_het_dicht_is
from convenant.services.betrokkenheid import betrokkenheid_beeindigen, betrokkenheid_verlenen
from convenant.services.taken import taken_overdragen
from convenant.services.terughalen import terughalen_overdragen
from convenant.toegang import Toegang

NIETS = "Er is niets overgedragen. Lees bij de dossiers hieronder waarom het zo niet kan."


class NietOverdraagbaar(Geweigerd):
    """Nothing was handed over; ``redenen`` says of each dossier that stands in the way why."""

    def __init__(self, redenen: Mapping[uuid.UUID, str]) -> None:
        super().__init__(NIETS)
        self.redenen = redenen


@handeling(rules.werk_overdragen)
def werk_overdragen(
    toegang: Toegang, van: Hoedanigheid, *, keuzes: Mapping[uuid.UUID, Hoedanigheid], reden: str
) -> Hoedanigheid:
    """Give what ``van`` does in each dossier, with his open tasks, to who was chosen for it.

    Each dossier is handed over by the deeds that do that for one, so that its own log and history
    tell it. Raises ``NietOverdraagbaar`` with every reason at once when one of them refuses.
    """
    _vergrendelen(over_te_dragen(toegang, van))
    werk = over_te_dragen(toegang, van)
    if not werk:
        raise Geweigerd("Er is niets dat u kunt overdragen.")
    mogelijk = {wie.pk for wie in opvolgers(toegang, van)}
    redenen = {}
    for deel in werk:
        naar = keuzes.get(deel.dossier.pk)
        try:
            if naar is None or naar.pk not in mogelijk:
                raise Geweigerd("Kies wie dit dossier overneemt.")
            _dossier_overdragen(toegang, van, deel, naar, reden)
        except Geweigerd as weigering:
            redenen[deel.dossier.pk] = weigering.reden
    if redenen:
        raise NietOverdraagbaar(redenen)
    return van


def _vergrendelen(werk: list[Werk]) -> None:
    """Lock the dossiers before their rows, as every deed does, and in one order."""
    ids = [deel.dossier.pk for deel in werk]
    rijen = Dossier._base_manager.select_for_update().filter(pk__in=ids)
    list(rijen.only("pk").order_by("pk"))


def _dossier_overdragen(
    toegang: Toegang, van: Hoedanigheid, deel: Werk, naar: Hoedanigheid, reden: str
) -> None:
    niet_voor_wie_het_dicht_is(deel.dossier.pk, naar)
    # First the tasks: the end of an involvement would bring them to the regisseur.
    taken_overdragen(
        toegang,
        deel.dossier.pk,
        van=van.pk,
        naar=naar.pk,
        ook_adviezen=bool(deel.betrokken) and van.organisatie_id == naar.organisatie_id,
    )
    met_de_regie: tuple[str, ...] = ()
    if deel.leidt:
        _regie_overdragen(toegang, deel, naar, reden)
        met_de_regie = (Relatie.REGISSEUR, Relatie.WAARNEMER)
    for betrokkenheid in deel.betrokken:
        if betrokkenheid.permission.codename not in met_de_regie:
            _plaats_overdragen(toegang, deel, betrokkenheid, naar, reden)
    terughalen_overdragen(toegang, deel.dossier.pk, van)


def _regie_overdragen(toegang: Toegang, deel: Werk, naar: Hoedanigheid, reden: str) -> None:
    """The deputy stays, unless it is he who takes over."""
    casus = casus_van(toegang, deel.dossier)
    if casus is None:
        raise Geweigerd("U mag van dit dossier te weinig weten om een regisseur te kiezen.")
    waarnemer = deel.waarnemer
    if waarnemer is not None and waarnemer.medewerker_id == naar.medewerker_id:
        waarnemer = None
    regisseur_wijzigen(toegang, casus, regisseur=naar, waarnemer=waarnemer, reden=reden)


def _plaats_overdragen(
    toegang: Toegang, deel: Werk, oud: Betrokkenheid, naar: Hoedanigheid, reden: str
) -> None:
    """The successor comes first: what his organisation reads already is not disclosed anew."""
    relatie = Relatie(oud.permission.codename)
    if relatie == Relatie.WAARNEMER and _leidt_al(toegang, deel, naar):
        raise Geweigerd("Wie u kiest, is hier al regisseur. Kies een andere waarnemer.")
    nodig = deel.dossier.fase not in GEEINDIGD
    if nodig and not _is_er_al(toegang, oud, naar):
        betrokkenheid_verlenen(
            toegang, deel.dossier, wie=naar, relatie=relatie, reden=reden, tot=oud.tot
        )
    betrokkenheid_beeindigen(toegang, oud, reden=reden)


def _leidt_al(toegang: Toegang, deel: Werk, naar: Hoedanigheid) -> bool:
    regisseur = regisseur_nu(toegang, deel.dossier.pk)
    return regisseur is not None and regisseur.medewerker_id == naar.medewerker_id


def _is_er_al(toegang: Toegang, oud: Betrokkenheid, naar: Hoedanigheid) -> bool:
    """Whether the successor is involved in the same way already, for at least as long."""
    eigen = (
        Betrokkenheid.objects.buiten_toegang("wie al betrokken is, wordt het niet nog eens")
        .filter(Betrokkenheid.lopend_op(toegang.vandaag), permission_id=oud.permission_id)
        .filter(content_object_id=oud.content_object_id, hoedanigheid=naar)
    )
    return any(
        rij.tot is None or (oud.tot is not None and oud.tot <= rij.tot) for rij in eigen.order_by()
    )
