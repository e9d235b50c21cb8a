"""The closed lists of the Meldpunt."""

from typing import NamedTuple

from django.db import models


class Kanaal(models.TextChoices):
    """How a report reached the MAP."""

    TELEFOON = "telefoon", "telefoon"
    FORMULIER = "formulier", "formulier"
    GESPREK = "gesprek", "gesprek"
    MAIL = "mail", "e-mail"


class Meldersoort(models.TextChoices):
    """In what position the melder stands; says nothing of who it is."""

    SCHOOL = "school", "school"
    JONGERENWERK = "jongerenwerk", "jongerenwerk"
    FAMILIE = "familie", "familie of naaste"
    WIJKAGENT = "wijkagent", "wijkagent"
    BURGER = "burger", "burger"
    ZORG = "zorg", "zorg"
    SLEUTELFIGUUR = "sleutelfiguur", "sleutelfiguur"
    GEMEENTE = "gemeente", "andere afdeling van de gemeente"
    OVERIG = "overig", "anders"


class Urgentie(models.TextChoices):
    """How soon someone has to look; ``acuut`` says at once what to do."""

    LAAG = "laag", "kan wachten"
    GEWOON = "gewoon", "gewoon"
    HOOG = "hoog", "deze week"
    ACUUT = "acuut", "acuut: nu gevaar"


class Stroom(models.TextChoices):
    """Kind of extremism that the worry is about (S3); never a belief or an origin."""

    GEEN = "geen", "geen"
    JIHADISTISCH = "jihadistisch", "jihadistisch extremisme"
    LINKS = "links", "links-extremisme"
    RECHTS = "rechts", "rechts-extremisme"
    SINGLE_ISSUE = "single_issue", "single-issue-extremisme"
    ONDUIDELIJK = "onduidelijk", "onduidelijk of gemengd"


class Meldingstatus(models.TextChoices):
    """Where a report stands in the triage."""

    NIEUW = "nieuw", "nog koppelen"
    DUIDING = "duiding", "in duiding"
    TWEEDE_PERSOON = "tweede_persoon", "wacht op tweede persoon"
    AFGEHANDELD = "afgehandeld", "afgehandeld"


class Duidinguitkomst(models.TextChoices):
    """The coded outcome of the duiding."""

    ADVIES = "advies", "advies gegeven"
    GEEN_ACTIE = "geen_actie", "geen actie"
    DOORVERWEZEN = "doorverwezen", "doorverwezen naar hulp"
    ACUUT_POLITIE = "acuut_politie", "acuut naar politie"
    NAAR_WEGING = "naar_weging", "naar weging"


VRAAGT_TWEEDE_PERSOON = frozenset({Duidinguitkomst.GEEN_ACTIE, Duidinguitkomst.DOORVERWEZEN})
"""Outcomes that nobody decides alone; they come as hamerstuk on the next agenda."""


class Meldingovergang(NamedTuple):
    """One allowed step of a report in the triage."""

    van: Meldingstatus
    naar: Meldingstatus
    handeling: str


MELDINGOVERGANGEN = (
    Meldingovergang(Meldingstatus.NIEUW, Meldingstatus.DUIDING, "melding_koppelen"),
    Meldingovergang(Meldingstatus.DUIDING, Meldingstatus.AFGEHANDELD, "melding_duiden"),
    Meldingovergang(Meldingstatus.DUIDING, Meldingstatus.TWEEDE_PERSOON, "melding_duiden"),
    Meldingovergang(Meldingstatus.TWEEDE_PERSOON, Meldingstatus.AFGEHANDELD, "duiding_bevestigen"),
    Meldingovergang(Meldingstatus.TWEEDE_PERSOON, Meldingstatus.DUIDING, "duiding_terugsturen"),
)


class Persoonsrol(models.TextChoices):
    """The place of a person in a dossier; a nevenbetrokkene is nobody's suspect."""

    HOOFD = "hoofdbetrokkene", "hoofdbetrokkene"
    NEVEN = "nevenbetrokkene", "nevenbetrokkene"


class Meldingstand(models.TextChoices):
    """All that an accounthouder learns of a report after sending it."""

    ONTVANGEN = "ontvangen", "ontvangen"
    IN_BEHANDELING = "in_behandeling", "in behandeling"
    TERUGKOPPELING_GEGEVEN = "terugkoppeling_gegeven", "terugkoppeling gegeven"
