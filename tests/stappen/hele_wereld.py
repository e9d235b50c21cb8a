"""The world with a row of every kind: what a test needs that looks at every table."""

from datetime import date, timedelta
from functools import cached_property

from casusregie.enums import Reviewconclusie
from casusregie.services.casus import herbeoordeling_vastleggen
from casusregie.services.plandoel import planstap_toevoegen
from meldpunt.enums import Kanaal, Meldersoort
from meldpunt.services.antwoorden import adviesvraag_beantwoorden
from tests.cast import NU
from tests.stappen import casus, meldpunt, monitoring
from tests.stappen.wereld import Wereld


def hele_wereld() -> Wereld:
    """Everything that a form asks for, and the rows that no form begins with."""
    wereld = Wereld()
    for naam in dir(Wereld):
        if isinstance(getattr(Wereld, naam), cached_property | property):
            getattr(wereld, naam)
    _van_het_meldpunt(wereld)
    _van_de_casus(wereld)
    _van_monitoring(wereld)
    return wereld


def _van_het_meldpunt(wereld: Wereld) -> None:
    meldpunt.melding_ingestuurd(wereld.cast)
    adviesvraag_beantwoorden(
        wereld.cast.samira.toegang,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        onderwerp="Hoe begin ik een gesprek over nieuws uit een oorlog?",
        advies="Stel open vragen.",
    )


def _van_de_casus(wereld: Wereld) -> None:
    straks = NU.date() + timedelta(days=90)
    doel = wereld.doel
    planstap_toevoegen(
        wereld.cast.rik.toegang,
        doel,
        omschrijving="Gesprek",
        eigenaar=wereld.cast.rik.hoedanigheid,
        uiterlijk=straks,
    )
    geopend = casus.casus_geopend(wereld.cast)
    casus.beoordeling_vastgesteld(wereld.cast, geopend)
    herbeoordeling_vastleggen(
        wereld.cast.rik.toegang,
        geopend,
        conclusie=Reviewconclusie.AFSCHALEN,
        onderbouwing="Het gaat goed",
        volgende_op=straks,
    )


def _van_monitoring(wereld: Wereld) -> None:
    rik, leo = wereld.cast.rik.toegang, wereld.cast.leo.toegang
    monitoring.meting_gedaan(rik, wereld.casus.dossier)
    monitoring.voortgang_verteld(rik, wereld.interventie_loopt)
    monitoring.toezichtrapport_gevraagd(leo, date(2026, 1, 1), NU.date())
    monitoring.dossierrapport_gevraagd(leo, wereld.casus.dossier)
