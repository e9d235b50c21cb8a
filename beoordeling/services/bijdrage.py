"""What a member of the weegploeg writes: answers and an advice, kept as draft and handed in."""

import uuid
from collections.abc import Collection, Mapping
from typing import NamedTuple

from beoordeling.enums import Advies, Weegwaarde
from beoordeling.models import Indicator, Wegingsantwoord, Wegingsbijdrage
from beoordeling.rules import weging as rules
from beoordeling.rules.bewijs import te_bewaren_bewijs
from beoordeling.services.weging import ronde_sluiten
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd, handeling
from convenant.services.dossier import dossier_bijwerken
from convenant.services.taken import taken_sluiten
from convenant.toegang import Toegang


class Gegeven(NamedTuple):
    """The answer to one question: a Weegwaarde and words to it."""

    waarde: str
    toelichting: str = ""


type Antwoorden = Mapping[uuid.UUID, Gegeven]


@handeling(rules.wegingsbijdrage_bewaren)
def wegingsbijdrage_bewaren(
    toegang: Toegang,
    bijdrage: Wegingsbijdrage,
    *,
    antwoorden: Antwoorden,
    advies: str = "",
    reden: str = "",
    bewijs: Collection[uuid.UUID] = (),
) -> Wegingsbijdrage:
    """Keep a draft that nobody outside the own organisation sees; ``antwoorden`` by question id."""
    return _schrijven(toegang, bijdrage, antwoorden, advies, reden, bewijs)


@handeling(rules.wegingsbijdrage_indienen)
def wegingsbijdrage_indienen(
    toegang: Toegang,
    bijdrage: Wegingsbijdrage,
    *,
    antwoorden: Antwoorden,
    advies: str,
    reden: str,
    bewijs: Collection[uuid.UUID] = (),
) -> Wegingsbijdrage:
    """Hand in; the last one in closes the round.

    Raises ``Geweigerd`` while a question has no answer, or without an advice and its reason.
    """
    if not advies or not reden.strip():
        raise Geweigerd("Geef een advies met een reden die de anderen mogen lezen.")
    _schrijven(toegang, bijdrage, antwoorden, advies, reden, bewijs)
    open_vragen = _aantal_open(bijdrage)
    if open_vragen:
        raise Geweigerd(
            f"Er zijn nog {open_vragen} vragen zonder antwoord. 'Onbekend' en 'geen te delen "
            "informatie' zijn ook een antwoord."
        )
    bijdrage.ingediend_op = toegang.moment
    bijdrage.lid_id = toegang.hoedanigheid_id
    bijdrage.save()
    taken_sluiten(toegang, bijdrage, Taaksoort.WEGING, uitkomst="Ingediend.")
    if not _wacht_op_anderen(bijdrage):
        ronde_sluiten(toegang, bijdrage.weging)
    dossier_bijwerken(toegang, bijdrage.dossier_id)
    return bijdrage


def _schrijven(
    toegang: Toegang,
    bijdrage: Wegingsbijdrage,
    antwoorden: Antwoorden,
    advies: str,
    reden: str,
    bewijs: Collection[uuid.UUID],
) -> Wegingsbijdrage:
    bijdrage.advies = Advies(advies) if advies else ""
    bijdrage.reden = reden
    bijdrage.bewijs = te_bewaren_bewijs(toegang, bijdrage.dossier_id, bewijs, eerst=bijdrage.bewijs)
    bijdrage.lid_id = toegang.hoedanigheid_id
    bijdrage.versie += 1
    bijdrage.save()
    bestaand = {rij.vraag_id: rij for rij in _antwoorden(bijdrage)}
    vragen = set(
        Indicator.objects.filter(deel__kader_id=bijdrage.weging.kader_id).values_list(
            "pk", flat=True
        )
    )
    for vraag_id, gegeven in antwoorden.items():
        if vraag_id in vragen and gegeven.waarde:
            _antwoord_zetten(bijdrage, vraag_id, gegeven, bestaand.get(vraag_id))
    return bijdrage


def _antwoord_zetten(
    bijdrage: Wegingsbijdrage,
    vraag_id: uuid.UUID,
    gegeven: Gegeven,
    rij: Wegingsantwoord | None,
) -> None:
    nieuw = rij is None
    rij = rij or Wegingsantwoord(bijdrage=bijdrage, vraag_id=vraag_id)
    if not nieuw and (rij.waarde, rij.toelichting) == gegeven:
        return
    rij.waarde, rij.toelichting = Weegwaarde(gegeven.waarde), gegeven.toelichting
    rij.save(force_insert=nieuw)


def _antwoorden(bijdrage: Wegingsbijdrage):  # type: ignore[no-untyped-def]
    return Wegingsantwoord.objects.buiten_toegang("de handeling schrijft alle antwoorden").filter(
        bijdrage=bijdrage
    )


def _aantal_open(bijdrage: Wegingsbijdrage) -> int:
    vragen = Indicator.objects.filter(deel__kader_id=bijdrage.weging.kader_id).count()
    return vragen - _antwoorden(bijdrage).count()


def _wacht_op_anderen(bijdrage: Wegingsbijdrage) -> bool:
    return (
        Wegingsbijdrage.objects.buiten_toegang("de laatste bijdrage sluit de ronde")
        .filter(weging_id=bijdrage.weging_id, ingediend_op__isnull=True)
        .exclude(pk=bijdrage.pk)
        .exists()
    )
