"""Lock 2: nobody passes the access rule by accident, and only few places on purpose."""

import ast
import re

import pytest
from django.apps import apps

from convenant.models import Beschermd, ToegangOntbreekt, Versieregel
from tests.architecture.bron import ROOT, python_files

LANGS_DE_TOEGANG = re.compile(r"\.buiten_toegang\(|_base_manager|\.raw\(")
TOEGESTAAN = {"rules", "services"}
OOK_TOEGESTAAN = {
    "convenant/handeling.py",
    "convenant/models/beschermd.py",
    "convenant/selectors/logboek.py",
    "convenant/selectors/simulatie.py",
    "convenant/selectors/toegang.py",
}
"""Where right itself is made, the logboek is asked by its own rule, rows are locked that were
already found through it, or a draft of the convenant is weighed: then only numbers come out."""
BESCHERMD = [
    m for m in apps.get_models() if issubclass(m, Beschermd) and not issubclass(m, Versieregel)
]
NAMEN = {m.__name__ for m in BESCHERMD}
VERSIES = [m for m in apps.get_models() if issubclass(m, Versieregel)]


def test_langs_de_toegang_alleen_waar_een_regel_wordt_gewogen() -> None:
    gevonden = {
        str(pad.relative_to(ROOT))
        for pad in python_files()
        if LANGS_DE_TOEGANG.search(pad.read_text())
        and pad.relative_to(ROOT).parts[1] not in TOEGESTAAN
    }
    assert gevonden <= OOK_TOEGESTAAN


def test_elke_uitzondering_zegt_waarom() -> None:
    for pad in python_files():
        for reden in re.findall(r"\.buiten_toegang\(([^)]*)\)", pad.read_text()):
            assert re.match(r'\s*"[^"]{10,}|\s*[A-Z_]{3,}\s*$', reden), f"{pad}: {reden}"


def test_elke_vraag_zegt_meteen_wie_vraagt() -> None:
    """Also inside ``Exists`` and ``Subquery``, which take a queryset without running it."""
    zonder = [
        f"{pad.relative_to(ROOT)}:{regel}"
        for pad in python_files()
        for regel in zonder_vrager(ast.parse(pad.read_text()))
    ]
    assert zonder == []


@pytest.mark.parametrize(
    ("code", "fout"),
    [
        ("Exists(Melding.objects.filter(x=1))", True),
        ("Persoon.history.all()", True),
        ("Melding.objects", True),
        ("Exists(Melding.objects.voor(toegang))", False),
        ("Organisatie.objects.all()", False),
    ],
)
def test_een_vraag_zonder_vrager_valt_op(code: str, fout: bool) -> None:
    assert bool(zonder_vrager(ast.parse(code))) is fout


def zonder_vrager(boom: ast.Module) -> list[int]:
    """The lines that name the manager of a protected model and do not say who asks next."""
    gezegd = {
        id(knoop.value)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Attribute) and knoop.attr in ("voor", "buiten_toegang")
    }
    return [
        knoop.lineno
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Attribute)
        and knoop.attr in ("objects", "history")
        and isinstance(knoop.value, ast.Name)
        and knoop.value.id in NAMEN
        and id(knoop) not in gezegd
    ]


@pytest.mark.django_db
def test_beschermd_model_antwoordt_niet_zonder_toegang() -> None:
    for model in BESCHERMD:
        for vraag in (model.objects.count, model._default_manager.exists):
            with pytest.raises(ToegangOntbreekt):
                vraag()


@pytest.mark.django_db
def test_geschiedenis_antwoordt_niet_zonder_toegang() -> None:
    for model in VERSIES:
        for vraag in (model.objects.count, model.instance_type.history.exists):
            with pytest.raises(ToegangOntbreekt):
                vraag()


def test_sjablonen_vragen_niets_aan_de_database() -> None:
    patroon = re.compile(r"\.objects\b|_set\.|\.history\b|\.betrokkenheden\b|\.taken\.all")
    fout = [
        str(pad.relative_to(ROOT))
        for pad in (ROOT / "templates").rglob("*.html")
        if patroon.search(pad.read_text())
    ]
    assert not fout
