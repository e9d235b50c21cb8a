"""The weegploeg answers, each for itself."""

from beoordeling.enums import Advies, Weegwaarde
from beoordeling.models import Indicator, Weging, Wegingsbijdrage
from beoordeling.services.bijdrage import Gegeven, wegingsbijdrage_indienen

from .teksten import teksten
from .toneel import Toneel

LEDEN = {"gemeente": "gemma", "politie": "piet", "om": "olga"}
WAARDEN = (
    Weegwaarde.DUIDELIJK,
    Weegwaarde.ENIGSZINS,
    Weegwaarde.AFWEZIG,
    Weegwaarde.ENIGSZINS,
    Weegwaarde.ONBEKEND,
)


def bijdragen(toneel: Toneel, weging: Weging, organisatie: str, advies: Advies) -> None:
    """One member answers every question and advises, with the reason from the texts."""
    toegang = toneel.als(LEDEN[organisatie])
    bijdrage = Wegingsbijdrage.objects.voor(toegang).get(
        weging=weging, organisatie_id=toegang.organisatie_id
    )
    vragen = Indicator.objects.filter(deel__kader_id=weging.kader_id).order_by("code")
    geen_te_delen = organisatie == "om" and toneel.toeval.random() < 0.5
    antwoorden = {
        vraag.pk: Gegeven(Weegwaarde.GEEN_TE_DELEN)
        if geen_te_delen and plek > 9
        else Gegeven(toneel.toeval.choice(WAARDEN))
        for plek, vraag in enumerate(vragen)
    }
    wegingsbijdrage_indienen(
        toegang, bijdrage, antwoorden=antwoorden, advies=advies, reden=_reden(organisatie, advies)
    )


def _reden(organisatie: str, advies: Advies) -> str:
    passend = [r for r in teksten()["advies"] if r["uitkomst"] == advies]
    eigen = [r for r in passend if r["organisatie"] == organisatie]
    return str((eigen or passend)[0]["reden"])
