"""Step 8: a measurement, an incident, progress and a review."""

from tests.reizen.stap5_regie import dag
from tests.reizen.werkplek import Reis

VOORTGANG = "Hij komt elke week en heeft een plek gekozen."
INCIDENT = "Kwam twee keer niet op een afspraak."


def meten(reis: Reis) -> None:
    """Every life domain by its description; the change is drawn."""
    for trap in ("2", "3"):
        rik = reis.rik.open_dossier().volg("monitoring:monitoring_inzien")
        rik.volg("monitoring:meting_vastleggen").vul(gemeten_op=dag(0), met_betrokkene="ja")
        rik.kies_overal("trap_", trap)
        rik.verstuur()
    rik.naar(f"/monitoring/dossier/{reis.dossier}/")
    assert rik.page.locator("main svg").count()


def incident_vastleggen(reis: Reis) -> None:
    """What happened, and what was done."""
    rik = reis.rik.volg("monitoring:incident_vastleggen")
    rik.verstuur(aard="overtreding", tekst=INCIDENT, gevolg="Gebeld en een nieuwe dag gekozen.")
    rik.naar(f"/monitoring/dossier/{reis.dossier}/").ziet(INCIDENT)


def voortgang_vertellen(reis: Reis) -> None:
    """The partner tells how the intervention goes."""
    zoe = reis.zoe.open_dossier().volg("monitoring:monitoring_inzien")
    zoe.volg("monitoring:voortgang_vastleggen").verstuur(stand="op_schema", toelichting=VOORTGANG)
    zoe.naar(f"/monitoring/dossier/{reis.dossier}/").ziet(VOORTGANG)


def herbeoordelen(reis: Reis) -> None:
    """The review concludes that scaling down may be proposed."""
    rik = reis.rik.open_dossier().volg("casusregie:herbeoordeling_vastleggen")
    rik.verstuur(
        conclusie="afschalen",
        onderbouwing="De doelen zijn bijna bereikt en er waren geen nieuwe zorgen.",
        volgende_op=dag(120),
    )
