"""Sealing a dossier, and saying that one knows the person."""

from convenant.enums import Conflictsoort, Verzegelgrond
from convenant.models import Belangenconflict, Dossier, Verzegeling
from convenant.services.belangenconflict import belangenconflict_melden
from convenant.services.verzegeling import dossier_verzegelen
from tests.cast import Speler


def verzegeld(wie: Speler, dossier: Dossier, *ingewijden: Speler) -> Verzegeling:
    """Sealed by ``wie``, who may know of it together with these people."""
    return dossier_verzegelen(
        wie.toegang,
        dossier,
        grond=Verzegelgrond.FAMILIE,
        reden="De neef van een collega",
        ingewijden=[speler.hoedanigheid for speler in ingewijden],
    )


def kent_de_persoon(wie: Speler, dossier: Dossier) -> Belangenconflict:
    """He says so himself."""
    return belangenconflict_melden(
        wie.toegang, dossier, soort=Conflictsoort.KENT, reden="Zit bij mij op voetbal"
    )
