from django.apps import AppConfig


class MonitoringConfig(AppConfig):
    """Looking back: measurements, incidents, reports, and the desk of the Commissie."""

    name = "monitoring"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from monitoring import receivers  # noqa: F401
