"""The closed lists of the convenant, and the table of phases of a dossier."""

from typing import NamedTuple

from django.db import models


class Rol(models.TextChoices):
    """What someone does here. A person acts in one role at a time (see Hoedanigheid)."""

    ACCOUNTHOUDER = "accounthouder", "accounthouder"
    MAP_MEDEWERKER = "map_medewerker", "MAP-medewerker"
    PROCESREGISSEUR = "procesregisseur", "procesregisseur"
    CASUSREGISSEUR = "casusregisseur", "casusregisseur"
    LID_WEEGPLOEG = "lid_weegploeg", "lid weegploeg"
    PARTNER = "partner", "partner in de uitvoering"
    BESTUURSADVISEUR = "bestuursadviseur", "bestuursadviseur"
    BESLISSER = "beslisser", "beslisser"
    LEIDINGGEVENDE = "leidinggevende", "leidinggevende"
    LID_COMMISSIE = "lid_commissie", "lid Commissie van Toezicht"
    FG = "fg", "functionaris gegevensbescherming"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", "functioneel beheerder"
    ACCOUNTBEHEERDER = "accountbeheerder", "accountbeheerder"


class Organisatiesoort(models.TextChoices):
    """The domain an organisation works in; rules of the convenant speak of it."""

    GEMEENTE = "gemeente", "gemeente"
    POLITIE = "politie", "politie"
    OM = "om", "Openbaar Ministerie"
    ZORG = "zorg", "zorg"
    RECLASSERING = "reclassering", "reclassering"
    JEUGD = "jeugd", "jeugdbescherming"
    SCHOOL = "school", "school"
    WELZIJN = "welzijn", "welzijn en jongerenwerk"
    TOEZICHT = "toezicht", "toezicht"


class Categorie(models.TextChoices):
    """What kind of information something is; decides with role and phase who may know it."""

    IDENTITEIT = "identiteit", "wie het is"
    MELDER = "melder", "wie de melder is"
    MELDING = "melding", "inhoud van een melding"
    PROCES = "procesgegeven", "procesgegeven"
    GEWOON = "gewoon", "gewoon"
    BIJZONDER = "bijzonder", "bijzonder"
    STRAFRECHTELIJK = "strafrechtelijk", "strafrechtelijk"
    POLITIEGEGEVEN = "politiegegeven", "politiegegeven"
    MEDISCH = "medisch", "medisch"
    TECHNIEK = "techniek", "techniek"


INHOUDSCATEGORIEEN = (
    Categorie.GEWOON,
    Categorie.BIJZONDER,
    Categorie.STRAFRECHTELIJK,
    Categorie.POLITIEGEGEVEN,
    Categorie.MEDISCH,
)
"""The categories that whoever records an information item can choose from."""


class Niveau(models.IntegerChoices):
    """Level of knowing, after the national chain standard."""

    BESTAAN = 0, "alleen dat het bestaat"
    PROCES = 1, "procesgegevens"
    INHOUD = 2, "inhoud"


class Voorwaarde(models.TextChoices):
    """What must be so between asker and item, beside role and phase (deelregel of the convenant)."""

    ALTIJD = "altijd", "altijd"
    BETROKKEN = "betrokken", "betrokken bij het dossier"
    EIGEN_BRON = "eigen_bron", "betrokken, en bron is de eigen organisatie"
    BRON_IN_FASE = "bron_in_fase", "bron is de eigen organisatie"
    TOESTEMMING = "toestemming", "betrokken, en met toestemming of conflict van plichten"


class Fase(models.TextChoices):
    """Where a dossier stands in its life."""

    MELDING = "melding", "Melding"
    WEGING = "weging", "Weging"
    BESLUIT = "besluit", "Besluit"
    UITVOERING = "uitvoering", "Uitvoering"
    AFSCHALING = "afschaling", "Afschaling"
    NAZORG = "nazorg", "Nazorg"
    GESLOTEN = "gesloten", "Gesloten"
    AFGEDAAN = "afgedaan", "Afgedaan zonder aanpak"


