"""What happens around the models by itself: versions get their actor, the app role its grants."""

from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db import connections
from django.dispatch import receiver
from simple_history.signals import pre_create_historical_record

from convenant.models import Logregel, Versieregel, Zegel
from convenant.models.geschiedenis import fill_version

receiver(pre_create_historical_record)(fill_version)


def grant_application_role(sender: AppConfig, using: str, **_: Any) -> None:
    """Give the application role what it needs and no more; runs as the owner after migrating.

    The log and all history tables get INSERT and SELECT only; nobody gets TRUNCATE.
    """
    rol = settings.DATABASE_APP_ROLE
    with connections[using].cursor() as cursor:
        quote = connections[using].ops.quote_name
        cursor.execute("SELECT current_user")
        if cursor.fetchone()[0] == rol:
            return
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {quote(rol)}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {quote(rol)}")
        cursor.execute(
            f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quote(rol)}"
        )
        for model in apps.get_models():
            if model in (Logregel, Zegel) or issubclass(model, Versieregel):
                cursor.execute(
                    f"REVOKE UPDATE, DELETE ON {quote(model._meta.db_table)} FROM {quote(rol)}"
                )
