"""The review of a case is a task of its regisseur from the day that its date is set."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from casusregie.enums import Besluituitkomst, Reviewconclusie
from casusregie.models import Casus
from casusregie.services.besluit import besluit_afschaling_nemen
from casusregie.services.casus import herbeoordeling_vastleggen, regisseur_wijzigen
from casusregie.services.sluiten import casus_heropenen
from convenant.enums import Taaksoort
from convenant.models import Taak
from tests.cast import NU, Cast, Speler
from tests.stappen.casus import casus_geopend
from tests.stappen.wereld import Wereld

VANDAAG = NU.date()


def taken(cast: Cast, casus: Casus) -> list[Taak]:
    """The open reviews of this case."""
    rijen = Taak.objects.voor(cast.paula.toegang)
    return list(
        rijen.filter(
            dossier_id=casus.dossier_id, soort=Taaksoort.HERBEOORDELING, gereed_op__isnull=True
        )
    )


def test_een_nieuwe_casus_geeft_de_regisseur_zijn_eerste_herbeoordeling(
    cast: Cast, als: Callable[[Speler], Client]
) -> None:
    casus = casus_geopend(cast, herbeoordeling_op=VANDAAG + timedelta(days=3))
    (taak,) = taken(cast, casus)
    assert taak.is_van(cast.rik.toegang)
    assert taak.uiterlijk == casus.herbeoordeling_op
    url = reverse("casusregie:herbeoordeling_vastleggen", args=[casus.dossier_id])
    werk = als(cast.rik).get(reverse("convenant:mijn_werk"))
    assert url in {regel.url for regel in werk.context["taken_nu"]}


def test_wie_herbeoordeelt_sluit_de_taak_en_krijgt_de_volgende(cast: Cast) -> None:
    casus = casus_geopend(cast)
    (eerste,) = taken(cast, casus)
    volgende_op = VANDAAG + timedelta(days=100)
    herbeoordeling_vastleggen(
        cast.wendy.toegang,
        casus,
        conclusie=Reviewconclusie.VOORTZETTEN,
        onderbouwing="Nog nodig",
        volgende_op=volgende_op,
    )
    (tweede,) = taken(cast, casus)
    assert tweede.pk != eerste.pk
    assert tweede.uiterlijk == volgende_op
    assert tweede.is_van(cast.rik.toegang)
    eerste.refresh_from_db()
    assert eerste.uitkomst == "Herbeoordeling vastgelegd"


def test_de_taak_gaat_mee_naar_een_andere_regisseur(cast: Cast) -> None:
    casus = casus_geopend(cast)
    regisseur_wijzigen(
        cast.paula.toegang, casus, regisseur=cast.ruben.hoedanigheid, reden="Andere wijk"
    )
    (taak,) = taken(cast, casus)
    assert taak.is_van(cast.ruben.toegang)


@pytest.mark.django_db
def test_na_afschaling_is_er_geen_herbeoordeling_meer_en_na_heropenen_wel() -> None:
    wereld = Wereld()
    cast, nota = wereld.cast, wereld.nota_afschaling
    casus = Casus.objects.voor(cast.paula.toegang).get(dossier_id=nota.dossier_id)
    assert taken(cast, casus)
    besluit_afschaling_nemen(cast.femke.toegang, nota, uitkomst=Besluituitkomst.AFSCHALEN)
    assert taken(cast, casus) == []
    casus.refresh_from_db()
    casus_heropenen(
        cast.paula.toegang,
        casus,
        reden="Terugval",
        regisseur=cast.wendy.hoedanigheid,
        herbeoordeling_op=VANDAAG + timedelta(days=60),
    )
    (taak,) = taken(cast, casus)
    assert taak.is_van(cast.wendy.toegang)
    assert taak.uiterlijk == VANDAAG + timedelta(days=60)
