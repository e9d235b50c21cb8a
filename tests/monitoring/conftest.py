"""A dossier whose aanpak runs, with what looking back needs of the earlier rooms."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from beoordeling.enums import Advies, Kadersoort, Wegingstatus
from beoordeling.models import Informatie, Kader, Weging, Wegingsbijdrage
from casusregie.enums import (
    Besluitstatus,
    Besluituitkomst,
    Interventiestatus,
    Leefdomein,
    Notasoort,
    Notastatus,
    Planstatus,
    Risicogroep,
)
from casusregie.models import Besluit, Besluitnota, Casus, Instrument, Interventie, Plan, Plandoel
from convenant.enums import Fase, Relatie
from convenant.models import Dossier
from convenant.services.betrokkenheid import betrokkenheid_verlenen
from convenant.services.dossier import volgend_nummer
from meldpunt.enums import Kanaal, Meldersoort, Meldingstatus, Stroom
from meldpunt.models import Melding, Persoon
from tests.cast import NU, Cast, Speler


@dataclass
class Aanpak:
    """What hangs on the dossier of these tests."""

    dossier: Dossier
    casus: Casus
    interventie: Interventie
    informatie: Informatie


def maak_dossier(cast: Cast, fase: Fase = Fase.UITVOERING) -> Dossier:
    """A bare dossier with a hoofdbetrokkene and one report of 90 days ago."""
    toen = NU - timedelta(days=90)
    dossier = Dossier(
        nummer=volgend_nummer(cast.paula.toegang),
        fase=fase,
        fase_sinds=NU,
        geopend_op=toen,
        gewijzigd_op=NU,
    )
    dossier.save()
    persoon = Persoon(
        dossier=dossier,
        voornaam="Zoë",
        achternaam="Verzonnen-Duin",
        roepnamen="Zo, Duintje",
        geboortedatum=date(2004, 3, 9),
        toegevoegd_op=toen,
    )
    persoon.save()
    Melding(
        nummer=volgend_nummer(cast.paula.toegang, "M"),
        dossier=dossier,
        persoon=persoon,
        status=Meldingstatus.AFGEHANDELD,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        bron=cast.organisatie("school"),
        stroom=Stroom.RECHTS,
        situatieschets="Zorgen over Zoë.",
        gemeld_op=toen,
        ingevoerd_op=toen,
        ingevoerd_door=cast.samira.hoedanigheid,
    ).save()
    return dossier


def maak_weging(cast: Cast, dossier: Dossier, *adviezen: Advies) -> Weging:
    """An established weging with an advice per member of the weegploeg."""
    weging = Weging(
        dossier=dossier,
        melding=Melding.objects.voor(cast.paula.toegang).get(dossier=dossier),
        kader=Kader.objects.get(soort=Kadersoort.WEGING),
        status=Wegingstatus.VASTGESTELD,
        gestart_op=NU - timedelta(days=80),
        gestart_door=cast.paula.hoedanigheid,
        uiterlijk=(NU - timedelta(days=70)).date(),
        gesloten_op=NU - timedelta(days=72),
        uitkomst=Advies.AANPAK,
        uitkomst_reden="Zoë heeft hulp nodig.",
        vastgesteld_op=NU - timedelta(days=71),
        vastgesteld_door=cast.paula.hoedanigheid,
    )
    weging.save()
    for lid, advies in zip(cast.weegploeg(), adviezen, strict=False):
        Wegingsbijdrage(
            weging=weging,
            organisatie=lid.organisatie,
            lid=lid.hoedanigheid,
            advies=advies,
            reden="Zoë is bekend.",
            ingediend_op=NU - timedelta(days=73),
        ).save()
    return weging


def maak_casus(cast: Cast, dossier: Dossier, *adviezen: Advies) -> Casus:
    """The admission: weging, nota, besluit and casus, 60 days ago."""
    weging = maak_weging(cast, dossier, *(adviezen or (Advies.AANPAK,) * 3))
    nota = Besluitnota(
        dossier=dossier,
        soort=Notasoort.INSTROOM,
        status=Notastatus.BESLOTEN,
        weging=weging,
        voorstel=Besluituitkomst.AANPAK,
        opgesteld_door=cast.bas.hoedanigheid,
        opgesteld_op=NU - timedelta(days=65),
    )
    nota.save()
    besluit = Besluit(
        dossier=dossier,
        nota=nota,
        uitkomst=Besluituitkomst.AANPAK,
        status=Besluitstatus.GENOMEN,
        genomen_op=NU - timedelta(days=60),
        genomen_door=cast.femke.hoedanigheid,
        ingevoerd_door=cast.femke.hoedanigheid,
        tegen_advies=Advies.GEEN_ACTIE in adviezen,
    )
    besluit.save()
    casus = Casus(
        dossier=dossier,
        risicogroep=Risicogroep.RADICALISEREND,
        besluit=besluit,
        geopend_op=NU - timedelta(days=60),
        herbeoordeling_op=date(2027, 3, 1),
    )
    casus.save()
    return casus


def betrek(cast: Cast, dossier: Dossier, wie: Speler, relatie: Relatie) -> None:
    """Involve someone from today."""
    betrokkenheid_verlenen(
        cast.paula.toegang, dossier, wie=wie.hoedanigheid, relatie=relatie, reden="Werkt mee"
    )


def maak_interventie(cast: Cast, dossier: Dossier) -> Interventie:
    """A running intervention in an established plan."""
    rik = cast.rik.hoedanigheid
    plan = Plan(
        dossier=dossier,
        nummer=1,
        status=Planstatus.VASTGESTELD,
        opgesteld_door=rik,
        opgesteld_op=NU,
        vastgesteld_op=NU,
        vastgesteld_door=rik,
    )
    plan.save()
    doel = Plandoel(
        dossier=dossier,
        plan=plan,
        leefdomein=Leefdomein.WERK_OPLEIDING,
        omschrijving="Volgt een opleiding",
        meetbaar="Is vier dagen per week op school",
        uiterlijk=date(2027, 3, 1),
    )
    doel.save()
    interventie = Interventie(
        dossier=dossier,
        doel=doel,
        instrument=Instrument.objects.order_by("code").first(),
        status=Interventiestatus.INGEZET,
        voorgesteld_op=NU,
        voorgesteld_door=rik,
        ingezet_op=NU,
        van=NU.date(),
    )
    interventie.save()
    return interventie


@pytest.fixture
def aanpak(cast: Cast) -> Aanpak:
    """A dossier in uitvoering with Rik as regisseur, and Zoë (care) and Ron as partners."""
    dossier = maak_dossier(cast)
    casus = maak_casus(cast, dossier)
    betrek(cast, dossier, cast.rik, Relatie.REGISSEUR)
    betrek(cast, dossier, cast.ron, Relatie.PARTNER)
    betrek(cast, dossier, cast.zoe, Relatie.PARTNER)
    informatie = Informatie(
        dossier=dossier,
        bron=cast.organisatie("gemeente"),
        soort="contact",
        titel="Gesprek over werk",
        tekst="Zoë wil bij de fietsenmaker beginnen.",
        gebeurd_op=NU.date(),
        vastgelegd_op=NU,
        vastgelegd_door=cast.rik.hoedanigheid,
        grondslag="Gemeentewet 172",
        doel="Plan van aanpak",
    )
    informatie.save()
    return Aanpak(dossier, casus, maak_interventie(cast, dossier), informatie)
