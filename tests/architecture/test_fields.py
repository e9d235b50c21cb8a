"""Lock 4: every field is in exactly one category."""

from django.apps import apps
from django.conf import settings

from convenant.enums import Categorie
from convenant.models import Beschermd, Dossier, Versieregel

MODELLEN = [
    model
    for model in apps.get_models()
    if model._meta.app_label in settings.ROOMS and not issubclass(model, Versieregel)
]


def test_elk_veld_staat_in_precies_een_categorie() -> None:
    for model in MODELLEN:
        velden = {f.name for f in (*model._meta.concrete_fields, *model._meta.many_to_many)}
        assert set(model.veldcategorie) == velden, model
        assert set(model.veldcategorie.values()) <= set(Categorie)


def test_wat_aan_een_dossier_hangt_is_beschermd() -> None:
    for model in MODELLEN:
        naar_dossier = [f for f in model._meta.concrete_fields if f.related_model is Dossier]
        if naar_dossier or model is Dossier:
            assert issubclass(model, Beschermd), model
