from django.apps import AppConfig


class MeldpuntConfig(AppConfig):
    """The Meld- en Adviespunt: a report or question comes in, is matched and interpreted."""

    name = "meldpunt"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from meldpunt import receivers  # noqa: F401
