"""The closed lists of the case."""

from django.db import models

from beoordeling.enums import Advies


class Risicogroep(models.IntegerChoices):
    """The five risk groups of the aanpak (S2). Group 5 is nobody's suspect."""

    TERUGKEERDER = 1, "1 (potentiële) terroristen en terugkeerders"
    RONSELAAR = 2, "2 ronselaars"
    UITREIZIGER = 3, "3 (verijdelde) uitreizigers"
    RADICALISEREND = 4, "4 radicaliserend met strafbare feiten"
    FAMILIE = 5, "5 familie van uitreizigers"


class Notasoort(models.TextChoices):
    """What the beslisser is asked to decide."""

    INSTROOM = "instroom", "instroom"
    AFSCHALING = "afschaling", "afschaling"


class Notastatus(models.TextChoices):
    """Where a besluitnota stands."""

    CONCEPT = "concept", "concept"
    AANGEBODEN = "aangeboden", "aangeboden aan de beslisser"
    BESLOTEN = "besloten", "besloten"


class Besluituitkomst(models.TextChoices):
    """What the beslisser decided."""

    AANPAK = "aanpak", "opnemen in de aanpak"
    GEEN_ACTIE = "geen_actie", "niet opnemen"
    MEER_INFORMATIE = "meer_informatie", "terug naar de weging: meer informatie"
    STRAFRECHTELIJK = "strafrechtelijk", "strafrechtelijk spoor OM, niet opnemen"
    AFSCHALEN = "afschalen", "afschalen naar nazorg"
    VOORTZETTEN = "voortzetten", "de aanpak voortzetten"


UITKOMSTEN = {
    Notasoort.INSTROOM: (
        Besluituitkomst.AANPAK,
        Besluituitkomst.GEEN_ACTIE,
        Besluituitkomst.MEER_INFORMATIE,
        Besluituitkomst.STRAFRECHTELIJK,
    ),
    Notasoort.AFSCHALING: (Besluituitkomst.AFSCHALEN, Besluituitkomst.VOORTZETTEN),
}

NEGATIEF_ADVIES = frozenset({Advies.GEEN_ACTIE})
"""Instroom against one of these from any member needs a motivation and a second person."""


class Besluitstatus(models.TextChoices):
    """Whether a besluit has taken effect."""

    WACHT_OP_TWEEDE = "wacht_op_tweede", "wacht op tweede persoon"
    GENOMEN = "genomen", "genomen"
    AFGEWEZEN = "afgewezen", "niet bevestigd door tweede persoon"


class Overlegstatus(models.TextChoices):
    """Where a meeting stands."""

    GEPLAND = "gepland", "gepland"
    BEZIG = "bezig", "bezig"
    GESLOTEN = "gesloten", "gesloten"


class Puntsoort(models.TextChoices):
    """Why something is on the agenda."""

    WEGING = "weging", "weging"
    HAMERSTUK = "hamerstuk", "hamerstuk"
    HERBEOORDELING = "herbeoordeling", "herbeoordeling"
    PLAN = "plan", "plan van aanpak"
    AFSCHALING = "afschaling", "afschaling"
    PAUZE = "pauze", "pauze loopt af"
    ANDERS = "anders", "overig"


class Planbesluit(models.TextChoices):
    """What the overleg decides on a plan that was put before it."""

    VASTSTELLEN = "vaststellen", "plan vaststellen"
    TERUGSTUREN = "terugsturen", "terug naar de regisseur"
    LATER = "later", "nu nog niet beslissen"


class Puntstatus(models.TextChoices):
    """Where an agenda item stands."""

    OPEN = "open", "nog bespreken"
    BESPROKEN = "besproken", "besproken"
    DOORGESCHOVEN = "doorgeschoven", "doorgeschoven"


