"""The Celery application: worker and beat. The schedule is code; no schedule lives in a table."""

import os

from celery import Celery
from celery.schedules import crontab
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "casusregie.config.settings")

app = Celery("casusregie")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.conf.beat_schedule = {
    "log_verzegelen": {"task": "convenant.log_verzegelen", "schedule": 300.0},
    "handtekeningen_bewaken": {
        "task": "convenant.handtekeningen_bewaken",
        "schedule": crontab(hour=5, minute=10),
    },
    "accounts_nalopen": {
        "task": "convenant.accounts_nalopen",
        "schedule": crontab(hour=5, minute=20),
    },
    "bevragingen_herinneren": {"task": "beoordeling.bevragingen_herinneren", "schedule": 3600.0},
    "informatie_nalopen": {
        "task": "beoordeling.informatie_nalopen",
        "schedule": crontab(hour=5, minute=30),
    },
    "embargos_bewaken": {
        "task": "beoordeling.embargos_bewaken",
        "schedule": crontab(hour=5, minute=40),
    },
    "zorgdelingen_bewaken": {
        "task": "beoordeling.zorgdelingen_bewaken",
        "schedule": crontab(hour=5, minute=45),
    },
    "rapporten_opruimen": {
        "task": "monitoring.rapporten_opruimen",
        "schedule": crontab(hour=5, minute=50),
    },
    "rapporten_oppakken": {"task": "monitoring.rapporten_oppakken", "schedule": 60.0},
}


@setup_logging.connect
def _keep_our_logging(**kwargs: object) -> None:
    """Celery leaves logging as the settings made it."""
