from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "casusregie.ui"
    label = "ui"
    verbose_name = "Schermbouwstenen"
