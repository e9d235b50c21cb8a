"""Steps from an established weging to an admitted casus; they call the real services."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from beoordeling.enums import Advies, Kadersoort, Wegingstatus
from beoordeling.models import Kader, Weging, Wegingsbijdrage
from casusregie.enums import Besluituitkomst, Risicogroep
from casusregie.models import Besluit, Besluitnota, Casus, Overleg
from casusregie.rules.termijnen import gewone_herbeoordeling
from casusregie.services.agenda import agenda_vullen
from casusregie.services.besluit import besluit_bevestigen, besluit_instroom_nemen
from casusregie.services.besluitnota import besluitnota_aanbieden, besluitnota_opstellen
from casusregie.services.overleg import overleg_plannen
from convenant.enums import Fase
from convenant.models import Dossier
from convenant.services.dossier import volgend_nummer
from meldpunt.enums import Kanaal, Meldersoort, Meldingstatus, Stroom
from meldpunt.models import Melding, Persoon
from tests.cast import NU, Cast

ALLEN_AANPAK = {"gemma": Advies.AANPAK, "piet": Advies.AANPAK, "olga": Advies.AANPAK}
OM_TEGEN = {**ALLEN_AANPAK, "olga": Advies.GEEN_ACTIE}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n"


def gewogen_dossier(
    cast: Cast,
    adviezen: Mapping[str, Advies] = ALLEN_AANPAK,
    *,
    moment: datetime = NU,
    status: Wegingstatus = Wegingstatus.VASTGESTELD,
) -> Dossier:
    """A dossier with one round of weighing; established: with outcome aanpak, in phase besluit.

    Written directly: the rooms before this one have their own steps and tests.
    """
    paula = cast.paula.op(moment)
    vast = status == Wegingstatus.VASTGESTELD
    dossier = Dossier(
        nummer=volgend_nummer(paula),
        fase=Fase.BESLUIT if vast else Fase.WEGING,
        fase_sinds=moment,
        geopend_op=moment - timedelta(days=14),
        gewijzigd_op=moment,
    )
    dossier.save(force_insert=True)
    persoon = Persoon(
        dossier=dossier,
        voornaam="Arjen",
        achternaam="Verzonnen",
        geboortejaar=moment.year - 22,
        toegevoegd_op=moment,
    )
    persoon.save(force_insert=True)
    _gewogen(cast, dossier, _melding(cast, dossier, persoon, moment), adviezen, moment, status)
    return dossier


def _melding(cast: Cast, dossier: Dossier, persoon: Persoon, moment: datetime) -> Melding:
    melding = Melding(
        nummer=volgend_nummer(cast.samira.op(moment), "M"),
        dossier=dossier,
        persoon=persoon,
        status=Meldingstatus.AFGEHANDELD,
        kanaal=Kanaal.TELEFOON,
        meldersoort=Meldersoort.SCHOOL,
        stroom=Stroom.SINGLE_ISSUE,
        bron=cast.organisatie("school"),
        situatieschets="De school maakt zich zorgen over uitspraken in de klas.",
        gemeld_op=moment - timedelta(days=14),
        ingevoerd_op=moment - timedelta(days=14),
        ingevoerd_door=cast.samira.hoedanigheid,
    )
    melding.save(force_insert=True)
    return melding


def _gewogen(
    cast: Cast,
    dossier: Dossier,
    melding: Melding,
    adviezen: Mapping[str, Advies],
    moment: datetime,
    status: Wegingstatus,
) -> None:
    vast = status == Wegingstatus.VASTGESTELD
    weging = Weging(
        dossier=dossier,
        melding=melding,
        kader=_kader(),
        status=status,
        gestart_op=moment - timedelta(days=7),
        gestart_door=cast.paula.hoedanigheid,
        uiterlijk=(moment + timedelta(days=1)).date(),
        gesloten_op=moment,
        uitkomst=Advies.AANPAK if vast else "",
        uitkomst_reden="De zorgen zijn duidelijk en hulp alleen is niet genoeg." if vast else "",
        vastgesteld_op=moment if vast else None,
        vastgesteld_door=cast.paula.hoedanigheid if vast else None,
    )
    weging.save(force_insert=True)
    for naam, advies in adviezen.items():
        lid = getattr(cast, naam)
        Wegingsbijdrage(
            weging=weging,
            organisatie=lid.organisatie,
            lid=lid.hoedanigheid,
            advies=advies,
            reden=f"Reden van {lid.organisatie.naam}.",
            ingediend_op=moment - timedelta(days=1),
        ).save(force_insert=True)


def _kader() -> Kader:
    kader = Kader.objects.filter(soort=Kadersoort.WEGING).first()
    return kader or Kader.objects.create(
        soort=Kadersoort.WEGING,
        versie=1,
        naam="Vragen voor de weging",
        toelichting="Voor iedereen dezelfde vragen.",
        geldig_van=NU.date() - timedelta(days=3650),
    )


def notagegevens(cast: Cast, *, moment: datetime = NU, **anders: Any) -> dict[str, Any]:
    """Everything that a nota for instroom needs."""
    return {
        "voorstel": Besluituitkomst.AANPAK,
        "risicogroep": Risicogroep.RADICALISEREND,
        "aanleiding": "De school meldde uitspraken over geweld; de weging bevestigt de zorgen.",
        "doel": "Voorkomen dat betrokkene geweld gebruikt en zorgen dat hij weer naar school gaat.",
        "proportionaliteit": "De inbreuk blijft beperkt tot wie met betrokkene werkt.",
        "subsidiariteit": "Hulp alleen via de school heeft niet gewerkt.",
        "afwijkende_adviezen": "Het afwijkende advies is besproken in het overleg.",
        "herbeoordeling_op": gewone_herbeoordeling(cast.bas.op(moment).vandaag),
        "regisseur": cast.rik.hoedanigheid,
        "waarnemer": cast.wendy.hoedanigheid,
        "voorwaarden": ["Gaat elke week naar school.", "Zes maanden geen incidenten."],
        **anders,
    }


def nota_aangeboden(
    cast: Cast, dossier: Dossier | None = None, *, moment: datetime = NU, **anders: Any
) -> Besluitnota:
    """A complete nota that lies before the beslisser."""
    bas = cast.bas.op(moment)
    _beslissers(cast)
    dossier = dossier or gewogen_dossier(cast, moment=moment)
    nota = besluitnota_opstellen(bas, dossier, **notagegevens(cast, moment=moment, **anders))
    return besluitnota_aanbieden(bas, nota)


def casus_toegelaten(
    cast: Cast,
    dossier: Dossier | None = None,
    *,
    adviezen: Mapping[str, Advies] = ALLEN_AANPAK,
    moment: datetime = NU,
    **anders: Any,
) -> Casus:
    """An admitted casus with regisseur Rik and waarnemer Wendy, in phase uitvoering."""
    dossier = dossier or gewogen_dossier(cast, adviezen, moment=moment)
    nota = nota_aangeboden(cast, dossier, moment=moment, **anders)
    besluit = besluit_instroom_nemen(
        cast.femke.op(moment),
        nota,
        uitkomst=Besluituitkomst.AANPAK,
        motivering="De zorgen wegen zwaarder.",
    )
    if besluit.tegen_advies:
        besluit_bevestigen(cast.loco.op(moment), besluit)
    return Casus.objects.voor(cast.paula.op(moment)).get(dossier_id=dossier.pk)


def besluit_wacht(cast: Cast, *, moment: datetime = NU) -> Besluit:
    """A besluit of Femke against the advice of the OM, waiting for a second person."""
    nota = nota_aangeboden(cast, gewogen_dossier(cast, OM_TEGEN, moment=moment), moment=moment)
    return besluit_instroom_nemen(
        cast.femke.op(moment),
        nota,
        uitkomst=Besluituitkomst.AANPAK,
        motivering="Het gevaar voor anderen weegt zwaarder.",
    )


def overleg_met_weging(cast: Cast, adviezen: Mapping[str, Advies] = OM_TEGEN) -> Overleg:
    """A planned meeting with one closed round of weighing on its agenda."""
    gewogen_dossier(cast, adviezen, status=Wegingstatus.GESLOTEN)
    overleg = overleg_plannen(cast.paula.toegang, begint_op=NU + timedelta(hours=1))
    return agenda_vullen(cast.paula.toegang, overleg)


def scan(naam: str = "scan.pdf", inhoud: bytes = PDF) -> SimpleUploadedFile:
    """An uploaded scan."""
    return SimpleUploadedFile(naam, inhoud, "application/pdf")


def _beslissers(cast: Cast) -> None:
    cast.femke, cast.loco, cast.paula  # noqa: B018 (naming someone makes them exist)
