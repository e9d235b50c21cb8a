"""What a new version opens that the one before did not, and who lets older items go with it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import product

from convenant.enums import Convenantstatus, Organisatiesoort, Rol, Voorwaarde
from convenant.handeling import Geweigerd, regel
from convenant.models import Bronbevestiging, Deelregel
from convenant.regelboek import RUIMER_DAN, Regel
from convenant.toegang import Toegang

from .convenantversie import STUREND

BRONROLLEN = (*STUREND, Rol.LID_WEEGPLOEG, Rol.PARTNER)
"""Who can speak for a source: the municipality through who steers, a partner through its people."""


@regel(*BRONROLLEN)
def verruiming_bevestigen(toegang: Toegang, deelregel: Deelregel) -> None:
    """A source confirms once, for its own items, what a version in force has opened."""
    van_gemeente = toegang.organisatiesoort == Organisatiesoort.GEMEENTE
    if van_gemeente and toegang.rol not in STUREND:
        raise Geweigerd("Namens de gemeente beslist een procesregisseur of leidinggevende.")
    regel_ = deelregel.als_regel()
    if regel_.vanaf is None or deelregel.versie.status != Convenantstatus.VASTGESTELD:
        raise Geweigerd("Deze regel opent niets nieuws.")
    if regel_.sleutel not in {r.sleutel for r in toegang.regels.regels}:
        raise Geweigerd("Deze regel geldt niet meer.")
    if not gaat_over(regel_, toegang):
        raise Geweigerd("Deze regel gaat niet over gegevens van uw organisatie.")
    if Bronbevestiging.objects.filter(
        deelregel_id=regel_.sleutel, organisatie_id=toegang.organisatie_id
    ).exists():
        raise Geweigerd("Uw organisatie heeft dit al bevestigd.")


def gaat_over(regel_: Regel, toegang: Toegang) -> bool:
    """Whether items of the asker's organisation are among those that a rule is about."""
    if regel_.bron_id is not None:
        return regel_.bron_id == toegang.organisatie_id
    return regel_.bron_soort in (None, toegang.organisatiesoort)


def wacht_op(regel_: Regel, toegang: Toegang) -> bool:
    """Whether a widening waits for the confirmation of the asker's organisation."""
    if regel_.vanaf is None or toegang.rol not in BRONROLLEN:
        return False
    if toegang.organisatiesoort == Organisatiesoort.GEMEENTE and toegang.rol not in STUREND:
        return False
    bevestigd = toegang.organisatie_id in regel_.bevestigd_door(toegang.bevestigd)
    return gaat_over(regel_, toegang) and not bevestigd


def delen(nieuw: Regel, oud: Sequence[Regel], moment: datetime) -> list[Regel]:
    """A rule of a new version, cut into what was open before it and what it opens at ``moment``.

    What was open stays as open as it was; what an earlier version opened keeps its moment and its
    confirmations; the rest holds for what is recorded from ``moment`` on.
    """
    schoon = nieuw._replace(vanaf=None, sleutel=None)
    if _gedekt(schoon, [r for r in oud if r.vanaf is None]):
        return [schoon]
    eerder = [(r.vanaf, r.sleutel) for r in oud if r.vanaf is not None and _omvat(r, schoon)]
    vanaf, sleutel = min(eerder, key=lambda grens: grens[0], default=(moment, None))
    zelf = schoon._replace(vanaf=vanaf, sleutel=sleutel)
    stukken = [zelf]
    for deel in (_doorsnede(schoon, r) for r in oud):
        if deel is not None and not any(maakt_overbodig(stuk, deel) for stuk in stukken):
            stukken.append(deel)
    return stukken


def maakt_overbodig(regel_: Regel, ander: Regel) -> bool:
    """Whether a rule gives all that another gives, from no later moment."""
    if not _omvat(regel_, ander):
        return False
    return regel_.vanaf is None or (regel_.vanaf, regel_.sleutel) == (ander.vanaf, ander.sleutel)


def _gedekt(nieuw: Regel, oud: Sequence[Regel]) -> bool:
    """Whether these rules together give all that a new one gives."""
    return all(
        any(
            r.is_voor(nieuw.rol, soort)
            and categorie in r.categorieen
            and fase in r.fasen
            and r.niveau >= nieuw.niveau
            and r.is_minstens_zo_ruim(nieuw.voorwaarde)
            and _zelfde_of_elke_bron(r, nieuw)
            for r in oud
        )
        for soort, categorie, fase in product(
            nieuw.soorten or Organisatiesoort, nieuw.categorieen, nieuw.fasen
        )
    )


def _omvat(ruim: Regel, nauw: Regel) -> bool:
    """Whether one rule alone gives all that another gives."""
    return (
        ruim.rol == nauw.rol
        and set(ruim.categorieen) >= set(nauw.categorieen)
        and set(ruim.fasen) >= set(nauw.fasen)
        and set(ruim.soorten or Organisatiesoort) >= set(nauw.soorten or Organisatiesoort)
        and ruim.niveau >= nauw.niveau
        and ruim.is_minstens_zo_ruim(nauw.voorwaarde)
        and _zelfde_of_elke_bron(ruim, nauw)
    )


def _zelfde_of_elke_bron(ruim: Regel, nauw: Regel) -> bool:
    zelfde = (ruim.bron_id, ruim.bron_soort) == (nauw.bron_id, nauw.bron_soort)
    return ruim.van_elke_bron or zelfde


def _doorsnede(nieuw: Regel, oud: Regel) -> Regel | None:
    """What both rules give, with the moment of the older; ``None`` when that is nothing.

    Of a source by name and one by kind nothing is taken to be common: that gives too little
    rather than too much.
    """
    categorieen = tuple(c for c in nieuw.categorieen if c in oud.categorieen)
    fasen = tuple(f for f in nieuw.fasen if f in oud.fasen)
    soorten = nieuw.soorten or oud.soorten
    if oud.soorten:
        soorten = tuple(s for s in soorten if s in oud.soorten)
    bron = nieuw if oud.van_elke_bron else oud
    samen = nieuw.van_elke_bron or _zelfde_of_elke_bron(oud, nieuw)
    leeg = not categorieen or not fasen or (not soorten and bool(nieuw.soorten or oud.soorten))
    voorwaarde = _beide(nieuw.voorwaarde, oud.voorwaarde)
    if nieuw.rol != oud.rol or leeg or not samen or voorwaarde is None:
        return None
    return nieuw._replace(
        categorieen=categorieen,
        fasen=fasen,
        soorten=soorten,
        niveau=min(nieuw.niveau, oud.niveau),
        voorwaarde=voorwaarde,
        bron_id=bron.bron_id,
        bron_soort=bron.bron_soort,
        vanaf=oud.vanaf,
        sleutel=oud.sleutel,
    )


def _beide(een: Voorwaarde, ander: Voorwaarde) -> Voorwaarde | None:
    """The condition that holds when both do; ``None``: they never do, as own and shared."""
    samen = RUIMER_DAN[een] & RUIMER_DAN[ander]
    return next((v for v in Voorwaarde if RUIMER_DAN[v] == samen), None)