IN_AANPAK = (Fase.UITVOERING, Fase.AFSCHALING, Fase.NAZORG)
"""The phases in which the aanpak of a case runs."""

BIJ_BESLUIT = (Fase.BESLUIT, Fase.AFSCHALING)
"""The phases in which a besluit is prepared and taken."""

PROCESBALK = (
    Fase.MELDING,
    Fase.WEGING,
    Fase.BESLUIT,
    Fase.UITVOERING,
    Fase.AFSCHALING,
    Fase.NAZORG,
)
"""The phases that the bar on top of a dossier shows, in order."""


GEEINDIGD = (Fase.GESLOTEN, Fase.AFGEDAAN)
"""The phases in which a dossier has ended."""


class Overgang(NamedTuple):
    """One allowed step of a dossier: from, to, by which deed, and whose turn it then is."""

    van: Fase
    naar: Fase
    handeling: str
    aan_zet: Rol


OVERGANGEN = (
    Overgang(Fase.MELDING, Fase.WEGING, "melding_duiden", Rol.PROCESREGISSEUR),
    Overgang(Fase.MELDING, Fase.AFGEDAAN, "melding_duiden", Rol.PROCESREGISSEUR),
    Overgang(Fase.MELDING, Fase.AFGEDAAN, "duiding_bevestigen", Rol.PROCESREGISSEUR),
    Overgang(Fase.AFGEDAAN, Fase.MELDING, "melding_koppelen", Rol.MAP_MEDEWERKER),
    Overgang(Fase.GESLOTEN, Fase.MELDING, "melding_koppelen", Rol.MAP_MEDEWERKER),
    Overgang(Fase.AFGEDAAN, Fase.MELDING, "melding_herkoppelen", Rol.MAP_MEDEWERKER),
    Overgang(Fase.GESLOTEN, Fase.MELDING, "melding_herkoppelen", Rol.MAP_MEDEWERKER),
    Overgang(Fase.MELDING, Fase.AFGEDAAN, "melding_herkoppelen", Rol.MAP_MEDEWERKER),
    Overgang(Fase.MELDING, Fase.GESLOTEN, "melding_herkoppelen", Rol.MAP_MEDEWERKER),
    Overgang(Fase.WEGING, Fase.BESLUIT, "weging_vaststellen", Rol.BESTUURSADVISEUR),
    Overgang(Fase.WEGING, Fase.AFGEDAAN, "weging_vaststellen", Rol.PROCESREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.UITVOERING, "besluit_instroom_nemen", Rol.CASUSREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.UITVOERING, "besluit_op_papier_bevestigen", Rol.CASUSREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.UITVOERING, "besluit_bevestigen", Rol.CASUSREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.AFGEDAAN, "besluit_instroom_nemen", Rol.PROCESREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.AFGEDAAN, "besluit_op_papier_bevestigen", Rol.PROCESREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.AFGEDAAN, "besluit_bevestigen", Rol.PROCESREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.WEGING, "besluit_instroom_nemen", Rol.PROCESREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.WEGING, "besluit_op_papier_bevestigen", Rol.PROCESREGISSEUR),
    Overgang(Fase.BESLUIT, Fase.WEGING, "besluit_bevestigen", Rol.PROCESREGISSEUR),
    Overgang(Fase.UITVOERING, Fase.AFSCHALING, "afschaling_voorstellen", Rol.CASUSREGISSEUR),
    Overgang(Fase.AFSCHALING, Fase.UITVOERING, "besluit_afschaling_nemen", Rol.CASUSREGISSEUR),
    Overgang(Fase.AFSCHALING, Fase.NAZORG, "besluit_afschaling_nemen", Rol.CASUSREGISSEUR),
    Overgang(Fase.NAZORG, Fase.GESLOTEN, "casus_sluiten", Rol.PROCESREGISSEUR),
    Overgang(Fase.GESLOTEN, Fase.UITVOERING, "casus_heropenen", Rol.CASUSREGISSEUR),
    Overgang(Fase.NAZORG, Fase.UITVOERING, "casus_heropenen", Rol.CASUSREGISSEUR),
)


