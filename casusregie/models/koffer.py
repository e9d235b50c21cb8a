import uuid
from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models

from casusregie.enums import Doelgroep, Gezag, Instrumentsoort, Leefdomein
from convenant.models import partitie


class Instrument(models.Model):
    """An entry of the instrumentenkoffer: content, loaded from ``inhoud/``."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=40, unique=True)
    naam = models.CharField(max_length=200)
    soort = models.CharField(max_length=12, choices=Instrumentsoort)
    doel = models.TextField()
    doelgroep = models.CharField(max_length=12, choices=Doelgroep)
    leefdomein = models.CharField(max_length=30, choices=Leefdomein)
    bevoegd_gezag = models.CharField(max_length=20, choices=Gezag)
    rechtsgrond = models.TextField()
    randvoorwaarden = ArrayField(models.CharField(max_length=500), default=list)
    vrijwillig = models.BooleanField()
    minderjarigen = models.BooleanField()
    maximale_termijn_maanden = models.PositiveSmallIntegerField(
        default=0, help_text="0 is geen vaste termijn"
    )
    herziening_na_maanden = models.PositiveSmallIntegerField(default=6)
    rechtsmiddel = models.TextField(blank=True)
    aanbieder = models.CharField(max_length=200, blank=True)
    effect_zichtbaar_aan = models.TextField(blank=True)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)
    kosten = models.BooleanField(default=False)
    noot = models.TextField(blank=True)

    veldcategorie = partitie(
        techniek="id",
        proces="code naam soort doel doelgroep leefdomein bevoegd_gezag rechtsgrond "
        "randvoorwaarden vrijwillig minderjarigen maximale_termijn_maanden "
        "herziening_na_maanden rechtsmiddel aanbieder effect_zichtbaar_aan geldig_van "
        "geldig_tot kosten noot",
    )

    class Meta:
        ordering = ["soort", "naam"]

    def __str__(self) -> str:
        return self.naam

    def geldt_op(self, dag: date) -> bool:
        """Whether the instrument may be used on ``dag`` (a temporary law ends)."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)
