"""The steps of the demo that need Django: ``python -m casusregie.config.demo.prepare STEP``.

``schema`` runs as the owner of the tables, the others as the role of the application.
"""

import sys

import django
from django.core.management import call_command


def schema() -> None:
    """Migrate; a second run changes nothing."""
    call_command("migrate", verbosity=0, interactive=False)


def static() -> None:
    """Collect style sheets, fonts and scripts under names that carry their content."""
    call_command("collectstatic", verbosity=0, interactive=False)


def content() -> None:
    """Load frameworks and instrumentenkoffer, and play the story into an empty database."""
    from django.contrib.auth import get_user_model

    call_command("inhoud_laden")
    if not get_user_model()._default_manager.exists():
        print("→ het demonstratieverhaal spelen (eenmalig) …", flush=True)
        call_command("demo_verhaal")


def accounts() -> None:
    """Print the accounts of the demo, one per role."""
    call_command("demo_accounts")


STEPS = {"schema": schema, "static": static, "content": content, "accounts": accounts}

if __name__ == "__main__":
    django.setup()
    STEPS[sys.argv[1]]()
