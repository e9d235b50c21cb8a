"""The besluitnota: drafted on a weging, changed, and fixed when it is offered."""

from datetime import date
from typing import Any

import pytest

from beoordeling.enums import Wegingstatus
from casusregie.enums import Besluituitkomst, Notastatus
from casusregie.models import Besluitnota, Uitstroomvoorwaarde
from casusregie.services.besluitnota import (
    besluitnota_aanbieden,
    besluitnota_opstellen,
    besluitnota_wijzigen,
)
from convenant.enums import Taaksoort
from convenant.handeling import Geweigerd, Gewijzigd
from convenant.models import Taak
from tests.cast import Cast
from tests.stappen.besluit import (
    ALLEN_AANPAK,
    OM_TEGEN,
    gewogen_dossier,
    nota_aangeboden,
    notagegevens,
)


def voorwaarden(cast: Cast) -> list[str]:
    rijen = Uitstroomvoorwaarde.objects.voor(cast.paula.toegang).order_by("volgorde")
    return [rij.omschrijving for rij in rijen]


def test_een_nota_wordt_stap_voor_stap_gemaakt_en_dan_aangeboden(cast: Cast) -> None:
    dossier, bas = gewogen_dossier(cast), cast.bas.toegang
    cast.femke  # noqa: B018
    nota = besluitnota_opstellen(bas, dossier, voorstel=Besluituitkomst.AANPAK, doel="Hulp.")
    with pytest.raises(Geweigerd, match="de aanleiding, de proportionaliteit"):
        besluitnota_aanbieden(bas, nota)
    nota = besluitnota_wijzigen(bas, nota, **notagegevens(cast), versie=1)
    assert voorwaarden(cast) == notagegevens(cast)["voorwaarden"]
    nota = besluitnota_aanbieden(bas, nota)
    assert nota.status == Notastatus.AANGEBODEN
    taak = Taak.objects.voor(cast.femke.toegang).get(soort=Taaksoort.BESLUIT)
    assert (taak.voor_rol, taak.object_id) == ("beslisser", nota.pk)
    with pytest.raises(Geweigerd, match="ligt nu vast"):
        besluitnota_wijzigen(bas, nota, doel="Anders.")


@pytest.mark.parametrize(
    "nieuw", [["Eén."], ["Eén.", "Twee.", "Drie."], []], ids=["minder", "meer", "geen"]
)
def test_de_voorwaarden_zijn_wat_er_staat(cast: Cast, nieuw: list[str]) -> None:
    bas = cast.bas.toegang
    nota = besluitnota_opstellen(bas, gewogen_dossier(cast), **notagegevens(cast))
    besluitnota_wijzigen(bas, nota, **notagegevens(cast, voorwaarden=nieuw))
    assert voorwaarden(cast) == nieuw


@pytest.mark.parametrize(
    ("leeg", "woord"),
    [
        ({"subsidiariteit": ""}, "subsidiariteit"),
        ({"voorwaarden": []}, "uitstroomvoorwaarde"),
        ({"herbeoordeling_op": None}, "herbeoordeling"),
        ({"risicogroep": None}, "risicogroep"),
        ({"regisseur": None}, "regisseur"),
        ({"waarnemer": None}, "waarnemer"),
    ],
)
def test_wat_ontbreekt_staat_in_de_weigering(cast: Cast, leeg: dict[str, Any], woord: str) -> None:
    with pytest.raises(Geweigerd, match=f"nog niet compleet.*{woord}"):
        nota_aangeboden(cast, **leeg)


@pytest.mark.parametrize(("adviezen", "nodig"), [(ALLEN_AANPAK, False), (OM_TEGEN, True)])
def test_een_afwijkend_advies_vraagt_een_antwoord(cast: Cast, adviezen: Any, nodig: bool) -> None:
    dossier = gewogen_dossier(cast, adviezen)
    if not nodig:
        assert nota_aangeboden(cast, dossier, afwijkende_adviezen="").aangeboden_op
        return
    with pytest.raises(Geweigerd, match="afwijkende adviezen"):
        nota_aangeboden(cast, dossier, afwijkende_adviezen="")


@pytest.mark.parametrize(
    ("dag", "mag"),
    [
        (date(2026, 11, 18), False),
        (date(2026, 11, 19), True),
        (date(2027, 11, 18), True),
        (date(2027, 11, 19), False),
    ],
)
def test_de_herbeoordeling_komt_binnen_een_jaar(cast: Cast, dag: date, mag: bool) -> None:
    gegevens = notagegevens(cast, herbeoordeling_op=dag)
    dossier = gewogen_dossier(cast)
    if mag:
        nota = besluitnota_opstellen(cast.bas.toegang, dossier, **gegevens)
        assert nota.herbeoordeling_op == dag
        return
    with pytest.raises(Geweigerd, match="binnen 12 maanden"):
        besluitnota_opstellen(cast.bas.toegang, dossier, **gegevens)


@pytest.mark.parametrize("paar", [("rik", "rik"), ("rik", "gemma"), ("piet", "wendy")])
def test_regisseur_en_waarnemer_zijn_twee_casusregisseurs(
    cast: Cast, paar: tuple[str, str]
) -> None:
    regisseur, waarnemer = (getattr(cast, naam).hoedanigheid for naam in paar)
    gegevens = notagegevens(cast, regisseur=regisseur, waarnemer=waarnemer)
    with pytest.raises(Geweigerd, match=r"casusregisseur zijn|twee verschillende"):
        besluitnota_opstellen(cast.bas.toegang, gewogen_dossier(cast), **gegevens)


def test_alleen_na_een_weging_en_een_tegelijk(cast: Cast) -> None:
    nog_niet = gewogen_dossier(cast, status=Wegingstatus.GESLOTEN)
    with pytest.raises(Geweigerd, match="pas na een weging"):
        besluitnota_opstellen(cast.bas.toegang, nog_niet, voorstel=Besluituitkomst.AANPAK)
    nota = nota_aangeboden(cast)
    with pytest.raises(Geweigerd, match="al een besluitnota"):
        besluitnota_opstellen(cast.bas.toegang, nota.dossier, voorstel=Besluituitkomst.AANPAK)
    assert Besluitnota.objects.voor(cast.paula.toegang).count() == 1


def test_wie_geen_bestuursadviseur_is_maakt_geen_nota(cast: Cast) -> None:
    for ander in (cast.femke, cast.paula, cast.rik):
        with pytest.raises(Geweigerd, match="Uw rol"):
            besluitnota_opstellen(ander.toegang, gewogen_dossier(cast), voorstel="aanpak")


def test_een_oude_versie_wordt_geweigerd(cast: Cast) -> None:
    bas = cast.bas.toegang
    nota = besluitnota_opstellen(bas, gewogen_dossier(cast), **notagegevens(cast))
    besluitnota_wijzigen(bas, nota, **notagegevens(cast, doel="Eerst."), versie=1)
    with pytest.raises(Gewijzigd):
        besluitnota_wijzigen(bas, nota, **notagegevens(cast, doel="Later."), versie=1)
