import uuid
from datetime import date
from pathlib import PurePath

from django.db import models
from django.db.models import Q

from beoordeling.enums import (
    Betrouwbaarheid,
    Bewijssoort,
    Geloofwaardigheid,
    Informatiesoort,
    MagVerder,
)
from convenant.enums import Niveau
from convenant.models import Bronstuk, Wisplan, partitie
from convenant.models.embargo import buiten_embargo
from convenant.toegang import Toegang

from .bevraging import ANTWOORDERS, Bevraging


def bestandspad(informatie: "Informatie", naam: str) -> str:
    """A random name in storage: the name of the upload says too much."""
    return f"informatie/{uuid.uuid4()}{PurePath(naam).suffix.lower()[:6]}"


def _voorbij(laatste: date | None, dag: date) -> bool:
    return laatste is not None and laatste < dag


class Informatie(Bronstuk):
    """An information item in a dossier: a contact, a fact, an observation or a document.

    Every item has its bron, grondslag, doel and categorie, and says whether it may go further.
    Of a withdrawn one nothing but its history keeps the text; of an erased one nothing does.
    """

    soort = models.CharField(max_length=12, choices=Informatiesoort)
    titel = models.CharField(max_length=200)
    tekst = models.TextField(blank=True)
    bewijssoort = models.CharField(
        max_length=14, choices=Bewijssoort, default=Bewijssoort.WAARNEMING
    )
    met_wie = models.CharField(max_length=200, blank=True)
    contactdoel = models.CharField(max_length=300, blank=True, help_text="Waarom dit contact")
    doel_verteld = models.BooleanField(default=False, help_text="Is het doel aan de ander verteld")
    gebeurd_op = models.DateField()
    grondslag = models.CharField(max_length=200)
    doel = models.CharField(max_length=200)
    antwoord_op = models.ForeignKey(
        Bevraging,
        on_delete=models.PROTECT,
        related_name="antwoorden",
        null=True,
        blank=True,
        help_text="De vraag waarop een partner dit antwoordde",
    )
    mag_verder = models.CharField(max_length=8, choices=MagVerder, default=MagVerder.OVERLEG)
    betrouwbaarheid = models.CharField(max_length=1, choices=Betrouwbaarheid, blank=True)
    geloofwaardigheid = models.CharField(max_length=1, choices=Geloofwaardigheid, blank=True)
    houdbaar_tot = models.DateField(
        null=True,
        blank=True,
        help_text="Daarna is het verouderd, tot de bron het opnieuw beoordeelt",
    )
    vernietigen_op = models.DateField(null=True, blank=True)
    bestand = models.FileField(upload_to=bestandspad, blank=True, max_length=120)
    bestandstype = models.CharField(max_length=100, blank=True)
    bestandsnaam = models.CharField(max_length=200, blank=True)

    los_rollen = ANTWOORDERS

    embargo: str = ""
    """By which embargo it is closed for others, where a query asks that along."""
    embargo_tot: date | None = None
    """Until when it is closed, where only its existence may be known."""

    veldcategorie = partitie(
        techniek="id versie bestand bestandstype antwoord_op",
        proces="dossier soort categorie bron gebeurd_op vastgelegd_op vastgelegd_door grondslag "
        "doel mag_verder betrouwbaarheid geloofwaardigheid houdbaar_tot vernietigen_op bewijssoort "
        "doel_verteld gecorrigeerd_op ingetrokken_op gewist_op",
        gewoon="titel tekst met_wie contactdoel bestandsnaam",
    )
    wisplan = Wisplan(
        "id",
        {
            "titel": "'Gewist'",
            "tekst": "''",
            "met_wie": "''",
            "contactdoel": "''",
            "grondslag": "''",
            "doel": "''",
            "bestandsnaam": "''",
            "bestand": "''",
            "bestandstype": "''",
            "betrouwbaarheid": "''",
            "geloofwaardigheid": "''",
            "doel_verteld": "false",
            "bewijssoort": f"'{Bewijssoort.WAARNEMING}'",
            "gebeurd_op": "(vastgelegd_op AT TIME ZONE 'Europe/Amsterdam')::date",
        },
    )
    """The row stays as a mark of what assessments and plans rested on, and says nothing more."""

    class Meta:
        ordering = ["-gebeurd_op", "-vastgelegd_op", "-id"]
        indexes = [
            models.Index(fields=["dossier", "-gebeurd_op"], name="informatie_dossier"),
            # For the clock: what became too old, or has to be destroyed.
            models.Index(
                fields=["houdbaar_tot"],
                condition=Q(ingetrokken_op__isnull=True),
                name="informatie_houdbaar",
            ),
            models.Index(
                fields=["vernietigen_op"],
                condition=Q(gewist_op__isnull=True),
                name="informatie_vernietigen",
            ),
        ]

    def __str__(self) -> str:
        return f"informatie {self.pk}"

    @property
    def kop(self) -> str:
        """What stands above it."""
        return self.titel

    def is_verouderd(self, dag: date) -> bool:
        """Whether its source has to say again that it still holds, before anyone relies on it."""
        return self.ingetrokken_op is None and _voorbij(self.houdbaar_tot, dag)

    def moet_weg(self, dag: date) -> bool:
        """Whether the day to destroy it has come."""
        return self.ingetrokken_op is None and _voorbij(self.vernietigen_op, dag)

    @classmethod
    def zichtbaar_voor(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """As for whatever has a source; an embargo of the source closes it for others.

        Wholly, or but for its existence.
        """
        vrij = buiten_embargo(toegang, minstens, dossier_pad="dossier_id")
        return super().zichtbaar_voor(toegang, minstens) & vrij

    @classmethod
    def los_van_dossier(cls, toegang: Toegang, minstens: Niveau) -> Q:
        """Who gave it as an answer reads it back, wherever the dossier goes.

        Else he could not put it right or take it back. His colleagues do not.
        """
        eigen = Q(antwoord_op__isnull=False, vastgelegd_door_id=toegang.hoedanigheid_id)
        return eigen & buiten_embargo(toegang, minstens, dossier_pad="dossier_id")
