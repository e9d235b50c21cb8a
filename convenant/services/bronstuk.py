"""What a source does with everything that it told: putting it right, and taking it back."""

from collections.abc import Mapping
from typing import Any

from convenant.enums import Terughaalaanleiding
from convenant.handeling import Geweigerd, bouwsteen
from convenant.models import Bronstuk
from convenant.rules.bronstuk import INTREKREDENEN
from convenant.rules.embargo import is_verborgen
from convenant.services.dossier import dossier_bijwerken
from convenant.services.terughalen import stuk_terughalen
from convenant.toegang import Toegang


@bouwsteen
def stuk_corrigeren(toegang: Toegang, stuk: Bronstuk, *, reden: str, zo: Mapping[str, Any]) -> None:
    """Let ``zo`` stand there instead; who received it is asked what he does with what he took over.

    Of what lies under a hidden embargo they hear when it is released.
    """
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom u dit corrigeert.")
    stuk.gecorrigeerd_op = toegang.moment
    _gewijzigd(toegang, stuk, zo, Terughaalaanleiding.CORRECTIE)


@bouwsteen
def stuk_intrekken(
    toegang: Toegang, stuk: Bronstuk, *, reden: str, aanleiding: str, zo: Mapping[str, Any]
) -> None:
    """Leave ``zo`` of it, so that no page can show the rest; the history keeps the text.

    Who received it is asked to destroy what he took over, and told whether the source takes it
    back of itself or because an objection of the person is upheld (AVG 21).
    """
    if aanleiding not in INTREKREDENEN:
        raise Geweigerd("Kies waarom dit wordt ingetrokken.")
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom u dit intrekt.")
    stuk.ingetrokken_op = toegang.moment
    _gewijzigd(toegang, stuk, zo, Terughaalaanleiding(aanleiding))


def _gewijzigd(
    toegang: Toegang, stuk: Bronstuk, zo: Mapping[str, Any], aanleiding: Terughaalaanleiding
) -> None:
    for veld, waarde in zo.items():
        setattr(stuk, veld, waarde)
    stuk.versie += 1
    stuk.save()
    if is_verborgen(stuk.pk, toegang.vandaag):
        return
    stuk_terughalen(toegang, stuk, stuk.vastgelegd_op, aanleiding)
    dossier_bijwerken(toegang, stuk.dossier_id)
