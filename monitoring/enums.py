"""The closed lists of looking back."""

from django.db import models

from casusregie.enums import Leefdomein
from convenant.enums import Categorie, Organisatiesoort, Rol

LANGSTE_PERIODE_DAGEN = 3 * 366
"""The longest period of a toezichtrapport, in days."""

GEZONDHEIDSDOMEINEN = frozenset(
    {
        Leefdomein.LICHAMELIJKE_GEZONDHEID,
        Leefdomein.PSYCHISCHE_GEZONDHEID,
        Leefdomein.VERSLAVING,
    }
)
"""The life domains that tell of someone's health: kept as ``bijzonder``."""


def incidentcategorieen(soort: Organisatiesoort, rol: Rol) -> tuple[Categorie, ...]:
    """The categories in which someone of an organisation of this kind can tell of an incident.

    All that care tells is medical; a regisseur whom it employs speaks for the municipality.
    """
    if soort == Organisatiesoort.ZORG and rol == Rol.PARTNER:
        return (Categorie.MEDISCH,)
    vast = (Categorie.GEWOON, Categorie.STRAFRECHTELIJK, Categorie.BIJZONDER)
    return (*vast, Categorie.POLITIEGEGEVEN) if soort == Organisatiesoort.POLITIE else vast


class Trap(models.IntegerChoices):
    """The five steps of a life domain, from acute to self-reliant."""

    ACUUT = 1, "acuut probleem"
    NIET = 2, "niet zelfredzaam"
    BEPERKT = 3, "beperkt zelfredzaam"
    VOLDOENDE = 4, "voldoende zelfredzaam"
    VOLLEDIG = 5, "volledig zelfredzaam"


class Incidentaard(models.TextChoices):
    """What kind of incident happened."""

    GEWELD = "geweld", "geweld of bedreiging"
    STRAFBAAR = "strafbaar", "ander strafbaar feit"
    OVERTREDING = "overtreding", "overtreding van een afspraak of maatregel"
    CRISIS = "crisis", "persoonlijke crisis"
    VERMIST = "vermist", "onvindbaar of vertrokken"
    SLACHTOFFER = "slachtoffer", "slachtoffer geworden"
    ANDERS = "anders", "anders"


class Voortgangstand(models.TextChoices):
    """How an intervention goes."""

    OP_SCHEMA = "op_schema", "op schema"
    VERTRAAGD = "vertraagd", "vertraagd"
    STILGEVALLEN = "stilgevallen", "stilgevallen"
    GEREED = "gereed", "gereed"


class Rapportsoort(models.TextChoices):
    """Which report was asked for."""

    TOEZICHT = "toezicht", "toezichtrapport"
    DOSSIER = "dossier", "dossierrapport"


class Rapportstatus(models.TextChoices):
    """How far the making of a report is, and whether it may still be fetched."""

    WACHT = "wacht", "wacht op de maker"
    BEZIG = "bezig", "wordt gemaakt"
    KLAAR = "klaar", "klaar"
    MISLUKT = "mislukt", "mislukt"
    VERVALLEN = "vervallen", "vervallen"


AF = (Rapportstatus.KLAAR, Rapportstatus.VERVALLEN)
"""What is not made again, however often its task comes by."""
