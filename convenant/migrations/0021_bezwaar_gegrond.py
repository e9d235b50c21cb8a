from django.db import migrations, models

CHOICES = [
    ("correctie", "informatie gecorrigeerd"),
    ("intrekking", "informatie ingetrokken"),
    ("bezwaar", "bezwaar van de betrokkene gegrond"),
    ("einde", "dossier gesloten"),
]


class Migration(migrations.Migration):
    dependencies = [("convenant", "0020_grondslag_eindreden")]

    operations = [
        migrations.AlterField(
            model_name=model,
            name="aanleiding",
            field=models.CharField(choices=CHOICES, max_length=12),
        )
        for model in ("terughaalpost", "historicalterughaalpost")
    ]
