"""Lock 2: nobody passes the access rule by accident, and only few places on purpose."""

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
    "convenant/selectors/toegang.py",
}
"""Where right itself is made, or rows are locked that were already found through it."""
BESCHERMD = [
    m for m in apps.get_models() if issubclass(m, Beschermd) and not issubclass(m, Versieregel)
]
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
