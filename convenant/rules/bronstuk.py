"""What holds of everything that has a source: who puts it right, and who takes it back."""

from convenant.enums import Fase, Terughaalaanleiding
from convenant.handeling import Geweigerd
from convenant.models import Bronstuk, Dossier
from convenant.toegang import Toegang

INTREKREDENEN = {
    Terughaalaanleiding.INTREKKING.value: "Wij nemen dit zelf terug",
    Terughaalaanleiding.BEZWAAR.value: "De betrokkene maakte bezwaar en kreeg gelijk",
}
"""Why a source takes an item back: of itself, or because the person objected and was right."""


def eis_te_corrigeren(toegang: Toegang, stuk: Bronstuk) -> None:
    """Raise ``Geweigerd`` unless this asker recorded it himself, in a dossier that is open."""
    if stuk.vastgelegd_door_id != toegang.hoedanigheid_id:
        raise Geweigerd("Alleen wie dit heeft vastgelegd, kan het corrigeren.")
    if fase_van(stuk) in (Fase.GESLOTEN, Fase.AFGEDAAN):
        raise Geweigerd("Dit dossier is gesloten.")
    if stuk.ingetrokken_op is not None:
        raise Geweigerd("Dit is ingetrokken.")


def eis_in_te_trekken(toegang: Toegang, stuk: Bronstuk, wat: str = "intrekken") -> None:
    """Raise ``Geweigerd`` unless this asker speaks for the source; at any time, but once."""
    eis_namens_de_bron(toegang, stuk, wat)
    if stuk.ingetrokken_op is not None:
        raise Geweigerd("Dit is al ingetrokken.")


def fase_van(stuk: Bronstuk) -> Fase:
    """The phase of its dossier; also for who gave it as an answer, and knows no dossier."""
    if type(stuk).dossier.is_cached(stuk):
        return Fase(stuk.dossier.fase)
    dossiers = Dossier.objects.buiten_toegang(
        "de regel kent de fase, ook waar de vrager haar niet ziet"
    )
    return Fase(dossiers.values_list("fase", flat=True).get(pk=stuk.dossier_id))


def eis_namens_de_bron(toegang: Toegang, stuk: Bronstuk, wat: str) -> None:
    """Raise ``Geweigerd`` for who neither is of the source nor recorded it for the source."""
    eigen = stuk.bron_id == toegang.organisatie_id
    if not eigen and stuk.vastgelegd_door_id != toegang.hoedanigheid_id:
        raise Geweigerd(
            f"Alleen de bron ({stuk.bron.naam}), of wie het voor de bron vastlegde, kan dit {wat}."
        )