class Convenantstatus(models.TextChoices):
    """How far a version of the convenant is."""

    CONCEPT = "concept", "concept"
    WACHT = "wacht", "wacht op tweede persoon"
    VASTGESTELD = "vastgesteld", "vastgesteld"


class Relatie(models.TextChoices):
    """How a named person is involved in a dossier; the codename of the guardian permission."""

    REGISSEUR = "regisseur", "regisseur"
    WAARNEMER = "waarnemer", "waarnemend regisseur"
    PARTNER = "uitvoerder", "partner in de uitvoering"
    LEZER = "meelezer", "meelezer"


class Logsoort(models.TextChoices):
    """What kind of event a line of the logboek tells."""

    HANDELING = "handeling", "handeling"
    INZAGE = "inzage", "inzage"
    ZOEKVRAAG = "zoekvraag", "zoekvraag"
    WEIGERING = "weigering", "geweigerd"
    AANMELDING = "aanmelding", "aanmelding"


class Taaksoort(models.TextChoices):
    """Why a task exists."""

    ACTIE = "actie", "actie"
    TERUGKOPPELING = "terugkoppeling", "terugkoppelen aan de melder"
    TWEEDE_PERSOON = "tweede_persoon", "tweede persoon gevraagd"
    WEGING = "weging", "weging invullen"
    NOTA = "nota", "besluitnota maken"
    BESLUIT = "besluit", "besluit nemen"
    INFORMEREN = "informeren", "betrokkene informeren"
    HERBEOORDELING = "herbeoordeling", "herbeoordeling"
    VASTSTELLEN = "vaststellen", "beoordeling vaststellen"
    ADVIES = "advies", "advies geven"
    PLAN = "plan", "plan van aanpak"
    HANDTEKENING = "handtekening", "handtekening loopt af"
    TERUGHALEN = "terughalen", "terughalen bevestigen"
    BEVRAGING = "bevraging", "vraag beantwoorden"
    NOODTOEGANG = "noodtoegang", "noodtoegang beoordelen"
    TOEGANGSAANVRAAG = "toegangsaanvraag", "verzoek om toegang"
    HERCERTIFICERING = "hercertificering", "rol opnieuw bevestigen"
    VEROUDERD = "verouderd", "nagaan of informatie nog klopt"
    VERNIETIGEN = "vernietigen", "informatie vernietigen"
    EMBARGO = "embargo", "embargo herzien"
    ONTZEGELEN = "ontzegelen", "ontzegelen bevestigen"
    BELANGENCONFLICT = "belangenconflict", "iemand valt weg"
    WISSEN = "wissen", "wissen bevestigen"


class Verstrekkingsoort(models.TextChoices):
    """By what deed content of one organisation came to another."""

    INFORMATIE = "informatie", "informatie vastgelegd"
    BETROKKENHEID = "betrokkenheid", "betrokken bij het dossier"
    FASE = "fase", "dossier in een volgende fase"
    WEGING = "weging", "bijdrage aan de weging"
    PLAN = "plan", "plan van aanpak vastgesteld"
    ADVIES = "advies", "stuk voor advies"
    VRIJGAVE = "vrijgave", "tekst voor de Commissie"
    BEVRAGING = "bevraging", "vraag aan een partner"
    ANTWOORD = "antwoord", "antwoord van een partner"
    TOESTEMMING = "toestemming", "zorg, met toestemming"
    CONFLICT = "conflict", "zorg, conflict van plichten"
    VERZEGELING = "verzegeling", "verzegeld dossier geopend"


VRAAG_EN_ANTWOORD = (Verstrekkingsoort.BEVRAGING, Verstrekkingsoort.ANTWOORD)
"""Of care these show only to who asked: that someone is known there is itself medical."""

ZORG_GEDEELD = (Verstrekkingsoort.TOESTEMMING, Verstrekkingsoort.CONFLICT)
"""What care shares of itself: a line that only the organisation that received it may know."""


