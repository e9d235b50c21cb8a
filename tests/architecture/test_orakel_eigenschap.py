"""In any world oracle, application and database say the same of every item.

Worlds, roles, periods and stukken are drawn by hypothesis; the rules too, in the second test: there
a second version of the convenant is in force, with the rules that were drawn.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from beoordeling.services.kader import kaders_laden
from convenant.enums import Categorie, Fase, Niveau, Organisatiesoort, Rol, Voorwaarde
from convenant.models import Bronbevestiging, Organisatie
from convenant.regelboek import Regel
from convenant.selectors.toegang import toegang_laden
from convenant.toegang import Toegang, niveau_van
from tests.architecture.toevalswereld import Toevalswereld
from tests.architecture.wereldgenerator import SOORTEN, wereld_gemaakt
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
    """``niveau_van`` and the oracle on one item: category × dossier × source × moment.

    It is asked of a dossier that one has: of another, a rule with a border may say more than is
    true, and nobody gets that far.
    """
    v = vrager(toegang)
    bronnen = [None, *wereld.organisaties]
    for categorie, dossier, bron in product(Categorie, wereld.dossiers, bronnen):
        van = beeld.dossiers[dossier.pk]
        moment = van.geopend if categorie == Categorie.PROCES else NU - timedelta(days=1)
        proces = Gegeven("procesgegeven", van, moment=van.geopend)
        if toegang.regels.is_begrensd and beeld.kent_gegeven(v, proces) is None:
            continue
        gegeven = (
            Gegeven(categorie, van, bron.pk, bron.soort, moment, verteld=True)
            if bron
            else Gegeven(categorie, van, moment=moment)
        )
        orakel = beeld.kent_gegeven(v, gegeven)
        gezegd = niveau_van(
            toegang,
            categorie=categorie,
            fase=Fase(dossier.fase),
            dossier_id=dossier.pk,
            bron_id=bron.pk if bron else None,
            vastgelegd_op=moment,
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


@dataclass(frozen=True)
class Grens:
    """Where a rule ends: at a source, at a moment, and which sources let their older items go."""

    bron: int | None
    soort: Organisatiesoort | None
    vanaf: datetime | None
    bevestigd: tuple[int, ...]


WELKE = st.integers(0, len(SOORTEN) - 1)
GEEN_GRENS = Grens(None, None, None, ())
GRENS = st.builds(
    Grens,
    bron=st.one_of(st.none(), st.none(), WELKE),
    soort=st.one_of(st.none(), st.none(), st.sampled_from(SOORTEN)),
    vanaf=st.sampled_from([None, NU - timedelta(days=1), NU - timedelta(hours=1), NU]),
    bevestigd=st.lists(WELKE, max_size=2, unique=True).map(tuple),
)


def met_bestaan(regel: Regel) -> list[Regel]:
    """Who knows a stuk knows what it hangs on (besluit 0005): the rule, and what goes with it."""
    met_naam = (Voorwaarde.EIGEN_BRON, Voorwaarde.TOESTEMMING)
    voorwaarde = Voorwaarde.BETROKKEN if regel.voorwaarde in met_naam else regel.voorwaarde
    if voorwaarde == Voorwaarde.BRON_IN_FASE:
        voorwaarde = Voorwaarde.ALTIJD
    dossier = (Categorie.PROCES,)
    if Categorie.MELDER in regel.categorieen:
        dossier += (Categorie.MELDING,)
    waaraan = regel._replace(
        categorieen=dossier,
        niveau=Niveau.BESTAAN,
        voorwaarde=voorwaarde,
        bron_id=None,
        bron_soort=None,
    )
    return [regel, waaraan]


def begrensd(regel: Regel, grens: Grens, organisaties: list[Organisatie]) -> Regel:
    """The drawn rule within its border."""
    bron = None if grens.bron is None else organisaties[grens.bron].pk
    soort = grens.soort if bron is None else None
    return regel._replace(bron_id=bron, bron_soort=soort, vanaf=grens.vanaf)


def in_werking(wereld: Toevalswereld, getrokken: list[tuple[Regel, Grens]]) -> list[Afspraak]:
    """Put the drawn rules in force as a second version; the same in the words of the oracle."""
    paren = [
        (regel, grens)
        for een, grens in getrokken
        for regel in met_bestaan(begrensd(een, grens, wereld.organisaties))
    ]
    versie = versie_vastgesteld([regel for regel, _ in paren])
    afspraken = []
    for rij, (regel, grens) in zip(versie.deelregels.order_by("volgorde"), paren, strict=True):
        bevestigd = [wereld.organisaties[i] for i in grens.bevestigd if regel.vanaf]
        Bronbevestiging.objects.bulk_create(
            Bronbevestiging(deelregel=rij, organisatie=bron, op=NU, door=wereld.hoedanigheden[0])
            for bron in bevestigd
        )
        afspraken.append(afspraak(regel, bevestigd))
    return afspraken


def afspraak(regel: Regel, bevestigd: list[Organisatie]) -> Afspraak:
    """The drawn rule in the words of the oracle."""
    met_wie = (Voorwaarde.BETROKKEN, Voorwaarde.EIGEN_BRON, Voorwaarde.TOESTEMMING)
    van_wie = (Voorwaarde.BRON_IN_FASE, Voorwaarde.EIGEN_BRON)
    return Afspraak(
        str(regel.rol),
        frozenset(map(str, regel.categorieen)),
        frozenset(map(str, regel.fasen)),
        int(regel.niveau),
        betrokken=regel.voorwaarde in met_wie,
        eigen_bron=regel.voorwaarde in van_wie,
        gedeeld=regel.voorwaarde == Voorwaarde.TOESTEMMING,
        soorten=frozenset(map(str, regel.soorten)),
        bron=regel.bron_id,
        bronsoort=str(regel.bron_soort or ""),
        vanaf=regel.vanaf,
        bevestigd=frozenset(o.pk for o in bevestigd),
        gemeente_bevestigd=any(o.soort == "gemeente" for o in bevestigd),
    )


@pytest.mark.parametrize(
    "grens", [st.just(GEEN_GRENS), GRENS], ids=["zonder grens", "met bron, moment en bevestiging"]
)
def test_bij_elke_tabel_van_regels_zijn_orakel_filter_en_database_het_eens(
    grens: st.SearchStrategy[Grens], record_property: Callable[[str, object], None]
) -> None:
    samen = Vergelijking()

    @settings(VAST, max_examples=REGELTABELLEN)
    @given(data=st.data(), getrokken=st.lists(st.tuples(REGEL, grens), min_size=1, max_size=6))
    def bij_een_tabel(data: st.DataObject, getrokken: list[tuple[Regel, Grens]]) -> None:
        uitslag = Vergelijking()
        with transaction.atomic():
            wereld = wereld_gemaakt(data, rollen=3, dossiers=3, met_rol=ROLLEN_MET_REGEL)
            afspraken = in_werking(wereld, getrokken)

            def weter(v: Vrager, g: Gegeven) -> Kennis:
                return kennis_volgens(afspraken, v, g)

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
