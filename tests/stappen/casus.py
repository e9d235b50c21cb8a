"""Steps of a story in a running case: each calls the real services."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from beoordeling.enums import Aanleiding, Beoordelingstatus
from beoordeling.models import Beoordeling, Kader
from beoordeling.services.kader import kaders_laden
from casusregie.enums import Besluitstatus, Besluituitkomst, Leefdomein, Notasoort, Notastatus
from casusregie.models import (
    Besluit,
    Besluitnota,
    Casus,
    Instrument,
    Interventie,
    Plan,
    Plandoel,
    Randvoorwaarde,
    Uitstroomvoorwaarde,
)
from casusregie.services.afschaling import uitstroomvoorwaarde_afvinken
from casusregie.services.casus import casus_openen
from casusregie.services.interventie import (
    instemming_vastleggen,
    interventie_voorstellen,
    randvoorwaarden_invullen,
)
from casusregie.services.koffer import koffer_laden
from casusregie.services.plan import plan_opstellen, plan_vaststellen, plan_voorleggen
from casusregie.services.plandoel import plandoel_toevoegen
from convenant.enums import Fase, Relatie
from convenant.models import Dossier, Taak
from convenant.models.geschiedenis import Lopend, lopende_handeling
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.dossier import volgend_nummer
from convenant.toegang import Toegang
from meldpunt.enums import Persoonsrol
from meldpunt.models import Persoon
from tests.cast import NU, Cast, Speler

VOLWASSEN = date(2001, 5, 4)
VOORWAARDEN = ("Heeft werk of een opleiding", "Geen contact meer met de ronselaar")


@contextmanager
def tijdens(toegang: Toegang, naam: str) -> Iterator[None]:
    """Run building blocks as part of the deed ``naam``."""
    token = lopende_handeling.set(Lopend(toegang, naam))
    try:
        yield
    finally:
        lopende_handeling.reset(token)


def casus_geopend(
    cast: Cast,
    *,
    geboren: date = VOLWASSEN,
    regisseur: str = "rik",
    waarnemer: str = "wendy",
    herbeoordeling_op: date | None = None,
) -> Casus:
    """A dossier in uitvoering with its person, besluit and case; Rik leads, Wendy deputises."""
    dossier = Dossier(
        nummer=volgend_nummer(cast.paula.toegang),
        fase=Fase.UITVOERING,
        fase_sinds=NU,
        geopend_op=NU,
        gewijzigd_op=NU,
    )
    dossier.save()
    Persoon(
        dossier=dossier,
        rol=Persoonsrol.HOOFD,
        voornaam="Aad",
        achternaam="Voorbeeld",
        geboortedatum=geboren,
        telefoon="020 555 0142",
        toegevoegd_op=NU,
    ).save()
    nota = Besluitnota(
        dossier=dossier,
        soort=Notasoort.INSTROOM,
        status=Notastatus.BESLOTEN,
        voorstel=Besluituitkomst.AANPAK,
        risicogroep=4,
        aanleiding="Melding van school",
        doel="Weer naar school",
        proportionaliteit="Niet zwaarder dan nodig",
        subsidiariteit="Lichter hielp niet",
        herbeoordeling_op=herbeoordeling_op or NU.date() + timedelta(days=180),
        regisseur=getattr(cast, regisseur).hoedanigheid,
        waarnemer=getattr(cast, waarnemer).hoedanigheid,
        opgesteld_door=cast.bas.hoedanigheid,
        opgesteld_op=NU,
    )
    nota.save()
    for volgorde, omschrijving in enumerate(VOORWAARDEN, start=1):
        Uitstroomvoorwaarde(
            dossier=dossier, nota=nota, volgorde=volgorde, omschrijving=omschrijving
        ).save()
    besluit = Besluit(
        dossier=dossier,
        nota=nota,
        uitkomst=Besluituitkomst.AANPAK,
        status=Besluitstatus.GENOMEN,
        genomen_op=NU,
        genomen_door=cast.femke.hoedanigheid,
        ingevoerd_door=cast.femke.hoedanigheid,
    )
    besluit.save()
    femke = cast.femke.toegang
    with tijdens(femke, "besluit_instroom_nemen"):
        return casus_openen(femke, besluit, nota)


def partner_betrokken(cast: Cast, casus: Casus, partner: Speler) -> None:
    """Someone of a partner organisation joins the case."""
    betrokkenheid_verlenen(
        cast.rik.toegang,
        casus.dossier,
        wie=partner.hoedanigheid,
        relatie=Relatie.PARTNER,
        reden="Voert een deel van het plan uit",
    )


def doel_gesteld(cast: Cast, plan: Plan, **gegevens: object) -> Plandoel:
    """A goal about work in a draft."""
    standaard: dict[str, object] = {
        "leefdomein": Leefdomein.WERK_OPLEIDING,
        "omschrijving": "Gaat naar een leerwerkplek",
        "meetbaar": "Vier dagen per week aanwezig",
        "uiterlijk": NU.date() + timedelta(days=90),
    }
    return plandoel_toevoegen(cast.rik.toegang, plan, **(standaard | gegevens))


def plan_met_doel(cast: Cast, casus: Casus) -> tuple[Plan, Plandoel]:
    """A draft plan with one goal."""
    plan = plan_opstellen(cast.rik.toegang, casus)
    return plan, doel_gesteld(cast, plan)


def plan_vastgesteld(cast: Cast, casus: Casus) -> tuple[Plan, Plandoel]:
    """A plan that Rik made and Paula established."""
    plan, doel = plan_met_doel(cast, casus)
    plan = plan_voorleggen(cast.rik.toegang, plan)
    plan = plan_vaststellen(cast.paula.toegang, plan)
    doel.plan = plan
    return plan, doel


def instrument(code: str) -> Instrument:
    """An entry of the koffer as it is shipped."""
    if not Instrument.objects.exists():
        koffer_laden()
    return Instrument.objects.get(code=code)


def interventie_voorbereid(cast: Cast, doel: Plandoel, code: str) -> Interventie:
    """An intervention with every precondition ticked, and agreement where it is voluntary."""
    rik = cast.rik.toegang
    interventie = interventie_voorstellen(rik, doel, instrument=instrument(code))
    rijen = Randvoorwaarde.objects.voor(rik).filter(interventie=interventie)
    antwoorden = {rij.pk: (True, "Besproken en vastgelegd") for rij in rijen}
    interventie = randvoorwaarden_invullen(rik, interventie, antwoorden=antwoorden)
    if interventie.instrument.vrijwillig:
        interventie = instemming_vastleggen(
            rik, interventie, instemming_op=NU.date(), instemming_toelichting="Zei ja in gesprek"
        )
    return interventie


def beoordeling_vastgesteld(cast: Cast, casus: Casus, dagen_geleden: int = 10) -> Beoordeling:
    """An established assessment of some days ago, without answers."""
    if not Kader.objects.exists():
        kaders_laden()
    beoordeling = Beoordeling(
        dossier=casus.dossier,
        kader=Kader.objects.filter(soort="beoordeling").latest("versie"),
        aanleiding=Aanleiding.AFSCHALING,
        status=Beoordelingstatus.VASTGESTELD,
        opgesteld_door=cast.rik.hoedanigheid,
        gestart_op=NU - timedelta(days=dagen_geleden + 1),
        vastgesteld_op=NU - timedelta(days=dagen_geleden),
        vastgesteld_door=cast.paula.hoedanigheid,
    )
    beoordeling.save()
    return beoordeling


def taken_gedaan(cast: Cast, casus: Casus) -> None:
    """All work in the case is done, each task closed as by its own deed."""
    Taak.objects.voor(cast.rik.toegang).filter(
        dossier_id=casus.dossier_id, gereed_op__isnull=True
    ).update(gereed_op=NU, gereed_door=cast.rik.hoedanigheid, uitkomst="Klaar")


def voorwaarden_gehaald(cast: Cast, casus: Casus) -> None:
    """Every exit condition is reached."""
    rik = cast.rik.toegang
    for voorwaarde in Uitstroomvoorwaarde.objects.voor(rik).filter(dossier_id=casus.dossier_id):
        uitstroomvoorwaarde_afvinken(
            rik, voorwaarde, gehaald_op=NU.date(), gehaald_toelichting="Gezien bij bezoek"
        )
