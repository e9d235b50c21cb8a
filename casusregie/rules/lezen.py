"""Who reads which page of the case; the pages and what points to them ask here."""

from convenant.enums import Categorie, Fase, Niveau, Rol
from convenant.models import Dossier
from convenant.regelboek import LEESROLLEN
from convenant.toegang import Toegang, niveau_van

OVERZICHTSROLLEN = (Rol.PROCESREGISSEUR, Rol.LEIDINGGEVENDE)
LIJSTROLLEN = (*OVERZICHTSROLLEN, Rol.CASUSREGISSEUR, Rol.PARTNER)
PLANROLLEN = (*LIJSTROLLEN, Rol.BESTUURSADVISEUR, Rol.BESLISSER)
KOFFERROLLEN = LEESROLLEN


def kop_van_lijst(toegang: Toegang) -> str:
    """A regisseur and a partner see their own cases; who oversees sees all."""
    return "Casussen" if toegang.is_een(*OVERZICHTSROLLEN) else "Mijn casussen"


def leest_gewoon(toegang: Toegang, dossier: Dossier) -> bool:
    """Whether this asker may read the ordinary content of the dossier: plan and exit."""
    niveau = niveau_van(
        toegang,
        categorie=Categorie.GEWOON,
        fase=Fase(dossier.fase),
        dossier_id=dossier.pk,
        vastgelegd_op=toegang.moment,
    )
    return niveau == Niveau.INHOUD
