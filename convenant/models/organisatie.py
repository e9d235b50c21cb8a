import uuid

from django.db import models

from convenant.enums import Organisatiesoort

from .velden import partitie


class Organisatie(models.Model):
    """A party to the convenant (or the Commissie), acting through its people's hoedanigheden."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    naam = models.CharField(max_length=120, unique=True)
    soort = models.CharField(max_length=20, choices=Organisatiesoort)
    contactpunt = models.CharField(
        max_length=200, blank=True, help_text="Functie en telefoon, voor vragen van andere partijen"
    )

    veldcategorie = partitie(techniek="id", proces="naam soort contactpunt")

    class Meta:
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam
