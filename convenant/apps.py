from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class ConvenantConfig(AppConfig):
    """The first room: who may know what, who acts in which hoedanigheid, and the log."""

    name = "convenant"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from convenant import receivers
        from convenant.models.geschiedenis import protect_history

        protect_history(apps.get_models())
        post_migrate.connect(receivers.grant_application_role, sender=self)
