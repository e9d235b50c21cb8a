"""A room knows its past, never its future: not by a foreign key, not by a migration."""

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

VOLGORDE = {room: plaats for plaats, room in enumerate(settings.ROOMS)}
MODELLEN = [m for m in apps.get_models(include_auto_created=True) if m._meta.app_label in VOLGORDE]


def test_geen_verwijzing_naar_een_latere_kamer() -> None:
    for model in MODELLEN:
        hier = VOLGORDE[model._meta.app_label]
        for veld in (*model._meta.local_fields, *model._meta.local_many_to_many):
            doel = veld.related_model
            if doel is not None and doel._meta.app_label in VOLGORDE:
                assert VOLGORDE[doel._meta.app_label] <= hier, veld


def test_migraties_vormen_een_lijn() -> None:
    for (room, naam), migratie in MigrationLoader(None).disk_migrations.items():
        if room not in VOLGORDE:
            continue
        for ander, _ in (*migratie.dependencies, *migratie.run_before):
            if ander in VOLGORDE:
                assert VOLGORDE[ander] <= VOLGORDE[room], f"{room}.{naam} → {ander}"
