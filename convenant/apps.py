from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ConvenantConfig(AppConfig):
    """The first room: who may know what, who acts in which hoedanigheid, and the log."""

    name = "convenant"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from convenant import receivers  # noqa: F401
        from convenant.models.tabelrechten import secure_tables

        post_migrate.connect(secure_tables, sender=self)
