import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from beoordeling.enums import Kadersoort
from convenant.enums import Categorie
from convenant.models import partitie
from meldpunt.enums import Stroom


class Kader(models.Model):
    """A version of the beoordelingskader, or of the questions for the weging.

    Content, loaded from ``inhoud/``; an assessment keeps its version for ever.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    soort = models.CharField(max_length=12, choices=Kadersoort)
    versie = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=200)
    toelichting = models.TextField()
    geldig_van = models.DateField()

    veldcategorie = partitie(techniek="id", proces="soort versie naam toelichting geldig_van")

    class Meta:
        ordering = ["soort", "-versie"]
        constraints = [models.UniqueConstraint(fields=["soort", "versie"], name="kader_versie")]

    def __str__(self) -> str:
        return self.naam


class Kaderdeel(models.Model):
    """One of the parts of a framework; its category decides who may read the answers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kader = models.ForeignKey(Kader, on_delete=models.PROTECT, related_name="delen")
    code = models.CharField(max_length=30)
    naam = models.CharField(max_length=200)
    uitleg = models.TextField(blank=True)
    categorie = models.CharField(max_length=20, choices=Categorie, default=Categorie.GEWOON)
    volgorde = models.PositiveSmallIntegerField()

    veldcategorie = partitie(techniek="id", proces="kader code naam uitleg categorie volgorde")

    class Meta:
        ordering = ["volgorde"]
        constraints = [models.UniqueConstraint(fields=["kader", "code"], name="kaderdeel_code")]

    def __str__(self) -> str:
        return self.naam


class Indicator(models.Model):
    """An indicator with the questions behind it, or one question of the weging."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    deel = models.ForeignKey(Kaderdeel, on_delete=models.PROTECT, related_name="indicatoren")
    code = models.CharField(max_length=10)
    naam = models.CharField(max_length=300)
    stroom = models.CharField(max_length=20, choices=Stroom, blank=True)
    uitleg = models.TextField(blank=True)
    vragen = ArrayField(models.CharField(max_length=400), default=list, blank=True)
    nooit_alleen = models.TextField(blank=True)
    volgorde = models.PositiveSmallIntegerField()

    veldcategorie = partitie(
        techniek="id", proces="deel code naam stroom uitleg vragen nooit_alleen volgorde"
    )

    class Meta:
        ordering = ["deel__volgorde", "volgorde"]
        constraints = [models.UniqueConstraint(fields=["deel", "code"], name="indicator_code")]

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"
