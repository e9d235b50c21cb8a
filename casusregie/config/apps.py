from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The roof. Importing the Celery app here binds every ``.delay()`` to our broker."""

    name = "casusregie.config"
    label = "config"
    verbose_name = "Configuratie"

    def ready(self) -> None:
        from casusregie.config import celery  # noqa: F401
