"""The closed lists of weighing and assessment."""

from django.db import models


class Kadersoort(models.TextChoices):
    """What a framework is for."""

    BEOORDELING = "beoordeling", "beoordeling"
    WEGING = "weging", "weging"


class Waarde(models.TextChoices):
    """How far an indicator is present. Unknown is not low; not asked is not absent."""

    AFWEZIG = "afwezig", "afwezig"
    ENIGSZINS = "enigszins", "enigszins aanwezig"
    DUIDELIJK = "duidelijk", "duidelijk aanwezig"
    ONBEKEND = "onbekend", "onbekend"
    NIET_GEVRAAGD = "niet_gevraagd", "niet gevraagd"


class Weegwaarde(models.TextChoices):
    """An answer of one organisation in the weging.

    *Geen te delen informatie* is one answer for unknown, nothing relevant and not allowed.
    """

    DUIDELIJK = "duidelijk", "ja, duidelijk"
    ENIGSZINS = "enigszins", "enigszins"
    AFWEZIG = "afwezig", "nee"
    ONBEKEND = "onbekend", "onbekend"
    NIET_GEVRAAGD = "niet_gevraagd", "niet gevraagd"
    GEEN_TE_DELEN = "geen_te_delen", "geen te delen informatie"


class Advies(models.TextChoices):
    """The advice of a member of the weegploeg, and the outcome of the weging."""

    GEEN_ACTIE = "geen_actie", "geen actie"
    MEER_INFORMATIE = "meer_informatie", "meer informatie nodig"
    AANPAK = "aanpak", "aanpak (instroom)"
    STRAFRECHTELIJK = "strafrechtelijk", "strafrechtelijk spoor OM"
    UITGESTELD = "uitgesteld", "uitgesteld"


class Wegingstatus(models.TextChoices):
    """Where a round of weighing stands."""

    OPEN = "open", "adviezen worden gegeven"
    GESLOTEN = "gesloten", "alle adviezen zijn binnen"
    VASTGESTELD = "vastgesteld", "uitkomst vastgesteld"


class Informatiesoort(models.TextChoices):
    """What an information item is."""

    CONTACT = "contact", "contactmoment"
    FEIT = "feit", "feit"
    WAARNEMING = "waarneming", "waarneming"
    DOCUMENT = "document", "document"


class Bevragingsantwoord(models.TextChoices):
    """What a partner answers; the first is one answer for unknown, nothing relevant, not allowed."""

    GEEN_TE_DELEN = "geen_te_delen", "geen te delen informatie"
    INFORMATIE = "informatie", "wij delen informatie"


class Bewijssoort(models.TextChoices):
    """What a statement rests on."""

    FEIT = "feit", "feit"
    WAARNEMING = "waarneming", "waarneming"
    INTERPRETATIE = "interpretatie", "interpretatie"
    HOREN_ZEGGEN = "horen_zeggen", "van horen zeggen"


class Betrouwbaarheid(models.TextChoices):
    """Reliability of the source of one item: it grades where information comes from, no person.

    Empty is *niet beoordeeld*.
    """

    A = "A", "bron A: betrouwbaar"
    B = "B", "bron B: meestal betrouwbaar"
    C = "C", "bron C: tamelijk betrouwbaar"
    D = "D", "bron D: meestal niet betrouwbaar"
    E = "E", "bron E: onbetrouwbaar"
    F = "F", "bron F: niet te beoordelen"


class Geloofwaardigheid(models.TextChoices):
    """Credibility of what one item says, whoever says it. Empty is *niet beoordeeld*."""

    BEVESTIGD = "1", "inhoud 1: bevestigd door een andere bron"
    WAARSCHIJNLIJK = "2", "inhoud 2: waarschijnlijk waar"
    MOGELIJK = "3", "inhoud 3: mogelijk waar"
    TWIJFEL = "4", "inhoud 4: twijfelachtig"
    ONWAARSCHIJNLIJK = "5", "inhoud 5: onwaarschijnlijk"
    ONBEPAALD = "6", "inhoud 6: niet te beoordelen"


class MagVerder(models.TextChoices):
    """Whether an item may be given further (domein.md §5)."""

    NEE = "nee", "niet verder geven"
    OVERLEG = "overleg", "verder na overleg met de bron"
    JA = "ja", "mag verder naar de partners in dit dossier"


class Aanleiding(models.TextChoices):
    """Why an assessment is made."""

    INSTROOM = "instroom", "instroom"
    PERIODIEK = "periodiek", "periodiek"
    INCIDENT = "incident", "incident"
    AFSCHALING = "afschaling", "afschaling"


class Beoordelingstatus(models.TextChoices):
    """Where an assessment stands."""

    CONCEPT = "concept", "concept"
    VOORGELEGD = "voorgelegd", "voorgelegd aan tweede persoon"
    VASTGESTELD = "vastgesteld", "vastgesteld"


class Oordeelniveau(models.TextChoices):
    """The level a person gives to a part, in words: never computed."""

    LAAG = "laag", "laag"
    MATIG = "matig", "matig"
    HOOG = "hoog", "hoog"


DEEL_BESCHERMING = "bescherming"
"""The part that is filled before any level may be given."""

DEEL_IDEOLOGIE = "ideologie"
"""The part that is left out for relatives and minors."""

ZWAAR_GENOEG = frozenset({Advies.AANPAK, Advies.STRAFRECHTELIJK})
"""Advices that are as heavy as an aanpak, or heavier."""

NEGATIEF = frozenset({Advies.GEEN_ACTIE})
"""Advices against an aanpak."""

BLIJFT_IN_WEGING = frozenset({Advies.MEER_INFORMATIE, Advies.UITGESTELD})
"""Outcomes after which a new round can be started."""

AANWEZIG = frozenset({Waarde.ENIGSZINS, Waarde.DUIDELIJK})
"""Values of an indicator that need a basis in words."""