class Leefdomein(models.TextChoices):
    """The life domains in which goals are set and change is measured."""

    WONEN = "wonen", "Wonen"
    INKOMEN = "inkomen", "Inkomen en schulden"
    WERK_OPLEIDING = "werk_opleiding", "Werk en opleiding"
    DAGBESTEDING = "dagbesteding", "Dagbesteding"
    GEZIN = "gezin", "Gezin en familie"
    SOCIAAL_NETWERK = "sociaal_netwerk", "Sociaal netwerk"
    LICHAMELIJKE_GEZONDHEID = "lichamelijke_gezondheid", "Lichamelijke gezondheid"
    PSYCHISCHE_GEZONDHEID = "psychische_gezondheid", "Psychische gezondheid"
    VERSLAVING = "verslaving", "Verslaving"
    JUSTITIE = "justitie", "Justitie"
    MAATSCHAPPELIJKE_DEELNAME = "maatschappelijke_deelname", "Maatschappelijke deelname"
    ZINGEVING_WEERBAARHEID = "zingeving_weerbaarheid", "Weerbaarheid en ergens bij horen"


class Planstatus(models.TextChoices):
    """Where a version of the plan stands."""

    CONCEPT = "concept", "concept"
    VOORGELEGD = "voorgelegd", "voorgelegd in het overleg"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    VERVANGEN = "vervangen", "vervangen door een nieuwe versie"


class Visie(models.TextChoices):
    """What the person thinks of the plan."""

    EENS = "eens", "is het eens"
    ONEENS = "oneens", "is het niet eens"
    NOG_NIET = "nog_niet", "nog niet besproken"


class Doeluitkomst(models.TextChoices):
    """How far a goal was reached, at its evaluation."""

    BEREIKT = "bereikt", "bereikt"
    DEELS = "deels", "deels bereikt"
    NIET = "niet", "niet bereikt"


class Instrumentsoort(models.TextChoices):
    """The two kinds of instruments (S2)."""

    BEGRENZEN = "begrenzen", "begrenzen en beperken"
    BEINVLOEDEN = "beinvloeden", "beïnvloeden: zorg en hulp"


class Doelgroep(models.TextChoices):
    """For whom an instrument is meant."""

    BETROKKENE = "betrokkene", "de betrokkene"
    VERWANTEN = "verwanten", "verwanten"
    BEIDEN = "beiden", "betrokkene en verwanten"


class Gezag(models.TextChoices):
    """Who may order or offer an instrument."""

    BURGEMEESTER = "burgemeester", "burgemeester"
    MINISTER = "minister", "Minister"
    OM = "om", "Openbaar Ministerie"
    RECHTER = "rechter", "rechter"
    RECLASSERING = "reclassering", "reclassering"
    GEMEENTE = "gemeente", "gemeente"
    ZORG = "zorg", "zorg"
    SCHOOL = "school", "school"
    RVDK = "rvdk", "Raad voor de Kinderbescherming"
    LSE = "lse", "Landelijk Steunpunt Extremisme"
    JEUGDBESCHERMING = "jeugdbescherming", "jeugdbescherming"


class Interventiestatus(models.TextChoices):
    """Where an intervention of the plan stands."""

    VOORGESTELD = "voorgesteld", "voorgesteld"
    INGEZET = "ingezet", "ingezet"
    AFGEROND = "afgerond", "afgerond"
    GESTOPT = "gestopt", "gestopt"


class Reviewconclusie(models.TextChoices):
    """What a herbeoordeling concludes."""

    VOORTZETTEN = "voortzetten", "voortzetten"
    BIJSTELLEN = "bijstellen", "plan bijstellen"
    AFSCHALEN = "afschalen", "afschaling voorstellen"


class Partneradviesuitkomst(models.TextChoices):
    """What a partner advises on scaling down."""

    AFSCHALEN = "afschalen", "afschalen"
    VOORTZETTEN = "voortzetten", "voortzetten"
    GEEN_TE_DELEN = "geen_te_delen", "geen te delen informatie"


class Sluituitkomst(models.TextChoices):
    """How a case ended."""

    DOELEN_BEREIKT = "doelen_bereikt", "doelen bereikt"
    OVERGEDRAGEN = "overgedragen", "overgedragen aan reguliere hulp"
    STRAFRECHTELIJK = "strafrechtelijk", "verder in het strafrecht"
    VERTROKKEN = "vertrokken", "vertrokken uit de gemeente"
    OVERLEDEN = "overleden", "overleden"
    ONTERECHT = "onterecht", "bij nader inzien niet op zijn plaats"


class Informeerstatus(models.TextChoices):
    """Whether the person was told of the aanpak."""

    OPEN = "open", "nog informeren"
    UITGESTELD = "uitgesteld", "uitgesteld"
    GEDAAN = "gedaan", "geïnformeerd"
