"""The access rule gives the same answer for a list (a filter) and for one item."""

from dataclasses import dataclass
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beoordeling.enums import Informatiesoort
from beoordeling.models import Informatie
from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Rol
from convenant.gedeeld import Deling
from convenant.models import Dossier, Organisatie
from convenant.toegang import Toegang, niveau_van
from tests.cast import NU, Cast

SOORTEN = (Organisatiesoort.POLITIE, Organisatiesoort.ZORG, Organisatiesoort.GEMEENTE)


@dataclass
class Voorraad:
    """Two dossiers in each phase, with an item of each category from each organisation."""

    toegang: Toegang
    dossiers: list[Dossier]
    organisaties: list[Organisatie]
    rijen: list[Informatie]


@pytest.fixture
def voorraad(cast: Cast) -> Voorraad:
    organisaties = [Organisatie.objects.create(naam=f"Bron {s}", soort=s) for s in SOORTEN]
    dossiers = [
        Dossier(nummer=f"T-{nummer}", fase=fase, fase_sinds=NU, geopend_op=NU, gewijzigd_op=NU)
        for nummer, fase in enumerate([*Fase, *Fase])
    ]
    Dossier._base_manager.bulk_create(dossiers)
    rijen = [
        Informatie(
            dossier=dossier,
            categorie=categorie,
            bron=bron,
            soort=Informatiesoort.WAARNEMING,
            titel="x",
            gebeurd_op=NU.date(),
            vastgelegd_op=NU,
            vastgelegd_door=cast.paula.hoedanigheid,
            grondslag="x",
            doel="x",
        )
        for dossier, categorie, bron in product(dossiers, Categorie, organisaties)
    ]
    Informatie._base_manager.bulk_create(rijen)
    return Voorraad(cast.paula.toegang, dossiers, organisaties, rijen)


def verwacht(toegang: Toegang, rij: Informatie, minstens: Niveau) -> bool:
    niveau = niveau_van(
        toegang,
        categorie=rij.kenniscategorie,
        fase=Fase(rij.dossier.fase),
        dossier_id=rij.dossier_id,
        bron_id=rij.bron_id,
        stuk_id=rij.pk,
    )
    if niveau is None or niveau < minstens:
        return False
    return niveau == Niveau.INHOUD or rij.bron.soort != Organisatiesoort.ZORG


def gedeeld_door_zorg(voorraad: Voorraad) -> st.SearchStrategy[frozenset[Deling]]:
    """All that care tells in a dossier, or one item of it."""
    van_zorg = [r for r in voorraad.rijen if r.bron.soort == Organisatiesoort.ZORG]
    een = st.sampled_from(van_zorg).flatmap(
        lambda rij: st.sampled_from(
            [Deling(rij.pk, rij.dossier_id, rij.bron_id, stuk) for stuk in (None, rij.pk)]
        )
    )
    return st.frozensets(een, max_size=4)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_lijst_en_stuk_zijn_het_eens(voorraad: Voorraad, data: st.DataObject) -> None:
    organisatie = data.draw(st.sampled_from(voorraad.organisaties), label="organisatie")
    betrokken = data.draw(st.sets(st.sampled_from([d.pk for d in voorraad.dossiers])))
    basis = voorraad.toegang
    toegang = Toegang(
        medewerker_id=basis.medewerker_id,
        naam=basis.naam,
        hoedanigheid_id=basis.hoedanigheid_id,
        rol=data.draw(st.sampled_from(list(Rol)), label="rol"),
        organisatie_id=organisatie.pk,
        organisatie_naam=organisatie.naam,
        organisatiesoort=Organisatiesoort(organisatie.soort),
        moment=NU,
        betrokken=frozenset(betrokken),
        gedeeld=frozenset(
            d for d in data.draw(gedeeld_door_zorg(voorraad)) if d.dossier_id in betrokken
        ),
        regels=basis.regels,
        getekend=True,
        geldig=True,
    )
    minstens = data.draw(st.sampled_from(list(Niveau)), label="minstens")
    gezien = set(Informatie.objects.voor(toegang, minstens=minstens).values_list("pk", flat=True))
    assert gezien == {r.pk for r in voorraad.rijen if verwacht(toegang, r, minstens)}
