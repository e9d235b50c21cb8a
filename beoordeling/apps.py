from django.apps import AppConfig


class BeoordelingConfig(AppConfig):
    """Weighing by the weegploeg, information items, and the assessment of a situation."""

    name = "beoordeling"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from beoordeling import receivers  # noqa: F401
