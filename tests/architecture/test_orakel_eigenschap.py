"""In any world oracle, application and database say the same of every item.

Worlds, roles, periods and stukken are drawn by hypothesis; the rules too, in the second test: there
a second version of the convenant is in force, with the rules that were drawn.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from beoordeling.services.kader import kaders_laden
from convenant.enums import Categorie, Fase, Niveau, Rol, Voorwaarde
from convenant.regelboek import Regel
from convenant.selectors.toegang import toegang_laden
from convenant.toegang import Toegang, niveau_van
from tests.architecture.wereldgenerator import SOORTEN, Toevalswereld, wereld_gemaakt
from tests.cast import NU
from tests.orakel.gegevens import Gegeven, Kennis, Vrager
from tests.orakel.regels import Afspraak, kennis_volgens
from tests.orakel.vergelijken import Vergelijking, vergelijk, vrager
from tests.orakel.wereldbeeld import Wereldbeeld, gelezen
from tests.stappen.convenant import versie_vastgesteld

pytestmark = pytest.mark.django_db
WERELDEN, REGELTABELLEN = 10, 8
VAST = settings(
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ROLLEN_MET_REGEL = [Rol.PARTNER, Rol.LID_WEEGPLOEG, Rol.CASUSREGISSEUR]


@pytest.fixture(autouse=True)
def _op_een_dag(db: None) -> Iterator[None]:
    with time_machine.travel(NU, tick=True):
        kaders_laden()
        yield


def stukken_vergeleken(
    uitslag: Vergelijking, beeld: Wereldbeeld, toegang: Toegang, wereld: Toevalswereld
) -> None:
    """``niveau_van`` and the oracle on one item: category × dossier × source."""
    bronnen = [None, *{h.organisatie_id for h in wereld.hoedanigheden}]
    for categorie, dossier, bron in product(Categorie, wereld.dossiers, bronnen):
        gegeven = Gegeven(categorie, beeld.dossiers[dossier.pk], bron)
        orakel = beeld.kent_gegeven(vrager(toegang), gegeven)
        gezegd = niveau_van(
            toegang,
            categorie=categorie,
            fase=Fase(dossier.fase),
            dossier_id=dossier.pk,
            bron_id=bron,
        )
        uitslag.stukken += 1
        uitslag.gezien += orakel is not None
        if gezegd != orakel:
            uitslag.bevindingen.append(
                f"{toegang.rol}, {categorie}, {dossier.fase}: {gezegd} en niet {orakel}"
            )


def test_in_elke_wereld_zijn_orakel_filter_en_database_het_eens(
    record_property: Callable[[str, object], None],
) -> None:
    samen = Vergelijking()

    @settings(VAST, max_examples=WERELDEN)
    @given(data=st.data())
    def in_een_wereld(data: st.DataObject) -> None:
        uitslag = Vergelijking()
        with transaction.atomic():
            wereld = wereld_gemaakt(data)
            beeld = gelezen()
            for hoedanigheid in wereld.hoedanigheden:
                toegang = toegang_laden(hoedanigheid, NU)
                vergelijk(uitslag, beeld, toegang, str(toegang.rol))
                stukken_vergeleken(uitslag, beeld, toegang, wereld)
            transaction.set_rollback(True)
        assert uitslag.bevindingen == []
        samen.erbij(uitslag)

    in_een_wereld()
    record_property("geteld", f"{WERELDEN} werelden, {samen}")
    assert 0 < samen.gezien < samen.stukken


def deelverzameling(van: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(list(van)), min_size=1, max_size=5, unique=True).map(tuple)


REGEL = st.builds(
    Regel,
    rol=st.sampled_from(ROLLEN_MET_REGEL),
    categorieen=deelverzameling(Categorie),
    fasen=deelverzameling(Fase),
    niveau=st.sampled_from(list(Niveau)),
    artikel=st.just("0.0"),
    voorwaarde=st.sampled_from(list(Voorwaarde)),
    soorten=st.one_of(st.just(()), deelverzameling(SOORTEN)),
)


def met_bestaan(regel: Regel) -> list[Regel]:
    """Who knows a stuk knows what it hangs on (besluit 0005): the rule, and what goes with it."""
    voorwaarde = {Voorwaarde.EIGEN_BRON: Voorwaarde.BETROKKEN}.get(
        regel.voorwaarde, regel.voorwaarde
    )
    if voorwaarde == Voorwaarde.BRON_IN_FASE:
        voorwaarde = Voorwaarde.ALTIJD
    dossier = (Categorie.PROCES,)
    if Categorie.MELDER in regel.categorieen:
        dossier += (Categorie.MELDING,)
    waaraan = regel._replace(categorieen=dossier, niveau=Niveau.BESTAAN, voorwaarde=voorwaarde)
    return [regel, waaraan]


def afspraak(regel: Regel) -> Afspraak:
    """The drawn rule in the words of the oracle."""
    met_wie = (Voorwaarde.BETROKKEN, Voorwaarde.EIGEN_BRON)
    van_wie = (Voorwaarde.BRON_IN_FASE, Voorwaarde.EIGEN_BRON)
    return Afspraak(
        str(regel.rol),
        frozenset(map(str, regel.categorieen)),
        frozenset(map(str, regel.fasen)),
        int(regel.niveau),
        betrokken=regel.voorwaarde in met_wie,
        eigen_bron=regel.voorwaarde in van_wie,
        soorten=frozenset(map(str, regel.soorten)),
    )


def test_bij_elke_tabel_van_regels_zijn_orakel_filter_en_database_het_eens(
    record_property: Callable[[str, object], None],
) -> None:
    samen = Vergelijking()

    @settings(VAST, max_examples=REGELTABELLEN)
    @given(data=st.data(), getrokken=st.lists(REGEL, min_size=1, max_size=6))
    def bij_een_tabel(data: st.DataObject, getrokken: list[Regel]) -> None:
        regels = tuple(regel for een in getrokken for regel in met_bestaan(een))
        afspraken = [afspraak(regel) for regel in regels]

        def weter(v: Vrager, g: Gegeven) -> Kennis:
            return kennis_volgens(afspraken, v, g)

        uitslag = Vergelijking()
        with transaction.atomic():
            versie_vastgesteld(regels)
            wereld = wereld_gemaakt(data, rollen=3, dossiers=3, met_rol=ROLLEN_MET_REGEL)
            beeld = gelezen()
            beeld.weter = weter
            for hoedanigheid in wereld.hoedanigheden:
                toegang = toegang_laden(hoedanigheid, NU)
                vergelijk(uitslag, beeld, toegang, str(toegang.rol))
                stukken_vergeleken(uitslag, beeld, toegang, wereld)
            transaction.set_rollback(True)
        assert uitslag.bevindingen == []
        samen.erbij(uitslag)

    bij_een_tabel()
    record_property("geteld", f"{REGELTABELLEN} tabellen van regels, {samen}")
    assert 0 < samen.gezien < samen.stukken
