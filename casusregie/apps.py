from django.apps import AppConfig


class CasusregieConfig(AppConfig):
    """The case itself: besluit, overleg, regie, plan van aanpak, afschaling."""

    name = "casusregie"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from casusregie import receivers  # noqa: F401