class Zorggrond(models.TextChoices):
    """On what a care professional breaks his beroepsgeheim for one receiver (domein.md §5)."""

    TOESTEMMING = "toestemming", "toestemming van de betrokkene"
    CONFLICT = "conflict", "conflict van plichten"


class Toestemmingswijze(models.TextChoices):
    """How the betrokkene gave his consent."""

    MONDELING = "mondeling", "mondeling"
    SCHRIFTELIJK = "schriftelijk", "schriftelijk, met een scan erbij"


class Toestemmingsvraag(models.TextChoices):
    """Whether consent was asked before a conflict van plichten (KNMG)."""

    GEWEIGERD = "geweigerd", "gevraagd, en de betrokkene wil het niet"
    ONBEREIKBAAR = "onbereikbaar", "niet gevraagd: de betrokkene is niet op tijd te bereiken"
    GEVAARLIJK = "gevaarlijk", "niet gevraagd: vragen maakt het gevaar groter"


class Terughaalaanleiding(models.TextChoices):
    """Why those who received something are asked about it."""

    CORRECTIE = "correctie", "informatie gecorrigeerd"
    INTREKKING = "intrekking", "informatie ingetrokken"
    BEZWAAR = "bezwaar", "bezwaar van de betrokkene gegrond"
    EINDE = "einde", "dossier gesloten"
    WISSING = "wissing", "informatie gewist"


class Terughaaluitkomst(models.TextChoices):
    """What an organisation did with what it had received."""

    VERNIETIGD = "vernietigd", "vernietigd"
    GECORRIGEERD = "gecorrigeerd", "gecorrigeerd"
    BEWAART = "bewaart", "moet bewaren, want …"


class Noodoordeel(models.TextChoices):
    """What a second person says afterwards of a noodtoegang."""

    TERECHT = "terecht", "terecht"
    NIET_TERECHT = "niet_terecht", "niet terecht"


class Aanvraagbesluit(models.TextChoices):
    """What was decided on a request for access."""

    TOEGEKEND = "toegekend", "toegekend"
    GEWEIGERD = "geweigerd", "geweigerd"


class Embargosoort(models.TextChoices):
    """What others still know of an item under embargo: that it exists, or nothing at all."""

    ZICHTBAAR = "zichtbaar", "zichtbaar"
    VERBORGEN = "verborgen", "verborgen"


class Embargoeinde(models.TextChoices):
    """How an embargo ended."""

    OPGEHEVEN = "opgeheven", "opgeheven"
    VRIJGEGEVEN = "vrijgegeven", "vrijgegeven"
    INGETROKKEN = "ingetrokken", "informatie ingetrokken"
    VERLOPEN = "verlopen", "verlopen"


class Wisgrond(models.TextChoices):
    """Why what was recorded has to be gone altogether, also what it said first (AVG 17 lid 1)."""

    ONRECHTMATIG = "onrechtmatig", "had niet vastgelegd mogen worden"
    BEZWAAR = "bezwaar", "bezwaar van de betrokkene gegrond"
    TERMIJN = "termijn", "dag van vernietigen voorbij"


class Wisstand(models.TextChoices):
    """How far the erasing of an item is."""

    GEVRAAGD = "gevraagd", "wacht op een tweede persoon"
    GEWIST = "gewist", "gewist"
    AFGEWEZEN = "afgewezen", "niet gewist"


class Herzieningsuitkomst(models.TextChoices):
    """What a second person says of an embargo before it ends."""

    VERLENGD = "verlengd", "verlengen"
    OPGEHEVEN = "opgeheven", "opheffen"


class Verzegelgrond(models.TextChoices):
    """Why a dossier is sealed: whom it is about."""

    MEDEWERKER = "medewerker", "een medewerker"
    FAMILIE = "familie", "familie van een medewerker"
    PUBLIEK = "publiek", "een publiek persoon"


class Conflictsoort(models.TextChoices):
    """How somebody is bound to the person of a dossier."""

    KENT = "kent", "bekende, vriend of buur"
    FAMILIE = "familie", "familie of huisgenoot"
    WERK = "werk", "collega of zakelijke band"
    ANDERS = "anders", "een ander belang"
