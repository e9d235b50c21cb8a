"""Sealing a dossier: who may know of it, named one by one, and opening it again by two persons."""

from collections.abc import Iterable

from convenant.enums import Taaksoort, Verzegelgrond
from convenant.handeling import Geweigerd, bouwsteen, handeling
from convenant.models import Dossier, Hoedanigheid, Ingewijde, Verzegeling
from convenant.rules import verzegeling as rules
from convenant.rules.ontvangers import lezers_van
from convenant.rules.termijnen import BEOORDELEN_WERKDAGEN, werkdagen_later
from convenant.services.taken import taak_zetten, taken_sluiten
from convenant.services.terughalen import terughalen_afschermen
from convenant.services.verstrekking import opening_verstrekken
from convenant.toegang import Toegang

NIET_IN_TE_WIJDEN = "Deze persoon kan niet worden ingewijd. Kies iemand anders."


@handeling(rules.dossier_verzegelen)
def dossier_verzegelen(
    toegang: Toegang,
    dossier: Dossier,
    *,
    grond: Verzegelgrond,
    reden: str,
    ingewijden: Iterable[Hoedanigheid] = (),
) -> Verzegeling:
    """From now on only these people and who seals it know of this dossier."""
    rules.nog_niet_verzegeld(dossier)
    mogelijk = set(rules.in_te_wijden(toegang, dossier.pk).values_list("pk", flat=True))
    verzegeling = Verzegeling(
        dossier=dossier,
        grond=Verzegelgrond(grond),
        reden=reden,
        verzegeld_op=toegang.moment,
        verzegeld_door_id=toegang.hoedanigheid_id,
    )
    verzegeling.save(force_insert=True)
    wie = {h.pk for h in ingewijden}
    if not wie <= mogelijk:
        raise Geweigerd(NIET_IN_TE_WIJDEN)
    for pk in [toegang.hoedanigheid_id, *sorted(wie - {toegang.hoedanigheid_id}, key=str)]:
        _inwijden(toegang, verzegeling, pk, "Genoemd bij het verzegelen")
    terughalen_afschermen(toegang, dossier.pk)
    return verzegeling


@handeling(rules.ingewijde_toevoegen)
def ingewijde_toevoegen(
    toegang: Toegang, verzegeling: Verzegeling, *, wie: Hoedanigheid, reden: str
) -> Ingewijde:
    """From now on this person knows of the dossier as well, as far as the rules let him."""
    return _erbij(toegang, verzegeling, wie, reden)


@handeling(rules.ingewijde_schrappen)
def ingewijde_schrappen(toegang: Toegang, ingewijde: Ingewijde, *, reden: str) -> Ingewijde:
    """From his next request on this person knows nothing of the dossier any more."""
    ingewijde.geschrapt_op = toegang.moment
    ingewijde.geschrapt_door_id = toegang.hoedanigheid_id
    ingewijde.schrapreden = reden
    ingewijde.save()
    terughalen_afschermen(toegang, ingewijde.dossier_id)
    return ingewijde


@handeling(rules.ontzegelen_vragen)
def ontzegelen_vragen(toegang: Toegang, verzegeling: Verzegeling, *, reden: str) -> Verzegeling:
    """Ask to open the dossier again; everyone else who looks after the seal gets a task."""
    verzegeling.gevraagd_op = toegang.moment
    verzegeling.gevraagd_door_id = toegang.hoedanigheid_id
    verzegeling.vraagreden = reden
    _bewaren(verzegeling)
    for wie in rules.andere_beheerders(verzegeling, toegang):
        taak_zetten(
            toegang,
            soort=Taaksoort.ONTZEGELEN,
            titel="Beslissen over ontzegelen",
            uiterlijk=werkdagen_later(toegang.vandaag, BEOORDELEN_WERKDAGEN),
            dossier=verzegeling.dossier,
            voor=wie,
            over=verzegeling,
        )
    return verzegeling


@handeling(rules.dossier_ontzegelen)
def dossier_ontzegelen(toegang: Toegang, verzegeling: Verzegeling) -> Verzegeling:
    """Open it again, as the second person: the convenant decides once more who knows what."""
    eerder = lezers_van(toegang, verzegeling.dossier_id)
    verzegeling.ontzegeld_op = toegang.moment
    verzegeling.ontzegeld_door_id = toegang.hoedanigheid_id
    _bewaren(verzegeling)
    opening_verstrekken(toegang, verzegeling, verzegeling.dossier, eerder)
    taken_sluiten(toegang, verzegeling, Taaksoort.ONTZEGELEN, uitkomst="Ontzegeld")
    return verzegeling


@handeling(rules.ontzegelen_afwijzen)
def ontzegelen_afwijzen(toegang: Toegang, verzegeling: Verzegeling, *, reden: str) -> Verzegeling:
    """It stays sealed; the history keeps who asked and why not."""
    verzegeling.gevraagd_op = None
    verzegeling.gevraagd_door = None
    verzegeling.vraagreden = ""
    _bewaren(verzegeling)
    taken_sluiten(toegang, verzegeling, Taaksoort.ONTZEGELEN, uitkomst=f"Blijft verzegeld: {reden}")
    return verzegeling


@handeling(rules.beheerder_aanwijzen)
def beheerder_aanwijzen(
    toegang: Toegang, verzegeling: Verzegeling, *, wie: Hoedanigheid, reden: str
) -> Ingewijde:
    """The FG names who looks after a seal that nobody is left to look after."""
    if wie.rol not in rules.BEHEERDERS:
        raise Geweigerd(NIET_IN_TE_WIJDEN)
    return _erbij(toegang, verzegeling, wie, reden)


def _erbij(toegang: Toegang, verzegeling: Verzegeling, wie: Hoedanigheid, reden: str) -> Ingewijde:
    if not rules.in_te_wijden(toegang, verzegeling.dossier_id).filter(pk=wie.pk).exists():
        raise Geweigerd(NIET_IN_TE_WIJDEN)
    eerder = lezers_van(toegang, verzegeling.dossier_id)
    ingewijde = _inwijden(toegang, verzegeling, wie.pk, reden)
    opening_verstrekken(toegang, ingewijde, verzegeling.dossier, eerder)
    return ingewijde


@bouwsteen
def _inwijden(
    toegang: Toegang, verzegeling: Verzegeling, hoedanigheid_id: object, reden: str
) -> Ingewijde:
    ingewijde = Ingewijde(
        dossier_id=verzegeling.dossier_id,
        verzegeling=verzegeling,
        hoedanigheid_id=hoedanigheid_id,
        reden=reden,
        genoemd_op=toegang.moment,
        genoemd_door_id=toegang.hoedanigheid_id,
    )
    ingewijde.save(force_insert=True)
    return ingewijde


def _bewaren(verzegeling: Verzegeling) -> None:
    verzegeling.versie += 1
    verzegeling.save()
