"""What the overleg decides on a plan is done to the plan, under the rules of that deed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from casusregie.enums import Planbesluit, Planstatus, Puntsoort, Puntstatus
from casusregie.models import Agendapunt, Plan
from casusregie.services.agenda import agenda_vullen
from casusregie.services.overleg import overleg_openen, overleg_plannen
from casusregie.services.overlegbesluit import agendapunt_bespreken
from casusregie.services.plan import plan_voorleggen
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd
from convenant.models import Taak
from tests.cast import NU, Cast, Speler
from tests.stappen.casus import casus_geopend, plan_met_doel

type Als = Callable[[Speler], Client]
TEKST = "De doelen zijn haalbaar."


def op_de_agenda(cast: Cast) -> tuple[Agendapunt, Plan]:
    """A plan that was put before the overleg, in a meeting that goes on."""
    assert cast.paula.hoedanigheid
    plan, _ = plan_met_doel(cast, casus_geopend(cast))
    plan = plan_voorleggen(cast.rik.toegang, plan)
    overleg = overleg_plannen(cast.paula.toegang, begint_op=NU + timedelta(hours=1))
    agenda_vullen(cast.paula.toegang, overleg)
    overleg_openen(cast.paula.toegang, overleg)
    punt = (
        Agendapunt.objects.voor(cast.paula.toegang)
        .select_related("overleg", "weging", "dossier")
        .get(soort=Puntsoort.PLAN)
    )
    return punt, plan


@pytest.mark.parametrize(
    ("uitkomst", "status"),
    [
        (Planbesluit.VASTSTELLEN, Planstatus.VASTGESTELD),
        (Planbesluit.TERUGSTUREN, Planstatus.CONCEPT),
        (Planbesluit.LATER, Planstatus.VOORGELEGD),
        ("", Planstatus.VOORGELEGD),
    ],
)
def test_het_besluit_geldt_meteen_voor_het_plan(cast: Cast, uitkomst: str, status: str) -> None:
    punt, plan = op_de_agenda(cast)
    agendapunt_bespreken(cast.paula.toegang, punt, besluittekst=TEKST, uitkomst=uitkomst)
    plan.refresh_from_db()
    assert plan.status == status
    if uitkomst == Planbesluit.TERUGSTUREN:
        taak = Taak.objects.voor(cast.rik.toegang).get(soort=Taaksoort.PLAN, object_id=plan.pk)
        assert taak.toelichting == TEKST


def test_wie_het_plan_zelf_maakte_stelt_het_ook_in_het_overleg_niet_vast(cast: Cast) -> None:
    punt, plan = op_de_agenda(cast)
    plan.opgesteld_door = cast.paula.hoedanigheid
    plan.save()
    with pytest.raises(Geweigerd, match="U maakte dit plan zelf"):
        agendapunt_bespreken(
            cast.paula.toegang, punt, besluittekst=TEKST, uitkomst=Planbesluit.VASTSTELLEN
        )
    punt.refresh_from_db()
    assert punt.status == Puntstatus.OPEN


def test_op_het_scherm_kiezen_en_lezen_waarom_niet(cast: Cast, als: Als) -> None:
    punt, plan = op_de_agenda(cast)
    paula, adres = als(cast.paula), reverse("casusregie:agendapunt_bespreken", args=[punt.pk])
    assert "plan vaststellen" in paula.get(adres).content.decode()
    gegevens = {"versie": "1", "besluittekst": TEKST}
    assert paula.post(adres, gegevens).status_code == 422
    assert paula.post(adres, gegevens | {"uitkomst": "aanpak"}).status_code == 422
    plan.opgesteld_door = cast.paula.hoedanigheid
    plan.save()
    geweigerd = paula.post(adres, gegevens | {"uitkomst": "vaststellen"})
    assert geweigerd.status_code == 422
    assert "U maakte dit plan zelf" in geweigerd.content.decode()
    plan.opgesteld_door = cast.rik.hoedanigheid
    plan.save()
    assert paula.post(adres, gegevens | {"uitkomst": "vaststellen"}).status_code == 303
    assert "plan vaststellen" not in paula.get(adres).content.decode()
    plan.refresh_from_db()
    assert plan.vastgesteld_door == cast.paula.hoedanigheid
