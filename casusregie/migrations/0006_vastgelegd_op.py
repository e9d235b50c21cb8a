from datetime import UTC, datetime

from django.db import migrations, models

MODELLEN = (
    "agendapunt",
    "historicalagendapunt",
    "pauze",
    "historicalpauze",
    "veiligheidswaarschuwing",
    "historicalveiligheidswaarschuwing",
)
# Rows from before this field count as older than every widening of the convenant.
VROEGER = datetime(2000, 1, 1, tzinfo=UTC)


class Migration(migrations.Migration):
    dependencies = [("casusregie", "0005_plandoel_bewijs")]

    operations = [
        migrations.AddField(
            model_name=model,
            name="vastgelegd_op",
            field=models.DateTimeField(default=VROEGER),
            preserve_default=False,
        )
        for model in MODELLEN
    ]
