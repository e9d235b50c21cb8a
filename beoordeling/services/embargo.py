"""Embargo on an item of information: put on, reviewed, over, and given free."""

from datetime import date

from beoordeling.models import Informatie
from beoordeling.rules import embargo as rules
from convenant.enums import (
    Embargoeinde,
    Embargosoort,
    Herzieningsuitkomst,
    Terughaalaanleiding,
)
from convenant.handeling import Geweigerd, handeling
from convenant.models import Embargo, Hoedanigheid
from convenant.rules.embargo import is_verstrekt, wordt_teruggehaald
from convenant.services.dossier import dossier_bijwerken
from convenant.services.embargo import (
    embargo_beeindigen,
    embargo_zetten,
    herziening_vastleggen,
)
from convenant.services.terughalen import stuk_terughalen
from convenant.services.verstrekking import informatie_verstrekken
from convenant.toegang import Toegang


@handeling(rules.embargo_leggen)
def embargo_leggen(
    toegang: Toegang,
    informatie: Informatie,
    *,
    soort: str,
    tot: date,
    bewaarder: Hoedanigheid,
    reden: str,
) -> Embargo:
    """Close an item for others until a day, or hide it; a hidden one leaves the dossier as it was.

    Raises ``Geweigerd`` when others still have to answer about the item: they know of it.
    """
    verborgen = soort == Embargosoort.VERBORGEN
    if verborgen and wordt_teruggehaald(informatie.pk):
        raise Geweigerd(
            "Andere organisaties moeten nog antwoorden wat zij met deze informatie deden. "
            "Tot dan kan alleen een zichtbaar embargo."
        )
    embargo = embargo_zetten(
        toegang, informatie, soort=soort, tot=tot, bewaarder=bewaarder, reden=reden
    )
    if not verborgen:
        dossier_bijwerken(toegang, informatie.dossier_id)
    return embargo


@handeling(rules.embargo_herzien)
def embargo_herzien(
    toegang: Toegang,
    embargo: Embargo,
    *,
    uitkomst: str,
    reden: str,
    tot: date | None = None,
    bewaarder: Hoedanigheid | None = None,
) -> Embargo:
    """Prolong it with a new last day, or lift it. A hidden item stays hidden until it is released."""
    embargo = herziening_vastleggen(
        toegang,
        embargo,
        uitkomst=Herzieningsuitkomst(uitkomst),
        reden=reden,
        tot=tot,
        bewaarder=bewaarder,
    )
    if embargo.soort == Embargosoort.ZICHTBAAR:
        if embargo.einde:
            _geopend(toegang, _informatie(embargo))
        dossier_bijwerken(toegang, embargo.dossier_id)
    return embargo


@handeling(rules.informatie_vrijgeven)
def informatie_vrijgeven(toegang: Toegang, embargo: Embargo) -> Embargo:
    """End the embargo and open the item; who had it before hears now what changed meanwhile."""
    embargo = embargo_beeindigen(toegang, embargo, Embargoeinde.VRIJGEGEVEN)
    informatie = _informatie(embargo)
    if embargo.soort == Embargosoort.VERBORGEN:
        _alsnog_terughalen(toegang, informatie, embargo)
    _geopend(toegang, informatie)
    dossier_bijwerken(toegang, embargo.dossier_id)
    return embargo


@handeling(rules.embargo_laten_verlopen)
def embargo_laten_verlopen(toegang: Toegang, embargo: Embargo) -> Embargo:
    """Close a visible embargo whose last day is past; its item was open again since midnight."""
    embargo = embargo_beeindigen(toegang, embargo, Embargoeinde.VERLOPEN)
    _geopend(toegang, _informatie(embargo))
    return embargo


def _informatie(embargo: Embargo) -> Informatie:
    stukken = Informatie.objects.buiten_toegang(
        "de bron opent haar stuk, ook als zij het niet leest"
    )
    return stukken.select_related("dossier").get(pk=embargo.stuk_id)


def _geopend(toegang: Toegang, informatie: Informatie) -> None:
    """What went to others before the embargo is in the register already."""
    if informatie.ingetrokken_op is None and not is_verstrekt(informatie.pk):
        informatie_verstrekken(toegang, informatie)


def _alsnog_terughalen(toegang: Toegang, informatie: Informatie, embargo: Embargo) -> None:
    veranderd = {
        Terughaalaanleiding.WISSING: informatie.gewist_op,
        Terughaalaanleiding.INTREKKING: informatie.ingetrokken_op,
        Terughaalaanleiding.CORRECTIE: informatie.gecorrigeerd_op,
    }
    for aanleiding, moment in veranderd.items():
        if moment is not None and moment >= embargo.gelegd_op:
            stuk_terughalen(toegang, informatie, informatie.vastgelegd_op, aanleiding)
            return
